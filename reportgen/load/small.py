"""Withhold our averages and shares of so few people that one of them might be known by it.

Some publishers give them all the same; what a council prints is its own to answer for. The figures
of other areas are left, since they go into means and are not printed one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.area import Area
from reportgen.facts import Missing, Observation

PEOPLE = ("pupils", "children", "young people", "people", "residents")
"""The nouns of measures and units that count people."""


def withhold_small(
    observations: Iterable[Observation], ours: Area, fewest: int
) -> tuple[Observation, ...]:
    """Return observations, our averages and shares of fewer than `fewest` people without a value.

    Those whose number of people is not known are left as they are, and so are counts.
    """
    return tuple(
        replace(item, value=Missing.SUPPRESSED, numerator=None)
        if item.area == ours and _is_small(item, fewest)
        else item
        for item in observations
    )


def _is_small(item: Observation, fewest: int) -> bool:
    people = item.denominator if item.cohort is None else item.cohort
    of_people = item.measure.kind in ("mean", "share") and item.measure.about in PEOPLE
    return of_people and people is not None and 0 < people < fewest
