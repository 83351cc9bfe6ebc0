"""A claim read out of a sentence, turned into what the raw rows say against it.

A claim is an area, a year and a figure or a side. The rows are worked out again with fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from tests.wording.grammar import (
    AREA,
    ASKED,
    COUNTS,
    NAMES,
    NUMBER,
    ORDER,
    SIDE,
    YEAR,
    key_of,
    read_number,
)
from tests.wording.published import Raw
from tests.wording.sizes import Pair, borne_out, wanted


@dataclass
class Told:
    """What the sentences before said: the years of the claim, of which areas, and what moved."""

    years: list[str] = field(default_factory=list)
    run: bool = False
    claimed: bool = False
    areas: set[tuple[str, str]] = field(default_factory=set)
    moves: list[Pair] = field(default_factory=list)
    turned: bool = False


def stands(
    raw: Raw, ours: int, measure: str, words: str, years: list[str], told: Told | None = None
) -> Iterator[str]:
    """Yield each area for which "above England but slightly below …" is not what the rows say."""
    deciding = first_of(raw, ours, measure, years)
    for side, names in re.findall(rf"({SIDE}) ({NAMES})", words):
        for area in (key_of(name) for name in re.findall(AREA, names)):
            items = pairs(raw, ours, measure, area, years)
            right = wanted(items, deciding) if items else "nothing"
            if side.replace("similarly", "similar") != right or not borne_out(right, items):
                yield f"{side} {area} in {', '.join(years)} where {right} was meant"
            if told:
                told.areas |= {(area, year) for year in years}


def pairs(raw: Raw, ours: int, measure: str, area: str, years: list[str]) -> list[Pair]:
    """Return our figures beside those of an area in some years; none where one is missing."""
    found = [pair(raw, ours, measure, area, year) for year in years]
    known = [one for one in found if one]
    return known if len(known) == len(found) else []


def pair(raw: Raw, ours: int, measure: str, area: str, year: str) -> Pair | None:
    """Return our figure beside that of an area, where the two may be set side by side."""
    mine = raw.exact(measure, ours, year, ours)
    theirs = raw.exact(measure, area, year_of(raw, area, year), ours)
    if mine is None or theirs is None or not enough(raw, ours, measure, area, year):
        return None
    return Pair(mine, theirs, raw.scales[measure], raw.people(measure, ours, year))


def first_of(raw: Raw, ours: int, measure: str, years: list[str]) -> list[Pair]:
    """Return the figures of the area that decides: the first not in line in the last."""
    found = [pairs(raw, ours, measure, area, years) for area in ASKED]
    found = [items for items in found if items]
    apart = [items for items in found if items[-1].relation != "in line"]
    return [*apart, *found, []][0]


def right_kind(raw: Raw, ours: int, measure: str, kind: str, told: Told) -> Iterator[str]:
    """Yield that a claim is of the wrong kind, by the first area asked for that is not in line."""
    relation = first_of(raw, ours, measure, told.years)[-1].relation
    good = None if relation == "in line" else (relation == "above") is raw.higher[measure]
    wanted = {True: "strength", False: "development", None: "context"}[good]
    if kind != wanted:
        yield f"a {kind}, not a {wanted}"


def against(raw: Raw, ours: int, measure: str, area: str, years: list[str]) -> dict[str, list[str]]:
    """Return the years in which we stood above an area, and below it, beyond the tolerance."""
    found: dict[str, list[str]] = {"above": [], "below": [], "in line": []}
    for year in years:
        item = pair(raw, ours, measure, area, year)
        if item:
            found[item.relation].append(year)
    return found


def enough(raw: Raw, ours: int, measure: str, area: str, year: str) -> bool:
    """Return whether an average rests on at least half of the neighbours."""
    near = raw.neighbours[ours]
    known = [one for one in near if (measure, one, year) in raw.values]
    stale = year_of(raw, area, year) != year
    return (
        area != "neighbours" or stale or 2 * len(known) >= len([n for n in near if n in raw.names])
    )


def unbroken(raw: Raw, measure: str, first: str, last: str) -> Iterator[str]:
    """Yield each break between two years: what begins with a year is not like what went before."""
    for year in raw.breaks.get(measure, ()):
        if first < year <= last:
            yield f"compared across the break of {year}"


def compared(raw: Raw, ours: int, measure: str, words: str, years: list[str]) -> Iterator[str]:
    """Yield what is wrong in "1 in 2021 and 2 in 2022, compared with 3 and 4 in England and …"."""
    mine, theirs = re.split(", (?:compared with|against) ", f"{words}, against ", maxsplit=1)
    theirs = theirs.removesuffix(", against ")
    bare = re.sub(rf" in {YEAR}", "", mine)
    for value, year in zip(re.findall(NUMBER, bare), years, strict=True):
        yield from equal(raw, ours, measure, ours, year, value)
    if not theirs:
        return
    if not re.search(AREA, theirs):
        values = [read_number(value) for value in re.findall(NUMBER, theirs)]
        known = [
            [shown(raw, ours, measure, area, year, plain=True) for year in years] for area in ORDER
        ]
        if values not in known:
            yield "not the figures of any area"
        return
    listed = rf"{NUMBER}%?(?: and {NUMBER}%?)*"
    own = re.findall(rf"({AREA})’s? ({listed})", theirs)
    apart = re.findall(rf"({listed}) (?:in|for) ({AREA})", theirs)
    named = own or [(area, numbers) for numbers, area in apart]
    if len(named) != len(re.findall(AREA, theirs)):
        yield f"cannot be read: {theirs}"
    for area, numbers in named:
        for value, year in zip(re.findall(NUMBER, numbers), years, strict=True):
            yield from equal(raw, ours, measure, key_of(area), year, value)


def equal(
    raw: Raw, ours: int, measure: str, area: int | str, year: str, text: str
) -> Iterator[str]:
    """Yield that a printed figure is not that of an area in a year, if it is not."""
    if shown(raw, ours, measure, area, year, plain=True) != read_number(text):
        yield f"{text} is not the figure of {area} in {year}"


def shown(
    raw: Raw, ours: int, measure: str, area: int | str, year: str, plain: bool = False
) -> Fraction:
    """Return the figure of an area as printed; the older one where it is said to be older."""
    if isinstance(area, str):
        year = year_of(raw, area, year)
    value = raw.shown(measure, area, year, ours)
    if value is None and not plain:
        raise AssertionError(f"there is no figure of {area} for {measure} in {year}")
    return value  # type: ignore[return-value]


def year_of(raw: Raw, area: str, year: str) -> str:
    """Return the year of an area's figure: an older one where the statement says so."""
    older, instead = raw.stale.get(area, ("", ""))
    return older if instead == year else year


def years_said(raw: Raw, ours: int, measure: str, found: re.Match[str]) -> list[str]:
    """Return the years that a match of `WHEN` names."""
    if found["n"]:
        count = COUNTS.get(found["n"]) or int(found["n"])
        years = [year for year in all_years(raw, ours, measure) if year <= found["t"]][-count:]
        firsts = [int(year[:4]) for year in years]
        assert firsts == list(range(firsts[0], firsts[0] + count)), f"a year is missing: {years}"
        return years
    return [found["y"]] if found["y"] else [found["a"], found["b"]]


def all_years(raw: Raw, ours: int, measure: str) -> list[str]:
    """Return the years for which we have a figure."""
    return sorted(year for year in raw.years[measure, ours] if (measure, ours, year) in raw.values)
