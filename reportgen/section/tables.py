"""Turn the facts of one measure into tables: gaps, cohorts, figures by group, and details."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from reportgen.area import ROLES, Area, Role
from reportgen.document import Caption, Column, Number, Row, Table, TableCell, Text
from reportgen.facts import Fact, Facts, Missing, difference, share, total
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.grid import Labels, slug, table
from reportgen.section.part import Absent
from reportgen.section.series import (
    everyone_label,
    is_within,
    label_columns,
    notes_on,
    source_of,
)
from reportgen.show import shown
from reportgen.wording import with_summary
from reportgen.wording.words import lower_first, upper_first

Division = tuple[str, str]
"""A dimension and one of its members, by which a column narrows the groups of the rows."""
Narrowing = tuple[Division | None, Role | Area]
"""What a column shows of a row's group: a part of it, or all of it, in an area."""
Line = tuple[Labels, list[Fact | None]]


def cohort_table(
    facts: Facts, measure: str, period: Period, by: str, across: str = "sex"
) -> Table | Absent:
    """Return how many pupils each group of a dimension has, split across another.

    A total and the share that each group has of it are worked out.
    """
    what, names = facts.measure(measure), facts.dictionary.dimensions
    title = f"{what.name} by {lower_first(names[by].name)} and {lower_first(names[across].name)}"
    return figures_table(
        facts,
        measure,
        period,
        by,
        across=across,
        title=f"{title}, {period.label}",
        whole=everyone_label(what),
        shares=True,
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
    shares: bool = False,
) -> Table | Absent:
    """Return a measure by group: across another dimension for one area, or else across areas.

    `whole` names a last row for everyone: as published, and where it is not, the sum of the groups
    that do not lie within another. Where a published count is more than that sum, a row says by how
    many, so that the table adds up. With `shares`, a last column has the share of that last row.
    """
    what = facts.measure(measure)
    if period is None:
        return Absent(f"the table of {what.name}", "there are no figures")
    groups = _groups(facts, measure, period, by, across) if isinstance(by, str) else tuple(by)
    columns = _columns(facts, measure, period, groups, across, area)
    find = partial(_find, facts, measure, period)
    found = [(group, [find(group, key) for _, key in columns]) for group in groups]
    found = [(g, _with_sum(row, across)) for g, row in found if any(row[:-1] if across else row)]
    if len(found) < (2 if across else 1):
        return Absent(f"the table of {what.name} {period.phrase()}", "there are no figures")
    named, labels = label_columns(facts, measure, [group for group, _ in found])
    rows: list[Line] = [(label, row) for label, (_, row) in zip(labels, found, strict=True)]
    heads = (*named, *(head for head, _ in columns))
    totals: Line | None = None
    remarks: tuple[str, ...] = ()
    if whole:
        published = _with_sum([find(EVERYONE, key) for _, key in columns], across)
        sums = [_sum(facts, found, index) for index in range(len(columns))]
        totals = ((whole,), [a or b for a, b in zip(published, sums, strict=True)])
        rest = _rest(published, sums) if what.kind == "count" else None
        rows += [(("Other or not recorded",), rest)] if rest else []
    if shares and totals and totals[1][-1]:
        rows, totals = _with_shares(rows, totals)
        heads = (*heads, "Share of all (%)")
        remarks = _rounding(row[-1] for _, row in rows)
    title = title or f"{what.name} by {lower_first(named[0])}, {period.label}"
    id = f"{measure}.table.{slug(title)}"
    return table(id, title, heads, rows, totals=totals, unit=what.unit, remarks=remarks)


def _find(facts: Facts, measure: str, period: Period, group: Group, key: Narrowing) -> Fact | None:
    division, place = key
    return facts.find(measure, period, group.with_(*division) if division else group, place)


def _with_shares(rows: Sequence[Line], totals: Line) -> tuple[list[Line], Line]:
    """Return rows and total with a last column: the share that each row's last cell has of all."""
    labels, whole = totals
    everyone = whole[-1]
    assert everyone
    lines = [(label, [*row, _share(row[-1], everyone)]) for label, row in rows]
    return [*lines], (labels, [*whole, share(everyone, everyone)])


def _rounding(shares: Iterable[Fact | None]) -> tuple[str, ...]:
    """Return the remark that rounded shares need where they do not add to 100 as shown."""
    values = [shown(part) for part in shares if part]
    added = sum((value for value in values if value is not None), Decimal(0))
    return () if added == 100 else ("Shares do not add to 100 because they are rounded.",)


def details_table(
    facts: Facts, measure: str, by: Sequence[str], title: str, value: str = ""
) -> Table | Absent:
    """Return every figure of our own that some dimensions divide, one to a row.

    Each dimension has a column of words, so no cell spans rows; `value` heads the last column.
    """
    what, names = facts.measure(measure), facts.dictionary.dimensions
    found = [
        o
        for o in facts.observations
        if o.measure.id == measure and o.area == facts.ours and set(o.group.dimensions) == set(by)
    ]
    if not found:
        return Absent(f"the table “{title}”", "there are no figures")
    found.sort(key=lambda o: facts.dictionary.sort_key(o.group))
    columns = [Column((Text(upper_first(names[dim].name)),), "left", 1.4) for dim in by]
    columns.append(Column((Text(value or what.name),), "right"))
    rows = []
    for o in found:
        members = [names[dim].member(o.group.member(dim) or "").name for dim in by]
        rows.append(Row((*(TableCell.of(Text(m)) for m in members), TableCell.of(Number(o)))))
    made = Table(
        Caption("Table", (Text(title),)),
        tuple(columns),
        tuple(rows),
        f"{measure}.details.{slug(title)}",
        notes=notes_on(found, [o.value for o in found if isinstance(o.value, Missing)]),
        source=source_of(found),
    )
    return with_summary(made)


def _with_sum(row: list[Fact | None], across: str) -> list[Fact | None]:
    """Return a row with its last cell, the whole, summed from the others where it is not given."""
    *parts, whole = row
    known = [part for part in parts if part]
    if whole or not across or len(known) < len(parts) or any(part.places for part in known):
        return row
    return [*parts, total(known)]


def _sum(
    facts: Facts, rows: Sequence[tuple[Group, Sequence[Fact | None]]], index: int
) -> Fact | None:
    """Return the sum of a column over the groups that lie within no other; None if one is unknown.

    Only counts and money are added up.
    """
    groups = [group for group, _ in rows]
    cells = [row[index] for group, row in rows if not is_within(facts, group, groups)]
    known = [cell for cell in cells if cell]
    countable = all(cell.places == 0 for cell in known)
    return total(known) if countable and len(known) == len(cells) else None


def _share(part: Fact | None, everyone: Fact) -> Fact | None:
    return share(part, everyone) if part else None


def _rest(
    published: Sequence[Fact | None], sums: Sequence[Fact | None]
) -> list[Fact | None] | None:
    """Return what the groups leave of the published counts; None if nothing, or not all known."""
    rest = [difference(a, b) for a, b in zip(published, sums, strict=True) if a and b]
    values = [item.value for item in rest if not isinstance(item.value, Missing)]
    if len(values) < len(published) or min(values) < 0 or not any(values):
        return None
    return [*rest]


def _groups(facts: Facts, measure: str, period: Period, by: str, across: str) -> tuple[Group, ...]:
    """Return the groups of a dimension, those included that are known only across another."""
    found = {*facts.groups(measure, period, by)}
    if across:
        for member in facts.dictionary.dimensions[across].members:
            crossed = facts.groups(measure, period, by, Group.of(**{across: member.id}))
            found |= {Group.of(**{by: group.member(by) or ""}) for group in crossed}
    return tuple(sorted(found, key=facts.dictionary.sort_key))


def _columns(
    facts: Facts,
    measure: str,
    period: Period,
    groups: Sequence[Group],
    across: str,
    area: Role | Area,
) -> list[tuple[str, Narrowing]]:
    """Return the columns: the members of another dimension for one area, or else the areas."""
    if across:
        return _divisions(facts, measure, period, groups, across, area)
    return _places(facts, measure, period, groups)


def _places(
    facts: Facts, measure: str, period: Period, groups: Sequence[Group]
) -> list[tuple[str, Narrowing]]:
    columns: list[tuple[str, Narrowing]] = []
    for role in ROLES:
        area = facts.comparators.area(role)
        if area and any(facts.find(measure, period, group, role) for group in groups):
            columns.append((area.name, (None, role)))
    return columns


def _divisions(
    facts: Facts,
    measure: str,
    period: Period,
    groups: Sequence[Group],
    across: str,
    area: Role | Area,
) -> list[tuple[str, Narrowing]]:
    columns: list[tuple[str, Narrowing]]
    columns = [
        (member.name, ((across, member.id), area))
        for member in facts.dictionary.dimensions[across].members
        if any(facts.find(measure, period, g.with_(across, member.id), area) for g in groups)
    ]
    return [*columns, ("All", (None, area))]
