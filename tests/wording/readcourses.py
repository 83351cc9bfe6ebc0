"""Where lines are said to lie and to go, turned into what raw figures say against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from tests.wording.grammar import COUNTS
from tests.wording.saidnumbers import AREA, NUMBER, read_said
from tests.wording.seen import Seen

MOVES = (
    rf"(?:(?P<way>up|down) )?from (?P<a>{NUMBER})(?: in (?P<ya>[^,;]+?))? "
    rf"to (?P<b>{NUMBER})(?: in (?P<yb>[^,;]+?))?"
)
SAME = rf"(?P<same>{NUMBER}) in both (?P<s1>[^,;]+?) and (?P<s2>[^,;]+?)"
ONE = rf"(?P<one>{NUMBER})(?: in (?P<yo>[^,;]+?))?"
ENDS = (
    rf"(?:, highest (?P<top>{NUMBER}) (?P<tf>first )?in (?P<yt>[^,;]+?))?"
    rf"(?:, lowest (?P<foot>{NUMBER}) (?P<ff>first )?in (?P<yf>[^,;]+?))?"
)
COURSE = rf"(?:{MOVES}|{SAME}|{ONE}|(?P<none>no figure)){ENDS}"
TURNS_FROM = 4
"""Of fewer figures the highest and the lowest need not be told."""
FOLLOWED = 3
"""Of more lines than this all but two may be named only."""


def standing_due(seen: Seen) -> bool:
    """Return whether two lines have two points in common, so that one can be seen to lie above."""
    return len(_both(seen)) > 1 if seen.other else False


def _both(seen: Seen) -> list[str]:
    theirs = seen.known(seen.other)
    return [name for name in seen.known("OURS") if name in theirs]


def standing(seen: Seen, found: re.Match[str]) -> Iterator[str]:
    """Yield what is wrong in "The line for OURS is above that for ENGLAND in 3 of 4 years"."""
    if (found["mine"], found["other"]) != ("OURS", seen.other):
        yield f"{found['mine']} beside {found['other']}"
        return
    both, mine, theirs = _both(seen), seen.known("OURS"), seen.known(seen.other)
    gaps = {name: mine[name] - theirs[name] for name in both}
    sides = ["above" if gap > 0 else "below" if gap else "level with" for gap in gaps.values()]
    yield from _how_often(seen, found, sides)
    if (found["now"] or found["side"]) != sides[-1] or (found["now"] == found["side"]):
        yield f"not {sides[-1]} in {both[-1]}"
    if found["now"] and found["last"] != both[-1]:
        yield f"{found['last']} is not the last"
    widest = [name for name in both if abs(gaps[name]) == max(map(abs, gaps.values()))]
    if found["far"] != (widest[0] if len(widest) == 1 and len(both) > 2 else None):
        yield f"furthest apart in {found['far']}, where {widest} were meant"
    elif found["far"] and (found["far"] in seen.stretch) != (found["a"] is None):
        yield "figures of where they are furthest apart said twice or not at all"
    elif found["a"]:
        said = [read_said(seen, found["a"]), read_said(seen, found["b"])]
        if said != [mine[found["far"]], theirs[found["far"]]]:
            yield f"not the figures of {found['far']}"


def _how_often(seen: Seen, found: re.Match[str], sides: list[str]) -> Iterator[str]:
    """Yield what is wrong in "every year" or "3 of 4 years"."""
    years = all(re.fullmatch(r"\d{4}(?:/\d\d)?", name) for name in seen.names)
    some = re.fullmatch(r"(\d+) of (\d+) (year|date)s", found["how"])
    each = re.fullmatch(r"each of the (\w+) (year|date)s with both figures", found["how"])
    every = re.fullmatch(r"every (year|date)", found["how"])
    match = some or each or every
    count = sides.count(found["side"])
    if not match or match[match.re.groups] != ("year" if years else "date"):
        yield f"cannot be read: {found['how']}"
    elif some:
        most = max(sides.count(side) for side in sides)
        if (
            (int(some[1]), int(some[2])) != (count, len(sides))
            or count in (len(sides),)
            or count < most
        ):
            yield f"{found['how']}, where {count} of {len(sides)} were meant"
    elif count != len(sides) or bool(every) != (len(sides) == len(seen.names)):
        yield f"not {found['how']}"
    elif each and (COUNTS.get(each[1]) or int(each[1])) != len(sides):
        yield f"not {each[1]}"


def courses(seen: Seen, found: re.Match[str]) -> Iterator[str]:
    """Yield what is wrong in "OURS up from 1 to 3; ENGLAND down from 4 to 2"."""
    first, _ = seen.stretch
    if found["first"] != (first if first != seen.names[0] else None):
        yield f"since {found['first']}, where {first} was meant"
    followed = []
    for item in found["told"].split("; "):
        match = re.fullmatch(rf"(?P<area>{AREA}) {COURSE}", item)
        if not match:
            yield f"cannot be read: {item}"
            continue
        followed.append(match["area"])
        yield from _course(seen, match, seen.names[seen.names.index(first) :])
    if followed != [area for area in seen.cells if area in followed] or "OURS" not in followed:
        yield f"not in the order drawn: {followed}"
    if len(followed) < len(seen.cells) and (
        len(seen.cells) <= FOLLOWED or set(followed) != {"OURS", seen.other}
    ):
        yield f"only {followed} of {list(seen.cells)}"


def _course(seen: Seen, found: re.Match[str], names: list[str]) -> Iterator[str]:
    """Yield what is wrong with where one line is said to go over some categories."""
    whole = seen.known(found["area"])
    known = {name: whole[name] for name in names if name in whole}
    ends = [*known][:1] + [*known][-1:]
    if found["none"]:
        if known:
            yield f"{found['area']} has figures"
        return
    if not known:
        yield f"{found['area']} has no figure"
        return
    where = f"of {found['area']} from {ends[0]} to {ends[1]}"
    if found["one"]:
        year = None if len(names) == 1 else ends[0]
        if len(known) > 1 or (read_said(seen, found["one"]), found["yo"]) != (known[ends[0]], year):
            yield f"not the one figure {where}"
    elif found["same"]:
        value = read_said(seen, found["same"])
        if [found["s1"], found["s2"]] != ends or [known[end] for end in ends] != [value, value]:
            yield f"not the figures {where}"
    else:
        yield from _moved(seen, found, known, ends, names)
    yield from _turns(seen, found, known, ends)


def _moved(
    seen: Seen,
    found: re.Match[str],
    known: Mapping[str, Fraction],
    ends: list[str],
    names: list[str],
) -> Iterator[str]:
    """Yield what is wrong in "up from 1 in 2014 to 2"; years stand where they are not the ends."""
    start, end = (known[name] for name in ends)
    if [read_said(seen, found["a"]), read_said(seen, found["b"])] != [start, end]:
        yield f"not the figures of {ends}"
    years = [name if name not in (names[0], names[-1]) else None for name in ends]
    if [found["ya"], found["yb"]] != years:
        yield f"{found['ya']} and {found['yb']}, where {years} were meant"
    step = end - start
    way = None if abs(step) <= seen.tolerance else "up" if step > 0 else "down"
    if found["way"] != way or not step:
        yield f"{found['way']}, where {way} was meant: {start} to {end}"


def _turns(
    seen: Seen, found: re.Match[str], known: Mapping[str, Fraction], ends: list[str]
) -> Iterator[str]:
    """Yield what is wrong with the highest and the lowest figure, said or not."""
    told = found["area"] == "OURS" and len(known) >= TURNS_FROM
    for number, first, year, end in (("top", "tf", "yt", max), ("foot", "ff", "yf", min)):
        value = end(known.values())
        where = [name for name in known if known[name] == value]
        due = told and value not in (known[ends[0]], known[ends[1]])
        if bool(found[number]) != due:
            yield f"{number} {'not said' if due else 'said'}: {value} in {where}"
        elif due and (read_said(seen, found[number]), found[year]) != (value, where[0]):
            yield f"not the {number}: {value} in {where}"
        elif due and bool(found[first]) != (len(where) > 1):
            yield f"first in {where}"
