"""Statements about groups turned into what a reader would find wrong with them, from raw rows.

Nothing of the engine is used here; a sentence that no reader below can read counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.wording.grammar import NUMBER, YEAR
from tests.wording.groupnames import (
    NAMES,
    ORIGINS,
    STANDS,
    WHEN,
    group_named,
    groups_said,
    years_said,
)
from tests.wording.grouprows import (
    AREA,
    Rows,
    Who,
    enough,
    equal,
    figures,
    gap_to,
    pupils_counted,
    stand,
    tenths,
)


@dataclass
class Told:
    """What the sentences before said: whom, when and of which areas."""

    who: list[Who] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    whole: bool = False
    side: str = ""


def problems(rows: Rows, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    told = Told()
    rows.older = {
        area: (year, instead)
        for area, year, instead in re.findall(
            rf"(England|[Ss]tatistical neighbours)’s? figure is that for ({YEAR}), as there is "
            rf"none for ({YEAR})",
            text,
        )
    }
    for sentence in re.split(r"(?<=[.)])\s(?=[A-Z])", text):
        for read in READERS:
            found = read(rows, sentence, told)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"


def _claim(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In 2020/21 girls (85 pupils) scored above England (46.1, compared with 36.7)"."""
    tail = rf"(?: \((?P<f>{NUMBER}[^()]*)\))?\."
    after = rf"(?P<who>.*?) scored (?P<s>{STANDS}) {WHEN}{tail}"
    before = rf"(?:Even so, )?{WHEN} (?P<who>.*?) scored (?P<s>{STANDS}){tail}"
    found = re.fullmatch(after, text.removeprefix("Even so, ")) or re.fullmatch(before, text)
    who = groups_said(rows, found["who"], years_said(found)) if found else None
    if not found or who is None:
        return None
    groups, wrong = who
    years = years_said(found)
    wrong += stand(rows, groups, years, found["s"])
    if not told.who:
        told.who, told.years = groups, years
        told.whole, told.side = "every" in found["who"].casefold(), found["s"]
    if found["f"]:
        wrong += figures(rows, groups, years, found["f"])
    return wrong


def _at(rows: Rows, text: str, told: Told) -> list[str] | None:
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
        wrong += equal(rows, groups[0], years[0], area, value)
    return wrong + stand(rows, groups, years, re.sub(r" \([^)]*\)", "", found["s"]))


def _sentence_of_figures(rows: Rows, text: str, told: Told) -> list[str] | None:
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
    groups, years = told.who, [found["y"]] if found["y"] else told.years
    if found["who"]:
        named = groups_said(rows, found["who"], years)
        if named is None:
            return None
        groups = named[0]
    dated = re.findall(rf"{NUMBER} in ({YEAR})", found["f"])
    told.who, told.years = told.who, told.years
    return figures(rows, groups, dated or years[-1:], found["f"])


def _also(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "They also scored well below statistical neighbours" for those just spoken of."""
    found = re.fullmatch(rf"They (?:also )?scored (?P<s>{STANDS})\.", text)
    return stand(rows, told.who, told.years, found["s"]) if found else None


def _split(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In England it was 1 and for statistical neighbours 2"."""
    found = re.fullmatch(
        rf"(?:In England|For statistical neighbours) it was {NUMBER}"
        rf"(?: and for statistical neighbours {NUMBER})?\.",
        text,
    )
    if not found:
        return None
    pairs = re.findall(rf"({AREA}) (?:it was )?({NUMBER})", text)
    return [w for a, v in pairs for w in equal(rows, told.who[-1], told.years[-1], a, v)]


def _ranged(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The difference ranged from 1.0 point for White pupils to 10.0 points for …"."""
    even = re.fullmatch(rf"(?:In {YEAR} t|T)he difference was ({NUMBER}) points? for each\.", text)
    one = rf"({NUMBER}) points? for ({'|'.join(ORIGINS)})"
    found = re.fullmatch(rf"(?:In {YEAR} t|T)he difference ranged from {one} to {one}\.", text)
    if not found and not even:
        return None
    year = told.years[-1]
    area = "England" if "England" in told.side else "statistical neighbours"
    apart = {
        name: abs(gap_to(rows, NAMES[name], year, area) or 0)
        for name in ORIGINS
        if NAMES[name] in told.who
    }
    if even:
        return [] if set(apart.values()) == {tenths(even[1])} else ["not the same for each"]
    assert found
    ends = [(found[1], found[2]), (found[3], found[4])]
    wrong = [f"{v} is not that of {n}" for v, n in ends if apart[n] != tenths(v)]
    if [tenths(v) for v, _ in ends] != [min(apart.values()), max(apart.values())]:
        wrong.append("not the smallest and the largest")
    return wrong


def _same(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The same is true against statistical neighbours where there is a figure"."""
    found = re.fullmatch(rf"The same is true against ({AREA})( where there is a figure)?\.", text)
    if not found:
        return None
    side = told.side.split(" the ")[0]
    if not found[2]:
        return stand(rows, told.who, told.years, f"{side} {found[1]}")
    return [
        problem
        for who in told.who
        for year in told.years
        if gap_to(rows, who, year, found[1]) is not None and enough(rows, who, year, found[1])
        for problem in stand(rows, [who], [year], f"{side} {found[1]}", sized=False)
    ]


def _elsewhere(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The average was below statistical neighbours (1) in 2019/20 but above them in …"."""
    part = rf"(above|below|level with) ({AREA}|them|it)(?: \(({NUMBER})\))? in ([^()]*?)"
    found = re.fullmatch(rf"The average was {part}(?: but {part})?\.", text)
    if not found:
        return None
    wrong = []
    for side, name, value, words in (found.groups()[:4], found.groups()[4:]):
        for year in re.findall(YEAR, words or ""):
            area = found[2] if name in ("them", "it") else name
            wrong += stand(rows, told.who, [year], f"{side} {area}")
            wrong += equal(rows, told.who[0], year, area, value) if value else []
    return wrong


def _small(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "Chinese pupils are a small group (30 in 2019/20)" and "these groups are small"."""
    one = re.fullmatch(r"(?P<who>.*) are a small group \((?P<c>[^()]*)\)\.", text)
    if one and (who := group_named(one["who"])) is not None:
        pairs = re.findall(rf"(\d+) in ({YEAR})", one["c"])
        return [f"not {n} in {y}" for n, y in pairs if rows.pupils.get((who, y)) != int(n)]
    many = re.fullmatch(rf"These groups are small: (?P<l>.*) in (?P<y>{YEAR})\.", text)
    if not many:
        return None
    pairs = re.findall(rf"(\d+) ({'|'.join(NAMES)})(?=,| and |$)", many["l"])
    wrong = [n for c, n in pairs if int(c) not in pupils_counted(rows, NAMES[n], told.years)]
    return [f"not the number of {name}" for name in wrong] if pairs else None


def _chance(rows: Rows, text: str, told: Told) -> list[str] | None:
    first = "In a group of this size, chance alone could give this difference."
    other = "A group of this size can differ by this much by chance alone."
    return [] if text in (first, other) else None


def _mean(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The neighbour average is the mean of 2 of 3 areas"."""
    found = re.fullmatch(r"The neighbour average is the mean of (.*) of 3 areas\.", text)
    if not found:
        return None
    known = {rows.near.get((who, year), (0, 3))[0] for who in told.who for year in told.years}
    known |= {n for (_, _), (n, _) in rows.near.items()} if rows.older else set()
    counts = [int(n) for n in re.findall(r"(?<![/\d])(\d)(?= in |$)", found[1])]
    return [f"not the mean of {n}" for n in counts if n not in known]


def _older(rows: Rows, text: str, told: Told) -> list[str] | None:
    return [] if "figure is that for" in text else None


def _moved(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check what is said of everyone over time."""
    ends = rf"from ({NUMBER}) in ({YEAR}) to ({NUMBER}) in ({YEAR})"
    found = re.fullmatch(
        rf"The score in Ourshire (rose|fell) {ends}(?:, a (?:rise|fall) of ({NUMBER}) points?)?\.",
        text,
    )
    if found:
        told.years = [found[3], found[5]]
        wrong = equal(rows, (), found[3], "ours", found[2])
        wrong += equal(rows, (), found[5], "ours", found[4])
        step = tenths(found[4]) - tenths(found[2])
        if (step > 0) != (found[1] == "rose") or (found[6] and abs(step) != tenths(found[6])):
            wrong.append("wrong movement")
        return wrong
    same = re.fullmatch(
        rf"The score in Ourshire was ({NUMBER}) in ({YEAR}) and in ({YEAR})\.", text
    )
    if same:
        told.years = [same[2], same[3]]
        return [w for year in told.years for w in equal(rows, (), year, "ours", same[1])]
    since = re.fullmatch(rf"Since ({YEAR}) it has (risen|fallen) by ({NUMBER}) points?\.", text)
    if since:
        now, then = (rows.value((), y, "ours") for y in (told.years[-1], since[1]))
        step = (now or 0) - (then or 0)
        right = abs(step) == tenths(since[3]) and (step > 0) == (since[2] == "risen")
        return [] if right else ["wrong movement"]
    still = re.fullmatch(rf"It has not changed since ({YEAR})\.", text)
    if still:
        return (
            []
            if rows.value((), told.years[-1], "ours") == rows.value((), still[1], "ours")
            else ["it did"]
        )
    turned = re.findall(rf"(?:highest|lowest) in ({YEAR}) \(({NUMBER})\)", text)
    if text.startswith("It was ") and turned:
        return [w for year, value in turned for w in equal(rows, (), year, "ours", value)]
    return None


READERS: tuple[Callable[[Rows, str, Told], list[str] | None], ...] = (
    _older,
    _chance,
    _mean,
    _small,
    _ranged,
    _same,
    _elsewhere,
    _at,
    _sentence_of_figures,
    _also,
    _split,
    _moved,
    _claim,
)
