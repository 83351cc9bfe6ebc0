"""Turn findings about our own figures over time into sentences."""

from __future__ import annotations

from reportgen.document import Inlines, Number
from reportgen.facts import Facts, Observation, percent_change
from reportgen.findings.finding import Comparison, Finding, displayed
from reportgen.wording.groups import area_words, bare, subject_words
from reportgen.wording.numbers import difference_shown, figure, pair, unsigned
from reportgen.wording.words import count_words, in_words, join, run, sentence

LONGEST = 25


def change(facts: Facts, finding: Finding) -> Inlines:
    """Return how a figure moved: "… rose from 82% in 2015 to 90% in 2019, a rise of 8 points"."""
    item = finding.comparisons[0]
    start, end = finding.periods
    who = subject_words(facts, finding.measure, finding.group)
    ends = run(" from ", figure(item.theirs, item.ours), f" {start.phrase()} to ")
    to = run(figure(item.ours), f" {end.phrase()}")
    turned = _turned(finding)
    if item.same:
        same = sentence(who, " was ", figure(item.ours), f" {start.phrase()} and {end.phrase()}")
        return run(same, turned)
    if item.relation == "in line":
        return run(sentence(who, " changed little,", ends, to), turned)
    verb, noun = ("rose", "rise") if item.relation == "above" else ("fell", "fall")
    if turned:
        return run(sentence(who, f" {verb}", ends, to), turned)
    by = _moved(finding, item)
    whole = sentence(who, f" {verb}", ends, to, f", a {noun} of ", by)
    if count_words(whole) <= LONGEST:
        return whole
    return run(sentence(who, f" {verb}", ends, to), " ", sentence(f"that is a {noun} of ", by))


def _turned(finding: Finding) -> Inlines:
    """Return the highest and lowest figure between the ends, as a sentence after a space."""
    parts = [
        run(f"{name} {fact.period.phrase()} (", figure(fact, finding.comparisons[0].ours), ")")
        for name, fact in finding.figures
        if isinstance(fact, Observation)
    ]
    be = "they were " if finding.measure.plural else "it was "
    return run(" ", sentence(be, join(parts))) if parts else ()


def since(finding: Finding) -> Inlines:
    """Return the movement since the period before, to follow the one since the first."""
    item = finding.comparisons[0]
    when = bare(finding.periods[0])
    if item.same:
        return sentence(f"it has not changed since {when}")
    if item.relation == "in line":
        return sentence(f"it has changed little since {when}")
    verb = "risen" if item.relation == "above" else "fallen"
    return sentence(f"since {when} it has {verb} by ", _moved(finding, item))


def crossing(facts: Facts, finding: Finding) -> Inlines:
    """Return on which side a figure was, and on which it is."""
    before, after = finding.comparisons
    measure = finding.measure
    sides = [
        measure.verb_higher if item.relation == "above" else measure.verb_lower
        for item in (before, after)
    ]
    area = area_words(facts, finding.role)
    who = subject_words(facts, measure, finding.group)
    parts = [
        run(f"{side} {area} {item.period.phrase()} (", pair(item), ")")
        for side, item in zip(sides, (before, after), strict=True)
    ]
    return sentence(who, " was ", parts[0], " and ", parts[1])


def steady(facts: Facts, finding: Finding) -> Inlines:
    """Return that a figure rose, or fell, each year, and from what to what."""
    item = finding.comparisons[0]
    verb = "rose" if item.relation == "above" else "fell"
    years = f"{in_words(len(finding.periods) - 1)} years to {bare(finding.periods[-1])}"
    who = subject_words(facts, finding.measure, finding.group)
    start = finding.periods[0]
    ends = run(figure(item.theirs, item.ours), f" {start.phrase()} to ", figure(item.ours))
    return sentence(who, f" {verb} in each of the {years}, from ", ends)


def record(facts: Facts, finding: Finding) -> Inlines:
    """Return that the last figure is the highest or lowest of its comparable series."""
    item = finding.comparisons[0]
    word = "highest" if item.relation == "above" else "lowest"
    who = subject_words(facts, finding.measure, finding.group)
    first = finding.periods[0].label
    when = item.period.phrase()
    return sentence(
        who,
        f" {when} was ",
        figure(item.ours),
        f", the {word} since comparable figures began in {first}",
    )


def _moved(finding: Finding, item: Comparison) -> Inlines:
    """Return how far a figure moved; a count also in per cent of what it was."""
    by = run(difference_shown(item))
    if finding.measure.kind not in ("count", "money") or not displayed(item.theirs):
        return by
    share = percent_change(item.ours, item.theirs)
    return run(by, " (", Number(unsigned(share), "unit"), ")")
