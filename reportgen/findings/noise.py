"""Say whether a difference may be nothing: usual movement, or chance.

The usual yearly movement of a measure comes from the dictionary; chance from the number of pupils
or events behind a figure, where the source gives it.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.facts import Missing, Observation
from reportgen.findings.finding import Comparison, Finding
from reportgen.findings.guards import cohort
from reportgen.measures import EVERYONE, Measure

BEYOND_CHANCE = Decimal("1.96")
"""So many standard errors apart, two figures differ by chance alone one time in twenty."""


def inside_noise(measure: Measure, item: Comparison) -> bool:
    """Return whether a difference is too small to mean anything, by the unrounded values.

    It is so below the usual yearly movement of the measure for that group, and where chance alone
    would often give it (see `z_of`). Where neither is known nothing is inside it.
    """
    ours, theirs = item.ours.value, item.theirs.value
    if isinstance(ours, Missing) or isinstance(theirs, Missing):
        return False
    usual, z = usual_movement(measure, item), z_of(measure, item)
    if usual is not None and abs(ours - theirs) < usual:
        return True
    return z is not None and z < BEYOND_CHANCE


def rests_on_noise(finding: Finding) -> bool:
    """Return whether the comparison that decides a finding's kind is inside the noise."""
    return finding.rule == "benchmark" and inside_noise(finding.measure, finding.comparisons[0])


def usual_movement(measure: Measure, item: Comparison, own: bool = False) -> Decimal | None:
    """Return the usual yearly movement of the figure compared; None where it is not known.

    A group without one of its `own` may take that of everyone, which is the least it can be.
    """
    group = item.ours.group if isinstance(item.ours, Observation) else EVERYONE
    return measure.noise_of(group, own)


def beyond_chance(measure: Measure, item: Comparison) -> bool | None:
    """Return whether a difference is larger than chance alone would often give; None if unknown.

    A z of 1.96 or more is beyond chance (see `z_of`); without counts, a difference of twice the
    usual yearly movement is, of everyone or of a group whose own movement is known.
    """
    z = z_of(measure, item)
    if z is not None:
        return z >= BEYOND_CHANCE
    usual = usual_movement(measure, item, own=True)
    return None if usual is None else abs(item.size) >= 2 * usual


def z_of(measure: Measure, item: Comparison) -> Decimal | None:
    """Return how many standard errors a difference is; None where the counts are not known.

    A mean: difference ÷ (spread between pupils ÷ √n). A share p against p₀: the score test,
    difference ÷ √(p₀(1 − p₀) ÷ n). A rate of events: 2(√events − √expected), which holds for a
    few events where (events − expected) ÷ √expected does not (Anscombe 1948).
    """
    people, theirs, ours = _people(item), item.theirs.value, item.ours.value
    if not people or isinstance(theirs, Missing) or isinstance(ours, Missing):
        return None
    if measure.kind == "mean" and measure.spread:
        return abs(ours - theirs) * people.sqrt() / measure.spread
    if measure.kind == "share" and 0 < theirs < 100:
        return abs(ours - theirs) * people.sqrt() / (theirs * (100 - theirs)).sqrt()
    if measure.kind == "rate" and ours >= 0 and theirs > 0:
        events, expected = _events(measure, item, people), _expected(measure, item, people)
        if events is not None and expected is not None:
            return abs(2 * (events.sqrt() - expected.sqrt()))
    return None


def _people(item: Comparison) -> Decimal | None:
    own = cohort(item.ours)
    return item.people if own is None else own


def _events(measure: Measure, item: Comparison, people: Decimal) -> Decimal | None:
    """Return how many events a rate counts: as published, or roughly from a rate per hundred."""
    if not isinstance(item.ours, Observation) or not isinstance(item.ours.value, Decimal):
        return None
    if item.ours.numerator is not None:
        return item.ours.numerator
    return item.ours.value * people / 100 if measure.unit.after == "%" else None


def _expected(measure: Measure, item: Comparison, people: Decimal) -> Decimal | None:
    """Return how many events there would be at the other rate."""
    theirs, events = item.theirs.value, _events(measure, item, people)
    if not isinstance(theirs, Decimal) or not isinstance(item.ours.value, Decimal):
        return None
    if events and item.ours.value:
        return events * theirs / item.ours.value
    return theirs * people / 100 if measure.unit.after == "%" else None
