"""Turn findings into the titles of charts: the message in at most fifteen words, then the subject.

A title says only what every figure in the chart bears out; where there is nothing to say, or no
value is better than another, it names the measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST
from reportgen.findings.finding import Comparison
from reportgen.findings.guards import comparison, follows
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording.groups import (
    ORDER,
    area_words,
    group_words,
    side_words,
    span_words,
    subject_words,
)
from reportgen.wording.words import capital, count_words, in_words, join_words, run

LONGEST = 15


def trend_title(
    facts: Facts,
    measure_id: str,
    group: Group = EVERYONE,
    periods: Sequence[Period] = (),
    against: Sequence[Role] = AGAINST,
) -> Inlines:
    """Return the message of a line over some periods: how we stood, for how long."""
    measure = facts.measure(measure_id)
    shown = tuple(sorted(periods or facts.periods(measure_id, group)))
    if measure.better is None or not shown:
        return neutral(facts, measure, shown)
    runs = {role: _run(facts, measure, group, shown, role) for role in ordered(against)}
    known = {role: items for role, items in runs.items() if items}
    if not known:
        return neutral(facts, measure, shown)
    claims = _claims(facts, measure, known, shown)
    for subject in _subjects(facts, measure, group):
        for stands, when in claims:
            title = capital(run(f"{subject} {stands} {when}"))
            if count_words(title) <= LONGEST:
                return title
    return neutral(facts, measure, shown)


def subtitle(
    facts: Facts,
    measure_id: str,
    periods: Sequence[Period],
    groups: Sequence[Group] = (),
) -> Inlines:
    """Return what a chart shows: the measure and its unit, whose, where and when."""
    measure = facts.measure(measure_id)
    unit = measure.unit.noun or measure.unit.after.strip() or measure.unit.before.strip()
    named = measure.name if not unit or unit in measure.name else f"{measure.name} ({unit})"
    parts = [named]
    only = groups[0] if len(groups) == 1 else EVERYONE
    dimensions = {group.dimensions for group in groups if group != EVERYONE}
    if only != EVERYONE:
        parts.append(group_words(facts, measure, only))
    elif len(groups) > 1 and len(dimensions) == 1:
        names = [facts.dictionary.dimensions[dim].name for dim in dimensions.pop()]
        parts[0] += f" by {join_words([name[:1].lower() + name[1:] for name in names])}"
    parts.append(facts.ours.name)
    when = span_words(periods)
    return run(", ".join([*parts, when] if when else parts))


def ordered(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Return areas in the order in which a sentence names them."""
    return tuple(role for role in ORDER if role in roles)


def _subjects(facts: Facts, measure: Measure, group: Group) -> list[str]:
    """Return how a title may begin, the fullest first: with the measure, or with the place alone.

    The subtitle names the measure, so a long one can be left to it.
    """
    if measure.verb:
        return [f"{group_words(facts, measure, group)} {measure.verb}"]
    be = "were" if measure.plural else "was"
    words = subject_words(facts, measure, group).removeprefix("the ")
    short = [f"{facts.ours.name} was"] if group == EVERYONE else []
    return [f"{words} {be}", *short]


def _run(
    facts: Facts, measure: Measure, group: Group, periods: Sequence[Period], role: Role
) -> tuple[Comparison, ...]:
    """Return the comparisons of the run that ends in the last period, oldest first."""
    run: list[Comparison] = []
    for period in reversed(periods):
        item = comparison(facts, measure, group, period, role)
        if item is None or (run and item.relation != run[-1].relation):
            break
        run.append(item)
    return tuple(reversed(run))


def _claims(
    facts: Facts,
    measure: Measure,
    known: dict[Role, tuple[Comparison, ...]],
    shown: Sequence[Period],
) -> list[tuple[str, str]]:
    """Return what a trend may claim, the fullest first: how we stand, and since when."""
    claims: list[tuple[str, str]] = []
    roles = list(known)
    shortest = min(len(items) for items in known.values())
    first, last = known[roles[0]], shown[-1].phrase()
    alone = (f"{_side(measure, first)} {area_words(facts, roles[0])}", _when(shown, len(first)))
    fair = len(roles) == 1 or not _adverse_elsewhere(known)
    if fair and shortest < 3 <= len(first) and alone[1] != last:
        claims.append(alone)
    if len(roles) > 1:
        claims.append(_together(facts, measure, known, shown))
    if fair:
        now = f"{side_words(measure, first[-1])} {area_words(facts, roles[0])}"
        claims += [alone, (now, last)]
    return claims


def _together(
    facts: Facts,
    measure: Measure,
    known: dict[Role, tuple[Comparison, ...]],
    shown: Sequence[Period],
) -> tuple[str, str]:
    """Return how we stand to several areas at once, and since when."""
    if len({items[-1].relation for items in known.values()}) == 1:
        shortest = min(len(items) for items in known.values())
        names = join_words([area_words(facts, role) for role in known])
        kept = [item for items in known.values() for item in items[-shortest:]]
        return (f"{_side(measure, kept)} {names}", _when(shown, shortest))
    sides = [
        f"{side_words(measure, items[-1])} {area_words(facts, role)}"
        for role, items in known.items()
    ]
    return (join_words(sides), shown[-1].phrase())


def _side(measure: Measure, items: Sequence[Comparison]) -> str:
    """Return the side that some comparisons share; close to where not all of them are level."""
    return next((w for item in items if (w := side_words(measure, item)) == "close to"), "") or (
        side_words(measure, items[-1])
    )


def _adverse_elsewhere(known: dict[Role, tuple[Comparison, ...]]) -> bool:
    """Return whether a later area tells another story than the first: then both are named."""
    first, *others = (items[-1].relation for items in known.values())
    return any(other not in (first, "in line") for other in others)


def _when(shown: Sequence[Period], length: int) -> str:
    """Return since when: "every year" where it is true of all years shown and none is missing."""
    steady = all(follows(later, earlier) for earlier, later in pairwise(shown[-length:]))
    if length >= 3 and steady:
        if length == len(shown):
            return "every year"
        return f"in each of the last {in_words(length)} years"
    return shown[-1].phrase()


def neutral(facts: Facts, measure: Measure, periods: Sequence[Period]) -> Inlines:
    """Return a title that only names what is shown."""
    when = span_words(periods) if periods else ""
    return run(f"{measure.name} in {facts.ours.name}" + (f", {when}" if when else ""))
