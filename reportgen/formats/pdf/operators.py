"""Turn numbers, colours and the words of charts into the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from reportgen.draw.picture import Words
from reportgen.formats.pdf.codes import Lettering
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.passages import tidy


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

    def draw(self, parts: Iterable[str | Words]) -> list[str]:
        """Return the operators that paint the parts of a chart."""
        return [part if isinstance(part, str) else self._words(part) for part in parts]

    def _words(self, mark: Words) -> str:
        text = tidy(mark.text)
        width = self.fonts.width(text, mark.bold, mark.size)
        x = mark.x - {"left": 0.0, "centre": width / 2, "right": width}[mark.align]
        size = self.num[mark.size]
        shown = " ".join(
            self.lettering.show(font, part, size)
            for font, part in self.fonts.split(text, mark.bold)
        )
        return f"BT {rgb(mark.colour)} rg {self.num.row(x, mark.y)} Td {shown} ET"
