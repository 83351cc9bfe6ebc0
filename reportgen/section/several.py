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
from reportgen.section.grid import sentence_case, slug, table
from reportgen.section.part import Absent
from reportgen.section.series import group_labels


def measures_table(
    facts: Facts,
    measures: Sequence[str],
    by: str | Sequence[Group],
    title: str,
    whole: str = "",
    whole_group: Group = EVERYONE,
) -> Table | Absent:
    """Return several measures side by side for some groups, each at its latest period.

    `whole` names a last row of `whole_group`, taken as published; a count or money that is not
    published there is summed over the groups that lie within no other, if all of them are known.
    """
    groups = _groups(facts, measures, by)
    found = [(group, [_latest(facts, measure, group) for measure in measures]) for group in groups]
    found = [(group, row) for group, row in found if any(row)]
    if not found:
        return Absent(f"the table “{title}”", "there are no figures")
    labels = _labels(facts, measures[0], [group for group, _ in found])
    rows = [(label, row) for label, (_, row) in zip(labels, found, strict=True)]
    sums = [_sum(facts, measure, found, index) for index, measure in enumerate(measures)]
    published = [_latest(facts, measure, whole_group) for measure in measures]
    totals = (whole, [a or b for a, b in zip(published, sums, strict=True)]) if whole else None
    first = sentence_case(facts.dictionary.dimensions[by].name) if isinstance(by, str) else "For"
    heads = [facts.measure(measure).name for measure in measures]
    id = f"{measures[0]}.measures.{slug(title)}"
    return table(id, title, (first, *heads), rows, totals=totals)


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
    rows: list[tuple[str, list[Fact | None]]] = []
    for group, label in zip(groups, group_labels(facts, first, groups), strict=True):
        found = [facts.find(measure, period, group) for measure in numerators]
        counts = [_behind(fact, "numerator") for fact in found]
        rows.append((label, [*counts, _behind(found[0], "denominator")]))
    body, last = rows[:-1], rows[-1]
    if not any(cell for _, row in rows for cell in row):
        return Absent(f"the table “{title}”", "no counts are given with the rates")
    heads = (sentence_case(facts.dictionary.dimensions[by].name), *numerators.values(), whole)
    id = f"{first}.counts.{slug(period.label)}"
    return table(id, f"{title}, {period.label}", heads, body, totals=last)


def amounts_table(
    facts: Facts, number: str, each: str, groups: Sequence[Group], title: str, whole: Fact | None
) -> Table | Absent:
    """Return how many of something, what each was worth, and the amount, with a total.

    `whole` is the total as published; without it, the amounts are added up.
    """
    rows: list[tuple[str, list[Fact | None]]] = []
    known = [group for group in groups if _latest(facts, number, group)]
    for group, label in zip(known, _labels(facts, number, known), strict=True):
        count, value = _latest(facts, number, group), _latest(facts, each, group)
        rows.append((label, [count, value, product(count, value) if count and value else None]))
    if not rows:
        return Absent(f"the table “{title}”", "there are no figures")
    amounts = [row[2] for _, row in rows]
    summed = total(amount for amount in amounts if amount) if all(amounts) else None
    counted = total(row[0] for _, row in rows if row[0])
    heads = ("Period", facts.measure(number).name, facts.measure(each).name, "Amount")
    unit = facts.measure(each).unit
    no_sum = Derived(Missing.NOT_APPLICABLE, unit, 0, "the worth of one is not added up", ())
    totals: tuple[str, list[Fact | None]] = ("Total", [counted, no_sum, whole or summed])
    return table(f"{number}.amounts.{slug(title)}", title, heads, rows, totals=totals)


def shares_table(
    facts: Facts, measure: str, period: Period | None, by: str, title: str, whole: str
) -> Table | Absent:
    """Return how many of a measure each group has, and its share of all, in one period."""
    groups = facts.groups(measure, period, by) if period else ()
    counts = [facts.find(measure, period, group) for group in groups] if period else []
    everyone = facts.find(measure, period) if period else None
    everyone = everyone or total(count for count in counts if count)
    if not everyone or not any(counts):
        return Absent(f"the table “{title}”", "there are no figures")
    rows = [
        (label, [count, share(count, everyone) if count else None])
        for label, count in zip(group_labels(facts, measure, groups), counts, strict=True)
    ]
    heads = (sentence_case(facts.dictionary.dimensions[by].name), facts.measure(measure).name)
    last: tuple[str, list[Fact | None]] = (whole, [everyone, share(everyone, everyone, 0)])
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


def _labels(facts: Facts, measure: str, groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the words for some groups, leaving out a dimension in which they are all alike."""
    shared = set.intersection(*(set(group.pairs) for group in groups))
    own = [Group(tuple(pair for pair in group.pairs if pair not in shared)) for group in groups]
    return group_labels(facts, measure, own if all(own_.pairs for own_ in own) else groups)


def _latest(facts: Facts, measure: str, group: Group) -> Observation | None:
    """Return our latest figure of a group, whatever its kind of period."""
    found = [
        o
        for o in facts.observations
        if o.measure.id == measure and o.group == group and o.area == facts.ours
    ]
    return max(found, key=lambda o: (o.period.end, o.period.start), default=None)


def _sum(
    facts: Facts, measure: str, rows: Sequence[tuple[Group, Sequence[Fact | None]]], index: int
) -> Fact | None:
    dimensions = facts.dictionary.dimensions
    parts = [
        row[index]
        for group, row in rows
        if not any(dimensions[dim].member(member).within for dim, member in group.pairs)
    ]
    known = [part for part in parts if part]
    adds_up = facts.measure(measure).kind in ("count", "money") and len(known) == len(parts)
    return total(known) if adds_up else None


def _behind(fact: Fact | None, column: Literal["numerator", "denominator"]) -> Fact | None:
    return behind(fact, column) if isinstance(fact, Observation) else None
