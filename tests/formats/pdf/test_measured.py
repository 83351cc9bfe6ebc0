"""How a text is measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.measured import Measured, cut, measured
from reportgen.formats.pdf.passages import Piece
from reportgen.formats.pdf.tree import Leaf

FONTS = Fonts.read(Path(__file__).parents[3] / "assets" / "fonts", "Arimo")
LEAF = Leaf("P")


def piece(text: str, bold: bool = False) -> Piece:
    return Piece(text, bold, "#000000", LEAF)


def one(text: str) -> Measured:
    return measured((piece(text),), FONTS)


def rows(found: Measured, width: float, whatever: bool = False) -> list[str] | None:
    ends = found.rows(width, whatever)
    return ends and [found.text[found.places[first] : found.places[end]] for first, end in ends]


def test_a_line_is_as_full_as_it_can_be() -> None:
    wide = FONTS.width("one two", False, 1000)
    assert rows(one("one two three"), wide) == ["one two ", "three"]
    assert rows(one("one two three"), wide - 1) == ["one ", "two ", "three"]


def test_a_line_may_end_after_a_dash_between_words_but_not_within_a_year() -> None:
    assert rows(one("well-being in 2019/20"), 4200) == ["well-", "being in ", "2019/20"]


def test_a_text_with_a_word_that_is_too_wide_has_no_rows() -> None:
    assert rows(one("a statistician"), FONTS.width("statisticia", False, 1000)) is None


def test_a_word_that_is_too_wide_is_cut_at_its_pauses_or_else_anywhere() -> None:
    width = FONTS.width("statistic", False, 1000)
    assert rows(cut(one("a statistician"), width), width) == ["a statis", "tician"]
    assert rows(cut(one("a gov.uk/data"), width), width) == ["a ", "gov.uk/", "data"]


def test_a_number_that_is_too_wide_stands_on_a_line_of_its_own() -> None:
    width = FONTS.width("100,0", False, 1000)
    found = cut(one("of 100,000 or so"), width)
    assert rows(found, width) is None
    assert rows(found, width, whatever=True) == ["of ", "100,000 ", "or so"]


def test_pieces_that_look_the_same_are_one_text() -> None:
    found = measured((piece("about "), piece("4"), piece(" of it")), FONTS)
    assert len(found.looks) == 1
    assert found.along == one("about 4 of it").along


def test_a_number_is_held_to_its_word_though_it_is_another_piece() -> None:
    assert measured((piece("in Figure "), piece("4")), FONTS).text == "in Figure\xa04"


def test_each_look_is_as_wide_as_its_own_face_makes_it() -> None:
    found = measured((piece("wide "), piece("words", bold=True)), FONTS)
    assert [(look.start, look.font.name) for look in found.looks] == [
        (0, "Arimo-Regular"),
        (5, "Arimo-Bold"),
    ]
    light, dark = FONTS.width("wide ", False, 1000), FONTS.width("words", True, 1000)
    assert found.extent(0, 10) == pytest.approx(light + dark)


def test_a_character_that_the_face_lacks_is_a_stretch_of_another() -> None:
    found = measured((piece("a \u2713 b"),), FONTS)
    assert [(begin, end) for _, begin, end in found.stretches(1, 4)] == [(1, 2), (2, 3), (3, 4)]


def test_spaces_in_a_row_are_one_and_none_is_first() -> None:
    pieces = (piece("  a  b "), piece(" c", bold=True))
    assert measured(pieces, FONTS).text == "a b c"


@given(st.lists(st.text("abc-/–é1", min_size=1, max_size=8), min_size=1), st.floats(5000, 20000))
def test_rows_are_the_whole_text_and_none_is_too_wide(words: list[str], width: float) -> None:
    text = " ".join(words)
    found = rows(one(text), width)
    assert found
    assert "".join(found) == text
    assert all(FONTS.width(row.rstrip(" "), False, 1000) <= width + 0.001 for row in found)
