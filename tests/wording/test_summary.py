"""A table in words: how it is built, and what is missing from it."""

from __future__ import annotations

from reportgen.document import Caption, Column, Number, Row, Table, TableCell, Text
from reportgen.facts import Missing
from reportgen.wording.summary import table_summary, with_summary
from tests.invented import row


def table(heads: str, *rows: str, total: bool = False) -> Table:
    """Return a table of words, with the columns after a bar set to the right."""
    left, _, right = heads.partition("|")
    columns = [Column((Text(head),)) for head in left.split()]
    columns += [Column((Text(head),), "right") for head in right.split()]
    body = [
        Row(tuple(TableCell.of(Text(word)) for word in line.split()), total and line == rows[-1])
        for line in rows
    ]
    return Table(Caption("Table", (Text("What it holds"),)), tuple(columns), tuple(body), "t")


def test_the_rows_and_the_columns_of_figures_are_named() -> None:
    assert table_summary(table("Year Sex | Ourshire England", "2020 Girls 1 2")) == (
        "1 row by Year and Sex. Columns of figures: Ourshire and England."
    )
    assert table_summary(table("Year | Ourshire", "2020 1", "2021 2")) == (
        "2 rows by Year. Column of figures: Ourshire."
    )


def test_a_total_is_no_row_among_others() -> None:
    assert table_summary(table("Phase | Pupils", "Primary 1", "All 2", total=True)) == (
        "1 row by Phase, and a last row for All. Column of figures: Pupils."
    )


def test_a_table_of_words_has_no_figures() -> None:
    assert table_summary(table("What When", "Teach Now", "Rest Later")) == (
        "2 rows. Columns: What and When."
    )


def test_figures_that_are_missing_are_counted_by_their_reason() -> None:
    withheld = TableCell.of(Number(row("score", "2020/21", "c")))
    words = table("Year | Ourshire England", "2020 [x] 2", "2021 [x] 3")
    rows = (*words.rows, Row((TableCell.of(Text("2022")), withheld, withheld)))
    one = Table(words.caption, words.columns, rows, "t")
    assert table_summary(one).endswith(
        "2 figures are marked c in square brackets: withheld to protect confidentiality. "
        "2 figures are marked x in square brackets: not available."
    )
    assert "1 figure is marked x" in table_summary(table("Year | Ourshire", "2020 [x]"))


def test_no_symbol_stands_in_a_summary_as_it_is_printed() -> None:
    every = " ".join(item.symbol for item in Missing)
    heads = "Year | " + " ".join("ABCDEF"[: len(Missing)])
    said = table_summary(table(heads, f"2020 {every}"))
    assert "[" not in said


def test_a_cell_of_several_paragraphs_is_no_symbol() -> None:
    two = TableCell((*TableCell.of(Text("[x]")).blocks, *TableCell.of(Text("more")).blocks))
    one = table("What | When", "a b")
    mixed = Table(one.caption, one.columns, (Row((TableCell.of(Text("a")), two)),), "t")
    assert "marked" not in with_summary(mixed).summary
