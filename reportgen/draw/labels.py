"""Move labels on a line apart so that none overlaps another, and each by as little as can be.

The least sum of squared moves, with order kept, is an isotonic regression: solved exactly by
pooling neighbours (Ayer and others, 1955), then clipped to the bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, air: float = 0.0
) -> tuple[float, ...] | None:
    """Return the centres of labels, in the order given, nearest to those wanted.

    Each label is as long as its size, lies between `low` and `high`, and is `air` away from the
    next. None if they do not fit.
    """
    if not wanted:
        return ()
    starts = [0.0]
    for size, following in pairwise(sizes):
        starts.append(starts[-1] + (size + following) / 2 + air)
    floor = low + sizes[0] / 2
    ceiling = high - sizes[-1] / 2 - starts[-1]
    if ceiling < floor - 1e-9:
        return None
    top = max(ceiling, floor)
    pooled = _pool([want - start for want, start in zip(wanted, starts, strict=True)])
    pairs = zip(pooled, starts, strict=True)
    return tuple([min(max(value, floor), top) + start for value, start in pairs])


def _pool(values: Sequence[float]) -> list[float]:
    """Return the nearest values, by least squares, that never fall."""
    if len(values) == 1:
        return list(values)
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, number = pools.pop()
            mean = (before * number + mean * count) / (number + count)
            count += number
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
