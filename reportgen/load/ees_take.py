"""Take the figures of one plan from the rows of an open data table, as fast as may be.

Rows of one time, version and group are taken together, one column after the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.load.candidate import Block, Counts, Figures, Value
from reportgen.load.columns import Columns
from reportgen.load.ees_plan import Plan
from reportgen.load.periods import PeriodError, read_time
from reportgen.load.reasons import EMPTY, OTHER_AREA, OTHER_GROUP, no_time, other_kind
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Standing
from reportgen.observation import Missing, Status
from reportgen.period import Period

Head = tuple[Status, str, str, *tuple[str, ...]]
"""What some rows have in common: their version, their time with its kind, and then their key."""


@dataclass
class Taker:
    """Takes the figures of one plan into `blocks`, each with the position of its first row.

    `reasons` say of every row why it has no figure; empty where it has one or was not asked for.
    """

    plan: Plan
    columns: Columns
    standings: Sequence[Standing]
    reader: ValueReader
    ranked: bool
    reasons: list[str]
    percent: bool = False
    blocks: list[tuple[int, Block]] = field(default_factory=list)
    _periods: dict[tuple[str, str], Period | str] = field(default_factory=dict)

    def take(self, head: Head, rows: Sequence[int]) -> None:
        """Take the figures of the rows of a head, given by their positions in the columns."""
        status, time, kind, *key = head
        plan, group, standings = self.plan, self.plan.group(tuple(key)), self.standings
        if group is None:
            self._leave(rows, OTHER_GROUP)
            return
        if group.pairs or not self.ranked:
            self._leave((at for at in rows if not standings[at].whole), OTHER_AREA)
            rows = [at for at in rows if standings[at].whole]
        period = self._period(time, kind)
        if isinstance(period, str):
            self._leave(rows, period)
        elif rows:
            column = plan.value or plan.numerator or ""
            found = self._figures(rows)
            self.blocks.append((rows[0], Block(plan.source, period, group, status, column, found)))

    def _leave(self, rows: Iterable[int], reason: str) -> None:
        for at in rows:
            self.reasons[at] = reason

    def _period(self, time: str, kind: str) -> Period | str:
        """Return the period of a row, or the reason why it has none; each time is read once."""
        if (time, kind) not in self._periods:
            self._periods[time, kind] = _read_time(time, kind, self.plan.source)
        return self._periods[time, kind]

    def _figures(self, rows: Sequence[int]) -> Figures:
        """Return the figures of rows; those that are only ranked need no counts."""
        standings, numbers = self.standings, self.columns.numbers
        values = self._values(rows)
        if None in values:
            self._leave((at for at, v in zip(rows, values, strict=True) if v is None), EMPTY)
            rows = [at for at, value in zip(rows, values, strict=True) if value is not None]
        whole = [at for at in rows if standings[at].whole]
        counts = dict(zip(whole, self._counts(whole), strict=True))
        return Figures(
            tuple([standings[at].code for at in rows]),
            tuple([value for value in values if value is not None]),
            tuple([numbers[at] for at in rows]),
            tuple([counts.get(at, ()) for at in rows]),
        )

    def _values(self, rows: Sequence[int]) -> Sequence[Value | None]:
        """Return the published values; or numerator by denominator, where only they are given."""
        plan, times = self.plan, self.plan.source.times
        if plan.value:
            return self._cells(plan.value, rows, times)
        tops, unders = (self._cells(n, rows) for n in (plan.numerator, plan.denominator))
        shares = map(_ratio, tops, unders)
        return [share * times if isinstance(share, Decimal) else share for share in shares]

    def _counts(self, rows: Sequence[int]) -> Iterable[Counts]:
        """Return numerator, denominator and cohort of rows; None where one is withheld."""
        columns = (
            [None if isinstance(cell, Missing) else cell for cell in self._cells(name, rows)]
            for name in (self.plan.numerator, self.plan.denominator, self.plan.cohort)
        )
        return zip(*columns, strict=True)

    def _cells(
        self, column: str | None, rows: Sequence[int], times: Decimal = Decimal(1)
    ) -> Sequence[Value | None]:
        """Return the values of a column in some rows; None where it is empty, or noted as wrong."""
        if column is None:
            return [None] * len(rows)
        texts, numbers = self.columns[column], self.columns.numbers
        cells, there = [texts[at] for at in rows], [numbers[at] for at in rows]
        if self.percent and column == self.plan.value:
            # A program that shows a share as 53.4% may have saved it so.
            cells = [text.removesuffix("%") for text in cells]
        return self.reader.values(cells, there, column, times)


def takers(
    plans: Iterable[Plan],
    columns: Columns,
    standings: Sequence[Standing],
    file: str,
    ranked: Collection[str],
) -> list[Taker]:
    """Return a taker for each plan."""
    return [
        Taker(
            plan,
            columns,
            standings,
            ValueReader(file, plan.source.symbols),
            plan.source.measure in ranked,
            [""] * len(columns.numbers),
            plan.dictionary.measures[plan.source.measure].unit.after == "%",
        )
        for plan in plans
    ]


def _read_time(time: str, kind: str, source: Source) -> Period | str:
    try:
        period = read_time(time, kind, source.day)
    except PeriodError as error:
        return no_time(error)
    fits = source.period_kind in (None, period.kind)
    return period if fits else other_kind(period.kind.value)


def _ratio(top: Value | None, under: Value | None) -> Value | None:
    """Return one count by another; withheld as soon as either is."""
    if top is None or under is None:
        return None
    if isinstance(top, Missing):
        return top
    if isinstance(under, Missing):
        return under
    return top / under if under else Missing.NOT_APPLICABLE
