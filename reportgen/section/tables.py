"""Turn facts into tables: gaps, cohorts, and figures by group, area or measure."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import ROLES, Area, Role
from reportgen.document import Caption, Column, Row, Table, TableCell, Text
from reportgen.facts import Fact, Facts, difference, total
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.grid import slug, table
from reportgen.section.part import Absent
from reportgen.section.series import everyone_label, group_labels


def gap_table(
    facts: Facts, measure: str, period: Period, by: str, group: str, other: str
) -> Table | Absent:
    """Return the attainment gap of a period: one group, all others, and the gap, by area.

    The gap sets an area's own group against the others in England, which is how DfE and Ofsted
    state it (England others − the area's group); the last column sets it against the area's others.
    """
    ours, others = Group.of(**{by: group}), Group.of(**{by: other})
    national = facts.find(measure, period, others, "england")
    rows: list[tuple[str, list[Fact | None]]] = []
    for role in ("ours", "neighbours", "england"):
        area = facts.comparators.area(role)
        here = facts.find(measure, period, ours, role)
        there = facts.find(measure, period, others, role)
        if area and here and there and national:
            gaps = [difference(national, here), difference(there, here)]
            rows.append((area.name, [here, there, *gaps]))
    labels = group_labels(facts, measure, (ours, others))
    name = facts.measure(measure).name
    if not rows:
        return Absent(f"the {labels[0].lower()} gap in {name} {period.phrase()}", "no figures")
    return table(
        f"{measure}.gap.{slug(period.label)}",
        f"{name}: the gap between {labels[0].lower()} and other pupils, {period.label}",
        ("Area", *labels, "Gap to others in England", "Gap within the area"),
        rows,
        unit=facts.measure(measure).unit,
    )


def cohort_table(
    facts: Facts, measure: str, period: Period, by: str, across: str = "sex"
) -> Table | Absent:
    """Return how many pupils each group of a dimension has, split across another, with a total.

    The total is the published one for everyone; where there is none, the sum of the groups.
    """
    groups = facts.groups(measure, period, by)
    if not groups:
        name = facts.measure(measure).name
        return Absent(f"the table of {name} by {by} {period.phrase()}", "there are no figures")
    members = _members(facts, measure, period, groups, across)
    rows = []
    for group, label in zip(groups, group_labels(facts, measure, groups), strict=True):
        split = [facts.find(measure, period, group.with_(across, member)) for member in members]
        rows.append((label, [*split, facts.find(measure, period, group)]))
    everyone = [facts.find(measure, period, EVERYONE.with_(across, item)) for item in members]
    whole = facts.find(measure, period, EVERYONE)
    sums = [
        total(cell for _, row in rows if (cell := row[index])) for index in range(len(members) + 1)
    ]
    totals = [
        published or worked for published, worked in zip((*everyone, whole), sums, strict=True)
    ]
    names = [facts.dictionary.dimensions[across].member(member).name for member in members]
    dimension = facts.dictionary.dimensions[by].name
    return table(
        f"{measure}.{by}.{slug(period.label)}",
        f"{facts.measure(measure).name} by {dimension} and {across}, {period.label}",
        (dimension[:1].upper() + dimension[1:], *names, "All"),
        rows,
        totals=(everyone_label(facts.measure(measure)), totals),
        unit=facts.measure(measure).unit,
    )


def figures_table(
    facts: Facts,
    measure: str,
    period: Period | None,
    by: str | Sequence[Group],
    across: str = "",
    area: Role | Area = "ours",
    title: str = "",
    whole: str = "",
) -> Table | Absent:
    """Return a measure by group: across another dimension for one area, or else across areas.

    `whole` names a last row for everyone, taken as published, or summed where it is not.
    """
    what = facts.measure(measure)
    groups = (
        (facts.groups(measure, period, by) if isinstance(by, str) else tuple(by)) if period else ()
    )
    if period is None or not groups:
        return Absent(f"the table of {what.name}", "there are no figures")
    heads, keys = _columns(facts, measure, period, groups, across, area)
    rows = [
        (
            label,
            [
                facts.find(measure, period, group.with_(*pair) if pair else group, place)
                for pair, place in keys
            ],
        )
        for group, label in zip(groups, group_labels(facts, measure, groups), strict=True)
    ]
    rows = [row for row in rows if any(row[1])]
    totals = None
    if whole:
        published = [
            facts.find(measure, period, EVERYONE.with_(*pair) if pair else EVERYONE, place)
            for pair, place in keys
        ]
        totals = (
            whole,
            [
                item or total(cell for _, row in rows if (cell := row[index]))
                for index, item in enumerate(published)
            ],
        )
    split = by if isinstance(by, str) else slug(title) or "groups"
    first = facts.dictionary.dimensions[by].name if isinstance(by, str) else "Group"
    return table(
        ".".join([measure, "table", split, across or "areas", slug(period.label)]),
        title or f"{what.name} by {first}, {period.label}",
        (first[:1].upper() + first[1:], *heads),
        rows,
        totals=totals,
        unit=what.unit,
    )


def measures_table(
    facts: Facts,
    measures: Sequence[str],
    by: str | Sequence[Group],
    title: str,
    first: str = "",
    whole: str = "",
    whole_group: Group = EVERYONE,
) -> Table | Absent:
    """Return several measures side by side for the groups of a dimension, each at its own period.

    `whole` names a last row of `whole_group`, taken as published or else summed; a measure that
    cannot be added up (it is not a count or money) leaves its cell empty there.
    """
    groups = _groups_of(facts, measures, by)
    rows = [
        (label, [_any_period(facts, measure, group) for measure in measures])
        for group, label in zip(groups, group_labels(facts, measures[0], groups), strict=True)
    ]
    rows = [row for row in rows if any(row[1])]
    if not rows:
        return Absent(f"the table “{title}”", "there are no figures")
    totals = None
    if whole:
        totals = (
            whole,
            [
                _any_period(facts, measure, whole_group) or _sum(facts, measure, rows, index)
                for index, measure in enumerate(measures)
            ],
        )
    dimension = facts.dictionary.dimensions[by].name if isinstance(by, str) else "Group"
    first = first or dimension[:1].upper() + dimension[1:]
    heads = [facts.measure(measure).name for measure in measures]
    return table(
        f"{measures[0]}.measures.{slug(title)}", title, (first, *heads), rows, totals=totals
    )


def listing(id: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table of words alone, such as which key stage a year group is in."""
    columns = tuple(Column((Text(head),)) for head in heads)
    body = tuple(Row(tuple(TableCell.of(Text(text)) for text in row)) for row in rows)
    return Table(Caption("Table", (Text(title),)), columns, body, id, summary=title)


def _groups_of(
    facts: Facts, measures: Sequence[str], by: str | Sequence[Group]
) -> tuple[Group, ...]:
    if not isinstance(by, str):
        return tuple(by)
    found = {
        group
        for measure in measures
        for period in {o.period for o in facts.observations if o.measure.id == measure}
        for group in facts.groups(measure, period, by)
    }
    return tuple(sorted(found, key=facts.dictionary.sort_key))


def _any_period(facts: Facts, measure: str, group: Group) -> Fact | None:
    """Return the latest figure of a group, whatever its kind of period."""
    found = [
        o
        for o in facts.observations
        if o.measure.id == measure and o.group == group and o.area == facts.ours
    ]
    return max(found, key=lambda o: (o.period.end, o.period.start), default=None)


def _sum(
    facts: Facts, measure: str, rows: Sequence[tuple[str, list[Fact | None]]], index: int
) -> Fact | None:
    if facts.measure(measure).kind not in ("count", "money"):
        return None
    return total(cell for _, row in rows if (cell := row[index]))


def _columns(
    facts: Facts,
    measure: str,
    period: Period,
    groups: Sequence[Group],
    across: str,
    area: Role | Area,
) -> tuple[list[str], list[tuple[tuple[str, str] | None, Role | Area]]]:
    if across:
        members = _members(facts, measure, period, groups, across, area)
        names = [facts.dictionary.dimensions[across].member(item).name for item in members]
        heads = [*names, "All"]
        keys: list[tuple[tuple[str, str] | None, Role | Area]]
        keys = [*(((across, member), area) for member in members), (None, area)]
        if not any(facts.find(measure, period, group, area) for group in groups):
            heads, keys = heads[:-1], keys[:-1]
        return heads, keys
    roles = [
        role for role in ROLES if any(facts.find(measure, period, group, role) for group in groups)
    ]
    places = [facts.comparators.area(role) for role in roles]
    return [place.name for place in places if place], [(None, role) for role in roles]


def _members(
    facts: Facts,
    measure: str,
    period: Period,
    groups: Sequence[Group],
    across: str,
    area: Role | Area = "ours",
) -> list[str]:
    """Return the members of a dimension that any of the groups is split by, in printed order."""
    return [
        member.id
        for member in facts.dictionary.dimensions[across].members
        if any(
            facts.find(measure, period, group.with_(across, member.id), area) for group in groups
        )
    ]
