"""Showing a number: rounded half up, once, and never as a minus nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.facts import Derived, Fact, Missing
from reportgen.measures import Unit
from reportgen.show import MINUS, Style, half_up, show, shown, shown_difference
from tests.invented import PERCENT, POINTS, POUNDS, PUPILS, VOUCHERS, row

PLACES = st.integers(0, 4)
NUMBERS = st.decimals(Decimal(-(10**9)), Decimal(10**9), allow_nan=False, places=6)
STYLES = st.sampled_from(["plain", "unit", "words", "signed", "short"])
UNITS = st.sampled_from([POINTS, PERCENT, POUNDS, PUPILS])


def number(value: object, unit: Unit = POINTS, places: int = 0) -> Fact:
    return Derived(Decimal(str(value)), unit, places, "invented", ())


def digits(text: str) -> Decimal:
    """The number that a page shows, read as a reader would."""
    kept = "".join(c for c in text.replace(MINUS, "-") if c in "-.0123456789")
    return Decimal(kept)


@given(NUMBERS, PLACES)
def test_rounding_again_changes_nothing(value: Decimal, places: int) -> None:
    once = half_up(value, places)

    assert half_up(once, places) == once


@given(NUMBERS, PLACES)
def test_rounding_moves_a_number_by_half_a_unit_at_most(value: Decimal, places: int) -> None:
    assert abs(half_up(value, places) - value) <= Decimal(1).scaleb(-places) / 2


@given(NUMBERS, PLACES)
def test_rounding_treats_both_signs_alike(value: Decimal, places: int) -> None:
    assert half_up(-value, places) == -half_up(value, places)


@given(NUMBERS, NUMBERS, PLACES)
def test_rounding_keeps_the_order_of_numbers(a: Decimal, b: Decimal, places: int) -> None:
    assume(a <= b)

    assert half_up(a, places) <= half_up(b, places)


@given(st.integers(-(10**7), 10**7), PLACES)
def test_an_exact_tie_goes_away_from_zero(count: int, places: int) -> None:
    unit = Decimal(1).scaleb(-places)
    tie = count * unit + (unit / 2 if count >= 0 else -unit / 2)
    rounded = half_up(tie, places)

    assert abs(rounded) == (abs(count) + 1) * unit
    assert rounded == tie.quantize(unit, ROUND_HALF_UP) != tie.quantize(unit, ROUND_HALF_DOWN)


@given(NUMBERS, PLACES)
def test_rounding_is_that_of_exact_fractions(value: Decimal, places: int) -> None:
    scaled = abs(Fraction(value)) * 10**places
    whole = (scaled + Fraction(1, 2)).__floor__()

    assert abs(Fraction(half_up(value, places))) == Fraction(whole, 10**places)


@given(NUMBERS, PLACES, UNITS)
def test_a_reader_reads_back_the_number_shown(value: Decimal, places: int, unit: Unit) -> None:
    fact = number(value, unit, places)

    for style in ("plain", "unit", "signed"):
        text = show(fact, style)
        assert digits(text) == shown(fact)
        assert text.count(".") == (1 if places else 0)


@given(NUMBERS, PLACES, UNITS, STYLES)
def test_no_number_is_a_minus_nothing_and_every_minus_is_a_true_one(
    value: Decimal, places: int, unit: Unit, style: Style
) -> None:
    fact = number(value, unit, places)
    text = show(fact, style)

    assert "-" not in text
    assert (MINUS in text) == (half_up(value, places) < 0)
    assert text.lstrip("+").find(MINUS) in (-1, 0)


@given(st.integers(0, 10**9))
def test_thousands_are_set_apart_with_commas(value: int) -> None:
    first, *groups = show(number(value)).split(",")

    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)
    assert "".join([first, *groups]) == str(value)


@given(NUMBERS, NUMBERS, PLACES)
def test_numbers_that_print_alike_compare_alike(a: Decimal, b: Decimal, places: int) -> None:
    one, other = number(a, places=places), number(b, places=places)

    assert (show(one) == show(other)) == (shown(one) == shown(other))


@given(st.decimals(Decimal(1_000_000), Decimal(10**9), places=3), PLACES)
def test_millions_are_rounded_once_from_the_number_itself(value: Decimal, places: int) -> None:
    short = show(number(value, POUNDS, places), "short")

    assert digits(short) == half_up(value / 1_000_000, 2)
    assert (short[0], short[-1]) == ("£", "m")


@pytest.mark.parametrize(
    ("value", "unit", "places", "style", "text"),
    [
        ("0.5", PUPILS, 0, "plain", "1"),
        ("2.5", PUPILS, 0, "plain", "3"),
        ("-2.5", PUPILS, 0, "plain", f"{MINUS}3"),
        ("59.05", POINTS, 1, "plain", "59.1"),
        ("-0.04", POINTS, 1, "plain", "0.0"),
        ("-0.04", POINTS, 1, "signed", "0.0"),
        ("1.25", POINTS, 1, "signed", "+1.3"),
        ("-1.25", POINTS, 1, "signed", f"{MINUS}1.3"),
        ("90", PERCENT, 0, "unit", "90%"),
        ("-3", PERCENT, 0, "unit", f"{MINUS}3%"),
        ("58700", POUNDS, 0, "unit", "£58,700"),
        ("-5", POUNDS, 0, "unit", f"{MINUS}£5"),
        ("1", POINTS, 0, "unit", "1 point"),
        ("1.04", POINTS, 1, "unit", "1.0 point"),
        ("59", POINTS, 1, "unit", "59.0 points"),
        ("9", PUPILS, 0, "words", "nine pupils"),
        ("1", VOUCHERS, 0, "words", "one voucher"),
        ("0", PUPILS, 0, "words", "zero pupils"),
        ("10", PUPILS, 0, "words", "10 pupils"),
        ("4", PERCENT, 0, "words", "4%"),
        ("4", POUNDS, 0, "words", "£4"),
        ("2252540", POUNDS, 0, "short", "£2.25m"),
        ("1234999.5", POUNDS, 0, "short", "£1.23m"),
        ("-1845400", POUNDS, 0, "short", f"{MINUS}£1.85m"),
        ("58700", POUNDS, 0, "short", "£58,700"),
        ("1200000", PUPILS, 0, "short", "1,200,000 pupils"),
    ],
)
def test_a_number_is_shown_as_a_careful_person_writes_it(
    value: str, unit: Unit, places: int, style: Style, text: str
) -> None:
    assert show(number(value, unit, places), style) == text


@pytest.mark.parametrize("reason", Missing)
@pytest.mark.parametrize("style", ["plain", "unit", "words", "signed", "short"])
def test_a_missing_number_is_its_symbol_in_every_style(reason: Missing, style: Style) -> None:
    fact = Derived(reason, POUNDS, 2, "invented", ())

    assert show(fact, style) == f"[{reason.value[0]}]"
    assert shown(fact) is None


def test_groups_are_shown_with_the_finer_decimals_of_their_measure() -> None:
    assert show(row("score", "2020/21", "59.05")) == "59.1"
    assert show(row("score", "2020/21", "59.05", sex="girls")) == "59.05"


def test_the_decimals_asked_for_stand_in_place_of_those_of_the_fact() -> None:
    fact = number("59.449", places=1)

    assert (show(fact, places=2), show(fact, places=0)) == ("59.45", "59")
    assert shown(replace(fact, places=0), places=2) == Decimal("59.45")


@given(NUMBERS, NUMBERS, PLACES)
def test_the_difference_shown_is_what_a_reader_gets_who_subtracts(
    a: Decimal, b: Decimal, places: int
) -> None:
    ours, theirs = number(a, places=places), number(b, places=places)
    gap = shown_difference(ours, theirs)

    assert digits(show(gap)) == digits(show(ours)) - digits(show(theirs))


def test_the_difference_shown_of_a_missing_number_is_missing() -> None:
    lost = Derived(Missing.SUPPRESSED, POINTS, 1, "invented", ())

    assert show(shown_difference(number(1), lost)) == "[c]"
    with pytest.raises(ValueError, match="points and pupils"):
        shown_difference(number(1), number(1, PUPILS))
