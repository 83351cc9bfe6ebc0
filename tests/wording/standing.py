"""Sentences about where an area stands beside others, turned into what is wrong with each.

A reader returns nothing for a sentence that is not of its kind.
"""

from __future__ import annotations

import re

from tests.wording.grammar import (
    AREA,
    COUNTS,
    NUMBER,
    SIDE,
    STANDS,
    SUBJECT,
    WHEN,
    YEAR,
    key_of,
    read_number,
)
from tests.wording.published import Raw
from tests.wording.rawrows import (
    Told,
    against,
    compared,
    equal,
    first_of,
    pair,
    pairs,
    stands,
    unbroken,
    years_said,
)
from tests.wording.sizes import borne_out, together


def claim(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "the X in Y was above England and below … in 2022/23 (1, compared with 2 in …)"."""
    figures = rf"(?: \((?P<figures>{NUMBER}%?[^()]*)\))?\."
    after = re.fullmatch(rf"{SUBJECT} was (?P<stands>{STANDS}) (?P<when>{WHEN}){figures}", text)
    before = re.fullmatch(rf"(?P<when>{WHEN}) {SUBJECT} was (?P<stands>{STANDS}){figures}", text)
    found = after or before
    if not found:
        return None
    years = years_said(raw, ours, measure, found)
    told.years, told.run, told.claimed = years, bool(found["n"]), True
    wrong = list(stands(raw, ours, measure, found["stands"], years, told))
    if found["figures"]:
        wrong += compared(raw, ours, measure, found["figures"], years[-1:])
    return wrong


def at(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "At 8.0%, the X in Y was above England (7.8%) but below … (8.7%) in 2022/23"."""
    found = re.fullmatch(
        rf"At (?P<mine>{NUMBER})%?, {SUBJECT} was (?P<stands>.*) "
        rf"in (?P<y>{YEAR})\.",
        text,
    )
    if not found:
        return None
    year = found["y"]
    told.years, told.claimed = [year], True
    wrong = list(equal(raw, ours, measure, ours, year, found["mine"]))
    for area, value in re.findall(rf"({AREA}) \(({NUMBER})%?\)", found["stands"]):
        wrong += equal(raw, ours, measure, key_of(area), year, value)
    bare = re.sub(r" \([^)]*\)", "", found["stands"])
    return [
        *wrong,
        *stands(raw, ours, measure, bare, [year], told),
    ]


def figures(
    raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told
) -> list[str] | None:
    """Check "The average was 1 in 2022/23, compared with 2 in England and 3 for …"."""
    found = re.fullmatch(
        rf"(?:The|In (?P<y>{YEAR}) the) (?:share|average|rate|number|gap)s? (?:was|were) "
        rf"(?P<f>{NUMBER}.*?)(?P<c>, (?:compared with|against) .*)?\.",
        text,
    )
    if not found:
        return None
    dated = re.findall(rf"({NUMBER})%? in ({YEAR})", found["f"])
    years = [year for _, year in dated] or ([found["y"]] if found["y"] else told.years[-1:])
    if not years:
        return ["figures of no claim"]
    if len(years) == 2 and list(unbroken(raw, measure, *years)):
        return ["two years that are not comparable stand side by side"]
    bare = re.sub(YEAR, "", text)
    if len(re.findall(NUMBER, bare)) > 4:
        return ["too many numbers"]
    if not set(years) <= set(told.years):
        told.years = years
    return list(compared(raw, ours, measure, found["f"] + (found["c"] or ""), years))


def apart(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "In England it was 1, for statistical neighbours 2 and in the South East 3"."""
    one = rf"(?:[Ii]n|[Ff]or) ({AREA}) (?:it was )?({NUMBER})%?"
    if not re.fullmatch(rf"{one}(?:(?:, | and ){one})*\.", text):
        return None
    return [
        problem
        for area, value in re.findall(one, text)
        for problem in equal(raw, ours, measure, key_of(area), told.years[-1], value)
    ]


def beside(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "The rate was below statistical neighbours (1) in 2022/23 but above them in …".

    Of two areas named together, "below both London and …", the same has to hold in the same years.
    """
    listed = rf"{YEAR}(?:(?:, | and ){YEAR})*"
    when = rf"in (?:both )?({listed}|\w+ of those years|each of the \w+ years to {YEAR})"
    part = rf"({SIDE}) ({AREA}|them|it)(?: \(({NUMBER})%?\))? {when}"
    pair_of = rf"({SIDE}) ((?:both )?{AREA} and {AREA}) {when}"
    lead = "The (?:share|average|rate) was"
    if two := re.fullmatch(rf"{lead} {pair_of}\.", text):
        areas = [key_of(name) for name in re.findall(AREA, two[2])]
        read = [_part(raw, ours, measure, area, two[1], two[3], "", told) for area in areas]
        wrong = [problem for _, found in read for problem in found]
        wrong += [] if read[0][0] == read[1][0] else [f"not the same years: {read}"]
        if len(set(areas)) < 2 or text.count("both") > 1:
            wrong.append("one area twice, or both of both")
        return wrong
    found = re.fullmatch(rf"{lead} {part}(?: but {part})?\.", text)
    if not found:
        return None
    area = key_of(found[2])
    parts = (found.groups()[:4], found.groups()[4:])
    return [
        problem
        for side, _, value, words in parts
        if side
        for problem in _part(raw, ours, measure, area, side, words, value, told)[1]
    ]


def _part(
    raw: Raw, ours: int, measure: str, area: str, side: str, words: str, value: str, told: Told
) -> tuple[list[str], list[str]]:
    """Return the years that one part speaks of, and what is wrong with it."""
    wrong = []
    years = re.findall(YEAR, words) or _counted(raw, ours, measure, area, words, told.years)
    if each := re.match(r"each of the (\w+) years", words):
        years = told.years[-(COUNTS.get(each[1]) or int(each[1])) :]
        wrong += [] if years[-1] in words else [f"the last year is not {words}"]
    items = pairs(raw, ours, measure, area, years)
    if not items or side != together(items) or not borne_out(side, items):
        wrong.append(f"not {side} {area} {words}")
    wrong += equal(raw, ours, measure, area, years[0], value) if value else []
    told.areas |= {(area, year) for year in years}
    return years, wrong


def _counted(
    raw: Raw, ours: int, measure: str, area: str, words: str, years: list[str]
) -> list[str]:
    """Return the years that "four of those years" means: those of the other story, if so many."""
    count = COUNTS.get(words.split()[0]) or int(words.split()[0])
    story = first_of(raw, ours, measure, years)[-1].relation
    others = against(raw, ours, measure, area, years)["below" if story == "above" else "above"]
    last = [] if years[-1] in others else [years[-1]]
    return next((kept for kept in (others, others[:-1], others + last) if len(kept) == count), [])


def also(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "It was slightly above statistical neighbours" for the years of the claim before."""
    found = re.fullmatch(rf"It was (?:also )?({STANDS})\.", text)
    return list(stands(raw, ours, measure, found[1], told.years, told)) if found else None


def rank(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "With it and its neighbours ranked from best to worst, Y was joint 3rd of 11 …"."""
    if quarter := re.fullmatch(r"That is in the (\w+) quarter\.", text):
        right = quarter[1] == _quarter(raw, ours, measure, told.years[-1])
        return [] if right else ["wrong quarter"]
    found = re.fullmatch(
        rf"With (?P<set>it and its statistical neighbours|authorities) ranked from best to worst, "
        rf"OURS was (?P<j>joint )?(?P<r>\d+)(?:st|nd|rd|th) "
        rf"of (?P<o>\d+) for the SUBJECT in (?P<y>{YEAR}) "
        rf"\((?P<a>{NUMBER})%?\)(?:, in the (?P<q>\w+) quarter)?\.",
        text,
    )
    if not found:
        return None
    told.years = [found["y"]]
    wrong = list(equal(raw, ours, measure, ours, found["y"], found["a"]))
    everywhere = found["set"] == "authorities"
    areas = list(raw.neighbours) if everywhere else [ours, *raw.neighbours[ours]]
    known = raw.ranked(measure, tuple(areas), found["y"])
    mine = read_number(found["a"])
    if wrong:
        return wrong
    if known.index(mine) + 1 != int(found["r"]) or len(known) != int(found["o"]):
        wrong.append("wrong rank")
    if bool(found["j"]) != (known.count(mine) > 1):
        wrong.append("joint or not")
    if found["q"] and found["q"] != _quarter(raw, ours, measure, found["y"]):
        wrong.append("wrong quarter")
    return wrong


def _quarter(raw: Raw, ours: int, measure: str, year: str) -> str:
    """Return the quarter of all authorities that ours is in, cut at the quantiles of all values."""
    cuts = raw.quarters(measure, year)
    below = sum(raw.values[measure, ours, year] > cut for cut in cuts)
    names = ["last", "third", "second", "best"]
    return names[below] if raw.higher[measure] else names[3 - below]


def cross(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "the X in Y was above England in 2021/22 (2, compared with 1) and below …"."""
    half = (
        rf"(above|below) ({AREA}) in ({YEAR}) "
        rf"\(({NUMBER})%?, compared with ({NUMBER})%?\)"
    )
    found = re.fullmatch(rf"{SUBJECT} was {half} and {half}\.", text)
    if not found:
        return None
    wrong = []
    told.years = [found[3], found[8]]
    for side, area, year, mine, theirs in (found.groups()[:5], found.groups()[5:]):
        wrong += equal(raw, ours, measure, ours, year, mine)
        wrong += equal(raw, ours, measure, key_of(area), year, theirs)
        item = pair(raw, ours, measure, key_of(area), year)
        wrong += [] if item and item.relation == side else [f"not {side} {area} in {year}"]
    return wrong


def mean(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Check "The neighbour average is the mean of 7 of 10 areas" for one of the years spoken of."""
    lead = "The neighbour average is the mean of "
    found = re.fullmatch(rf"{lead}(?:(\d+) of \d+ areas|(.*) of \d+ areas)\.", text)
    if not found:
        return None
    near = raw.neighbours[ours]
    counts = {y: len([a for a in near if (measure, a, y) in raw.values]) for y in told.years}
    if found[1]:
        return [] if int(found[1]) in counts.values() else ["wrong number of neighbours"]
    dated = re.findall(rf"(\d+) in ({YEAR})", found[2])
    wrong = [year for count, year in dated if counts.get(year) != int(count)]
    return [f"wrong number of neighbours in {year}" for year in wrong]
