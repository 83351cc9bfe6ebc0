"""Turn facts into findings about the best and the worst group of a dimension."""

from __future__ import annotations

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import Comparison, Finding, favour, finding_id
from reportgen.findings.guards import caveats, cohort, comparison
from reportgen.findings.score import scored
from reportgen.measures import Group
from reportgen.period import Period


def extremes(
    facts: Facts, measure_id: str, by: str, role: Role = "england", period: Period | None = None
) -> tuple[Finding, ...]:
    """Return the groups of a dimension that stand best and worst to the same group elsewhere.

    Only among groups of enough pupils for no caveat, three of them at least, and without a tie.
    """
    measure = facts.measure(measure_id)
    when = period or max(last_periods(facts, measure_id), default=None)
    if when is None or measure.better is None:
        return ()
    items = []
    for group in facts.groups(measure_id, when, by):
        item = comparison(facts, measure, group, when, role)
        people = cohort(item.ours) if item else None
        if item and people is not None and people >= measure.small:
            items.append((group, item))
    if len(items) < 3:
        return ()
    sign = 1 if measure.better == "higher" else -1
    items.sort(key=lambda pair: sign * pair[1].size)
    ends = ((items[-1], items[-2], "best", 1), (items[0], items[1], "worst", -1))
    found = [
        _finding(facts, measure_id, when, end, word)
        for end, near, word, side in ends
        if end[1].size != near[1].size and favour(measure, end[1].relation) == side
    ]
    return tuple(found)


def _finding(
    facts: Facts, measure_id: str, period: Period, end: tuple[Group, Comparison], word: str
) -> Finding:
    measure = facts.measure(measure_id)
    group, item = end
    finding = Finding(
        finding_id(measure, group, f"{item.role}.{word}", "", (period,)),
        "extremes",
        "strength" if word == "best" else "development",
        measure,
        group,
        (period,),
        (item,),
        caveats(measure, [item]),
        ((word, item.ours),),
    )
    return scored(finding, period)
