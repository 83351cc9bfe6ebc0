"""Say what a finding is: one true statement about our figures, with what it rests on.

A finding has an id made from its meaning, never from its position, so that a person can pin or mute
it and find it again after the figures are loaded anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.area import Role
from reportgen.facts import Fact
from reportgen.measures import Group, Measure
from reportgen.period import Period
from reportgen.show import shown

Kind = Literal["strength", "development", "context"]
Relation = Literal["above", "in line", "below"]
Rule = Literal[
    "benchmark",
    "streak",
    "crossing",
    "change",
    "run",
    "record",
    "rank",
    "gap",
    "target",
    "level",
    "part",
    "composition",
    "total",
    "mode",
    "extremes",
]
"""The detectors, by the name of what each looks for; every one has a module of that name."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our figure beside another in one period, and how they stand as displayed.

    `people` are how many our figure rests on, or the last such number known of the group where the
    source does not give this one; None where none is known.
    """

    role: Role
    period: Period
    relation: Relation
    ours: Fact
    theirs: Fact
    people: Decimal | None = None

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
    leaves areas out · provisional: a figure that may still be revised · stale: a benchmark of an
    earlier period · break: a period counted or graded differently · chance: a difference that
    chance alone would often give, once all groups compared are allowed for.
    """

    code: Literal["small", "few", "part", "provisional", "stale", "break", "chance"]
    period: Period
    fact: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement that the figures support.

    `comparisons` has the deciding area first and each area's periods oldest first; in a change the
    area is ours and `theirs` the earlier figure. `periods` are those the finding is about, oldest
    first. `figures` are further numbers by the name its sentence knows them by, such as a rank.
    `why` names the parts that `score` is the sum of.
    """

    id: str
    rule: Rule
    kind: Kind
    measure: Measure
    group: Group
    periods: tuple[Period, ...]
    comparisons: tuple[Comparison, ...]
    caveats: tuple[Caveat, ...] = ()
    figures: tuple[tuple[str, Fact], ...] = ()
    score: Decimal = Decimal(0)
    why: tuple[tuple[str, Decimal], ...] = ()

    @property
    def role(self) -> Role:
        """The area that decides what kind of finding this is; ours where none is compared with."""
        return self.comparisons[0].role if self.comparisons else "ours"

    @property
    def relation(self) -> Relation:
        """How our figure stands to the one that decides; in line where none is compared with."""
        return self.comparisons[0].relation if self.comparisons else "in line"

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
        facts += [fact for _, fact in self.figures if fact not in facts]
        return tuple(facts)

    def figure(self, name: str) -> Fact:
        """Return one of the further numbers by name. Raises `KeyError` if there is none."""
        return dict(self.figures)[name]

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
    kinds: dict[int, Kind] = {1: "strength", -1: "development", 0: "context"}
    return kinds[next((sign for sign in signs if sign), 0)]


def slug(group: Group) -> str:
    """Return a group as a part of an id: "fsm_eligible", "sen_ehcp-sex_girls", "all"."""
    return "-".join(f"{dim}_{member}" for dim, member in group.pairs) or "all"


def finding_id(
    measure: Measure, who: Group | str, what: str, relation: str, periods: Sequence[Period]
) -> str:
    """Return the id of a finding: "attainment_8.fsm_eligible.england.below.2019-20".

    `what` is the area compared with, or the name of the rule; of many periods the first and last
    are named.
    """
    about = who if isinstance(who, str) else slug(who)
    labels = [re.sub(r"[^0-9a-z]+", "-", period.label.casefold()) for period in periods]
    ends = labels if len(labels) < 3 else [labels[0], labels[-1]]
    parts = [measure.id, about, what, relation.replace(" ", "_"), "_".join(ends)]
    return ".".join(part for part in parts if part)
