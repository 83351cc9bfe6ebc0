"""Put labels above or below the points of one column of a line chart, touching nothing.

The lines and markers that pass through the column leave free slots between them. Every way of
sharing the labels among the slots in the order of their points is tried: those with each label next
to its own point, and the others only if none of them will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, groupby, product

from reportgen.draw.labels import spread
from reportgen.draw.tracks import Interval

AIR = 1.5
"""Points between a label and a line or marker, and between labels."""
_BELOW, _OTHER_SIDE, _NEARER_TO_ANOTHER, _APART = 6.0, 40.0, 120.0, 900.0
"""What it costs, in square points, to stand below; on the side where the line's other labels are
not; nearer to another point; and beyond another line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the labels of a column stand (their middles, in the order asked), and how badly."""

    middles: tuple[float, ...]
    cost: float


def place(
    points: Sequence[float],
    rivals: Sequence[float],
    obstacles: Sequence[Interval],
    height: float,
    bounds: Interval,
    sides: Sequence[int],
) -> Placed | None:
    """Return the best places for labels of a column, or None if they do not fit.

    `points` are heights of what the labels name, from the lowest up, each inside an obstacle;
    `rivals` those of all points of the column; `sides` the side each would rather be on: above
    (1 or more), below (-1 or less) or either (0).
    """
    taken = merged(obstacles)
    slots = free(taken, bounds)
    owns = [_own(point, taken) for point in points]
    wide = [at for at, (low, high) in enumerate(slots) if high - low >= height]

    @cache  # the same few labels stand in the same slot in many of the ways to place all
    def some(first: int, end: int, slot: int) -> Placed | None:
        inside = points[first:end]
        middles = spread(inside, [height] * len(inside), *slots[slot], air=AIR)
        if middles is None:
            return None
        wanted = owns[first:end], sides[first:end]
        return Placed(middles, _cost(inside, rivals, middles, slot, *wanted))

    best: Placed | None = None
    for choices in (_near(owns, wide), combinations_with_replacement(wide, len(points))):
        for choice in choices:
            parts = [some(*run) for run in _runs(choice)]
            placed = [part for part in parts if part]
            cost = sum([part.cost for part in placed])
            if len(placed) == len(parts) and (best is None or cost < best.cost - 1e-6):
                best = Placed(tuple(middle for part in placed for middle in part.middles), cost)
        if best and best.cost < _APART:  # the least that any way costs which is not near
            break
    return best


def _own(point: float, taken: Sequence[Interval]) -> int:
    """Return which obstacle a point is inside."""
    return next(at for at, (low, high) in enumerate(taken) if low <= point <= high)


def _near(owns: Sequence[int], wide: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the ways to place labels in which each is next to its own obstacle, in order."""
    sides = ([slot for slot in (own, own + 1) if slot in wide] for own in owns)
    for choice in product(*sides):
        if list(choice) == sorted(choice):
            yield choice


def _runs(choice: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the labels that share a slot: the first, the one after the last, and the slot."""
    first = 0
    for slot, labels in groupby(choice):
        end = first + len(list(labels))
        yield first, end, slot
        first = end


def nearest(
    point: float, obstacles: Sequence[Interval], height: float, bounds: Interval
) -> float | None:
    """Return the middle of the free place for a label nearest to `point`; None without one."""
    places = [spread([point], [height], *slot) for slot in free(merged(obstacles), bounds)]
    return min((at[0] for at in places if at), key=lambda at: abs(at - point), default=None)


def merged(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals with air around them, from the lowest up, those that touch made one."""
    found: list[Interval] = []
    for low, high in sorted((low - AIR, high + AIR) for low, high in intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def free(taken: Sequence[Interval], bounds: Interval) -> list[Interval]:
    """Return what lies between the taken intervals, from the lowest up; some may be empty."""
    edges = [bounds[0], *(edge for interval in taken for edge in interval), bounds[1]]
    return [
        (max(low, bounds[0]), min(high, bounds[1]))
        for low, high in zip(edges[::2], edges[1::2], strict=True)
    ]


def _cost(
    points: Sequence[float],
    rivals: Sequence[float],
    middles: Sequence[float],
    slot: int,
    owns: Sequence[int],
    sides: Sequence[int],
) -> float:
    """Return what it costs to have labels in one slot."""
    total = 0.0
    for point, own, middle, side in zip(points, owns, middles, sides, strict=True):
        away = abs(middle - point)
        total += away**2 + _APART * (own - slot if slot < own else max(slot - own - 1, 0))
        total += _BELOW if middle < point else 0
        total += _OTHER_SIDE if side * (middle - point) < 0 else 0
        closest = min([abs(middle - rival) for rival in rivals])
        total += _NEARER_TO_ANOTHER if closest < away - 1 else 0
    return total
