"""Turn a comparison with other areas into sentences: who stands how, to whom, and when.

    subject   Girls scored well above England in 2020/21 (46.1, compared with 36.7).
    period    In 2020/21 girls scored well above England (46.1, compared with 36.7).
    figure    At 46.1, the average score for girls was well above England (36.7) in 2020/21.

Figures stand in brackets where the sentence stays under 26 words, and otherwise in a sentence of
their own. No word here says why something is so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, favour
from reportgen.measures import EVERYONE, Measure
from reportgen.wording.degrees import degree
from reportgen.wording.groups import (
    area_words,
    everyone_of,
    groups_words,
    periods_words,
    preposition,
)
from reportgen.wording.numbers import figure, noun
from reportgen.wording.plan import Message, standing
from reportgen.wording.qualify import few_words, small_words
from reportgen.wording.words import Words, count_words, join, run, sentence

LONGEST = 25
"""The most words a sentence may have."""

Shape = Literal["subject", "period", "figure"]
"""What a sentence begins with."""


def shapes(message: Message) -> tuple[Shape, ...]:
    """Return the shapes that fit a message, the usual one first."""
    usual: tuple[Shape, ...] = ("subject", "period")
    if message.kind == "development":
        usual = ("period", "subject")
    one = len(message.groups) == 1 and len(message.periods) == 1 and not message.streak
    return (*usual, "figure") if one and not few_words(message, message.periods[0]) else usual


def claim(facts: Facts, message: Message, shape: Shape) -> list[Inlines]:
    """Return a message as sentences of one shape: the claim, and its figures."""
    if shape == "figure" and count_words(at := _at(facts, message)) <= LONGEST:
        return [at]
    first = _claim(facts, message, shape)
    if message.whole:
        return [sentence(first)]
    if len(message.groups) == 1 and not message.streak:
        whole = run(first, " (", _bracket(facts, message), ")")
        if count_words(whole) <= LONGEST:
            return [sentence(whole)]
    claims = [sentence(first)]
    if count_words(first) > LONGEST and len(roles := _claimed(message)) > 1:
        short = _claim(facts, message, shape, roles[:1])
        be = "they were " if message.measure.plural else "it was "
        words = dict(standing(message.findings[-1]))
        be += "also " if words[roles[0]] == words[roles[1]] else ""
        claims = [sentence(short), sentence(be, *_stands(facts, message, roles[1:]))]
    return [*claims, *_figures(facts, message)]


def _claim(
    facts: Facts, message: Message, shape: Shape, roles: Sequence[Role] | None = None
) -> Inlines:
    """Return who stands how to whom and when, without the figures; shorter if it would be long."""
    when = periods_words(message.periods, run=message.streak)
    for named in (True, False):
        parts = [*_subject(facts, message, named), *_stands(facts, message, roles)]
        words = run(f"{when} ", *parts) if shape == "period" else run(*parts, f" {when}")
        if count_words(words) <= LONGEST:
            break
    return words


def _at(facts: Facts, message: Message) -> Inlines:
    """Return the claim with our figure first and each other figure beside its area."""
    measure = message.measure
    ours = next(iter(_compared(message).values()))[0].ours
    who = _who(facts, message, named=True)
    link = f"{preposition(facts, measure, message.groups[0])} "
    if message.groups == (EVERYONE,):
        who, link = run(f"in {facts.ours.name}"), ""
    be = "were" if measure.plural else "was"
    stands = _stands(facts, message, figures=True)
    when = periods_words(message.periods)
    lead = run("at ", figure(ours), f", the {measure.phrase} ", link, who, f" {be} ")
    return sentence(lead, *stands, f" {when}")


def _subject(facts: Facts, message: Message, named: bool) -> list[Words]:
    """Return what a claim is about and its verb; `named` says where, for everyone."""
    measure = message.measure
    who = _who(facts, message, named)
    if measure.verb:
        return [who, f" {measure.verb} "]
    be = " were " if measure.plural else " was "
    link = (
        ""
        if message.groups == (EVERYONE,)
        else f"{preposition(facts, measure, message.groups[0])} "
    )
    return [f"the {measure.phrase}", run(f" {link}", who) if who else "", be]


def _who(facts: Facts, message: Message, named: bool) -> Inlines:
    """Return the groups of a message, with how few they are where they are few."""
    measure, groups = message.measure, message.groups
    if groups == (EVERYONE,) and (not measure.verb or not named):
        place = f"in {facts.ours.name}" if named else ""
        return run(place if not measure.verb else measure.about)
    if message.whole:
        return run(everyone_of(message.whole))
    names = groups_words(facts, measure, groups)
    few = small_words(message) if len(groups) == 1 else ()
    return run(names, ", ", few, ",") if few else run(names)


def _stands(
    facts: Facts, message: Message, only: Sequence[Role] | None = None, figures: bool = False
) -> list[Words]:
    """Return how the figures stand: "above England but below statistical neighbours"."""
    measure = message.measure
    if message.whole:
        role = message.findings[0].role
        lead = _relation(facts, measure, message.comparisons(role), message.findings[0].relation)
        same = "the same group in " if measure.verb else ""
        return [f"{lead} {same}{area_words(facts, role)}"]
    roles = _claimed(message) if only is None else only
    claimed = [pair for pair in standing(message.findings[-1]) if pair[0] in roles]
    words: list[Words] = []
    sign = 0
    for word, pairs in groupby(claimed, key=lambda pair: pair[1]):
        alike = [role for role, _ in pairs]
        items = tuple(item for role in alike for item in message.comparisons(role))
        turned = favour(measure, items[-1].relation)
        if words:
            words.append(" but " if sign * turned < 0 else " and ")
        both = "both " if len(alike) == 2 else ""
        words.append(f"{_relation(facts, measure, items, word)} {both}")
        words.append(_areas(facts, message, alike, figures))
        sign = turned
    return words


def _claimed(message: Message) -> tuple[Role, ...]:
    """Return the areas that a message says something of in every one of its periods."""
    return tuple(role for role in message.roles if _throughout(message, role))


def _areas(facts: Facts, message: Message, roles: Sequence[Role], figures: bool) -> Inlines:
    named: list[Words] = []
    for role in roles:
        item = message.comparisons(role)[-1]
        beside = run(" (", figure(item.theirs, item.ours), ")") if figures else ()
        named.append(run(area_words(facts, role), beside))
    return join(named)


def _throughout(message: Message, role: Role) -> bool:
    """Return whether what is said of an area holds in every year of a run, not only the last."""
    return not message.streak or len(message.comparisons(role)) == len(message.periods)


def _relation(facts: Facts, measure: Measure, items: Sequence[Comparison], word: str) -> str:
    if word == "level":
        return "level with"
    if word == "in line":
        return "close to"
    beyond = measure.verb_higher if word == "above" else measure.verb_lower
    return f"{degree(facts, measure, items)} {beyond}".strip()


def _compared(message: Message, years: int = 1) -> dict[Role, tuple[Comparison, ...]]:
    """Return the comparisons whose figures are given, by area.

    Of a run, those of its last `years`, and only of the areas that the whole run is about.
    """
    items = {role: message.comparisons(role) for role in message.roles}
    if not message.streak:
        return items
    return {role: found[-years:] for role, found in items.items() if _throughout(message, role)}


def _bracket(facts: Facts, message: Message) -> Inlines:
    """Return the figures as they stand in brackets: ours, then those compared with."""
    items = _compared(message)
    alone = len(items) == 1
    return run(_ours(facts, message, items), ", compared with ", _theirs(facts, items, alone))


def _ours(facts: Facts, message: Message, items: dict[Role, tuple[Comparison, ...]]) -> Inlines:
    """Return our figures, each with its group or its year where there are several."""
    found = max(items.values(), key=len)
    many = len(message.groups) > 1
    dated = message.streak or (len(found) > 1 and not many)
    parts: list[Words] = []
    for n, item in enumerate(found):
        few = few_words(message, item.period)
        tail = f" {item.period.phrase()}" if dated else ""
        if many:
            group = message.groups[n]
            measure = message.measure
            link, name = preposition(facts, measure, group), groups_words(facts, measure, [group])
            tail = f" {link} {name}"
        parts.append(run(figure(item.ours), tail, ", or " if few else "", few))
    return join(parts)


def _theirs(
    facts: Facts, items: dict[Role, tuple[Comparison, ...]], alone: bool = False
) -> Inlines:
    parts: list[Words] = []
    for role, found in items.items():
        numbers = join([figure(item.theirs, item.ours) for item in found])
        parts.append(numbers if alone else run(numbers, " ", _where(facts, role)))
    return join(parts)


def _where(facts: Facts, role: Role) -> str:
    word = "for" if role == "neighbours" else "in"
    return f"{word} {area_words(facts, role)}"


def _figures(facts: Facts, message: Message) -> list[Inlines]:
    """Return the figures as a sentence, or two where one would be long.

    Of a run, as many of its last three years as one sentence holds.
    """
    for years in (3, 2, 1):
        items = _compared(message, years)
        count = len(max(items.values(), key=len))
        lead = f"the {noun(message.measure, count)} {'was' if count == 1 else 'were'} "
        ours = _ours(facts, message, items)
        whole = sentence(lead, ours, ", compared with ", _theirs(facts, items))
        if count_words(whole) <= LONGEST:
            return [whole, *_beside(facts, message)]
    they = "it was " if count == 1 else "they were "
    parts: list[Words] = []
    for role, found in items.items():
        numbers = join([figure(item.theirs, item.ours) for item in found])
        parts.append(run(f"{_where(facts, role)} ", "" if parts else they, numbers))
    return [sentence(lead, ours), sentence(join(parts)), *_beside(facts, message)]


def _beside(facts: Facts, message: Message) -> list[Inlines]:
    """Return the last figures of the areas that a run is not about."""
    said = []
    for role in message.roles:
        if not _throughout(message, role):
            item = message.comparisons(role)[-1]
            number = figure(item.theirs, item.ours)
            where = _where(facts, role)
            said.append(sentence(f"{where} it was ", number, f" {item.period.phrase()}"))
    return said
