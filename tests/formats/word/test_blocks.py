"""Each kind of block as python-docx, a reader we did not write, sees it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx as reader
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reportgen.document import Bullets, Callout, Heading, Item, Reference, Text
from reportgen.document import Document as Report
from reportgen.document import Paragraph as Block
from reportgen.formats.word import write_word
from reportgen.formats.word.metrics import lines, width
from reportgen.formats.word.pen import caption_mark, heading_mark
from reportgen.theme import Theme
from tests.formats.word import sample


@pytest.fixture(scope="module")
def opened(docx: bytes) -> Document:
    """The made-up report."""
    return reader.Document(io.BytesIO(docx))


def of_style(opened: Document, name: str) -> list[Paragraph]:
    return [p for p in opened.paragraphs if p.style and p.style.name == name]


def test_chapters_are_real_headings_with_their_numbers(opened: Document) -> None:
    chapters = [p.text for p in of_style(opened, "Heading 1")]
    assert chapters == ["At a glance", "1 Attainment", "2 After the wide table", sample.LISTS]


def test_a_chapter_begins_a_page_without_an_empty_paragraph(opened: Document) -> None:
    breaks = [p.paragraph_format.page_break_before for p in of_style(opened, "Heading 1")]
    assert breaks == [True, True, None, True], "the third begins a section, and so a page"
    assert len(opened.sections) == 3


def test_the_cover_is_made_of_words_in_paragraphs(opened: Document) -> None:
    assert of_style(opened, "Title")[0].text == "Education standards report"
    fields = [p.text for p in of_style(opened, "Cover Field")]
    assert fields[0] == "Committee\tChildren’s and Education Select Committee"


def test_a_callout_says_its_kind_with_a_mark_and_in_words(opened: Document) -> None:
    assert [p.text for p in of_style(opened, "Strength Label")] == ["▲ Attainment", "▲ Strengths"]
    assert of_style(opened, "Development Label")[0].text == "▼ Exclusions"


def test_the_bars_of_two_callouts_in_a_row_are_kept_apart(opened: Document) -> None:
    labels = of_style(opened, "Strength Label")
    borders = [p._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None for p in labels]
    assert borders == [False, True]


def test_the_label_of_a_notice_runs_into_its_words(opened: Document) -> None:
    assert of_style(opened, "Notice")[0].text.startswith("How to read this chapter. There were")


def test_lists_have_list_styles_and_a_new_count_begins_at_one(opened: Document) -> None:
    assert [p.text for p in of_style(opened, "List Bullet")] == ["first", "second"]
    assert [p.text for p in of_style(opened, "List Bullet 2")] == ["a list inside a list"]
    numbers = {p._p.pPr.numPr.numId.val for p in of_style(opened, "List Number")}
    assert len(numbers) == 1
    assert min(numbers) > 10


def test_a_paragraph_that_leads_into_a_list_stays_with_it(theme: Theme, assets: Path) -> None:
    listed = Bullets((Item((Text("first"),)), Item((Text("second"),))))
    steps = Bullets((Item((Text("third"),)), Item((Text("fourth"),))))
    blocks = (
        Heading(1, (Text("A chapter"),), "a"),
        Block((Text("They count in two ways."),)),
        listed,
        Block((Text("That is all."),)),
        Callout("notice", (Block((Text("There are two."),)), steps), "a.notice"),
    )
    made = write_word(replace(sample.document(), blocks=blocks), theme, assets)
    kept = {
        p.text: p.paragraph_format.keep_with_next
        for p in reader.Document(io.BytesIO(made)).paragraphs
    }
    assert kept["They count in two ways."] is True
    assert kept["There are two."] is True
    assert kept["first"] is kept["That is all."] is None


def test_numbers_stand_on_the_right_of_their_columns(opened: Document) -> None:
    table = next(t for t in opened.tables if t.cell(0, 0).text == "Pupils")
    styles = [cell.paragraphs[0].style.name for cell in table.rows[1].cells]
    assert styles == ["Table Text", "Table Number", "Table Number"]
    styles = [cell.paragraphs[0].style.name for cell in table.rows[3].cells]
    assert styles == ["Table Total", "Table Total Number", "Table Total Number"]


def test_a_cell_holds_its_paragraphs_and_its_list(opened: Document) -> None:
    table = next(t for t in opened.tables if t.cell(0, 0).text == "What we will do")
    assert [p.text for p in table.cell(1, 0).paragraphs] == [
        "Train school-based champions in every school.",
        "train champions",
        "share what works",
    ]
    assert [p.style.name for p in table.cell(2, 1).paragraphs] == ["Table Bullet"] * 2
    assert table.cell(2, 2).text == ""


def test_a_table_fills_the_width_of_the_page(opened: Document) -> None:
    section = opened.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in opened.tables[:3]:
        wide = sum(int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.iter(qn("w:gridCol")))
        assert abs(wide * 635 - room) < 20000


def test_tiles_are_of_one_width_and_the_last_ends_with_the_page(opened: Document) -> None:
    (tiles,) = (t for t in opened.tables if t.style and t.style.name == "Key Figures")
    section = opened.sections[0]
    page = section.page_width - section.left_margin - section.right_margin
    cells = tiles.rows[0].cells
    rights = [cell.paragraphs[0].paragraph_format.right_indent for cell in cells]
    assert rights == [None, None, 0], "the style of the first two sets the gutter"
    gutter = cells[0].paragraphs[0].style.paragraph_format.right_indent
    first, second, last = (cell.width for cell in cells)
    assert first == second
    assert abs(first - gutter - last) <= 20 * 635
    assert abs(first + second + last - page) <= 20 * 635


def test_captions_count_by_fields(opened: Document) -> None:
    caption = of_style(opened, "Caption")[0]
    assert caption.text.startswith("Figure 1: Pupils in Westshire")
    codes = [e.text for e in caption._p.iter(qn("w:instrText"))]
    assert codes == [" SEQ Figure \\* ARABIC "]


def test_a_mention_of_a_figure_is_a_live_reference(opened: Document) -> None:
    paragraph = next(p for p in opened.paragraphs if p.text.startswith("Pupils scored 59.0"))
    codes = [e.text.split()[0] for e in paragraph._p.iter(qn("w:instrText"))]
    assert codes == ["REF"]
    assert "(Figure 1)" in paragraph.text


def test_a_mention_in_words_of_its_own_is_a_link_to_the_heading_or_the_figure(
    document: Report, theme: Theme, assets: Path
) -> None:
    said = Block((Reference("attainment", "the chapter"), Reference("attainment.trend", "below")))
    blocks = (*document.blocks, said)
    made = write_word(replace(document, blocks=blocks), theme, assets)
    last = reader.Document(io.BytesIO(made)).paragraphs[-1]._p
    links = [
        (link.get(qn("w:anchor")), "".join(t.text for t in link.iter(qn("w:t"))))
        for link in last.iter(qn("w:hyperlink"))
    ]
    assert links == [
        (heading_mark("attainment"), "the chapter"),
        (caption_mark("attainment.trend"), "below"),
    ]


def test_words_are_measured_as_arial_sets_them() -> None:
    assert width("Hello", 10) == pytest.approx(22.78)
    assert width("Hello", 10, bold=True) > width("Hello", 10)
    assert lines("one two three four", 10, 45) == 2


def test_a_column_is_never_narrower_than_its_longest_word(opened: Document) -> None:
    table = next(t for t in opened.tables if t.cell(0, 0).text == "What we will do")
    grid = [int(c.get(qn("w:w"))) / 20 for c in table._tbl.tblGrid.iter(qn("w:gridCol"))]
    for column, wide in zip(sample.plan_table().columns, grid, strict=True):
        longest = max(column.heading[0].text.split(), key=len)
        assert width(longest, 10, bold=True) < wide
