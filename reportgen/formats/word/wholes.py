"""Turn tables that are torn into whole ones, where that leaves no page more than a third empty.

A table goes over to the next page with its caption, its notes and its source, if one page holds
them all. One that would leave more of a page empty stays torn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.formats.word.boxes import Box
from reportgen.formats.word.pages import Spot, held_from, held_to, reach, spots, stretch

BLANK = 1 / 3
"""The share of a page that may be left empty for the sake of a whole table."""


def kept_whole(boxes: Sequence[Box], upright: float, sideways: float) -> list[Box]:
    """Return the boxes with the rows of such tables held together.

    `upright` and `sideways` are the heights of the text on the two kinds of page, in points.
    """
    found: list[Box] = []
    wide = False
    while len(found) < len(boxes):
        start = len(found)
        end = stretch(boxes, start)
        heights = (sideways, upright) if wide else (upright, sideways)
        found += _kept_whole(boxes[start:end], *heights)
        wide ^= boxes[end - 1].turns
    return found


def _kept_whole(boxes: Sequence[Box], upright: float, sideways: float) -> list[Box]:
    """Return the boxes up to one that begins a page anyhow, such tables held whole.

    What is held together moves what comes after it, so tables are taken one by one. What stands on
    the pages before is done with.
    """
    done: list[Box] = []
    rest, settled = list(boxes), {0}
    while where := _up_to_a_tear(rest, settled, upright, sideways):
        torn = len(where) - 2
        settled.add(rest[torn].table)
        held = _held(rest, rest[torn].table)
        start = held_from(held, torn)
        spot, chain = where[start], held[start : held_to(held, start)]
        if spot.room - spot.top <= spot.room * BLANK and reach(chain) <= spot.room:
            rest = held
        heads = (n for n in range(start, 0, -1) if not where[n].top and held_from(rest, n) == n)
        head = next(heads, 0)
        done, rest = done + rest[:head], rest[head:]
    return done + rest


def _up_to_a_tear(
    boxes: Sequence[Box], settled: set[int], upright: float, sideways: float
) -> list[Spot]:
    """Return where boxes begin, up to the first row on another page than the row above it.

    There are none where no table is torn but those that are settled.
    """
    where: list[Spot] = []
    for box, spot in zip(boxes, spots(boxes, upright, sideways), strict=True):
        where.append(spot)
        above = boxes[len(where) - 2] if len(where) > 1 else None
        inside = above and above.table == box.table and box.table not in settled
        if inside and where[-2].page != spot.page:
            return where
    return []


def _held(boxes: Sequence[Box], table: int) -> list[Box]:
    """Return the boxes with the rows of one table held together."""
    own = [box.table == table and not box.last for box in boxes]
    return [
        replace(box, keep_next=True) if held else box for box, held in zip(boxes, own, strict=True)
    ]
