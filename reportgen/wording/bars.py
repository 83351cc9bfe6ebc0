"""Turn comparisons in one period into the title of a chart with a bar for each group."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST
from reportgen.findings.finding import Comparison
from reportgen.findings.guards import comparison
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording.groups import (
    area_words,
    everyone_of,
    group_words,
    groups_words,
    members_of,
    preposition,
    side_words,
)
from reportgen.wording.titles import LONGEST, neutral, ordered, trend_title
from reportgen.wording.words import capital, count_words, in_words, join_words, run


def bars_title(
    facts: Facts,
    measure_id: str,
    groups: Sequence[Group],
    period: Period,
    against: Sequence[Role] = AGAINST,
) -> Inlines:
    """Return the message of bars in one period: which groups stood how to the first area known."""
    measure = facts.measure(measure_id)
    if len(groups) == 1:
        return trend_title(facts, measure_id, groups[0], (period,), against)
    found: dict[Group, Comparison] = {}
    for role in ordered(against):
        items = [comparison(facts, measure, group, period, role) for group in groups]
        found = {group: item for group, item in zip(groups, items, strict=True) if item}
        if found:
            break
    if measure.better is None or not found:
        return neutral(facts, measure, (period,))
    for words in _claims(facts, measure, groups, found):
        title = capital(run(words))
        if count_words(title) <= LONGEST:
            return title
    return neutral(facts, measure, (period,))


def _claims(
    facts: Facts, measure: Measure, groups: Sequence[Group], found: dict[Group, Comparison]
) -> list[str]:
    """Return what bars may claim, the fullest first."""
    sides: dict[str, list[Group]] = {}
    for group, item in found.items():
        sides.setdefault(side_words(measure, item), []).append(group)
    area = area_words(facts, next(iter(found.values())).role)
    complete = len(found) == len(groups)
    if len(sides) == 1:
        return _one_side(facts, measure, sides, area, complete, next(iter(found.values())).period)
    claims = _two_sides(facts, measure, sides, area, complete) if len(sides) == 2 else []
    return [*claims, _counted(measure, sides, area)]


def _one_side(
    facts: Facts,
    measure: Measure,
    sides: dict[str, list[Group]],
    area: str,
    complete: bool,
    period: Period,
) -> list[str]:
    """Return the claims where all groups with figures stand alike."""
    ((side, groups),) = sides.items()
    count = f"{in_words(len(groups))} groups"
    every = "both groups" if len(groups) == 2 else f"all {count}"
    who = [_names(facts, measure, groups), every if complete else count]
    if complete and (whole := _whole(facts, measure, groups)):
        who.insert(0, whole)
    when = period.phrase()
    if measure.verb:
        return [f"{names} {measure.verb} {side} {area} {when}" for names in who]
    be = "were" if measure.plural else "was"
    link = preposition(facts, measure, max(groups, key=lambda group: len(group.pairs)))
    return [f"{measure.phrase} {be} {side} {area} {link} {names} {when}" for names in who]


def _two_sides(
    facts: Facts, measure: Measure, sides: dict[str, list[Group]], area: str, complete: bool
) -> list[str]:
    """Return the claims where groups stand on two sides, the fewer named first."""
    (rare, few), (common, many) = sorted(sides.items(), key=lambda pair: len(pair[1]))
    names = _names(facts, measure, few)
    lead = f"{names} {measure.verb} {rare}" if measure.verb else f"{names} {rare}"
    intro = "" if measure.verb else f"{measure.phrase}: "
    rests = [_names(facts, measure, many)]
    if complete:
        other = in_words(len(many)) if len(many) > 1 else "group"
        rests.append(f"the other {other}")
    return [f"{intro}{lead} {area}, {rest} {common}" for rest in rests]


def _counted(measure: Measure, sides: dict[str, list[Group]], area: str) -> str:
    """Return a claim that counts the groups on each side: "two of four groups scored above …"."""
    ranked = sorted(sides.items(), key=lambda pair: -len(pair[1]))
    (side, groups), *others = ranked
    total = sum(len(items) for _, items in ranked)
    verb = f" {measure.verb}" if measure.verb else ""
    intro = "" if measure.verb else f"{measure.phrase}: "
    rest = join_words([f"{in_words(len(items))} {word}" for word, items in others])
    lead = f"{in_words(len(groups))} of {in_words(total)} groups{verb} {side} {area}"
    return f"{intro}{lead}, {rest.replace('level with', 'level').replace('close to', 'close')}"


def _names(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    if not any(group == EVERYONE or _rest(facts, group) for group in groups):
        return groups_words(facts, measure, groups)
    names = [_name(facts, measure, group) for group in groups]
    heads = [name.removesuffix(f" {measure.about}") for name in names]
    if len(names) > 1 and all(name != head for name, head in zip(names, heads, strict=True)):
        return f"{join_words(heads)} {measure.about}"
    return join_words(names)


def _name(facts: Facts, measure: Measure, group: Group) -> str:
    if group == EVERYONE:
        return f"all {measure.about}"
    return f"other {measure.about}" if _rest(facts, group) else group_words(facts, measure, group)


def _rest(facts: Facts, group: Group) -> bool:
    """Return whether a group is the rest of two, so that beside the first it is "other pupils"."""
    if len(group.pairs) != 1:
        return False
    ((dimension, member),) = group.pairs
    members = facts.dictionary.dimensions[dimension].members
    return len(members) == 2 and any(one.id == member and one.reference for one in members)


def _whole(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    """Return "every …" where the groups are all the members of one dimension with such words."""
    first = groups[0].dimensions
    if len(first) != 1 or len(groups) < 3:
        return ""
    dimension = facts.dictionary.dimensions[first[0]]
    whole = set(groups) == set(members_of(facts, measure, dimension))
    return everyone_of(dimension) if dimension.phrase and whole else ""
