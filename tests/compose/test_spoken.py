"""A chart in words leads to the tables that hold its figures."""

from __future__ import annotations

from dataclasses import replace

from reportgen.compose.number import number_blocks
from reportgen.compose.spoken import speak
from reportgen.document import (
    Caption,
    Chart,
    Column,
    Number,
    Point,
    Reference,
    Row,
    Series,
    Table,
    TableCell,
    Text,
)
from reportgen.facts import mean
from tests.invented import row


def figure(place: int) -> Number:
    """Return a figure of a year of its own."""
    return Number(row("score", f"20{place + 10}/{place + 11}", place))


def drawn(*places: int, topic: str = "Scores") -> Chart:
    points = tuple(Point(figure(place)) for place in places)
    names = tuple(f"G{place}" for place in places)
    caption = Caption("Figure", (Text("What it shows"),))
    return Chart(
        "bars", caption, names, (Series("Ourshire", points, "ours"),), "drawn", "", topic=topic
    )


def table(id: str, *places: int) -> Table:
    rows = tuple(Row((TableCell.of(figure(place)),)) for place in places)
    return Table(Caption("Table", (Text(id),)), (Column(()),), rows, id)


def said(*blocks: Chart | Table) -> str:
    (chart,) = (b for b in speak(number_blocks(blocks)) if isinstance(b, Chart))
    return chart.alt


def test_one_table_with_every_figure_is_named_before_or_after_the_chart() -> None:
    assert said(table("a", 9), drawn(1, 2), table("b", 1, 2, 3)).endswith("are in Table 2.")
    assert said(table("b", 1, 2, 3), drawn(1, 2), table("a", 1)).endswith("are in Table 1.")


def test_several_tables_are_named_where_they_hold_the_figures_together() -> None:
    told = said(drawn(1, 2, 3), table("a", 3), table("b", 8), table("c", 1, 2))
    assert told.endswith("The figures are in Tables 1 and 3.")


def test_a_chart_knows_the_tables_that_its_words_name() -> None:
    (chart, *_) = speak(number_blocks((drawn(1, 2), table("a", 2), table("b", 8), table("c", 1))))
    assert isinstance(chart, Chart)
    assert chart.tables == (Reference("a", "Table 1"), Reference("c", "Table 3"))
    (alone, *_) = speak(number_blocks((drawn(1, 2), table("a", 2))))
    assert isinstance(alone, Chart)
    assert alone.tables == ()


def test_a_figure_that_no_table_has_is_told_and_no_table_is_named() -> None:
    told = said(drawn(1, 2), table("a", 1))
    assert told == "Bar chart with two bars: Scores. Ourshire, G1: 1.0; G2: 2.0."


def test_figures_strewn_over_many_tables_are_told() -> None:
    tables = [table(f"t{place}", place) for place in range(1, 6)]
    assert "Table" not in said(drawn(1, 2, 3, 4, 5), *tables)
    assert said(drawn(1, 2, 3, 4), *tables).endswith("in Tables 1, 2, 3 and 4.")


def test_a_mean_is_not_the_figure_it_was_worked_out_from() -> None:
    one = figure(1).fact
    worked_out = mean([one], of=1)
    assert worked_out
    points = (Point(Number(worked_out)),)
    chart = replace(drawn(1), series=(Series("Ourshire", points, "ours"),))
    assert "Table" not in said(chart, table("a", 1))


def test_a_chart_that_its_author_described_keeps_those_words() -> None:
    mine = replace(drawn(1, topic=""), alt="A chart of my own.")
    assert said(mine, table("a", 1)) == "A chart of my own."


def test_a_figure_counted_from_the_same_rows_as_another_is_not_that_figure() -> None:
    other = Number(row("absence", "2011/12", 1))
    assert other.fact.cells == figure(1).fact.cells
    chart = replace(drawn(1), series=(Series("Ourshire", (Point(other),), "ours"),))
    assert "Table" not in said(chart, table("a", 1))
