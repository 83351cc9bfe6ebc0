"""Turn facts into findings about counts: levels, parts of a whole, shares, sums, the commonest.

None of these is better or worse by itself: `level` takes its kind from the section that asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts import Fact, Facts, Missing, Observation, behind, share, total
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import Finding, Kind, Rule, displayed, finding_id, slug
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period


def level(
    facts: Facts,
    measure_id: str,
    groups: Sequence[Group] = (EVERYONE,),
    period: Period | None = None,
    kind: Kind = "context",
) -> tuple[Finding, ...]:
    """Return the plain figures of some groups, as one finding; empty if none of them is known."""
    when = period or max(last_periods(facts, measure_id), default=None)
    known = _known(facts, measure_id, groups, when)
    if not known or when is None:
        return ()
    figures = tuple((slug(group), fact) for group, fact in known)
    who = "+".join(name for name, _ in figures)
    measure = facts.measure(measure_id)
    return (_finding(measure, "level", who, known[0][0], when, figures, kind),)


def part(
    facts: Facts, measure_id: str, group: Group = EVERYONE, period: Period | None = None
) -> tuple[Finding, ...]:
    """Return the counts behind a share: 125 of 175. Empty where they do not give the share.

    The share that the counts give must round to the one published, as displayed.
    """
    when = period or max(last_periods(facts, measure_id), default=None)
    ours = facts.find(measure_id, when, group) if when else None
    measure = facts.measure(measure_id)
    if when is None or not isinstance(ours, Observation) or isinstance(ours.value, Missing):
        return ()
    some, whole = behind(ours, "numerator", measure.counted), behind(ours, "denominator")
    if measure.kind != "share" or some is None or whole is None or not whole.value:
        return ()
    worked = share(some, whole, ours.places)
    if isinstance(worked.value, Missing) or displayed(worked) != displayed(ours):
        return ()
    figures: tuple[tuple[str, Fact], ...] = (("share", ours), ("part", some), ("whole", whole))
    return (_finding(measure, "part", slug(group), group, when, figures),)


def composition(
    facts: Facts, measure_id: str, by: str, period: Period | None = None
) -> tuple[Finding, ...]:
    """Return each group's share of a count, the largest first; empty with a missing part.

    Members counted inside another (see `Member.within`) are left out. The whole is the published
    figure for everyone where there is one; its difference from the sum is among the figures.
    """
    when = period or max(last_periods(facts, measure_id), default=None)
    measure = facts.measure(measure_id)
    if when is None or measure.kind not in ("count", "money"):
        return ()
    known = _parts(facts, measure_id, by, when)
    parts = total([fact for _, fact in known], "the sum of the parts")
    whole = facts.find(measure_id, when) or parts
    if len(known) < 2 or whole is None or parts is None or isinstance(parts.value, Missing):
        return ()
    if isinstance(whole.value, Missing) or not whole.value or whole.value < parts.value:
        return ()
    ranked = sorted(known, key=lambda pair: -displayed(pair[1]))
    figures: list[tuple[str, Fact]] = [("whole", whole), ("parts", parts)]
    figures += [(slug(group), share(fact, whole)) for group, fact in ranked]
    figures += [(f"{slug(group)}.count", fact) for group, fact in ranked]
    return (_finding(measure, "composition", by, EVERYONE, when, tuple(figures)),)


def flow(facts: Facts, measure_id: str, group: Group = EVERYONE) -> tuple[Finding, ...]:
    """Return the sum of a count over all its periods; empty if one is missing, or for stocks.

    A stock (children at a date) is not added up: the same child would count many times.
    """
    measure = facts.measure(measure_id)
    periods = last_periods(facts, measure_id, count=1000)
    found = [facts.find(measure_id, period, group) for period in periods]
    whole = total([fact for fact in found if fact])
    stock = any(period.kind.value in ("as at", "census") for period in periods)
    if measure.kind not in ("count", "money") or stock or len(periods) < 2:
        return ()
    if whole is None or None in found or isinstance(whole.value, Missing):
        return ()
    ends = (periods[0], periods[-1])
    finding = Finding(
        finding_id(measure, group, "total", "", ends),
        "total",
        "context",
        measure,
        group,
        ends,
        (),
        (),
        (("total", whole),),
    )
    return (scored(finding, periods[-1]),)


def mode(
    facts: Facts, measure_id: str, by: str, period: Period | None = None
) -> tuple[Finding, ...]:
    """Return the one commonest member of a dimension; empty for a tie or with one not known."""
    when = period or max(last_periods(facts, measure_id), default=None)
    measure = facts.measure(measure_id)
    if when is None or measure.kind != "count":
        return ()
    groups = _apart(facts, facts.groups(measure_id, when, by))
    known = _known(facts, measure_id, groups, when)
    values = sorted((displayed(fact) for _, fact in known), reverse=True)
    if len(values) < 2 or values[0] == values[1] or len(known) < len(groups):
        return ()
    group, fact = next(pair for pair in known if displayed(pair[1]) == values[0])
    whole = facts.find(measure_id, when) or total([item for _, item in known])
    if whole is None or isinstance(whole.value, Missing):
        return ()
    figures = (("most", fact), ("whole", whole))
    return (_finding(measure, "mode", slug(group), group, when, figures),)


def _parts(facts: Facts, measure_id: str, by: str, when: Period) -> list[tuple[Group, Fact]]:
    groups = _apart(facts, facts.groups(measure_id, when, by))
    known = _known(facts, measure_id, groups, when)
    return known if len(known) == len(groups) else []


def _apart(facts: Facts, groups: Sequence[Group]) -> list[Group]:
    """Return the groups that none of the others counts already."""
    return [group for group in groups if not _inside(facts, group, groups)]


def _inside(facts: Facts, group: Group, groups: Sequence[Group]) -> bool:
    dimensions = facts.dictionary.dimensions
    wider = {
        group.with_(dim, within)
        for dim, member in group.pairs
        if (within := dimensions[dim].member(member).within)
    }
    return not wider.isdisjoint(groups)


def _known(
    facts: Facts, measure_id: str, groups: Sequence[Group], when: Period | None
) -> list[tuple[Group, Fact]]:
    found = [(group, facts.find(measure_id, when, group)) for group in groups if when]
    return [(g, fact) for g, fact in found if fact and not isinstance(fact.value, Missing)]


def _finding(
    measure: Measure,
    rule: Rule,
    who: str,
    group: Group,
    period: Period,
    figures: tuple[tuple[str, Fact], ...],
    kind: Kind = "context",
) -> Finding:
    finding = Finding(
        finding_id(measure, who, rule, "", (period,)),
        rule,
        kind,
        measure,
        group,
        (period,),
        (),
        (),
        figures,
    )
    return scored(finding, period)
