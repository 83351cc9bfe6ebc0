"""Typefaces as they are read, beside what a library says that reads them otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.formats.pdf.fonts import Font

FACES = sorted((Path(__file__).parents[3] / "assets" / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_every_glyph_is_as_wide_as_it_is(path: Path) -> None:
    with TTFont(path) as other:
        advances = [other["hmtx"][name][0] for name in other.getGlyphOrder()]
    assert [int(advance) for advance, _ in Font.read(path).face.hmetrics] == advances


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_has_the_characters_that_it_has_more_than_an_empty_box_for(path: Path) -> None:
    with TTFont(path) as other:
        glyphs = other.getBestCmap().items()
        known = {chr(code) for code, glyph in glyphs if other.getGlyphID(glyph)}
    assert Font.read(path).chars == known | {"\xa0"}
