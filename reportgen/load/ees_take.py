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

Row = tuple[int, Standing]
"""The position of a row in the columns, and its area."""

Head = tuple[tuple[str, ...], Status, tuple[str, ...]]
"""What some rows have in common: their time with its kind, their version and their key."""


@dataclass
class Taker:
    """Takes the figures of one plan into `blocks`, each with the position of its first row.

    `reasons` say of every row why it has no figure; empty where it has one or was not asked for.
    """

    plan: Plan
    columns: Columns
    reader: ValueReader
    ranked: bool
    reasons: list[str]
    percent: bool = False
    blocks: list[tuple[int, Block]] = field(default_factory=list)
    _periods: dict[tuple[str, ...], Period | str] = field(default_factory=dict)

    def take(self, head: Head, rows: Sequence[Row]) -> None:
        """Take the figures of the rows of a head."""
        when, status, key = head
        plan, group = self.plan, self.plan.group(key)
        if group is None:
            self._leave(rows, OTHER_GROUP)
            return
        if group.pairs or not self.ranked:
            self._leave((row for row in rows if not row[1].whole), OTHER_AREA)
            rows = [row for row in rows if row[1].whole]
        period = self._period(when)
        if isinstance(period, str):
            self._leave(rows, period)
        elif rows:
            column = plan.value or plan.numerator or ""
            found = self._figures(rows)
            block = Block(plan.source, period, group, status, column, found)
            self.blocks.append((rows[0][0], block))

    def _leave(self, rows: Iterable[Row], reason: str) -> None:
        for index, _ in rows:
            self.reasons[index] = reason

    def _period(self, when: tuple[str, ...]) -> Period | str:
        """Return the period of a row, or the reason why it has none; each time is read once."""
        if when not in self._periods:
            self._periods[when] = _read_time(when, self.plan.source)
        return self._periods[when]

    def _figures(self, rows: Sequence[Row]) -> Figures:
        """Return the figures of rows; those that are only ranked need no counts."""
        values = self._values([index for index, _ in rows])
        if None in values:
            self._leave((row for row, v in zip(rows, values, strict=True) if v is None), EMPTY)
            rows = [row for row, value in zip(rows, values, strict=True) if value is not None]
        whole = [index for index, area in rows if area.whole]
        counts = dict(zip(whole, self._counts(whole), strict=True))
        return Figures(
            tuple(area.code for _, area in rows),
            tuple(value for value in values if value is not None),
            tuple(self.columns.numbers[index] for index, _ in rows),
            tuple(counts.get(index, ()) for index, _ in rows),
        )

    def _values(self, at: Sequence[int]) -> Sequence[Value | None]:
        """Return the published values; or numerator by denominator, where only they are given."""
        plan, times = self.plan, self.plan.source.times
        if plan.value:
            values = self._cells(plan.value, at)
        else:
            tops, unders = self._cells(plan.numerator, at), self._cells(plan.denominator, at)
            values = list(map(_ratio, tops, unders))
        if times == 1:
            return values
        return [value * times if isinstance(value, Decimal) else value for value in values]

    def _counts(self, at: Sequence[int]) -> Iterable[Counts]:
        """Return numerator, denominator and cohort of rows; None where one is withheld."""
        columns = (
            [cell if isinstance(cell, Decimal) else None for cell in self._cells(name, at)]
            for name in (self.plan.numerator, self.plan.denominator, self.plan.cohort)
        )
        return zip(*columns, strict=True)

    def _cells(self, column: str | None, at: Sequence[int]) -> Sequence[Value | None]:
        """Return the values of a column in some rows; None where it is empty, or noted as wrong."""
        if column is None:
            return [None] * len(at)
        value, texts, numbers = self.reader.value, self.columns[column], self.columns.numbers
        if self.percent and column == self.plan.value:
            # A program that shows a share as 53.4% may have saved it so.
            return [value(texts[index].removesuffix("%"), numbers[index], column) for index in at]
        return [value(texts[index], numbers[index], column) for index in at]


def takers(
    plans: Iterable[Plan], columns: Columns, file: str, ranked: Collection[str]
) -> list[Taker]:
    """Return a taker for each plan."""
    return [
        Taker(
            plan,
            columns,
            ValueReader(file, plan.source.symbols),
            plan.source.measure in ranked,
            [""] * len(columns.numbers),
            plan.dictionary.measures[plan.source.measure].unit.after == "%",
        )
        for plan in plans
    ]


def _read_time(when: tuple[str, ...], source: Source) -> Period | str:
    time, kind = when
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
