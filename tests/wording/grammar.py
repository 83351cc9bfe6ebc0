"""The words of statements turned into patterns: numbers, years, areas and sides."""

from __future__ import annotations

import re
from fractions import Fraction

from tests.wording.published import Raw, phrase

COUNTS = {
    word: n
    for n, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
}
NUMBER = r"−?\d[\d,]*(?:\.\d+)?"
YEAR = r"\d{4}(?:/\d\d)?"
WHEN = (
    rf"[Ii]n (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})"
    rf"|both (?P<a>{YEAR}) and (?P<b>{YEAR})|(?P<y>{YEAR}))"
)
AREA = "(?:England|[Ss]tatistical neighbours)"
OLD = rf"({AREA})’s? figure is that for ({YEAR}), as there is none for ({YEAR})"
SIDE = r"(?:well above|slightly above|above|well below|slightly below|below|level with|similar to)"
NAMES = r"(?:both England and statistical neighbours|England|statistical neighbours)"
STANDS = rf"{SIDE} {NAMES}(?: (?:and|but) {SIDE} {NAMES})?"


def subject_of(raw: Raw, ours: int, measure: str) -> str:
    """Return the pattern of a measure as a subject, with or without our name."""
    return rf"[Tt]he {re.escape(phrase(measure))}(?: in (?:the )?{re.escape(raw.names[ours])})?"


def read_number(text: str) -> Fraction:
    """Return a printed number as a fraction."""
    return Fraction(text.replace("−", "-").replace(",", ""))
