"""Turn facts into findings about runs: above or below another area, year after year."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST, adverse, reported
from reportgen.findings.finding import Comparison, Finding, finding_id, kind_of
from reportgen.findings.guards import caveats, comparison, follows
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure


def streak(
    facts: Facts,
    measure_id: str,
    group: Group = EVERYONE,
    against: Sequence[Role] = AGAINST,
    at_least: int = 3,
) -> tuple[Finding, ...]:
    """Return the run of years up to the last in which a group was on one side of the first area.

    Years must follow each other, so a missing year ends the run; a break in comparability does not,
    because each year is compared within itself. Other areas are added where they have a run as
    long, or else for the last year and each year that tells the other story. Empty where the run
    has fewer than `at_least` years.
    """
    measure = facts.measure(measure_id)
    runs = [run for role in against if (run := _run(facts, measure_id, group, role))]
    if not runs or len(runs[0]) < at_least:
        return ()
    first = runs[0]
    items = [*first]
    for role in against:
        if role != first[0].role:
            items += _beside(facts, measure, group, first, role)
    items += adverse(facts, measure, first, group, against)
    return (_finding(measure, group, first, tuple(items)),)


def _beside(
    facts: Facts, measure: Measure, group: Group, first: Sequence[Comparison], role: Role
) -> list[Comparison]:
    """Return what another area says of the years of a run: all of it, where it is one thing.

    Otherwise it is the last year, and every year that is adverse where the run is not, or the other
    way round, so that no run is told without what stands against it.
    """
    found = [comparison(facts, measure, group, item.period, role) for item in first]
    known = [item for item in found if item]
    if len(known) == len(first) and len({item.relation for item in known}) == 1:
        return known
    against = {"above": "below", "below": "above"}[first[-1].relation]
    return [item for item in known if item.relation == against or item.period == first[-1].period]


def _finding(
    measure: Measure,
    group: Group,
    first: Sequence[Comparison],
    items: tuple[Comparison, ...],
) -> Finding:
    periods = tuple(item.period for item in first)
    latest = [item for item in items if item.period == periods[-1]]
    finding = Finding(
        finding_id(measure, group, first[-1].role, first[-1].relation, periods),
        "streak",
        kind_of(measure, items),
        measure,
        group,
        periods,
        items,
        caveats(measure, latest),
    )
    return scored(finding, periods[-1])


def _run(facts: Facts, measure_id: str, group: Group, role: Role) -> tuple[Comparison, ...]:
    """Return the comparisons of the run that ends in the last period, oldest first."""
    measure = facts.measure(measure_id)
    run: list[Comparison] = []
    for period in reversed(reported(facts, measure_id)):
        item = comparison(facts, measure, group, period, role)
        if item is None or item.relation == "in line":
            break
        if run and (item.relation != run[-1].relation or not follows(run[-1].period, period)):
            break
        run.append(item)
    return tuple(reversed(run))
