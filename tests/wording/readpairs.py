"""A statement on two measures turned into what a reader would find wrong with it, from raw rows.

What is said of one measure alone is left to the reader of one measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.wording.grammar import AREA, NAMES, NUMBER, ORDER, SIDE, STANDS, WHEN, YEAR, key_of
from tests.wording.published import Raw
from tests.wording.rawrows import compared, first_of, pair, pairs, years_said
from tests.wording.readback import problems, sentences
from tests.wording.sizes import borne_out, wanted

BOTH = "[Tt]he FIRST and the SECOND(?: in OURS)?"
CLAIMS = (rf"{BOTH} were (?P<s>{STANDS}) {WHEN}\.", rf"{WHEN} {BOTH} were (?P<s>{STANDS})\.")


def problems_of_two(
    raw: Raw, ours: int, two: tuple[str, str], kind: str, text: str
) -> Iterator[str]:
    """Yield what is wrong with a statement on two measures, in one sentence or in two."""
    first, *rest = sentences(text)
    named = _named(raw, ours, two, first)
    found = next((found for form in CLAIMS if (found := re.fullmatch(form, named))), None)
    if found:
        yield from _joint(raw, ours, two, kind, found, [_named(raw, ours, two, s) for s in rest])
        return
    where = [n for n, s in enumerate(rest, start=1) if f"the {raw.phrase(two[1])}" in s.casefold()]
    if not where:
        yield f"cannot be read: {text}"
        return
    parts = (" ".join([first, *rest][: where[0]]), " ".join([first, *rest][where[0] :]))
    for measure, part in zip(two, parts, strict=True):
        yield from problems(raw, ours, measure, kind, part)


def _named(raw: Raw, ours: int, two: tuple[str, str], text: str) -> str:
    """Return a sentence with FIRST and SECOND for the measures, and OURS for our name."""
    text = re.sub(rf"in (?:the )?{re.escape(raw.names[ours])}(?= )", "in OURS", text)
    return text.replace(raw.phrase(two[0]), "FIRST").replace(raw.phrase(two[1]), "SECOND")


def _joint(
    raw: Raw,
    ours: int,
    two: tuple[str, str],
    kind: str,
    found: re.Match[str],
    rest: list[str],
) -> Iterator[str]:
    """Yield what is wrong with one claim on both, and the sentence of figures of each."""
    said = {key_of(area) for area in re.findall(AREA, found["s"])}
    for measure, name, figures in zip(two, ("FIRST", "SECOND"), rest, strict=True):
        years = years_said(raw, ours, measure, found)
        yield from _stands(raw, ours, two, measure, found["s"], years)
        yield from _against(raw, ours, measure, kind, said, years)
        own = re.fullmatch(
            rf"The {name} was (?P<f>{NUMBER}%?)(?: in (?P<y>{YEAR}))?(?P<c>,.*)\.", figures
        )
        if not own or own["y"] not in (None, years[-1]):
            yield f"cannot be read: {figures}"
        else:
            yield from compared(raw, ours, measure, own["f"] + own["c"], years[-1:])


def _stands(
    raw: Raw, ours: int, two: tuple[str, str], measure: str, words: str, years: list[str]
) -> Iterator[str]:
    """Yield each area to which a measure does not stand as is said of both.

    How far is said where it is the same for the two; otherwise the side alone.
    """
    for side, names in re.findall(rf"({SIDE}) ({NAMES})", words):
        for area in (key_of(name) for name in re.findall(AREA, names)):
            right = [
                wanted(pairs(raw, ours, one, area, years), first_of(raw, ours, one, years))
                for one in two
            ]
            alike = right[0] if right[0] == right[1] else min(right, key=len).split()[-1]
            alike = "similar to" if alike == "to" else alike
            items = pairs(raw, ours, measure, area, years)
            if side != alike or not borne_out(side, items):
                yield f"{side} {area} of {measure} in {years} where {alike} was meant"


def _against(
    raw: Raw, ours: int, measure: str, kind: str, said: set[str], years: list[str]
) -> Iterator[str]:
    """Yield each area that stands against a strength and is not named, and a wrong kind."""
    worse = "below" if raw.higher[measure] else "above"
    for area in ORDER:
        found = [pair(raw, ours, measure, area, year) for year in years]
        if area not in said and any(one and one.relation == worse for one in found):
            yield f"{worse} {area}, which is not said"
    if kind != "strength" or first_of(raw, ours, measure, years)[-1].relation == worse:
        yield f"not a {kind}"
