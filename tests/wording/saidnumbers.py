"""Spoken figures, areas and lists of categories turned back into what they name."""

from __future__ import annotations

import re
from fractions import Fraction

from tests.wording.seen import Seen

AREA = "(?:OURS|NEAR|REGION|ENGLAND)"
NUMBER = r"(?:minus )?£?\d[\d,]*(?:\.\d+)?%?"


def read_said(seen: Seen, text: str) -> Fraction | None:
    """Return a spoken figure; nothing if it has not the sign and the decimals of its chart."""
    found = re.fullmatch(r"(minus )?(£?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?(%?)", text)
    if not found or found[2] + found[5] != seen.sign or len(found[4] or "") != seen.places:
        return None
    value = Fraction(f"{found[3].replace(',', '')}.{found[4] or 0}")
    return -value if found[1] else value


def areas_of(text: str) -> list[str]:
    """Return the areas of a list."""
    return re.findall(AREA, text)


def names_of(seen: Seen, text: str) -> list[str]:
    """Return the categories of a list, "2015 to 2018" being all between; none if it is no list."""
    name = "|".join(re.escape(name) for name in sorted(seen.names, key=len, reverse=True))
    item = rf"(?:{name})(?: to (?:{name}))?"
    if not re.fullmatch(rf"{item}(?:(?:, {item})* and {item})?", text):
        return []
    found = []
    for first, last in re.findall(rf"({name})(?: to ({name}))?(?=, | and |$)", text):
        start, end = seen.names.index(first), seen.names.index(last or first)
        found += seen.names[start : end + 1]
        if last and end - start < 2:
            return []
    return found
