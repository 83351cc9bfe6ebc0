"""Axes: where they begin, their ticks and the words of these."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.draw.scale import Scale, cropped, fit, from_tick, tick_words, ticks


def test_a_scale_is_straight_between_its_ends() -> None:
    scale = Scale(40, 60, 10, 110)
    assert [scale.at(value) for value in (40, 50, 60)] == pytest.approx([10, 60, 110])


def test_values_near_zero_are_drawn_from_zero() -> None:
    scale = fit(0.03, 0.14, 0, 120, 16, 16, 0.01)
    assert scale.low == 0
    assert scale.at(0.14) == pytest.approx(104)


def test_values_far_from_zero_are_cropped_with_room_for_labels() -> None:
    scale = fit(46.5, 59, 0, 120, 16, 16, 0.1)
    assert scale.at(46.5) == pytest.approx(16)
    assert scale.at(59) == pytest.approx(104)


def test_noise_does_not_look_like_change() -> None:
    scale = fit(50.0, 50.2, 0, 120, 16, 16, 0.1)
    assert scale.at(50.2) - scale.at(50.0) < 5


def test_a_cropped_axis_of_positive_values_never_goes_below_zero() -> None:
    assert fit(0.5, 1.0, 0, 120, 60, 16, 0.1).low >= 0


@pytest.mark.parametrize("value", [0, 50, -3])
def test_equal_values_have_an_axis(value: float) -> None:
    scale = fit(value, value, 0, 120, 16, 16, 1)
    assert scale.low < scale.high
    assert 0 <= scale.at(value) <= 120


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 6), st.sampled_from([0, 1, 2, 3]))
def test_ticks_are_few_round_inside_and_evenly_spaced(
    low: float, span: float, most: int, places: int
) -> None:
    high = low + span
    finest = Decimal(1).scaleb(-places)
    found = ticks(low, high, most, finest)
    assert len(found) <= most
    assert all(low - 1e-9 <= float(value) <= high + 1e-9 for value in found)
    assert all(value % finest == 0 for value in found)
    steps = {later - earlier for earlier, later in pairwise(found)}
    assert len(steps) <= 1
    assert all(step.normalize().as_tuple().digits in {(1,), (2,), (5,)} for step in steps)


def test_counts_have_no_ticks_between_whole_numbers() -> None:
    assert ticks(0, 2, 5, Decimal(1)) == (0, 1, 2)


def test_ticks_are_written_in_the_unit_with_equal_decimals(charts: ModuleType) -> None:
    share = charts.number(1, 2, charts.SHARE)
    values = (Decimal(0), Decimal("0.05"), Decimal("0.10"))
    assert tick_words(values, share) == ("0%", "0.05%", "0.10%")


def test_the_noun_of_a_unit_is_not_written_on_the_axis(charts: ModuleType) -> None:
    assert tick_words((Decimal(50), Decimal(60)), charts.number(1)) == ("50", "60")


def test_large_sums_of_money_are_written_in_millions(charts: ModuleType) -> None:
    money = charts.number(1, 0, charts.MONEY)
    assert tick_words((Decimal(0), Decimal(1_500_000)), money) == ("£0", "£1.50m")
    assert tick_words((Decimal(0), Decimal(1_500)), money) == ("£0", "£1,500")


def test_negative_ticks_have_a_true_minus_sign(charts: ModuleType) -> None:
    assert tick_words((Decimal("-0.5"),), charts.number(1)) == ("−0.5",)


@pytest.mark.parametrize(
    ("low", "high", "lowest", "begins"),
    [
        (46.2, 61.0, 48.0, "46"),
        (86.9, 100.0, 91.0, "86"),
        (2.2, 5.9, 2.5, "2"),
        (45.1, 60, 45, "45"),
    ],
)
def test_a_cropped_axis_begins_at_a_round_value_near_the_lowest(
    low: float, high: float, lowest: float, begins: str
) -> None:
    marks = cropped(low, high, lowest, Decimal("0.1"))
    assert marks[0] == Decimal(begins)
    assert marks[0] <= lowest
    assert len({later - earlier for earlier, later in pairwise(marks)}) == 1


@given(st.floats(1, 500), st.floats(0.5, 400))
def test_every_value_is_above_the_foot_of_its_axis(low: float, more: float) -> None:
    marks = cropped(low, low + more, low + more / 10, Decimal("0.1"))
    assert marks[0] <= low + more / 10
    scale = from_tick(Scale(low, low + more, 0, 100), float(marks[0]), low + more * 0.9, 16)
    assert scale.at(float(marks[0])) == 0
    assert scale.at(low + more * 0.9) <= 84.01
