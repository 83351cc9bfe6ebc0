"""Turn the period labels that data files use into typed periods.

Only like kinds are ordered or subtracted: 2019/20 as an academic year does not come before 2020 as
a calendar year, and comparing them raises `TypeError`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import total_ordering


class PeriodKind(StrEnum):
    """What sort of time a figure covers; the values are what a figures file writes."""

    ACADEMIC = "academic year"
    FINANCIAL = "financial year"
    CALENDAR = "calendar year"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"
    YEAR_TO_DATE = "year to date"
    AS_AT = "as at"
    CENSUS = "census"
    UNDATED = "undated"


_TWO_YEARS = (PeriodKind.ACADEMIC, PeriodKind.FINANCIAL)
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 8)}
_FIRST_MONTH = {PeriodKind.ACADEMIC: 9, PeriodKind.FINANCIAL: 4, PeriodKind.CALENDAR: 1}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, or a day, that a figure is about.

    `start` and `end` are the first and last day (inclusive); `label` is how the page prints it.
    Two labels of one day, such as mid-2018 and 30 June 2018, are one period.
    """

    kind: PeriodKind
    start: date
    end: date
    label: str = field(compare=False)

    def __str__(self) -> str:
        return self.label

    def __lt__(self, other: Period) -> bool:
        self._require_like(other)
        return (self.start, self.end) < (other.start, other.end)

    def years_since(self, other: Period) -> int:
        """Return how many years lie between those in which two periods of one kind begin.

        Raises `TypeError` if the kinds differ.
        """
        self._require_like(other)
        return self.start.year - other.start.year

    def phrase(self) -> str:
        """Return the period as a sentence uses it: "in 2019/20", "at 31 August 2021"."""
        match self.kind:
            case PeriodKind.AS_AT if self.start == self.end and self.label[0].isdigit():
                return f"at {self.label}"
            case PeriodKind.CENSUS if self.label.isdigit():
                # "The 2021 census" would be taken for that of the whole population.
                return f"in the {self.label} count"
            case PeriodKind.CENSUS:
                return f"in the {self.label} census"
            case PeriodKind.TERM:
                return f"in the {self.label}"
            case PeriodKind.YEAR_TO_DATE:
                return f"in {self.label} to date"
            case PeriodKind.UNDATED:
                return ""
            case _:
                return f"in {self.label}"

    def _require_like(self, other: Period) -> None:
        if self.kind is not other.kind:
            raise TypeError(
                f"{self.label} ({self.kind}) and {other.label} ({other.kind}) are not ordered: "
                "periods of different kinds are never compared"
            )


UNDATED = Period(PeriodKind.UNDATED, date.min, date.max, "")


def read_period(text: str, kind: PeriodKind) -> Period:
    """Return the period that `text` names, for example ("2019/20", ACADEMIC).

    Accepts 2019/20, 2019-20 and 201920 for years of two parts; 2019, mid-2018, 2021-09, 2021-08-31,
    "August 2021" and "31 August 2021" for dates; "autumn term 2021"; "2023 Q1" and
    "January to March 2023" for quarters. Raises `ValueError` if the text is none of these.
    """
    text = " ".join(text.split())
    if kind is PeriodKind.UNDATED:
        if text:
            raise ValueError(f"an undated figure has no period, but “{text}” is given")
        return UNDATED
    readers = {
        PeriodKind.CALENDAR: _read_year,
        PeriodKind.TERM: _read_term,
        PeriodKind.QUARTER: _read_quarter,
        PeriodKind.MONTH: _read_month,
    }
    reader = _read_two_years if kind in _TWO_YEARS else readers.get(kind, _read_date)
    return reader(text, kind)


def fill_years(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the periods in order with the years that are missing between them put in.

    Only periods of a whole year are filled in; others are returned as they are.
    """
    known = sorted(periods)
    two_parts = all(period.kind in _TWO_YEARS for period in known)
    if not known or not (two_parts or all(len(period.label) == 4 for period in known)):
        return tuple(known)
    first, last = known[0], known[-1]
    years = range(first.start.year, last.start.year + 1)
    labels = [f"{year}/{(year + 1) % 100:02d}" if two_parts else str(year) for year in years]
    return tuple(read_period(label, first.kind) for label in labels)


def _read_two_years(text: str, kind: PeriodKind) -> Period:
    found = re.fullmatch(r"((?:19|20)\d\d)(?:[/\-–]((?:19|20)?\d\d)|(\d\d))", text)
    if not found:
        raise ValueError(f"“{text}” is not a year such as 2019/20")
    first, second = int(found[1]), int(found[2] or found[3])
    if second not in ((first + 1) % 100, first + 1):
        raise ValueError(f"“{text}” does not name two years that follow each other")
    month = _FIRST_MONTH[kind]
    end_month = month - 1
    end = date(first + 1, end_month, calendar.monthrange(first + 1, end_month)[1])
    return Period(kind, date(first, month, 1), end, f"{first}/{second % 100:02d}")


def _read_year(text: str, kind: PeriodKind) -> Period:
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise ValueError(f"“{text}” is not a year such as 2019")
    return Period(kind, date(int(text), 1, 1), date(int(text), 12, 31), text)


def _read_term(text: str, kind: PeriodKind) -> Period:
    found = re.fullmatch(r"(autumn|spring|summer)(?: term)? ((?:19|20)\d\d)", text.casefold())
    if not found:
        raise ValueError(f"“{text}” is not a term such as “autumn term 2021”")
    year, (first, last) = int(found[2]), _TERMS[found[1]]
    return _months(kind, year, first, last, f"{found[1]} term {year}")


def _read_quarter(text: str, kind: PeriodKind) -> Period:
    found = re.fullmatch(r"((?:19|20)\d\d) ?q([1-4])", text.casefold())
    if found:
        year, first = int(found[1]), 3 * int(found[2]) - 2
    else:
        found = re.fullmatch(r"([a-z]+) to ([a-z]+) ((?:19|20)\d\d)", text.casefold())
        first = _MONTHS.get(found[1], 0) if found else 0
        if not found or first % 3 != 1 or _MONTHS.get(found[2]) != first + 2:
            raise ValueError(f"“{text}” is not a quarter such as “January to March 2023”")
        year = int(found[3])
    names = calendar.month_name
    return _months(kind, year, first, first + 2, f"{names[first]} to {names[first + 2]} {year}")


def _read_month(text: str, kind: PeriodKind) -> Period:
    found = _read_date(text, kind)
    if found.start == found.end or found.start.month != found.end.month:
        raise ValueError(f"“{text}” is not a month such as 2021-09")
    return found


def _read_date(text: str, kind: PeriodKind) -> Period:
    lowered = text.casefold()
    if found := re.fullmatch(r"mid-((?:19|20)\d\d)", lowered):
        day = date(int(found[1]), 6, 30)
        return Period(kind, day, day, f"mid-{found[1]}")
    if re.fullmatch(r"(19|20)\d\d", lowered):
        return _read_year(text, kind)
    if found := re.fullmatch(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?", lowered):
        year, month, day_number = int(found[1]), int(found[2]), found[3]
    elif found := re.fullmatch(r"(?:(\d{1,2}) )?([a-z]+) ((?:19|20)\d\d)", lowered):
        year, month, day_number = int(found[3]), _MONTHS.get(found[2], 0), found[1]
    else:
        raise ValueError(f"“{text}” is not a date such as 2021-08-31, 2021-08 or 2021")
    if not 1 <= month <= 12:
        raise ValueError(f"“{text}” has no month between 1 and 12")
    name = f"{calendar.month_name[month]} {year}"
    if day_number is None:
        return _months(kind, year, month, month, name)
    try:
        day = date(year, month, int(day_number))
    except ValueError as error:
        raise ValueError(f"“{text}” is not a day of the calendar") from error
    return Period(kind, day, day, f"{day.day} {name}")


def _months(kind: PeriodKind, year: int, first: int, last: int, label: str) -> Period:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Period(kind, date(year, first, 1), end, label)
