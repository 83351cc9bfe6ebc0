"""Turn the figures that no table or sentence shows into tables at the end of the report.

A chart's figures are readable only as a picture; here they stand as text, with every area's value
and the number of pupils behind ours. So each figure of the report's files is on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

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
from reportgen.section.grid import unit_words
from reportgen.section.series import everyone_label, notes_on, sentence_case, source_of

Key = tuple[Period, Group]
NOT_KNOWN = TableCell.of(Text(Missing.NOT_AVAILABLE.symbol))


def appendix(facts: Facts, blocks: Sequence[Block], sections: Sequence[Section]) -> list[Block]:
    """Return the tables of figures not yet readable, in the order in which measures appear."""
    unread = _unread(facts, blocks)
    order = [o.measure.id for o in _observations(blocks)]
    order += [measure for section in sections for measure in section.uses]
    order += facts.dictionary.measures
    tables = [
        table
        for measure in dict.fromkeys(order)
        for table in _tables(facts, [o for o in unread if o.measure.id == measure])
    ]
    if not tables:
        return []
    opening = (
        "The charts of this report are drawn from these figures. They are given here for every "
        "area that the chapters compare."
    )
    title = Heading(1, (Text("Figures in full"),), "appendix")
    return [PageBreak(), title, Paragraph((Text(opening),), "appendix.opening"), *tables]


def _unread(facts: Facts, blocks: Sequence[Block]) -> list[Observation]:
    """Return the observations that no block but a chart shows by themselves."""
    text = [block for block in blocks if not isinstance(block, Chart)]
    shown = {o.cell for o in _observations(text)}
    return [o for o in facts.observations if o.cell not in shown]


def _observations(blocks: Sequence[Block]) -> list[Observation]:
    """Return the published figures that some blocks show, in reading order."""
    numbers = Document("", "", "", date.min, tuple(blocks)).numbers()
    return [number.fact for number in numbers if isinstance(number.fact, Observation)]


def _tables(facts: Facts, unread: Sequence[Observation]) -> Iterator[Table]:
    """Yield a table for each way in which the groups of one measure are divided.

    A table is whole: with one figure unread, the others of its kind are printed beside it. Figures
    for everyone in fewer than three periods join the first table of groups instead of a table of
    one or two rows.
    """
    ways = sorted({o.group.dimensions for o in unread}, key=lambda dims: (len(dims), dims))
    everyone = _alike(facts, (), unread) if () in ways else []
    joined = len({o.period for o in everyone}) < 3 and len(ways) > 1 and len(ways[1]) == 1
    for position, dimensions in enumerate(ways):
        if dimensions == () and joined:
            continue
        here = _alike(facts, dimensions, unread)
        here += everyone if joined and position == 1 else []
        yield _table(facts, unread[0].measure, dimensions, here)


def _alike(
    facts: Facts, dimensions: tuple[str, ...], unread: Sequence[Observation]
) -> list[Observation]:
    """Return every figure of a measure whose groups are divided alike."""
    roles = {facts.comparators.area(role) for role in facts.comparators.roles()}
    cells = {o.cell for o in unread}
    mine = [o for o in facts.of(unread[0].measure.id) if o.area in roles or o.cell in cells]
    return [o for o in mine if o.group.dimensions == dimensions]


def _table(
    facts: Facts, measure: Measure, dimensions: tuple[str, ...], mine: Sequence[Observation]
) -> Table:
    keys = sorted({(o.period, o.group) for o in mine}, key=lambda key: _order(facts, key))
    areas = _areas(facts, mine)
    found = {(o.period, o.group, o.area.code): o for o in mine}
    rows = [[found.get((*key, area.code)) for area in areas] for key in keys]
    cohorts = [behind(row[0], "cohort") if row[0] else None for row in rows]
    names = [facts.dictionary.dimensions[dim].name for dim in dimensions]
    columns = [Column((Text("Period"),), "left", 1.2)]
    columns += [Column((Text(head),), "left", 2.4) for head in names]
    columns += [Column((Text(area.name),), "right", 1.4) for area in areas]
    if any(cohorts):
        head = f"{sentence_case(measure.about)} in {facts.ours.name}"
        columns.append(Column((Text(head),), "right"))
    places = max(o.places for o in mine)
    body = []
    for key, row, cohort in zip(keys, rows, cohorts, strict=True):
        cells = [_cell(figure, places) for figure in row]
        cells += [_cell(cohort, 0)] if any(cohorts) else []
        body.append(Row((*_words(facts, measure, key, len(dimensions)), *cells)))
    by = " and ".join(_inside(name) for name in names)
    title = f"{measure.name} by {by}" if by else measure.name
    blanks = any(cell is NOT_KNOWN for row in body for cell in row.cells)
    missing = [o.value for o in mine if isinstance(o.value, Missing)]
    return Table(
        Caption("Table", (Text(title),), subtitle=unit_words(measure.unit)),
        tuple(columns),
        tuple(body),
        f"appendix.{measure.id}.{'_'.join(dimensions) or 'all'}",
        notes=notes_on(mine, [*missing, *([Missing.NOT_AVAILABLE] if blanks else [])]),
        source=source_of(mine),
        summary=f"{title}. One row for each period and group, one column for each area.",
    )


def _cell(figure: Observation | None, places: int) -> TableCell:
    return TableCell.of(Number(figure, places=places)) if figure else NOT_KNOWN


def _words(facts: Facts, measure: Measure, key: Key, depth: int) -> list[TableCell]:
    period, group = key
    names = [facts.dictionary.label(Group((pair,))) for pair in group.pairs]
    names += [everyone_label(measure)] * (depth - len(names))
    return [TableCell.of(Text(text)) for text in (period.label or "No date", *names)]


def _areas(facts: Facts, shown: Iterable[Observation]) -> list[Area]:
    """Return the areas with a figure: the report's own first, then its benchmarks, then others."""
    roles = [area for role in facts.comparators.roles() if (area := facts.comparators.area(role))]
    found = {o.area for o in shown}
    others = sorted(found - set(roles), key=lambda area: (area.name, area.code))
    return [area for area in roles if area in found or area == facts.ours] + others


def _inside(name: str) -> str:
    """Return a dimension's name as it stands inside a title."""
    return name[:1].lower() + name[1:]


def _order(facts: Facts, key: Key) -> tuple[object, ...]:
    period, group = key
    order = facts.dictionary.sort_key(group) if group != EVERYONE else ()
    return (group == EVERYONE, order, period.start, period.end)
