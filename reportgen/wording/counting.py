"""Turn findings about counts into sentences."""

from __future__ import annotations

from reportgen.document import Inlines, Number
from reportgen.facts import Facts
from reportgen.findings.finding import Finding
from reportgen.measures import EVERYONE
from reportgen.wording.groups import group_named, group_words, preposition, subject_words
from reportgen.wording.numbers import figure
from reportgen.wording.words import Words, in_words, join, lower_first, run, sentence

MOST_LISTED = 6
"""The most members a sentence lists; the rest are counted."""


def level(facts: Facts, finding: Finding) -> Inlines:
    """Return plain figures: "At 31 August 2021 the number of pupils was 16 for girls"."""
    measure, when = finding.measure, finding.periods[0].phrase()
    figures = finding.figures
    if len(figures) == 1 and finding.group == EVERYONE:
        who = subject_words(facts, measure, EVERYONE)
        return sentence(who, " was ", figure(figures[0][1]), f" {when}")
    listed = [
        run(figure(fact), f" {_link(facts, finding, name)} {_member(facts, finding, name)}")
        for name, fact in figures
    ]
    return sentence(f"{when} the {measure.phrase} was ", join(listed))


def part(facts: Facts, finding: Finding) -> Inlines:
    """Return a share with the counts behind it: "71% (125 of 175)"."""
    names = dict(finding.figures)
    who = subject_words(facts, finding.measure, finding.group)
    counts = run(" (", Number(names["part"]), " of ", Number(names["whole"], "unit"), ")")
    return sentence(who, f" {finding.periods[0].phrase()} was ", figure(names["share"]), counts)


def composition(facts: Facts, finding: Finding) -> Inlines:
    """Return what a count is made of, the largest part first, and how much is in no group."""
    names = dict(finding.figures)
    shares = [(name, fact) for name, fact in finding.figures if f"{name}.count" in names]
    shown = shares if len(shares) <= MOST_LISTED else shares[: MOST_LISTED - 1]
    listed: list[Words] = []
    for name, fact in shown:
        count, who = figure(names[f"{name}.count"]), _member(facts, finding, name)
        listed.append(run(figure(fact), " (", count, ") ", "" if listed else "were ", who))
    first = sentence("of the ", Number(names["whole"], "unit"), ", ", join(listed))
    hidden = len(shares) - len(shown)
    if not hidden:
        return first
    groups = "group is" if hidden == 1 else "groups are"
    return run(first, " ", sentence(f"{in_words(hidden)} smaller {groups} not listed"))


def total(facts: Facts, finding: Finding) -> Inlines:
    """Return the sum of a flow over its periods."""
    start, end = finding.periods
    number = Number(finding.figure("total"), "unit")
    return sentence("there were ", number, f" in all from {start.label} to {end.label}")


def mode(facts: Facts, finding: Finding) -> Inlines:
    """Return the commonest member of a dimension and its count."""
    whole, most = Number(finding.figure("whole"), "unit"), figure(finding.figure("most"))
    (dimension, member) = finding.group.pairs[0]
    named = facts.dictionary.dimensions[dimension]
    name, value = lower_first(named.name), lower_first(named.member(member).name)
    when = finding.periods[0].phrase()
    return sentence("of the ", whole, f" {when}, the most common {name} was {value} (", most, ")")


def _link(facts: Facts, finding: Finding, name: str) -> str:
    return preposition(facts, finding.measure, group_named(facts, finding.measure, name))


def _member(facts: Facts, finding: Finding, name: str) -> str:
    """Return the words for a group by the id that a finding's figures name it by."""
    group = group_named(facts, finding.measure, name)
    if group == EVERYONE:
        return finding.measure.about
    return group_words(facts, finding.measure, group)
