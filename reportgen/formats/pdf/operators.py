"""Turn numbers, colours and laid-out charts into the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, assert_never

from reportgen.draw.picture import Box, Dot, Mark, Picture, Stroke, Words
from reportgen.formats.pdf.fonts import Fonts

_EDGE = 1.2
_ROUND = 0.5522847498
"""How far the handles of a Bézier curve reach to make a quarter of a circle of radius 1."""


def num(value: float) -> str:
    """Return a length in points to a hundredth, as short as it can be written."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def nums(*values: float) -> str:
    """Return lengths in points, one after another."""
    return " ".join(map(num, values))


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the three parts, from 0 to 1, of a colour such as #12436D."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def drawn(picture: Picture, fonts: Fonts, doc: Any) -> Iterator[str]:
    """Yield the operators that paint a chart with its lower left corner at the origin."""
    for mark in picture.marks:
        yield _drawn(mark, fonts, doc)


def _drawn(mark: Mark, fonts: Fonts, doc: Any) -> str:
    match mark:
        case Stroke():
            return _stroke(mark)
        case Box():
            return _box(mark)
        case Dot():
            return _dot(mark)
        case Words():
            return _words(mark, fonts, doc)
        case _:
            assert_never(mark)


def _stroke(mark: Stroke) -> str:
    first, *rest = mark.points
    path = " ".join([f"{nums(*first)} m", *(f"{nums(*point)} l" for point in rest)])
    dashes = f"[{nums(*mark.dashes)}] 0 d " if mark.dashes else ""
    cap = "1 J " if len(mark.points) > 2 and not mark.dashes else ""
    return f"q {rgb(mark.colour)} RG {num(mark.width)} w {cap}1 j {dashes}{path} S Q"


def _box(mark: Box) -> str:
    sides = (mark.left, mark.bottom, mark.right - mark.left, mark.top - mark.bottom)
    filled = f"{rgb(mark.fill)} rg {nums(*sides)} re f"
    if not mark.edge:
        return f"q {filled} Q"
    inset = _EDGE / 2
    inner = (sides[0] + inset, sides[1] + inset, sides[2] - _EDGE, sides[3] - _EDGE)
    return f"q {filled} {rgb(mark.edge)} RG {num(_EDGE)} w {nums(*inner)} re S Q"


def _dot(mark: Dot) -> str:
    radius = mark.radius - mark.edge_width / 2
    reach, x, y = radius * _ROUND, mark.x, mark.y
    quarters = (
        (x + radius, y + reach, x + reach, y + radius, x, y + radius),
        (x - reach, y + radius, x - radius, y + reach, x - radius, y),
        (x - radius, y - reach, x - reach, y - radius, x, y - radius),
        (x + reach, y - radius, x + radius, y - reach, x + radius, y),
    )
    path = " ".join([f"{nums(x + radius, y)} m", *(f"{nums(*each)} c" for each in quarters), "h"])
    if not mark.edge or not mark.edge_width:
        return f"q {rgb(mark.fill)} rg {path} f Q"
    return f"q {rgb(mark.fill)} rg {rgb(mark.edge)} RG {num(mark.edge_width)} w {path} B Q"


def _words(mark: Words, fonts: Fonts, doc: Any) -> str:
    width = fonts.width(mark.text, mark.bold, mark.size)
    x = mark.x - {"left": 0.0, "centre": width / 2, "right": width}[mark.align]
    shown = " ".join(
        f"{name} {num(mark.size)} Tf <{codes.hex()}> Tj"
        for font, part in fonts.split(mark.text, mark.bold)
        for name, codes in font.encode(part, doc)
    )
    return f"BT {rgb(mark.colour)} rg 1 0 0 1 {nums(x, mark.y)} Tm {shown} ET"
