"""Change the words of a chart in ways that a careful listener would have to notice."""

from __future__ import annotations

import re
from collections.abc import Callable

YEAR = r"\b(?:19|20)\d\d(?:/\d\d)?\b(?!\.\d|%)"
FIGURE = r"(?<![\w/.,])\d[\d,]*\.\d+%?|(?<![\w/.,])\d[\d,]*%"


def _swapped(pattern: str) -> Callable[[str], str]:
    """Return what swaps the first two different matches after the opening."""

    def change(alt: str) -> str:
        opening, colon, rest = _parts(alt)
        found = list(re.finditer(pattern, rest))
        pair = next(
            ((a, b) for a in found for b in found if a.end() <= b.start() and a[0] != b[0]), None
        )
        if not pair:
            return alt
        a, b = pair
        swapped = rest[: a.start()] + b[0] + rest[a.end() : b.start()] + a[0] + rest[b.end() :]
        return opening + colon + swapped

    return change


def _parts(alt: str) -> tuple[str, str, str]:
    """Return the first sentence, which ends with a year, and the rest."""
    found = re.match(rf"(.*?{YEAR}\.) (.*)", alt)
    return (found[1], " ", found[2]) if found else ("", "", alt)


def _replaced(old: str, new: str) -> Callable[[str], str]:
    def change(alt: str) -> str:
        opening, space, rest = _parts(alt)
        return opening + space + rest.replace(old, new, 1)

    return change


def _removed(pattern: str) -> Callable[[str], str]:
    def change(alt: str) -> str:
        opening, space, rest = _parts(alt)
        return opening + space + re.sub(pattern, "", rest, count=1).strip()

    return change


def _nudged(alt: str) -> str:
    """Return the words with the last digit of the last figure another."""
    opening, space, rest = _parts(alt)
    found = list(re.finditer(FIGURE, rest))
    if not found:
        return alt
    at = found[-1].end() - (2 if found[-1][0].endswith("%") else 1)
    return opening + space + rest[:at] + str((int(rest[at]) + 1) % 10) + rest[at + 1 :]


CHANGES: dict[str, Callable[[str], str]] = {
    "two figures swapped": _swapped(FIGURE),
    "two years swapped": _swapped(YEAR),
    "a figure nudged": _nudged,
    "above for below": _replaced(" above ", " below "),
    "below for above": _replaced(" below ", " above "),
    "up for down": _replaced(" up from ", " down from "),
    "down for up": _replaced(" down from ", " up from "),
    "highest for lowest": _replaced("highest", "lowest"),
    "lowest for highest": _replaced("lowest", "highest"),
    "no percent sign": _replaced("%", ""),
    "points for a percent sign": _replaced("%", " points"),
    "an area left out": _removed(r"; England [^;]*?(?=\.( |$))|(?<= )England, [^A-Z]*\."),
    "another area": _replaced("England", "the Moon"),
    "a break left out": _removed(r"The lines? breaks? [^.]*\."),
    "a band left out": _removed(r"(?:A shaded band marks|Shaded bands mark) [^.]*\."),
    "what is missing left out": _removed(r"No figures? for [^.]*\."),
    "another table": _replaced("Table 7", "Table 8"),
    "another number of lines": lambda alt: re.sub(r"with (two|three|four)", "with nine", alt),
    "another kind of chart": lambda alt: re.sub("^Line", "Bar", alt),
    "something unheard of": lambda alt: f"{alt} This is the best result ever.",
}


def mutated(alt: str) -> dict[str, str]:
    """Return the words of a chart, changed in each of the ways."""
    return {name: change(alt) for name, change in CHANGES.items()}
