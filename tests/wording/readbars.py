"""The title of bars, one for each group, turned into what a reader would find wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.wording.grammar import ASKED, COUNTS, NUMBER, YEAR, key_of, wrong_word
from tests.wording.groupnames import groups_said
from tests.wording.grouprows import Rows, Who, read_value
from tests.wording.sizes import Pair

LONGEST = 15
AREA = "(?P<a>England|statistical neighbours)"
SIDE = "above|below|level with|similarly to"


def problems(rows: Rows, groups: Sequence[Who], year: str, title: str) -> Iterator[str]:
    """Yield what is wrong with a title over some groups in a year; one not read is wrong."""
    if len(title.split()) > LONGEST:
        yield f"{len(title.split())} words"
    yield from wrong_word(title)
    area, items = _items(rows, groups, year)
    sides = {who: _side(item) for who, item in items.items()}
    found = re.fullmatch(
        rf"(?P<who>.+?) scored (?P<s>{SIDE}) {AREA}"
        rf"(?: in (?P<y>{YEAR}))?(?P<rest>, [^;]+|; [^;]+)?",
        title,
    )
    furthest = re.fullmatch(
        rf"(?P<who>.+?) scored furthest (?P<s>above|below) {AREA} in (?P<y>{YEAR}), "
        rf"by (?P<n>{NUMBER}) points?(?P<all>; all (?P<c>\w+) groups were (?P<t>above|below))?",
        title,
    )
    said = furthest or found
    if said and (key_of(said["a"]) != area or said["y"] not in (None, year)):
        yield f"not of {area} in {year}"
    elif furthest:
        yield from _furthest(rows, items, furthest, year)
    elif found:
        yield from _sides(rows, groups, sides, found, year)
    else:
        yield from _plain(rows, groups, year, title)
        if "below" in sides.values():
            yield f"below {area}, which is not said"


def _items(rows: Rows, groups: Sequence[Who], year: str) -> tuple[str, dict[Who, Pair]]:
    """Return the first area that any group has a figure beside, and those figures."""
    for area in ASKED:
        found = {
            who: rows.pair(who, year, area)
            for who in groups
            if rows.pupils.get((who, year), 0) > 10
        }
        items = {who: item for who, item in found.items() if item}
        if items:
            return area, items
    return "", {}


def _side(item: Pair) -> str:
    """Return on which side a group stands; a title of one year calls what is alike similar."""
    if not item.step:
        return "level with"
    return "similarly to" if item.alike else item.relation


def _named(rows: Rows, groups: Sequence[Who], words: str, year: str) -> list[Who]:
    """Return the groups that some words name: all of them, those listed, or none that is known."""
    if re.fullmatch(r"(?:[Ee]very group by .+|[Aa]ll \w+ groups)", words):
        return list(groups)
    found = groups_said(rows, words, [year])
    return found[0] if found else []


def _sides(
    rows: Rows, groups: Sequence[Who], sides: dict[Who, str], found: re.Match[str], year: str
) -> Iterator[str]:
    """Yield what is wrong in "girls scored above England, boys below" and its likes."""
    if some := re.fullmatch(r"(\w+) of (\w+) groups", found["who"]):
        yield from _numbers(sides, found, (some[1].casefold(), some[2]))
        return
    first = _named(rows, groups, found["who"], year)
    told = dict.fromkeys(first, found["s"])
    rest = found["rest"] or ""
    others = [who for who in sides if who not in first]
    two = re.fullmatch(r", (?P<who>.+) (?P<s>above|below|level|similarly)", rest)
    count = re.fullmatch(r"; (?P<n>\w+) of (?P<of>\w+) groups scored (?P<s>above|below)", rest)
    if two:
        side = {"level": "level with", "similarly": "similarly to"}.get(two["s"], two["s"])
        other = re.fullmatch(r"the other (\w+)", two["who"])
        if other and COUNTS.get(other[1], 1) != len(others):
            yield f"not {two['who']}"
        told |= dict.fromkeys(others if other else _named(rows, groups, two["who"], year), side)
    elif count:
        good = list(sides.values()).count(count["s"])
        if (COUNTS[count["n"]], COUNTS[count["of"]]) != (good, len(sides)):
            yield f"not {count[0]}"
    elif rest:
        yield f"cannot be read: {rest}"
    if not first or any(sides.get(who) != side for who, side in told.items()):
        yield f"{told} where {sides} was meant"
    for who, side in sides.items():
        if side == "below" and who not in told:
            yield f"{who} below, which is not said"


def _numbers(sides: dict[Who, str], found: re.Match[str], some: tuple[str, str]) -> Iterator[str]:
    """Yield what is wrong in "two of five groups scored above England, the other three level"."""
    rest = re.fullmatch(r", the other (?P<n>\w+) (?P<s>above|level|similarly)", found["rest"] or "")
    few = [side for side in sides.values() if side == found["s"]]
    many = [side for side in sides.values() if side != found["s"]]
    if not rest or (COUNTS[some[0]], COUNTS[some[1]]) != (len(few), len(sides)):
        yield f"not {some}: {sides}"
    elif {side.split()[0] for side in many} != {rest["s"]} or COUNTS[rest["n"]] != len(many):
        yield f"not {rest[0]}: {sides}"
    if "below" in sides.values():
        yield f"below, which is not said: {sides}"


def _furthest(rows: Rows, items: dict[Who, Pair], found: re.Match[str], year: str) -> Iterator[str]:
    """Yield what is wrong in "girls scored furthest above England in 2020/21, by 5.0 points"."""
    groups = _named(rows, list(items), found["who"], year)
    gaps = {who: abs(item.step) for who, item in items.items()}
    most = [who for who, gap in gaps.items() if gap == max(gaps.values())]
    sides = {_side(item) for item in items.values()}
    if groups != most or gaps[most[0]] != read_value(found["n"]):
        yield f"not the furthest, or not by so much: {gaps}"
    elif _side(items[most[0]]) != found["s"] or {"above", "below"} <= sides:
        yield f"not {found['s']}, or others on the other side: {sides}"
    if found["all"] and (sides != {found["t"]} or COUNTS[found["c"]] != len(items)):
        yield f"not all {found['t']}"


def _plain(rows: Rows, groups: Sequence[Who], year: str, title: str) -> Iterator[str]:
    """Yield what is wrong in "The score was highest for girls, at 6" and in a mere name."""
    known = {who: value for who in groups if (value := rows.value(who, year, "ours")) is not None}
    top = re.fullmatch(
        rf"(?:The score was|M:) highest for (?P<who>.+?)(?:, at (?P<n>{NUMBER}))?", title
    )
    if not top:
        if title != f"M in Ourshire, {year}":
            yield "cannot be read"
        return
    most = [who for who, value in known.items() if value == max(known.values())]
    if _named(rows, groups, top["who"], year) != most:
        yield f"not the highest: {known}"
    elif top["n"] and read_value(top["n"]) != known[most[0]]:
        yield "not its figure"
