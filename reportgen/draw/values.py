"""Put the values of a line chart beside their points, column by column.

A value stands above or below its point, on the side that suits most of its line. Where that is too
tight the column's values begin or end at their points instead, beside a steep line; or, where all
lines begin or end, stand level with their points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.draw.beside import AIR, Placed, place
from reportgen.draw.faces import Faces
from reportgen.draw.labels import spread
from reportgen.draw.scale import Scale
from reportgen.draw.strands import Strand
from reportgen.draw.tracks import RADIUS, Interval, Rectangle, Track, in_strip, known

NEAR = 6.0
"""Points; a label this little out of place is as good as in place."""
_APART = RADIUS + 3.5
"""Points from the middle of a marker to a value beside it."""
_BESIDE = 20.0
"""What it costs, in square points, to begin or end at a point rather than be centred on it."""
_LEVEL = {1: 10.0, -1: 45.0}
"""What it costs to stand right, or left, of a point; left are the words of the axis."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value to print: its line, its column and the rectangle of its text.

    `away` is how many points further from its point it is than a label with nothing in its way.
    """

    strand: int
    column: int
    box: Rectangle
    away: float
    nearer: bool
    """Whether it is nearer to another line's point than to its own."""

    @property
    def stray(self) -> bool:
        """Whether it is out of place."""
        return self.away > NEAR or self.nearer


@dataclass(frozen=True, slots=True)
class Ground:
    """What values must keep clear of: tracks, labels, the sides of the plot, and level lines."""

    tracks: tuple[Track, ...]
    labels: tuple[Rectangle, ...]
    bounds: Interval
    left: float
    levels: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """The values that one column has to print, from the lowest point up."""

    at: int
    x: float
    strands: tuple[int, ...]
    points: tuple[float, ...]
    widths: tuple[float, ...]
    height: float
    rivals: tuple[float, ...]
    """The points of all lines in the column."""
    room: float
    """How far the values may reach to the right of the points."""

    def values(
        self, middles: Sequence[float], starts: Sequence[float], touching: float
    ) -> tuple[Value, ...]:
        """Return the values with their texts at the given middles and left sides."""
        half = self.height / 2
        return tuple(
            Value(
                strand,
                self.at,
                (start, middle - half, start + width, middle + half),
                max(abs(middle - point) - touching, 0.0),
                abs(middle - point) > 1 + min(abs(middle - rival) for rival in self.rivals),
            )
            for strand, point, middle, start, width in zip(
                self.strands, self.points, middles, starts, self.widths, strict=True
            )
        )


def values(
    lines: Sequence[Strand],
    wanted: Iterable[tuple[int, int]],
    xs: Sequence[float],
    scale: Scale,
    ground: Ground,
    faces: Faces,
) -> tuple[Value, ...] | None:
    """Return where the wanted values (line, column) stand; None if a column has no room."""
    pairs = sorted(wanted, key=lambda pair: pair[1])
    columns = [
        _column(at, [s for s, c in pairs if c == at], lines, xs, scale, faces)
        for at in dict.fromkeys(column for _, column in pairs)
    ]
    leaning = _leaning(columns, len(lines), ground)
    found: list[Value] = []
    for column in columns:
        before = replace(ground, labels=(*ground.labels, *(value.box for value in found)))
        best = min(
            _choices(column, leaning, before),
            key=lambda choice: choice[0],
            default=None,
        )
        if best is None:
            return None
        found += best[1]
    return tuple(found)


def _leaning(columns: Sequence[Column], lines: int, ground: Ground) -> list[int]:
    """Return for every line whether its values would clearly rather be above (>0) or below (<0)."""
    leaning = [0] * lines
    for column in columns:
        placed = _place(column, 0, [0] * lines, ground)
        if placed:
            pairs = zip(column.points, placed.middles, strict=True)
            for strand, (point, middle) in zip(column.strands, pairs, strict=True):
                leaning[strand] += 1 if middle > point else -1
    return [lean if abs(lean) > 1 else 0 for lean in leaning]


def _choices(
    column: Column, leaning: Sequence[int], ground: Ground
) -> Iterator[tuple[float, tuple[Value, ...]]]:
    """Yield ways to print a column with their costs; only the first if it is good."""
    touching = RADIUS + AIR + column.height / 2
    for side in (0, 1, -1):
        placed = _place(column, side, leaning, ground)
        if placed is None:
            continue
        starts = [_start(column.x, width, side) for width in column.widths]
        found = column.values(placed.middles, starts, touching)
        yield placed.cost + _BESIDE * abs(side) * len(found), found
        if not side and not any(value.stray for value in found):
            return
    sizes = [column.height] * len(column.points)
    moved = spread(column.points, sizes, *ground.bounds, air=AIR)
    for side in (1, -1):
        if moved is not None and _open(column, side, ground):
            starts = [_level(column.x, width, side) for width in column.widths]
            found = column.values(moved, starts, 0.0)
            cost = sum((touching + value.away) ** 2 for value in found)
            yield cost + _LEVEL[side] * len(found), found


def _open(column: Column, side: int, ground: Ground) -> bool:
    """Return whether nothing stands right (1) or left (-1) of the points of a column."""
    starts = [_level(column.x, width, side) for width in column.widths]
    left = min(starts)
    right = max(start + width for start, width in zip(starts, column.widths, strict=True))
    if left < ground.left or right > column.x + column.room:
        return False
    heights = column.height
    level = any(abs(y - point) < heights for y in ground.levels for point in column.points)
    return not level and not in_strip(ground.tracks, ground.labels, left - AIR, right + AIR)


def _level(x: float, width: float, side: int) -> float:
    """Return the left side of a text right (1) or left (-1) of the marker at x."""
    return x + _APART if side > 0 else x - _APART - width


def _place(column: Column, side: int, leaning: Sequence[int], ground: Ground) -> Placed | None:
    """Return the best places above and below; `side` 1 begins at the point, -1 ends there."""
    starts = [_start(column.x, width, side) for width in column.widths]
    ends = [start + width for start, width in zip(starts, column.widths, strict=True)]
    left, right = min(starts), max(ends)
    if side and (left < ground.left or right > column.x + column.room):
        return None
    obstacles = in_strip(ground.tracks, ground.labels, left - AIR, right + AIR)
    obstacles += [(y, y) for y in ground.levels]
    sides = [leaning[strand] for strand in column.strands]
    return place(column.points, column.rivals, obstacles, column.height, ground.bounds, sides)


def _start(x: float, width: float, side: int) -> float:
    """Return the left side of a text centred on x, or that just covers x and goes to one side."""
    overlap = RADIUS - 0.5
    return x - width / 2 if not side else x - overlap if side > 0 else x + overlap - width


def _column(
    at: int,
    wanted: Sequence[int],
    lines: Sequence[Strand],
    xs: Sequence[float],
    scale: Scale,
    faces: Faces,
) -> Column:
    order = sorted(wanted, key=lambda s: (known(lines[s], at), -s))
    texts = [(lines[s].spots[at].text, lines[s].bold) for s in order]
    widths = tuple(faces.width(text, faces.size, bold) for text, bold in texts)
    room = xs[at + 1] - xs[at] - max(widths) / 2 - 4 if at + 1 < len(xs) else 1e6
    points = tuple(scale.at(known(lines[s], at)) for s in order)
    rivals = tuple(scale.at(y) for line in lines if (y := line.spots[at].value) is not None)
    return Column(at, xs[at], tuple(order), points, widths, sum(faces.figures()), rivals, room)
