"""Hold what a reader found in one table: figures that may be used, and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.errors import Problem
from reportgen.load.sources import Source
from reportgen.measures import Group
from reportgen.observation import Missing, Status
from reportgen.period import Period

Value = Decimal | Missing


class Found(NamedTuple):
    """One figure: the code its area has today, its value, its row, and the counts behind it."""

    area: str
    value: Value
    row: int
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cohort: Decimal | None = None


Counts = tuple[Decimal | None, ...]
"""Numerator, denominator and cohort; nothing at all where a figure is wanted for a rank alone."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures as columns of one length; each is made only when it is looked at."""

    areas: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    rows: tuple[int, ...] = ()
    counts: tuple[Counts, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Found]) -> Figures:
        """Return figures as columns."""
        return cls(*zip(*((i.area, i.value, i.row, i[3:]) for i in found), strict=True))

    def __len__(self) -> int:
        return len(self.areas)

    def __iter__(self) -> Iterator[Found]:
        columns = zip(self.areas, self.values, self.rows, self.counts, strict=True)
        return (Found(area, value, row, *counts) for area, value, row, counts in columns)

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.areas + other.areas,
            self.values + other.values,
            self.rows + other.rows,
            self.counts + other.counts,
        )

    def of_areas(self, codes: Container[str]) -> Iterator[Found]:
        """Yield the figures of some areas, ordered by their codes."""
        wanted = [(area, at) for at, area in enumerate(self.areas) if area in codes]
        for area, at in sorted(wanted):
            yield Found(area, self.values[at], self.rows[at], *self.counts[at])


@dataclass(frozen=True, slots=True)
class Block:
    """The figures that one table gives of a measure for one period, group and version."""

    source: Source
    period: Period
    group: Group
    status: Status
    column: str
    found: Figures

    @property
    def head(self) -> tuple[str, int, Period, Group, Status, str]:
        """What the block is about; no two blocks of a table agree in it."""
        source = self.source
        return (source.measure, source.rank, self.period, self.group, self.status, self.column)


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks in their order, the figures of those with one head under the first."""
    alike: dict[tuple[str, int, Period, Group, Status, str], Block] = {}
    for block in blocks:
        first = alike.setdefault(block.head, block)
        if first is not block:
            alike[block.head] = replace(first, found=first.found + block.found)
    return tuple(alike.values())


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one table: of its `rows`, those with figures, and the rest by reason.

    `counted` are the rows of a list in which a figure rests on many rows at once.
    """

    file: str
    form: str
    rows: int
    blocks: tuple[Block, ...] = ()
    aside: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    counted: frozenset[int] = frozenset()

    @property
    def newest(self) -> str:
        """The last day that any figure is about, to tell a newer edition from an older."""
        return max((block.period.end.isoformat() for block in self.blocks), default="")


@dataclass(frozen=True, slots=True)
class FileAccount:
    """What became of the rows of one file: `rows` = `used` + all of `aside`."""

    file: str
    form: str
    rows: int
    used: int
    aside: tuple[tuple[str, int], ...] = ()
    remarks: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        set_aside = "; ".join(f"{count:,} {reason}" for reason, count in self.aside)
        return f"{self.file}: {self.rows:,} rows read, {self.used:,} used" + (
            f"; set aside: {set_aside}" if set_aside else ""
        )


def ordered(aside: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return reasons with their counts, the commonest first."""
    return tuple(sorted(Counter(aside).items(), key=lambda item: (-item[1], item[0])))
