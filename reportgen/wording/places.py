"""Turn findings about our place into sentences: rank, gap, target, best and worst group."""

from __future__ import annotations

from reportgen.document import Inlines, Number
from reportgen.facts import Facts
from reportgen.findings.finding import Finding, displayed
from reportgen.measures import EVERYONE
from reportgen.wording.beside import LONGEST
from reportgen.wording.groups import area_words, group_words, preposition, subject_words
from reportgen.wording.numbers import difference_shown, figure, pair, unsigned
from reportgen.wording.words import count_words, lower_first, run, sentence

QUARTERS = {"band A": "best", "band B": "second", "band C": "third", "band D": "last"}
"""The quarters of all authorities by the name of a finding's figure, the best first."""


def rank(facts: Facts, finding: Finding) -> Inlines:
    """Return our place: "Buckinghamshire was joint 3rd of 11 areas for …"."""
    names = dict(finding.figures)
    joint = "joint " if "joint" in names else ""
    place, of = Number(names["rank"], "ordinal"), Number(names["of"])
    group = finding.group
    measure = finding.measure
    link, who = preposition(facts, measure, group), group_words(facts, measure, group)
    about = "" if group == EVERYONE else f" {link} {who}"
    near = ".rank.neighbours." in finding.id
    among = "it and its statistical neighbours" if near else "authorities"
    lead = f"with {among} ranked from best to worst, {facts.ours.spoken} was {joint}"
    rest = f" for the {measure.phrase}{about} {finding.periods[0].phrase()} ("
    told = run(lead, place, " of ", of, rest, figure(names["ours"]), ")")
    quarter = next((QUARTERS[name] for name in names if name in QUARTERS), "")
    whole = run(told, f", in the {quarter} quarter" if quarter else "")
    if not quarter or count_words(whole) <= LONGEST:
        return sentence(whole)
    return run(sentence(told), " ", sentence(f"that is in the {quarter} quarter"))


def gap(facts: Facts, finding: Finding) -> Inlines:
    """Return the gap between a group and the others, by one definition, beside England's."""
    names = dict(finding.figures)
    national = ".gap.national." in f".{finding.id}."
    ours = names["gap"]
    where = "in England" if national else "there"
    who = group_words(facts, finding.measure, finding.group)
    value = displayed(ours)
    number = Number(unsigned(ours), "unit")
    when = finding.periods[0].phrase()
    if not value:
        return sentence(f"{when} {who} scored level with other pupils {where}")
    side = "behind" if value > 0 else "ahead of"
    first = run(f"{when} {who} in {facts.ours.spoken} were ", number, f" {side} other ")
    first = run(first, f"{finding.measure.about} {where}")
    if not finding.comparisons:
        return sentence(first)
    england = finding.comparisons[0].theirs
    compared = "the gap within England was "
    return run(sentence(first), " ", sentence(compared, Number(england, "unit")))


def target(facts: Facts, finding: Finding) -> Inlines:
    """Return how a figure stands to its target; better and worse, never above and below."""
    item = finding.comparisons[0]
    colour, aim = finding.figures[0]
    who = subject_words(facts, finding.measure, finding.group)
    lead = run(who, " was ", figure(item.ours), f" {item.period.phrase()}, ")
    if not item.size:
        return sentence(lead, "meeting the target (", colour, ")")
    word = "better" if colour == "green" else "worse"
    by = difference_shown(item)
    return sentence(
        lead, by, f" {word} than the target of ", figure(aim, item.ours), f" ({colour})"
    )


def extremes(facts: Facts, finding: Finding) -> Inlines:
    """Return which group of a dimension stands best, or worst, to the same group elsewhere."""
    item = finding.comparisons[0]
    dimension = facts.dictionary.dimensions[finding.group.dimensions[0]]
    name = lower_first(dimension.name)
    word = "furthest ahead of" if finding.kind == "strength" else "furthest behind"
    area = area_words(facts, finding.role)
    when = item.period.phrase()
    who = group_words(facts, finding.measure, finding.group)
    lead = f"of the groups by {name}, {who} were {word} the same group in {area}"
    return sentence(f"{lead} {when} (", pair(item), ")")
