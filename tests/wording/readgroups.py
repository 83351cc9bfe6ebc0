"""Statements about groups turned into what a reader would find wrong with them, from raw rows.

Nothing of the engine is used here; a sentence that no reader can read counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.wording import groupclaims, groupnotes
from tests.wording.grammar import OLD, ORDER, key_of, wrong_word
from tests.wording.grouprows import Rows, Told


def problems(rows: Rows, kind: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    told = Told(kind)
    rows.older = {key_of(area): (year, instead) for area, year, instead in re.findall(OLD, text)}
    for sentence in re.split(r"(?<=[.)])\s(?=[A-Z])", text):
        yield from wrong_word(sentence)
        for read in READERS:
            found = read(rows, sentence, told)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"
    if told.who:
        yield from _kind(rows, told)
        yield from _unsaid(rows, told)
        yield from groupnotes.unchanced(rows, told)


def _kind(rows: Rows, told: Told) -> Iterator[str]:
    """Yield each group and year whose first area not in line says that it is of another kind."""
    right = {"above": "strength", "below": "development", "in line": "context"}
    for who in told.who:
        for year in told.years:
            pair = rows.deciding(who, year)
            if not pair or right[pair.relation] != told.kind:
                yield f"a {told.kind}, for {who} in {year}"


def _unsaid(rows: Rows, told: Told) -> Iterator[str]:
    """Yield each area that stands against a strength in a year of it, and is not spoken of."""
    for who in told.who if told.kind == "strength" else ():
        for year in told.years:
            for area in ORDER:
                pair = rows.pair(who, year, area)
                adverse = pair is not None and pair.relation == "below"
                if adverse and (who, year, area) not in told.said:
                    yield f"{who} below {area} in {year}, which is not said"


READERS: tuple[Callable[[Rows, str, Told], list[str] | None], ...] = (
    groupnotes.older,
    groupnotes.chance,
    groupnotes.mean,
    groupnotes.small,
    groupnotes.ranged,
    groupnotes.same,
    groupnotes.elsewhere,
    groupclaims.at,
    groupclaims.figures_of,
    groupclaims.also,
    groupclaims.split,
    groupnotes.moved,
    groupclaims.claim,
)
