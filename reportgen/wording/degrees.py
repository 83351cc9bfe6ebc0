"""Choose the word for how large a difference is, from one table.

The word follows the unrounded difference. Two figures that are hardly apart, or inside the noise of
the measure, are similar, and only the side is said with it. That a difference may be chance is said
apart, in words of its own (see `qualify`); a rate of a handful of events has no degree at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportgen.facts import Facts, Missing
from reportgen.findings.finding import Comparison, Relation
from reportgen.findings.guards import few_events
from reportgen.findings.noise import inside_noise
from reportgen.measures import Measure
from reportgen.wording.groups import SIMILAR

Word = Literal["similar", "slightly", "", "well"]

RUN = 3
"""From so many figures on one side of another it is no noise that they are."""


def far(facts: Facts, measure: Measure, items: Sequence[Comparison], deciding: bool = False) -> str:
    """Return on which side some figures stand, and how far where they agree: "slightly below".

    Level only where each of them is; the relation is that of the last. Inside the noise figures are
    similar: their side is named as well where it is `deciding` what kind of statement this is.
    """
    if all(item.same for item in items):
        return "level with"
    last = items[-1].relation
    if all(similar(facts, measure, item, _steady(items)) for item in items):
        sided = deciding and last != "in line" and {item.relation for item in items} == {last}
        return f"{SIMILAR} but {_side(measure, last)}" if sided else SIMILAR
    return f"{degree(facts, measure, items)} {_side(measure, last)}".strip()


def similar(facts: Facts, measure: Measure, item: Comparison, steady: bool = False) -> bool:
    """Return whether a figure is similar to another: in line, hardly apart or inside the noise.

    As one of a `steady` run on one side it is not, however near: noise would change sides. Nor is
    a rate of a handful of events, of which nothing is said but the side.
    """
    if item.relation == "in line":
        return True
    return not steady and degree_of(facts, measure, item) == "similar"


def _steady(items: Sequence[Comparison]) -> bool:
    """Return whether figures all stand on one side, too often for noise."""
    return len(items) >= RUN and len({item.relation for item in items}) == 1


def _side(measure: Measure, relation: Relation) -> str:
    return measure.verb_higher if relation == "above" else measure.verb_lower


def degree(facts: Facts, measure: Measure, items: Sequence[Comparison]) -> Word:
    """Return the word that fits every one of some comparisons; "" where they differ.

    Years all on one side are not called similar, however near: noise changes sides. Years inside
    the noise on both sides are similar, however many.
    """
    words = {degree_of(facts, measure, item, not _steady(items)) for item in items}
    return words.pop() if len(words) == 1 else ""


def stands(
    facts: Facts, measure: Measure, item: Comparison, deciding: bool = False
) -> tuple[str, str]:
    """Return how one figure is said to stand, as (side, word): what one sentence can say of many.

    Of figures that are only similar the side counts where it is `deciding`.
    """
    if item.same:
        return "level", ""
    if similar(facts, measure, item) and (not deciding or item.relation == "in line"):
        return "similar", ""
    return item.relation, degree_of(facts, measure, item)


def degree_of(facts: Facts, measure: Measure, item: Comparison, noisy: bool = True) -> Word:
    """Return the word for the size of one difference; similar only where it may be `noisy`."""
    ours, theirs = item.ours.value, item.theirs.value
    if isinstance(ours, Missing) or isinstance(theirs, Missing):
        return ""
    if few_events(measure, item.ours):
        return ""
    if noisy and inside_noise(measure, item):
        return "similar"
    sizes = facts.dictionary.degree(measure)
    size = abs(ours - theirs)
    share = size / abs(theirs) if theirs else None
    if sizes.relative and share is None:
        return ""
    compared = share if sizes.relative and share is not None else size
    marked = sizes.never_slight is not None and share is not None and share >= sizes.never_slight
    if noisy and compared < sizes.similar and not marked:
        return "similar"
    if compared >= sizes.well:
        return "well"
    return "" if compared >= sizes.plain or marked else "slightly"
