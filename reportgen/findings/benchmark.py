"""Turn facts into findings against other areas: one for each group and period."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, Finding, favour, finding_id, kind_of
from reportgen.findings.guards import caveats, comparison, stale_comparison
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period

AGAINST: tuple[Role, ...] = ("england", "neighbours")
OTHERS: tuple[Role, ...] = (*AGAINST, "region")


def compare(
    facts: Facts,
    measure_id: str,
    by: Sequence[str] = (),
    periods: Sequence[Period] | None = None,
    against: Sequence[Role] = AGAINST,
) -> tuple[Finding, ...]:
    """Return how everyone, and each group of the dimensions in `by`, stands to other areas.

    The first area of `against` decides whether a finding is a strength; where it is in line, or has
    no figure, the next one does. Groups of several of the dimensions (girls with a plan) count when
    there are rows for them. `periods` are the last two years with a figure of ours, unless given.
    An area that `against` leaves out is added to a strength that it stands against.
    """
    measure = facts.measure(measure_id)
    wanted = tuple(periods) if periods is not None else last_periods(facts, measure_id)
    latest = max(wanted, default=None)
    found = []
    for period in wanted:
        for group in (EVERYONE, *groups_by(facts, measure_id, period, by)):
            items = [comparison(facts, measure, group, period, role) for role in against]
            if period == latest:
                items = [
                    item or stale_comparison(facts, measure, group, period, role)
                    for item, role in zip(items, against, strict=True)
                ]
            kept = [item for item in items if item]
            if kept and latest:
                kept += adverse(facts, measure, kept, group, against)
                finding = _finding(measure, group, period, deciding_first(kept))
                found.append(scored(finding, latest))
    return tuple(found)


def deciding_first(items: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Return comparisons with the one that decides first: the first that is not in line."""
    first = next((item for item in items if item.relation != "in line"), items[0])
    return (first, *(item for item in items if item is not first))


def adverse(
    facts: Facts,
    measure: Measure,
    items: Sequence[Comparison],
    group: Group,
    against: Sequence[Role],
) -> list[Comparison]:
    """Return what stands against a strength among the areas that were not asked for.

    `items` are its comparisons; each other area is compared in the same periods.
    """
    if kind_of(measure, items) != "strength":
        return []
    periods = dict.fromkeys(item.period for item in items)
    pairs = [(role, period) for role in OTHERS if role not in against for period in periods]
    found = (comparison(facts, measure, group, period, role) for role, period in pairs)
    return [item for item in found if item and favour(measure, item.relation) < 0]


def last_periods(facts: Facts, measure_id: str, count: int = 2) -> tuple[Period, ...]:
    """Return the last periods that have a figure of ours, by the date of the report.

    A period in which every figure is withheld is not one of them.
    """
    known = {o.period for o in facts.own(measure_id) if isinstance(o.value, Decimal)}
    return tuple(period for period in reported(facts, measure_id) if period in known)[-count:]


def reported(facts: Facts, measure_id: str) -> tuple[Period, ...]:
    """Return the periods for which we have a row, by the date of the report, oldest first."""
    return tuple(
        period
        for period in facts.periods(measure_id)
        if facts.as_at is None or period.start <= facts.as_at
    )


def groups_by(
    facts: Facts, measure_id: str, period: Period, by: Sequence[str]
) -> tuple[Group, ...]:
    """Return the groups of ours that only the dimensions in `by` narrow, in printed order."""
    allowed = set(by)
    found = {
        o.group
        for o in facts.own(measure_id)
        if o.period == period and o.group != EVERYONE and allowed.issuperset(o.group.dimensions)
    }
    return tuple(
        sorted(found, key=lambda group: (len(group.pairs), facts.dictionary.sort_key(group)))
    )


def _finding(
    measure: Measure, group: Group, period: Period, items: tuple[Comparison, ...]
) -> Finding:
    return Finding(
        finding_id(measure, group, items[0].role, items[0].relation, (period,)),
        "benchmark",
        kind_of(measure, items),
        measure,
        group,
        (period,),
        items,
        caveats(measure, items),
    )
