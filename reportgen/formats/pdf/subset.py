"""Turn some characters of a TrueType face into a small font file that has no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import pack, unpack, unpack_from

from reportgen.formats.pdf.truetype import Face

_COPIED = ("cvt ", "fpgm", "prep")
"""What the outlines need to be drawn sharply at small sizes."""
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""What the flags of a part of a glyph say: how many bytes follow, and that another part does."""
_SEAL = 0xB1B0AFBA


def subset(face: Face, glyphs: Sequence[int]) -> bytes:
    """Return a font whose code n draws the nth of some glyphs of a face; glyph 0 draws nothing."""
    kept = _with_parts(face, glyphs)
    places = {glyph: place for place, glyph in enumerate(kept)}
    outlines = [_renumbered(face.outline(glyph), places) for glyph in kept]
    starts = [0]
    for outline in outlines:
        starts.append(starts[-1] + len(outline))
    tables = {name: face.tables[name] for name in _COPIED if name in face.tables}
    count = len(kept)
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = pack(f">{count + 1}L", *starts)
    tables["head"] = _changed(_changed(face.tables["head"], 50, 1), 8, 0, 0)
    tables["hhea"] = _changed(face.tables["hhea"], 34, count)
    tables["maxp"] = _changed(face.tables["maxp"], 4, count)
    tables["hmtx"] = b"".join(_measures(face, glyph) for glyph in kept)
    codes = [places[glyph] for glyph in glyphs]
    head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes))
    tables["cmap"] = pack(f">{11 + len(codes)}H", *head, *codes)
    return _file(tables)


def _with_parts(face: Face, glyphs: Sequence[int]) -> list[int]:
    """Return the empty glyph, the glyphs, and those that others of them are put together from."""
    kept = dict.fromkeys((0, *glyphs))
    waiting = list(kept)
    for glyph in waiting:
        outline = face.outline(glyph)
        for place in _parts(outline):
            (part,) = unpack_from(">H", outline, place)
            if part not in kept:
                kept[part] = None
                waiting.append(part)
    return list(kept)


def _parts(outline: bytes) -> Iterator[int]:
    """Yield where an outline names another glyph as part of it."""
    if len(outline) < 2 or unpack_from(">h", outline)[0] >= 0:
        return
    place, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", outline, place)
        yield place + 2
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0


def _renumbered(outline: bytes, places: dict[int, int]) -> bytes:
    """Return an outline that names its parts by their new places, on a multiple of four bytes."""
    for place in _parts(outline):
        (part,) = unpack_from(">H", outline, place)
        outline = _changed(outline, place, places[part])
    return outline + b"\0" * (-len(outline) % 4)


def _measures(face: Face, glyph: int) -> bytes:
    return pack(">Hh", round(face.advance(glyph) * face.units / 1000), face.bearing(glyph))


def _changed(table: bytes, place: int, *values: int) -> bytes:
    data = pack(f">{len(values)}H", *values)
    return table[:place] + data + table[place + len(data) :]


def _file(tables: dict[str, bytes]) -> bytes:
    """Return tables as a font file, with the sums by which a reader knows them to be whole."""
    count = len(tables)
    power = count.bit_length() - 1
    start = 12 + 16 * count
    head = pack(">L4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    body = b""
    places = {}
    for name, data in sorted(tables.items()):
        places[name] = start + len(body)
        padded = data + b"\0" * (-len(data) % 4)
        head += pack(">4s3L", name.encode(), _sum(padded), places[name], len(data))
        body += padded
    seal = (_SEAL - _sum(head + body)) % 2**32
    return _changed(head + body, places["head"] + 8, *divmod(seal, 2**16))


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = unpack(f">{len(data) // 4}L", data)
    return sum(words) % 2**32
