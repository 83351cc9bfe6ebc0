"""Turn a number into the text on the page: the only place where that happens.

Rounding is half up, once, here. Every comparison the report makes is on the value returned by
`shown`, so that a sentence never says "above" between two numbers that print alike.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Literal

from reportgen.facts import Derived, Fact, Missing, difference

Style = Literal["plain", "unit", "words", "signed", "short", "ordinal"]
"""plain 59.0 · unit 59.0 points, 90% · words nine · signed +1.3 · short £2.25m ·
ordinal 3rd"""

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MINUS = "\N{MINUS SIGN}"


def half_up(value: Decimal, places: int) -> Decimal:
    """Return `value` rounded half away from zero to `places` decimals."""
    return value.quantize(_last(places), rounding=ROUND_HALF_UP)


@cache
def _last(places: int) -> Decimal:
    """Return one in the last of so many decimals."""
    return Decimal(1).scaleb(-places)


def shown(fact: Fact, places: int | None = None) -> Decimal | None:
    """Return the value as displayed, or None if it is missing."""
    if isinstance(fact.value, Missing):
        return None
    return half_up(fact.value, fact.places if places is None else places)


def shown_difference(ours: Fact, theirs: Fact) -> Derived:
    """Return ours − theirs as displayed, so that a reader who subtracts gets the same.

    It is missing if either is. Raises `ValueError` if the units differ.
    """
    exact = difference(ours, theirs)
    a, b = shown(ours), shown(theirs)
    return exact if a is None or b is None else replace(exact, value=a - b)


def show(fact: Fact, style: Style = "plain", places: int | None = None) -> str:
    """Return the text of a number; a missing one gives its symbol in square brackets.

    "words" writes whole numbers under ten in letters and others as "unit" does; "short" writes
    money of a million or more as £2.25m. A negative number has a true minus sign.
    """
    value = shown(fact, places)
    if value is None:
        assert isinstance(fact.value, Missing)
        return fact.value.symbol
    if style == "plain":
        return _digits(value)
    if style == "signed":
        return ("+" if value > 0 else "") + _digits(value)
    if style == "ordinal":
        return _digits(value) + _ordinal(int(value))
    unit = fact.unit
    if style == "short" and unit.before and abs(value) >= 1_000_000:
        assert isinstance(fact.value, Decimal)
        value = half_up(fact.value / 1_000_000, 2)
        unit = replace(unit, after="m")
    if (
        style == "words"
        and value == value.to_integral_value()
        and 0 <= value < 10
        and not unit.before
    ):
        number = _WORDS[int(value)] if not unit.after else _digits(value)
    else:
        number = _digits(value)
    noun = unit.noun_one if value == 1 else unit.noun
    sign, number = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
    return f"{sign}{unit.before}{number}{unit.after}" + (f" {noun}" if noun else "")


def _ordinal(number: int) -> str:
    """Return the ending of an ordinal: 1st, 2nd, 3rd, 4th, 11th, 22nd."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _digits(value: Decimal) -> str:
    text = f"{value:,f}"
    if not value:
        return text.lstrip("-")
    return text.replace("-", MINUS)
