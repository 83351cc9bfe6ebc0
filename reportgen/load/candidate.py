"""Hold what a reader found in one table: figures that may be used, and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.errors import Problem
from reportgen.load.sources import Source
from reportgen.measures import Group
from reportgen.observation import Missing, Status
from reportgen.period import Period

Value = Decimal | Missing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure found in a file, before it is known whether another file has it newer or better.

    `area` is the code that the area has today, and `row` and `column` its cell.
    """

    source: Source
    area: str
    period: Period
    group: Group
    value: Value
    row: int
    column: str
    status: Status = "final"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cohort: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one table: of its `rows`, those with candidates, and the rest by reason.

    `counted` are the rows of a list in which a figure rests on many rows at once.
    `remarks` say what the table has that could not be read, and what to do about it.
    """

    file: str
    form: str
    rows: int
    candidates: tuple[Candidate, ...] = ()
    aside: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    counted: frozenset[int] = frozenset()

    @property
    def taken(self) -> frozenset[int]:
        """The rows that candidates rest on; where rows are counted, all that were."""
        return self.counted or frozenset(candidate.row for candidate in self.candidates)


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
            f", set aside: {set_aside}" if set_aside else ""
        )


def ordered(aside: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return reasons with their counts, the commonest first."""
    return tuple(sorted(Counter(aside).items(), key=lambda item: (-item[1], item[0])))
