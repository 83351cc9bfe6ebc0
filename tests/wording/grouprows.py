"""A claim about groups, turned into what raw rows of (group, year, area) say against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tests.wording.grammar import AREA, ASKED, NUMBER, ORDER, SIDE, YEAR, key_of
from tests.wording.sizes import Pair, Scale, borne_out, printed, together, wanted

Who = tuple[tuple[str, str], ...]
Row = tuple[Who, str, str]


@dataclass
class Rows:
    """Values and pupils by group, year and area: "ours", "England", "neighbours" and "region".

    `noise` is the usual movement by member of a dimension; without one it is that of `scale`.
    """

    exact: dict[Row, Fraction] = field(default_factory=dict)
    pupils: dict[tuple[Who, str], int] = field(default_factory=dict)
    near: dict[tuple[Who, str], tuple[int, int]] = field(default_factory=dict)
    older: dict[str, tuple[str, str]] = field(default_factory=dict)
    scale: Scale = field(default_factory=Scale)
    noise: dict[tuple[str, str], Fraction] = field(default_factory=dict)

    def value(self, who: Who, year: str, area: str) -> Fraction | None:
        """Return a value as printed; of an area whose figure is said to be older, the older one."""
        value = self.exact.get((who, self._year(year, area), area))
        return None if value is None else printed(value, self.scale.places)

    def pair(self, who: Who, year: str, area: str) -> Pair | None:
        """Return our figure beside an area's; nothing where the two may not be compared."""
        mine = self.exact.get((who, year, "ours"))
        theirs = self.exact.get((who, self._year(year, area), area))
        if mine is None or theirs is None or not self._enough(who, year, area):
            return None
        own = [self.noise[pair] for pair in who if pair in self.noise]
        usual = max(own, default=self.scale.noise)
        scale = Scale("mean", self.scale.places, self.scale.tolerance, usual, self.scale.spread)
        return Pair(mine, theirs, scale, self.pupils.get((who, year)))

    def deciding(self, who: Who, year: str) -> Pair | None:
        """Return our figure beside that of the first area that is not in line with it."""
        found = [pair for area in ASKED if (pair := self.pair(who, year, area))]
        return next((pair for pair in found if pair.relation != "in line"), [*found, None][0])

    def _enough(self, who: Who, year: str, area: str) -> bool:
        used, of = self.near.get((who, year), (0, 3))
        return area != "neighbours" or self._year(year, area) != year or 2 * used >= of

    def _year(self, year: str, area: str) -> str:
        older, instead = self.older.get(area, ("", ""))
        return older if year == instead else year


@dataclass
class Told:
    """What the sentences before said: whom, when and of which areas; `said` is all they compare.

    `kind` is that of the statement.
    """

    kind: str
    who: list[Who] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    whole: bool = False
    run: bool = False
    side: str = ""
    chance: str = ""
    said: set[Row] = field(default_factory=set)


def stand(
    rows: Rows,
    groups: Sequence[Who],
    years: Sequence[str],
    words: str,
    told: Told,
    how: str = "exact",
) -> list[str]:
    """Return what is wrong in "well above England but similar to statistical neighbours".

    `how` is "exact" for a claim, "each" where the word fits each group by itself, "bare" where only
    the side is said.
    """
    wrong = []
    part = rf"({SIDE}) (?:both )?(?:the same group in )?({AREA}(?: and {AREA}(?! [\w(]))?)"
    for side, areas in re.findall(part, words):
        for area in (key_of(name) for name in re.findall(AREA, areas)):
            keys = [(who, year, area) for who in groups for year in years]
            items = [pair for key in keys if (pair := rows.pair(*key))]
            if len(items) < len(keys):
                wrong.append(f"no figures for {area}, {years}")
                continue
            first = [rows.deciding(who, year) for who in groups for year in years]
            right = {together([item]) for item in items}
            if how == "exact":
                right = {wanted(items, [one for one in first if one])}
            if how == "bare":
                right = {side}
            plain = side.replace("similarly", "similar")
            if right != {plain} or not borne_out(plain, items):
                wrong.append(f"{side} {area} in {years} where {right} was meant")
            told.said |= set(keys)
    return wrong


def pupils_counted(rows: Rows, who: Who, years: Sequence[str]) -> set[int]:
    """Return the numbers of pupils of a group in some years."""
    return {rows.pupils[who, year] for year in years if (who, year) in rows.pupils}


def figures(rows: Rows, groups: Sequence[Who], years: Sequence[str], words: str) -> list[str]:
    """Return what is wrong in "1 for girls and 2 for boys, compared with 3 and 4 in England"."""
    mine, *rest = re.split(", (?:compared with|against) ", words, maxsplit=1)
    keys = [(who, year) for who in groups for year in years]
    bare = re.sub(rf" in {YEAR}", "", mine)
    numbers = re.findall(rf"(?<![\w/]){NUMBER}", bare)
    if len(numbers) != len(keys):
        return [f"{len(numbers)} figures for {len(keys)}: {words}"]
    wrong = [
        w
        for (who, year), value in zip(keys, numbers, strict=True)
        for w in equal(rows, who, year, "ours", value)
    ]
    theirs = rest[0] if rest else ""
    listed = rf"{NUMBER}(?:(?:, | and ){NUMBER})*"
    own = re.findall(rf"({AREA})’s? ({listed})", theirs)
    apart = [(area, n) for n, area in re.findall(rf"({listed}) (?:in|for) ({AREA})", theirs)]
    for area, values in own or apart:
        for (who, year), value in zip(keys, re.findall(NUMBER, values), strict=True):
            wrong += equal(rows, who, year, key_of(area), value)
    if theirs and not own and not apart:
        known = [[rows.value(*key, area) for key in keys] for area in ORDER]
        values = [read_value(value) for value in re.findall(NUMBER, theirs)]
        wrong += [] if values in known else [f"of no area: {theirs}"]
    return wrong


def equal(rows: Rows, who: Who, year: str, area: str, text: str) -> list[str]:
    """Return that a printed figure is not that of a group, if it is not."""
    known = rows.value(who, year, area)
    if known == read_value(text):
        return []
    return [f"{text} is not that of {who} in {area}, {year}: {known}"]


def read_value(text: str) -> Fraction:
    """Return a printed number."""
    return Fraction(text.replace("−", "-").replace(",", ""))
