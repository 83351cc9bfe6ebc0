"""Turn the figures that no table or sentence shows into tables at the end of the report.

A chart's figures are readable only as a picture; here they stand as text, with every area's value
and the number of pupils behind it. So each figure of the report's files is on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from reportgen.area import Area
from reportgen.document import (
    Block,
    Caption,
    Chart,
    Column,
    Document,
    Heading,
    Number,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableCell,
    Text,
)
from reportgen.facts import Facts, Missing, Observation, behind
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.section import Section
from reportgen.section.series import everyone_label, notes_on, source_of

Key = tuple[Period, Group]


def appendix(facts: Facts, blocks: Sequence[Block], sections: Sequence[Section]) -> list[Block]:
    """Return the tables of figures not yet readable, in the chapters' order of measures."""
    unread = _unread(facts, blocks)
    order = [measure for section in sections for measure in section.uses]
    order += [o.measure.id for o in unread]
    tables = [
        table
        for measure in dict.fromkeys(order)
        for table in _tables(facts, [o for o in unread if o.measure.id == measure])
    ]
    if not tables:
        return []
    opening = Paragraph(
        (Text("The figures behind the charts, with those of every area they were compared with."),),
        "appendix.opening",
    )
    title = Heading(1, (Text("Figures in full"),), "appendix")
    return [PageBreak(), title, opening, *tables]


def _unread(facts: Facts, blocks: Sequence[Block]) -> list[Observation]:
    """Return the observations that no block but a chart shows."""
    text = tuple(block for block in blocks if not isinstance(block, Chart))
    readable = Document("", "", "", date.min, text)
    cells = {cell for number in readable.numbers() for cell in number.fact.cells}
    return [o for o in facts.observations if o.cell not in cells]


def _tables(facts: Facts, unread: Iterable[Observation]) -> Iterator[Table]:
    """Yield a table for each way in which the groups of one measure are divided."""

    def division(o: Observation) -> tuple[str, ...]:
        return o.group.dimensions

    for dimensions, found in groupby(sorted(unread, key=division), key=division):
        yield _table(facts, dimensions, list(found))


def _table(facts: Facts, dimensions: tuple[str, ...], unread: list[Observation]) -> Table:
    measure = unread[0].measure
    keys = sorted({(o.period, o.group) for o in unread}, key=lambda key: _order(facts, key))
    areas = _areas(facts, unread)
    rows = [[_at(facts, measure, key, area) for area in areas] for key in keys]
    counted = [next((o for o in row if o and o.area == facts.ours), None) for row in rows]
    cohorts = [behind(o, "cohort") if o else None for o in counted]
    heads = ["Period", *[facts.dictionary.dimensions[dim].name.capitalize() for dim in dimensions]]
    columns = [Column((Text(head),), "left", 1.3) for head in heads]
    columns += [Column((Text(area.name),), "right", 1.1) for area in areas]
    if any(cohorts):
        columns.append(Column((Text(f"{measure.about.capitalize()} behind our figure"),), "right"))
    body = []
    for (period, group), row, cohort in zip(keys, rows, cohorts, strict=True):
        cells = [TableCell.of(Text(period.label or "–"))]
        cells += [
            TableCell.of(Text(facts.dictionary.label(Group((pair,))))) for pair in group.pairs
        ]
        cells += [TableCell.of(Number(o)) if o else TableCell(()) for o in row]
        if any(cohorts):
            cells.append(TableCell.of(Number(cohort)) if cohort else TableCell(()))
        body.append(Row(tuple(cells)))
    shown = [o for row in rows for o in row if o]
    title = f"{measure.name}: {_by(facts, measure, dimensions)}"
    return Table(
        Caption("Table", (Text(title),)),
        tuple(columns),
        tuple(body),
        f"appendix.{measure.id}.{'_'.join(dimensions) or 'all'}",
        notes=notes_on(shown, [o.value for o in shown if isinstance(o.value, Missing)]),
        source=source_of(shown),
        summary=f"{title}. One row for each period and group, one column for each area.",
    )


def _areas(facts: Facts, unread: Iterable[Observation]) -> list[Area]:
    """Return the areas with a figure: the report's own and its benchmarks first, in their order."""
    roles = [area for role in facts.comparators.roles() if (area := facts.comparators.area(role))]
    found = {o.area for o in unread}
    others = sorted(found - set(roles), key=lambda area: (area.name, area.code))
    return [area for area in roles if area in found or area == facts.ours] + others


def _at(facts: Facts, measure: Measure, key: Key, area: Area) -> Observation | None:
    found = facts.find(measure.id, key[0], key[1], area)
    return found if isinstance(found, Observation) else None


def _by(facts: Facts, measure: Measure, dimensions: tuple[str, ...]) -> str:
    if not dimensions:
        return everyone_label(measure).lower()
    return "by " + " and ".join(facts.dictionary.dimensions[dim].name for dim in dimensions)


def _order(facts: Facts, key: Key) -> tuple[object, ...]:
    period, group = key
    order = facts.dictionary.sort_key(group) if group != EVERYONE else ()
    return (period.start, period.end, order)
