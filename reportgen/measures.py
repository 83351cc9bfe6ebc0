"""Say what each number means: its name, unit, places, direction, breaks and groups.

The contents come from `sections/measures.toml`; this module only gives them a form. A measure with
no `better` is context: nothing printed about it may call one value better than another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from reportgen.period import Period, read_period

Better = Literal["higher", "lower"]
Kind = Literal["share", "mean", "rate", "count", "money", "gap"]


@dataclass(frozen=True, slots=True)
class Unit:
    """How a value is written: `before` and `after` it, with the word for a difference.

    `noun` is the plural that follows a number in a sentence ("points"), `noun_one` its singular;
    both are empty where `before` or `after` already say it (90%, £58,700).
    """

    id: str
    before: str = ""
    after: str = ""
    noun: str = ""
    noun_one: str = ""
    difference: str = ""
    difference_one: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A period in which figures stop being comparable with those before it.

    `level` breaks end a line in a chart and forbid a sentence about change; a `caution` only marks
    the period. `label` is the few words drawn over the band of marked periods (empty: no band);
    `reason` is the sentence printed beside what it qualifies.
    """

    period: str
    kind: Literal["level", "caution"]
    reason: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One published statistic, such as Attainment 8.

    `phrase` goes after "the" in a sentence; `places` are the decimals shown, `detail_places` those
    shown for groups. `tolerance` is the difference up to which two values are called similar, in
    the measure's unit; `noise` the usual yearly movement that has no cause, of everyone, and
    `group_noise` that of members of a dimension, by (dimension, member). Under `small` pupils a
    caveat is printed, under `fewest` nothing is said. `verb` is what those measured did ("scored"),
    for sentences that begin with them; `counted` the noun of the numerator; `cohort` the id of the
    measure that counts those it is about. No value lies below `least` or above `most`, in the
    measure's unit.
    """

    id: str
    name: str
    phrase: str
    unit: Unit
    kind: Kind
    places: int = 0
    detail_places: int | None = None
    plural: bool = False
    better: Better | None = None
    tolerance: Decimal = Decimal(0)
    noise: Decimal | None = None
    group_noise: tuple[tuple[tuple[str, str], Decimal], ...] = ()
    spread: Decimal | None = None
    small: int = 100
    fewest: int = 11
    about: str = "pupils"
    definition: str = ""
    verb_higher: str = "above"
    verb_lower: str = "below"
    verb: str = ""
    counted: str = ""
    cohort: str = ""
    breaks: tuple[Break, ...] = ()
    aliases: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    columns: Mapping[str, object] = field(default_factory=dict, compare=False)

    def noise_of(self, group: Group, own: bool = False) -> Decimal | None:
        """Return the usual yearly movement of a group's figure; None where it is not known.

        A group within several takes the largest of theirs. One without its `own` moves at least as
        much as everyone, save in a rate or a count, whose level differs from group to group.
        """
        known = dict(self.group_noise)
        found = [known[pair] for pair in group.pairs if pair in known]
        if found:
            return max(found)
        lent = not own and self.kind in ("mean", "share", "gap")
        return self.noise if lent or group == EVERYONE else None

    def break_at(self, period: Period) -> Break | None:
        """Return the break or caution that `period` begins, if any."""
        return next((item for item in self.breaks if item.period == period.label), None)

    def comparable(self, earlier: Period, later: Period) -> bool:
        """Return whether no level break lies after `earlier` up to and including `later`.

        A break names the first period of a new series, so a break before `earlier` does not matter.
        """
        if later < earlier:
            earlier, later = later, earlier
        starts = [_start(item.period, later) for item in self.breaks if item.kind == "level"]
        return not any(start and earlier.start < start <= later.start for start in starts)


def _start(label: str, like: Period) -> date | None:
    """Return the first day of the period that a label names; None if it is of another kind."""
    try:
        return read_period(label, like.kind).start
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Who a figure is about: pairs of dimension and member, in the order of the dimension's id.

    The empty group is everyone.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, **members: str) -> Group:
        """Return the group of the given members: `Group.of(sex="girls", sen="ehcp")`."""
        return cls(tuple(sorted(members.items())))

    def with_(self, dimension: str, member: str) -> Group:
        """Return this group narrowed to a member of one more dimension."""
        return Group(tuple(sorted({**dict(self.pairs), dimension: member}.items())))

    def member(self, dimension: str) -> str | None:
        """Return the member of a dimension, or None where the group takes in all of them."""
        return dict(self.pairs).get(dimension)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions that narrow this group."""
        return tuple(dimension for dimension, _ in self.pairs)


EVERYONE = Group()


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a dimension, and the words for it.

    `name` labels charts and tables. In a sentence the parts stand around the measure's own noun:
    `before` ("disadvantaged" pupils), `noun` in its place ("girls"), `after` ("with an EHC plan").
    `reference` marks the majority group that is narrated only when it does worse; `within` names
    the member that already counts it (Chinese inside Asian), so that totals leave it out.
    """

    id: str
    name: str
    before: str = ""
    noun: str = ""
    after: str = ""
    aliases: tuple[str, ...] = ()
    reference: bool = False
    within: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way of dividing pupils or schools, with its members in the order they are printed.

    `phrase` finishes "for every …" when all members share a finding ("main ethnic group"); empty
    where the members are not a complete set. `preposition` joins a measure and a member ("in").
    """

    id: str
    name: str
    members: tuple[Member, ...]
    phrase: str = ""
    preposition: str = "for"

    def member(self, id: str) -> Member:
        """Return a member by id. Raises `KeyError` if there is none."""
        return {member.id: member for member in self.members}[id]


@dataclass(frozen=True, slots=True)
class Degree:
    """How large a difference must be for each word about it.

    Under `similar` two figures are called so; under `plain` one is slightly above or below the
    other; from `well` it is well above or below. Sizes are in the unit of the measure, or a share
    of the value compared with where they are `relative`. From the share `never_slight` of that
    value no difference is slight or less, however small in itself.
    """

    plain: Decimal
    well: Decimal
    relative: bool = False
    never_slight: Decimal | None = None
    similar: Decimal = Decimal(0)


_RELATIVE = Degree(Decimal("0.15"), Decimal("0.5"), relative=True, similar=Decimal("0.05"))
_POINTS = Degree(Decimal(2), Decimal(5), similar=Decimal("0.5"))
DEGREES: Mapping[str, Degree] = {
    "share": Degree(Decimal(3), Decimal(6), never_slight=Decimal("0.25"), similar=Decimal(1)),
    "mean": _POINTS,
    "gap": _POINTS,
    "rate": _RELATIVE,
    "count": _RELATIVE,
    "money": _RELATIVE,
}
"""The sizes where a project sets none, by kind of measure."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What every measure, unit and group of a project means.

    `degrees` are found by the id of a measure, of a unit, or a kind of measure.
    """

    measures: Mapping[str, Measure]
    dimensions: Mapping[str, Dimension]
    units: Mapping[str, Unit]
    degrees: Mapping[str, Degree] = field(default_factory=dict)

    def degree(self, measure: Measure) -> Degree:
        """Return the sizes for a measure: its own, else those of its unit, else of its kind."""
        for id in (measure.id, measure.unit.id, measure.kind):
            if id in self.degrees:
                return self.degrees[id]
        return DEGREES[measure.kind]

    def is_reference(self, group: Group) -> bool:
        """Return whether a group is the rest of a dimension: pupils not eligible for free meals."""
        return any(self.dimensions[dim].member(member).reference for dim, member in group.pairs)

    def label(self, group: Group, everyone: str = "All") -> str:
        """Return the words for a group in a chart or table: "Girls, EHC plan"."""
        names = [self.dimensions[dim].member(member).name for dim, member in self._ordered(group)]
        return ", ".join([names[0], *names[1:]]) if names else everyone

    def noun_phrase(self, group: Group, about: str) -> str:
        """Return the words for a group in a sentence: "girls with an EHC plan".

        `about` is the noun of everyone ("pupils"), used where no member brings its own.
        """
        members = [self.dimensions[dim].member(member) for dim, member in self._ordered(group)]
        noun = next((member.noun for member in members if member.noun), about)
        before = [member.before for member in members if member.before]
        after = [member.after for member in members if member.after]
        return " ".join([*before, noun, *after])

    def sort_key(self, group: Group) -> tuple[tuple[int, int], ...]:
        """Return a key that puts groups in the printed order of dimensions and members."""
        dimensions = list(self.dimensions)
        return tuple(
            (
                dimensions.index(dim),
                [item.id for item in self.dimensions[dim].members].index(member),
            )
            for dim, member in self._ordered(group)
        )

    def _ordered(self, group: Group) -> list[tuple[str, str]]:
        order = list(self.dimensions)
        return sorted(group.pairs, key=lambda pair: order.index(pair[0]))
