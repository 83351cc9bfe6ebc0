"""Typefaces as they travel with the pages."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from reportgen.document import Paragraph, Text
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.fonts import Fonts
from reportgen.theme import Theme


@pytest.fixture(scope="module")
def letters(assets: Path) -> str:
    """Every letter of the main typeface that has an order of its own: more than one subset."""
    chars = map(chr, Fonts.read(assets / "fonts", "Arimo").regular.face.charToGlyph)
    fine = (char for char in chars if char.isalpha() and unicodedata.is_normalized("NFC", char))
    return "".join(sorted(fine))


@pytest.fixture(scope="module")
def written(letters: str, sample: ModuleType, theme: Theme, assets: Path) -> bytes:
    words = " ".join(letters[start : start + 8] for start in range(0, len(letters), 8))
    return write_pdf(sample.document(Paragraph((Text(words),))), theme, assets)


def test_more_characters_than_a_subset_holds_are_read_back_as_they_are(
    written: bytes, letters: str, gate: ModuleType
) -> None:
    assert len(letters) > 3 * 255
    assert gate.faults(written) == []
    found = "".join(element.text for element in gate.Gate(written).elements)
    assert letters in found.replace(" ", "")


def test_each_subset_states_its_widths_and_holds_no_letter_that_is_not_used(
    written: bytes,
) -> None:
    with pikepdf.open(io.BytesIO(written)) as pdf:
        fonts = [dict(font) for font in pdf.pages[0].obj.Resources.Font.values()]
        assert len(fonts) > 3
        for font in fonts:
            cut = TTFont(io.BytesIO(font["/FontDescriptor"].FontFile2.read_bytes()))
            glyphs = cut["cmap"].tables[0].cmap
            order, advances = cut.getGlyphOrder(), cut["hmtx"]
            em = cut["head"].unitsPerEm
            assert font["/LastChar"] == len(font["/Widths"]) - 1
            for code, width in enumerate(font["/Widths"]):
                glyph = glyphs.get(code, order[0])
                assert float(width) == pytest.approx(advances[glyph][0] * 1000 / em, abs=0.51)
            used = set(glyphs.values())
            parts = {
                part
                for glyph in order
                for part in cut["glyf"][glyph].getComponentNames(cut["glyf"])
            }
            assert set(order) - used - parts <= {order[0]}
