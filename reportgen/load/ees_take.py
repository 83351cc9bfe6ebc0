"""Take the figures of one plan from the rows of an open data table, as fast as may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.load.candidate import Blocks, Found, Value
from reportgen.load.columns import Columns
from reportgen.load.ees_plan import Plan
from reportgen.load.periods import PeriodError, read_time
from reportgen.load.reasons import EMPTY, OTHER_AREA, OTHER_GROUP, no_time, other_kind
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Standing
from reportgen.measures import Group
from reportgen.observation import Missing, Status


@dataclass
class Taker:
    """Reads the cells of one plan; the lists that figures go into are looked up once each."""

    plan: Plan
    columns: Columns
    values: ValueReader
    blocks: Blocks
    ranked: bool
    _into: dict[tuple[tuple[str, ...], int, str], list[Found] | str] = field(default_factory=dict)

    def take(self, index: int, area: Standing, when: tuple[str, ...], status: Status) -> str:
        """Add the figure of a row; return why there is none, if so."""
        group = self.plan.group(index)
        if group is None:
            return OTHER_GROUP
        if not area.whole and (group.pairs or not self.ranked or not area.authority):
            return OTHER_AREA
        key = (when, id(group), status)
        into = self._into.get(key)
        if into is None:
            into = self._into[key] = self._open(when, group, status)
        if isinstance(into, str):
            return into
        row = self.columns.numbers[index]
        value = self._value(index, row)
        if value is None:
            return EMPTY
        plan = self.plan
        if area.whole:
            into.append(
                Found(
                    area.code,
                    value,
                    row,
                    self._count(plan.numerator, index, row),
                    self._count(plan.denominator, index, row),
                    self._count(plan.cohort, index, row),
                )
            )
        else:
            into.append(Found(area.code, value, row))
        return ""

    def _open(self, when: tuple[str, ...], group: Group, status: Status) -> list[Found] | str:
        """Return the list for a period, group and version, or why the period has none."""
        plan = self.plan
        try:
            period = read_time(when[0], when[1], plan.source.day)
        except PeriodError as error:
            return no_time(error)
        if plan.source.period_kind not in (None, period.kind):
            return other_kind(period.kind.value)
        column = plan.value or plan.numerator or ""
        return self.blocks.into(plan.source, period, group, status, column)

    def _value(self, index: int, row: int) -> Value | None:
        """Return the published value; or numerator by denominator, where only they are given."""
        plan = self.plan
        if plan.value:
            value = self._cell(plan.value, index, row)
        else:
            assert plan.numerator
            assert plan.denominator
            top = self._cell(plan.numerator, index, row)
            value = _ratio(top, self._cell(plan.denominator, index, row))
        if plan.source.times != 1 and isinstance(value, Decimal):
            return value * plan.source.times
        return value

    def _cell(self, column: str, index: int, row: int) -> Value | None:
        return self.values.value(self.columns.cells[column][index], row, column)

    def _count(self, column: str | None, index: int, row: int) -> Decimal | None:
        if column is None:
            return None
        value = self._cell(column, index, row)
        return None if isinstance(value, Missing) else value


def takers(
    plans: Sequence[Plan], columns: Columns, file: str, blocks: Blocks, ranked: frozenset[str]
) -> list[Taker]:
    """Return a taker for each plan."""
    return [
        Taker(
            plan,
            columns,
            ValueReader(file, plan.source.symbols),
            blocks,
            plan.source.measure in ranked,
        )
        for plan in plans
    ]


def _ratio(top: Value | None, under: Value | None) -> Value | None:
    """Return one count by another; withheld as soon as either is."""
    if top is None or under is None:
        return None
    if isinstance(top, Missing):
        return top
    if isinstance(under, Missing):
        return under
    return top / under if under else Missing.NOT_APPLICABLE
