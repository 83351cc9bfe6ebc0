"""What paints a text: which byte stands for which character."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.formats.pdf.codes import Lettering
from reportgen.formats.pdf.fonts import Fonts

FOLDER = Path(__file__).parents[3] / "assets" / "fonts"


@pytest.fixture
def fonts() -> Fonts:
    return Fonts.read(FOLDER, "Arimo")


@pytest.fixture
def lettering() -> Lettering:
    return Lettering()


def shown(code: str) -> str:
    return code.split(" Tf ")[1]


def test_plain_english_is_written_as_it_is(lettering: Lettering, fonts: Fonts) -> None:
    code = lettering.show(fonts.regular, "Key stage 4", "9")
    assert shown(code) == "(Key stage 4) Tj"


def test_what_a_string_cannot_hold_is_written_otherwise(lettering: Lettering, fonts: Fonts) -> None:
    assert shown(lettering.show(fonts.regular, "(a\\b)", "9")) == r"(\(a\\b\)) Tj"
    many = "".join(chr(code) for code in range(0x100, 0x100 + 129 + 13))
    code = lettering.show(fonts.regular, many, "9")
    assert "\\r" in code
    assert "\r" not in code


def test_a_no_break_space_is_a_space(lettering: Lettering, fonts: Fonts) -> None:
    assert lettering.show(fonts.bold, "2\xa0%", "9") == lettering.show(fonts.bold, "2 %", "9")


def test_each_font_has_a_name_of_its_own(lettering: Lettering, fonts: Fonts) -> None:
    codes = [lettering.show(font, "a", "9") for font in (fonts.bold, fonts.regular, fonts.bold)]
    assert codes[0] == codes[2] != codes[1]


def test_characters_too_many_for_one_subset_go_on_in_the_next(
    lettering: Lettering, fonts: Fonts
) -> None:
    text = "a" + "".join(chr(code) for code in range(0x100, 0x250)) + "b"
    code = lettering.show(fonts.regular, text, "9")
    assert re.findall(r"/F\d\+(\d) 9 Tf", code) == ["0", "1", "0"]
    assert all(ord(char) < 256 for char in code)
    assert lettering.show(fonts.regular, text, "9") == code
