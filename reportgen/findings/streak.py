"""Turn facts into findings about runs: above or below another area, year after year."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST, reported
from reportgen.findings.finding import Comparison, Finding, finding_id, kind_of
from reportgen.findings.guards import caveats, comparison, follows
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group


def streak(
    facts: Facts,
    measure_id: str,
    group: Group = EVERYONE,
    against: Sequence[Role] = AGAINST,
    at_least: int = 3,
) -> tuple[Finding, ...]:
    """Return the run of years up to the last in which a group was on one side of the first area.

    Years must follow each other, so a missing year ends the run; a break in comparability does not,
    because each year is compared within itself. Other areas are added where their run is as long,
    or else for the last year alone. Empty where the run has fewer than `at_least` years.
    """
    measure = facts.measure(measure_id)
    runs = [_run(facts, measure_id, group, role) for role in against]
    first = next((run for run in runs if run), ())
    if len(first) < at_least:
        return ()
    items = list(first)
    for run in runs:
        if run and run is not first:
            long_enough = len(run) >= at_least and run[-1].relation == first[-1].relation
            items += run[-len(first) :] if long_enough and len(run) >= len(first) else ()
    names = {item.role for item in items}
    latest = first[-1].period
    for role in against:
        if role not in names and (item := comparison(facts, measure, group, latest, role)):
            items.append(item)
    periods = tuple(item.period for item in first)
    finding = Finding(
        finding_id(measure, group, first[-1].role, first[-1].relation, periods),
        "streak",
        kind_of(measure, items),
        measure,
        group,
        periods,
        tuple(items),
        caveats(measure, [item for item in items if item.period == latest]),
    )
    return (scored(finding, latest),)


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
