"""Hold the published numbers of a report, each with the cell it came from.

A number that was withheld stays a `Missing` with its reason: nothing here turns it into a zero or
works it out from its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal

from reportgen.area import ROLES, Area, Comparators, Role
from reportgen.measures import EVERYONE, Dictionary, Group, Measure, Unit
from reportgen.period import Period


class Missing(Enum):
    """Why a cell holds no number; the values are (symbol in files, words on the page)."""

    SUPPRESSED = ("c", "withheld to protect confidentiality")
    NOT_APPLICABLE = ("z", "not applicable")
    NOT_AVAILABLE = ("x", "not available")
    LOW = ("low", "rounds to zero but is not zero")
    LOW_SENSITIVE = ("k", "rounds to zero but is not zero")
    UNRELIABLE = ("u", "too unreliable to publish")

    @property
    def symbol(self) -> str:
        """The symbol as the page prints it: "[c]"."""
        return f"[{self.value[0]}]"

    @property
    def words(self) -> str:
        """The reason as a note under a table gives it."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a number stands: file within the report folder, row (the header is 1) and column."""

    file: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.file} row {self.row} {self.column}"


Status = Literal["provisional", "revised", "final", "local", "derived"]


@dataclass(frozen=True, slots=True)
class Observation:
    """One published number: what it measures, where, when, of whom, and the cell it came from.

    `value` is a Decimal, or a `Missing` reason. `numerator` and `denominator` are the counts behind
    it, `cohort` the number of pupils it rests on; None means that the source does not say.
    `note` is printed wherever the figure is; `query` is a question for the officer, never printed.
    """

    measure: Measure
    area: Area
    period: Period
    group: Group
    value: Decimal | Missing
    cell: Cell
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cohort: Decimal | None = None
    status: Status = "final"
    source: str = ""
    note: str = ""
    query: str = ""

    @property
    def unit(self) -> Unit:
        """The unit of the measure."""
        return self.measure.unit

    @property
    def places(self) -> int:
        """The decimals shown: finer for groups where the measure says so."""
        detail = self.measure.detail_places
        return detail if self.group != EVERYONE and detail is not None else self.measure.places

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The one cell this number came from."""
        return (self.cell,)


@dataclass(frozen=True, slots=True)
class Derived:
    """A number worked out from others, with its rule in words and the numbers that went in."""

    value: Decimal | Missing
    unit: Unit
    places: int
    rule: str
    inputs: tuple[Fact, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that the number rests on, in the order they were used."""
        return tuple(dict.fromkeys(cell for item in self.inputs for cell in item.cells))


Fact = Observation | Derived


def behind(
    observation: Observation, column: Literal["numerator", "denominator", "cohort"], noun: str = ""
) -> Observation | None:
    """Return a count that stands behind a figure, as a figure of its own; None if it is not given.

    `noun` is what is counted; without it, what the measure is about.
    """
    value = {
        "numerator": observation.numerator,
        "denominator": observation.denominator,
        "cohort": observation.cohort,
    }[column]
    if value is None:
        return None
    parent = observation.measure
    unit = Unit(f"{parent.id}.{column}", noun=noun or parent.about)
    measure = Measure(
        unit.id, f"{parent.name}: {column}", unit.noun, unit, "count", about=parent.about
    )
    cell = replace(observation.cell, column=column)
    return replace(observation, measure=measure, value=value, cell=cell)


def difference(ours: Fact, theirs: Fact) -> Derived:
    """Return ours − theirs in the unit of ours; missing if either is.

    Raises `ValueError` if the units differ.
    """
    if ours.unit != theirs.unit:
        raise ValueError(f"{ours.unit.id} and {theirs.unit.id} cannot be subtracted")
    value: Decimal | Missing
    if isinstance(ours.value, Missing):
        value = ours.value
    elif isinstance(theirs.value, Missing):
        value = theirs.value
    else:
        value = ours.value - theirs.value
    places = max(ours.places, theirs.places)
    return Derived(value, ours.unit, places, "the first minus the second", (ours, theirs))


def total(parts: Iterable[Fact], rule: str = "the sum of the parts") -> Derived | None:
    """Return the sum of the parts; None without parts, and missing as soon as one part is.

    A sum over a withheld part is itself withheld, so that no total gives a part away.
    """
    items = tuple(parts)
    if not items:
        return None
    value: Decimal | Missing = Decimal(0)
    for item in items:
        if isinstance(item.value, Missing):
            value = item.value
            break
        assert isinstance(value, Decimal)
        value += item.value
    return Derived(value, items[0].unit, max(item.places for item in items), rule, items)


def mean(
    parts: Iterable[Observation], of: int, noun: str = "statistical neighbours"
) -> Derived | None:
    """Return the simple mean of the parts that have a value; None if none has.

    This is how DfE averages statistical neighbours: unweighted, missing ones left out, and the
    authority itself not among them. The rule says how many of the `of` were used.
    """
    known = tuple(item for item in parts if isinstance(item.value, Decimal))
    if not known:
        return None
    values = [item.value for item in known if isinstance(item.value, Decimal)]
    rule = f"mean of {len(known)} of {of} {noun}"
    return Derived(
        sum(values, Decimal(0)) / len(values), known[0].unit, known[0].places, rule, known
    )


@dataclass(frozen=True)
class Facts:
    """Every number of a report, found by what it is about.

    No two observations may share measure, area, period and group; the loader sees to it.
    """

    observations: tuple[Observation, ...]
    dictionary: Dictionary
    comparators: Comparators
    as_at: date | None = None
    _index: Mapping[tuple[str, str, Period, Group], Observation] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        index = {(o.measure.id, o.area.code, o.period, o.group): o for o in self.observations}
        object.__setattr__(self, "_index", index)

    @property
    def ours(self) -> Area:
        """The area the report is about."""
        return self.comparators.ours

    def measure(self, id: str) -> Measure:
        """Return a measure by id. Raises `KeyError` if the dictionary has no such measure."""
        return self.dictionary.measures[id]

    def find(
        self, measure: str, period: Period, group: Group = EVERYONE, area: Role | Area = "ours"
    ) -> Fact | None:
        """Return the figure that is asked for, or None where the files hold no such row.

        For the neighbours it is the mean of their own figures, and only without those the mean that
        a file gives ready made. A withheld figure is returned with its `Missing` reason.
        """
        if area == "neighbours":
            return self._neighbour_mean(measure, period, group)
        place = area if isinstance(area, Area) else self.comparators.area(area)
        return self._index.get((measure, place.code, period, group)) if place else None

    def periods(
        self, measure: str, group: Group | None = None, area: Role = "ours"
    ) -> tuple[Period, ...]:
        """Return the periods for which the area has a row, oldest first.

        They are of one kind, the commonest. With `group` None, those of any group count.
        """
        place = self.comparators.area(area)
        found = {
            o.period
            for o in self.observations
            if o.measure.id == measure and o.area == place and group in (None, o.group)
        }
        kinds = [period.kind for period in found]
        main = max(sorted(set(kinds)), key=kinds.count, default=None)
        return tuple(sorted(period for period in found if period.kind is main))

    def groups(
        self, measure: str, period: Period, by: str, base: Group = EVERYONE
    ) -> tuple[Group, ...]:
        """Return the groups that divide `base` by one dimension in a period, in printed order.

        A group counts if any area of the report has a row for it.
        """
        wanted = {*base.dimensions, by}
        codes = {area.code for role in ROLES if (area := self.comparators.area(role))}
        found = {
            o.group
            for o in self.observations
            if o.measure.id == measure
            and o.period == period
            and o.area.code in codes
            and set(o.group.dimensions) == wanted
            and all(o.group.member(dim) == member for dim, member in base.pairs)
        }
        return tuple(sorted(found, key=self.dictionary.sort_key))

    def _neighbour_mean(self, measure: str, period: Period, group: Group) -> Fact | None:
        neighbours = self.comparators.neighbours
        if neighbours is None:
            return None
        rows = [self._index.get((measure, a.code, period, group)) for a in neighbours.members]
        own = mean((row for row in rows if row), of=len(neighbours.members))
        return own or self._index.get((measure, neighbours.mean.code, period, group))
