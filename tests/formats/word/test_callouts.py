"""A short callout stays whole; a long one is parted with some lines on either side."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Literal

import docx as reader
import pytest

from reportgen.document import Bullets, Callout, Item, Paragraph, Text
from reportgen.formats.word import write_word
from tests.formats.word import sample

Kind = Literal["strength", "development", "notice"]
A_LINE = " ".join(["standards"] * 8)
"""Words that fill a line of a callout, in which a ninth has no room."""


def said(count: int) -> tuple[Text]:
    """Return words that take so many lines."""
    return (Text(" ".join([A_LINE] * count)),)


def kept(kind: Kind, *counts: int) -> list[bool]:
    """Return for each paragraph of a callout whether it stays with the one that follows.

    Each has so many lines. The words of a statement stand under a label.
    """
    callout = Callout(kind, tuple(Paragraph(said(count)) for count in counts), "c", "Label")
    made = write_word(replace(sample.document(), blocks=(callout,)), sample.theme(), sample.ASSETS)
    paragraphs = reader.Document(io.BytesIO(made)).paragraphs
    formats = [(p.paragraph_format, p.style.paragraph_format) for p in paragraphs if p.style]
    return [any(form.keep_with_next is True for form in both) for both in formats]


@pytest.mark.parametrize("kind", ["strength", "development"])
def test_a_short_statement_stays_on_one_page_with_its_label(kind: Kind) -> None:
    assert kept(kind, 3, 3, 3) == [True, True, True, False]


def test_a_long_statement_may_be_parted_between_its_paragraphs() -> None:
    assert kept("strength", 4, 4, 4) == [True, False, False, False]


def test_no_line_or_two_of_a_long_statement_stand_alone() -> None:
    assert kept("strength", 2, 2, 4, 4, 1, 1) == [True, True, False, False, True, True, False]


def test_a_notice_counts_the_air_of_its_panel() -> None:
    assert kept("notice", 4, 4) == [True, False]
    assert kept("notice", 4, 5) == [False, False]


def test_the_points_of_a_short_list_stay_on_one_page() -> None:
    listed = Bullets((Item(said(1)), Item(said(2))))
    callout = Callout("development", (listed,), "c", "For development")
    made = write_word(replace(sample.document(), blocks=(callout,)), sample.theme(), sample.ASSETS)
    points = [p for p in reader.Document(io.BytesIO(made)).paragraphs if p.text.startswith(A_LINE)]
    assert [p.paragraph_format.keep_with_next for p in points] == [True, None]
