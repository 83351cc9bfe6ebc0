"""Sentences about change over the years, turned into what is wrong with each.

A reader returns nothing for a sentence that is not of its kind.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tests.wording.grammar import COUNTS, NUMBER, YEAR, read_number, subject_of
from tests.wording.published import Raw
from tests.wording.rawrows import all_years, equal, shown, unbroken


def change(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y rose from 1 in 2015/16 to 2 in 2019/20, a rise of 1 point"."""
    subject = subject_of(raw, ours, measure)
    ends = rf"from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) to (?P<b>{NUMBER})%? in (?P<yb>{YEAR})"
    tail = rf"(?:, a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*)?"
    found = re.fullmatch(rf"{subject} (?P<v>rose|fell|changed little,) {ends}{tail}\.", text)
    if not found:
        by = re.fullmatch(rf"That is a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*\.", text)
        same = re.fullmatch(
            rf"{subject} was (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) and in (?P<yb>{YEAR})\.", text
        )
        if by:
            first, last = (shown(raw, ours, measure, ours, year) for year in context)
            return [] if abs(last - first) == read_number(by["d"]) else ["wrong difference"]
        if not same:
            return None
        context[:] = [same["ya"], same["yb"]]
        return [
            problem
            for year in context
            for problem in equal(raw, ours, measure, ours, year, same["a"])
        ]
    context[:] = [found["ya"], found["yb"]]
    wrong = list(equal(raw, ours, measure, ours, found["ya"], found["a"]))
    wrong += equal(raw, ours, measure, ours, found["yb"], found["b"])
    wrong += unbroken(raw, measure, found["ya"], found["yb"])
    step = read_number(found["b"]) - read_number(found["a"])
    if found["v"] != "changed little," and (step > 0) != (found["v"] == "rose"):
        wrong.append("wrong direction")
    if found["d"] and abs(step) != read_number(found["d"]):
        wrong.append("wrong difference")
    good = (step > 0) is raw.higher[measure]
    if kind == ("development" if good else "strength"):
        wrong.append("wrong kind")
    return wrong


def turned(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "It was highest in 2018/19 (5) and lowest in 2016/17 (1)" between two years."""
    one = rf"(?:highest|lowest) in {YEAR} \({NUMBER}%?\)"
    if not re.fullmatch(rf"It was {one}(?: and {one})?\.", text):
        return None
    first, last = context
    known = {year: shown(raw, ours, measure, ours, year) for year in all_years(raw, ours, measure)}
    values = [value for year, value in known.items() if first <= year <= last]
    wrong = []
    for word, year, value in re.findall(rf"(highest|lowest) in ({YEAR}) \(({NUMBER})%?\)", text):
        wrong += equal(raw, ours, measure, ours, year, value)
        best = max(values) if word == "highest" else min(values)
        if not first < year < last or known[year] != best:
            wrong.append(f"not the {word}")
    return wrong


def since(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "Since 2018/19 it has risen by 1 point" against the last year spoken of."""
    moved = re.fullmatch(rf"Since ({YEAR}) it has (risen|fallen) by ({NUMBER}) [^.]*\.", text)
    still = re.fullmatch(rf"It has (not changed|changed little) since ({YEAR})\.", text)
    if not moved and not still:
        return None
    year = moved[1] if moved else still[2] if still else ""
    step = shown(raw, ours, measure, ours, context[-1]) - shown(raw, ours, measure, ours, year)
    if raw.breaks.get(measure) and list(unbroken(raw, measure, year, context[-1])):
        return ["across a break"]
    if moved:
        right = (step > 0) == (moved[2] == "risen") and abs(step) == read_number(moved[3])
        return [] if right else ["wrong movement"]
    return [] if not step else ["it did change"]


def record(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y in 2022/23 was 5, the highest since comparable figures began in …"."""
    found = re.fullmatch(
        rf"{subject_of(raw, ours, measure)} in (?P<y>{YEAR}) was (?P<a>{NUMBER})%?, the "
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


def steady(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y rose in each of the three years to 2022/23, from 1 in 2019/20 to 4"."""
    found = re.fullmatch(
        rf"{subject_of(raw, ours, measure)} (?P<v>rose|fell) in each of the (?P<n>\w+) years to "
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
