"""Values as a PDF writes them, read by a library that did not write them."""

from __future__ import annotations

from typing import Any

import pikepdf
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.formats.pdf.syntax import array, dictionary, name, names, ref, string


def read(text: str) -> object:
    return pikepdf.Object.parse(text.encode("latin-1"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("(a) \\ b)")
@example("two\r\nlines")
@example("£5 – “half”")
@example("\x18\x7f")
def test_any_text_is_read_as_it_was(text: str) -> None:
    assert str(read(string(text))) == text


def test_plain_english_stays_readable() -> None:
    assert string("Key stage 4") == "(Key stage 4)"


def test_a_name_with_a_slash_in_it_is_read_as_one_name() -> None:
    assert str(read(name("text/csv"))) == "/text/csv"
    assert name("text/csv") == "/text#2Fcsv"


def test_dictionaries_and_arrays_hold_what_is_written_already() -> None:
    assert dictionary({"Type": "/Page", "Kids": array([1, ref(2)])}) == (
        "<< /Type /Page /Kids [1 2 0 R] >>"
    )


def test_a_name_tree_is_in_the_order_of_the_bytes_that_are_written() -> None:
    words = ["b", "\uffee", "aä", "(z", "\U0001f600", "a", "+"]
    found: Any = read(names({word: number for number, word in enumerate(words)}))
    written = [bytes(key) for key in list(found["/Names"])[::2]]
    assert written == sorted(written)
    assert {str(key) for key in list(found["/Names"])[::2]} == set(words)
