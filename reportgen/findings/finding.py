"""Say what a finding is: one true statement about our figures, with what it rests on.

A finding has an id made from its meaning, never from its position, so that a person can pin or mute
it and find it again after the figures are loaded anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.area import Role
from reportgen.facts import Fact
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.show import shown

Kind = Literal["strength", "development", "context"]
Relation = Literal["above", "in line", "below"]
Rule = Literal["benchmark", "streak"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our figure beside another in one period, and how they stand as displayed."""

    role: Role
    period: Period
    relation: Relation
    ours: Fact
    theirs: Fact

    @property
    def size(self) -> Decimal:
        """The difference between the two displayed values, ours minus theirs."""
        return displayed(self.ours) - displayed(self.theirs, self.ours.places)

    @property
    def same(self) -> bool:
        """Whether the two values print alike."""
        return not self.size


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something a reader must know to judge a finding: its code, and the number it names.

    small: `fact` is the number of pupils · few: the number of events · part: a neighbour mean that
    leaves areas out · provisional: a figure that may still be revised.
    """

    code: Literal["small", "few", "part", "provisional"]
    period: Period
    fact: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement that the figures support.

    `comparisons` has the deciding area first and each area's periods oldest first; `periods` are
    those the finding is about, oldest first. `why` names the parts that `score` is made of.
    """

    id: str
    rule: Rule
    kind: Kind
    measure: Measure
    group: Group
    periods: tuple[Period, ...]
    comparisons: tuple[Comparison, ...]
    caveats: tuple[Caveat, ...] = ()
    score: Decimal = Decimal(0)
    why: tuple[tuple[str, Decimal], ...] = ()

    @property
    def role(self) -> Role:
        """The area that decides what kind of finding this is."""
        return self.comparisons[0].role

    @property
    def relation(self) -> Relation:
        """How our figure stands to that of the deciding area."""
        return self.comparisons[0].relation

    @property
    def roles(self) -> tuple[Role, ...]:
        """The areas compared with, the deciding one first."""
        return tuple(dict.fromkeys(item.role for item in self.comparisons))

    @property
    def evidence(self) -> tuple[Fact, ...]:
        """Every figure the finding rests on, each once, in the order of the comparisons."""
        facts: list[Fact] = []
        for item in self.comparisons:
            facts += [fact for fact in (item.ours, item.theirs) if fact not in facts]
        return tuple(facts)

    def against(self, role: Role) -> tuple[Comparison, ...]:
        """Return the comparisons with one area, oldest first."""
        return tuple(item for item in self.comparisons if item.role == role)


def displayed(fact: Fact, places: int | None = None) -> Decimal:
    """Return the value as the page shows it. Raises `ValueError` if it is missing."""
    value = shown(fact, places)
    if value is None:
        raise ValueError("a missing figure has no displayed value")
    return value


def favour(measure: Measure, relation: Relation) -> int:
    """Return 1 where a relation is good, −1 where it is bad, 0 where it is neither."""
    sign = {"above": 1, "in line": 0, "below": -1}[relation]
    return {"higher": sign, "lower": -sign, None: 0}[measure.better]


def kind_of(measure: Measure, comparisons: Iterable[Comparison]) -> Kind:
    """Return what comparisons add up to: the first that is not in line decides."""
    signs = [favour(measure, item.relation) for item in comparisons]
    first = next((sign for sign in signs if sign), 0)
    return {1: "strength", -1: "development", 0: "context"}[first]  # type: ignore[return-value]


def slug(group: Group) -> str:
    """Return a group as a part of an id: "fsm_eligible", "sen_ehcp-sex_girls", "all"."""
    return "-".join(f"{dim}_{member}" for dim, member in group.pairs) or "all"


def finding_id(measure: Measure, who: Group | str, item: Comparison, *periods: Period) -> str:
    """Return the id of a finding: "attainment_8.fsm_eligible.england.below.2019-20"."""
    about = who if isinstance(who, str) else slug(who if who else EVERYONE)
    labels = [re.sub(r"[^0-9a-z]+", "-", period.label.casefold()) for period in periods]
    relation = item.relation.replace(" ", "_")
    return ".".join([measure.id, about, item.role, relation, "_".join(labels)])
