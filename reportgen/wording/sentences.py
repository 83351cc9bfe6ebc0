"""Turn a message into sentences: who, how they stand, to whom, when, and the figures.

    Pupils with SEN Support scored well above both England and statistical neighbours in 2020/21
    (46.1, compared with 36.7 in England and 39.6 for statistical neighbours).

Figures stand in brackets where the sentence stays under 26 words, and otherwise in a sentence of
their own. No word here says why something is so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportgen.area import Role
from reportgen.document import Inlines, Number
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, Finding, favour
from reportgen.measures import EVERYONE, Measure
from reportgen.wording.degrees import degree
from reportgen.wording.groups import (
    area_words,
    everyone_of,
    group_words,
    groups_words,
    periods_words,
    preposition,
)
from reportgen.wording.notes import caveat_sentences, few_words, small_words
from reportgen.wording.numbers import difference_shown, figure, noun
from reportgen.wording.plan import Message, standing
from reportgen.wording.words import Words, count_words, join, run, sentence

LONGEST = 25
"""The most words a sentence may have."""


def say(facts: Facts, message: Message) -> Inlines:
    """Return the sentences of a message, numbers alive."""
    first = _claim(facts, message)
    after = [*_after(facts, message), *caveat_sentences(facts, message)]
    bracketed = None if message.whole or len(message.groups) > 1 else _bracket(facts, message)
    if bracketed and count_words(whole := run(first, " (", bracketed, ")")) <= LONGEST:
        sentences = [sentence(whole), *after]
    elif message.whole:
        sentences = [sentence(first), *after]
    else:
        sentences = [sentence(first), _figures(facts, message), *after]
    return run(*(run(" " if n else "", item) for n, item in enumerate(sentences)))


def _claim(facts: Facts, message: Message) -> Inlines:
    """Return who stands how to whom and when, without the figures."""
    measure = message.measure
    when = periods_words(message.periods, run=message.streak)
    stands = _stands(facts, message)
    who = _who(facts, message)
    if measure.verb:
        parts: list[Words] = [who, f" {measure.verb} ", stands]
    else:
        parts = [f"the {measure.phrase} ", who, " were " if measure.plural else " was ", stands]
    if message.kind == "development" and not message.streak:
        return run(f"{when} ", *parts)
    return run(*parts, f" {when}")


def _who(facts: Facts, message: Message) -> Inlines:
    """Return the groups of a message, with how few they are where they are few."""
    measure, groups = message.measure, message.groups
    if groups == (EVERYONE,) and not measure.verb:
        return run(f"in {facts.ours.name}")
    names = groups_words(facts, measure, groups)
    if message.whole:
        names = everyone_of(message.whole)
    lead = "" if measure.verb else f"{preposition(facts, groups[0])} "
    few = small_words(message) if len(groups) == 1 else ()
    return run(lead, names, ", ", few, ",") if few else run(lead, names)


def _stands(facts: Facts, message: Message) -> Inlines:
    """Return how the figures stand: "above England but below statistical neighbours"."""
    measure = message.measure
    if message.whole:
        role = message.findings[0].role
        items = message.comparisons(role)
        lead = _relation(measure, items, message.findings[0].relation)
        return run(f"{lead} {_same_group(facts, message, role)}")
    pieces: list[str] = []
    signs: list[int] = []
    claimed = [pair for pair in standing(message.findings[-1]) if _throughout(message, pair[0])]
    for word, pairs in groupby(claimed, key=lambda pair: pair[1]):
        roles = [role for role, _ in pairs]
        items = tuple(item for role in roles for item in message.comparisons(role))
        names = [area_words(facts, role) for role in roles]
        both = "both " if len(roles) == 2 else ""
        pieces.append(f"{_relation(measure, items, word)} {both}{' and '.join(names)}")
        signs.append(favour(measure, items[-1].relation))
    link = " but " if len(signs) > 1 and signs[0] * signs[-1] < 0 else " and "
    return run(link.join(pieces))


def _throughout(message: Message, role: Role) -> bool:
    """Return whether what is said of an area holds in every year of a run, not only the last."""
    return not message.streak or len(message.comparisons(role)) == len(message.periods)


def _relation(measure: Measure, items: Sequence[Comparison], word: str) -> str:
    if word == "level":
        return "level with"
    if word == "in line":
        return "close to"
    beyond = measure.verb_higher if word == "above" else measure.verb_lower
    return f"{degree(measure, items)} {beyond}".strip()


def _same_group(facts: Facts, message: Message, role: Role) -> str:
    area = area_words(facts, role)
    return f"the same group in {area}" if message.measure.verb else area


def _bracket(facts: Facts, message: Message) -> Inlines:
    """Return the figures as they stand in brackets: ours, then those compared with."""
    items = {role: message.comparisons(role) for role in message.roles}
    if message.streak:
        items = {role: found[-1:] for role, found in items.items()}
    if len(_distinct(items)) > 2:
        return ()
    ours = _ours(message, _distinct(items))
    return run(ours, ", compared with ", _theirs(facts, items))


def _ours(message: Message, items: Sequence[Comparison]) -> Inlines:
    dated = message.streak or len(items) > 1
    parts: list[Words] = []
    for item in items:
        few = few_words(message, item.period)
        when = f" {item.period.phrase()}" if dated else ""
        parts.append(run(figure(item.ours), when, ", or " if few else "", few))
    return join(parts)


def _theirs(facts: Facts, items: dict[Role, tuple[Comparison, ...]]) -> Inlines:
    alone = len(items) == 1
    parts: list[Words] = []
    for role, found in items.items():
        numbers = join([figure(item.theirs, item.ours) for item in found])
        parts.append(numbers if alone else run(numbers, " ", _where(facts, role)))
    return join(parts)


def _where(facts: Facts, role: Role) -> str:
    word = "for" if role == "neighbours" else "in"
    return f"{word} {area_words(facts, role)}"


def _figures(facts: Facts, message: Message) -> Inlines:
    """Return the figures as a sentence: by group, or by period."""
    items = {role: message.comparisons(role) for role in message.roles}
    if message.streak:
        items = {role: found[-1:] for role, found in items.items()}
    ours = _distinct(items)
    measure = message.measure
    if len(message.groups) > 1:
        by_group = dict(zip(message.groups, ours, strict=True))
        said = join(
            [
                run(figure(item.ours), f" {preposition(facts, g)} {group_words(facts, measure, g)}")
                for g, item in by_group.items()
            ]
        )
    else:
        said = _ours(message, ours)
    verb = "was" if len(ours) == 1 else "were"
    lead = f"the {noun(measure, len(ours))} {verb} "
    whole = sentence(lead, said, ", compared with ", _theirs(facts, items))
    if count_words(whole) <= LONGEST:
        return whole
    they = "it was" if len(ours) == 1 else "they were"
    return run(sentence(lead, said), " ", _apart(facts, items, they))


def _apart(facts: Facts, items: dict[Role, tuple[Comparison, ...]], they: str) -> Inlines:
    """Return the figures of the other areas as a sentence of their own, for long ones."""
    parts = [
        run(
            f"{_where(facts, role)} ",
            f"{they} " if not n else "",
            join([figure(item.theirs, item.ours) for item in found]),
        )
        for n, (role, found) in enumerate(items.items())
    ]
    return sentence(join(parts))


def _distinct(items: dict[Role, tuple[Comparison, ...]]) -> tuple[Comparison, ...]:
    """Return one comparison for each of our figures, in order."""
    longest = max(items.values(), key=len)
    return longest


def _after(facts: Facts, message: Message) -> list[Inlines]:
    """Return the sentences that follow when a message is true of a whole dimension."""
    if not message.whole:
        return []
    latest = message.periods[-1]
    role = message.findings[0].role
    items = [
        (finding, item)
        for finding in message.findings
        for item in finding.against(role)
        if item.period == latest
    ]
    ranked = sorted(items, key=lambda pair: abs(pair[1].size))
    low, high = ranked[0], ranked[-1]
    when = f"{latest.phrase()} " if len(message.periods) > 1 else ""
    spread = sentence(
        f"{when}the difference ranged from ",
        *_difference_for(facts, low),
        " to ",
        *_difference_for(facts, high),
    )
    return [spread, *_others(facts, message, role)]


def _difference_for(facts: Facts, pair: tuple[Finding, Comparison]) -> tuple[Words, ...]:
    finding, item = pair
    number: Number = difference_shown(item)
    name = group_words(facts, finding.measure, finding.group)
    return (number, f" {preposition(facts, finding.group)} {name}")


def _others(facts: Facts, message: Message, deciding: Role) -> list[Inlines]:
    """Return how the members stand to the other areas: all of them, or which do not."""
    found = []
    measure = message.measure
    for role in message.roles:
        if role == deciding:
            continue
        items = message.comparisons(role)
        wanted = message.findings[0].relation
        worse = tuple(
            finding
            for finding in message.findings
            if any(item.relation != wanted for item in finding.against(role))
        )
        beyond = measure.verb_higher if wanted == "above" else measure.verb_lower
        area = area_words(facts, role)
        if not worse and len(items) == len(message.findings):
            found.append(sentence(f"the same is true against {area}"))
        elif worse:
            groups = tuple(dict.fromkeys(finding.group for finding in worse))
            names = groups_words(facts, measure, groups)
            years = periods_words(sorted({p for f in worse for p in f.periods}))
            found.append(sentence(f"against {area}, {names} were not {beyond} {years}"))
    return found
