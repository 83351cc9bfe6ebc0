"""Turn strands into the tracks they leave on the page, and say what lies in a strip of it.

A track is an unbroken part of a line: the points where its markers stand. The rule it guards: a
line is broken at a missing point and wherever two periods do not compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.draw.scale import Scale
from reportgen.draw.strands import Strand

RADIUS = 3.3
"""The radius of a marker with its outline, in points."""
_STROKE = 1.3
"""Half the width of a line, with a little to spare."""

Interval = tuple[float, float]
Track = tuple[tuple[float, float], ...]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


def runs(strand: Strand, joined: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and last column of every unbroken part of a line; an empty `joined` joins all."""
    start: int | None = None
    for at, spot in enumerate(strand.spots):
        if start is not None and (spot.value is None or (joined and not joined[at - 1])):
            yield start, at - 1
            start = None
        if start is None and spot.value is not None:
            start = at
    if start is not None:
        yield start, len(strand.spots) - 1


def tracks(
    strand: Strand, joined: Sequence[bool], xs: Sequence[float], scale: Scale
) -> tuple[Track, ...]:
    """Return the unbroken parts of a line, left to right."""
    return tuple(
        tuple((xs[at], scale.at(known(strand, at))) for at in range(first, last + 1))
        for first, last in runs(strand, joined)
    )


def known(strand: Strand, column: int) -> float:
    """Return a value that is there. Raises `ValueError` if it is missing."""
    value = strand.spots[column].value
    if value is None:
        raise ValueError(f"{strand.name} has no value in column {column}")
    return value


def in_strip(
    found: Sequence[Track], labels: Sequence[Rectangle], left: float, right: float
) -> list[Interval]:
    """Return the heights taken up by lines, markers and labels between two verticals."""
    lines = [interval for track in found if (interval := crossing(track, left, right)) is not None]
    return lines + [(low, high) for start, low, end, high in labels if start < right and left < end]


def crossing(track: Track, left: float, right: float) -> Interval | None:
    """Return the heights that a line and its markers take up between two verticals, if any."""
    heights: list[float] = []
    for x, y in track:
        if left - RADIUS < x < right + RADIUS:
            heights += [y - RADIUS, y + RADIUS]
    for (x0, y0), (x1, y1) in pairwise(track):
        start, end = max(x0, left), min(x1, right)
        if start <= end:
            for x in (start, end):
                y = y0 + (y1 - y0) * (x - x0) / (x1 - x0)
                heights += [y - _STROKE, y + _STROKE]
    return (min(heights), max(heights)) if heights else None
