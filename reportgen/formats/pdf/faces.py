"""Read a TrueType file for ReportLab: what it reads number by number, whole tables at a time.

Only files as nearly all are, with one map of characters in the usual form and a width for each
glyph; of others, and of all that is no long table, ReportLab's own reading stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from reportlab.pdfbase.ttfonts import TTFontFace

_USUAL = 4
"""The form of the map of characters that has been the usual one from the beginning."""


class Face(TTFontFace):  # type: ignore[misc]
    """A TrueType face as ReportLab reads it, in a fraction of the time."""

    def extractInfo(self, charInfo: int = 1) -> None:
        """Read the names and measures as ReportLab does, then the long tables at once."""
        super().extractInfo(charInfo=0)
        if charInfo and not self._read_tables():
            super().extractInfo()

    def _read_tables(self) -> bool:
        """Read the glyphs of characters, their widths and their outlines' places, if usual."""
        count = self.numGlyphs
        glyphs = self._glyphs()
        if not glyphs or self._at("hhea", 34, "H")[0] != count or max(glyphs.values()) >= count:
            return False
        long = self._at("head", 50, "H") == (1,)
        places = self._at("loca", 0, f"{count + 1}{'L' if long else 'H'}")
        flat = self._at("hmtx", 0, f"{2 * count}H")
        widths = [*map(self._pdfScale, flat[::2])]
        self.hmetrics = [*zip(flat[::2], flat[1::2], strict=True)]
        self.glyphPos = [*places] if long else [place << 1 for place in places]
        self.defaultWidth = widths[0]
        glyphs[0xA0] = glyphs[0x20]
        self.charToGlyph = glyphs
        self.charWidths = {char: widths[glyph] for char, glyph in glyphs.items()}
        return True

    def _at(self, table: str, offset: int, form: str) -> tuple[int, ...]:
        """Return the numbers of a form that begin so many bytes into a table."""
        return unpack_from(">" + form, self._ttf_data, self.get_table_pos(table)[0] + offset)

    def _glyphs(self) -> dict[int, int]:
        """Return the glyph of each character, or nothing if the map is not as usual."""
        records = self._at("cmap", 4, "HHL" * self._at("cmap", 2, "H")[0])
        start, *others = dict.fromkeys(records[2::3])
        form, length = self._at("cmap", start, "HH")
        if others or form != _USUAL:
            return {}
        glyphs: dict[int, int] = {}
        for chars, found in _stretches(self._at("cmap", start, f"{length // 2}H")):
            glyphs.update(zip(chars, found, strict=False))
        return glyphs if 0x20 in glyphs else {}


def _stretches(map: tuple[int, ...]) -> Iterator[tuple[range, list[int]]]:
    """Yield the stretches of characters of a map of the usual form, each with its glyphs.

    After the first seven numbers come four for each stretch: its end, its beginning, what to add to
    get a glyph, and how far away a list of its own is if it has one.
    """
    count = map[3] // 2
    last, first, more, away = (7 + part * count + (part > 0) for part in range(4))
    for at in range(count):
        chars, add = range(map[first + at], map[last + at] + 1), map[more + at]
        if skip := map[away + at] // 2:
            start = away + at + skip
            listed = map[start : start + len(chars)]
            yield chars, [glyph and (glyph + add) & 0xFFFF for glyph in listed]
        else:
            yield chars, [(char + add) & 0xFFFF for char in chars]
