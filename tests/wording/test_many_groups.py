"""Of many groups compared, the same are marked as chance as an account by hand marks."""

from __future__ import annotations

import math
from fractions import Fraction
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from reportgen.findings import compare
from reportgen.findings.chance import allow_for_many, may_be_chance
from reportgen.measures import EVERYONE, Measure
from tests.wording.groupworlds import BY, Table, full, grouped_facts, grouped_rows, scores
from tests.wording.worlds import OURS

RATE = Fraction(1, 10)
"""Of all groups that are not marked, so many may differ by chance."""


def marked_by_hand(table: Table, measure: Measure, rate: Fraction = RATE) -> set[str]:
    """Return the groups and years that are not among the k least likely, k as large as may be.

    k is the largest for which the k-th least likely of m is at most k/m of the rate (Benjamini and
    Hochberg 1995). How likely chance gives a difference: twice the tail of the normal curve.
    """
    rows, chances = grouped_rows(table, measure), {}
    years = sorted({year for _, year, _ in table})
    for group, year, area in table:
        pair = rows.deciding(group.pairs, year)
        if area != OURS or group == EVERYONE or year not in years[-2:] or pair is None:
            continue
        if pair.z_squared is not None and (pair.pupils or 0) >= 11:
            chances[f"{group.pairs} {year}"] = math.erfc(math.sqrt(pair.z_squared / 2))
    least = sorted(chances.values())
    sure = [p for k, p in enumerate(least, start=1) if p <= rate * k / len(least)]
    return {name for name, p in chances.items() if p > max(sure, default=-1)}


def marked(table: Table, measure: Measure) -> set[str]:
    found = allow_for_many(compare(grouped_facts(table, measure), "m", BY))
    return {f"{item.group.pairs} {item.periods[0].label}" for item in found if may_be_chance(item)}


@given(full(), scores())
@settings(deadline=None, max_examples=50)
def test_the_same_groups_may_be_chance_as_by_hand(table: Table, measure: Measure) -> None:
    assert marked(table, measure) == marked_by_hand(table, measure)


@pytest.mark.parametrize("rate", [Fraction(5, 100), Fraction(20, 100)])
def test_another_rate_marks_other_groups(rate: Fraction) -> None:
    quick = settings(phases=[Phase.generate], max_examples=2_000, deadline=None, database=None)
    assert find(
        st.tuples(full(), scores()),
        lambda world: marked(*world) != marked_by_hand(*world, rate),
        settings=quick,
        random=Random(1),
    )
