"""Turn findings about our own figures over time into sentences."""

from __future__ import annotations

from reportgen.document import Inlines, Number
from reportgen.facts import Facts, percent_change
from reportgen.findings.finding import Comparison, Finding, displayed
from reportgen.wording.groups import area_words, subject_words
from reportgen.wording.numbers import difference_shown, figure, pair, unsigned
from reportgen.wording.words import count_words, in_words, run, sentence

LONGEST = 25


def change(facts: Facts, finding: Finding) -> Inlines:
    """Return how a figure moved: "… rose from 82% in 2015 to 90% in 2019, a rise of 8 points"."""
    item = finding.comparisons[0]
    start, end = finding.periods
    who = subject_words(facts, finding.measure, finding.group)
    ends = run(" from ", figure(item.theirs, item.ours), f" {start.phrase()} to ")
    to = run(figure(item.ours), f" {end.phrase()}")
    if item.same:
        return sentence(who, " was ", figure(item.ours), f" {start.phrase()} and {end.phrase()}")
    if item.relation == "in line":
        return sentence(who, " changed little,", ends, to)
    verb, noun = ("rose", "rise") if item.relation == "above" else ("fell", "fall")
    by = _moved(finding, item)
    whole = sentence(who, f" {verb}", ends, to, f", a {noun} of ", by)
    if count_words(whole) <= LONGEST:
        return whole
    return run(sentence(who, f" {verb}", ends, to), " ", sentence(f"that is a {noun} of ", by))


def since(facts: Facts, finding: Finding) -> Inlines:
    """Return the movement since the period before, to follow the one since the first."""
    item = finding.comparisons[0]
    when = finding.periods[0].phrase().removeprefix("in ").removeprefix("at ")
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
    years = in_words(len(finding.periods) - 1)
    who = subject_words(facts, finding.measure, finding.group)
    start, end = finding.periods[0], finding.periods[-1]
    ends = run(figure(item.theirs, item.ours), f" {start.phrase()} to ", figure(item.ours))
    when = f" {end.phrase()}"
    return sentence(who, f" {verb} in each of the last {years} years, from ", ends, when)


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
