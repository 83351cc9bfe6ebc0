"""Hold what a reader found in one table: figures that may be used, and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Block:
    """The figures that one table gives of a measure for one period, group and version."""

    source: Source
    period: Period
    group: Group
    status: Status
    column: str
    found: tuple[Found, ...]


@dataclass
class Blocks:
    """Gathers figures into blocks while a table is read."""

    _lists: dict[tuple[int, int, int, str], list[Found]] = field(default_factory=dict)
    _heads: dict[tuple[int, int, int, str], tuple[Source, Period, Group, Status, str]] = field(
        default_factory=dict
    )

    def into(
        self, source: Source, period: Period, group: Group, status: Status, column: str
    ) -> list[Found]:
        """Return the list that figures of one block go into."""
        key = (id(source), id(period), id(group), status)
        if key not in self._lists:
            self._lists[key] = []
            self._heads[key] = (source, period, group, status, column)
        return self._lists[key]

    def add(
        self, source: Source, period: Period, group: Group, status: Status, column: str, item: Found
    ) -> None:
        """Add a figure. Periods and groups that are one object fall into one block at once."""
        self.into(source, period, group, status, column).append(item)

    def done(self) -> tuple[Block, ...]:
        """Return the blocks, those of equal heads joined."""
        joined: dict[tuple[str, int, Period, Group, Status, str], list[Found]] = {}
        sources: dict[tuple[str, int], Source] = {}
        for key, (source, period, group, status, column) in self._heads.items():
            sources[source.measure, source.rank] = source
            head = (source.measure, source.rank, period, group, status, column)
            joined.setdefault(head, []).extend(self._lists[key])
        return tuple(
            Block(sources[measure, rank], period, group, status, column, tuple(found))
            for (measure, rank, period, group, status, column), found in joined.items()
        )


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
