"""Columns are as wide as their words ask for: cells first, then headings."""

from __future__ import annotations

import pytest

from reportgen.document import Caption, Column, Row, Table, TableCell, Text
from reportgen.formats.word.metrics import lines, width
from reportgen.formats.word.widths import AIR, column_widths

SIZE = 10.0


def table(headings: tuple[str, ...], *cells: str) -> Table:
    """Return a table of one row: names on the left, and numbers on the right."""
    columns = tuple(
        Column((Text(heading),), "right" if place else "left", 1.0)
        for place, heading in enumerate(headings)
    )
    row = Row(tuple(TableCell.of(Text(text)) for text in cells))
    return Table(Caption("Table", (Text("Figures"),), 1), columns, (row,), "a.table")


def rooms(made: Table, room: float) -> list[float]:
    """Return the points that the words of each column have."""
    widths = [own / 20 for own in column_widths(made, room, SIZE)]
    assert sum(widths) == pytest.approx(room, abs=0.05)
    return [own - AIR for own in widths[:-1]] + widths[-1:]


def test_a_name_stays_on_one_line_where_headings_of_three_lines_leave_room() -> None:
    name = "England: national disadvantaged to national other"
    headings = ("Area", "Gap to others in England", "Gap within the area")
    made = table(headings, name, "13.5", "20.5")
    first, *others = rooms(made, width(name, SIZE) + 125)
    assert lines(name, SIZE, first) == 1
    heads = zip(headings[1:], others, strict=True)
    assert max(lines(heading, SIZE, own, bold=True) for heading, own in heads) == 3


def test_a_heading_takes_two_lines_where_a_name_has_to_break_anyhow() -> None:
    name = "Children and young people with a social worker, and all disadvantaged pupils"
    heading = "Spending on devices and wi-fi"
    first, last = rooms(table(("Paid for by", heading), name, "£580"), 250)
    assert lines(heading, SIZE, last, bold=True) == 2
    assert 1 < lines(name, SIZE, first) <= 3


def test_a_heading_takes_one_line_where_there_is_room_to_spare() -> None:
    headings = ("School type", "Academies and free schools")
    for heading, own in zip(headings, rooms(table(headings, "Primary", "40"), 470), strict=True):
        assert lines(heading, SIZE, own, bold=True) == 1


def test_numbers_in_the_last_column_need_no_air_to_their_right() -> None:
    name, heading = "A name that has to be broken into many lines " * 3, "Buckinghamshire"
    *_, last = rooms(table(("Area", heading), name, "1"), 180)
    assert last == pytest.approx(width(heading, SIZE, bold=True) + 1, abs=0.05)
