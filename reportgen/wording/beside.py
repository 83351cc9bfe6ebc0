"""Set the figures of a claim beside it: at most four numbers in a sentence, in one of two tails.

    with   The average was 37.1, compared with 38.6 in England and 37.2 for statistical neighbours.
    own    In 2019/20 the average was 37.1, against England’s 38.6 and statistical neighbours’ 37.2.

Of several years the last two are given, or the last alone where there are more than four numbers,
or where the two years were counted or graded differently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison
from reportgen.measures import Group
from reportgen.wording.degrees import far
from reportgen.wording.groups import (
    area_words,
    groups_words,
    owned_words,
    periods_words,
    preposition,
)
from reportgen.wording.message import Message
from reportgen.wording.numbers import figure, noun
from reportgen.wording.qualify import few_words
from reportgen.wording.words import Words, count_words, in_words, join, join_words, run, sentence

LONGEST = 25
"""The most words a sentence may have."""
MOST_NUMBERS = 4
"""The most figures a sentence may have: a listener holds no more."""
MOST_YEARS = 3
"""The most years that a sentence lists one by one."""

Tail = Literal["with", "own"]
"""How the figures of other areas follow ours; England is always the first of them."""
TAILS: tuple[Tail, ...] = ("with", "own")

Compared = Mapping[Role, Sequence[Comparison]]


def bracket(facts: Facts, message: Message, tail: Tail) -> Inlines:
    """Return the figures as they stand in brackets: ours, then those compared with."""
    items = compared(message, message.groups[0])
    bare = len(items) == 1
    rest = _tail(facts, items, "with" if bare else tail, bare)
    return run(_ours(message, items, dated=False), rest)


def figures(facts: Facts, message: Message, tail: Tail) -> list[Inlines]:
    """Return the figures of a claim as sentences, and what other areas say of a run."""
    several = len(message.groups) > 1
    if several and len(message.groups) * (1 + len(message.throughout)) <= MOST_NUMBERS:
        return _together(facts, message, tail)
    said = [one for group in message.groups for one in _of_group(facts, message, group, tail)]
    return said if several else [*said, *_elsewhere(facts, message)]


def measured(facts: Facts, message: Message, tail: Tail) -> Inlines:
    """Return the last figures of one measure of several, as a sentence that names it."""
    items = compared(message, message.groups[0])
    be = "were" if message.measure.plural else "was"
    when = f" {message.periods[-1].phrase()}" if len(message.periods) > 1 else ""
    ours = run(_ours(message, items, dated=False), when)
    return sentence(f"the {message.measure.phrase} {be} ", ours, _tail(facts, items, tail))


def compared(message: Message, group: Group, years: int = 1) -> Compared:
    """Return the last comparisons of a group with each area that the whole claim is about."""
    found = {
        role: [
            item
            for finding in message.findings
            if finding.group == group
            for item in finding.against(role)
        ]
        for role in message.throughout
    }
    return {role: items[-years:] for role, items in found.items()}


def _years(message: Message) -> int:
    """Return how many years' figures are given: two where they fit and may be set side by side."""
    periods = message.periods
    if len(periods) < 2 or 2 * (1 + len(message.throughout)) > MOST_NUMBERS:
        return 1
    return 2 if message.measure.comparable(periods[-2], periods[-1]) else 1


def _of_group(facts: Facts, message: Message, group: Group, tail: Tail) -> list[Inlines]:
    """Return the figures of one group, of as many years as one sentence holds."""
    for years in range(_years(message), 0, -1):
        items = compared(message, group, years)
        lead, rest = _lead(facts, message, group, items, tail)
        whole = sentence(*lead, *rest, _tail(facts, items, tail))
        if count_words(whole) <= LONGEST:
            return [whole]
    parts: list[Words] = []
    for role, found in items.items():
        number = figure(found[-1].theirs, found[-1].ours)
        parts.append(run(f"{where(facts, role)} ", "" if parts else "it was ", number))
    return [sentence(*lead, *rest), sentence(join(parts))]


def _lead(
    facts: Facts, message: Message, group: Group, items: Compared, tail: Tail
) -> tuple[list[Words], list[Words]]:
    """Return how the sentence begins, and our figures: each with its year where there are more."""
    found = next(iter(items.values()))
    dated = len(message.periods) > 1
    be = "was" if len(found) == 1 else "were"
    subject = f"the {noun(message.measure, len(found))} {be} "
    if len(message.groups) > 1:
        link = preposition(facts, message.measure, group)
        name = groups_words(facts, message.measure, [group])
        return [f"{link} {name} {subject}"], [_ours(message, items, dated=False)]
    if dated and len(found) == 1 and tail != "with":
        return [f"{found[0].period.phrase()} {subject}"], [_ours(message, items, dated=False)]
    return [subject], [_ours(message, items, dated)]


def _together(facts: Facts, message: Message, tail: Tail) -> list[Inlines]:
    """Return the figures of a few groups in one sentence, or one for each where it is long."""
    measure = message.measure
    items = {role: message.comparisons(role) for role in message.throughout}
    ours: list[Words] = []
    for group, item in zip(message.groups, next(iter(items.values())), strict=True):
        link, name = preposition(facts, measure, group), groups_words(facts, measure, [group])
        ours.append(run(figure(item.ours), f" {link} {name}"))
    lead = f"the {noun(measure, len(ours))} were "
    whole = sentence(lead, join(ours), _tail(facts, items, tail))
    if count_words(whole) <= LONGEST:
        return [whole]
    return [one for group in message.groups for one in _of_group(facts, message, group, tail)]


def _ours(message: Message, items: Compared, dated: bool) -> Inlines:
    """Return our figures, with their years if `dated`, and the few events behind a rate."""
    parts: list[Words] = []
    for item in next(iter(items.values())):
        few = few_words(message, item.period) if len(message.groups) == 1 else ()
        when = f" {item.period.phrase()}" if dated else ""
        parts.append(run(figure(item.ours), when, ", or " if few else "", few))
    return join(parts)


def _tail(facts: Facts, items: Compared, tail: Tail, bare: bool = False) -> Inlines:
    """Return the figures of other areas; `bare` leaves out the name of the only one."""
    roles = list(items)
    parts: list[Words] = []
    for role in roles:
        numbers = join([figure(item.theirs, item.ours) for item in items[role]])
        if tail == "own":
            parts.append(run(f"{owned_words(facts, role)} ", numbers))
        else:
            parts.append(numbers if bare else run(numbers, f" {where(facts, role)}"))
    return run(", against " if tail == "own" else ", compared with ", join(parts))


def where(facts: Facts, role: Role) -> str:
    """Return where a figure is from: "in England", "for statistical neighbours"."""
    return f"{'for' if role == 'neighbours' else 'in'} {area_words(facts, role)}"


def _elsewhere(facts: Facts, message: Message) -> list[Inlines]:
    """Return how a run stood to the areas that it is not about: in the last year, and otherwise.

    The other years are those that tell the other story; none of them goes unsaid. Areas of which
    the same is true in the same years are told of together.
    """
    alike: dict[object, list[Role]] = {}
    for role in (role for role in message.roles if role not in message.throughout):
        first, *more = _stories(facts, message, role)
        several = not more and len(first) > 1
        years = tuple(item.period for item in first)
        key = (far(facts, message.measure, first), years) if several else role
        alike.setdefault(key, []).append(role)
    return [_of_areas(facts, message, roles) for roles in alike.values()]


def _stories(facts: Facts, message: Message, role: Role) -> list[list[Comparison]]:
    """Return the comparisons with an area in the last year and in the others; in one, if alike."""
    items = message.comparisons(role)
    last = [item for item in items if item.period == message.periods[-1]]
    others = [item for item in items if item not in last]
    sides = {far(facts, message.measure, found) for found in (last, others) if found}
    if last and others and len(sides) == 1:
        return [list(items)]
    return [found for found in (last, others) if found]


def _of_areas(facts: Facts, message: Message, roles: Sequence[Role]) -> Inlines:
    """Return how a run stood to some areas, alike: "below both London and … in 2022/23"."""
    name = join_words([area_words(facts, role) for role in roles])
    first, *more = _stories(facts, message, roles[0])
    if len(roles) == 2 and len(first) != 2:  # "in both 2019/20 and 2020/21" says it once already
        name = f"both {name}"
    parts = [_stood(facts, message, name, first)]
    them = "them" if roles[0] == "neighbours" else "it"
    parts += [_stood(facts, message, them, others) for others in more]
    told = run(parts[0], " but ", parts[1]) if more else parts[0]
    return sentence(f"the {noun(message.measure, 1)} was ", told)


def _stood(facts: Facts, message: Message, name: str, items: Sequence[Comparison]) -> Inlines:
    """Return a side and its years; of one year also the other area's figure."""
    side = far(facts, message.measure, items)
    periods = [item.period for item in items]
    when = periods_words(periods)
    if len(periods) > MOST_YEARS:
        last = list(message.periods[-len(periods) :]) == periods
        many = in_words(len(periods))
        when = periods_words(periods, run=True) if last else f"in {many} of those years"
    theirs = run(" (", figure(items[0].theirs, items[0].ours), ")") if len(items) == 1 else ()
    return run(f"{side} {name}", theirs, f" {when}")
