"""Turn rows of facts into a table, with its notes, source and description."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Caption, Column, Inlines, Number, Row, Table, TableCell, Text
from reportgen.facts import Fact, Missing
from reportgen.measures import Unit
from reportgen.section.series import notes_on, source_of
from reportgen.wording import with_summary
from reportgen.wording.words import upper_first

Labels = tuple[str, ...]
Grid = Sequence[tuple[Labels, Sequence[Fact | None]]]


def table(
    id: str,
    title: str,
    heads: Sequence[str],
    rows: Grid,
    totals: tuple[Labels, Sequence[Fact | None]] | None = None,
    unit: Unit | None = None,
    remarks: tuple[str, ...] = (),
) -> Table:
    """Return a table of figures: labels and their facts in each row, and a total row if given.

    With a `unit` every column is in it, and it is named under the title; without, £ and % stand at
    each number. No cell is left blank: one without a fact says that it is not available.
    """
    every = [*rows, *([totals] if totals else [])]
    cells = [fact for _, row in every for fact in row]
    known = [fact for fact in cells if fact]
    missing = [fact.value for fact in known if isinstance(fact.value, Missing)]
    missing += [Missing.NOT_AVAILABLE] if len(known) < len(cells) else []
    depth = len(rows[0][0])
    columns = [Column((Text(head),), "left", 1.8 if depth == 1 else 1.5) for head in heads[:depth]]
    columns += [Column((Text(head),), "right") for head in heads[depth:]]
    body = [_row(labels, row, unit) for labels, row in rows]
    body += [_row(_padded(totals[0], depth), totals[1], unit, total=True)] if totals else []
    made = Table(
        Caption("Table", (Text(title),), subtitle=unit_words(unit)),
        tuple(columns),
        tuple(body),
        id,
        notes=(*((Text(remark),) for remark in remarks), *notes_on(known, missing)),
        source=source_of(known),
    )
    return with_summary(made)


def _padded(labels: Labels, depth: int) -> Labels:
    """Return the labels of a total row, "All" standing under every heading that it has none for."""
    return labels + ("All",) * (depth - len(labels))


def _row(labels: Labels, row: Sequence[Fact | None], unit: Unit | None, total: bool = False) -> Row:
    cells = [
        TableCell.of(Number(fact, "unit" if not unit and not fact.unit.noun else "plain"))
        if fact
        else TableCell.of(Text(Missing.NOT_AVAILABLE.symbol))
        for fact in row
    ]
    return Row((*(TableCell.of(Text(label)) for label in labels), *cells), total)


def unit_words(unit: Unit | None) -> Inlines:
    """Return the words that stand under a table's title for the unit of all its figures."""
    if unit is None:
        return ()
    words = "Per cent" if unit.after == "%" else upper_first(unit.noun)
    return (Text(words),) if words else ()


def slug(text: str) -> str:
    """Return a text as part of an id: lower case, with underscores between words."""
    kept = "".join(c if c.isalnum() else "_" for c in text.casefold())
    return "_".join(part for part in kept.split("_") if part)
