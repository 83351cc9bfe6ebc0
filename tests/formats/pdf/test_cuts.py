"""Where a table may be cut."""

from __future__ import annotations

from reportgen.document import Caption, Column, Paragraph, Row, Table, TableCell, Text
from reportgen.formats.pdf.cuts import groups, penalties
from reportgen.formats.pdf.strips import FORBIDDEN


def table(*rows: tuple[str, ...], total: bool = False) -> Table:
    """Return a table of words, the last column of numbers."""
    count = len(rows[0])
    sides = ["left"] * (count - 1) + ["right"]
    columns = tuple(Column((Text(str(n)),), side) for n, side in enumerate(sides))  # type: ignore[arg-type]
    cells = [tuple(TableCell((Paragraph((Text(text),)),)) for text in row) for row in rows]
    made = tuple(Row(row, total and n == len(rows) - 1) for n, row in enumerate(cells))
    return Table(Caption("Table", (), number=1), columns, made, "t")


def by_group(*names: str, years: int = 3) -> Table:
    return table(*((f"201{year}", name, "5") for name in names for year in range(years)))


def test_groups_begin_where_the_column_that_repeats_changes() -> None:
    assert groups(by_group("Girls", "Boys", "All")) == {3, 6}


def test_of_two_columns_that_repeat_the_one_of_larger_groups_counts() -> None:
    rows = [(sex, f"{n // 2}", "5") for sex in ("Girls", "Boys") for n in range(6)]
    assert groups(table(*rows)) == {6}


def test_rows_that_all_differ_or_are_all_alike_are_no_groups() -> None:
    assert groups(table(*((str(n), "same", "5") for n in range(6)))) == frozenset()


def test_a_total_is_no_group() -> None:
    rows = [("A", "5"), ("A", "6"), ("A", "7"), ("All", "18")]
    assert groups(table(*rows, total=True)) == frozenset()


def test_a_whole_table_is_dearer_to_cut_than_a_long_one() -> None:
    block = by_group("Girls", "Boys", "All")
    whole, long = penalties(block, True), penalties(block, False)
    assert all(one > other for one, other in zip(whole[2:-2], long[2:-2], strict=True))


def test_a_cut_between_groups_is_cheaper_than_one_inside() -> None:
    for whole in (True, False):
        costs = penalties(by_group("Girls", "Boys", "All"), whole)
        assert max(costs[3], costs[6]) < min(costs[4], costs[5])


def test_no_row_stands_alone() -> None:
    costs = penalties(by_group("Girls", "Boys", "All"), False)
    assert costs[0] == FORBIDDEN
    assert min(costs[1], costs[-1]) > max(costs[2:-2])
