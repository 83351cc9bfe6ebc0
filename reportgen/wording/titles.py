"""Turn findings into the titles of charts: the message in at most fifteen words, then the subject.

A title says only what every figure in the chart bears out; where there is nothing to say, or no
value is better than another, it states a plain fact (see `neutral`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST
from reportgen.findings.finding import Comparison
from reportgen.findings.guards import comparison, follows
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording.degrees import RUN, similar
from reportgen.wording.groups import (
    ORDER,
    SIMILAR,
    after_verb,
    area_words,
    group_words,
    owned_words,
    periods_words,
    side_words,
    span_words,
    subject_words,
)
from reportgen.wording.neutral import LONGEST, neutral
from reportgen.wording.words import capital, count_words, join_words, lower_first, run

Runs = Mapping[Role, tuple[Comparison, ...]]


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
        return neutral(facts, measure, shown, (group,))
    runs = {role: _run(facts, measure, group, shown, role) for role in ordered(against)}
    known = {role: items for role, items in runs.items() if items}
    if not known:
        return neutral(facts, measure, shown, (group,))
    for stands, when in _claims(facts, measure, known, shown):
        for subject in _subjects(facts, measure, group):
            title = capital(run(f"{subject} {stands} {when}"))
            if count_words(title) <= LONGEST:
                return title
    return neutral(facts, measure, shown, (group,))


def subtitle(
    facts: Facts,
    measure_id: str,
    periods: Sequence[Period],
    groups: Sequence[Group] = (),
    against: Sequence[Role] = (),
) -> Inlines:
    """Return what a chart shows: the measure and its unit, of whom, where and when."""
    measure = facts.measure(measure_id)
    what, *whom = _shown_of(facts, measure, groups)
    areas = [area_words(facts, role) for role in against if facts.comparators.area(role)]
    where = join_words([facts.ours.name, *areas])
    return run(_listed([what + _unit(measure), *whom, where], periods))


def topic(
    facts: Facts, measure_id: str, periods: Sequence[Period], groups: Sequence[Group] = ()
) -> str:
    """Return what a chart is of, for words that name the areas and say % or £ themselves."""
    measure = facts.measure(measure_id)
    what, *whom = _shown_of(facts, measure, groups)
    return _listed([what + _unit(measure) * bool(measure.unit.noun), *whom], periods)


def _listed(parts: Sequence[str], periods: Sequence[Period]) -> str:
    when = span_words(periods)
    return ", ".join([*parts, when] if when else parts)


def _shown_of(facts: Facts, measure: Measure, groups: Sequence[Group]) -> list[str]:
    """Return what a chart measures and how it is divided, and of whom where it is of one group."""
    parts = [measure.name]
    only = groups[0] if len(groups) == 1 else EVERYONE
    dimensions = {group.dimensions for group in groups if group != EVERYONE}
    if only != EVERYONE:
        parts.append(group_words(facts, measure, only))
    elif len(groups) > 1 and len(dimensions) == 1:
        names = [facts.dictionary.dimensions[dim].name for dim in dimensions.pop()]
        new = [name for name in names if not _said(name, measure.name)]
        parts[0] += f" by {join_words([lower_first(name) for name in new])}" * bool(new)
    return parts


def _said(name: str, where: str) -> bool:
    """Return whether most words of a name stand elsewhere already: "social care group"."""
    words = name.casefold().split()
    return len(words) > 1 and 2 * len(set(words) & set(where.casefold().split())) > len(words)


def _unit(measure: Measure) -> str:
    """Return the unit in brackets, unless the measure's name is that of what is counted."""
    unit = measure.unit.noun or measure.unit.after.strip() or measure.unit.before.strip()
    if not unit or measure.kind == "count" or unit.casefold() in measure.name.casefold():
        return ""
    return f" ({unit})"


def ordered(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Return areas in the order in which a sentence names them."""
    return tuple(role for role in ORDER if role in roles)


def _subjects(facts: Facts, measure: Measure, group: Group) -> list[str]:
    """Return how a title may begin, the fullest first; the subtitle names the place."""
    if measure.verb:
        short = [measure.about] if group == EVERYONE else []
        return [f"{who} {measure.verb}" for who in (group_words(facts, measure, group), *short)]
    be = "were" if measure.plural else "was"
    short = [f"the {measure.phrase}"] if group == EVERYONE else []
    subjects = [f"{who} {be}" for who in (subject_words(facts, measure, group), *short)]
    return [*subjects, f"{measure.name}:"] if group == EVERYONE else subjects


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
    facts: Facts, measure: Measure, known: Runs, shown: Sequence[Period]
) -> list[tuple[str, str]]:
    """Return what a trend may claim, the fullest first: how we stand, and since when.

    A run is claimed of as many areas as it is true of; where a later area tells another story of
    the last year, both are named, if need be without those that tell the same as the first.
    """
    roles = list(known)
    lengths = {role: _length(shown, items) for role, items in known.items()}
    claims: list[tuple[str, str]] = []
    fair = len(roles) == 1 or not _adverse_elsewhere(known)
    alike = [role for role in roles if known[role][-1].relation == known[roles[0]][-1].relation]
    if fair and lengths[roles[0]] >= RUN:
        for size in sorted({lengths[role] for role in alike if lengths[role] >= RUN}):
            kept = [role for role in alike if lengths[role] >= size]
            claims.append(_claim(facts, measure, {r: known[r][-size:] for r in kept}, shown))
        first = {roles[0]: known[roles[0]][-lengths[roles[0]] :]}
        claims.append(_claim(facts, measure, first, shown))
    now = {
        role: (items[-1] if lengths[role] >= RUN else settled(facts, measure, items[-1]),)
        for role, items in known.items()
    }
    claims.append(_claim(facts, measure, now, shown))
    if len(telling := _telling(now)) > 1:
        claims.append(_claim(facts, measure, telling, shown))
    if fair:
        claims.append(_claim(facts, measure, {roles[0]: now[roles[0]]}, shown))
    return claims


def _claim(facts: Facts, measure: Measure, known: Runs, shown: Sequence[Period]) -> tuple[str, str]:
    """Return how we stand to some areas, and in which of the years shown."""
    sides: dict[str, list[Role]] = {}
    for role, items in known.items():
        sides.setdefault(_side(measure, items), []).append(role)
    owned = not measure.verb and all(len(roles) == 1 for roles in sides.values())
    stands = [f"{side} {_areas(facts, roles, owned)}" for side, roles in sides.items()]
    length = len(next(iter(known.values())))
    return (join_words(stands), periods_words(shown[-length:], run=True))


def _areas(facts: Facts, roles: Sequence[Role], owned: bool) -> str:
    """Return areas as a title names them: England, or England’s where a rate is beside its own."""
    name = owned_words if owned else area_words
    return join_words([name(facts, role) for role in roles])


def _side(measure: Measure, items: Sequence[Comparison]) -> str:
    """Return the side that some comparisons share; similar where not all of them are level."""
    similar = after_verb(measure, SIMILAR)
    sides = [side_words(measure, item) for item in items]
    return similar if similar in sides else sides[-1]


def settled(facts: Facts, measure: Measure, item: Comparison) -> Comparison:
    """Return a comparison as a title may claim it: in line where the figures are only similar."""
    return replace(item, relation="in line") if similar(facts, measure, item) else item


def _adverse_elsewhere(known: Runs) -> bool:
    """Return whether a later area tells another story than the first: then both are named."""
    first, *others = (items[-1].relation for items in known.values())
    return any(other not in (first, "in line") for other in others)


def _telling(known: Runs) -> Runs:
    """Return the first area, and of the others those that tell another story of the last year."""
    first, *others = known
    stands = known[first][-1].relation
    apart = [role for role in others if known[role][-1].relation != stands]
    return {role: known[role] for role in (first, *apart)}


def _length(shown: Sequence[Period], items: Sequence[Comparison]) -> int:
    """Return for how many years up to the last a run holds that follow each other."""
    years = list(reversed(shown[-len(items) :]))
    together = takewhile(lambda pair: follows(*pair), pairwise(years))
    return 1 + len(list(together))
