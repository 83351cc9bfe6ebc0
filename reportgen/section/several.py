"""Turn several measures into one table: side by side, or as the counts that stand behind rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from reportgen.document import Table
from reportgen.facts import (
    Derived,
    Fact,
    Facts,
    Missing,
    Observation,
    behind,
    product,
    share,
    total,
)
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.grid import Labels, slug, table
from reportgen.section.part import Absent
from reportgen.section.series import is_within, label_columns


def measures_table(
    facts: Facts,
    measures: Sequence[str],
    by: str | Sequence[Group],
    title: str,
    whole: str = "",
    whole_group: Group = EVERYONE,
) -> Table | Absent:
    """Return several measures side by side for some groups, each at its latest period.

    A count that is not given for a group is summed from those that lie within it, if all are known.
    `whole` names a last row of `whole_group`, taken as published; a count or money that is not
    published there is summed over the groups that lie within no other, if all of them are known.
    """
    groups = _groups(facts, measures, by)
    found = [(group, [_known(facts, measure, group) for measure in measures]) for group in groups]
    found = [(group, row) for group, row in found if any(row)]
    if not found:
        return Absent(f"the table “{title}”", "there are no figures")
    first, labels = label_columns(facts, measures[0], [group for group, _ in found])
    rows = [(label, row) for label, (_, row) in zip(labels, found, strict=True)]
    sums = [_sum(facts, measure, found, index) for index, measure in enumerate(measures)]
    published = [_latest(facts, measure, whole_group) for measure in measures]
    totals = ((whole,), [a or b for a, b in zip(published, sums, strict=True)]) if whole else None
    heads = [facts.measure(measure).name for measure in measures]
    id = f"{measures[0]}.measures.{slug(title)}"
    return table(id, title, (*first, *heads), rows, totals=totals)


def counts_table(
    facts: Facts, numerators: Mapping[str, str], whole: str, period: Period | None, by: str
) -> Table | Absent:
    """Return the counts behind some rates of one period, by group and for everyone.

    `numerators` gives for each measure what it counts ("Suspensions"); `whole` heads the
    denominator, which the measures share.
    """
    names = " and ".join(text.lower() for text in numerators.values())
    title = f"The numbers behind the rates: {names}"
    if period is None:
        return Absent(f"the table “{title}”", "there are no figures")
    first = next(iter(numerators))
    groups = (*facts.groups(first, period, by), EVERYONE)
    rows: list[tuple[Labels, list[Fact | None]]] = []
    head, labels = label_columns(facts, first, groups)
    for group, label in zip(groups, labels, strict=True):
        found = [facts.find(measure, period, group) for measure in numerators]
        counts = [_behind(fact, "numerator") for fact in found]
        rows.append((label, [*counts, _behind(found[0], "denominator")]))
    body, last = (rows[:-1], rows[-1]) if len(rows) > 1 else (rows, None)
    if not any(cell for _, row in rows for cell in row):
        return Absent(f"the table “{title}”", "no counts are given with the rates")
    heads = (*head, *numerators.values(), whole)
    id = f"{first}.counts.{slug(period.label)}"
    return table(id, f"{title}, {period.label}", heads, body, totals=last)


def amounts_table(
    facts: Facts, number: str, each: str, groups: Sequence[Group], title: str, whole: Fact | None
) -> Table | Absent:
    """Return how many of something, what each was worth, and the amount, with a total.

    `whole` is the total as published; without it, the amounts are added up.
    """
    rows: list[tuple[Labels, list[Fact | None]]] = []
    known = [group for group in groups if _latest(facts, number, group)]
    head, labels = label_columns(facts, number, known)
    for group, label in zip(known, labels, strict=True):
        count, value = _latest(facts, number, group), _latest(facts, each, group)
        rows.append((label, [count, value, product(count, value) if count and value else None]))
    if not rows:
        return Absent(f"the table “{title}”", "there are no figures")
    amounts = [row[2] for _, row in rows]
    summed = total(amount for amount in amounts if amount) if all(amounts) else None
    counted = total(row[0] for _, row in rows if row[0])
    heads = (*head, facts.measure(number).name, facts.measure(each).name, "Amount")
    unit = facts.measure(each).unit
    no_sum = Derived(Missing.NOT_APPLICABLE, unit, 0, "the worth of one is not added up", ())
    last: tuple[Labels, list[Fact | None]] = (("Total",), [counted, no_sum, whole or summed])
    totals = last if len(rows) > 1 else None
    return table(f"{number}.amounts.{slug(title)}", title, heads, rows, totals=totals)


def shares_table(
    facts: Facts, measure: str, period: Period | None, by: str, title: str, whole: str
) -> Table | Absent:
    """Return how many of a measure each group has, and its share of all, in one period."""
    groups = facts.groups(measure, period, by) if period else ()
    counts = [facts.find(measure, period, group) for group in groups] if period else []
    everyone = facts.find(measure, period) if period else None
    everyone = everyone or _whole(facts, groups, counts)
    if not everyone or not any(counts):
        return Absent(f"the table “{title}”", "there are no figures")
    head, labels = label_columns(facts, measure, groups)
    rows = [
        (label, [count, share(count, everyone) if count else None])
        for label, count in zip(labels, counts, strict=True)
    ]
    heads = (*head, facts.measure(measure).name)
    last: tuple[Labels, list[Fact | None]] = ((whole,), [everyone, share(everyone, everyone, 0)])
    return table(f"{measure}.shares.{slug(title)}", title, (*heads, "Share"), rows, totals=last)


def _groups(facts: Facts, measures: Sequence[str], by: str | Sequence[Group]) -> tuple[Group, ...]:
    if not isinstance(by, str):
        return tuple(by)
    found = {
        o.group
        for o in facts.observations
        if o.measure.id in measures and o.group.dimensions == (by,) and o.area == facts.ours
    }
    return tuple(sorted(found, key=facts.dictionary.sort_key))


def _latest(facts: Facts, measure: str, group: Group) -> Observation | None:
    """Return our latest figure of a group, whatever its kind of period."""
    found = [
        o
        for o in facts.observations
        if o.measure.id == measure and o.group == group and o.area == facts.ours
    ]
    return max(found, key=lambda o: (o.period.end, o.period.start), default=None)


def _known(facts: Facts, measure: str, group: Group) -> Fact | None:
    """Return our latest figure of a group, or the sum of the groups that lie within it."""
    published = _latest(facts, measure, group)
    if published or len(group.pairs) != 1 or facts.measure(measure).kind != "count":
        return published
    ((dimension, id),) = group.pairs
    members = facts.dictionary.dimensions[dimension].members
    parts = [
        _latest(facts, measure, Group(((dimension, member.id),)))
        for member in members
        if member.within == id
    ]
    known = [part for part in parts if part]
    return total(known) if len(known) == len(parts) else None


def _sum(
    facts: Facts, measure: str, rows: Sequence[tuple[Group, Sequence[Fact | None]]], index: int
) -> Fact | None:
    if facts.measure(measure).kind not in ("count", "money"):
        return None
    return _whole(facts, [group for group, _ in rows], [row[index] for _, row in rows])


def _whole(facts: Facts, groups: Sequence[Group], counts: Sequence[Fact | None]) -> Fact | None:
    """Return the sum over the groups that lie within no other; None unless all are known."""
    pairs = zip(groups, counts, strict=True)
    parts = [count for group, count in pairs if not is_within(facts, group, groups)]
    known = [part for part in parts if part]
    return total(known) if len(known) == len(parts) else None


def _behind(fact: Fact | None, column: Literal["numerator", "denominator"]) -> Fact | None:
    return behind(fact, column) if isinstance(fact, Observation) else None
