"""Turn the lines of a chart into what a glance tells: which lies above, and where each one goes.

No movement is told across a break, and nothing is called a rise or a fall that the measure calls
similar. Every comparison is of values as they are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from reportgen.document import Chart, Number, Series
from reportgen.facts import Derived, Fact
from reportgen.wording.drawn import followed, known, name_of, pair, said, value
from reportgen.wording.words import in_words, join_words, upper_first

_ENDS_AND_MORE = 4
"""Of so many figures the highest and the lowest are worth telling beside the ends."""
_YEAR = re.compile(r"\d{4}(/\d\d)?")


def standing(chart: Chart) -> str:
    """Return on which side of another area's line ours lies, and where they are furthest apart."""
    two = pair(chart)
    mine, theirs = (known(series) for series in two) if two else ({}, {})
    both = [place for place in mine if place in theirs]
    if two is None or len(both) < 2:
        return ""
    gaps = {place: value(mine[place]) - value(theirs[place]) for place in both}
    sides = [_side(gap) for gap in gaps.values()]
    main = max(dict.fromkeys(reversed(sides)), key=sides.count)
    years = all(_YEAR.fullmatch(name) for name in chart.categories)
    link, what = ("in", "year") if years else ("at", "date")
    count = f"{sides.count(main)} of {len(both)} {what}s"
    if sides.count(main) == len(both):
        every = len(both) == len(chart.categories)
        each = f"each of the {in_words(len(both))} {what}s with both figures"
        count = f"every {what}" if every else each
    ours, other = (name_of(series) for series in two)
    last = chart.categories[both[-1]]
    now = f", but {_stands(sides[-1])} it {link} {last}" if sides[-1] != main else ""
    stands = f"The line for {ours} is {_stands(main)} that for {other} {link} {count}{now}"
    return f"{stands}{_furthest(chart, gaps, mine, theirs)}."


def _side(gap: Decimal) -> str:
    return "above" if gap > 0 else "below" if gap < 0 else "level"


def _stands(side: str) -> str:
    return "level with" if side == "level" else side


def _furthest(
    chart: Chart,
    gaps: Mapping[int, Decimal],
    mine: Mapping[int, Number],
    theirs: Mapping[int, Number],
) -> str:
    """Return where two lines are furthest apart, if that is in one place of several."""
    widest = max(abs(gap) for gap in gaps.values())
    places = [place for place, gap in gaps.items() if abs(gap) == widest]
    if len(places) > 1 or len(gaps) < 3:
        return ""
    (place,) = places
    where = f"; furthest apart in {chart.categories[place]}"
    if place in _stretch(chart):
        return where  # the figures there are said with where each line goes
    return f"{where}, at {said(mine[place])} and {said(theirs[place])}"


def _stretch(chart: Chart) -> tuple[int, int]:
    """Return the first and the last place of what is comparable with the last."""
    last = len(chart.categories) - 1
    first = last
    while first and (not chart.joined or chart.joined[first - 1]):
        first -= 1
    return first, last


def courses(chart: Chart) -> str:
    """Return where each line goes, from one end to the other of what is comparable."""
    first, last = _stretch(chart)
    told = [
        f"{name_of(series)} {_course(chart, series, first, last)}" for series in followed(chart)
    ]
    since = f"Since the last break, in {chart.categories[first]}: " if first else ""
    return f"{upper_first(since + '; '.join(told))}."


def _course(chart: Chart, series: Series, first: int, last: int) -> str:
    """Return where a line goes between two places: "up from 5.65% to 11.31%"."""
    found = {place: n for place, n in known(series).items() if first <= place <= last}
    if not found:
        return "no figure"
    start, end = min(found), max(found)
    a, b = found[start], found[end]
    if start == end:
        return said(a) if first == last else f"{said(a)} in {chart.categories[start]}"
    at = {n: f" in {chart.categories[n]}" if n not in (first, last) else "" for n in (start, end)}
    step = value(b) - value(a)
    if not step:
        ends = [chart.categories[place] for place in (start, end)]
        course = f"{said(a)} in both {join_words(ends)}"
    else:
        way = "" if abs(step) <= _tolerance(b.fact) else "up " if step > 0 else "down "
        course = f"{way}from {said(a)}{at[start]} to {said(b)}{at[end]}"
    if series.role != "ours" or len(found) < _ENDS_AND_MORE:
        return course
    return course + _turns(chart, found)


def _turns(chart: Chart, found: Mapping[int, Number]) -> str:
    """Return the highest and the lowest of some figures where they are not at the ends."""
    values = {place: value(number) for place, number in found.items()}
    ends = (values[min(values)], values[max(values)])
    told = ""
    for word, best in (("highest", max(values.values())), ("lowest", min(values.values()))):
        if best not in ends:
            places = [place for place in values if values[place] == best]
            when = f"{'first ' * (len(places) > 1)}in {chart.categories[places[0]]}"
            told += f", {word} {said(found[places[0]])} {when}"
    return told


def _tolerance(fact: Fact) -> Decimal:
    """Return the difference up to which two figures of a measure are called similar."""
    while isinstance(fact, Derived):
        if not fact.inputs:
            return Decimal(0)
        fact = fact.inputs[0]
    return fact.measure.tolerance
