"""Sentences beside a claim about groups, and on what moved, turned into what is wrong with each.

A reader returns nothing for a sentence that is not of its kind.
"""

from __future__ import annotations

import re

from tests.wording.grammar import AREA, ASKED, NUMBER, SIDE, YEAR, key_of
from tests.wording.groupnames import NAMES, ORIGINS, group_named
from tests.wording.grouprows import Rows, Told, equal, pupils_counted, read_value
from tests.wording.sizes import BY_CHANCE, borne_out, together


def ranged(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The difference from England ranged from 1.0 point for White pupils to 10.0 for …"."""
    lead = rf"(?:In {YEAR} t|T)he difference from (?P<area>{AREA})"
    one = rf"({NUMBER}) points? for ({'|'.join(ORIGINS)})"
    even = re.fullmatch(rf"{lead} was (?P<n>{NUMBER}) points? for each\.", text)
    found = re.fullmatch(rf"{lead} ranged from {one} to {one}\.", text)
    if not found and not even:
        return None
    year = told.years[-1]
    area = key_of((found or even)["area"])  # type: ignore[index]
    if area != key_of(re.findall(AREA, told.side)[0]):
        return ["not the area that the claim is about"]
    mine = {name: rows.pair(NAMES[name], year, area) for name in ORIGINS if NAMES[name] in told.who}
    apart = {name: abs(pair.step) for name, pair in mine.items() if pair}
    if even:
        return [] if set(apart.values()) == {read_value(even["n"])} else ["not the same for each"]
    assert found
    ends = [(found[2], found[3]), (found[4], found[5])]
    wrong = [f"{v} is not that of {n}" for v, n in ends if apart[n] != read_value(v)]
    if [read_value(v) for v, _ in ends] != [min(apart.values()), max(apart.values())]:
        wrong.append("not the smallest and the largest")
    return wrong


def same(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The same is true against statistical neighbours where there is a figure"."""
    found = re.fullmatch(rf"The same is true against ({AREA})( where there is a figure)?\.", text)
    if not found:
        return None
    side, area = told.side.split(" the ")[0], key_of(found[1])
    last = side.split()[-1]
    wrong = []
    for who in told.who:
        for year in told.years:
            pair = rows.pair(who, year, area)
            told.said.add((who, year, area))
            alike = pair and pair.relation == {"with": "in line", "to": "in line"}.get(last, last)
            if not alike and (pair or not found[2]):
                wrong.append(f"not {last} {area} for {who} in {year}")
    return wrong


def elsewhere(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The average was below statistical neighbours (1) in 2019/20 but above them in …"."""
    part = rf"({SIDE}) ({AREA}|them|it)(?: \(({NUMBER})\))? in ([^()]*?)"
    found = re.fullmatch(rf"The average was {part}(?: but {part})?\.", text)
    if not found:
        return None
    (who,), area, wrong = told.who, key_of(found[2]), []
    for side, _, value, words in (found.groups()[:4], found.groups()[4:]):
        years = re.findall(YEAR, words or "")
        items = [pair for year in years if (pair := rows.pair(who, year, area))]
        if len(items) < len(years) or (side and together(items) != side):
            wrong.append(f"not {side} {area} {words}")
        wrong += [] if not side or borne_out(side, items) else [f"not {side} {area}"]
        wrong += equal(rows, who, years[0], area, value) if value else []
        told.said |= {(who, year, area) for year in years}
    return wrong


def small(rows: Rows, text: str, told: Told) -> list[str] | None:
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


def chance(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Read that chance alone could give a difference; `unchanced` says where it must be."""
    first = rf"In a group of this size, chance alone could give this difference from ({AREA})\."
    other = rf"A group of this size can differ this much from ({AREA}) by chance alone\."
    found = re.fullmatch(first, text) or re.fullmatch(other, text)
    if found:
        told.chance = key_of(found[1])
    return [] if found else None


def unchanced(rows: Rows, told: Told) -> list[str]:
    """Return that a statement on few pupils says chance could give it and it could not, or not.

    So many pupils are few: under 500 in an area for development, under 100 elsewhere.
    """
    if told.run or len(told.who) != 1:
        return []
    (who,), limit, year = told.who, 500 if told.kind == "development" else 100, told.years[-1]
    pair = rows.deciding(who, year)
    few = any(count < limit for count in pupils_counted(rows, who, told.years))
    z = pair.z_squared if pair and pair.relation != "in line" else None
    could = few and z is not None and z < BY_CHANCE**2
    area = next((one for one in ASKED if rows.pair(who, year, one) == pair), "")
    return [] if told.chance == (area if could else "") else [f"chance: {told.chance}, {could}"]


def mean(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The neighbour average is the mean of 2 of 3 areas"."""
    found = re.fullmatch(r"The neighbour average is the mean of (.*) of 3 areas\.", text)
    if not found:
        return None
    known = {rows.near.get((who, year), (0, 3))[0] for who in told.who for year in told.years}
    known |= {n for (_, _), (n, _) in rows.near.items()} if rows.older else set()
    counts = [int(n) for n in re.findall(r"(?<![/\d])(\d)(?= in |$)", found[1])]
    return [f"not the mean of {n}" for n in counts if n not in known]


def older(rows: Rows, text: str, told: Told) -> list[str] | None:
    return [] if "figure is that for" in text else None


def moved(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check what is said of everyone over time."""
    ends = rf"from ({NUMBER}) in ({YEAR}) to ({NUMBER}) in ({YEAR})"
    found = re.fullmatch(
        rf"The score in Ourshire (rose|fell|changed little,) {ends}"
        rf"(?:, a (?:rise|fall) of ({NUMBER}) points?)?\.",
        text,
    )
    if found:
        told.years = [found[3], found[5]]
        wrong = equal(rows, (), found[3], "ours", found[2])
        wrong += equal(rows, (), found[5], "ours", found[4])
        step = read_value(found[4]) - read_value(found[2])
        little = abs(step) <= rows.scale.tolerance
        verb = "changed little," if little else "rose" if step > 0 else "fell"
        if found[1] != verb or (found[6] and abs(step) != read_value(found[6])):
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
        right = abs(step) == read_value(since[3]) and (step > 0) == (since[2] == "risen")
        return [] if right and abs(step) > rows.scale.tolerance else ["wrong movement"]
    still = re.fullmatch(rf"It has (not changed|changed little) since ({YEAR})\.", text)
    if still:
        now, then = (rows.value((), y, "ours") for y in (told.years[-1], still[2]))
        step = abs((now or 0) - (then or 0))
        right = step == 0 if still[1] == "not changed" else 0 < step <= rows.scale.tolerance
        return [] if right else ["wrong movement"]
    turned = re.findall(rf"(?:highest|lowest) in ({YEAR}) \(({NUMBER})\)", text)
    if text.startswith("It was ") and turned:
        return [w for year, value in turned for w in equal(rows, (), year, "ours", value)]
    return None
