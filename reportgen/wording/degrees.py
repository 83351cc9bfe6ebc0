"""Choose the word for how large a difference is, from one table.

Sizes are taken from the unrounded values. A difference that chance alone would often give is never
more than slight; a rate of a handful of events has no degree at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.facts import Missing
from reportgen.findings.finding import Comparison
from reportgen.findings.guards import few_events
from reportgen.findings.score import beyond_chance
from reportgen.measures import Measure

Degree = Literal["slightly", "", "well"]


@dataclass(frozen=True, slots=True)
class Degrees:
    """From which size a difference needs no word, and from which it is well above or below.

    Absolute steps are in the unit of the measure; relative ones a share of the value compared with.
    """

    share: tuple[Decimal, Decimal] = (Decimal(3), Decimal(6))
    mean: tuple[Decimal, Decimal] = (Decimal(2), Decimal(5))
    relative: tuple[Decimal, Decimal] = (Decimal("0.15"), Decimal("0.5"))


DEGREES = Degrees()


def degree(measure: Measure, items: Iterable[Comparison], degrees: Degrees = DEGREES) -> Degree:
    """Return the word that fits every one of some comparisons; "" where they differ."""
    words = {_degree(measure, item, degrees) for item in items}
    return words.pop() if len(words) == 1 else ""


def _degree(measure: Measure, item: Comparison, degrees: Degrees) -> Degree:
    if few_events(measure, item.ours):
        return ""
    ours, theirs = item.ours.value, item.theirs.value
    assert not isinstance(ours, Missing)
    assert not isinstance(theirs, Missing)
    size = abs(ours - theirs)
    if measure.kind in ("share", "mean", "gap"):
        plain, well = degrees.share if measure.kind == "share" else degrees.mean
    elif not theirs:
        return ""
    else:
        size, (plain, well) = size / abs(theirs), degrees.relative
    if size < plain or beyond_chance(measure, item) is False:
        return "slightly"
    return "well" if size >= well else ""
