"""Turn comparisons in one period into the title of a chart with a bar for each group.

Everyone may be among the bars, but the title is about the groups. Those that stand against us are
named first: a title may leave out good news, never bad.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST
from reportgen.findings.finding import Comparison, favour
from reportgen.findings.guards import comparison, few_events
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording.groups import (
    area_words,
    everyone_of,
    group_words,
    groups_words,
    members_of,
    owned_words,
    preposition,
    side_words,
)
from reportgen.wording.neutral import LONGEST, neutral
from reportgen.wording.numbers import difference_shown
from reportgen.wording.titles import ordered, settled, trend_title
from reportgen.wording.words import capital, count_words, in_words, join_words, lower_first, run

Sides = Mapping[str, Sequence[Group]]


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
    apart = [group for group in groups if group != EVERYONE]
    found: dict[Group, Comparison] = {}
    for role in ordered(against):
        items = [comparison(facts, measure, group, period, role) for group in apart]
        known = {group: item for group, item in zip(apart, items, strict=True) if item}
        sure = {g: item for g, item in known.items() if not few_events(measure, item.ours)}
        found = {g: settled(facts, measure, item) for g, item in (sure or known).items()}
        if found:
            break
    if measure.better is None or not found:
        return neutral(facts, measure, (period,), groups)
    for words in _claims(facts, measure, apart, found):
        title = capital(words)
        if count_words(title) <= LONGEST:
            return title
    return neutral(facts, measure, (period,), groups)


def _claims(
    facts: Facts, measure: Measure, groups: Sequence[Group], found: Mapping[Group, Comparison]
) -> Iterator[Inlines]:
    """Yield what bars may claim, the fullest first."""
    sides: dict[str, list[Group]] = {}
    for group, item in found.items():
        sides.setdefault(side_words(measure, item), []).append(group)
    complete = len(found) == len(groups)
    if len(sides) == 1:
        yield from _one_side(facts, measure, found, complete)
    if len(sides) == 2:
        yield from _two_sides(facts, measure, sides, found, complete)
    yield from _adverse(facts, measure, found, complete)
    if complete:
        yield from _furthest(facts, measure, found)
    yield from _below(facts, measure, found)
    if len(sides) == 2 and complete:
        yield from _counted(facts, measure, sides, found)


def _one_side(
    facts: Facts, measure: Measure, found: Mapping[Group, Comparison], complete: bool
) -> Iterator[Inlines]:
    """Yield the claims where all groups with figures stand alike."""
    groups, item = list(found), next(iter(found.values()))
    who = [_names(facts, measure, groups)]
    if complete and (whole := _whole(facts, measure, groups)):
        who.insert(0, whole)
    for names in who:
        stands = f"{side_words(measure, item)} {_area(facts, measure, item)}"
        yield run(f"{_said(facts, measure, stands, names, groups[0])} {item.period.phrase()}")
    if complete:
        yield from _furthest(facts, measure, found)
    if complete and len(groups) > 2:
        all_of = f"all {in_words(len(groups))} groups"
        yield run(f"{_said(facts, measure, stands, all_of, groups[0])} {item.period.phrase()}")
    dimensions = {group.dimensions for group in groups}
    if complete and len(dimensions) == 1:
        ways = [facts.dictionary.dimensions[dim].name for dim in dimensions.pop()]
        by = join_words([lower_first(name) for name in ways])
        stands = f"{side_words(measure, item)} {_area(facts, measure, item)}"
        every = _said(facts, measure, stands, f"every group by {by}", groups[0])
        yield run(f"{every} {item.period.phrase()}")


def _two_sides(
    facts: Facts,
    measure: Measure,
    sides: Sides,
    found: Mapping[Group, Comparison],
    complete: bool,
) -> Iterator[Inlines]:
    """Yield the claims where groups stand on two sides, the fewer named first."""
    (rare, few), (common, many) = sorted(sides.items(), key=lambda pair: len(pair[1]))
    stands = f"{rare} {_area(facts, measure, found[few[0]])}"
    lead = _said(facts, measure, stands, _names(facts, measure, few), few[0])
    rests = [_names(facts, measure, many)]
    if complete:
        rests.append(f"the other {in_words(len(many))}" if len(many) > 1 else "the other group")
    for rest in rests:
        yield run(f"{lead}, {_tail(facts, measure, common, rest, many[0])}")


def _counted(
    facts: Facts, measure: Measure, sides: Sides, found: Mapping[Group, Comparison]
) -> Iterator[Inlines]:
    """Yield how many groups stand on either side, where none stands against us."""
    if any(favour(measure, item.relation) < 0 for item in found.values()):
        return
    (rare, few), (common, many) = sorted(sides.items(), key=lambda pair: len(pair[1]))
    some = f"{in_words(len(few))} of {in_words(len(found))} groups"
    stands = f"{rare} {_area(facts, measure, found[few[0]])}"
    common = common.removesuffix(" with").removesuffix(" to")
    others = f"the other {in_words(len(many))} {common}" if measure.verb else f"the others {common}"
    yield run(f"{_said(facts, measure, stands, some, few[0])}, {others}")


def _adverse(
    facts: Facts, measure: Measure, found: Mapping[Group, Comparison], complete: bool
) -> Iterator[Inlines]:
    """Yield the groups that stand against us by name, and which do not, or of all how many."""
    bad = [g for g, item in found.items() if favour(measure, item.relation) < 0]
    good = [g for g, item in found.items() if favour(measure, item.relation) > 0]
    if not bad or not good:
        return
    worse, better = side_words(measure, found[bad[0]]), side_words(measure, found[good[0]])
    area = _area(facts, measure, found[bad[0]])
    lead = _said(facts, measure, f"{worse} {area}", _names(facts, measure, bad), bad[0])
    yield run(f"{lead}, {_tail(facts, measure, better, _names(facts, measure, good), good[0])}")
    if complete:
        verb = measure.verb or ("was" if len(good) == 1 else "were")
        yield run(f"{lead}; {in_words(len(good))} of {in_words(len(found))} groups {verb} {better}")
    yield run(lead)


def _below(facts: Facts, measure: Measure, found: Mapping[Group, Comparison]) -> Iterator[Inlines]:
    """Yield the groups that stand against us, where the others are level or similar."""
    bad = [g for g, item in found.items() if favour(measure, item.relation) < 0]
    if bad:
        stands = f"{side_words(measure, found[bad[0]])} {_area(facts, measure, found[bad[0]])}"
        yield run(_said(facts, measure, stands, _names(facts, measure, bad), bad[0]))


def _furthest(
    facts: Facts, measure: Measure, found: Mapping[Group, Comparison]
) -> Iterator[Inlines]:
    """Yield the one group that stands furthest from its like; all others on its side or level."""
    ranked = sorted(found.items(), key=lambda pair: -abs(pair[1].size))
    signs = {favour(measure, item.relation) for item in found.values()}
    if len(ranked) < 2 or abs(ranked[0][1].size) == abs(ranked[1][1].size) or {1, -1} <= signs:
        return
    group, item = ranked[0]
    if item.relation == "in line":
        return
    stands = f"furthest {side_words(measure, item)} {_area(facts, measure, item)}"
    lead = _said(facts, measure, stands, _names(facts, measure, [group]), group)
    both = len({item.relation for item in found.values()}) == 1
    rest = f"; all {in_words(len(found))} groups were {side_words(measure, item)}" if both else ""
    by = run(f"{lead} {item.period.phrase()}, by ", difference_shown(item))
    yield run(by, rest)
    yield by


def _said(facts: Facts, measure: Measure, stands: str, names: str, group: Group) -> str:
    """Return a claim: "girls scored above England", "the rate was below England’s in …"."""
    if measure.verb:
        return f"{names} {measure.verb} {stands}"
    be = "were" if measure.plural else "was"
    link = preposition(facts, measure, group)
    return f"the {measure.phrase} {be} {stands} {link} {names}"


def _tail(facts: Facts, measure: Measure, side: str, names: str, group: Group) -> str:
    """Return the second half of a claim: "boys above", "below in primary schools"."""
    side = side.removesuffix(" with").removesuffix(" to")
    if measure.verb:
        return f"{names} {side}"
    return f"{side} {preposition(facts, measure, group)} {names}"


def _area(facts: Facts, measure: Measure, item: Comparison) -> str:
    return area_words(facts, item.role) if measure.verb else owned_words(facts, item.role)


def _names(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    if not any(_rest(facts, group) for group in groups):
        return groups_words(facts, measure, groups)
    names = [_name(facts, measure, group) for group in groups]
    heads = [name.removesuffix(f" {measure.about}") for name in names]
    if len(names) > 1 and all(name != head for name, head in zip(names, heads, strict=True)):
        return f"{join_words(heads)} {measure.about}"
    return join_words(names)


def _name(facts: Facts, measure: Measure, group: Group) -> str:
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
