"""Arithmetic: what is worked out agrees with itself, and no sum gives a withheld part away."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.arithmetic import (
    PERCENT,
    difference,
    mean,
    percent_change,
    product,
    ratio,
    share,
    total,
)
from reportgen.facts import Fact, Missing, Observation
from reportgen.show import half_up, show
from tests.invented import POINTS, POUNDS, VOUCHERS, row

WHOLE = st.integers(0, 10**6)
VALUES = st.decimals(Decimal(-1000), Decimal(1000), places=2) | st.sampled_from(Missing)
KNOWN = st.decimals(Decimal("0.01"), Decimal(1000), places=2)


def score(value: object) -> Observation:
    return row("score", "2020/21", value if isinstance(value, int) else _text(value))


def pupils(value: object) -> Observation:
    return row("roll", "2020/21", value if isinstance(value, int) else _text(value))


def _text(value: object) -> str:
    return value.value[0] if isinstance(value, Missing) else str(value)


def missing(*facts: Fact) -> bool:
    return any(isinstance(fact.value, Missing) for fact in facts)


@given(VALUES, VALUES)
def test_a_difference_turned_round_changes_its_sign_alone(a: object, b: object) -> None:
    one, other = difference(score(a), score(b)), difference(score(b), score(a))

    if isinstance(one.value, Missing):
        assert missing(other)
        return
    assert isinstance(other.value, Decimal)
    assert one.value == -other.value
    assert (one.unit, one.places) == (other.unit, other.places)


@given(VALUES, VALUES, VALUES)
def test_differences_add_up(a: object, b: object, c: object) -> None:
    whole = difference(score(a), score(c))
    parts = total([difference(score(a), score(b)), difference(score(b), score(c))])

    assert parts is not None
    if missing(score(b)):
        assert missing(parts)
    else:
        assert isinstance(parts.value, Missing) == isinstance(whole.value, Missing)
        if not missing(whole):
            assert parts.value == whole.value


@given(st.lists(VALUES, min_size=1, max_size=6))
def test_a_total_over_a_missing_part_is_missing_for_the_first_reason(values: list[object]) -> None:
    whole = total(score(value) for value in values)
    reasons = [value for value in values if isinstance(value, Missing)]

    assert whole is not None
    assert whole.value == (reasons[0] if reasons else sum(values))  # type: ignore[arg-type]
    assert len(whole.inputs) == len(values)


def test_there_is_no_total_of_nothing() -> None:
    assert total([]) is None


def test_what_is_not_of_one_unit_is_neither_subtracted_nor_added() -> None:
    with pytest.raises(ValueError, match="points and pupils"):
        difference(score(1), pupils(1))
    with pytest.raises(ValueError, match="points and pupils"):
        total([score(1), pupils(1)])


@given(st.lists(VALUES, max_size=8))
def test_a_mean_leaves_out_what_is_missing_and_says_how_many_it_used(values: list[object]) -> None:
    known = [value for value in values if isinstance(value, Decimal)]
    found = mean((score(value) for value in values), of=len(values))

    if not known:
        assert found is None
        return
    assert found is not None
    assert isinstance(found.value, Decimal)
    assert min(known) <= found.value <= max(known)
    assert found.value * len(known) == pytest.approx(sum(known))
    assert found.rule == f"mean of {len(known)} of {len(values)} statistical neighbours"
    assert len(found.inputs) == len(known)


@given(VALUES)
def test_the_mean_of_equal_figures_is_that_figure(value: object) -> None:
    found = mean([score(value)] * 3, of=3)

    assert (None if missing(score(value)) else value) == (found and found.value)


@given(WHOLE, st.integers(1, 10**6))
def test_a_share_and_what_is_left_make_a_hundred(part: int, rest: int) -> None:
    whole = pupils(part + rest)
    one, other = share(pupils(part), whole), share(pupils(rest), whole)

    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    assert half_up(one.value + other.value, 6) == 100
    assert one.unit == PERCENT
    assert 0 <= one.value <= 100


@given(st.integers(1, 10**6))
def test_the_share_of_the_whole_is_a_hundred(whole: int) -> None:
    assert share(pupils(whole), pupils(whole)).value == 100


@given(KNOWN, KNOWN)
def test_a_change_is_the_share_less_a_hundred(new: Decimal, old: Decimal) -> None:
    change, part = percent_change(score(new), score(old)), share(score(new), score(old))

    assert isinstance(change.value, Decimal)
    assert isinstance(part.value, Decimal)
    assert change.value == part.value - 100
    assert (change.value > 0) == (new > old)
    assert (change.value < 0) == (new < old)


@given(KNOWN, KNOWN)
def test_a_change_leads_from_the_old_to_the_new(new: Decimal, old: Decimal) -> None:
    change = percent_change(score(new), score(old))

    assert isinstance(change.value, Decimal)
    assert half_up(old * (1 + change.value / 100), 6) == new


@pytest.mark.parametrize("reason", Missing)
def test_what_is_worked_out_from_a_missing_figure_is_missing_for_its_reason(
    reason: Missing,
) -> None:
    known, lost = pupils(10), pupils(reason)
    found = [
        difference(lost, known),
        difference(known, lost),
        share(lost, known),
        share(known, lost),
        percent_change(lost, known),
        percent_change(known, lost),
        ratio(lost, known, VOUCHERS),
        ratio(known, lost, VOUCHERS),
        product(lost, known),
        product(known, lost),
    ]

    assert [item.value for item in found] == [reason] * 10


@pytest.mark.parametrize("part", [0, 3, "-2"])
def test_nothing_is_a_share_of_nothing(part: object) -> None:
    nothing = score(0)

    assert share(score(part), nothing).value is Missing.NOT_AVAILABLE
    assert percent_change(score(part), nothing).value is Missing.NOT_AVAILABLE
    assert ratio(score(part), nothing, VOUCHERS).value is Missing.NOT_AVAILABLE


def test_a_rise_from_below_zero_has_no_percentage() -> None:
    """−2 to −1 is a rise, though −1 is half of −2."""
    assert percent_change(score("-1"), score("-2")).value is Missing.NOT_AVAILABLE


def test_worked_out_numbers_are_rounded_only_when_shown() -> None:
    third = share(pupils(1), pupils(3))

    assert show(third, "unit") == "33.3%"
    assert show(third, "unit", places=3) == "33.333%"


def test_a_ratio_says_how_many_there_are_for_each() -> None:
    assert show(ratio(pupils(903), score("1.53"), VOUCHERS), "unit") == "590 vouchers"


def test_a_product_is_in_the_unit_of_what_each_is_worth() -> None:
    spent = product(row("given", "2020/21", 10475), row("worth", "2020/21", 30))

    assert (show(spent, "unit"), spent.unit) == ("£314,250", POUNDS)


def test_a_difference_has_the_finer_decimals_of_the_two() -> None:
    gap = difference(score("59.1"), row("score", "2020/21", "41.55", sex="girls"))

    assert (show(gap, "unit"), gap.unit) == ("17.55 points", POINTS)
