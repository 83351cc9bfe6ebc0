"""Sentences about change over the years, turned into what is wrong with each.

A reader returns nothing for a sentence that is not of its kind.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tests.wording.grammar import COUNTS, NUMBER, SUBJECT, YEAR, read_number
from tests.wording.published import Raw
from tests.wording.rawrows import Told, all_years, equal, shown, unbroken
from tests.wording.sizes import Pair


def change(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "the X in Y rose from 1 in 2015/16 to 2 in 2019/20, a rise of 1 point"."""
    ends = rf"from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) to (?P<b>{NUMBER})%? in (?P<yb>{YEAR})"
    tail = rf"(?:, a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*)?"
    found = re.fullmatch(rf"{SUBJECT} (?P<v>rose|fell|changed little,) {ends}{tail}\.", text)
    if not found:
        by = re.fullmatch(rf"That is a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*\.", text)
        same = re.fullmatch(
            rf"{SUBJECT} was (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) and in (?P<yb>{YEAR})\.", text
        )
        if by:
            first, last = (shown(raw, ours, measure, ours, year) for year in told.years)
            return [] if abs(last - first) == read_number(by["d"]) else ["wrong difference"]
        if not same:
            return None
        told.years = [same["ya"], same["yb"]]
        told.moves.append(step_of(raw, ours, measure, same["ya"], same["yb"]))
        return [
            problem
            for year in told.years
            for problem in equal(raw, ours, measure, ours, year, same["a"])
        ]
    told.years = [found["ya"], found["yb"]]
    told.moves.append(step_of(raw, ours, measure, found["ya"], found["yb"]))
    wrong = list(equal(raw, ours, measure, ours, found["ya"], found["a"]))
    wrong += equal(raw, ours, measure, ours, found["yb"], found["b"])
    wrong += unbroken(raw, measure, found["ya"], found["yb"])
    step = read_number(found["b"]) - read_number(found["a"])
    little = abs(step) <= raw.scales[measure].tolerance
    if found["v"] != ("changed little," if little else "rose" if step > 0 else "fell"):
        wrong.append("wrong direction")
    if found["d"] and abs(step) != read_number(found["d"]):
        wrong.append("wrong difference")
    return wrong


def step_of(raw: Raw, ours: int, measure: str, first: str, last: str) -> Pair:
    """Return our figure of one year beside that of an earlier one."""
    mine, before = (raw.values[measure, ours, year] for year in (last, first))
    return Pair(mine, before, raw.scales[measure], raw.people(measure, ours, last))


def right_kind(raw: Raw, measure: str, kind: str, told: Told) -> list[str]:
    """Return that a statement on what moved is of the wrong kind.

    The longer movement decides unless only the shorter is beyond the noise; a turn decides nothing.
    """
    kinds = ["context"]
    for move in reversed([] if told.turned else told.moves):
        if move.relation != "in line" and not move.noise:
            good = (move.relation == "above") is raw.higher[measure]
            kinds.append("strength" if good else "development")
    return [] if kind == kinds[-1] else [f"{kind}, not {kinds[-1]}"]


def turned(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "It was highest in 2018/19 (5) and lowest in 2016/17 (1)" between two years."""
    one = rf"(?:highest|lowest) in {YEAR} \({NUMBER}%?\)"
    if not re.fullmatch(rf"It was {one}(?: and {one})?\.", text):
        return None
    first, last = told.years
    told.turned = True
    known = {year: shown(raw, ours, measure, ours, year) for year in all_years(raw, ours, measure)}
    values = [value for year, value in known.items() if first <= year <= last]
    wrong = []
    for word, year, value in re.findall(rf"(highest|lowest) in ({YEAR}) \(({NUMBER})%?\)", text):
        wrong += equal(raw, ours, measure, ours, year, value)
        best = max(values) if word == "highest" else min(values)
        if not first < year < last or known[year] != best:
            wrong.append(f"not the {word}")
    return wrong


def since(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "Since 2018/19 it has risen by 1 point" against the last year spoken of."""
    moved = re.fullmatch(rf"Since ({YEAR}) it has (risen|fallen) by ({NUMBER}) [^.]*\.", text)
    still = re.fullmatch(rf"It has (not changed|changed little) since ({YEAR})\.", text)
    if not moved and not still:
        return None
    year = moved[1] if moved else still[2] if still else ""
    told.moves.append(step_of(raw, ours, measure, year, told.years[-1]))
    step = shown(raw, ours, measure, ours, told.years[-1]) - shown(raw, ours, measure, ours, year)
    if raw.breaks.get(measure) and list(unbroken(raw, measure, year, told.years[-1])):
        return ["across a break"]
    little = 0 < abs(step) <= raw.scales[measure].tolerance
    if moved:
        right = (step > 0) == (moved[2] == "risen") and abs(step) == read_number(moved[3])
        return [] if right and not little else ["wrong movement"]
    right = "changed little" if little else "not changed" if not step else ""
    return [] if still and still[1] == right else ["it did change"]


def record(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "the X in Y in 2022/23 was 5, the highest since comparable figures began in …"."""
    found = re.fullmatch(
        rf"{SUBJECT} in (?P<y>{YEAR}) was (?P<a>{NUMBER})%?, the "
        rf"(?P<w>highest|lowest) since comparable figures began in (?P<s>{YEAR})\.",
        text,
    )
    if not found:
        return None
    wrong = list(equal(raw, ours, measure, ours, found["y"], found["a"]))
    wrong += unbroken(raw, measure, found["s"], found["y"])
    last = read_number(found["a"])
    for year in all_years(raw, ours, measure):
        if found["s"] <= year < found["y"]:
            value = shown(raw, ours, measure, ours, year)
            if value == last or (value > last) == (found["w"] == "highest"):
                wrong.append(f"{year} says otherwise")
    return wrong


def steady(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "the X in Y rose in each of the three years to 2022/23, from 1 in 2019/20 to 4"."""
    found = re.fullmatch(
        rf"{SUBJECT} (?P<v>rose|fell) in each of the (?P<n>\w+) years to "
        rf"(?P<yb>{YEAR}), from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) to (?P<b>{NUMBER})%?\.",
        text,
    )
    if not found:
        return None
    wrong = list(equal(raw, ours, measure, ours, found["ya"], found["a"]))
    wrong += equal(raw, ours, measure, ours, found["yb"], found["b"])
    wrong += unbroken(raw, measure, found["ya"], found["yb"])
    years = [y for y in all_years(raw, ours, measure) if found["ya"] <= y <= found["yb"]]
    values = [shown(raw, ours, measure, ours, year) for year in years]
    if len(years) - 1 != COUNTS.get(found["n"], found["n"]):
        wrong.append("wrong number of years")
    if int(found["yb"][:4]) - int(found["ya"][:4]) != len(years) - 1:
        wrong.append("a year is missing")
    for one, other in pairwise(values):
        if one == other or (other > one) != (found["v"] == "rose"):
            wrong.append("not every year")
    return wrong
