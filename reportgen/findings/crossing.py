"""Turn facts into findings about crossings: above another area one year, below it the next."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST, last_periods
from reportgen.findings.finding import Finding, finding_id, kind_of
from reportgen.findings.guards import caveats, comparison, follows
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group


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
    found = []
    for role in against:
        before, after = (comparison(facts, measure, group, p, role) for p in periods)
        if not before or not after or {before.relation, after.relation} != {"above", "below"}:
            continue
        finding = Finding(
            finding_id(measure, group, f"{role}.crossed", after.relation, periods),
            "crossing",
            kind_of(measure, [after]),
            measure,
            group,
            periods,
            (before, after),
            caveats(measure, [before, after]),
        )
        found.append(scored(finding, periods[-1]))
    return tuple(found)
