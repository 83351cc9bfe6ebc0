"""Turn facts into findings about our place among other authorities.

Rank 1 is the best by the measure's direction, equal values share the better rank, and areas without
a figure are not counted. Quartile bands follow the Local Authority Interactive Tool: A is the best
quarter, cut at the quantiles of all values, the upper edge included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.area import Area
from reportgen.facts import Derived, Fact, Facts, Missing, Observation
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import Comparison, Finding, Kind, displayed, finding_id
from reportgen.findings.guards import caveats, comparison, few_events, like, usable
from reportgen.findings.noise import inside_noise
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure, Unit
from reportgen.period import Period

PLACE = Unit("place")
FEWEST_NEIGHBOURS = Decimal("0.8")
"""A rank needs a figure from at least this share of the areas it is among."""
FEWEST_FOR_BANDS = 20
FEWEST_OF_ALL = 100
"""Of England's 150 authorities so many must be in the files before a rank is one among all."""


def rank(
    facts: Facts,
    measure_id: str,
    group: Group = EVERYONE,
    period: Period | None = None,
    among: Sequence[Area] | None = None,
) -> tuple[Finding, ...]:
    """Return our rank among some areas, the statistical neighbours unless given; ourselves counted.

    Empty without a direction, without a figure of ours, where that rests on a handful of events, or
    where fewer than eight in ten of the areas have one.
    """
    measure = facts.measure(measure_id)
    neighbours = facts.comparators.neighbours
    areas = tuple(among) if among is not None else neighbours.members if neighbours else ()
    when = period or max(last_periods(facts, measure_id), default=None)
    if measure.better is None or when is None or not areas:
        return ()
    ours = facts.find(measure_id, when, group)
    if ours is None or not usable(measure, ours) or few_events(measure, ours):
        return ()
    others = _others(facts, measure, when, group, areas, ours)
    if len(others) < FEWEST_NEIGHBOURS * len([area for area in areas if area != facts.ours]):
        return ()
    set_of = "rank.areas" if among is not None else "rank.neighbours"
    england = comparison(facts, measure, group, when, "england")
    found = _finding(measure, group, when, ours, others, set_of)
    if england and inside_noise(measure, england):
        found = replace(found, kind="context")
    return (scored(found, when),)


def rank_among_most(facts: Facts, measure_id: str) -> tuple[Finding, ...]:
    """Return our rank among all authorities; where few of them are known, among our neighbours.

    Empty for a measure without a figure of ours, and where `rank` finds too few others.
    """
    when = max(last_periods(facts, measure_id), default=None)
    if when is None:
        return ()
    everywhere = facts.authorities(measure_id, when)
    among = everywhere if len(everywhere) >= FEWEST_OF_ALL else None
    return rank(facts, measure_id, period=when, among=among)


def place(measure: Measure, ours: Fact, others: Sequence[Fact]) -> int:
    """Return our rank as displayed: one more than the number of areas that did better."""
    mine = displayed(ours)
    theirs = [displayed(fact, ours.places) for fact in others]
    better = [value for value in theirs if (value > mine) is (measure.better == "higher")]
    return 1 + len([value for value in better if value != mine])


def band(measure: Measure, ours: Fact, others: Sequence[Fact]) -> str:
    """Return our quartile band, A to D, A the best; empty for too few areas or no spread."""
    values = sorted(fact.value for fact in (ours, *others) if isinstance(fact.value, Decimal))
    if len(values) < FEWEST_FOR_BANDS or not isinstance(ours.value, Decimal):
        return ""
    cuts = [quantile(values, Decimal(n) / 4) for n in range(5)]
    if len(set(cuts)) < 5:
        return ""
    quarter = next(n for n in range(4) if ours.value <= cuts[n + 1])
    return "DCBA"[quarter] if measure.better == "higher" else "ABCD"[quarter]


def quantile(values: Sequence[Decimal], share: Decimal) -> Decimal:
    """Return a quantile of sorted values, with a straight line between neighbours (R's type 7)."""
    position = share * (len(values) - 1)
    low = int(position)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (position - low)


def _others(
    facts: Facts,
    measure: Measure,
    period: Period,
    group: Group,
    areas: Sequence[Area],
    ours: Fact,
) -> tuple[Observation, ...]:
    others = facts.elsewhere.get((measure.id, period), ()) if group == EVERYONE else ()
    known = {fact.area.code: fact for fact in others}
    found = (
        known.get(area.code) or facts.find(measure.id, period, group, area)
        for area in areas
        if area != facts.ours
    )
    return tuple(
        fact
        for fact in found
        if isinstance(fact, Observation) and fact.value not in tuple(Missing) and like(ours, fact)
    )


def _finding(
    measure: Measure,
    group: Group,
    period: Period,
    ours: Fact,
    others: Sequence[Observation],
    set_of: str,
) -> Finding:
    where, of = place(measure, ours, others), 1 + len(others)
    beside = Comparison("ours", period, "in line", ours, ours)
    return Finding(
        finding_id(measure, group, set_of, f"{where}_of_{of}", (period,)),
        "rank",
        _kind(where, of),
        measure,
        group,
        (period,),
        (),
        caveats(measure, [beside]),
        tuple(_figures(measure, ours, others)),
    )


def _figures(
    measure: Measure, ours: Fact, others: Sequence[Observation]
) -> Iterator[tuple[str, Fact]]:
    """Yield our figure, the rank, of how many, and whether it is shared and in which quarter."""
    inputs = (ours, *others)
    where = Decimal(place(measure, ours, others))
    rank = Derived(where, PLACE, 0, "the place by rank, 1 the best", inputs)
    yield "ours", ours
    yield "rank", rank
    yield "of", Derived(Decimal(len(inputs)), PLACE, 0, "how many areas have a figure", inputs)
    if any(displayed(fact, ours.places) == displayed(ours) for fact in others):
        yield "joint", rank
    quarter = band(measure, ours, others)
    if quarter and quarter == "ABCD"[int(4 * (where - 1) / len(inputs))]:
        yield f"band {quarter}", rank


def _kind(where: int, of: int) -> Kind:
    """Return a strength in the best quarter, a development in the worst, context between."""
    if 4 * where <= of:
        return "strength"
    return "development" if 4 * (of - where + 1) <= of else "context"
