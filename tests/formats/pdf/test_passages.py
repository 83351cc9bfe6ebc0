"""The words of a paragraph, with what texts from elsewhere bring along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Block, Contents, Heading, Paragraph, Strong, Text
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.passages import tidy
from reportgen.theme import Theme

Write = Callable[..., bytes]


@pytest.fixture
def write(sample: ModuleType, theme: Theme, assets: Path) -> Write:
    """What turns a few blocks into a file."""

    def made(*blocks: Block) -> bytes:
        return write_pdf(sample.document(*blocks), theme, assets)

    return made


@pytest.mark.parametrize("unseen", "\u00ad\u200b\u200e\u202e\u2060\ufeff")
def test_what_paints_nothing_is_left_out(unseen: str) -> None:
    assert tidy(f"{unseen}co{unseen}opt e{unseen}\u0301{unseen}") == "coopt é"


@pytest.mark.parametrize("end", ["\r\n", "\t", "\v", "\f", "\x85", "\u2028"])
def test_an_end_of_a_line_is_a_space(end: str) -> None:
    assert tidy(f"one{end}two") == "one two"


@pytest.mark.parametrize("words", [" ", "\xa0", "\u200b\t"])
def test_spaces_alone_are_no_paragraph(words: str, write: Write, gate: ModuleType) -> None:
    found = gate.Gate(write(Paragraph((Text("One"),)), Paragraph((Text(words),), role="lead")))
    assert found.faults == []
    assert [element.text for element in found.elements if element.kind == "P"] == ["One"]


def test_what_paints_nothing_is_not_drawn_either(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    chart = sample.chart()
    marked = ("\ufeff2017/18", "2018\u00ad/19", *chart.categories[2:])
    data = write(replace(chart, categories=marked))
    assert gate.faults(data) == []
    assert gate.drawn(data) == gate.drawn(write(chart))


def test_a_space_that_is_one_too_many_asks_for_no_typeface(write: Write, gate: ModuleType) -> None:
    said = Paragraph((Text("one "), Strong((Text(" "),)), Text("two")))
    found = gate.Gate(write(said))
    assert found.faults == []
    assert [element.text for element in found.elements if element.kind == "P"] == ["one two"]


def test_spaces_in_a_row_count_as_one_in_the_bookmarks_too(write: Write, gate: ModuleType) -> None:
    assert gate.faults(write(Contents(), Heading(1, (Text("A  heading"),), "a"))) == []
