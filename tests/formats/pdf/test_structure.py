"""What the tags make of blocks that are cut, repeated or linked."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from pikepdf import Name

from reportgen.document import (
    Block,
    Callout,
    Column,
    Contents,
    FrontSheet,
    Heading,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Reference,
    Table,
    TableCell,
    Text,
    Tile,
    plain,
)
from reportgen.formats.pdf import write_pdf
from reportgen.theme import Theme

Write = Callable[..., bytes]


@pytest.fixture
def write(sample: ModuleType, theme: Theme, assets: Path) -> Write:
    """What turns a few blocks into a file."""

    def made(*blocks: Block, draft: bool = False) -> bytes:
        return write_pdf(sample.document(*blocks, draft=draft), theme, assets)

    return made


def heading(level: int, words: str) -> Heading:
    return Heading(level, (Text(words),), words.lower())  # type: ignore[arg-type]


def test_a_table_over_many_pages_is_one_table_with_one_header(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    found = gate.Gate(write(sample.table(rows=150)))
    kinds = [element.kind for element in found.elements]
    assert len(found.pages) > 3
    assert (kinds.count("Table"), kinds.count("THead"), kinds.count("TR")) == (1, 1, 151)


def test_a_header_repeated_on_a_later_page_is_decoration(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    found = gate.Gate(write(sample.table(rows=150)))
    assert "Westshire" not in found.pages[0].artifacts
    assert all("Westshire" in page.artifacts for page in found.pages[1:])


def test_a_link_over_several_lines_is_one_link_with_a_place_on_each(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    data = write(sample.chart(), sample.linked())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = [each for page in pdf.pages for each in page.obj.Annots if Name.A in each]
        assert len(links) > 1
        assert len({str(each.A.URI) for each in links}) == 1
    found = gate.Gate(data)
    kinds = [element.kind for element in found.elements]
    assert kinds.count("Link") == 2


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_words_on_the_next_page_belong_to_their_paragraph_there(
    write: Write, gate: ModuleType, share: float
) -> None:
    words = "many words that fill a page and more " * 200
    cut = int(len(words) * share)
    link = Link((Text("a link"),), "https://example.org")
    found = gate.Gate(write(Paragraph((Text(words[:cut]), link, Text(words[cut:])), "p")))
    assert found.faults == []
    assert len(found.pages) > 1
    (said,) = (element.text for element in found.elements if element.kind == "P")
    assert said.count("many") == 200


def test_a_reference_leads_to_the_page_of_its_figure(write: Write, sample: ModuleType) -> None:
    far = [sample.paragraph(id=f"p{n}") for n in range(60)]
    data = write(sample.linked(), *far, sample.chart())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (link,) = (each for each in pdf.pages[0].obj.Annots if Name.Dest in each)
        assert link.Dest[0].objgen == pdf.pages[-1].obj.objgen


def test_a_chart_leads_to_the_first_table_that_has_its_figures(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    tables = (Reference("figures", "Table 1"), Reference("more", "Table 2"))
    chart, table = replace(sample.chart(), tables=tables), sample.table(id="figures", rows=3)
    more = replace(table, id="more")
    data = write(heading(1, "A"), chart, heading(1, "B"), table, heading(1, "C"), more)
    found = gate.Gate(data)
    (link,) = (element for element in found.elements if element.kind == "Link")
    assert found.faults == []
    assert [element.kind for element in link.walk()] == ["Link", "Figure"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (spot,) = pdf.pages[0].obj.Annots
        assert str(spot.Contents) == "Go to Table 1"
        assert spot.Dest[0].objgen == pdf.pages[1].obj.objgen
        (figure,) = (element for element in found.elements if element.kind == "Figure")
        sides = zip(spot.Rect, figure.raw.A.BBox, strict=True)
        assert max(abs(float(one) - float(other)) for one, other in sides) < 0.1


def test_a_chart_whose_figures_no_table_has_leads_nowhere(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    kinds = [element.kind for element in gate.Gate(write(sample.chart())).elements]
    assert "Figure" in kinds
    assert "Link" not in kinds


def test_sections_are_nested_as_their_headings_are(write: Write, gate: ModuleType) -> None:
    found = gate.Gate(write(heading(1, "A"), heading(2, "B"), heading(2, "C"), heading(1, "D")))
    (top,) = found.tops
    first, second = top.kids
    assert [kid.kind for kid in first.kids] == ["H1", "Sect", "Sect"]
    assert [kid.kind for kid in second.kids] == ["H1"]


def test_the_contents_nest_as_the_headings_do(write: Write, gate: ModuleType) -> None:
    found = gate.Gate(write(Contents(), heading(1, "A"), heading(2, "B"), heading(1, "C")))
    toc = next(element for element in found.elements if element.kind == "TOC")
    assert [kid.kind for kid in toc.kids] == ["TOCI", "TOC", "TOCI"]
    assert [kid.text for kid in toc.kids] == ["A 2", "B 2", "C 3"]


def test_the_triangle_before_a_label_is_seen_and_not_heard(write: Write, gate: ModuleType) -> None:
    strength = Callout("strength", (Paragraph((Text("All is well."),)),), "a", "Strengths")
    found = gate.Gate(write(strength, replace(strength, kind="development", id="b", label="")))
    said = [element.text for element in found.elements if element.kind == "P"]
    assert found.faults == []
    assert said == ["Strengths", "All is well.", "▼", "All is well."]
    assert "▲" in [mark.strip() for mark in found.pages[0].artifacts]


def test_a_page_number_in_the_contents_is_said_as_one(write: Write, gate: ModuleType) -> None:
    found = gate.Gate(write(Contents(), heading(1, "Attainment 8 in 2019/20"), heading(1, "B")))
    assert found.faults == []
    items = [element for element in found.elements if element.kind == "TOCI"]
    numbers = [[e for e in item.walk() if e.kind == "Span"] for item in items]
    assert [[str(e.raw.ActualText) for e in inside] for inside in numbers] == [
        [", page 2"],
        [", page 3"],
    ]
    assert [[e.text for e in inside] for inside in numbers] == [["2"], ["3"]]


def test_the_whole_line_of_an_entry_can_be_pressed_and_is_one_link(write: Write) -> None:
    with pikepdf.open(io.BytesIO(write(Contents(), heading(1, "A")))) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        left, _, right, _ = (float(side) for side in link.Rect)
        width = float(pdf.pages[0].mediabox[2])
    assert left < width * 0.2
    assert right > width * 0.8


def test_the_lists_of_figures_and_tables_name_the_pages_and_lead_there(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    chart, table = sample.chart(), sample.table(rows=3)
    figures = (heading(2, "Figures"), Contents("", of="figures"))
    lists = (heading(1, "Lists"), *figures, heading(2, "Tables"), Contents("", of="tables"))
    data = write(heading(1, "A"), chart, table, PageBreak(), *lists)
    found = gate.Gate(data)
    assert found.faults == []
    said = [element.text for element in found.elements if element.kind == "TOCI"]
    captions = [f"{b.caption.name}: {plain(b.caption.title)}" for b in (chart, table)]
    assert [text.rsplit(" ", 1) for text in said] == [[words, "1"] for words in captions]
    headings = [e.text for e in found.elements if e.kind in ("H1", "H2")]
    assert headings == ["A", "Lists", "Figures", "Tables"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        links = [each for each in pdf.pages[-1].obj.Annots if Name.Dest in each]
        assert {link.Dest[0].objgen for link in links} == {pdf.pages[0].obj.objgen}


def test_a_committee_paper_runs_on_under_its_front_sheet_with_numbered_paragraphs(
    sample: ModuleType, gate: ModuleType, theme: Theme, assets: Path
) -> None:
    first = Paragraph((Text("Results were strong."),), "p", number="1.1")
    blocks = (sample.front_sheet(), heading(1, "Covering report"), first, sample.bullets("list"))
    document = replace(sample.document(*blocks), profile="committee")
    found = gate.Gate(write_pdf(document, theme, assets))
    assert found.faults == []
    assert len(found.pages) == 1
    said = [(element.kind, element.text) for element in found.elements]
    assert ("P", document.title) in said
    assert ("Lbl", "Committee") in said
    assert ("P", "1.1 Results were strong.") in said


def test_a_chapter_begins_on_a_new_page_and_no_page_is_empty(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    found = gate.Gate(
        write(heading(1, "A"), PageBreak(), PageBreak(), heading(1, "B"), PageBreak())
    )
    assert [len(page.marks) for page in found.pages] == [1, 1]


def test_every_page_but_the_cover_says_which_it_is(pdf: bytes, gate: ModuleType) -> None:
    cover, *rest = gate.Gate(pdf).pages
    assert cover.artifacts == []
    for number, page in enumerate(rest, 2):
        assert f"Page {number} of {len(rest) + 1}" in page.artifacts


def test_a_draft_is_marked_on_every_page_and_a_final_report_on_none(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    blocks = (FrontSheet((("Status", (Text("Draft"),)),)), sample.paragraph(), PageBreak())
    drafts = gate.Gate(write(*blocks, sample.paragraph(), draft=True)).pages
    final = gate.Gate(write(*blocks, sample.paragraph())).pages
    assert [page.artifacts.count("Draft") for page in drafts] == [1, 1, 1]
    assert [page.artifacts.count("Draft") for page in final] == [0, 0, 0]


def test_a_long_title_does_not_run_into_the_organisation(
    sample: ModuleType, theme: Theme, assets: Path, gate: ModuleType
) -> None:
    long = replace(sample.document(sample.paragraph()), title="A long title of a report " * 9)
    (page,) = gate.Gate(write_pdf(long, theme, assets)).pages
    assert page.artifacts[0].endswith("…")
    assert len(page.artifacts[0]) < 120


def test_a_key_figure_too_wide_for_its_tile_is_set_smaller(
    write: Write, sample: ModuleType
) -> None:
    tile = Tile(sample.number("12345678901234567.8"), (Text("a long number"),))
    data = write(KeyFigures((tile,), "tiles"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sizes = [
            float(step.operands[1])
            for step in pikepdf.parse_content_stream(pdf.pages[0])
            if str(step.operator) == "Tf"
        ]
    assert 13 <= max(sizes) < 26


def test_every_column_before_the_figures_names_the_rows(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    table: Table = sample.table(rows=2)
    first, *figures = table.columns
    group = Column((Text("Sex"),))
    rows = tuple(
        replace(row, cells=(row.cells[0], TableCell.of(Text("Girls")), *row.cells[1:]))
        for row in table.rows
    )
    found = gate.Gate(write(replace(table, columns=(first, group, *figures), rows=rows)))
    assert found.faults == []
    kinds = [[cell.kind for cell in row.kids] for row in found.elements if row.kind == "TR"]
    assert kinds[1:] == [["TH", "TH", *["TD"] * len(figures)]] * 2
    plan = gate.Gate(write(replace(table, row_headers=False)))
    assert [e.kind for e in plan.elements].count("TH") == len(table.columns)


def test_links_to_headings_alike_say_which_chapter_they_lead_into(write: Write) -> None:
    plans = [heading(1, "A"), heading(2, "Plan"), heading(1, "B"), heading(2, "Plan")]
    plans = [replace(block, id=f"h{n}") for n, block in enumerate(plans)]
    with pikepdf.open(io.BytesIO(write(Contents(), *plans, heading(2, "C")))) as pdf:
        said = [str(link.Contents) for link in pdf.pages[0].obj.Annots]
    assert said == ["Go to A", "Go to Plan (A)", "Go to B", "Go to Plan (B)", "Go to C"]


def test_a_table_without_rows_is_still_a_table(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    table: Table = sample.table()
    assert gate.faults(write(replace(table, rows=()))) == []


def test_a_heading_goes_to_the_wide_page_of_its_table(
    write: Write, sample: ModuleType, gate: ModuleType
) -> None:
    data = write(heading(1, "A"), heading(2, "B"), sample.table(wide=True))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert float(page.mediabox[2]) > float(page.mediabox[3])
