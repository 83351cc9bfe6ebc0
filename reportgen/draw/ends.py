"""Name every line at its end: the last value and the name, moved apart where lines end together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.draw.axes import LEADING
from reportgen.draw.faces import Faces
from reportgen.draw.labels import spread
from reportgen.draw.picture import Mark, Stroke, Words
from reportgen.draw.strands import Strand

_AIR = 2.5
_SPACE = 5.0
"""Points between a value and the name after it."""
_MOVED = 3.0
"""A label moved further than this from its line is led back to it by a thin stroke."""


@dataclass(frozen=True, slots=True)
class End:
    """The label of one line: its last value (empty if that is printed elsewhere) and its name."""

    strand: Strand
    at: int
    value: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """The labels of all lines and the room they need: for values, and in all."""

    items: tuple[End, ...]
    values: float
    width: float


def ends(lines: Sequence[Strand], columns: int, room: float, faces: Faces) -> Ends:
    """Return the labels of the lines, names broken so that all fit `room` points if they can."""
    found = []
    for strand in lines:
        at = max(at for at, spot in enumerate(strand.spots) if spot.value is not None)
        value = strand.spots[at].text if at == columns - 1 else ""
        found.append((strand, at, value))
    values = max((faces.width(text, faces.size, s.bold) for s, _, text in found), default=0.0)
    values += _SPACE if values else 0
    items = tuple(
        End(strand, at, value, faces.wrap(strand.name, room - values, faces.size, strand.bold))
        for strand, at, value in found
    )
    names = max(
        (faces.width(line, faces.size, item.strand.bold) for item in items for line in item.lines),
        default=0.0,
    )
    return Ends(items, values, values + names)


def heights(found: Ends, faces: Faces) -> tuple[float, ...]:
    """Return the height of every label in points."""
    return tuple(
        (0.95 + (max(len(item.lines), 1) - 1) * LEADING) * faces.size for item in found.items
    )


def settle(
    found: Ends, ys: Sequence[float], low: float, high: float, faces: Faces
) -> tuple[float, ...] | None:
    """Return the middle of every label, nearest to the heights `ys` where the lines end."""
    order = sorted(range(len(ys)), key=lambda at: (ys[at], -at))
    sizes = heights(found, faces)
    moved = spread([ys[at] for at in order], [sizes[at] for at in order], low, high, _AIR)
    if moved is None:
        return None
    places = dict(zip(order, moved, strict=True))
    return tuple(places[at] for at in range(len(ys)))


def end_marks(
    found: Ends,
    points: Sequence[tuple[float, float]],
    middles: Sequence[float],
    left: float,
    radius: float,
    faces: Faces,
) -> Iterator[Mark]:
    """Yield the labels from `left` on, and strokes that lead to those that had to move."""
    for item, (x, y), middle, size in zip(
        found.items, points, middles, heights(found, faces), strict=True
    ):
        strand = item.strand
        if abs(middle - y) > _MOVED or left - x > 30:
            turn = max(left - 8, x + radius + 1)
            path = ((x + radius + 1, y), (turn, y), (left - 2, middle))
            yield Stroke(path[1:] if turn <= x + radius + 1 else path, strand.ink, 0.6, name="lead")
        first = middle + size / 2 - faces.size * 0.835
        if item.value:
            yield Words(
                item.value, left, first, faces.size, strand.ink, strand.bold, "left", "end value"
            )
        for row, line in enumerate(item.lines):
            baseline = first - row * faces.size * LEADING
            start = left + (found.values if item.value else 0)
            yield Words(
                line, start, baseline, faces.size, strand.ink, strand.bold, "left", "end name"
            )
