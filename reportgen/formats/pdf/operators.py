"""Turn numbers, colours and laid-out charts into the operators of a PDF page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import assert_never

from reportgen.draw.picture import Box, Dot, Mark, Picture, Stroke, Words
from reportgen.formats.pdf.codes import Lettering
from reportgen.formats.pdf.fonts import Fonts

_EDGE = 1.2
_ROUND = 0.5522847498
"""How far the handles of a Bézier curve reach to make a quarter of a circle of radius 1."""


class Numbers(dict[float, str]):
    """Lengths in points to a hundredth, as short as they can be written, each worked out once."""

    def __missing__(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        text = self[value] = "0" if text == "-0" else text
        return text

    def row(self, *values: float) -> str:
        """Return lengths one after another."""
        return " ".join([self[value] for value in values])


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the three parts, from 0 to 1, of a colour such as #12436D."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


@dataclass(frozen=True, slots=True)
class Pen:
    """What the operators of a page are written with."""

    fonts: Fonts
    lettering: Lettering
    num: Numbers = field(default_factory=Numbers)

    def draw(self, picture: Picture) -> list[str]:
        """Return the operators that paint a chart with its lower left corner at the origin."""
        return [self._mark(mark) for mark in picture.marks]

    def _mark(self, mark: Mark) -> str:
        match mark:
            case Stroke():
                return _stroke(mark, self.num)
            case Box():
                return _box(mark, self.num)
            case Dot():
                return _dot(mark, self.num)
            case Words():
                return self._words(mark)
            case _:
                assert_never(mark)

    def _words(self, mark: Words) -> str:
        width = self.fonts.width(mark.text, mark.bold, mark.size)
        x = mark.x - {"left": 0.0, "centre": width / 2, "right": width}[mark.align]
        size = self.num[mark.size]
        shown = " ".join(
            self.lettering.show(font, part, size)
            for font, part in self.fonts.split(mark.text, mark.bold)
        )
        return f"BT {rgb(mark.colour)} rg {self.num.row(x, mark.y)} Td {shown} ET"


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
