"""A face read from its file, and the small font made of some of its characters."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from struct import unpack

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from reportgen.formats.pdf.subset import subset
from reportgen.formats.pdf.truetype import Face

FOLDER = Path(__file__).parents[3] / "assets" / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))


def face(path: Path) -> Face:
    return Face.parse(path.read_bytes())


def drawn(font: TTFont, glyph: str) -> object:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_character_has_the_glyph_and_the_width_that_another_reader_finds(path: Path) -> None:
    ours, theirs = face(path), TTFont(path)
    names, measures = theirs.getBestCmap(), theirs["hmtx"]
    for code in range(0x20000):
        glyph = ours.glyph(code)
        assert glyph == (theirs.getGlyphID(names[code]) if code in names else 0), hex(code)
        if glyph:
            width, bearing = measures[names[code]]
            assert ours.advance(glyph) == pytest.approx(width * 1000 / 2048)
            assert ours.bearing(glyph) == bearing


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_subset_draws_its_characters_as_the_face_does(path: Path) -> None:
    text = "Aé–ǻﬁ ½Ω"
    ours, theirs = face(path), TTFont(path)
    data = subset(ours, [0, *(ours.glyph(ord(char)) for char in text)])
    made = TTFont(BytesIO(data), checkChecksums=2)
    (codes,) = made["cmap"].tables
    for code, char in enumerate(text, 1):
        name, was = codes.cmap[code], theirs.getBestCmap()[ord(char)]
        assert drawn(made, name) == drawn(theirs, was)
        assert made["hmtx"][name] == theirs["hmtx"][was]
    assert len(data) < 20_000


def test_a_subset_is_whole_by_its_own_sum() -> None:
    ours = face(FILES[0])
    data = subset(ours, [0, ours.glyph(ord("A"))])
    assert sum(unpack(f">{len(data) // 4}L", data)) % 2**32 == 0xB1B0AFBA


@pytest.mark.parametrize("data", [b"", b"OTTO" + b"\0" * 40, b"\0\1\0\0\0\1", b"\0\1\0\0\0\0"])
def test_a_file_that_is_no_face_is_refused(data: bytes) -> None:
    import struct

    with pytest.raises((ValueError, KeyError, struct.error)):
        Face.parse(data)
