"""Choose the word for how large a difference is, from one table.

Sizes are taken from the unrounded values. A difference that chance alone would often give is never
more than slight; a rate of a handful of events has no degree at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from reportgen.facts import Facts, Missing
from reportgen.findings.finding import Comparison
from reportgen.findings.guards import few_events
from reportgen.findings.score import beyond_chance
from reportgen.measures import Measure

NOT_SLIGHT = Decimal("0.25")
"""From this share of the value compared with, no difference is slight: 5% is not slightly 3.4%."""

Word = Literal["slightly", "", "well"]


def degree(facts: Facts, measure: Measure, items: Iterable[Comparison]) -> Word:
    """Return the word that fits every one of some comparisons; "" where they differ."""
    words = {_degree(facts, measure, item) for item in items}
    return words.pop() if len(words) == 1 else ""


def _degree(facts: Facts, measure: Measure, item: Comparison) -> Word:
    ours, theirs = item.ours.value, item.theirs.value
    if isinstance(ours, Missing) or isinstance(theirs, Missing) or few_events(measure, item.ours):
        return ""
    sizes = facts.dictionary.degree(measure)
    size = abs(ours - theirs)
    share = size / abs(theirs) if theirs else None
    if sizes.relative:
        if share is None:
            return ""
        size = share
    if size < sizes.plain or beyond_chance(measure, item) is False:
        return "slightly" if share is not None and share < NOT_SLIGHT else ""
    return "well" if size >= sizes.well else ""
