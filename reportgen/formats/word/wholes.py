"""Turn tables that are torn into whole ones, where that leaves no page more than a third empty.

A table goes over to the next page with its caption, its notes and its source, if one page holds
them all. One that would leave more of a page empty stays torn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.formats.word.boxes import Box
from reportgen.formats.word.pages import Spot, held_from, held_to, reach, spots

BLANK = 1 / 3
"""The share of a page that may be left empty for the sake of a whole table."""


def kept_whole(boxes: Sequence[Box], upright: float, sideways: float) -> list[Box]:
    """Return the boxes with the rows of such tables held together.

    `upright` and `sideways` are the heights of the text on the two kinds of page, in points. What
    is held together moves what comes after it, so tables are taken one by one.
    """
    found, settled = list(boxes), {0}
    while True:
        where = spots(found, upright, sideways)
        torn = _torn(found, where, settled)
        if torn is None:
            return found
        settled.add(found[torn].table)
        held = _held(found, found[torn].table)
        start = held_from(held, torn)
        spot, chain = where[start], held[start : held_to(held, start)]
        if spot.room - spot.top <= spot.room * BLANK and reach(chain) <= spot.room:
            found = held


def _torn(boxes: Sequence[Box], where: Sequence[Spot], settled: set[int]) -> int | None:
    """Return the last row before a page ends inside a table; None if none is left to be torn."""
    pairs = enumerate(zip(pairwise(boxes), pairwise(where), strict=True))
    for place, ((above, below), (one, other)) in pairs:
        inside = above.table == below.table and above.table not in settled
        if inside and one.page != other.page:
            return place
    return None


def _held(boxes: Sequence[Box], table: int) -> list[Box]:
    """Return the boxes with the rows of one table held together."""
    own = [box.table == table and not box.last for box in boxes]
    return [
        replace(box, keep_next=True) if held else box for box, held in zip(boxes, own, strict=True)
    ]
