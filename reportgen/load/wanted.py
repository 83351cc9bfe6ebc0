"""Say which areas a report needs figures of, so that no others are made."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.area import Comparators
from reportgen.load.areas import Areas, KnownArea
from reportgen.load.places import areas_of
from reportgen.measures import EVERYONE, Group


@dataclass(frozen=True, slots=True)
class Wanted:
    """The codes of the areas wanted, or everything; `ranks` adds every authority's own total."""

    codes: frozenset[str] = frozenset()
    ranks: bool = False
    everything: bool = False

    @classmethod
    def by(cls, comparators: Comparators, areas: Areas) -> Wanted:
        """Return what a report needs: its areas, and every authority for the ranks."""
        codes = {area.code for area in areas_of(comparators)}
        today = {known.area.code for code in codes if (known := areas.of_code(code))}
        return cls(frozenset(codes | today), ranks=True)

    def area(self, known: KnownArea) -> bool:
        """Return whether anything of an area is wanted."""
        return self.whole(known) or (self.ranks and known.kind == "authority")

    def whole(self, known: KnownArea) -> bool:
        """Return whether an area is wanted with its groups and counts."""
        return self.everything or known.area.code in self.codes

    def figure(self, known: KnownArea, group: Group) -> bool:
        """Return whether a group's figure of an area is wanted."""
        return self.whole(known) or (group == EVERYONE and self.area(known))
