"""Decide whether two figures may be compared, and what must be said beside the comparison.

Every detector passes through these guards: values are compared as displayed, a missing one or a
tiny group gives no finding, and a local figure is never set against a published one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from reportgen.area import Role
from reportgen.facts import Derived, Fact, Facts, Missing, Observation, behind
from reportgen.findings.finding import Caveat, Comparison, Relation, displayed
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period, PeriodKind

FEW_EVENTS = 10
"""A rate of fewer events is one of a handful: no word says how far it is from another."""
OLDEST = 2
"""The most years by which the figure of another area may be older than ours."""
COUNTED_EVENTS = 30
"""Below this many events the count is given with the rate."""

_OFFICIAL = {"provisional", "revised", "final"}
_YEARS = (
    PeriodKind.ACADEMIC,
    PeriodKind.FINANCIAL,
    PeriodKind.CALENDAR,
    PeriodKind.AS_AT,
    PeriodKind.CENSUS,
)


def relation(ours: Fact, theirs: Fact, tolerance: Decimal) -> Relation | None:
    """Return how our figure stands to theirs as displayed; None if either is missing.

    Values up to `tolerance` apart, in the unit of the measure, are in line. A direction needs the
    displayed and the unrounded values to agree.
    """
    if isinstance(ours.value, Missing) or isinstance(theirs.value, Missing):
        return None
    size = displayed(ours) - displayed(theirs, ours.places)
    if abs(size) <= tolerance:
        return "in line"
    if size * (ours.value - theirs.value) <= 0:
        return "in line"
    return "above" if size > 0 else "below"


def usable(measure: Measure, fact: Fact | None, about: Decimal | None = None) -> bool:
    """Return whether anything may be said about our figure: it is there, of enough pupils.

    `about` is roughly how many they are, for a figure that does not say it.
    """
    if fact is None or isinstance(fact.value, Missing):
        return False
    pupils = cohort(fact)
    pupils = about if pupils is None else pupils
    return pupils is None or pupils >= measure.fewest


def like(ours: Fact, theirs: Fact) -> bool:
    """Return whether two figures come from the same kind of source.

    A council's own count and a national release differ in date and definition: 72.0 at one census
    beside 40.6 at another is not a fall. They are compared only where one source gives both.
    """
    statuses = {status(ours), status(theirs)}
    if "local" not in statuses or not statuses & _OFFICIAL:
        return True
    return (
        isinstance(ours, Observation)
        and isinstance(theirs, Observation)
        and ours.source == theirs.source
    )


def comparison(
    facts: Facts, measure: Measure, group: Group, period: Period, role: Role
) -> Comparison | None:
    """Return our figure beside that of an area; None where a guard forbids it.

    A mean of fewer than half the neighbours is not compared with.
    """
    ours = facts.find(measure.id, period, group)
    theirs = facts.find(measure.id, period, group, role)
    if ours is None or theirs is None or not like(ours, theirs) or not enough(facts, ours):
        return None
    if (used := used_of(theirs)) and 2 * used[0] < used[1]:
        return None
    stands = relation(ours, theirs, measure.tolerance)
    people = people_about(facts, ours)
    return Comparison(role, period, stands, ours, theirs, people) if stands else None


def stale_comparison(
    facts: Facts, measure: Measure, group: Group, period: Period, role: Role
) -> Comparison | None:
    """Return our figure beside an area's last one of up to two years before; None without one.

    Only where the area has none for the period itself, at the same point of a comparable year.
    """
    ours = facts.find(measure.id, period, group)
    if ours is None or facts.find(measure.id, period, group, role):
        return None
    if not enough(facts, ours):
        return None
    people = people_about(facts, ours)
    for earlier in reversed(facts.periods(measure.id, group, role)):
        theirs = facts.find(measure.id, earlier, group, role)
        near = same_point(period, earlier) and 0 < period.years_since(earlier) <= OLDEST
        if theirs is None or not near or not measure.comparable(earlier, period):
            continue
        stands = relation(ours, theirs, measure.tolerance) if like(ours, theirs) else None
        return Comparison(role, period, stands, ours, theirs, people) if stands else None
    return None


def people_about(facts: Facts, ours: Fact) -> Decimal | None:
    """Return how many a figure of ours rests on; without its own number the last known of them.

    That is of another year, from the same measure or from the one that counts its cohort. Groups
    change little from year to year, so that it says whether chance is at work. A group that is not
    counted itself is at least those that are counted within it.
    """
    own = cohort(ours)
    if own is not None or not isinstance(ours, Observation):
        return own
    counted = _last_counted(facts, ours, {ours.group})
    return _last_counted(facts, ours, _parts(facts, ours.group)) if counted is None else counted


def _parts(facts: Facts, group: Group) -> set[Group]:
    """Return the groups that lie within a group by one of its dimensions."""
    dimensions = facts.dictionary.dimensions
    return {
        group.with_(dimension, member.id)
        for dimension, id in group.pairs
        if dimension in dimensions
        for member in dimensions[dimension].members
        if member.within == id
    }


def _last_counted(facts: Facts, ours: Observation, groups: set[Group]) -> Decimal | None:
    """Return how many some groups are together, in the last period with a count of any."""
    counts: dict[Period, dict[Group, Decimal]] = {}
    for row in (row for id in (ours.measure.id, ours.measure.cohort) for row in facts.own(id)):
        if row.group not in groups or row.period.kind is not ours.period.kind:
            continue
        number = row.value if row.measure.id == ours.measure.cohort else cohort(row)
        if number and isinstance(number, Decimal):
            counts.setdefault(row.period, {}).setdefault(row.group, number)
    return sum(counts[max(counts)].values(), Decimal(0)) if counts else None


def enough(facts: Facts, ours: Fact) -> bool:
    """Return whether a figure of ours is there and of enough people, as far as that is known."""
    if not isinstance(ours, Observation):
        return not isinstance(ours.value, Missing)
    people = people_about(facts, ours)
    return usable(ours.measure, ours, people) and (people is not None or not _in_few(facts, ours))


def _in_few(facts: Facts, ours: Observation) -> bool:
    """Return whether a group of unknown size can only be small.

    It is one of so few people in all, or its like were counted and it was not among them.
    """
    if ours.group == EVERYONE:
        return False
    counted = {row.group.dimensions for row in facts.own(ours.measure.cohort)}
    if ours.group.dimensions in counted:
        return True
    whole = facts.find(ours.measure.id, ours.period, EVERYONE)
    everyone = people_about(facts, whole) if whole else None
    return everyone is not None and everyone < ours.measure.small


def period_of(fact: Fact) -> Period | None:
    """Return the period of a figure; that of the figures behind a mean."""
    if isinstance(fact, Observation):
        return fact.period
    return period_of(fact.inputs[-1]) if fact.inputs else None


def is_stale(item: Comparison) -> bool:
    """Return whether the figure compared with is that of an earlier period."""
    return item.role != "ours" and period_of(item.theirs) not in (None, item.period)


def cohort(fact: Fact) -> Decimal | None:
    """Return how many pupils a figure rests on, or None where the source does not say."""
    if not isinstance(fact, Observation):
        return None
    return fact.cohort if fact.cohort is not None else fact.denominator


def people(fact: Fact) -> Observation | None:
    """Return how many pupils a figure rests on, as a figure of its own; None where not known."""
    if not isinstance(fact, Observation):
        return None
    return behind(fact, "cohort" if fact.cohort is not None else "denominator")


def few_events(measure: Measure, fact: Fact, under: int = FEW_EVENTS) -> bool:
    """Return whether a rate is known to rest on fewer events than a number."""
    events = fact.numerator if isinstance(fact, Observation) else None
    return measure.kind == "rate" and events is not None and events < under


def status(fact: Fact) -> str:
    """Return the status of a figure; a mean has that of its parts when they share one."""
    if isinstance(fact, Observation):
        return fact.status
    statuses = {status(item) for item in fact.inputs}
    return statuses.pop() if len(statuses) == 1 else "derived"


def used_of(fact: Fact) -> tuple[int, int] | None:
    """Return how many areas a neighbour mean rests on, and of how many; None if it does not say."""
    words = fact.rule if isinstance(fact, Derived) else fact.note
    found = re.search(r"\bmean of (\d+) of (\d+)\b", words, re.IGNORECASE)
    return (int(found[1]), int(found[2])) if found else None


def caveats(measure: Measure, items: Iterable[Comparison]) -> tuple[Caveat, ...]:
    """Return what must be said beside some comparisons, each thing once."""
    found: dict[tuple[str, Period], Caveat] = {}
    for item in items:
        for caveat in _caveats(measure, item):
            found.setdefault((caveat.code, caveat.period), caveat)
    return tuple(found.values())


def follows(later: Period, earlier: Period) -> bool:
    """Return whether a period is the one straight after another in a yearly series."""
    return (
        later.kind in _YEARS
        and later.kind is earlier.kind
        and later.years_since(earlier) == 1
        and same_point(later, earlier)
    )


def same_point(one: Period, other: Period) -> bool:
    """Return whether two periods cover the same part of the year.

    A spring is not set beside an autumn, nor a quarter beside a half year; counts at a date may be
    set beside any other date.
    """
    if one.kind is not other.kind:
        return False
    if one.kind is PeriodKind.AS_AT and one.start == one.end and other.start == other.end:
        return True
    return (one.start.month, one.end.month, one.start.day) == (
        other.start.month,
        other.end.month,
        other.start.day,
    )


def _caveats(measure: Measure, item: Comparison) -> Iterable[Caveat]:
    ours = item.ours
    if isinstance(ours, Observation):
        pupils = cohort(ours)
        if pupils is not None and pupils < measure.small:
            number = people(ours)
            assert number is not None
            yield Caveat("small", item.period, number)
        if few_events(measure, ours, COUNTED_EVENTS):
            number = behind(ours, "numerator", measure.counted or "events")
            assert number is not None
            yield Caveat("few", item.period, number)
    if is_stale(item):
        yield Caveat("stale", item.period, item.theirs)
    if (used := used_of(item.theirs)) and used[0] < used[1]:
        yield Caveat("part", item.period, item.theirs)
    if "provisional" in (status(ours), status(item.theirs)):
        yield Caveat("provisional", item.period, ours)
