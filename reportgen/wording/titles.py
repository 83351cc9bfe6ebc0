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
    everyone_of,
    group_words,
    groups_words,
    preposition,
    span_words,
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
        return _neutral(facts, measure, shown)
    runs = {role: _run(facts, measure, group, shown, role) for role in _ordered(against)}
    known = {role: items for role, items in runs.items() if items}
    if not known:
        return _neutral(facts, measure, shown)
    subject = _subject(facts, measure, group)
    for stands, when in _claims(facts, measure, known, shown):
        title = capital(run(f"{subject} {stands} {when}"))
        if count_words(title) <= LONGEST:
            return title
    return _neutral(facts, measure, shown)


def bars_title(
    facts: Facts,
    measure_id: str,
    groups: Sequence[Group],
    period: Period,
    against: Sequence[Role] = AGAINST,
) -> Inlines:
    """Return the message of bars in one period: which groups stood how to the first area known."""
    measure = facts.measure(measure_id)
    found: dict[Group, Comparison] = {}
    for role in _ordered(against):
        items = [comparison(facts, measure, group, period, role) for group in groups]
        found = {group: item for group, item in zip(groups, items, strict=True) if item}
        if found:
            break
    if measure.better is None or not found:
        return _neutral(facts, measure, (period,))
    if len(found) == 1 and len(groups) == 1:
        return trend_title(facts, measure_id, groups[0], (period,), against)
    for words in _bar_claims(facts, measure, groups, found):
        title = capital(run(words))
        if count_words(title) <= LONGEST:
            return title
    return _neutral(facts, measure, (period,))


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


def _ordered(roles: Sequence[Role]) -> tuple[Role, ...]:
    return tuple(role for role in ORDER if role in roles)


def _subject(facts: Facts, measure: Measure, group: Group) -> str:
    """Return how a title begins: "pupils in X scored", "the suspension rate in X was"."""
    words = group_words(facts, measure, group)
    if measure.verb:
        return f"{words} {measure.verb}"
    be = "were" if measure.plural else "was"
    if group == EVERYONE:
        return f"{measure.phrase} in {facts.ours.name} {be}"
    return f"{measure.phrase} {preposition(facts, group)} {words} {be}"


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
    relations = {items[-1].relation for items in known.values()}
    shortest = min(len(items) for items in known.values())
    first = known[roles[0]]
    alone = (
        f"{_relation(measure, first[-1])} {area_words(facts, roles[0])}",
        _when(shown, len(first)),
    )
    fair = len(roles) == 1 or not _adverse_elsewhere(measure, known)
    if fair and shortest < 3 <= len(first) and alone[1] != shown[-1].phrase():
        claims.append(alone)
    if len(relations) == 1 and len(roles) > 1:
        names = " and ".join(area_words(facts, role) for role in roles)
        relation = _relation(measure, known[roles[0]][-1])
        claims.append((f"{relation} {names}", _when(shown, shortest)))
    elif len(roles) > 1:
        parts = [
            f"{_relation(measure, items[-1])} {area_words(facts, role)}"
            for role, items in known.items()
        ]
        claims.append((" and ".join(parts), shown[-1].phrase()))
    if fair:
        claims += [alone, (alone[0], shown[-1].phrase())]
    return claims


def _adverse_elsewhere(measure: Measure, known: dict[Role, tuple[Comparison, ...]]) -> bool:
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


def _relation(measure: Measure, item: Comparison) -> str:
    if item.relation == "in line":
        return "level with" if item.same else "close to"
    return measure.verb_higher if item.relation == "above" else measure.verb_lower


def _bar_claims(
    facts: Facts, measure: Measure, groups: Sequence[Group], found: dict[Group, Comparison]
) -> list[str]:
    """Return what bars may claim, the fullest first."""
    role = next(iter(found.values())).role
    area = area_words(facts, role)
    sides: dict[str, list[Group]] = {}
    for group, item in found.items():
        sides.setdefault(_relation(measure, item), []).append(group)
    be = measure.verb or ("were" if measure.plural else "was")
    when = next(iter(found.values())).period.phrase()
    if len(sides) == 1:
        side = next(iter(sides))
        whole = _whole(facts, groups) if len(found) == len(groups) else ""
        names = [whole or _names(facts, measure, list(found)), f"all {in_words(len(found))} groups"]
        if measure.verb:
            return [f"{name} {be} {side} {area} {when}" for name in names]
        link = preposition(facts, max(found, key=lambda group: len(group.pairs)))
        return [f"{measure.phrase} {be} {side} {area} {link} {name} {when}" for name in names]
    smaller = sorted(sides.items(), key=lambda pair: len(pair[1]))
    (rare, few), (common, many) = smaller[0], smaller[-1]
    claims = []
    if len(sides) == 2:
        lead = f"{_names(facts, measure, few)} "
        subject = f"{lead}{be} {rare} {area}" if measure.verb else f"{lead}{rare} {area}"
        others = _names(facts, measure, many)
        rest = f"the other {in_words(len(many))}" if len(many) > 1 else others
        intro = "" if measure.verb else f"{measure.phrase}: "
        claims += [f"{intro}{subject}, {others} {common}", f"{intro}{subject}, {rest} {common}"]
    counts = [f"{in_words(len(items))} {side}" for side, items in sides.items()]
    claims.append(f"{measure.phrase}: {join_words(counts)} {area}")
    return claims


def _names(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    narrowed = [group for group in groups if group != EVERYONE]
    if len(narrowed) != len(groups):
        names = [
            f"all {measure.about}" if g == EVERYONE else group_words(facts, measure, g)
            for g in groups
        ]
        return join_words(names)
    return groups_words(facts, measure, groups)


def _whole(facts: Facts, groups: Sequence[Group]) -> str:
    """Return "every …" where the groups are all members of one dimension that has such words."""
    dimensions = {group.dimensions for group in groups}
    if len(dimensions) != 1 or len(next(iter(dimensions))) != 1 or len(groups) < 3:
        return ""
    dimension = facts.dictionary.dimensions[next(iter(dimensions))[0]]
    return everyone_of(dimension) if dimension.phrase else ""


def _neutral(facts: Facts, measure: Measure, periods: Sequence[Period]) -> Inlines:
    when = span_words(periods) if periods else ""
    return run(f"{measure.name} in {facts.ours.name}" + (f", {when}" if when else ""))
