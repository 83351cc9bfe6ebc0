"""Statements turned into what a reader would find wrong with them, worked out from raw rows.

Nothing of the engine that wrote the sentences is used here. A sentence that no reader can read
counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.wording import movement, standing
from tests.wording.grammar import NAMES, OLD, SIDE, STANDS, WHEN
from tests.wording.published import Raw
from tests.wording.rawrows import against, unbroken, years_said


def problems(raw: Raw, ours: int, measure: str, kind: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    sentences = re.split(r"(?<=[.)])(?<!St\.)\s(?=[A-Z])", text)
    context: list[str] = []
    raw.stale = {area: (year, instead) for area, year, instead in re.findall(OLD, text)}
    yield from _old(raw, ours, measure)
    yield from _unsaid(raw, ours, measure, text)
    for sentence in sentences:
        for read in READERS:
            found = read(raw, ours, measure, kind, sentence, context)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"


def _old(raw: Raw, ours: int, measure: str) -> Iterator[str]:
    """Yield each area whose older figure is not its last before the year, or is too old."""
    for name, (year, instead) in raw.stale.items():
        area = "neighbours" if name.endswith("neighbours") else name.strip()
        between = [y for y in raw.years[measure, ours] if year < y <= instead]
        if any(raw.shown(measure, area, y, ours) is not None for y in between):
            yield f"{name} has a newer figure than that for {year}"
        if int(instead[:4]) - int(year[:4]) > 2 or list(unbroken(raw, measure, year, instead)):
            yield f"{year} is too old for {name}"


def _stale(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Read "England’s figure is that for 2019/20, as there is none …", which `_old` checks."""
    return [] if re.fullmatch(OLD + r"\.", text) else None


def _unsaid(raw: Raw, ours: int, measure: str, text: str) -> Iterator[str]:
    """Yield each year of a run in which the other area told another story that the text omits."""
    found = re.search(WHEN, text.split(". ")[0].removesuffix("."))
    stands = re.search(STANDS, text)
    if not found or not found["n"] or not stands:
        return
    years = years_said(raw, ours, measure, found)
    side, first = re.findall(rf"({SIDE}) ({NAMES})", stands[0])[0]
    other = "statistical neighbours" if first == "England" else "England"
    if other in stands[0]:
        return
    adverse = "below" if side.split()[-1] == "above" else "above"
    for year in against(raw, ours, measure, other, years).get(adverse, []):
        told = re.search(rf"{adverse} (?:{other}|them|it) .*(?:{year}|of those years)", text)
        if not told:
            yield f"{adverse} {other} in {year}, which is not said"


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
