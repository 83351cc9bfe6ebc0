"""Turn the settings into the cover of a report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.document import FrontSheet, Inlines, Text
from reportgen.facts import Facts
from reportgen.period import PeriodKind, read_period
from reportgen.report import Report

BARS = 12


def cover(report: Report) -> FrontSheet:
    """Return the cover: the front-sheet fields given, then date, data date and status."""
    settings = report.settings
    given = list(settings.front_sheet)
    if not any("date" in name.casefold() for name, _ in given):
        given.append(("Date", _day(settings.date)))
    if settings.as_at:
        given.append(("Data as at", _day(settings.as_at)))
    given.append(("Status", settings.status))
    fields: tuple[tuple[str, Inlines], ...] = tuple((name, (Text(words),)) for name, words in given)
    return FrontSheet(fields, decoration(report.facts))


def decoration(facts: Facts) -> tuple[float, ...]:
    """Return up to twelve heights between 0 and 1: the report's own figures, as the data has them.

    They are our values of the measure with the most figures, one with a direction if there is any,
    so that the cover's bars mean something; they are not sorted, for bars that rise from left to
    right would speak of growth. With fewer than four there are none.
    """
    values: dict[tuple[bool, str], dict[Decimal, None]] = {}
    for o in facts.observations:
        if o.area == facts.ours and isinstance(o.value, Decimal) and o.value > 0:
            values.setdefault((o.measure.better is not None, o.measure.id), {})[o.value] = None
    most = max(values, key=lambda key: (key[0], len(values[key]), key[1]), default=None)
    ordered = list(values[most]) if most else []
    if len(ordered) < 4:
        return ()
    count = min(BARS, len(ordered))
    step = (len(ordered) - 1) / (count - 1)
    picked = [ordered[round(index * step)] for index in range(count)]
    return tuple(float(value / max(picked)) for value in picked)


def _day(day: date) -> str:
    return read_period(day.isoformat(), PeriodKind.AS_AT).label
