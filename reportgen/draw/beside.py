"""Put the values of one column of a line chart above or below their points, touching nothing.

The lines and markers that pass through the column leave free slots between them. Every way of
sharing the labels among the slots in the order of their points is tried; there are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from reportgen.draw.labels import spread

Interval = tuple[float, float]
AIR = 1.8
"""Points between a label and a line or marker, and between labels."""
_BELOW, _OTHER_SIDE, _NEARER_TO_ANOTHER, _APART = 6.0, 40.0, 120.0, 900.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the labels of a column stand (their centres, in the order asked), and how badly."""

    centres: tuple[float, ...]
    cost: float


def place(
    points: Sequence[float],
    obstacles: Sequence[Interval],
    height: float,
    bounds: Interval,
    sides: Sequence[int],
) -> Placed | None:
    """Return the best places for labels of a column, or None if they do not fit.

    `points` are heights of what the labels name, from the lowest up; `sides` the side each would
    rather be on: 1 above, -1 below, 0 either.
    """
    taken = merged([(low - AIR, high + AIR) for low, high in obstacles])
    slots = _slots(taken, bounds)
    best: Placed | None = None
    for choice in combinations_with_replacement(range(len(slots)), len(points)):
        centres = _centres(points, choice, slots, height)
        if centres is None:
            continue
        cost = _cost(points, centres, choice, taken, sides)
        if best is None or cost < best.cost - 1e-6:
            best = Placed(centres, cost)
    return best


def merged(intervals: Sequence[Interval]) -> list[Interval]:
    """Return intervals from the lowest up, those that touch made one."""
    found: list[Interval] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _slots(taken: Sequence[Interval], bounds: Interval) -> list[Interval]:
    edges = [bounds[0], *(edge for interval in taken for edge in interval), bounds[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _centres(
    points: Sequence[float], choice: Sequence[int], slots: Sequence[Interval], height: float
) -> tuple[float, ...] | None:
    centres: list[float] = []
    for slot in dict.fromkeys(choice):
        inside = [point for point, chosen in zip(points, choice, strict=True) if chosen == slot]
        moved = spread(inside, [height] * len(inside), *slots[slot], air=AIR)
        if moved is None:
            return None
        centres += moved
    return tuple(centres)


def _cost(
    points: Sequence[float],
    centres: Sequence[float],
    choice: Sequence[int],
    taken: Sequence[Interval],
    sides: Sequence[int],
) -> float:
    total = 0.0
    for point, centre, slot, side in zip(points, centres, choice, sides, strict=True):
        own = next(at for at, (low, high) in enumerate(taken) if low <= point <= high)
        away = abs(centre - point)
        total += away**2 + _APART * (own - slot if slot < own else max(slot - own - 1, 0))
        total += _BELOW if centre < point else 0
        total += _OTHER_SIDE if side * (centre - point) < 0 else 0
        nearest = min((abs(centre - other) for other in points if other != point), default=away)
        total += _NEARER_TO_ANOTHER if nearest < away - 1 else 0
    return total
