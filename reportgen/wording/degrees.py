"""Choose the word for how large a difference is, from one table.

The word follows the size as printed and nothing else, so that of two differences of one measure the
smaller never sounds the greater. That a difference may be chance is said apart, in words of its own
(see `qualify`); a rate of a handful of events has no degree at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, displayed
from reportgen.findings.guards import few_events
from reportgen.measures import Measure

Word = Literal["slightly", "", "well"]


def degree(facts: Facts, measure: Measure, items: Iterable[Comparison]) -> Word:
    """Return the word that fits every one of some comparisons; "" where they differ."""
    words = {degree_of(facts, measure, item) for item in items}
    return words.pop() if len(words) == 1 else ""


def far(facts: Facts, measure: Measure, items: Sequence[Comparison]) -> str:
    """Return on which side some figures stand, and how far where they agree: "slightly below".

    Level only where each of them is; the relation is that of the last.
    """
    if all(item.same for item in items):
        return "level with"
    if items[-1].relation == "in line":
        return "close to"
    beyond = measure.verb_higher if items[-1].relation == "above" else measure.verb_lower
    return f"{degree(facts, measure, items)} {beyond}".strip()


def degree_of(facts: Facts, measure: Measure, item: Comparison) -> Word:
    """Return the word for the size of one difference, as printed."""
    if few_events(measure, item.ours):
        return ""
    sizes = facts.dictionary.degree(measure)
    base = abs(displayed(item.theirs, item.ours.places))
    share = abs(item.size) / base if base else None
    if sizes.relative and share is None:
        return ""
    size = share if sizes.relative and share is not None else abs(item.size)
    if size >= sizes.well:
        return "well"
    marked = sizes.never_slight is not None and share is not None and share >= sizes.never_slight
    return "" if size >= sizes.plain or marked else "slightly"
