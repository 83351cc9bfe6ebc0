"""How a text of one look is measured."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.measured import Measured, measured
from reportgen.formats.pdf.passages import Piece
from reportgen.formats.pdf.tree import Leaf

FONTS = Fonts.read(Path(__file__).parents[3] / "assets" / "fonts", "Arimo")
LEAF = Leaf("P")


def piece(text: str, bold: bool = False) -> Piece:
    return Piece(text, bold, "#000000", LEAF)


def one(text: str) -> Measured:
    found = measured((piece(text),), FONTS)
    assert found
    return found


def rows(text: str, width: float) -> list[str] | None:
    found = one(text)
    cut = found.rows(width)
    return cut and [found.text[found.places[first] : found.places[end]] for first, end in cut]


def test_a_line_is_as_full_as_it_can_be() -> None:
    wide = FONTS.width("one two", False, 1000)
    assert rows("one two three", wide) == ["one two ", "three"]
    assert rows("one two three", wide - 1) == ["one ", "two ", "three"]


def test_a_line_may_end_after_a_dash_between_words_but_not_within_a_year() -> None:
    assert rows("well-being in 2019/20", 4200) == ["well-", "being in ", "2019/20"]


def test_a_text_with_a_word_that_is_too_wide_has_no_rows() -> None:
    assert rows("a statistician", FONTS.width("statisticia", False, 1000)) is None


def test_pieces_that_look_the_same_are_one_text() -> None:
    found = measured((piece("about "), piece("4"), piece(" of it")), FONTS)
    assert found == one("about 4 of it")


def test_pieces_of_several_looks_are_not_measured() -> None:
    assert measured((piece("a "), piece("b", bold=True)), FONTS) is None


def test_a_character_that_the_face_lacks_is_not_measured() -> None:
    assert measured((piece("a \u2713 b"),), FONTS) is None


def test_a_text_with_spaces_that_would_be_lost_is_not_measured() -> None:
    assert [measured((piece(text),), FONTS) for text in ("a  b", " a", "a ", "")] == [None] * 4


@given(st.lists(st.text("abc-/–é1", min_size=1, max_size=8), min_size=1), st.floats(5000, 20000))
def test_rows_are_the_whole_text_and_none_is_too_wide(words: list[str], width: float) -> None:
    text = " ".join(words)
    cut = rows(text, width)
    assert cut
    assert "".join(cut) == text
    assert all(FONTS.width(row.rstrip(" "), False, 1000) <= width + 0.001 for row in cut)
