"""The title of a line turned into what a reader would find wrong with it, from raw figures.

A title that cannot be read, or has more than fifteen words, is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.wording.grammar import ASKED, COUNTS, NUMBER, YEAR, key_of, read_number, wrong_word
from tests.wording.sizes import ON_ONE_SIDE, Pair

LONGEST = 15
AREA = "(?:England|statistical neighbours)"
SIDE = "(?:above|below|level with|similar(?:ly)? to)"
STAND = rf"{SIDE} {AREA}(?:’s|’)?(?: and {AREA})?"
STANDS = rf"{STAND}(?: and {STAND})?"
WHEN = rf"in (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})|(?P<y>{YEAR}))"


@dataclass(frozen=True)
class Line:
    """What a line shows: our figures by year, each beside those of an area, and what it is called.

    `years` are those shown, with a figure or without; `claim` and `fact` are the patterns of the
    beginnings of a title; `scale` is how far apart figures must be to have moved.
    """

    years: list[str]
    mine: dict[str, Fraction]
    pair: Callable[[str, str], Pair | None]
    higher: bool
    claim: str
    fact: str
    name: str
    tolerance: Fraction
    breaks: frozenset[str] = frozenset()


def problems(line: Line, title: str) -> Iterator[str]:
    """Yield what is wrong with the title of a line."""
    if len(title.split()) > LONGEST:
        yield f"{len(title.split())} words"
    yield from wrong_word(title)
    claim = re.fullmatch(rf"{line.claim} (?P<s>{STANDS}) {WHEN}", title)
    if claim:
        yield from _claim(line, claim)
        return
    moved = re.fullmatch(
        rf"{line.fact} (?P<v>rose|fell) from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) "
        rf"to (?P<b>{NUMBER})%? in (?P<yb>{YEAR})",
        title,
    )
    last = re.fullmatch(rf"{line.fact} was (?P<a>{NUMBER})%? in (?P<ya>{YEAR})", title)
    if moved:
        yield from _moved(line, moved)
    elif last:
        if last["ya"] != max(line.mine) or line.mine[last["ya"]] != read_number(last["a"]):
            yield "not our last figure"
    elif title != f"{line.name}, {_span(line.years)}":
        yield "cannot be read"


def _claim(line: Line, found: re.Match[str]) -> Iterator[str]:
    """Yield each area to which we do not stand as claimed, and any that goes unsaid against us."""
    years = [found["y"]]
    if found["n"]:
        years = line.years[-COUNTS.get(found["n"], 0) or -int(found["n"]) :]
        firsts = [int(year[:4]) for year in years]
        if firsts != list(range(firsts[0], firsts[0] + len(firsts))):
            yield "a year is missing"
    if (found["t"] or found["y"]) != line.years[-1] or years[-1] != line.years[-1]:
        yield "not up to the last year shown"
    said = {
        key_of(area): side
        for side, *areas in re.findall(rf"({SIDE}) ({AREA})(?:’s|’)?(?: and ({AREA}))?", found["s"])
        for area in areas
        if area
    }
    for area, side in said.items():
        items = [line.pair(area, year) for year in years]
        known = [item for item in items if item]
        right = _side(known, _run(line, area)) if len(known) == len(years) else "nothing"
        if side.replace("similarly", "similar") != right:
            yield f"{side} {area} in {years} where {right} was meant"
    worse = "below" if line.higher else "above"
    for area in ASKED:
        item = line.pair(area, line.years[-1])
        if item and item.relation == worse and area not in said and worse not in said.values():
            yield f"{worse} {area}, which is not said"


def _run(line: Line, area: str) -> int:
    """Return in how many years without a gap, up to the last, we stood on its side."""
    last, years = line.pair(area, line.years[-1]), []
    for year in reversed(line.years):
        item = line.pair(area, year)
        gap = bool(years) and years[-1] - int(year[:4]) != 1
        if not item or not last or item.relation != last.relation or gap:
            break
        years.append(int(year[:4]))
    return len(years)


def _side(items: list[Pair], run: int) -> str:
    """Return the side of all figures: of one year similar if alike, unless it ends a long run."""
    relations = {item.relation for item in items}
    if len(items) == 1 and items[0].alike and run < ON_ONE_SIDE:
        relations = {"in line"}
    if relations == {"in line"}:
        return "similar to" if any(item.step for item in items) else "level with"
    return relations.pop() if len(relations) == 1 else "both sides of"


def _moved(line: Line, found: re.Match[str]) -> Iterator[str]:
    """Yield what is wrong in "rose from 1 in 2016/17 to 2 in 2020/21", with turns between them."""
    first, last = found["ya"], found["yb"]
    if (first, last) != (min(line.mine), max(line.mine)):
        yield "not the first and the last year"
        return
    ends = [line.mine[first], line.mine[last]]
    if ends != [read_number(found["a"]), read_number(found["b"])]:
        yield "not our figures"
    step = ends[1] - ends[0]
    if abs(step) <= line.tolerance or (step > 0) != (found["v"] == "rose"):
        yield "not the movement"
    if not all(min(ends) <= value <= max(ends) for value in line.mine.values()):
        yield "turns between the ends"
    if any(first < year <= last for year in line.breaks):
        yield "across a break"


def _span(years: list[str]) -> str:
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
