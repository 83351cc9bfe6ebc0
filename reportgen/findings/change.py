"""Turn facts into findings about change: since the period before, and since the first comparable.

A change is told only inside one unbroken series, between figures of one standing, and at the same
point of the year. A movement within the usual noise of the measure is neither good nor bad, nor is
one between ends that hide a turning point: that is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.facts import Fact, Facts
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import (
    Caveat,
    Comparison,
    Finding,
    Kind,
    displayed,
    finding_id,
    kind_of,
)
from reportgen.findings.guards import (
    caveats,
    like,
    people_about,
    relation,
    same_point,
    status,
    usable,
)
from reportgen.findings.noise import inside_noise
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period


def change(facts: Facts, measure_id: str, group: Group = EVERYONE) -> tuple[Finding, ...]:
    """Return how our figure moved to the last period: from the first, and from the one before.

    Empty where no earlier figure is comparable with the last.
    """
    series = comparable_series(facts, measure_id, group)
    if len(series) < 2:
        return ()
    measure = facts.measure(measure_id)
    turns = turning_points(series)
    people = people_about(facts, series[-1][1])
    found = [
        _change(measure, group, moved(measure, series[0], series[-1], people), series[0], turns)
    ]
    if len(series) > 2:
        last = moved(measure, series[-2], series[-1], people)
        found.append(_change(measure, group, last, series[-2]))
    if turns:
        found = [replace(item, kind="context") for item in found]
    return tuple(scored(item, series[-1][0]) for item in found)


def turning_points(series: Sequence[tuple[Period, Fact]]) -> tuple[tuple[str, Fact], ...]:
    """Return the highest and the lowest figure of a series that lie beyond both its ends.

    Where there is one, first and last alone would hide that the figures turned.
    """
    ends = [displayed(series[0][1]), displayed(series[-1][1])]
    inner = [fact for _, fact in series[1:-1]]
    found: list[tuple[str, Fact]] = []
    if inner:
        top, low = max(inner, key=displayed), min(inner, key=displayed)
        found += [("highest", top)] if displayed(top) > max(ends) else []
        found += [("lowest", low)] if displayed(low) < min(ends) else []
    return tuple(found)


def comparable_series(
    facts: Facts, measure_id: str, group: Group = EVERYONE
) -> tuple[tuple[Period, Fact], ...]:
    """Return our figures that may be set beside the last one, oldest first, the last included.

    Figures of another status (provisional beside final), before a break in the series, or from
    another point of the year are not among them. Empty where the last period has no figure.
    """
    measure = facts.measure(measure_id)
    periods = last_periods(facts, measure_id, count=1000)
    found = [(period, facts.find(measure_id, period, group)) for period in periods]
    if not found or not usable(measure, found[-1][1]):
        return ()
    last, ours = found[-1]
    assert ours is not None
    return tuple(
        (period, fact)
        for period, fact in found
        if fact is not None
        and usable(measure, fact)
        and same_point(period, last)
        and measure.comparable(period, last)
        and (status(fact) == "provisional") == (status(ours) == "provisional")
        and like(ours, fact)
    )


def moved(
    measure: Measure,
    earlier: tuple[Period, Fact],
    later: tuple[Period, Fact],
    people: Decimal | None = None,
) -> Comparison:
    """Return two of our own figures set side by side: above where the later one is higher.

    `people` are roughly how many they rest on, where they do not say it.
    """
    stands = relation(later[1], earlier[1], measure.tolerance)
    assert stands is not None
    return Comparison("ours", later[0], stands, later[1], earlier[1], people)


def cautions(measure: Measure, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return those of some periods that the measure says to compare only with care."""
    return tuple(
        period
        for period in periods
        if (found := measure.break_at(period)) and found.kind == "caution"
    )


def _change(
    measure: Measure,
    group: Group,
    item: Comparison,
    start: tuple[Period, Fact],
    turns: tuple[tuple[str, Fact], ...] = (),
) -> Finding:
    periods = (start[0], item.period)
    careful = cautions(measure, periods)
    kind: Kind = "context" if careful or inside_noise(measure, item) else kind_of(measure, [item])
    warned = tuple(Caveat("break", period, item.ours) for period in careful)
    word = {"above": "rose", "below": "fell", "in line": "same"}[item.relation]
    return Finding(
        finding_id(measure, group, "change", word, periods),
        "change",
        kind,
        measure,
        group,
        periods,
        (item,),
        (*caveats(measure, [item]), *warned),
        turns,
    )


def steady_run(series: tuple[tuple[Period, Fact], ...]) -> int:
    """Return how many steps up to the last go one way as displayed, each larger than nothing."""
    steps = [relation(later[1], earlier[1], Decimal(0)) for earlier, later in pairwise(series)]
    count = 0
    for step in reversed(steps):
        if step in (None, "in line") or step != steps[-1]:
            break
        count += 1
    return count
