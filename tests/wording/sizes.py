"""Two figures side by side, turned into the words for how far apart they are, worked out by hand.

The table of sizes stands here a second time, so that a slip in the first is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

TABLE = {
    "mean": (Fraction(1, 2), Fraction(2), Fraction(5)),
    "share": (Fraction(1), Fraction(3), Fraction(6)),
    "rate": (Fraction(5, 100), Fraction(15, 100), Fraction(1, 2)),
}
"""Under the first two figures are similar, under the second one is slightly above or below the
other, from the third well above or below; of a rate, as a share of the other figure."""
A_QUARTER = Fraction(1, 4)
BY_CHANCE = Fraction(196, 100)
"""A difference of fewer standard errors is one that chance alone would often give."""
ON_ONE_SIDE = 3
"""So many figures on one side are no noise."""


@dataclass(frozen=True)
class Scale:
    """What the words for a difference depend on, apart from the two figures."""

    kind: str = "mean"
    places: int = 1
    tolerance: Fraction = Fraction(0)
    noise: Fraction | None = None
    spread: Fraction | None = None


@dataclass(frozen=True)
class Pair:
    """Our figure and another as published, and of how many pupils ours is, where that is known."""

    mine: Fraction
    theirs: Fraction
    scale: Scale
    pupils: int | None = None

    @property
    def step(self) -> Fraction:
        """How far apart the two are as printed."""
        return printed(self.mine, self.scale.places) - printed(self.theirs, self.scale.places)

    @property
    def relation(self) -> str:
        if abs(self.step) <= self.scale.tolerance:
            return "in line"
        return "above" if self.step > 0 else "below"

    @property
    def z_squared(self) -> Fraction | None:
        """The square of how many standard errors apart the two are; nothing where not known."""
        gap = (self.mine - self.theirs) ** 2
        if not self.pupils:
            return None
        if self.scale.kind == "mean" and self.scale.spread:
            return gap * self.pupils / self.scale.spread**2
        if self.scale.kind == "share" and 0 < self.theirs < 100:
            return gap * self.pupils / (self.theirs * (100 - self.theirs))
        return None

    @property
    def noise(self) -> bool:
        """Whether the difference means nothing: less than usual in a year, or than by chance."""
        usual, z = self.scale.noise, self.z_squared
        small = usual is not None and abs(self.mine - self.theirs) < usual
        return small or (z is not None and z < BY_CHANCE**2)

    @property
    def size(self) -> str:
        """The word for the unrounded difference, by the table: similar, slightly, none or well."""
        hardly, plain, well = TABLE[self.scale.kind]
        size = abs(self.mine - self.theirs)
        share = size / abs(self.theirs) if self.theirs else None
        if self.scale.kind == "rate":
            if share is None:
                return ""
            size = share
        if size >= well:
            return "well"
        if size >= plain or (self.scale.kind == "share" and share and share >= A_QUARTER):
            return ""
        return "similar" if size < hardly else "slightly"

    @property
    def alike(self) -> bool:
        """Whether the two are similar: in line, hardly apart, or inside the noise."""
        return self.relation == "in line" or self.noise or self.size == "similar"


def printed(value: Fraction, places: int) -> Fraction:
    """Return a value as it is printed: rounded half away from zero."""
    over, under = abs(value.numerator) * 10**places, value.denominator
    rounded = Fraction((2 * over + under) // (2 * under), 10**places)
    return rounded if value >= 0 else -rounded


def together(items: Sequence[Pair]) -> str:
    """Return how figures stand that are spoken of at once; "similar to" where that is all."""
    if not any(one.step for one in items):
        return "level with"
    steady = len(items) >= ON_ONE_SIDE and len({one.relation for one in items}) == 1
    if steady and items[-1].relation != "in line":
        words = {one.size.replace("similar", "slightly") for one in items}
    elif all(one.alike for one in items):
        return "similar to"
    else:
        words = {"similar" if one.alike else one.size for one in items}
    return f"{words.pop() if len(words) == 1 else ''} {items[-1].relation}".strip()


def wanted(items: Sequence[Pair], deciding: Sequence[Pair]) -> str:
    """Return how figures stand, with their side where those that decide are no more than similar.

    `deciding` are the figures of the area that makes it a strength or an area for development.
    """
    side, last = together(items), items[-1].relation
    alike = deciding and together(deciding) == "similar to" and deciding[-1].relation == last
    if not alike or side != "similar to" or {one.relation for one in items} != {last}:
        return side
    return side if last == "in line" else f"similar to but {last}"


def borne_out(side: str, items: Sequence[Pair]) -> bool:
    """Return whether each one of some figures stands on the side that is named for all."""
    last = side.split()[-1]
    if last in ("above", "below"):
        return all(one.relation == last for one in items)
    if last == "with":
        return all(one.step == 0 for one in items)
    return all(one.alike for one in items)
