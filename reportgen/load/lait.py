"""Turn the long table of the Local Authority Interactive Tool into candidates for figures.

A year label is read as the kind of year that the source gives, so that 2025 is 2024/25 where it
should be; several years drawn together are set aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from reportgen.load.areas import Areas
from reportgen.load.candidate import Blocks, Found, Reading
from reportgen.load.columns import Condition, read_columns
from reportgen.load.download import Download
from reportgen.load.forms import Form
from reportgen.load.periods import Label, PeriodError, read_label
from reportgen.load.reasons import EMPTY, NO_NUMBER, OTHER_AREA, OTHER_ITEM, no_time
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Standing, Wanted
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
    reader = _Reader(download.file, wanted, items)
    aside: Counter[str] = Counter()
    for key, count in columns.left.items():
        aside[OTHER_AREA if key in items else OTHER_ITEM] += count
    known: dict[str, Standing | None] = {}
    cells = zip(columns.numbers, *(columns[name] for name in _CELLS), strict=True)
    for row, key, years, number, text in cells:
        if number not in known:
            area = areas.of_number(number.removesuffix(".0"))
            known[number] = wanted.standing(area) if area else None
        standing = known[number]
        reason = reader.read(row, standing, key, years, text) if standing else NO_NUMBER
        if reason:
            aside[reason] += 1
    found = reader.blocks.done()
    problems = tuple(p for values in reader.values.values() for p in values.problems())
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


class _Use(NamedTuple):
    """One thing that is done with the rows of a key and a year: a source reads their values."""

    source: Source
    ranked: bool
    values: ValueReader
    into: list[Found]


@dataclass
class _Reader:
    """Goes through the rows once; what is done with a key and a label of years is found once."""

    file: str
    wanted: Wanted
    items: Mapping[str, Sequence[tuple[Source, Group]]]
    blocks: Blocks = field(default_factory=Blocks)
    values: dict[int, ValueReader] = field(default_factory=dict)
    _uses: dict[tuple[str, str], tuple[list[_Use], str]] = field(default_factory=dict)
    _labels: dict[tuple[str, PeriodKind], Label | str] = field(default_factory=dict)

    def read(self, row: int, area: Standing, key: str, years: str, text: str) -> str:
        """Add the figures of a row; return why there is none, if so."""
        if (key, years) not in self._uses:
            self._uses[key, years] = self._find(key, years)
        uses, reason = self._uses[key, years]
        taken = False
        for use in uses:
            if not area.whole and not (use.ranked and area.authority):
                reason = OTHER_AREA
                continue
            value = use.values.value(text, row, "Values")
            if value is None:
                reason = EMPTY
                continue
            if use.source.times != 1 and isinstance(value, Decimal):
                value *= use.source.times
            use.into.append(Found(area.code, value, row))
            taken = True
        return "" if taken else reason

    def _find(self, key: str, years: str) -> tuple[list[_Use], str]:
        """Return what is done with the rows of a key and a year; if nothing, why."""
        uses, reason = [], OTHER_AREA
        for source, group in self.items[key]:
            label = self._label(years, source.period_kind or PeriodKind.ACADEMIC)
            if isinstance(label, str):
                reason = label
                continue
            if id(source) not in self.values:
                self.values[id(source)] = ValueReader(self.file, source.symbols)
            into = self.blocks.into(source, label.period, group, label.status, "Values")
            ranked = self.wanted.ranks(source.measure, group)
            uses.append(_Use(source, ranked, self.values[id(source)], into))
        return uses, reason

    def _label(self, years: str, kind: PeriodKind) -> Label | str:
        """Return the period of a label, or why it is none; each label is read once."""
        if (years, kind) not in self._labels:
            try:
                self._labels[years, kind] = read_label(years, kind)
            except PeriodError as error:
                self._labels[years, kind] = no_time(error)
        return self._labels[years, kind]
