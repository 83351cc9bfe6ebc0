"""Turn a range of values into an axis: where it begins, its few round ticks, and their words.

Bars and columns begin at zero; a line's axis may be cropped, but never so far that small changes
look large.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.document import Number
from reportgen.facts import Derived
from reportgen.show import show

_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_ZERO = 0.4
"""A line chart begins at zero if its lowest value is less than this share of its highest."""
_CROPPED = (5, 6, 7)
"""How many ticks a cropped axis may have: as few as will do."""
_NEAR = 0.06
"""An axis begins near where it is wanted within this share of its length."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map from values to points on the page."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value stands, in points."""
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)


def fit(
    low: float, high: float, start: float, end: float, below: float, above: float, finest: float
) -> Scale:
    """Return the scale of a line chart between `start` and `end` (points).

    `below` and `above` are the points left free under the lowest and over the highest value for
    their labels. It begins at zero where the values come near it, and is cropped otherwise; the
    values then take up at least a tenth of the largest, so that noise does not look like change.
    `finest` is the smallest step that the values can show.
    """
    largest = max(abs(low), abs(high))
    room = end - start
    if low >= 0 and low <= high * _ZERO:
        high = high or finest * 10
        return Scale(0.0, high * room / (room - above), start, end)
    short = max(largest / 10, finest * 4) - (high - low)
    if short > 0:
        low, high = low - short / 2, high + short / 2
    per_point = (high - low) / (room - below - above)
    bottom = low - below * per_point
    if low >= 0 > bottom:
        return Scale(0.0, high * room / (room - above), start, end)
    return Scale(bottom, high + above * per_point, start, end)


def from_tick(scale: Scale, bottom: float, high: float, above: float) -> Scale:
    """Return a cropped scale that begins at a tick, so that the foot of its axis says its value."""
    room = scale.end - scale.start
    top = bottom + (high - bottom) * room / (room - above)
    return Scale(bottom, max(top, scale.high), scale.start, scale.end)


def ticks(low: float, high: float, most: int, finest: Decimal) -> tuple[Decimal, ...]:
    """Return round values between `low` and `high`, at most `most`, no closer than `finest`."""
    first, last = Decimal(repr(low)), Decimal(repr(high))
    exponent = (last - first).adjusted() - 2
    while True:
        for base in _STEPS:
            step = base.scaleb(exponent)
            if step < finest or step % finest:
                continue
            begin = (first / step).to_integral_value(ROUND_CEILING)
            end = (last / step).to_integral_value(ROUND_FLOOR)
            if end - begin < most:
                return tuple(step * (begin + at) for at in range(int(end - begin) + 1))
        exponent += 1


def cropped(low: float, high: float, lowest: float, finest: Decimal) -> tuple[Decimal, ...]:
    """Return the ticks of an axis that does not begin at zero but at the first of them.

    That is near `low`, and not above `lowest`, the least value; a few ticks more are allowed where
    they bring it nearer.
    """
    choices = []
    for most in _CROPPED:
        marks = ticks(low, high, most, finest)
        step = marks[1] - marks[0] if len(marks) > 1 else finest
        fits = marks and float(marks[0]) <= min(low + _NEAR * (high - low), lowest)
        choices.append(
            marks if fits else ((marks[0] if marks else _above(low, step)) - step, *marks)
        )
    return min(choices, key=lambda marks: max(abs(float(marks[0]) - low), _NEAR * (high - low)))


def _above(low: float, step: Decimal) -> Decimal:
    return (Decimal(repr(low)) / step).to_integral_value(ROUND_CEILING) * step


def tick_words(values: tuple[Decimal, ...], like: Number) -> tuple[str, ...]:
    """Return the words of ticks in the unit of a number: "20", "60%", "£1,500"."""
    places = max((-_exponent(value) for value in values), default=0)
    unit = replace(like.fact.unit, noun="", noun_one="")
    short = all(abs(value) >= 1_000_000 for value in values if value)
    return tuple(
        show(
            Derived(value, unit, max(places, 0) if value else 0, "a mark on an axis", ()),
            "short" if short else "unit",
        )
        for value in values
    )


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) and value else 0
