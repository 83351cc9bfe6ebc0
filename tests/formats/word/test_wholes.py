"""A table that a page can hold is kept whole, unless too much of a page were left empty."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import docx as reader
import pytest

from reportgen.document import Paragraph, Row, TableCell, Text
from reportgen.formats.word import write_word
from reportgen.formats.word.boxes import Box
from reportgen.formats.word.pages import spots
from reportgen.formats.word.wholes import kept_whole
from tests.formats.word import sample
from tests.formats.word.test_readers import convert

PAGE = 700.0


def table(rows: int, number: int = 1) -> list[Box]:
    """Return a caption and rows of 50 points; Word holds the first two together, and the last."""
    kept = {0, 1, rows - 2}
    last = rows - 1
    made = [Box(50, table=number, keep_next=n in kept, last=n == last) for n in range(rows)]
    return [Box(20, keep_next=True, marks=(f"caption {number}",)), *made]


def pages(boxes: list[Box]) -> list[int]:
    """Return the page on which each box begins once tables are kept whole."""
    return [spot.page for spot in spots(kept_whole(boxes, PAGE, 500.0), PAGE, 500.0)]


def test_a_torn_table_goes_over_with_its_caption() -> None:
    boxes = [Box(500), *table(8), Box(100)]
    assert [spot.page for spot in spots(boxes, PAGE, 500.0)] == [1, *[1] * 4, *[2] * 5, 2]
    assert pages(boxes) == [1, *[2] * 9, 2]


def test_a_table_stays_torn_rather_than_leave_more_than_a_third_of_a_page_empty() -> None:
    assert pages([Box(466), *table(8)])[1:] == [1] * 5 + [2] * 4
    assert pages([Box(467), *table(8)])[1:] == [2] * 9


def test_a_table_that_no_page_can_hold_stays_torn() -> None:
    boxes = [Box(500), *table(14)]
    assert kept_whole(boxes, PAGE, 500.0) == boxes


def test_a_table_that_is_torn_since_another_went_over_goes_over_too() -> None:
    boxes = [Box(500), *table(10), *table(6, number=2)]
    assert pages(boxes)[1:] == [2] * 11 + [3] * 7


def test_boxes_that_are_on_one_page_stay_as_they_are() -> None:
    boxes = [Box(200), *table(8)]
    assert kept_whole(boxes, PAGE, 500.0) == boxes


def report(sentences: int) -> bytes:
    """Return a report of a paragraph and a table of sixteen rows."""
    figures = sample.data_table()
    rows = tuple(
        Row((TableCell.of(Text(f"School {n}.")), *figures.rows[0].cells[1:])) for n in range(16)
    )
    text = Paragraph((Text("Results were strong. " * sentences),))
    made = replace(sample.document(), blocks=(text, replace(figures, rows=rows)))
    return write_word(made, sample.theme(), sample.ASSETS)


def kept(docx: bytes) -> set[bool | None]:
    """Return whether the rows of the table stay with the next."""
    (only,) = reader.Document(io.BytesIO(docx)).tables
    return {row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in only.rows}


def test_the_rows_of_a_table_that_goes_over_are_held_together_in_the_file() -> None:
    assert kept(report(sentences=60)) == {True, None}
    assert kept(report(sentences=150)) == {True}


@pytest.mark.needs("soffice", "pdftotext")
def test_a_table_that_goes_over_is_whole_in_libreoffice(tmp_path: Path) -> None:
    pdf = convert(report(sentences=150), "pdf", tmp_path)
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = done.stdout.split("\f")
    (page,) = (page for page in pages if "Table 1" in page)
    assert all(f"School {n}." in page for n in range(16))
    assert "Results were strong" not in page
    assert "Source: Department for Education" in page
