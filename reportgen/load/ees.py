"""Turn open data of Explore education statistics into candidates for figures.

Columns are read by name, in any order. Every filter that a source does not name is pinned to its
total; where there is no total the reader says so, and never adds rows up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.load.areas import Areas, KnownArea
from reportgen.load.candidate import Blocks, Found, Reading, Value
from reportgen.load.cells import PUBLISHED, CellError, read_published
from reportgen.load.columns import Columns, Condition, read_columns, sample
from reportgen.load.download import Download
from reportgen.load.ees_plan import Filters, Plan, is_total, make_plans
from reportgen.load.forms import Form, fold_column
from reportgen.load.periods import PeriodError, read_time
from reportgen.load.reasons import EMPTY, NO_AREA, NO_MEASURE, OTHER_AREA, OTHER_GROUP, level
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Wanted
from reportgen.measures import Dictionary, Group
from reportgen.observation import Missing, Status
from reportgen.period import Period

LEVELS = ("National", "Regional", "Local authority")
_PLACE = ("geographic_level", "region_code", "region_name", "old_la_code", "new_la_code")
_TIME = ("time_period", "time_identifier")
_NOT_FILTERS = {*_PLACE, *_TIME, "country_code", "country_name", "la_name", "version"}
_NOTHING = {"na", "nan", "n/a", "n.a.", "null", "none"}
_STATUS: Mapping[str, Status] = {
    "": "final",
    "provisional": "provisional",
    "revised": "revised",
    "final": "final",
}


def read_ees(
    download: Download,
    sources: Sequence[Source],
    dictionary: Dictionary,
    areas: Areas,
    wanted: Wanted,
) -> Reading:
    """Return what one open data table holds of the measures that the sources look for there.

    `sources` are those that the table can serve.
    """
    have = tuple(map(fold_column, download.columns))
    counts = {name for source in sources for name in source.counts} & set(have)
    filters = find_filters(download, have, counts)
    needed = {name for source in sources for name in _columns_of(source, have)}
    names = needed | ({*_PLACE, *_TIME, "version", *filters.columns} & set(have))
    rows = _conditions(sources, filters, areas, wanted, names)
    columns = read_columns(download, sorted(names), rows, by="geographic_level")
    plans, remarks = make_plans(sources, filters, columns, have, dictionary, download.file)
    reader = _Reader(download.file, columns, areas, wanted)
    reader.read(plans)
    for name, count in columns.left.items():
        reader.aside[OTHER_AREA if name in LEVELS else level(name)] += count
    return Reading(
        download.file,
        Form.EES.words,
        columns.total,
        reader.blocks.done(),
        reader.aside,
        tuple(p for values in reader.values.values() for p in values.problems()),
        tuple(remarks),
    )


def _conditions(
    sources: Sequence[Source],
    filters: Filters,
    areas: Areas,
    wanted: Wanted,
    names: Collection[str],
) -> list[Condition]:
    """Return which rows to read: all of England, regions and the authorities wanted, and of the
    other authorities those about everyone, for the ranks.
    """
    if wanted.everything:
        return [{"geographic_level": LEVELS.__contains__}]
    numbers = {item.number for item in areas.known if wanted.whole(item)}
    codes = {item.area.code for item in areas.known if item.number in numbers}
    here: list[Condition] = [{"geographic_level": LEVELS[:2].__contains__}]
    for name, known in (("old_la_code", numbers), ("new_la_code", codes)):
        if name in names:
            here.append({"geographic_level": LEVELS[2].__eq__, name: known.__contains__})
    if any(source.measure in wanted.ranked for source in sources):
        named = {text for source in sources for texts in source.where.values() for text in texts}

        def whole(text: str) -> bool:
            return not text or is_total(text) or text.casefold() in named

        everyone = dict.fromkeys(filters.columns, whole)
        here.append({"geographic_level": LEVELS[2].__eq__, **everyone})
    return here


def find_filters(download: Download, have: Sequence[str], counts: Collection[str]) -> Filters:
    """Return the columns that divide the rows: those whose cells are words, going by a sample.

    `counts` are columns of numbers whatever stands in them.
    """
    rows = sample(download)
    words = [
        name
        for at, name in enumerate(have)
        if name not in _NOT_FILTERS
        and name not in counts
        and not name.endswith(("_code", "_name"))
        and any(at < len(row) and _is_word(row[at]) for row in rows)
    ]
    return Filters.of(words)


def _is_word(text: str) -> bool:
    """Return whether a cell is a word: no number, no symbol, and none of the signs for nothing."""
    try:
        read_published(text, PUBLISHED)
    except CellError:
        return text.strip().casefold() not in _NOTHING
    return False


def _columns_of(source: Source, have: Iterable[str]) -> set[str]:
    named = {*source.counts, *source.where, *source.having, *source.lacking}
    named |= {name for names in source.groups.values() for name in names}
    return named & set(have)


@dataclass
class _Reader:
    """Goes through the rows once, with every plan."""

    file: str
    columns: Columns
    areas: Areas
    wanted: Wanted
    blocks: Blocks = field(default_factory=Blocks)
    aside: Counter[str] = field(default_factory=Counter)
    values: dict[int, ValueReader] = field(default_factory=dict)
    _periods: dict[tuple[str, str, str], Period | str] = field(default_factory=dict)

    def read(self, plans: Sequence[Plan]) -> None:
        count = len(self.columns.numbers)
        blank = [""] * count
        place = zip(*(self.columns.cells.get(name, blank) for name in _PLACE), strict=True)
        time = zip(*(self.columns[name] for name in _TIME), strict=True)
        versions = self.columns.cells.get("version", blank)
        known: dict[tuple[str, ...], KnownArea | None] = {}
        for index, (where, when, version) in enumerate(zip(place, time, versions, strict=True)):
            if where not in known:
                known[where] = self._area(*where)
            area = known[where]
            reason = self._row(index, area, when, version, plans) if area else NO_AREA
            if reason:
                self.aside[reason] += 1

    def _area(self, scale: str, region: str, name: str, old: str, new: str) -> KnownArea | None:
        if scale == "National":
            return self.areas.of_code("E92000001")
        if scale == "Regional":
            return self.areas.region(region, name)
        return self.areas.authority(old, new)

    def _row(
        self,
        index: int,
        area: KnownArea,
        when: tuple[str, ...],
        version: str,
        plans: Sequence[Plan],
    ) -> str:
        """Take from a row what each plan looks for; return why it is set aside, if it is."""
        if not self.wanted.area(area):
            return OTHER_AREA
        status = _STATUS.get(version.casefold())
        if status is None:
            return f"of the version “{version}”"
        reason = "" if plans else NO_MEASURE
        taken = False
        for plan in plans:
            group = plan.group(index)
            if group is None:
                reason = reason or OTHER_GROUP
            elif not self.wanted.figure(area, plan.source.measure, group):
                reason = OTHER_AREA
            else:
                problem = self._take(plan, index, area, when, group, status)
                taken, reason = taken or not problem, problem or reason
        return "" if taken else reason

    def _take(
        self,
        plan: Plan,
        index: int,
        area: KnownArea,
        when: tuple[str, ...],
        group: Group,
        status: Status,
    ) -> str:
        """Add the candidate of a row; return why there is none, if so."""
        period = self._period(when[0], when[1], plan.source.day)
        if isinstance(period, str):
            return period
        row = self.columns.numbers[index]
        value = self._value(plan, index, row)
        if value is None:
            return EMPTY
        item = Found(area.area.code, value, row)
        if self.wanted.whole(area):
            counts = (plan.numerator, plan.denominator, plan.cohort)
            item = Found(*item[:3], *(self._count(plan, name, index, row) for name in counts))
        column = plan.value or plan.numerator or ""
        self.blocks.add(plan.source, period, group, status, column, item)
        return ""

    def _period(self, digits: str, identifier: str, day: str) -> Period | str:
        key = (digits, identifier, day)
        if key not in self._periods:
            try:
                self._periods[key] = read_time(digits, identifier, day)
            except PeriodError as error:
                self._periods[key] = f"of a time that cannot be read: {error}"
        return self._periods[key]

    def _reader(self, plan: Plan) -> ValueReader:
        key = id(plan)
        if key not in self.values:
            self.values[key] = ValueReader(self.file, plan.source.symbols)
        return self.values[key]

    def _value(self, plan: Plan, index: int, row: int) -> Value | None:
        """Return the published value; or numerator by denominator, where only they are given."""
        reader = self._reader(plan)
        if plan.value:
            value = reader.value(self.columns[plan.value][index], row, plan.value)
        else:
            assert plan.numerator
            assert plan.denominator
            top = reader.value(self.columns[plan.numerator][index], row, plan.numerator)
            under = reader.value(self.columns[plan.denominator][index], row, plan.denominator)
            value = _ratio(top, under)
        return value * plan.source.times if isinstance(value, Decimal) else value

    def _count(self, plan: Plan, column: str | None, index: int, row: int) -> Decimal | None:
        return (
            self._reader(plan).count(self.columns[column][index], row, column) if column else None
        )


def _ratio(top: Value | None, under: Value | None) -> Value | None:
    """Return one count by another; withheld as soon as either is."""
    if top is None or under is None:
        return None
    if isinstance(top, Missing):
        return top
    if isinstance(under, Missing):
        return under
    return top / under if under else Missing.NOT_APPLICABLE
