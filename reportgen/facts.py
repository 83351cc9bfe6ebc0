"""Hold the numbers of a report, and find one by what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.area import ROLES, Area, Comparators, Role
from reportgen.arithmetic import difference, mean, percent_change, product, ratio, share, total
from reportgen.measures import EVERYONE, Dictionary, Group, Measure
from reportgen.observation import Cell, Derived, Fact, Missing, Observation, Status, behind
from reportgen.period import Period

__all__ = [
    "Cell",
    "Derived",
    "Fact",
    "Facts",
    "Missing",
    "Observation",
    "Status",
    "behind",
    "difference",
    "mean",
    "percent_change",
    "product",
    "ratio",
    "share",
    "total",
]


@dataclass(frozen=True)
class Facts:
    """Every number of a report, found by what it is about.

    No two observations may share measure, area, period and group; the loader sees to it.
    `elsewhere` are the figures for everyone in authorities that the report does not name, by
    measure and period: they are found by their area, for ranks, and are never printed. `listed` are
    all areas there are, so that one without figures is known by its name.
    """

    observations: tuple[Observation, ...]
    dictionary: Dictionary
    comparators: Comparators
    as_at: date | None = None
    elsewhere: Mapping[tuple[str, Period], tuple[Observation, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    listed: tuple[Area, ...] = field(default=(), repr=False, compare=False)
    _index: Mapping[tuple[str, str, Period, Group], Observation] = field(
        init=False, repr=False, compare=False
    )
    _of: Mapping[str, tuple[Observation, ...]] = field(init=False, repr=False, compare=False)
    _own: Mapping[str, tuple[Observation, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {(o.measure.id, o.area.code, o.period, o.group): o for o in self.observations}
        by_measure: dict[str, list[Observation]] = {}
        for item in self.observations:
            by_measure.setdefault(item.measure.id, []).append(item)
        ours = self.ours
        own = {
            id: tuple(row for row in rows if row.area == ours) for id, rows in by_measure.items()
        }
        object.__setattr__(self, "_own", own)
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_of", {id: tuple(rows) for id, rows in by_measure.items()})

    @property
    def ours(self) -> Area:
        """The area the report is about."""
        return self.comparators.ours

    def authorities(self, measure: str, period: Period) -> tuple[Area, ...]:
        """Return every authority with a row for everyone, ours included, for a rank among all.

        Empty where the files are not of all authorities.
        """
        others = self.elsewhere.get((measure, period), ())
        named = self.comparators.neighbours.members if self.comparators.neighbours else ()
        mine = {o.area for o in self.of(measure) if o.period == period} & {self.ours, *named}
        found = {o.area for o in others} | mine
        return tuple(sorted(found, key=lambda area: area.code)) if others else ()

    def of(self, measure: str) -> tuple[Observation, ...]:
        """Return every figure of a measure, in the order of the files."""
        return self._of.get(measure, ())

    def own(self, measure: str) -> tuple[Observation, ...]:
        """Return our own figures of a measure, in the order of the files."""
        return self._own.get(measure, ())

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
        if place is None:
            return None
        known = self._index.get((measure, place.code, period, group))
        return known or self._elsewhere(measure, period, group, place)

    def periods(
        self, measure: str, group: Group | None = None, area: Role = "ours"
    ) -> tuple[Period, ...]:
        """Return the periods for which the area has a row, oldest first.

        They are of one kind, the commonest. With `group` None, those of any group count.
        """
        place = self.comparators.area(area)
        rows = self.own(measure) if place == self.ours else self.of(measure)
        found = {o.period for o in rows if o.area == place and group in (None, o.group)}
        kinds = [period.kind for period in found]
        main = max(sorted(set(kinds)), key=kinds.count, default=None)
        return tuple(sorted(period for period in found if period.kind is main))

    def latest(self, measure: str) -> Period | None:
        """Return the latest period for which we have a row, or None."""
        return max(self.periods(measure), default=None)

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
            for o in self.of(measure)
            if o.period == period
            and o.area.code in codes
            and set(o.group.dimensions) == wanted
            and all(o.group.member(dim) == member for dim, member in base.pairs)
        }
        return tuple(sorted(found, key=self.dictionary.sort_key))

    def _elsewhere(
        self, measure: str, period: Period, group: Group, area: Area
    ) -> Observation | None:
        others = self.elsewhere.get((measure, period), ()) if group == EVERYONE else ()
        return next((item for item in others if item.area == area), None)

    def _neighbour_mean(self, measure: str, period: Period, group: Group) -> Fact | None:
        neighbours = self.comparators.neighbours
        if neighbours is None:
            return None
        rows = [self._index.get((measure, a.code, period, group)) for a in neighbours.members]
        own = mean((row for row in rows if row), of=len(neighbours.members))
        return own or self._index.get((measure, neighbours.mean.code, period, group))
