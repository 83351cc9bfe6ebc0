"""Say which values a measure cannot have, so that a slip is found where it was made."""

from __future__ import annotations

from decimal import Decimal

from reportgen.errors import Place, Problem
from reportgen.measures import Measure
from reportgen.observation import Observation


def impossible(measure: Measure, value: Decimal) -> tuple[str, str] | None:
    """Return why a measure cannot have a value, and what to do; None if it can."""
    check = "check the figure; sections/measures.toml says what each measure counts"
    least, most = limits(measure)
    unit = measure.unit.after
    if least is not None and value < least:
        return f"{value}{unit} is below {least}{unit}, the least that {measure.name} can be", check
    if most is not None and value > most:
        return f"{value}{unit} is above {most}{unit}, the most that {measure.name} can be", check
    if measure.kind == "count" and not measure.places and value != value.to_integral_value():
        return f"{value} is no whole number of {measure.unit.noun or measure.about}", check
    return None


def limits(measure: Measure) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the most a measure can be: its own limits, else those of its kind."""
    least, most = measure.least, measure.most
    if least is None and measure.kind in ("share", "count", "rate"):
        least = Decimal(0)
    if most is None and measure.kind == "share" and measure.unit.after == "%":
        most = Decimal(100)
    return least, most


def impossible_in(item: Observation) -> Problem | None:
    """Return the problem of a published figure that cannot be; None where it can."""
    wrong = impossible(item.measure, item.value) if isinstance(item.value, Decimal) else None
    if wrong is None:
        return None
    hint = "ask the publisher; a row of your own in figures/ stands in its place"
    return Problem(wrong[0], Place(item.cell.file, item.cell.row, item.cell.column), hint)
