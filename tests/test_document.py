"""The document: every figure of every kind of block is found, and numbers stay numbers."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Item,
    KeyFigures,
    Link,
    Number,
    PageBreak,
    Paragraph,
    Point,
    Reference,
    Row,
    Series,
    Strong,
    Table,
    TableCell,
    Text,
    Tile,
    plain,
)
from reportgen.facts import Missing
from tests.invented import row


def number(value: int) -> Number:
    return Number(row("roll", "2020/21", value))


def document(*blocks: Block) -> Document:
    return Document("A title", "", "", date(2021, 11, 3), blocks)


def paragraph(value: int) -> Paragraph:
    return Paragraph((number(value),))


TABLE = Table(
    Caption("Table", (number(1),), subtitle=(number(2),)),
    (Column((number(3),)), Column((Text("words"),))),
    (
        Row((TableCell((paragraph(4), Bullets((Item((number(5),)),)))), TableCell(()))),
        Row((TableCell.of(number(6)), TableCell.of(Text("[c]")))),
    ),
    "table",
    notes=((number(7),),),
    source=(number(8),),
)
CHART = Chart(
    "line",
    Caption("Figure", (number(1),), subtitle=(number(2),)),
    ("2019", "2020", "2021"),
    (
        Series("Ours", (Point(number(3)), Point(None), Point(Missing.SUPPRESSED)), "ours"),
        Series("England", (Point(number(4)), Point(number(5)), Point(None)), "england"),
    ),
    "chart",
    alt="Line chart. 99.",
    notes=((number(6),),),
    source=(number(7),),
)
NESTED = Bullets((Item((number(1),), Bullets((Item((number(2),)),))), Item((number(3),))))
CALLOUT = Callout("strength", (paragraph(1), NESTED), "callout", "1 label")
TILES = KeyFigures(
    (Tile(number(1), (Text("of "), number(2)), (number(3),)), Tile(number(4), ())), "tiles"
)


@pytest.mark.parametrize(
    ("block", "values"),
    [
        (Heading(1, (number(1),), "heading", "9"), "1"),
        (Paragraph((Text("From "), number(1), Text(" to "), number(2))), "1 2"),
        (Paragraph((Strong((number(1),)), Link((Strong((number(2),)),), "https://x"))), "1 2"),
        (Paragraph((Reference("table", "Table 3"),)), ""),
        (NESTED, "1 2 3"),
        (CALLOUT, "1 1 2 3"),
        (TILES, "1 2 3 4"),
        (TABLE, "1 2 3 4 5 6 7 8"),
        (CHART, "1 2 3 4 5 6 7"),
        (FrontSheet((("Date", (number(1),)), ("Status", (Text("Draft"),)))), "1"),
        (Contents(), ""),
        (PageBreak(), ""),
    ],
)
def test_every_figure_of_a_block_is_found_in_reading_order(block: Block, values: str) -> None:
    assert " ".join(found.text for found in document(block).numbers()) == values


def test_the_figures_of_a_document_are_those_of_its_blocks() -> None:
    whole = document(CALLOUT, CHART, TABLE)

    assert len(list(whole.numbers())) == 4 + 7 + 8


def test_words_are_read_with_numbers_as_they_are_shown() -> None:
    inlines = (
        Text("See "),
        Strong((Reference("table", "Table 3"), Text(":"))),
        Text(" "),
        Link((number(1234),), "https://example.org"),
        Text("."),
    )

    assert plain(inlines) == "See Table 3: 1,234."


def test_a_number_is_shown_in_its_own_style_and_decimals() -> None:
    score = row("score", "2020/21", "59.449")

    assert Number(score).text == "59.4"
    assert Number(score, "unit").text == "59.4 points"
    assert Number(score, places=2).text == "59.45"


def test_a_caption_is_named_by_its_label_and_number() -> None:
    assert Caption("Figure", (), 3).name == "Figure 3"


def test_a_cell_of_inlines_is_one_paragraph() -> None:
    assert TableCell.of(Text("a"), Text("b")) == TableCell((Paragraph((Text("a"), Text("b"))),))
