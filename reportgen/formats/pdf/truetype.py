"""Read a TrueType file: which glyph a character has, how wide it is, and the outlines to embed.

Only what is asked for is looked at, so that a face of six thousand glyphs is open at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from struct import unpack_from

_KINDS = (b"\0\1\0\0", b"true")
_UNICODE = ((3, 10), (0, 4), (3, 1), (0, 3))
"""The maps from characters to glyphs that a file may have, the best first: platform, encoding."""

Lookup = Callable[[int], int]


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A TrueType face: its tables, and what finds the glyph of a character; 0 stands for none."""

    tables: Mapping[str, bytes]
    glyph: Lookup
    units: int
    """How many units of its outlines make up the size of the type."""

    @classmethod
    def parse(cls, data: bytes) -> Face:
        """Return the face in the bytes of a file.

        Raises `ValueError`, `KeyError` or `struct.error` if it is none that can be embedded.
        """
        tables = _tables(data)
        (units,) = unpack_from(">H", tables["head"], 18)
        if not units or "glyf" not in tables:
            raise ValueError("the file has no outlines")
        return cls(tables, _lookup(tables["cmap"]), units)

    def scaled(self, length: float) -> float:
        """Return a length of the outlines in thousandths of the size of the type."""
        return length * 1000 / self.units

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in thousandths of the size of the type."""
        (count,) = unpack_from(">H", self.tables["hhea"], 34)
        (width,) = unpack_from(">H", self.tables["hmtx"], 4 * min(glyph, count - 1))
        return self.scaled(width)

    def bearing(self, glyph: int) -> int:
        """Return how far the ink of a glyph begins from its left side, in units."""
        (count,) = unpack_from(">H", self.tables["hhea"], 34)
        place = 4 * glyph + 2 if glyph < count else 4 * count + 2 * (glyph - count)
        bearing: int = unpack_from(">h", self.tables["hmtx"], place)[0]
        return bearing

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph; nothing for one without ink."""
        (long,) = unpack_from(">h", self.tables["head"], 50)
        form, size = (">2L", 4) if long else (">2H", 2)
        start, end = unpack_from(form, self.tables["loca"], glyph * size)
        step = 1 if long else 2
        return self.tables["glyf"][start * step : end * step]


def _tables(data: bytes) -> dict[str, bytes]:
    if data[:4] not in _KINDS:
        raise ValueError("the file is not TrueType")
    (count,) = unpack_from(">H", data, 4)
    tables = {}
    for number in range(count):
        name, _, start, length = unpack_from(">4s3L", data, 12 + 16 * number)
        tables[name.decode("ascii")] = data[start : start + length]
    return tables


def _lookup(cmap: bytes) -> Lookup:
    """Return what finds the glyph of a character by the best map that the table has."""
    (count,) = unpack_from(">H", cmap, 2)
    records = (unpack_from(">2HL", cmap, 4 + 8 * number) for number in range(count))
    found = {(platform, encoding): start for platform, encoding, start in records}
    for kind in _UNICODE:
        if kind in found:
            table = cmap[found[kind] :]
            (form,) = unpack_from(">H", table)
            if form in (4, 12):
                return _short(table) if form == 4 else _long(table)
    raise ValueError("the file does not say which characters its glyphs are")


def _short(table: bytes) -> Lookup:
    """Return what looks up a map of format 4, which covers the first 65,536 characters."""
    (double,) = unpack_from(">H", table, 6)
    form = f">{double // 2}H"
    ends = unpack_from(form, table, 14)
    starts = unpack_from(form, table, 16 + double)
    deltas = unpack_from(form, table, 16 + 2 * double)
    ranges = unpack_from(form, table, 16 + 3 * double)

    def glyph(code: int) -> int:
        at = bisect_left(ends, code)
        if at == len(ends) or starts[at] > code:
            return 0
        if not ranges[at]:
            return int(code + deltas[at]) & 0xFFFF
        place = 16 + 3 * double + 2 * at + ranges[at] + 2 * (code - starts[at])
        (found,) = unpack_from(">H", table, place)
        return (found + deltas[at]) & 0xFFFF if found else 0

    return glyph


def _long(table: bytes) -> Lookup:
    """Return what looks up a map of format 12, which covers every character."""
    (count,) = unpack_from(">L", table, 12)
    numbers = unpack_from(f">{3 * count}L", table, 16)
    starts, ends, firsts = numbers[::3], numbers[1::3], numbers[2::3]

    def glyph(code: int) -> int:
        at = bisect_left(ends, code)
        if at == count or starts[at] > code:
            return 0
        return int(firsts[at] + code - starts[at])

    return glyph
