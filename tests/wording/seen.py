"""What a chart shows, from raw rows: areas in the order drawn, each with its figures by category.

The words for it are worked out nowhere here; readers hold them against these figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tests.wording.sizes import printed

Cell = Fraction | str | None
"""A figure as published, the words for why there is none, or nothing."""
BESIDE = ("ENGLAND", "NEAR")
"""The areas of which the first that is drawn is set beside ours."""


@dataclass(frozen=True)
class Seen:
    """A chart: `cells` by area (OURS, NEAR, REGION or ENGLAND) and `names` of the categories.

    `spoken` is what each area is called; `sign` stands at every figure; lines stop before `breaks`.
    A band is its first and last category, its words, and whether its points are hollow. Figures no
    further apart than `tolerance` have not moved.
    """

    kind: str
    subject: str
    names: list[str]
    cells: Mapping[str, list[Cell]]
    spoken: Mapping[str, str]
    places: int
    sign: str = ""
    tolerance: Fraction = Fraction(0)
    breaks: frozenset[str] = frozenset()
    bands: tuple[tuple[str, str, str, bool], ...] = ()
    tables: Mapping[str, frozenset[Fraction]] = field(default_factory=dict)

    def figure(self, area: str, name: str) -> Fraction | None:
        """Return a figure as it is printed."""
        cell = self.cells[area][self.names.index(name)]
        return printed(cell, self.places) if isinstance(cell, Fraction) else None

    def known(self, area: str) -> dict[str, Fraction]:
        """Return the figures of an area by category."""
        found = {name: self.figure(area, name) for name in self.names}
        return {name: value for name, value in found.items() if value is not None}

    @property
    def missing(self) -> set[tuple[str, str, str]]:
        """The areas and categories without a figure, and why, where there is more to say."""
        return {
            (area, name, cell or "")
            for area, cells in self.cells.items()
            for name, cell in zip(self.names, cells, strict=True)
            if not isinstance(cell, Fraction)
        }

    @property
    def other(self) -> str:
        """The area set beside ours; empty where there is none, or ours is not drawn."""
        found = [area for area in BESIDE if area in self.cells]
        return found[0] if found and "OURS" in self.cells else ""

    @property
    def stretch(self) -> tuple[str, str]:
        """The first and the last of the categories that are comparable with the last."""
        starts = [name for name in self.names[1:] if name in self.breaks]
        return (starts[-1] if starts else self.names[0], self.names[-1])
