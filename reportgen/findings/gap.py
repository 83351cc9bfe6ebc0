"""Turn facts into findings about the gap between a group and the others, by both definitions.

The national gap sets our group against the others in England, as the Department for Education does;
the local gap sets it against the others here. Each is printed positive when the group does worse.
One that differs from England's by less than the group usually moves is neither good nor bad.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from reportgen.area import Role
from reportgen.facts import Fact, Facts, Missing, difference
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import Comparison, Finding, finding_id, kind_of
from reportgen.findings.guards import caveats, enough, like, relation
from reportgen.findings.score import scored
from reportgen.measures import Group, Measure
from reportgen.period import Period

Sort = Literal["national", "local"]
_RULE: dict[Sort, str] = {
    "national": "other pupils in England set against the group here",
    "local": "other pupils here set against the group here",
}


def gap(
    facts: Facts, measure_id: str, group: Group, other: Group, period: Period | None = None
) -> tuple[Finding, ...]:
    """Return the gap to the others in England and to the others here, beside England's own gap.

    Empty for a measure without a direction; a gap with a missing part is left out.
    """
    measure = facts.measure(measure_id)
    when = period or max(last_periods(facts, measure_id), default=None)
    if when is None or measure.better is None:
        return ()
    found = (_gap(facts, measure, group, other, when, sort) for sort in _RULE)
    return tuple(scored(item, when) for item in found if item)


def gap_between(measure: Measure, other: Fact | None, group: Fact | None, rule: str) -> Fact | None:
    """Return how far a group is behind the others, positive when behind; None without both."""
    if other is None or group is None:
        return None
    pair = (other, group) if measure.better == "higher" else (group, other)
    result = difference(*pair)
    if isinstance(result.value, Missing):
        return None
    return replace(result, rule=rule)


def _gap(
    facts: Facts, measure: Measure, group: Group, other: Group, period: Period, sort: Sort
) -> Finding | None:
    source: Role = "england" if sort == "national" else "ours"
    here = facts.find(measure.id, period, group)
    others = facts.find(measure.id, period, other, source)
    if here is None or others is None or not like(here, others) or not enough(facts, here):
        return None
    ours = gap_between(measure, others, here, _RULE[sort])
    if ours is None:
        return None
    kind = replace(measure, better="lower", kind="gap", noise=None, spread=None)
    items = _beside_england(facts, measure, group, other, period, ours)
    usual = measure.noise_of(group)
    faint = bool(items and usual is not None and abs(items[0].size) < usual)
    return Finding(
        finding_id(measure, group, f"gap.{sort}", items[0].relation if items else "", (period,)),
        "gap",
        "context" if faint else kind_of(kind, items),
        kind,
        group,
        (period,),
        items,
        caveats(measure, [Comparison("england", period, "in line", here, others)]),
        (("gap", ours), ("group", here), ("other", others)),
    )


def _beside_england(
    facts: Facts, measure: Measure, group: Group, other: Group, period: Period, ours: Fact
) -> tuple[Comparison, ...]:
    """Return our gap beside that of the same two groups in England; empty without one."""
    england = [facts.find(measure.id, period, item, "england") for item in (other, group)]
    theirs = gap_between(measure, england[0], england[1], "the same two groups in England")
    stands = relation(ours, theirs, measure.tolerance) if theirs is not None else None
    if theirs is None or stands is None:
        return ()
    return (Comparison("england", period, stands, ours, theirs),)
