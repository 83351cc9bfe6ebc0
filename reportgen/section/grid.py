"""Turn rows of facts into a table, with its notes, source and description."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Caption, Column, Inlines, Number, Row, Table, TableCell, Text
from reportgen.facts import Fact, Missing
from reportgen.measures import Unit
from reportgen.section.series import notes_on, source_of

Grid = Sequence[tuple[str, Sequence[Fact | None]]]


def table(
    id: str,
    title: str,
    heads: Sequence[str],
    rows: Grid,
    totals: tuple[str, Sequence[Fact | None]] | None = None,
    unit: Unit | None = None,
) -> Table:
    """Return a table of figures: a label and its facts in each row, and a total row if given.

    With a `unit` every column is in it, and it is named under the title; without, £ and % stand at
    each number. No cell is left blank: one without a fact says that it is not available.
    """
    every = [*rows, *([totals] if totals else [])]
    cells = [fact for _, row in every for fact in row]
    known = [fact for fact in cells if fact]
    missing = [fact.value for fact in known if isinstance(fact.value, Missing)]
    missing += [Missing.NOT_AVAILABLE] if len(known) < len(cells) else []
    columns = [Column((Text(heads[0]),), "left", 1.8)]
    columns += [Column((Text(head),), "right") for head in heads[1:]]
    body = [_row(label, row, unit) for label, row in rows]
    body += [_row(*totals, unit, total=True)] if totals else []
    return Table(
        Caption("Table", (Text(title),), subtitle=_unit_words(unit)),
        tuple(columns),
        tuple(body),
        id,
        notes=notes_on(known, missing),
        source=source_of(known),
        summary=f"{title}. One row for each of {len(rows)} entries under the heading {heads[0]}.",
    )


def _row(label: str, row: Sequence[Fact | None], unit: Unit | None, total: bool = False) -> Row:
    cells = [
        TableCell.of(Number(fact, "unit" if not unit and not fact.unit.noun else "plain"))
        if fact
        else TableCell.of(Text(Missing.NOT_AVAILABLE.symbol))
        for fact in row
    ]
    return Row((TableCell.of(Text(label)), *cells), total)


def _unit_words(unit: Unit | None) -> Inlines:
    if unit is None:
        return ()
    words = "Per cent" if unit.after == "%" else sentence_case(unit.noun)
    return (Text(words),) if words else ()


def sentence_case(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def slug(text: str) -> str:
    """Return a text as part of an id: lower case, with underscores between words."""
    kept = "".join(c if c.isalnum() else "_" for c in text.casefold())
    return "_".join(part for part in kept.split("_") if part)
