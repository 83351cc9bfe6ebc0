"""Turn the figures that no table or sentence shows into tables at the end of the report.

A chart's figures are readable only as a picture; here they stand as text, with every area's value
and the number of pupils behind ours. So each figure of the report's files is on a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportgen.area import Area, Role
from reportgen.document import (
    Block,
    Caption,
    Chart,
    Column,
    Heading,
    Number,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableCell,
    Text,
    numbers_in,
)
from reportgen.facts import Facts, Missing, Observation, behind
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.section import Section
from reportgen.section.grid import unit_words
from reportgen.section.series import everyone_label, notes_on, source_of
from reportgen.wording import with_summary
from reportgen.wording.words import lower_first, upper_first

Key = tuple[Period, Group]
Place = tuple[str, tuple[str, ...], Period]
"""Measure, the dimensions that divide its groups, and period."""


def appendix(facts: Facts, blocks: Sequence[Block], sections: Sequence[Section]) -> list[Block]:
    """Return the tables of figures not yet readable, in the order in which measures appear."""
    unread = _unread(facts, blocks)
    order = [o.measure.id for o in _observations(blocks)]
    order += [measure for section in sections for measure in section.uses]
    order += facts.dictionary.measures
    finer = _finer(blocks)
    tables = [
        table
        for measure in dict.fromkeys(order)
        for table in _tables(facts, [o for o in unread if o.measure.id == measure], finer)
    ]
    if not tables:
        return []
    opening = (
        "These are the figures behind the charts, and others that no table shows. They are given "
        "for every area that the chapters compare."
    )
    title = Heading(1, (Text("Figures in full"),), "appendix")
    return [PageBreak(), title, Paragraph((Text(opening),), "appendix.opening"), *tables]


def _unread(facts: Facts, blocks: Sequence[Block]) -> list[Observation]:
    """Return the observations that no block but a chart shows by themselves."""
    text = [block for block in blocks if not isinstance(block, Chart)]
    shown = {o.cell for o in _observations(text)}
    behind_means = _each_neighbour(facts)
    return [o for o in facts.observations if o.cell not in shown and o.area not in behind_means]


def _each_neighbour(facts: Facts) -> set[Area]:
    """Return the neighbours whose figures are shown as their mean and not one by one."""
    neighbours = facts.comparators.neighbours
    return set(neighbours.members) if neighbours else set()


def _observations(blocks: Sequence[Block]) -> list[Observation]:
    """Return the published figures that some blocks show, in reading order."""
    return [number.fact for number in numbers_in(blocks) if isinstance(number.fact, Observation)]


def _finer(blocks: Sequence[Block]) -> set[Place]:
    """Return where a chart of groups draws everyone as well, in more decimals than elsewhere."""
    found: set[Place] = set()
    for chart in (block for block in blocks if isinstance(block, Chart)):
        ways = {fact.group.dimensions for fact in _observations([chart])} - {()}
        for number in numbers_in([chart]):
            fact, places = number.fact, number.places
            if not isinstance(fact, Observation) or fact.group != EVERYONE:
                continue
            if places is not None and places > fact.places:
                found |= {(fact.measure.id, way, fact.period) for way in ways}
    return found


def _tables(
    facts: Facts, unread: Sequence[Observation], finer: Collection[Place]
) -> Iterator[Table]:
    """Yield a table for each way in which the groups of one measure are divided.

    A table is whole: with one figure unread, the others of its kind are printed beside it. Figures
    for everyone in fewer than three periods join the first table of groups instead of a table of
    one or two rows. Those that a chart draws among finer ones stand with these, in their decimals.
    """
    ways = sorted({o.group.dimensions for o in unread}, key=lambda dims: (len(dims), dims))
    alike = _alike(facts, (), unread) if unread else []
    everyone = alike if () in ways else []
    joined = len({o.period for o in everyone}) < 3 and len(ways) > 1 and len(ways[1]) == 1
    for position, dimensions in enumerate(ways):
        if dimensions == () and joined:
            continue
        here = _alike(facts, dimensions, unread)
        here += everyone if joined and position == 1 else []
        here += [o for o in alike if (o.measure.id, dimensions, o.period) in finer]
        yield _table(facts, unread[0].measure, dimensions, here)


def _alike(
    facts: Facts, dimensions: tuple[str, ...], unread: Sequence[Observation]
) -> list[Observation]:
    """Return every figure of a measure whose groups are divided alike, of the areas in question."""
    areas = {facts.comparators.area(role) for role in facts.comparators.roles()}
    areas |= {o.area for o in unread}
    mine = facts.of(unread[0].measure.id)
    return [o for o in mine if o.area in areas and o.group.dimensions == dimensions]


def _table(
    facts: Facts, measure: Measure, dimensions: tuple[str, ...], mine: Sequence[Observation]
) -> Table:
    keys = sorted({(o.period, o.group) for o in mine}, key=lambda key: _order(facts, key))
    columns, rows = _figures(facts, measure, keys, {o.area for o in mine})
    names = [facts.dictionary.dimensions[dim].name for dim in dimensions]
    heads = [Column((Text("Period"),), "left", 1.2)]
    heads += [Column((Text(name),), "left", 2.4) for name in names]
    heads += [Column((Text(head),), "right", 1.4) for head in columns]
    body = [
        Row((*_words(facts, measure, key, len(dimensions)), *(_cell(figure) for figure in row)))
        for key, row in zip(keys, rows, strict=True)
    ]
    by = " and ".join(lower_first(name) for name in names)
    title = f"{measure.name} by {by}" if by else measure.name
    shown = [number.fact for row in rows for number in row if number]
    missing = [fact.value for fact in shown if isinstance(fact.value, Missing)]
    missing += [Missing.NOT_AVAILABLE] if any(None in row for row in rows) else []
    made = Table(
        Caption("Table", (Text(title),), subtitle=unit_words(measure.unit)),
        tuple(heads),
        tuple(body),
        f"appendix.{measure.id}.{'_'.join(dimensions) or 'all'}",
        notes=notes_on(shown, missing),
        source=source_of(shown),
    )
    return with_summary(made)


def _figures(
    facts: Facts, measure: Measure, keys: Sequence[Key], areas: Collection[Area]
) -> tuple[list[str], list[list[Number | None]]]:
    """Return the heads of the columns of figures, and the figures of each row.

    Ours come first, then the benchmarks, then other areas that a passage speaks of; last, how many
    pupils ours rest on, where the source says so.
    """
    roles = {facts.comparators.area(role) for role in facts.comparators.roles()}
    others = sorted(set(areas) - roles, key=lambda area: (area.name, area.code))
    places: list[Role | Area] = [*facts.comparators.roles(), *others]
    heads, columns = [], []
    for place in places:
        found = [facts.find(measure.id, *key, place) for key in keys]
        area = place if isinstance(place, Area) else facts.comparators.area(place)
        if area and (place == "ours" or any(found)):
            heads.append(area.name)
            columns.append(found)
    finest = max(fact.places for column in columns for fact in column if fact)
    cohorts = [behind(o, "cohort") if isinstance(o, Observation) else None for o in columns[0]]
    if any(cohorts):
        heads.append(f"{upper_first(measure.about)} in {facts.ours.spoken}")
    rows = [
        [
            *(Number(fact, places=finest) if fact else None for fact in row),
            *([Number(cohort) if cohort else None] if any(cohorts) else []),
        ]
        for *row, cohort in zip(*columns, cohorts, strict=True)
    ]
    return heads, rows


def _cell(figure: Number | None) -> TableCell:
    return TableCell.of(figure or Text(Missing.NOT_AVAILABLE.symbol))


def _words(facts: Facts, measure: Measure, key: Key, depth: int) -> list[TableCell]:
    period, group = key
    names = [facts.dictionary.label(Group((pair,))) for pair in group.pairs]
    names += [everyone_label(measure)] * (depth - len(names))
    return [TableCell.of(Text(text)) for text in (period.label or "No date", *names)]


def _order(facts: Facts, key: Key) -> tuple[object, ...]:
    period, group = key
    order = facts.dictionary.sort_key(group) if group != EVERYONE else ()
    return (group == EVERYONE, order, period.start, period.end)
