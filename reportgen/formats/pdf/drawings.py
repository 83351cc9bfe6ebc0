"""Turn a laid-out chart into what paints it on a page of a PDF.

Its words stay apart, because the codes of their letters depend on the whole document. Everything
else is settled, so that it can be kept from one build to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from reportgen.draw.picture import Box, Dot, Picture, Stroke, Words
from reportgen.formats.pdf.operators import Numbers, rgb

_EDGE = 1.2
_ROUND = 0.5522847498
"""How far the handles of a Bézier curve reach to make a quarter of a circle of radius 1."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is painted with its lower left corner at the origin, its size in points.

    A part is either operators or words, those at the back first.
    """

    width: float
    height: float
    parts: tuple[str | Words, ...]


def drawing(picture: Picture) -> Drawing:
    """Return what paints a chart."""
    num = Numbers()
    parts: list[str | Words] = []
    code: list[str] = []
    for mark in picture.marks:
        if not isinstance(mark, Words):
            code.append(_shape(mark, num))
            continue
        if code:
            parts.append("\n".join(code))
            code = []
        parts.append(mark)
    if code:
        parts.append("\n".join(code))
    return Drawing(picture.width, picture.height, tuple(parts))


def _shape(mark: Stroke | Box | Dot, num: Numbers) -> str:
    match mark:
        case Stroke():
            return _stroke(mark, num)
        case Box():
            return _box(mark, num)
        case Dot():
            return _dot(mark, num)
        case _:
            assert_never(mark)


def _stroke(mark: Stroke, num: Numbers) -> str:
    first, *rest = mark.points
    path = " ".join([f"{num.row(*first)} m", *(f"{num.row(*point)} l" for point in rest)])
    dashes = f"[{num.row(*mark.dashes)}] 0 d " if mark.dashes else ""
    cap = "1 J " if len(mark.points) > 2 and not mark.dashes else ""
    return f"q {rgb(mark.colour)} RG {num[mark.width]} w {cap}1 j {dashes}{path} S Q"


def _box(mark: Box, num: Numbers) -> str:
    sides = (mark.left, mark.bottom, mark.right - mark.left, mark.top - mark.bottom)
    filled = f"{rgb(mark.fill)} rg {num.row(*sides)} re f"
    if not mark.edge:
        return f"q {filled} Q"
    inset = _EDGE / 2
    inner = (sides[0] + inset, sides[1] + inset, sides[2] - _EDGE, sides[3] - _EDGE)
    return f"q {filled} {rgb(mark.edge)} RG {num[_EDGE]} w {num.row(*inner)} re S Q"


def _dot(mark: Dot, num: Numbers) -> str:
    radius = mark.radius - mark.edge_width / 2
    reach, x, y = radius * _ROUND, mark.x, mark.y
    quarters = (
        (x + radius, y + reach, x + reach, y + radius, x, y + radius),
        (x - reach, y + radius, x - radius, y + reach, x - radius, y),
        (x - radius, y - reach, x - reach, y - radius, x, y - radius),
        (x + reach, y - radius, x + radius, y - reach, x + radius, y),
    )
    path = " ".join(
        [f"{num.row(x + radius, y)} m", *(f"{num.row(*each)} c" for each in quarters), "h"]
    )
    if not mark.edge or not mark.edge_width:
        return f"q {rgb(mark.fill)} rg {path} f Q"
    return f"q {rgb(mark.fill)} rg {rgb(mark.edge)} RG {num[mark.edge_width]} w {path} B Q"
