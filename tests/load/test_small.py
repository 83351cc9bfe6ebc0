"""Averages and shares of a few people are withheld; what they are of is known where it is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.facts import Missing, Observation
from reportgen.load.small import withhold_small
from tests.invented import ABSENCE, NEAR, OURS, ROLL, SCORE, TAUGHT, row


@pytest.mark.parametrize(
    ("item", "withheld"),
    [
        (row(SCORE, "2020/21", "29.0", cohort=1), True),
        (row(SCORE, "2020/21", "29.0", cohort=5), True),
        (row(SCORE, "2020/21", "29.0", cohort=6), False),
        (row(SCORE, "2020/21", "29.0"), False),
        (row(TAUGHT, "2020/21", "50", numerator=1, denominator=2), True),
        (row(ABSENCE, "2020/21", "50", numerator=1, denominator=2), False),
        (row(ROLL, "2020/21", "2"), False),
        (row(SCORE, "2020/21", "29.0", NEAR[0], cohort=1), False),
    ],
)
def test_only_averages_and_shares_of_fewer_people_are_withheld(
    item: Observation, withheld: bool
) -> None:
    (kept,) = withhold_small([item], OURS, 6)
    assert (kept.value is Missing.SUPPRESSED) is withheld
    assert withheld or kept == item
    assert not (withheld and kept.numerator)


def test_a_share_of_a_few_schools_names_nobody() -> None:
    schools = replace(TAUGHT, about="schools")
    item = row(schools, "2020/21", "50", numerator=1, denominator=2)
    assert withhold_small([item], OURS, 6) == (item,)


def test_nothing_is_withheld_where_the_report_asks_for_everything() -> None:
    item = row(SCORE, "2020/21", "29.0", cohort=1)
    assert withhold_small([item], OURS, 0)[0].value == Decimal("29.0")
