"""Turn what qualifies a figure into words: few pupils, few events, breaks, provisional figures."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Inlines
from reportgen.facts import Fact, Facts
from reportgen.findings.finding import Caveat
from reportgen.findings.guards import used_of
from reportgen.measures import Measure
from reportgen.period import Period
from reportgen.wording.groups import group_words
from reportgen.wording.numbers import counted, figure
from reportgen.wording.plan import Message
from reportgen.wording.words import Words, join, run, sentence


def caveats(measure: Measure, periods: Sequence[Period]) -> tuple[str, ...]:
    """Return the reasons of the breaks that touch some periods, oldest first, each once."""
    shown = {period.label for period in periods}
    reasons = [item.reason for item in measure.breaks if item.period in shown]
    return tuple(dict.fromkeys(reasons))


def mean_note(fact: Fact | None) -> str:
    """Return the note on a neighbour mean that leaves areas out; empty where it leaves none out."""
    used = used_of(fact) if fact is not None else None
    if used is None or used[0] >= used[1]:
        return ""
    return f"Neighbour average is the mean of {used[0]} of {used[1]} areas."


def small_words(message: Message) -> Inlines:
    """Return how few pupils a message is about: "a small group of 85"; empty if not few."""
    found = _caveats(message, "small")
    if not found:
        return ()
    if len(message.periods) == 1:
        return run("a small group of ", figure(found[0].fact))
    dated: list[Words] = [run(figure(item.fact), f" {item.period.phrase()}") for item in found]
    return run("a small group of ", join(dated))


def few_words(message: Message, period: Period) -> Inlines:
    """Return the few events behind a rate: "two permanent exclusions"; empty if they are many."""
    found = [item for item in _caveats(message, "few") if item.period == period]
    return counted(found[0].fact) if found and len(message.groups) == 1 else ()


def caveat_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return what is said after a message: the few among many groups, means with gaps, status."""
    said: list[Inlines] = []
    if len(message.groups) > 1:
        for group in message.groups:
            found = [c for f in message.findings if f.group == group for c in f.caveats]
            small = [item for item in found if item.code == "small"]
            if small:
                counts = join([run(figure(i.fact), f" {i.period.phrase()}") for i in small])
                name = group_words(facts, message.measure, group)
                said.append(sentence(name, " are a small group (", counts, ")"))
    notes = {mean_note(item.fact): None for item in _caveats(message, "part")}
    said += [run(note) for note in notes]
    provisional = {item.period.label: None for item in _caveats(message, "provisional")}
    said += [sentence(f"figures for {label} are provisional") for label in provisional]
    return said


def _caveats(message: Message, code: str) -> list[Caveat]:
    found: dict[Period, Caveat] = {}
    for finding in message.findings:
        for item in finding.caveats:
            if item.code == code:
                found.setdefault(item.period, item)
    return list(found.values())
