"""Measure and break text with the very fonts that the chart is drawn in.

Widths are sums of the font's own advances without kerning: what a renderer draws is never wider, so
two texts kept apart here never touch on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen.errors import Place, Problem, RenderError
from reportgen.theme import Theme

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

SMALLEST = 8.5
"""Points; nothing in a chart is set smaller."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and the weight it holds."""

    path: str
    weight: Literal["normal", "bold"] = "normal"

    def width(self, text: str, size: float) -> float:
        """Return the width of a line of text in points."""
        return sum([_glyph(self.path, char)[0] for char in text]) * size

    def extent(self, text: str, size: float) -> tuple[float, float]:
        """Return how far the ink of some text reaches below and above its baseline, in points."""
        glyphs = [_glyph(self.path, char) for char in text]
        return size * max(-glyph[1] for glyph in glyphs), size * max(glyph[2] for glyph in glyphs)


@dataclass(frozen=True, slots=True)
class Faces:
    """The two fonts of a chart and its two sizes of text, in points."""

    regular: Face
    bold: Face
    size: float
    small: float

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width of a line of text in points."""
        return (self.bold if bold else self.regular).width(text, size)

    def figures(self) -> tuple[float, float]:
        """Return how far numbers reach below and above their baseline, in points."""
        return self.bold.extent("0123456789,%£−", self.size)

    def wrap(self, text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
        """Return text broken at spaces into the fewest lines that fit `room`, evenly filled.

        A single word wider than `room` stays whole and stands out.
        """
        words = text.split()
        if not words:
            return ()
        lines = self._filled(words, room, size, bold)
        narrowest = max(self.width(word, size, bold) for word in words)
        width = room
        while width > narrowest:
            width = max(self.width(line, size, bold) for line in lines) - 0.01
            tighter = self._filled(words, width, size, bold)
            if len(tighter) > len(lines) or width <= narrowest:
                break
            lines = tighter
        return tuple(lines)

    def _filled(self, words: list[str], room: float, size: float, bold: bool) -> list[str]:
        lines = [words[0]]
        for word in words[1:]:
            longer = f"{lines[-1]} {word}"
            if self.width(longer, size, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def read_faces(theme: Theme, assets: Path) -> Faces:
    """Return the chart's fonts from the `fonts` folder of the assets.

    Raises `RenderError` if a font file is not there.
    """
    stem = theme.face["pdf"].replace(" ", "")
    paths = [assets / "fonts" / f"{stem}-{cut}.ttf" for cut in ("Regular", "Bold")]
    missing = [
        Problem("the font file is not there", Place(str(path)), "put it in the assets folder")
        for path in paths
        if not path.is_file()
    ]
    if missing:
        raise RenderError(missing)
    size = max(theme.size["chart"], SMALLEST)
    return Faces(Face(str(paths[0])), Face(str(paths[1]), "bold"), size, max(size - 0.5, SMALLEST))


@lru_cache(maxsize=16)
def _font(path: str) -> FT2Font:
    from matplotlib.ft2font import FT2Font  # slow to load, and not needed for charts that are kept

    return FT2Font(path)


@lru_cache(maxsize=4096)
def _glyph(path: str, char: str) -> tuple[float, float, float]:
    """Return advance, lowest and highest ink of a character, as parts of the type size."""
    from matplotlib.ft2font import LoadFlags

    font = _font(path)
    if not font.get_char_index(ord(char)):
        name = Path(path).name
        raise RenderError(Problem(f"the font {name} has no character “{char}” (U+{ord(char):04X})"))
    glyph = font.load_char(ord(char), LoadFlags.NO_SCALE)
    unit = float(font.units_per_EM)
    return glyph.horiAdvance / unit, glyph.bbox[1] / unit, glyph.bbox[3] / unit
