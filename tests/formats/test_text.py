"""The plain text says everything that is on the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.area import Area
from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Contents,
    Document,
    Heading,
    Item,
    KeyFigures,
    Number,
    Paragraph,
    Point,
    Row,
    Series,
    Table,
    TableCell,
    Text,
    Tile,
)
from reportgen.facts import Cell, Missing, Observation
from reportgen.formats.text import WIDTH, write_text
from reportgen.measures import EVERYONE, Measure, Unit
from reportgen.period import PeriodKind, read_period

SCORE = Measure("score", "Score", "score", Unit("points", noun="points"), "mean", 1)
YEAR = read_period("2020/21", PeriodKind.ACADEMIC)


def number(value: str) -> Number:
    area, cell = Area("E06000000", "Westshire"), Cell("figures/score.csv", 2, "value")
    return Number(Observation(SCORE, area, YEAR, EVERYONE, Decimal(value), cell))


def text_of(*blocks: Block) -> str:
    return write_text(Document("Title", "", "Council", date(2021, 11, 18), blocks))


def test_a_heading_is_underlined_and_keeps_its_number() -> None:
    assert "2 Attainment\n============" in text_of(Heading(1, (Text("Attainment"),), "a", "2"))


def test_the_contents_list_headings_down_to_their_depth() -> None:
    headings = [Heading(level, (Text(f"Level {level}"),), f"h{level}") for level in (1, 2, 3)]
    assert "Contents\n  Level 1\n    Level 2\n\n" in text_of(Contents(depth=2), *headings)


def test_a_list_inside_a_list_is_indented() -> None:
    inner = Bullets((Item((Text("inner"),)),))
    outer = Bullets((Item((Text("outer"),), inner), Item((Text("next"),))), ordered=True)
    assert "1. outer\n   - inner\n2. next" in text_of(outer)


def test_a_callout_says_its_kind_in_words() -> None:
    said = text_of(Callout("strength", (Paragraph((Text("Good."),)),), "c", "Attainment"))
    assert "| ▲ Attainment\n| Good." in said


def test_a_key_figure_stands_with_its_benchmark() -> None:
    tile = Tile(number("59"), (Text("Attainment 8"),), (Text("England 50.9"),))
    assert "59.0  Attainment 8 (England 50.9)" in text_of(KeyFigures((tile,), "k"))


def test_the_numbers_of_a_table_line_up_on_the_right() -> None:
    rows = tuple(
        Row((TableCell.of(Text(name)), TableCell.of(number(value))))
        for name, value in (("Girls", "9"), ("All pupils", "101.2"))
    )
    columns = (Column((Text("Pupils"),)), Column((Text("Score"),), "right"))
    caption = Caption("Table", (Text("Score by sex"),), 3, (Text("Points"),))
    table = Table(caption, columns, rows, "t", ((Text("A note."),),), (Text("Source: DfE."),))
    assert (
        "Table 3: Score by sex\nPoints\n"
        "Pupils      Score\n"
        "----------  -----\n"
        "Girls         9.0\n"
        "All pupils  101.2\n"
        "A note.\nSource: DfE."
    ) in text_of(table)


def test_a_chart_shows_its_figures_its_gaps_and_its_words() -> None:
    points = (Point(number("58"), hollow=True), Point(Missing.SUPPRESSED), Point(None))
    chart = Chart(
        "line",
        Caption("Figure", (Text("Scores rose"),), 1),
        ("2019", "2020", "2021"),
        (Series("Westshire", points, "ours"),),
        "c",
        "Line chart. It rose.",
    )
    said = text_of(chart)
    assert "2019  58.0 (hollow)" in said
    assert "2020            [c]" in said
    assert "\n2021\n" in said
    assert "[Line chart. It rose.]" in said


def test_no_line_of_running_text_is_wider_than_the_page() -> None:
    said = text_of(Paragraph((Text("word " * 100),)))
    assert max(map(len, said.splitlines())) <= WIDTH
