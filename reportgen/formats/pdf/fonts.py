"""Turn the typefaces of the assets folder into fonts that measure text.

Every font is TrueType and is embedded as the subset that was used. A character that the main face
lacks is taken from the first other face in the folder that has it; a character nobody has is found
before anything is set (see `review`), so nothing here ever paints an empty box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from reportgen.errors import Place, Problem, RenderError


class _Widths(dict[str, float]):
    """The width of each text in thousandths of the size, measured once.

    A report has its words, and its table cells, many times.
    """

    def __init__(self, face: Any) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, text: str) -> float:
        if len(text) == 1:
            # A no-break space is painted as a space.
            code = 32 if text == "\xa0" else ord(text)
            width = float(self._face.getCharWidth(code))
        else:
            width = sum(map(self.__getitem__, text))
        self[text] = width
        return width


@dataclass(frozen=True, eq=False)
class Font:
    """One face at any size."""

    name: str
    face: Any
    widths: _Widths

    @classmethod
    def read(cls, path: Path) -> Font:
        """Return the font in a TrueType file. Raises `RenderError` if it cannot be used."""
        try:
            face = TTFontFace(str(path))
        except (OSError, TTFError) as error:
            problem = Problem(
                "this typeface cannot be read", Place(str(path)), "put a TrueType font here"
            )
            raise RenderError(problem) from error
        face.hmetrics = _advances(face)
        return cls(path.stem, face, _Widths(face))

    @cached_property
    def chars(self) -> frozenset[str]:
        """The characters that the face has a glyph for."""
        glyphs = self.face.charToGlyph.items()  # the glyph 0 is the empty box
        return frozenset({*[chr(code) for code, glyph in glyphs if glyph], "\xa0"})

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""
        return self.widths[text] * size / 1000

    def sets(self, text: str) -> bool:
        """Return whether the face has a glyph for every character."""
        return text.isascii() or self.chars.issuperset(text)


def _advances(face: Any) -> list[tuple[int, int]]:
    """Return how wide each glyph is, in units of the font, and how far from the left it begins.

    A table of widths may leave out those after the last that differs. ReportLab fills in that one
    in thousandths of the size, and cuts fonts accordingly.
    """
    told = int.from_bytes(face.get_table("hhea")[-2:])
    listed, same = face.hmetrics[:told], face.hmetrics[told:]
    return [*listed, *[(listed[-1][0], left) for _, left in same]]


@dataclass(frozen=True, eq=False)
class Fonts:
    """The upright and the bold face of a document, and the faces that help out."""

    regular: Font
    bold: Font
    spare: tuple[Path, ...]

    @cached_property
    def others(self) -> tuple[Font, ...]:
        """The faces that help out, read when a character first asks for one."""
        return tuple(map(Font.read, self.spare))

    @classmethod
    def read(cls, folder: Path, family: str) -> Fonts:
        """Return the faces of a family in a folder, and its other faces as fallbacks.

        Raises `RenderError` if the regular or bold face is missing.
        """
        names = (f"{family}-Regular", f"{family}-Bold")
        regular, bold = (Font.read(folder / f"{name}.ttf") for name in names)
        others = sorted(path for path in folder.glob("*.ttf") if not path.stem.startswith(family))
        return cls(regular, bold, tuple(others))

    def face(self, bold: bool) -> Font:
        """Return the main face."""
        return self.bold if bold else self.regular

    @cached_property
    def _helpers(self) -> tuple[tuple[Font, ...], ...]:
        """The faces that help out, those for upright words and those for bold ones."""
        return tuple(
            tuple(sorted(self.others, key=lambda font: font.name.endswith("Bold") != bold))
            for bold in (False, True)
        )

    def for_char(self, char: str, bold: bool) -> Font | None:
        """Return the face that sets a character, or None if no face has it."""
        main = self.face(bold)
        if char in main.chars:
            return main
        return next((font for font in self._helpers[bold] if char in font.chars), None)

    def split(self, text: str, bold: bool) -> Iterator[tuple[Font, str]]:
        """Yield the text in stretches of one face each."""
        main = self.face(bold)
        if main.sets(text):
            yield main, text
            return
        for font, chars in groupby(text, lambda char: self.for_char(char, bold) or main):
            yield font, "".join(chars)

    def width(self, text: str, bold: bool, size: float) -> float:
        """Return the width of a text in points, whatever faces it takes."""
        main = self.bold if bold else self.regular
        if text.isascii() or main.sets(text):
            return main.widths[text] * size / 1000
        return sum(font.width(part, size) for font, part in self.split(text, bold))

    def widest(self, texts: Sequence[str], bold: bool, size: float) -> float:
        """Return the width of the widest of some texts in points, 0 if there is none."""
        main = self.face(bold)
        if main.sets("".join(texts)):
            return max(map(main.widths.__getitem__, texts), default=0.0) * size / 1000
        return max(self.width(text, bold, size) for text in texts)
