"""Tables that are too wide: smaller, on their side, in parts; never with a word or number cut."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import (
    Caption,
    Column,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Row,
    Table,
    TableCell,
    Text,
)
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.columns import column_edges, column_texts, needs
from reportgen.formats.pdf.fit import SMALLEST, fit
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import styles_of
from reportgen.theme import Theme


@pytest.fixture(params=[11, 12])
def setting(request: pytest.FixtureRequest, theme: Theme, assets: Path) -> Setting:
    fonts = Fonts.read(assets / "fonts", theme.face["pdf"])
    styles = styles_of(theme, request.param)
    return Setting(styles, fonts, theme, lambda chart, width: pytest.fail("no chart"))


def said(text: str) -> Inlines:
    return (Text(text),)


def cell(text: str) -> TableCell:
    return TableCell((Paragraph(said(text)),))


def wide(count: int, name: str = "Warwickshire") -> Table:
    """Return a table with a column of names and so many of numbers, all headings one word."""
    columns = (Column(said("Period")), *(Column(said(name), "right") for _ in range(count)))
    rows = tuple(
        Row((cell(f"20{n}/{n + 1}"), *(cell(f"15,08{k % 10}.5") for k in range(count))))
        for n in range(15, 19)
    )
    caption = Caption("Table", said("Every area"), number=1, subtitle=said("Pupils"))
    return Table(caption, columns, rows, "t", (said("A note."),), said("Source: a count."), "All")


def test_a_table_that_fits_is_left_as_it_is(setting: Setting) -> None:
    how = fit(wide(4), setting)
    assert [part for part, _ in how.parts] == [wide(4)]
    assert how.setting == setting
    assert not how.wide


def test_a_table_a_little_too_wide_is_set_smaller(theme: Theme, assets: Path) -> None:
    fonts = Fonts.read(assets / "fonts", theme.face["pdf"])
    setting = Setting(
        styles_of(theme, 11), fonts, theme, lambda chart, width: pytest.fail("no chart")
    )
    how = fit(wide(5, "Buckinghamshire"), setting)
    assert not how.wide
    assert SMALLEST <= how.setting.styles.cell.size < setting.styles.cell.size


def test_a_table_too_wide_for_the_page_lies_on_its_side(setting: Setting) -> None:
    how = fit(wide(8), setting)
    assert how.wide
    assert len(how.parts) == 1


def test_a_table_too_wide_for_any_page_is_set_in_parts(setting: Setting) -> None:
    how = fit(wide(30), setting)
    assert how.wide
    assert len(how.parts) > 1
    assert all(part.columns[0] == Column(said("Period")) for part, _ in how.parts)
    assert sum(len(part.columns) - 1 for part, _ in how.parts) == 30
    assert [bool(part.source) for part, _ in how.parts] == [False] * (len(how.parts) - 1) + [True]


@pytest.mark.parametrize("count", [3, 5, 8, 12, 30])
def test_no_column_is_narrower_than_its_words(count: int, setting: Setting) -> None:
    how = fit(wide(count), setting)
    assert how.setting.styles.cell.size >= SMALLEST
    frame = how.setting.styles.frame.turned() if how.wide else how.setting.styles.frame
    for part, found in how.parts:
        edges = column_edges(part, found, frame.inner_width)
        assert all(width >= need.word for (_, width), need in zip(edges, found, strict=True))
        assert sum(edges[-1]) <= frame.inner_width + 0.1


@pytest.mark.parametrize("count", [8, 30])
def test_a_wide_table_is_whole_and_without_fault(
    count: int, sample: ModuleType, gate: ModuleType, theme: Theme, assets: Path
) -> None:
    document: Document = sample.document(Heading(1, said("Areas"), "areas"), wide(count))
    found = gate.Gate(write_pdf(document, theme, assets))
    assert found.faults == []
    tables = [element for element in found.elements if element.kind == "Table"]
    cells = [e.text.strip() for e in found.elements if e.kind == "TD"]
    assert len(cells) == 4 * count
    assert all(re.fullmatch(r"15,08\d\.5", text) for text in cells)
    assert len(tables) == (1 if count == 8 else 3)


def test_a_heading_stands_with_the_table_on_its_side(
    sample: ModuleType, gate: ModuleType, theme: Theme, assets: Path
) -> None:
    document: Document = sample.document(
        Heading(1, said("Areas"), "areas"), Heading(2, said("All of them"), "all"), wide(8)
    )
    found = gate.Gate(write_pdf(document, theme, assets))
    assert len(found.pages) == 1


def test_headings_take_two_lines_rather_than_four(setting: Setting) -> None:
    columns = (
        Column(said("Paid for by"), width=3),
        Column(said("For"), width=3),
        Column(said("Spending on devices and wi-fi"), "right"),
    )
    long = "Children and young people with a social worker, and all others who asked for help"
    row = Row((cell(long), cell(long), cell("£119,180")))
    block = Table(Caption("Table", said("Devices"), number=1), columns, (row,), "t")
    found = needs(column_texts(block), setting)
    (*_, (_, width)) = column_edges(block, found, setting.width)
    assert width >= found[-1].two > found[-1].word
    assert found[-1].two < found[-1].title / 1.7
