"""Turn comparisons into numbers that stay alive in a sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.document import Inlines, Number
from reportgen.facts import Derived, Fact
from reportgen.findings.finding import Comparison, displayed
from reportgen.measures import Measure, Unit
from reportgen.show import Style
from reportgen.wording.words import run

_NOUN = {
    "share": "share",
    "mean": "average",
    "rate": "rate",
    "count": "number",
    "money": "amount",
    "gap": "gap",
}


def figure(fact: Fact, like: Fact | None = None) -> Number:
    """Return a figure as a list in brackets has it: with a sign such as %, without its noun.

    `like` gives the decimals, so that two figures set side by side have the same; nothing at all
    has none.
    """
    unit = fact.unit
    style: Style = "unit" if (unit.before or unit.after) and not unit.noun else "plain"
    places = like.places if like is not None and like.places != fact.places else None
    if fact.value == 0:
        places = 0
    return Number(fact, style, places)


def difference_shown(item: Comparison) -> Number:
    """Return how far apart two figures are as printed, without a sign: "5 percentage points".

    It is the difference of the displayed values, so that a reader who subtracts gets the same.
    """
    ours, theirs = item.ours, item.theirs
    size = abs(displayed(ours) - displayed(theirs, ours.places))
    rule = "the difference between the two figures as shown"
    derived = Derived(size, difference_unit(ours.unit), ours.places, rule, (ours, theirs))
    return Number(derived, "unit")


def pair(item: Comparison) -> Inlines:
    """Return two figures side by side: "17.3, compared with 15.2"."""
    return run(figure(item.ours), ", compared with ", figure(item.theirs, item.ours))


def unsigned(fact: Fact) -> Fact:
    """Return a number without its sign, for a sentence that says the direction in words.

    Only a derived number has its sign taken; a published one is shown as it is.
    """
    if isinstance(fact, Derived) and isinstance(fact.value, Decimal):
        return replace(fact, value=abs(fact.value), rule=f"{fact.rule}, without the sign")
    return fact


def difference_unit(unit: Unit) -> Unit:
    """Return the unit of a difference: percentage points for a share, else the unit itself."""
    if not unit.difference:
        return unit
    one = unit.difference_one or unit.difference
    return replace(
        unit, id=f"{unit.id}.difference", before="", after="", noun=unit.difference, noun_one=one
    )


def noun(measure: Measure, count: int) -> str:
    """Return the word for one figure of a measure, or for several: "rate", "averages"."""
    word = _NOUN[measure.kind]
    return word if count == 1 else f"{word}s"


def counted(fact: Fact) -> Inlines:
    """Return a count with its noun, whole numbers under ten in letters: "two exclusions"."""
    return run(Number(fact, "words"))
