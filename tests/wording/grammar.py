"""The words of statements turned into patterns: numbers, years, areas and sides."""

from __future__ import annotations

import re
from fractions import Fraction

from tests.wording.published import Raw

COUNTS = {
    word: n
    for n, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
}
SUBJECT = "[Tt]he SUBJECT"
NUMBER = r"−?\d[\d,]*(?:\.\d+)?"
YEAR = r"\d{4}(?:/\d\d)?"
WHEN = (
    rf"[Ii]n (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})"
    rf"|both (?P<a>{YEAR}) and (?P<b>{YEAR})|(?P<y>{YEAR}))"
)
REGION = (
    "(?:the North East|the North West|the South East|the South West|the East Midlands"
    "|the West Midlands|the East of England|Yorkshire and the Humber|London)"
)
AREA = f"(?:{REGION}|England|[Ss]tatistical neighbours)"
OLD = rf"({AREA})’s? figure is that for ({YEAR}), as there is none for ({YEAR})"
SIDE = (
    r"(?:(?:well |slightly )?(?:above|below)|level with|similar(?:ly)? to(?: but (?:above|below))?)"
)
NAMES = rf"(?:both {AREA} and {AREA}|{AREA})"
STANDS = rf"{SIDE} {NAMES}(?: (?:and|but) {SIDE} {NAMES}){{0,2}}"
ASKED = ("England", "neighbours")
"""The areas of which the first that is not in line decides what kind of statement it is."""
ORDER = (*ASKED, "region")
"""All areas: of the last only what stands against a strength is said."""


def key_of(area: str) -> str:
    """Return the area that some words name: England, neighbours or region."""
    if area.endswith("neighbours"):
        return "neighbours"
    return "England" if area == "England" else "region"


def without_names(raw: Raw, ours: int, measure: str, text: str) -> str:
    """Return a text with SUBJECT for a measure, with or without our name, and OURS for ourselves.

    So the patterns of the readers are the same for all measures and areas.
    """
    name, what = raw.names[ours], raw.phrase(measure)
    for words in (f"{what} in the {name}", f"{what} in {name}", what):
        text = text.replace(words, "SUBJECT")
    return text.replace(f" the {name} was ", " OURS was ").replace(f" {name} was ", " OURS was ")


def read_number(text: str) -> Fraction:
    """Return a printed number as a fraction."""
    return Fraction(text.replace("−", "-").replace(",", ""))


def wrong_word(sentence: str) -> list[str]:
    """Return that a sentence has "similar to" after a verb, or "similarly to" after was."""
    similar = re.findall(r"similar(ly)? to", sentence)
    if not similar or all(bool(ly) is (" scored " in sentence) for ly in similar):
        return []
    return [f"similar or similarly: {sentence}"]
