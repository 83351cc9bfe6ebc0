"""Turn the long table of the Local Authority Interactive Tool into candidates for figures.

A year label is read as the kind of year that the source gives, so that 2025 is 2024/25 where it
should be; several years drawn together are set aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.errors import Problem
from reportgen.load.areas import Areas, KnownArea
from reportgen.load.candidate import Blocks, Found, Reading
from reportgen.load.columns import Condition, read_columns
from reportgen.load.download import Download
from reportgen.load.forms import Form
from reportgen.load.periods import Label, PeriodError, read_label
from reportgen.load.reasons import EMPTY, NO_NUMBER, OTHER_AREA, OTHER_ITEM
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Wanted
from reportgen.measures import Group
from reportgen.period import PeriodKind

_CELLS = ("short desc", "years", "la number", "values")


def read_lait(
    download: Download, sources: Sequence[Source], areas: Areas, wanted: Wanted
) -> Reading:
    """Return what the long table holds of the items that the sources name."""
    items: dict[str, list[tuple[Source, Group]]] = {}
    for source in sources:
        for key, group in source.items.items():
            items.setdefault(key, []).append((source, group))
    wanted_rows = _conditions(items, areas, wanted)
    columns = read_columns(download, _CELLS, wanted_rows, by="short desc")
    reader = _Reader(download.file, wanted)
    aside: Counter[str] = Counter()
    for key, count in columns.left.items():
        aside[OTHER_AREA if key in items else OTHER_ITEM] += count
    known: dict[str, KnownArea | None] = {}
    cells = zip(columns.numbers, *(columns[name] for name in _CELLS), strict=True)
    for row, key, years, number, text in cells:
        if number not in known:
            known[number] = areas.of_number(number.removesuffix(".0"))
        area = known[number]
        reason = reader.read(row, area, items[key], years, text) if area else NO_NUMBER
        if reason:
            aside[reason] += 1
    found = reader.blocks.done()
    problems = reader.problems()
    return Reading(download.file, Form.LAIT.words, columns.total, found, +aside, problems)


def _conditions(
    items: Mapping[str, Sequence[tuple[Source, Group]]], areas: Areas, wanted: Wanted
) -> list[Condition]:
    """Return which rows to read: those of the areas wanted, and of everyone for ranks."""
    if wanted.everything:
        return [{"short desc": items.__contains__}]
    codes = {item.number for item in areas.known if wanted.whole(item)}
    ranked = {
        key
        for key, uses in items.items()
        if any(wanted.ranks(source.measure, group) for source, group in uses)
    }
    return [
        {"short desc": items.__contains__, "la number": lambda n: n.removesuffix(".0") in codes},
        {"short desc": ranked.__contains__},
    ]


@dataclass
class _Reader:
    """Goes through the rows once, reading each label of years once."""

    file: str
    wanted: Wanted
    blocks: Blocks = field(default_factory=Blocks)
    _values: dict[int, ValueReader] = field(default_factory=dict)
    _labels: dict[tuple[str, PeriodKind | None], Label | str] = field(default_factory=dict)

    def read(
        self,
        row: int,
        area: KnownArea,
        items: Sequence[tuple[Source, Group]],
        years: str,
        text: str,
    ) -> str:
        """Add the candidates of a row; return why there is none, if so."""
        reason = OTHER_AREA
        taken = False
        for source, group in items:
            if not self.wanted.figure(area, source.measure, group):
                continue
            label = self._label(years, source.period_kind)
            if isinstance(label, str):
                reason = label
                continue
            value = self._reader(source).value(text, row, "Values")
            if value is None:
                reason = EMPTY
                continue
            if isinstance(value, Decimal):
                value *= source.times
            item = Found(area.area.code, value, row)
            self.blocks.add(source, label.period, group, label.status, "Values", item)
            taken = True
        return "" if taken else reason

    def _label(self, years: str, kind: PeriodKind | None) -> Label | str:
        key = (years, kind)
        if key not in self._labels:
            try:
                self._labels[key] = read_label(years, kind or PeriodKind.ACADEMIC)
            except PeriodError as error:
                self._labels[key] = f"of a time that cannot be read: {error}"
        return self._labels[key]

    def _reader(self, source: Source) -> ValueReader:
        return self._values.setdefault(id(source), ValueReader(self.file, source.symbols))

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the values."""
        return tuple(problem for reader in self._values.values() for problem in reader.problems())
