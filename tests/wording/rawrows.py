"""A claim read out of a sentence, turned into what the raw rows say against it.

A claim is an area, a year and a figure or a side. The rows are worked out again with fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tests.wording.grammar import COUNTS, NAMES, NUMBER, SIDE, YEAR, read_number
from tests.wording.published import Raw


def stands(raw: Raw, ours: int, measure: str, words: str, years: list[str]) -> Iterator[str]:
    """Yield each year and area for which "above England but below …" is not so."""
    for side, names in re.findall(rf"({SIDE}) ({NAMES})", words):
        for area in re.findall("England|statistical neighbours", names):
            for year in years:
                mine = shown(raw, ours, measure, ours, year)
                theirs = shown(raw, ours, measure, area, year)
                is_so = {
                    "above": mine > theirs,
                    "below": mine < theirs,
                    "with": mine == theirs,
                    "to": False,
                }[side.split()[-1]]
                if not is_so:
                    yield f"not {side} {area} in {year} ({float(mine)}, {float(theirs)})"


def right_kind(raw: Raw, measure: str, kind: str, words: str) -> Iterator[str]:
    """Yield that a statement is of the wrong kind, if the side it names first says so."""
    sides = [side.split()[-1] for side, _ in re.findall(rf"({SIDE}) ({NAMES})", words)]
    first = next((side for side in sides if side in ("above", "below")), None)
    good = None if first is None else (first == "above") is raw.higher[measure]
    wanted = {True: "strength", False: "development", None: "context"}[good]
    if kind != wanted:
        yield f"a {kind}, not a {wanted}"


def against(raw: Raw, ours: int, measure: str, area: str, years: list[str]) -> dict[str, list[str]]:
    """Return the years in which we stood above an area, and below it."""
    found: dict[str, list[str]] = {"above": [], "below": []}
    for year in years:
        theirs = shown(raw, ours, measure, area, year, plain=True)
        mine = shown(raw, ours, measure, ours, year, plain=True)
        if (
            mine is not None
            and theirs is not None
            and mine != theirs
            and _enough(raw, ours, measure, area, year)
        ):
            found["above" if mine > theirs else "below"].append(year)
    return found


def _enough(raw: Raw, ours: int, measure: str, area: str, year: str) -> bool:
    """Return whether an average rests on at least half of the neighbours."""
    near = raw.neighbours[ours]
    known = [one for one in near if (measure, one, year) in raw.values]
    return area == "England" or 2 * len(known) >= len([n for n in near if n in raw.names])


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
    if "England" not in theirs and "neighbours" not in theirs:
        values = [read_number(value) for value in re.findall(NUMBER, theirs)]
        known = [
            [shown(raw, ours, measure, area, year, plain=True) for year in years]
            for area in ("England", "neighbours")
        ]
        if values not in known:
            yield "not the figures of any area"
        return
    listed = rf"{NUMBER}%?(?: and {NUMBER}%?)*"
    own = re.findall(rf"(England|statistical neighbours)’s? ({listed})", theirs)
    apart = re.findall(rf"({listed}) (?:in|for) (England|statistical neighbours)", theirs)
    pairs = own or [(area, numbers) for numbers, area in apart]
    if len(pairs) != theirs.count("England") + theirs.count("neighbours"):
        yield f"cannot be read: {theirs}"
    for area, numbers in pairs:
        for value, year in zip(re.findall(NUMBER, numbers), years, strict=True):
            yield from equal(raw, ours, measure, area, year, value)


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
    area = "neighbours" if area == "statistical neighbours" else area
    number = area if isinstance(area, int) else ours
    for name, (older, instead) in raw.stale.items():
        if year == instead and str(area) == name.removeprefix("Statistical "):
            year = older
    value = raw.shown(measure, area if isinstance(area, str) else "ours", year, number)
    if value is None and not plain:
        raise AssertionError(f"there is no figure of {area} for {measure} in {year}")
    return value  # type: ignore[return-value]


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
