"""A claim about groups, turned into what raw rows of (group, year, area) say against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tests.wording.grammar import NUMBER, SIDE, YEAR

Who = tuple[tuple[str, str], ...]
Row = tuple[Who, str, str]
AREA = r"(?:England|statistical neighbours)"


@dataclass
class Rows:
    """Values and pupils by group, year and area: "ours", "england" and "neighbours".

    `values` are in tenths as printed, `exact` the same before rounding.
    """

    values: dict[Row, int] = field(default_factory=dict)
    exact: dict[Row, Fraction] = field(default_factory=dict)
    pupils: dict[tuple[Who, str], int] = field(default_factory=dict)
    near: dict[tuple[Who, str], tuple[int, int]] = field(default_factory=dict)
    older: dict[str, tuple[str, str]] = field(default_factory=dict)

    def value(self, who: Who, year: str, area: str) -> int | None:
        """Return a value in tenths; of an area whose figure is said to be older, the older one."""
        return self.values.get(self._row(who, year, area))

    def apart(self, who: Who, year: str, area: str) -> Fraction:
        """Return how far we stand above an area before rounding, in points."""
        mine, theirs = self._row(who, year, "ours"), self._row(who, year, area)
        return self.exact[mine] - self.exact[theirs]

    def _row(self, who: Who, year: str, area: str) -> Row:
        key = "neighbours" if area.endswith("neighbours") else area.casefold()
        for name, (older, instead) in self.older.items():
            same = name.endswith("neighbours") == (key == "neighbours")
            if key != "ours" and same and year == instead:
                year = older
        return who, year, key


def published(rows: Rows, who: Who) -> bool:
    """Return whether the rows hold a group at all."""
    return any(key[0] == who for key in rows.pupils)


def pupils_counted(rows: Rows, who: Who, years: Sequence[str]) -> set[int]:
    """Return the numbers of pupils of a group in some years."""
    return {rows.pupils[who, year] for year in years if (who, year) in rows.pupils}


def stand(
    rows: Rows, groups: Sequence[Who], years: Sequence[str], words: str, sized: bool = True
) -> list[str]:
    """Return each group, year and area for which "above England but below …" is not so.

    The word for how far is read too, unless the words do not say it (`sized`) or are of several.
    """
    wrong = []
    for side, areas in re.findall(
        rf"({SIDE}) (?:both )?(?:the same group in )?({AREA}(?: and {AREA}(?! [\w(]))?)", words
    ):
        for area in re.findall(AREA, areas):
            for who in groups:
                for year in years:
                    gap = gap_to(rows, who, year, area)
                    last = side.split()[-1]
                    right = (
                        gap is not None
                        and {
                            "above": gap > 0,
                            "below": gap < 0,
                            "with": gap == 0,
                            "to": False,
                        }[last]
                    )
                    if not right:
                        wrong.append(f"{who} not {side} {area} in {year}: {gap}")
                        continue
                    word = _size(gap or 0, rows.apart(who, year, area))
                    if sized and word != side and len(groups) * len(years) == 1:
                        wrong.append(f"{side} where {word} was meant")
    return wrong


def _size(gap: int, points: Fraction) -> str:
    """Return the words for a difference: its side as printed, its size from the table by hand."""
    if not gap:
        return "level with"
    word = "" if 2 <= abs(points) < 5 else "slightly " if abs(points) < 2 else "well "
    return word + ("above" if gap > 0 else "below")


def gap_to(rows: Rows, who: Who, year: str, area: str) -> int | None:
    """Return how far we stand above an area, in tenths of a point."""
    mine, theirs = rows.value(who, year, "ours"), rows.value(who, year, area)
    return None if mine is None or theirs is None else mine - theirs


def enough(rows: Rows, who: Who, year: str, area: str) -> bool:
    """Return whether an average rests on at least half of the neighbours."""
    used, of = rows.near.get((who, year), (0, 3))
    return area == "England" or 2 * used >= of


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
            wrong += equal(rows, who, year, area, value)
    if theirs and not own and not apart:
        known = [[rows.value(*key, area) for key in keys] for area in ("England", "neighbours")]
        values = [tenths(value) for value in re.findall(NUMBER, theirs)]
        wrong += [] if values in known else [f"of no area: {theirs}"]
    return wrong


def equal(rows: Rows, who: Who, year: str, area: str, text: str) -> list[str]:
    """Return that a printed figure is not that of a group, if it is not."""
    known = rows.value(who, year, area)
    return (
        [] if known == tenths(text) else [f"{text} is not that of {who} in {area}, {year}: {known}"]
    )


def tenths(text: str) -> int:
    """Return a printed number in tenths."""
    return int(Fraction(text.replace("−", "-").replace(",", "")) * 10)
