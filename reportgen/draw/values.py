"""Put the values of a line chart beside their points, column by column, on consistent sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.draw.beside import AIR, Interval, Placed, place
from reportgen.draw.faces import Faces
from reportgen.draw.scale import Scale
from reportgen.draw.strands import Strand

RADIUS = 3.6
"""The radius of a marker with its outline, in points."""
_STROKE = 1.3
"""Half the width of a line, with a little to spare."""

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Value:
    """A value to print: its line, its column and the middle of its text."""

    strand: int
    column: int
    middle: float
    away: float
    """Points further from its point than a label with nothing in its way."""


@dataclass(frozen=True, slots=True)
class Column:
    """The values that one column has to print, from the lowest point up."""

    at: int
    strands: tuple[int, ...]
    points: tuple[float, ...]
    obstacles: tuple[Interval, ...]
    below: float
    above: float


def runs(strand: Strand, joined: Sequence[bool]) -> Iterator[Run]:
    """Yield first and last column of every unbroken part of a line.

    A line is broken at a missing point and where `joined` says so; an empty `joined` joins all.
    """
    start: int | None = None
    for at, spot in enumerate(strand.spots):
        if spot.value is None:
            if start is not None:
                yield start, at - 1
            start = None
        elif start is None:
            start = at
        elif joined and not joined[at - 1]:
            yield start, at - 1
            start = at
    if start is not None:
        yield start, len(strand.spots) - 1


def values(
    lines: Sequence[Strand],
    wanted: Sequence[tuple[int, int]],
    joined: Sequence[bool],
    xs: Sequence[float],
    scale: Scale,
    bounds: Interval,
    faces: Faces,
) -> tuple[Value, ...] | None:
    """Return where the wanted values (strand, column) stand; None if one column has no room.

    Each line first takes the side that suits most of its columns, then keeps to it where it can.
    """
    paths = [
        [
            tuple((xs[c], scale.at(_known(s, c))) for c in range(a, b + 1))
            for a, b in runs(s, joined)
        ]
        for s in lines
    ]
    columns = [
        _column(at, [s for s, c in wanted if c == at], lines, paths, xs[at], scale, faces)
        for at in sorted({column for _, column in wanted})
    ]
    first = _settle(columns, [0] * len(lines), bounds)
    if first is None:
        return None
    leaning = [0] * len(lines)
    for column, placed in zip(columns, first, strict=True):
        for strand, point, centre in zip(
            column.strands, column.points, placed.centres, strict=True
        ):
            leaning[strand] += 1 if centre > point else -1
    final = _settle(columns, [(lean > 0) - (lean < 0) for lean in leaning], bounds)
    assert final is not None
    return tuple(_values(columns, final))


def _values(columns: Sequence[Column], final: Sequence[Placed]) -> Iterator[Value]:
    for column, placed in zip(columns, final, strict=True):
        nearest = RADIUS + AIR + (column.below + column.above) / 2
        for strand, point, centre in zip(
            column.strands, column.points, placed.centres, strict=True
        ):
            yield Value(strand, column.at, centre, max(abs(centre - point) - nearest, 0.0))


def _settle(
    columns: Sequence[Column], sides: Sequence[int], bounds: Interval
) -> list[Placed] | None:
    found = []
    for column in columns:
        placed = place(
            column.points,
            column.obstacles,
            column.below + column.above,
            bounds,
            [sides[strand] for strand in column.strands],
        )
        if placed is None:
            return None
        found.append(placed)
    return found


def _column(
    at: int,
    wanted: Sequence[int],
    lines: Sequence[Strand],
    paths: Sequence[Sequence[Sequence[tuple[float, float]]]],
    x: float,
    scale: Scale,
    faces: Faces,
) -> Column:
    order = sorted(wanted, key=lambda s: (_known(lines[s], at), -s))
    texts = [(lines[s].spots[at].text, lines[s].bold) for s in order]
    half = max(faces.width(text, faces.size, bold) for text, bold in texts) / 2 + AIR
    inks = [(faces.bold if b else faces.regular).extent(text, faces.size) for text, b in texts]
    obstacles = [
        interval
        for strand in paths
        for path in strand
        if (interval := crossing(path, x - half, x + half)) is not None
    ]
    return Column(
        at,
        tuple(order),
        tuple(scale.at(_known(lines[s], at)) for s in order),
        tuple(obstacles),
        max(below for below, _ in inks),
        max(above for _, above in inks),
    )


def crossing(path: Sequence[tuple[float, float]], left: float, right: float) -> Interval | None:
    """Return the heights that a line and its markers take up between two verticals, if any."""
    found: list[float] = []
    for x, y in path:
        if left - RADIUS < x < right + RADIUS:
            found += [y - RADIUS, y + RADIUS]
    for (x0, y0), (x1, y1) in pairwise(path):
        start, end = max(x0, left), min(x1, right)
        if start <= end and x1 > x0:
            for x in (start, end):
                y = y0 + (y1 - y0) * (x - x0) / (x1 - x0)
                found += [y - _STROKE, y + _STROKE]
    return (min(found), max(found)) if found else None


def _known(strand: Strand, column: int) -> float:
    value = strand.spots[column].value
    assert value is not None
    return value
