"""Turn the time columns of published files into typed periods.

A label that could mean two kinds of year is read as the data set says, never by its look: LAIT's
2025 is the academic year 2024/25 where the measure is of academic years.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from reportgen.observation import Status
from reportgen.period import Period, PeriodKind, read_period

_TWO_YEARS = {
    "academic year": PeriodKind.ACADEMIC,
    "financial year": PeriodKind.FINANCIAL,
    "tax year": PeriodKind.FINANCIAL,
}
_TERMS = ("autumn term", "spring term", "summer term")
_TWO_TERMS = ("autumn and spring term", "autumn and spring terms")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}


class PeriodError(ValueError):
    """A label of time that cannot be read, with the reason."""


def read_time(time_period: str, identifier: str, day: str = "") -> Period:
    """Return the period of an open data row: ("201920", "Academic year") is 2019/20.

    `day` completes a reporting year: "31 March", "January" or "mid". Raises `PeriodError` if the
    digits do not fit the identifier, or the identifier is not one that is known.
    """
    kind = " ".join(identifier.casefold().split())
    digits = time_period.strip()
    try:
        if kind in _TWO_YEARS:
            return read_period(_six(digits), _TWO_YEARS[kind])
        if kind in _TERMS:
            first = int(_six(digits)[:4])
            year = first if kind.startswith("autumn") else first + 1
            return read_period(f"{kind} {year}", PeriodKind.TERM)
        if kind in _TWO_TERMS:
            return _two_terms(_six(digits))
        if found := re.fullmatch(r"(?:financial year|tax year) q([1-4])", kind):
            return _financial_quarter(int(_six(digits)[:4]), int(found[1]))
        if kind == "calendar year":
            return read_period(_four(digits), PeriodKind.CALENDAR)
        if kind == "reporting year":
            return _reporting_year(_four(digits), day)
        if kind in _MONTHS:
            return read_period(f"{identifier.strip()} {_four(digits)}", PeriodKind.MONTH)
        if found := re.fullmatch(r"week (\d{1,2})", kind):
            return _week(int(_four(digits)), int(found[1]))
    except ValueError as error:
        raise PeriodError(f"“{digits}” with “{identifier}”: {error}") from error
    raise PeriodError(f"“{identifier}” is not a kind of time that reportgen knows")


def _six(digits: str) -> str:
    """Return six digits of two years; the interface for programs writes them 2019/20."""
    found = re.fullmatch(r"([0-9]{4})[/\-]?([0-9]{2})", digits)
    if not found:
        raise PeriodError("six digits such as 201920 are wanted")
    return found[1] + found[2]


def _four(digits: str) -> str:
    if not re.fullmatch(r"[0-9]{4}", digits):
        raise PeriodError("four digits such as 2020 are wanted")
    return digits


def _two_terms(digits: str) -> Period:
    year = read_period(digits, PeriodKind.ACADEMIC)
    end = date(year.start.year + 1, 4, 30)
    return Period(PeriodKind.TERM, year.start, end, f"autumn and spring terms {year.label}")


def _financial_quarter(year: int, quarter: int) -> Period:
    calendar_quarter, later = (quarter % 4) + 1, quarter == 4
    return read_period(f"{year + later} Q{calendar_quarter}", PeriodKind.QUARTER)


def _reporting_year(year: str, day: str) -> Period:
    if day == "mid":
        return read_period(f"mid-{year}", PeriodKind.AS_AT)
    return read_period(f"{day} {year}".strip(), PeriodKind.AS_AT)


def _week(year: int, week: int) -> Period:
    first, last = date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    return Period(PeriodKind.AS_AT, first, last, f"week {week} of {year}")


@dataclass(frozen=True, slots=True)
class Label:
    """A period with the status that its label gives: "2025 (prov)"."""

    period: Period
    status: Status = "final"


_STATUS: dict[str, Status] = {
    "prov": "provisional",
    "provisional": "provisional",
    "rev": "revised",
    "revised": "revised",
    "final": "final",
    "ot": "final",
}
LAIT_KINDS = {
    "academic year": PeriodKind.ACADEMIC,
    "financial year": PeriodKind.FINANCIAL,
    "calendar year": PeriodKind.CALENDAR,
    "annual": PeriodKind.CALENDAR,
    "annual (end of sept)": PeriodKind.AS_AT,
    "annual - january": PeriodKind.CENSUS,
}
"""LAIT's kinds of year, as its dictionary names them."""


def read_label(text: str, kind: PeriodKind) -> Label:
    """Return the period of one of LAIT's labels: "2025", "2023/24", "2024-25 (OT)".

    One year stands for the academic or financial year that ends in it. Raises `PeriodError` for
    several years drawn together and for what is no year.
    """
    found = re.fullmatch(r"([0-9/\-]+)(?: ?\(([A-Za-z]+)\))?", text.strip())
    status = _STATUS.get((found[2] or "final").casefold()) if found else None
    if not found or not status:
        raise PeriodError(f"“{text}” is not a year")
    years = found[1]
    if re.fullmatch(r"(19|20)[0-9]{2}", years) and kind in _TWO_YEARS.values():
        years = f"{int(years) - 1}/{int(years) % 100:02d}"
    if kind is PeriodKind.AS_AT:
        years = f"30 September {years}"
    elif kind is PeriodKind.CENSUS:
        years = f"January {years}"
    try:
        return Label(read_period(years, kind), status)
    except ValueError as error:
        raise PeriodError(f"“{text}” is not one {kind.value}") from error
