"""Which byte stands for which character."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.formats.pdf.codes import Lettering
from reportgen.formats.pdf.fonts import Fonts

FONTS = Fonts.read(Path(__file__).parents[3] / "assets" / "fonts", "Arimo")


def test_plain_english_is_written_as_it_is() -> None:
    assert Lettering().show(FONTS.regular, "Key stage 4", "9") == "/F1+0 9 Tf (Key stage 4) Tj"


def test_what_a_string_cannot_hold_is_written_otherwise() -> None:
    assert Lettering().show(FONTS.regular, "(a\\b)", "9") == r"/F1+0 9 Tf (\(a\\b\)) Tj"
    greek = "".join(chr(code) for code in range(0x391, 0x391 + 13))
    assert "\r" not in Lettering().show(FONTS.regular, greek, "9")


def test_a_no_break_space_is_a_space() -> None:
    lettering = Lettering()
    assert lettering.show(FONTS.bold, "2\xa0%", "9") == lettering.show(FONTS.bold, "2 %", "9")


def test_fonts_are_named_in_the_order_they_are_used_in() -> None:
    lettering = Lettering()
    shown = [lettering.show(font, "a", "9")[:5] for font in (FONTS.bold, FONTS.regular, FONTS.bold)]
    assert shown == ["/F1+0", "/F2+0", "/F1+0"]


def test_characters_too_many_for_one_subset_go_on_in_the_next() -> None:
    lettering = Lettering()
    text = "a" + "".join(chr(code) for code in range(0x100, 0x100 + 600)) + "b"
    shown = lettering.show(FONTS.regular, text, "9")
    (codes,) = lettering.fonts.values()
    assert re.findall(r"/F1\+(\d)", shown) == ["0", "1", "2", "0"]
    assert len(codes.subsets) == 3
    assert sorted(char for held in codes.subsets for char in held.values()) == sorted(
        map(ord, text)
    )
    assert all(0 < code < 256 for held in codes.subsets for code in held)
    assert lettering.show(FONTS.regular, text, "9") == shown
