"""Say which places the figures are about, and which of them a report compares itself with.

An area's code decides whether two areas are the same; its name varies between publications.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["ours", "neighbours", "region", "england"]
"""What an area is to a report. The order here is the order of series in charts and tables."""

ROLES: tuple[Role, ...] = ("ours", "neighbours", "region", "england")


_WITH_THE = re.compile(
    r"(Isles? of|City of|East Riding|(London|Royal) Borough|Vale of|East of England"
    r"|(North|South) (East|West)$|(East|West) Midlands$)"
)


@dataclass(frozen=True, slots=True)
class Area:
    """A place with a code, such as E06000060 Buckinghamshire."""

    code: str
    name: str = field(compare=False)

    def __str__(self) -> str:
        return self.name

    @property
    def spoken(self) -> str:
        """The name as it stands inside a sentence: "the Isles of Scilly"."""
        return f"the {self.name}" if _WITH_THE.match(self.name) else self.name


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The statistical neighbours of an authority under one model.

    `mean` is the area under which a figures file gives a mean worked out elsewhere; it is used only
    where the neighbours' own figures are not there. `members` are nearest first.
    """

    mean: Area
    members: tuple[Area, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class Comparators:
    """The areas of one report: its own, and those it is compared with (None where not used).

    `told` are those that its sentences compare with, unless a chapter asks for others; the first
    of them decides what is a strength.
    """

    ours: Area
    neighbours: Neighbours | None = None
    region: Area | None = None
    england: Area | None = None
    told: tuple[Role, ...] = ("england", "neighbours")

    def area(self, role: Role) -> Area | None:
        """Return the area that plays `role`; for the neighbours, the area of their mean."""
        if role == "neighbours":
            return self.neighbours.mean if self.neighbours else None
        return {"ours": self.ours, "region": self.region, "england": self.england}[role]

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that this report has an area for, in the order of `ROLES`."""
        return tuple(role for role in ROLES if self.area(role) is not None)
