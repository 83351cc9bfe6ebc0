"""Say which areas a report needs figures of, so that no others are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.area import Area, Comparators
from reportgen.errors import Place, Problem
from reportgen.load.areas import Areas, KnownArea
from reportgen.load.places import areas_of
from reportgen.measures import EVERYONE, Dictionary, Group


class Standing(NamedTuple):
    """What an area is to a report: wanted as a whole, or only an authority to rank among."""

    code: str
    whole: bool
    authority: bool


NOWHERE = Standing("", whole=False, authority=False)
"""An area that is not known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The codes of the areas wanted, or everything.

    Of the measures in `ranked`, every other authority's figure for everyone is wanted as well.
    """

    codes: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    everything: bool = False

    @classmethod
    def by(cls, comparators: Comparators, dictionary: Dictionary) -> Wanted:
        """Return what a report needs: its areas, and a rank where a measure has a direction."""
        ranked = (measure.id for measure in dictionary.measures.values() if measure.better)
        codes = (area.code for area in areas_of(comparators))
        return cls(frozenset(codes), frozenset(ranked))

    def area(self, known: KnownArea) -> bool:
        """Return whether anything of an area is wanted."""
        return self.whole(known) or (bool(self.ranked) and known.kind == "authority")

    def whole(self, known: KnownArea) -> bool:
        """Return whether an area is wanted with its groups and counts."""
        return self.everything or known.area.code in self.codes

    def standing(self, known: KnownArea | None) -> Standing:
        """Return what an area is to the report."""
        if known is None:
            return NOWHERE
        ranked = bool(self.ranked) and known.kind == "authority"
        return Standing(known.area.code, self.whole(known), ranked)

    def figure(self, known: KnownArea, measure: str, group: Group) -> bool:
        """Return whether a group's figure of an area is wanted."""
        ranked = known.kind == "authority" and self.ranks(measure, group)
        return ranked or self.whole(known)

    def ranks(self, measure: str, group: Group) -> bool:
        """Return whether a group's figure is wanted of every authority."""
        return measure in self.ranked and group == EVERYONE


def in_parts(
    standings: Iterable[Standing], areas: Areas, wanted: Wanted, file: str
) -> Iterator[Problem]:
    """Yield a remark on each region wanted that a table gives only in parts, such as Inner London.

    Its figures stay missing: those of the parts may be of very different numbers of children.
    """
    found = {standing.code for standing in standings}
    parts: dict[Area, list[str]] = {}
    for item in areas.known:
        if item.kind == "region" and item.region and item.area.code in found:
            parts.setdefault(item.region, []).append(f"{item.area.name} ({item.area.code})")
    for region, names in parts.items():
        if region.code in wanted.codes and region.code not in found:
            listed = " and ".join(names)
            what = (
                f"no figures of {region.name}: the table gives only {listed}, which are not added"
            )
            hint = (
                "to compare with one of them, name it as region under [benchmarks] in report.toml"
            )
            yield Problem(what, Place(file), hint)
