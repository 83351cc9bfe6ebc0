"""Turn a comparison with other areas into sentences: who stands how, to whom, and when.

    subject   Girls scored well above England in 2020/21 (46.1, compared with 36.7).
    period    In 2020/21 girls scored well above England (46.1, compared with 36.7).
    figure    At 46.1, the average score for girls was well above England (36.7) in 2020/21.

Figures stand in brackets where the sentence stays under 26 words, and otherwise in sentences of
their own (see `beside`). No word here says why something is so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import favour
from reportgen.measures import EVERYONE
from reportgen.wording.beside import LONGEST, Tail, bracket, figures, measured
from reportgen.wording.degrees import far
from reportgen.wording.groups import (
    SIMILAR,
    after_verb,
    area_words,
    everyone_of,
    groups_words,
    periods_words,
    preposition,
)
from reportgen.wording.message import Message
from reportgen.wording.numbers import figure
from reportgen.wording.qualify import few_words, people_words
from reportgen.wording.words import Words, count_words, join, run, sentence

Shape = Literal["subject", "period", "figure"]
"""What a sentence begins with."""
TOGETHER: tuple[Shape, ...] = ("subject", "period")
"""What a sentence on two measures may begin with."""


def shapes(message: Message) -> tuple[Shape, ...]:
    """Return the shapes that fit a message, the usual one first."""
    usual: tuple[Shape, ...] = ("subject", "period")
    if message.kind == "development":
        usual = ("period", "subject")
    one = len(message.groups) == 1 and len(message.periods) == 1 and not message.streak
    return (*usual, "figure") if one and not few_words(message, message.periods[0]) else usual


def claim(facts: Facts, message: Message, shape: Shape, tail: Tail = "with") -> list[Inlines]:
    """Return a message as sentences of one shape: the claim, and its figures."""
    if shape == "figure" and count_words(at := _at(facts, message)) <= LONGEST:
        return [at]
    first = _claim(facts, message, shape)
    if message.whole:
        return [sentence(first)]
    if len(message.groups) == 1 and len(message.periods) == 1:
        whole = run(first, " (", bracket(facts, message, tail), ")")
        if count_words(whole) <= LONGEST:
            return [sentence(whole)]
    claims = [sentence(first)]
    if count_words(first) > LONGEST and len(roles := message.throughout) > 1:
        short = _claim(facts, message, shape, roles[:1])
        also = "also " if len({_side(message, role) for role in roles}) == 1 else ""
        they = f"they were {also}" if message.measure.plural else f"it was {also}"
        if message.measure.verb:
            they = f"they {also}{message.measure.verb} "
        claims = [sentence(short), sentence(they, *_stands(facts, message, roles[1:]))]
    return [*claims, *figures(facts, message, tail)]


def together(facts: Facts, message: Message, shape: Shape, tail: Tail) -> list[Inlines]:
    """Return what is said alike of two measures: one claim, and the figures of each.

    Where the claim would be long, each is said by itself.
    """
    first, *_ = parts = message.measures
    phrases = join([f"the {part.measure.phrase}" for part in parts])
    roles = first.throughout
    leads = {role: {_lead(facts, part, role) for part in parts} for role in roles}
    words: list[Words] = []
    for lead, found in groupby(roles, key=lambda role: _shared(leads[role])):
        alike = list(found)
        words.append(" and " if words else "")
        words.append(f"{lead} {'both ' if len(alike) == 2 else ''}")
        words.append(_areas(facts, first, alike, beside=False))
    who = _who(facts, first, named=True)
    link = f"{preposition(facts, first.measure, first.groups[0])} "
    link = "" if first.groups == (EVERYONE,) else link
    when = periods_words(message.periods, run=first.streak)
    body = run(phrases, f" {link}", who, " were ", *words)
    claimed = run(f"{when} ", body) if shape == "period" else run(body, f" {when}")
    if count_words(claimed) > LONGEST:
        return [one for part in parts for one in claim(facts, part, shape, tail)]
    return [sentence(claimed), *(measured(facts, part, tail) for part in parts)]


def _shared(leads: set[str]) -> str:
    """Return the words that two measures share: without how far, where they differ in that."""
    return leads.pop() if len(leads) == 1 else min(leads, key=len).removeprefix("well ")


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
    ours = message.findings[0].comparisons[0].ours
    who = _who(facts, message, named=True)
    link = f"{preposition(facts, measure, message.groups[0])} "
    if message.groups == (EVERYONE,):
        who, link = run(f"in {facts.ours.spoken}"), ""
    be = "were" if measure.plural else "was"
    stands = _stands(facts, message, beside=True)
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
    """Return the groups of a message, with how many they are where they are few."""
    measure, groups = message.measure, message.groups
    if groups == (EVERYONE,) and (not measure.verb or not named):
        place = f"in {facts.ours.spoken}" if named else ""
        return run(place if not measure.verb else measure.about)
    if message.whole:
        return run(everyone_of(message.whole))
    names = groups_words(facts, measure, groups)
    people = people_words(message) if len(groups) == 1 else ()
    return run(names, " (", people, ")") if people else run(names)


def _stands(
    facts: Facts, message: Message, only: Sequence[Role] | None = None, beside: bool = False
) -> list[Words]:
    """Return how the figures stand: "above England but slightly below statistical neighbours".

    Areas are named together where both the side and the word for how far are the same.
    """
    measure = message.measure
    if message.whole:
        role = message.findings[0].role
        items = message.comparisons(role)
        lead = after_verb(measure, far(facts, measure, items))
        same = "the same group in " if measure.verb else ""
        return [f"{lead} {same}{area_words(facts, role)}"]
    roles = message.throughout if only is None else only
    words: list[Words] = []
    sign = 0
    for lead, found in groupby(roles, key=lambda role: _lead(facts, message, role)):
        alike = list(found)
        turned = favour(measure, message.comparisons(alike[0])[-1].relation)
        turned = 0 if lead == SIMILAR else turned
        if words:
            words.append(" but " if sign * turned < 0 else " and ")
        stands = lead if beside else after_verb(measure, lead)
        words.append(f"{stands} {'both ' if len(alike) == 2 else ''}")
        words.append(_areas(facts, message, alike, beside))
        sign = turned
    return words


def _side(message: Message, role: Role) -> str:
    """Return how all figures of a message stand to an area; level only where each of them is."""
    items = message.comparisons(role)
    return "level" if all(item.same for item in items) else items[-1].relation


def _lead(facts: Facts, message: Message, role: Role) -> str:
    """Return how the figures stand to one area; of all that are only similar, the side as well."""
    measure, first = message.measure, message.comparisons(message.findings[0].role)
    items = message.comparisons(role)
    alike = items[-1].relation == first[-1].relation
    similar = far(facts, measure, first) == SIMILAR
    return far(facts, measure, items, deciding=alike and similar)


def _areas(facts: Facts, message: Message, roles: Sequence[Role], beside: bool) -> Inlines:
    named: list[Words] = []
    for role in roles:
        item = message.comparisons(role)[-1]
        number = run(" (", figure(item.theirs, item.ours), ")") if beside else ()
        named.append(run(area_words(facts, role), number))
    return join(named)
