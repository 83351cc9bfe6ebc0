"""Sentences that say how groups stand, and their figures, turned into what is wrong with each.

A reader returns nothing for a sentence that is not of its kind.
"""

from __future__ import annotations

import re

from tests.wording.grammar import AREA, NUMBER, YEAR, key_of
from tests.wording.groupnames import STANDS, WHEN, groups_said, years_said
from tests.wording.grouprows import Rows, Told, equal, figures, stand


def claim(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In 2020/21 girls (85 pupils) scored above England (46.1, compared with 36.7)"."""
    tail = rf"(?: \((?P<f>{NUMBER}[^()]*)\))?\."
    after = rf"(?P<who>.*?) scored (?P<s>{STANDS}) {WHEN}{tail}"
    before = rf"{WHEN} (?P<who>.*?) scored (?P<s>{STANDS}){tail}"
    bare = text.removeprefix("Even so, ")
    found = re.fullmatch(after, bare) or re.fullmatch(before, bare)
    who = groups_said(rows, found["who"], years_said(found)) if found else None
    if not found or who is None:
        return None
    groups, wrong = who
    years = years_said(found)
    how = "bare" if bare != text else "each" if told.whole else "exact"
    wrong += stand(rows, groups, years, found["s"], told, how)
    if not told.who:
        told.who, told.years, told.run = groups, years, bool(found["n"])
        told.whole, told.side = "every" in found["who"].casefold(), found["s"]
    if found["f"]:
        wrong += figures(rows, groups, years, found["f"])
    return wrong


def at(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "At 13.9, the score for girls (85 pupils) was slightly below England (14.5) in …"."""
    found = re.fullmatch(
        rf"At (?P<v>{NUMBER}), the score (?:for (?P<who>.*?)|in Ourshire) was (?P<s>.*) "
        rf"in (?P<y>{YEAR})\.",
        text,
    )
    if not found:
        return None
    years = [found["y"]]
    who = groups_said(rows, found["who"] or "pupils in Ourshire", years)
    if who is None:
        return None
    (groups, wrong), told.years = who, years
    told.who = groups
    wrong += equal(rows, groups[0], years[0], "ours", found["v"])
    for area, value in re.findall(rf"({AREA}) \(({NUMBER})\)", found["s"]):
        wrong += equal(rows, groups[0], years[0], key_of(area), value)
    return wrong + stand(rows, groups, years, re.sub(r" \([^)]*\)", "", found["s"]), told)


def figures_of(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In 2020/21 the average was 1, against England’s 2" and its likes."""
    found = re.fullmatch(
        rf"(?:In (?P<y>{YEAR}) |For (?P<who>.*?) )?[Tt]he averages? (?:was|were) "
        rf"(?P<f>{NUMBER}.*)\.",
        text,
    )
    if not found:
        return None
    if len(re.findall(NUMBER, re.sub(YEAR, "", text))) > 4:
        return ["more than four numbers"]
    if not told.who:
        return ["figures of no claim"]
    groups, years = told.who, [found["y"]] if found["y"] else told.years
    if found["who"]:
        named = groups_said(rows, found["who"], years)
        if named is None:
            return None
        groups = named[0]
    dated = re.findall(rf"{NUMBER} in ({YEAR})", found["f"])
    return figures(rows, groups, dated or years[-1:], found["f"])


def also(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "They also scored well below statistical neighbours" for those just spoken of."""
    found = re.fullmatch(rf"They (?:also )?scored (?P<s>{STANDS})\.", text)
    if found and not told.who:
        return ["of nobody"]
    return stand(rows, told.who, told.years, found["s"], told) if found else None


def split(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In England it was 1, for statistical neighbours 2 and in the South East 3"."""
    one = rf"(?:[Ii]n|[Ff]or) ({AREA}) (?:it was )?({NUMBER})"
    if not re.fullmatch(rf"{one}(?:(?:, | and ){one})*\.", text):
        return None
    if not told.who:
        return ["figures of no claim"]
    who, year = told.who[-1], told.years[-1]
    pairs = re.findall(one, text)
    return [w for area, value in pairs for w in equal(rows, who, year, key_of(area), value)]
