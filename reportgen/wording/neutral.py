"""Title a chart with a plain fact, where no value is better than another or none is compared with.

share   39.5% of children looked after had an EHC plan
group   The share with SEN Support was highest among children looked after, at 20.3%
count   Good schools were the largest group, at 133
trend   The number of pupils fell from 903 in 2019/20 to 880 in 2020/21
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.document import Inlines
from reportgen.facts import Fact, Facts, Missing
from reportgen.findings.change import moved, turning_points
from reportgen.findings.finding import displayed
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording.groups import group_words, preposition, span_words, subject_words
from reportgen.wording.numbers import figure
from reportgen.wording.words import capital, count_words, run

LONGEST = 15
"""The most words a title may have."""

_HAD = {"with": "had", "eligible": "were eligible", "from": "were from", "in": "were in"}
"""How what follows the noun of a share is said as a verb: children with a plan, who had a plan."""


def neutral(
    facts: Facts, measure: Measure, periods: Sequence[Period], groups: Sequence[Group] = (EVERYONE,)
) -> Inlines:
    """Return a title that states one plain fact of what is shown, or else only names it."""
    for title in _facts(facts, measure, periods, groups):
        if count_words(title) <= LONGEST:
            return capital(title)
    when = span_words(periods) if periods else ""
    return run(f"{measure.name} in {facts.ours.spoken}" + (f", {when}" if when else ""))


def _facts(
    facts: Facts, measure: Measure, periods: Sequence[Period], groups: Sequence[Group]
) -> Iterator[Inlines]:
    """Yield what may be stated, the fullest first."""
    known = [
        (period, group, fact)
        for period in sorted(periods)
        for group in groups
        if (fact := facts.find(measure.id, period, group)) and not isinstance(fact.value, Missing)
    ]
    if len(groups) > 1 and len(periods) == 1:
        apart = [item for item in known if item[1] != EVERYONE]
        yield from _largest(facts, measure, [(group, fact) for _, group, fact in apart])
    elif known:
        series = [(period, fact) for period, _, fact in known]
        yield from _moved(facts, measure, groups[0], series)
        yield from _last(facts, measure, groups[0], series[-1])


def _largest(
    facts: Facts, measure: Measure, known: Sequence[tuple[Group, Fact]]
) -> Iterator[Inlines]:
    """Yield the one group with the largest value; nothing where two share it or overlap."""
    ranked = sorted(known, key=lambda pair: -displayed(pair[1]))
    if len(ranked) < 2 or displayed(ranked[0][1]) == displayed(ranked[1][1]):
        return
    if len({group.dimensions for group, _ in known}) > 1:
        return
    group, fact = ranked[0]
    name = group_words(facts, measure, group)
    if measure.kind == "count":
        yield run(f"{name} were the largest group, at ", figure(fact))
    link = preposition(facts, measure, group)
    high = f"the {measure.phrase} {'were' if measure.plural else 'was'} highest {link} {name}"
    yield run(f"{high}, at ", figure(fact))
    if had := _had(measure):
        yield run(figure(fact), f" of {name} {had}")
    yield run(f"{measure.name}: highest {link} {name}, at ", figure(fact))
    yield run(high)


def _moved(
    facts: Facts, measure: Measure, group: Group, series: Sequence[tuple[Period, Fact]]
) -> Iterator[Inlines]:
    """Yield how a series moved from end to end, where nothing between them says otherwise."""
    first, last = series[0], series[-1]
    if len(series) < 2 or not measure.comparable(first[0], last[0]) or turning_points(series):
        return
    item = moved(measure, first, last)
    if item.relation == "in line":
        return
    verb = "rose" if item.relation == "above" else "fell"
    ends = run(" from ", figure(first[1], last[1]), f" {first[0].phrase()} to ", figure(last[1]))
    for who in _subjects(facts, measure, group):
        yield run(f"{who} {verb}", ends, f" {last[0].phrase()}")


def _last(
    facts: Facts, measure: Measure, group: Group, last: tuple[Period, Fact]
) -> Iterator[Inlines]:
    period, fact = last
    be = "were" if measure.plural else "was"
    if group != EVERYONE and (had := _had(measure)):
        yield run(figure(fact), f" of {group_words(facts, measure, group)} {had}")
    for who in _subjects(facts, measure, group):
        yield run(f"{who} {be} ", figure(fact), f" {period.phrase()}")


def _subjects(facts: Facts, measure: Measure, group: Group) -> tuple[str, ...]:
    whole = subject_words(facts, measure, group)
    return (whole, f"the {measure.phrase}") if group == EVERYONE else (whole,)


def _had(measure: Measure) -> str:
    """Return what those counted in a share had or were, from the measure's name; else nothing."""
    found = re.fullmatch(rf"{re.escape(measure.about)} (\w+)( .*)", measure.name, re.IGNORECASE)
    if measure.kind != "share" or not found or found[1] not in _HAD:
        return ""
    return _HAD[found[1]] + found[2]
