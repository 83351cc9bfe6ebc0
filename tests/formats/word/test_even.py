"""Titles of several lines are set in lines of about the same length."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx as reader
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Heading, Text
from reportgen.formats.word import write_word
from reportgen.formats.word.even import least
from reportgen.formats.word.metrics import lines, width
from reportgen.theme import Theme
from tests.formats.word import sample

SIZE, ROOM = 13.0, 470.0
SPACE = width(" ", SIZE, bold=True)


def pieces(text: str) -> list[tuple[str, float]]:
    """Return a title cut where a line may end, with widths in bold."""
    parts = text.replace(" ", " \0").replace("-", "-\0").split("\0")
    return [(part, width(part, SIZE, bold=True)) for part in parts if part]


def narrowed(text: str) -> float:
    return least(pieces(text), ROOM, SPACE)


@given(st.lists(st.text("aeimrst,", min_size=1, max_size=14), min_size=1, max_size=30))
def test_a_title_takes_no_more_lines_than_before(words: list[str]) -> None:
    text = " ".join(words)
    edge = narrowed(text)
    assert edge <= ROOM
    assert lines(text, SIZE, edge, bold=True) == lines(text, SIZE, ROOM, bold=True)


def test_the_last_word_of_a_title_is_not_left_alone() -> None:
    text = "Figure 2: Disadvantaged pupils scored level with England, other pupils above"
    assert lines(text, SIZE, ROOM, bold=True) == 2
    first = width("Figure 2: Disadvantaged pupils scored", SIZE, bold=True)
    assert first < narrowed(text) < first + 12


def test_a_title_of_one_line_keeps_the_whole_width() -> None:
    assert narrowed("Figure 4: Every main ethnic group scored above England") == ROOM


def test_a_line_does_not_end_inside_a_word_with_a_hyphen() -> None:
    text = "Table 43: Funded three- and four-year-olds at good or outstanding providers, by year"
    edge = narrowed(text)
    first = width("Table 43: Funded three- and four-year-", SIZE, bold=True)
    assert edge < ROOM
    assert not first <= edge < width("Table 43: Funded three- and four-year-olds", SIZE, bold=True)


def test_a_title_that_has_to_be_cut_at_a_hyphen_is_evened_out_too() -> None:
    text = "-".join(["improvement"] * 8)
    assert lines(text, SIZE, ROOM, bold=True) == 2
    half = width("improvement-" * 4, SIZE, bold=True)
    assert half < narrowed(text) < half + 12


def test_only_titles_that_run_over_are_drawn_in(theme: Theme, assets: Path) -> None:
    long = "Children in need, and children looked after by the council for twelve months or more"
    blocks = (Heading(1, (Text(long),), "long"), Heading(2, (Text("Short"),), "short"))
    made = write_word(replace(sample.document(), blocks=blocks), theme, assets)
    right = {
        p.text: p.paragraph_format.right_indent
        for p in reader.Document(io.BytesIO(made)).paragraphs
    }
    assert right[long]
    assert right["Short"] is None


def test_a_number_stays_on_the_line_of_its_word_where_it_can() -> None:
    text = "Table 15: Pupils at the end of key stage 4 by free school meals and sex, 2020/21"
    edge = narrowed(text)
    assert edge < ROOM
    first = lines("Table 15: Pupils at the end of key stage 4 ", SIZE, edge, bold=True)
    assert first == 1
