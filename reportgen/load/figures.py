"""Turn figures in our own tidy form into observations.

One row is one number. What cannot be read is a problem with its row; all of a sheet are gathered.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar, cast, get_args

from reportgen.area import Area, Comparators
from reportgen.errors import Place, Problem, did_you_mean
from reportgen.facts import Cell, Missing, Observation, Status
from reportgen.load.areas import Areas
from reportgen.load.cells import CellError, read_count, read_value
from reportgen.load.dictionary import NEEDED, RESERVED
from reportgen.load.places import read_area
from reportgen.load.possible import impossible
from reportgen.load.sheet import Row, Sheet, column_problems, unknown_columns
from reportgen.measures import Dictionary, Dimension, Group, Measure
from reportgen.period import UNDATED, Period, PeriodKind, read_period

T = TypeVar("T")
EVERYONE_WORDS: Final = ("", "all", "total", "everyone")
NO_AREAS: Final = Areas()
_SHORT_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name}


def read_tidy(
    sheet: Sheet, dictionary: Dictionary, comparators: Comparators, areas: Areas = NO_AREAS
) -> tuple[list[Observation], list[Problem]]:
    """Return the figures of a sheet in our own form, and what is wrong with the rest."""
    problems = list(sheet.problems)
    known = [*RESERVED, *dictionary.dimensions]
    otherwise = "remove it, or describe it as a group in sections/measures.toml"
    problems += column_problems(sheet, NEEDED, known, otherwise)
    if any(name not in sheet.columns for name in NEEDED):
        return [], problems
    found: list[Observation] = []
    for row in sheet.rows:
        if row["measure"].casefold() == "measure":
            hint = "remove the row"
            place = Place(sheet.file, row.number)
            problems.append(Problem("the column names stand here a second time", place, hint))
            continue
        reader = _RowReader(sheet.file, row, dictionary, comparators, areas, [])
        observation = reader.read()
        problems += reader.problems if len(reader.problems) < 4 else [_no_figure(reader)]
        if observation:
            found.append(observation)
    # Where a group has another name, every row would pass for one of everyone.
    whole = not unknown_columns(sheet, known)
    return found if whole else [], _drawn_together(problems)


def _drawn_together(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with those that say the same of many rows drawn together at the first."""
    alike: dict[tuple[str | None, str], list[Problem]] = {}
    for problem in problems:
        column = problem.place.column if problem.place else None
        alike.setdefault((column, problem.what), []).append(problem)
    out = []
    for same in alike.values():
        if len(same) <= 3:
            out += same
        else:
            what = f"{same[0].what} (and in {len(same) - 1:,} more rows)"
            out.append(replace(same[0], what=what))
    return out


def in_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return figures in the order of what they are about, whatever order files had them in."""
    return tuple(
        sorted(
            observations,
            key=lambda o: (
                o.measure.id,
                o.area.code,
                o.period.kind.value,
                o.period.start,
                o.period.end,
                o.group.pairs,
            ),
        )
    )


@dataclass
class _RowReader:
    """Reads one row, noting what is wrong with each of its cells."""

    file: str
    row: Row
    dictionary: Dictionary
    comparators: Comparators
    areas: Areas
    problems: list[Problem]

    def read(self) -> Observation | None:
        measure = self._known("measure", self.dictionary.measures)
        area = self._area()
        period = self._period()
        group = self._group()
        value = self._cell("value", lambda text: self._value(text, measure))
        counts = {name: self._cell(name, read_count) for name in ("numerator", "denominator")}
        cohort = self._cell("cohort", read_count)
        status = self._status()
        if not self.row["source"]:
            self._wrong("source", "the cell is empty", "say who published the figure, and where")
        if self.problems:
            return None
        assert measure
        assert area
        assert period
        assert value is not None
        return Observation(
            measure,
            area,
            period,
            group,
            value,
            Cell(self.file, self.row.number, "value"),
            counts["numerator"],
            counts["denominator"],
            cohort,
            status,
            self.row["source"],
            self.row["note"],
            self.row["query"],
        )

    def _known(self, column: str, options: Mapping[str, Measure]) -> Measure | None:
        word = self.row[column]
        if word in options:
            return options[word]
        listed = "every measure is described in sections/measures.toml"
        hint = did_you_mean(word, options, listed)
        self._wrong(column, f"the measure “{word}” is not known" if word else "empty", hint)
        return None

    def _area(self) -> Area | None:
        code, name = self.row["area_code"], self.row["area"]
        return self._try("area_code", lambda: read_area(code, name, self.comparators, self.areas))

    def _period(self) -> Period | None:
        text, word = self.row["period"], self.row["period_kind"].casefold()
        kinds = [kind.value for kind in PeriodKind]
        if word not in kinds:
            hint = did_you_mean(word, kinds, "write one of: " + ", ".join(kinds))
            what = f"“{self.row['period_kind']}” is not a kind of period" if word else "empty"
            self._wrong("period_kind", what, hint)
            return None
        kind = PeriodKind(word)
        if kind is PeriodKind.UNDATED and not text:
            return UNDATED
        try:
            return read_period(text, kind)
        except ValueError as error:
            self._wrong("period", str(error) if text else "empty", _excel_hint(text))
            return None

    def _group(self) -> Group:
        pairs = []
        for name, dimension in self.dictionary.dimensions.items():
            word = self.row[name].casefold()
            if word in EVERYONE_WORDS:
                continue
            member = find_member(dimension, word)
            if member:
                pairs.append((name, member))
                continue
            names = [option.name for option in dimension.members]
            hint = did_you_mean(word, names, "write one of: " + ", ".join(names))
            self._wrong(name, f"“{self.row[name]}” is not known", f"{hint} (empty for everyone)")
        return Group(tuple(sorted(pairs)))

    def _status(self) -> Status:
        word = self.row["status"].casefold()
        options = get_args(Status)
        if word and word not in options:
            hint = did_you_mean(word, options, "write one of: " + ", ".join(options))
            self._wrong("status", f"“{self.row['status']}” is not a status", hint)
        return cast(Status, word or "final")

    def _value(self, text: str, measure: Measure | None) -> Decimal | Missing:
        """Return a value in the unit of its measure, once it is known to be possible."""
        if measure and measure.unit.after == "%" and text.endswith("%"):
            text = text.removesuffix("%")
        value = read_value(text)
        if measure and isinstance(value, Decimal) and (wrong := impossible(measure, value)):
            raise CellError(*wrong)
        return value

    def _cell(self, column: str, read: Callable[[str], T]) -> T | None:
        return self._try(column, lambda: read(self.row[column]))

    def _try(self, column: str, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except CellError as error:
            self._wrong(column, error.what, error.hint)
        except ValueError as error:
            self._wrong(column, str(error))
        return None

    def _wrong(self, column: str, what: str, hint: str = "") -> None:
        what = f"the {column} is empty" if what in ("empty", "the cell is empty") else what
        self.problems.append(Problem(what, Place(self.file, self.row.number, column), hint))


def _no_figure(reader: _RowReader) -> Problem:
    """Return one problem for a row in which nearly everything is wrong, such as a total."""
    what = "; ".join(problem.what for problem in reader.problems)
    place = Place(reader.file, reader.row.number)
    return Problem(f"this is no row of figures: {what}", place, "remove it, or fill in each column")


def _excel_hint(text: str) -> str:
    """Return what to do about a period that Excel has turned into a date of its own."""
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        return _as_day(int(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})-([A-Za-z]{3})-(\d{2}|\d{4})", text):
        month = _SHORT_MONTHS.get(found[2].casefold())
        if month:
            return _as_day(2000 + int(found[3]) % 100, month, int(found[1]))
    if re.fullmatch(r"[A-Za-z]{3}-\d{2}|\d{1,2}-[A-Za-z]{3}|\d{5}(\.\d+)?", text):
        return "Excel has made a date of it: format the column as Text and type the period again"
    return ""


def _as_day(year: int, month: int, day: int) -> str:
    """Return how to write a day that Excel has rewritten."""
    written = f"{year}-{month:02d}-{day:02d}"
    return f"write a day as {written}, and a year as 2019/20; format the column as Text in Excel"


def find_member(dimension: Dimension, word: str) -> str | None:
    """Return the id of the member that a word names (id, name or alias, any case), or None."""
    wanted = word.casefold()
    for member in dimension.members:
        if wanted in map(str.casefold, (member.id, member.name, *member.aliases)):
            return member.id
    return None
