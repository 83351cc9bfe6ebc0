"""Statements turned into what a reader would find wrong with them, worked out from raw rows.

Nothing of the engine that wrote the sentences is used here. A sentence that no reader can read
counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.wording import movement, standing
from tests.wording.grammar import ASKED, OLD, ORDER, REGION, key_of, without_names, wrong_word
from tests.wording.published import Raw
from tests.wording.rawrows import Told, against, first_of, right_kind, unbroken


def problems(raw: Raw, ours: int, measure: str, kind: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    told, text = Told(), without_names(raw, ours, measure, text)
    raw.stale = {key_of(area): (year, instead) for area, year, instead in re.findall(OLD, text)}
    yield from _old(raw, ours, measure)
    for sentence in sentences(text):
        yield from wrong_word(sentence)
        for read in READERS:
            found = read(raw, ours, measure, kind, sentence, told)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"
    if told.claimed:
        yield from unsaid(raw, ours, measure, kind, told)
        yield from right_kind(raw, ours, measure, kind, told)
    if told.moves:
        yield from movement.right_kind(raw, measure, kind, told)
    yield from _region(raw, ours, text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a statement."""
    return re.split(r"(?<=[.)])(?<!St\.)\s(?=[A-Z])", text)


def unsaid(raw: Raw, ours: int, measure: str, kind: str, told: Told) -> Iterator[str]:
    """Yield each area that stands against a strength in a year of it, and is not spoken of.

    Of a run either way, a year in which the neighbours told the other story goes unsaid as little.
    """
    claimed = first_of(raw, ours, measure, told.years)[-1].relation
    other = {"above": "below", "below": "above"}.get(claimed, "")
    for area in ORDER if kind == "strength" else ASKED if told.run else ():
        for year in against(raw, ours, measure, area, told.years).get(other, []):
            if (area, year) not in told.areas:
                yield f"{other} {area} in {year}, which is not said"


def _region(raw: Raw, ours: int, text: str) -> Iterator[str]:
    """Yield each region that is named and is not ours."""
    name = raw.names.get(raw.regions.get(ours, 0), "")
    for region in re.findall(REGION, text):
        if region.removeprefix("the ") != name:
            yield f"{region} is not our region"


def _old(raw: Raw, ours: int, measure: str) -> Iterator[str]:
    """Yield each area whose older figure is not its last before the year, or is too old."""
    for area, (year, instead) in raw.stale.items():
        between = [y for y in raw.years[measure, ours] if year < y <= instead]
        if any(raw.shown(measure, area, y, ours) is not None for y in between):
            yield f"{area} has a newer figure than that for {year}"
        if int(instead[:4]) - int(year[:4]) > 2 or list(unbroken(raw, measure, year, instead)):
            yield f"{year} is too old for {area}"


def _stale(raw: Raw, ours: int, measure: str, kind: str, text: str, told: Told) -> list[str] | None:
    """Read "England’s figure is that for 2019/20, as there is none …", which `_old` checks."""
    return [] if re.fullmatch(OLD + r"\.", text) else None


READERS = (
    _stale,
    standing.claim,
    standing.at,
    standing.figures,
    standing.also,
    standing.beside,
    standing.apart,
    standing.mean,
    movement.change,
    movement.turned,
    movement.since,
    movement.record,
    movement.steady,
    standing.rank,
    standing.cross,
)
