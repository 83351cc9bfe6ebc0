"""The words of a paragraph, with what texts from elsewhere bring along."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Heading,
    Item,
    Link,
    Paragraph,
    Strong,
    Text,
)
from reportgen.errors import RenderError
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.passages import tidy
from reportgen.theme import Theme

FONTS = Fonts.read(Path(__file__).parents[3] / "assets" / "fonts", "Arimo")
LETTERS = sorted({*FONTS.regular.chars, *"\0\a\t\r\n\x0b\x1b\x7f\ud800\uef00\u05d0\u0301☂😀"})
"""All that the typeface has a glyph for, in order or not, and what no document should have."""

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


def test_spaces_in_a_row_count_as_one_in_the_bookmarks_too(write: Write) -> None:
    data = write(Heading(1, (Text("A  heading"),), "a"))
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["A heading"]


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.sampled_from(LETTERS), min_size=1, max_size=12))
def test_any_words_are_refused_or_read_back_wherever_they_stand(
    words: str,
    sample: ModuleType,
    gate: ModuleType,
    expected: ModuleType,
    theme: Theme,
    assets: Path,
) -> None:
    said = (Text(words),)
    listed = Bullets((Item(said), Item((Strong(said), Text("."), Link(said, words)))))
    cells = replace(sample.table(rows=1), notes=(said,), source=said, summary=words)
    callout = Callout("strength", (Paragraph(said),), "callout", f"A {words}")
    blocks = (Contents(), Heading(1, said, "h"), Paragraph(said), listed, cells, callout)
    document = replace(sample.document(*blocks), title=words, organisation=words, subject=words)
    try:
        data = write_pdf(document, theme, assets)
    except RenderError:
        return
    assert gate.faults(data) == []
    assert squeezed(gate.said(data)) == squeezed(expected.said(document, {"h": 2}))


def squeezed(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what is said in the letters that it is set in, without its spaces."""
    return [(kind, re.sub(r"\s", "", tidy(text))) for kind, text in said]
