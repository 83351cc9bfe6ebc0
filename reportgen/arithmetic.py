"""Work numbers out from others: differences, sums, means and shares, each with its rule in words.

A missing number makes the result missing, for the same reason: no sum gives a withheld part away.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.measures import Unit
from reportgen.observation import Derived, Fact, Missing, Observation

PERCENT = Unit(
    "percent", after="%", difference="percentage points", difference_one="percentage point"
)


def difference(ours: Fact, theirs: Fact) -> Derived:
    """Return ours − theirs in the unit of ours; missing if either is.

    Raises `ValueError` if the units differ.
    """
    if ours.unit != theirs.unit:
        raise ValueError(f"{ours.unit.id} and {theirs.unit.id} cannot be subtracted")
    value: Decimal | Missing
    if isinstance(ours.value, Missing):
        value = ours.value
    elif isinstance(theirs.value, Missing):
        value = theirs.value
    else:
        value = ours.value - theirs.value
    places = max(ours.places, theirs.places)
    return Derived(value, ours.unit, places, "the first minus the second", (ours, theirs))


def total(parts: Iterable[Fact], rule: str = "the sum of the parts") -> Derived | None:
    """Return the sum of the parts; None without parts, and missing as soon as one part is.

    A sum over a withheld part is itself withheld, so that no total gives a part away. Raises
    `ValueError` if the units differ.
    """
    items = tuple(parts)
    if not items:
        return None
    if odd := next((item for item in items if item.unit != items[0].unit), None):
        raise ValueError(f"{items[0].unit.id} and {odd.unit.id} cannot be added up")
    value: Decimal | Missing = Decimal(0)
    for item in items:
        if isinstance(item.value, Missing):
            value = item.value
            break
        assert isinstance(value, Decimal)
        value += item.value
    return Derived(value, items[0].unit, max(item.places for item in items), rule, items)


def mean(
    parts: Iterable[Observation], of: int, noun: str = "statistical neighbours"
) -> Derived | None:
    """Return the simple mean of the parts that have a value; None if none has.

    This is how DfE averages statistical neighbours: unweighted, missing ones left out, and the
    authority itself not among them. The rule says how many of the `of` were used.
    """
    known = tuple(item for item in parts if isinstance(item.value, Decimal))
    if not known:
        return None
    values = [item.value for item in known if isinstance(item.value, Decimal)]
    rule = f"mean of {len(known)} of {of} {noun}"
    return Derived(
        sum(values, Decimal(0)) / len(values), known[0].unit, known[0].places, rule, known
    )


def share(part: Fact, whole: Fact, places: int = 1) -> Derived:
    """Return the part as a percentage of the whole; not available where the whole is zero."""
    return Derived(
        _ratio(part, whole, Decimal(0)), PERCENT, places, "the part for every 100", (part, whole)
    )


def percent_change(new: Fact, old: Fact, places: int = 1) -> Derived:
    """Return how far `new` is from `old` as a percentage of `old`, negative for a fall.

    It is not available where `old` is zero or less, of which no percentage has a meaning.
    """
    value = _ratio(new, old, Decimal(100))
    if isinstance(old.value, Decimal) and old.value < 0 and isinstance(value, Decimal):
        value = Missing.NOT_AVAILABLE
    return Derived(value, PERCENT, places, "the change for every 100", (new, old))


def ratio(part: Fact, whole: Fact, unit: Unit, places: int = 0) -> Derived:
    """Return how many of the part there are for each of the whole, in a unit of its own."""
    value = _ratio(part, whole, Decimal(0))
    value = value if isinstance(value, Missing) else value / 100
    return Derived(value, unit, places, "the first for each of the second", (part, whole))


def _ratio(part: Fact, whole: Fact, less: Decimal) -> Decimal | Missing:
    """Return 100 × part ÷ whole − less."""
    if isinstance(part.value, Missing):
        return part.value
    if isinstance(whole.value, Missing):
        return whole.value
    if not whole.value:
        return Missing.NOT_AVAILABLE
    return 100 * part.value / whole.value - less


def product(count: Fact, each: Fact) -> Derived:
    """Return count × each in the unit of `each`; missing if either is."""
    value: Decimal | Missing
    if isinstance(count.value, Missing):
        value = count.value
    elif isinstance(each.value, Missing):
        value = each.value
    else:
        value = count.value * each.value
    return Derived(value, each.unit, each.places, "the first times the second", (count, each))
