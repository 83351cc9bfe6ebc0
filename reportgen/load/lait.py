"""Turn the long table of the Local Authority Interactive Tool into candidates for figures.

A year label is read as the kind of year that the source gives, so that 2025 is 2024/25 where it
should be; several years drawn together are set aside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.load.areas import Areas
from reportgen.load.candidate import Block, Figures, Reading, Value, joined
from reportgen.load.columns import Columns, Condition, read_columns
from reportgen.load.download import Download
from reportgen.load.forms import Form
from reportgen.load.periods import Label, PeriodError, read_label
from reportgen.load.reasons import EMPTY, NO_NUMBER, OTHER_AREA, OTHER_ITEM, no_time
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import NOWHERE, Standing, Wanted
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
    aside: Counter[str] = Counter()
    for key, count in columns.left.items():
        aside[OTHER_AREA if key in items else OTHER_ITEM] += count
    standings = _standings(columns, areas, wanted)
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    heads = zip(columns["short desc"], columns["years"], strict=True)
    for at, (head, standing) in enumerate(zip(heads, standings, strict=True)):
        if standing is NOWHERE:
            aside[NO_NUMBER] += 1
        else:
            alike[head].append(at)
    reader = _Reader(columns, standings, download.file, wanted, items, aside)
    for (key, years), rows in alike.items():
        reader.take(key, years, rows)
    return Reading(
        download.file,
        Form.LAIT.words,
        columns.total,
        joined(reader.blocks),
        +aside,
        tuple(p for values in reader.values.values() for p in values.problems()),
    )


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


def _standings(columns: Columns, areas: Areas, wanted: Wanted) -> list[Standing]:
    """Return what the area of each row is to the report; each number is looked up once."""
    numbers = columns["la number"]
    known = {n: wanted.standing(areas.of_number(n.removesuffix(".0"))) for n in set(numbers)}
    return [known[number] for number in numbers]


@dataclass
class _Reader:
    """Takes rows of one key and one label of years together."""

    columns: Columns
    standings: Sequence[Standing]
    file: str
    wanted: Wanted
    items: Mapping[str, Sequence[tuple[Source, Group]]]
    aside: Counter[str]
    blocks: list[Block] = field(default_factory=list)
    values: dict[int, ValueReader] = field(default_factory=dict)
    _labels: dict[tuple[str, PeriodKind], Label | str] = field(default_factory=dict)

    def take(self, key: str, years: str, rows: Sequence[int]) -> None:
        """Take the figures of rows; count by reason those of which nothing is taken."""
        uses, reason = [], OTHER_AREA
        for source, group in self.items[key]:
            label = self._label(years, source.period_kind or PeriodKind.ACADEMIC)
            if isinstance(label, str):
                reason = label
            else:
                uses.append((source, group, label))
        reasons = dict.fromkeys(rows, reason)
        taken = {at for use in uses for at in self._block(*use, rows, reasons)}
        self.aside.update(reasons[at] for at in rows if at not in taken)

    def _block(
        self,
        source: Source,
        group: Group,
        label: Label,
        rows: Sequence[int],
        reasons: dict[int, str],
    ) -> Sequence[int]:
        """Add the figures of a source as a block; return the positions of their rows."""
        standings, numbers = self.standings, self.columns.numbers
        ranked = self.wanted.ranks(source.measure, group)
        reasons.update(dict.fromkeys(rows, OTHER_AREA))
        rows = [at for at in rows if standings[at].whole or (ranked and standings[at].authority)]
        values = self._values(source, rows)
        if None in values:
            empty = (at for at, value in zip(rows, values, strict=True) if value is None)
            reasons.update(dict.fromkeys(empty, EMPTY))
            rows = [at for at, value in zip(rows, values, strict=True) if value is not None]
        found = Figures(
            tuple([standings[at].code for at in rows]),
            tuple([value for value in values if value is not None]),
            tuple([numbers[at] for at in rows]),
            ((),) * len(rows),
        )
        self.blocks.append(Block(source, label.period, group, label.status, "Values", found))
        return rows

    def _values(self, source: Source, rows: Sequence[int]) -> Sequence[Value | None]:
        """Return the values of a source in some rows; None where a cell is empty, or is wrong."""
        if id(source) not in self.values:
            self.values[id(source)] = ValueReader(self.file, source.symbols)
        texts, numbers = self.columns["values"], self.columns.numbers
        cells, there = [texts[at] for at in rows], [numbers[at] for at in rows]
        return self.values[id(source)].values(cells, there, "Values", source.times)

    def _label(self, years: str, kind: PeriodKind) -> Label | str:
        """Return the period of a label, or why it is none; each label is read once."""
        if (years, kind) not in self._labels:
            try:
                self._labels[years, kind] = read_label(years, kind)
            except PeriodError as error:
                self._labels[years, kind] = no_time(error)
        return self._labels[years, kind]
