"""Turn a table into words for those who hear it cell by cell: how it is built and what is missing.

Its title stands above it and is not said again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reportgen.document import Column, Number, Paragraph, Row, Table, TableCell, Text, plain
from reportgen.facts import Missing
from reportgen.wording.words import join_words


def with_summary(table: Table) -> Table:
    """Return a table with the words that describe it."""
    return replace(table, summary=table_summary(table))


def table_summary(table: Table) -> str:
    """Return how many rows a table has, what heads them and its columns, and what is missing.

    Columns set to the right hold figures; those before them name the rows.
    """
    rows = [row for row in table.rows if not row.total]
    counted = f"{len(rows)} row{'s' * (len(rows) != 1)}"
    heads = [plain(column.heading) for column in table.columns]
    names = [head for head, column in zip(heads, table.columns, strict=True) if _names(column)]
    figures = [head for head in heads if head not in names]
    if not figures:
        return f"{counted}. Columns: {join_words(heads)}."
    last = [f", and a last row for {_label(row)}" for row in table.rows if row.total]
    columns = "Columns" if len(figures) > 1 else "Column"
    parts = [f"{counted} by {join_words(names)}{''.join(last)}."]
    parts += [f"{columns} of figures: {join_words(figures)}.", *_missing(table)]
    return " ".join(parts)


def _names(column: Column) -> bool:
    return column.align == "left"


def _label(row: Row) -> str:
    """Return what a row is called in its first cell."""
    first = row.cells[0].blocks[0]
    assert isinstance(first, Paragraph)
    return plain(first.inlines)


def _missing(table: Table) -> Iterator[str]:
    """Yield how many figures are missing for each reason, and how their cells say so."""
    symbols = {item.symbol: item for item in Missing}
    found = Counter(
        symbols[text]
        for row in table.rows
        for cell in row.cells
        if (text := _alone(cell)) in symbols
    )
    for reason in Missing:
        if number := found[reason]:
            figures = "figure is" if number == 1 else "figures are"
            letter = reason.symbol.strip("[]")
            yield f"{number} {figures} marked {letter} in square brackets: {reason.words}."


def _alone(cell: TableCell) -> str:
    """Return the text of a cell that holds a figure, or a symbol in place of one."""
    words = [block.inlines for block in cell.blocks if isinstance(block, Paragraph)]
    one = words[0] if len(words) == 1 else ()
    return plain(one) if len(one) == 1 and isinstance(one[0], Number | Text) else ""
