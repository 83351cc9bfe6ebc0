"""Hold one number: as it was published, or as it was worked out, with the cells it came from.

A number that was withheld stays a `Missing` with its reason: nothing turns it into a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Literal

from reportgen.area import Area
from reportgen.measures import EVERYONE, Group, Measure, Unit
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

    `noun` is what is counted; without it, what the measure says its numerator counts, or is about.
    """
    value = {
        "numerator": observation.numerator,
        "denominator": observation.denominator,
        "cohort": observation.cohort,
    }[column]
    if value is None:
        return None
    parent = observation.measure
    counted = parent.counted if column == "numerator" else ""
    many = noun or counted or parent.about
    unit = Unit(f"{parent.id}.{column}", noun=many, noun_one=_one_of(many))
    measure = Measure(
        unit.id, f"{parent.name}: {column}", unit.noun, unit, "count", about=parent.about
    )
    cell = replace(observation.cell, column=column)
    return replace(observation, measure=measure, value=value, cell=cell)


def _one_of(noun: str) -> str:
    """Return the singular of a plural noun: "permanent exclusion", "child", "entry"."""
    for plural, singular in (("children", "child"), ("ies", "y"), ("ss", "ss"), ("s", "")):
        if noun.endswith(plural):
            return noun.removesuffix(plural) + singular
    return noun
