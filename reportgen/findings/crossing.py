"""Turn facts into findings about crossings: above another area one year, below it the next."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST, last_periods
from reportgen.findings.finding import Comparison, Finding, finding_id, kind_of
from reportgen.findings.guards import caveats, comparison, follows
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure


def crossing(
    facts: Facts,
    measure_id: str,
    group: Group = EVERYONE,
    against: Sequence[Role] = AGAINST,
) -> tuple[Finding, ...]:
    """Return, for each area, the finding that we changed sides between the last two years.

    Each year is compared within itself, so a break between the two does not matter.
    """
    measure = facts.measure(measure_id)
    periods = last_periods(facts, measure_id)
    if len(periods) < 2 or not follows(periods[1], periods[0]):
        return ()
    pairs = [
        [comparison(facts, measure, group, period, role) for period in periods] for role in against
    ]
    return tuple(
        _finding(measure, group, before, after)
        for before, after in pairs
        if before and after and {before.relation, after.relation} == {"above", "below"}
    )


def _finding(measure: Measure, group: Group, before: Comparison, after: Comparison) -> Finding:
    periods = (before.period, after.period)
    finding = Finding(
        finding_id(measure, group, f"{after.role}.crossed", after.relation, periods),
        "crossing",
        kind_of(measure, [after]),
        measure,
        group,
        periods,
        (before, after),
        caveats(measure, [before, after]),
    )
    return scored(finding, periods[-1])
