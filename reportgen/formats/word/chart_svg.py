"""Turn a laid-out chart into SVG: what programs show that do not draw Word's charts.

Words stay words, in the face of the document, so that they can be searched and no font is needed.
"""

from __future__ import annotations

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from reportgen.draw.picture import Box, Dot, Mark, Picture, Stroke, Words
from reportgen.formats.word.metrics import width

_ANCHORS = {"left": "start", "centre": "middle", "right": "end"}


def svg(drawn: Picture, face: str, height: float) -> bytes:
    """Return a picture as SVG in points, `height` high; what that adds to it is at the foot.

    The same picture gives the same bytes.
    """
    size = f'width="{drawn.width:.2f}pt" height="{height:.2f}pt"'
    marks = "\n".join(_mark(mark, drawn.height) for mark in drawn.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {drawn.width:.2f} {height:.2f}" font-family={quoteattr(face)}>\n'
        f"{marks}\n</svg>\n"
    ).encode()


def _mark(mark: Mark, height: float) -> str:
    match mark:
        case Stroke():
            return _stroke(mark, height)
        case Box():
            inset = 0.6 if mark.edge else 0.0
            wide = max(mark.right - mark.left - 2 * inset, 0.0)
            tall = max(mark.top - mark.bottom - 2 * inset, 0.0)
            edge = f' stroke="{mark.edge}" stroke-width="{2 * inset}"' if mark.edge else ""
            return (
                f'<rect x="{mark.left + inset:.2f}" y="{height - mark.top + inset:.2f}" '
                f'width="{wide:.2f}" height="{tall:.2f}" fill="{mark.fill}"{edge}/>'
            )
        case Dot():
            inner = mark.radius - mark.edge_width / 2
            return (
                f'<circle cx="{mark.x:.2f}" cy="{height - mark.y:.2f}" r="{inner:.2f}" '
                f'fill="{mark.fill}" stroke="{mark.edge}" stroke-width="{mark.edge_width}"/>'
            )
        case Words():
            weight = ' font-weight="bold"' if mark.bold else ""
            # Some programs set words a little wider than they are, and so over the edge.
            wide = width(mark.text, mark.size, mark.bold)
            return (
                f'<text x="{mark.x:.2f}" y="{height - mark.y:.2f}" font-size="{mark.size}" '
                f'text-anchor="{_ANCHORS[mark.align]}" fill="{mark.colour}"{weight} '
                f'textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs">'
                f"{escape(mark.text)}</text>"
            )
        case _:
            assert_never(mark)


def _stroke(mark: Stroke, height: float) -> str:
    points = " ".join(f"{x:.2f},{height - y:.2f}" for x, y in mark.points)
    dashes = " ".join(f"{length}" for length in mark.dashes)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{mark.colour}" '
        f'stroke-width="{mark.width}" stroke-linejoin="round"{dashed}/>'
    )
