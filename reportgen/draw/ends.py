"""Name every line at its end: the last value and the name, moved apart where lines end together.

A line that ends before the last column is named there if its name touches nothing; if it would,
the name stands with the others and a dotted stroke leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.draw.axes import LEADING
from reportgen.draw.beside import AIR, nearest
from reportgen.draw.faces import Faces
from reportgen.draw.labels import spread
from reportgen.draw.picture import Mark, Stroke, Words
from reportgen.draw.strands import Strand
from reportgen.draw.tracks import RADIUS, Interval, Rectangle, Track, in_strip

_BETWEEN = 2.5
_SPACE = 5.0
"""Points between a value and the name after it."""
_MOVED = 3.0
"""A label moved further than this from its line is led back to it by a thin stroke."""
_TURN = 4.0
"""Points before the side of the plot that are left to strokes turning to their labels."""
_NEAR = 10.0
"""Points; a name further than this from the end of its line does not stand there."""


@dataclass(frozen=True, slots=True)
class End:
    """The label of one line: where the line ends, its last value, its name in lines.

    `indent` is the room for values before names, so that names below each other are aligned.
    """

    index: int
    strand: Strand
    at: int
    value: str
    lines: tuple[str, ...]
    indent: float

    def height(self, faces: Faces) -> float:
        """Return the height of the label in points."""
        return (0.95 + (len(self.lines) - 1) * LEADING) * faces.size

    def width(self, faces: Faces) -> float:
        """Return the width of the label in points."""
        names = [faces.width(line, faces.size, self.strand.bold) for line in self.lines]
        return self.indent + max(names)


@dataclass(frozen=True, slots=True)
class Label:
    """An end label in its place: its left side, its middle, and the point it names.

    `inside` the plot it stands right at the end of its line, so that nothing need lead to it.
    """

    end: End
    left: float
    middle: float
    point: tuple[float, float]
    inside: bool = False


def ends(lines: Sequence[Strand], columns: int, room: float, faces: Faces) -> tuple[End, ...]:
    """Return the labels of the lines, names broken so that all fit `room` points if they can."""
    last = [max(at for at, spot in enumerate(s.spots) if spot.value is not None) for s in lines]
    texts = [
        s.spots[at].text if at == columns - 1 else "" for s, at in zip(lines, last, strict=True)
    ]
    widths = [faces.width(t, faces.size, s.bold) for t, s in zip(texts, lines, strict=True)]
    indent = max(widths, default=0.0)
    indent += _SPACE if indent else 0
    return tuple(
        End(
            index,
            strand,
            at,
            text,
            faces.wrap(strand.name, room - indent, faces.size, strand.bold) or ("",),
            indent if text else 0.0,
        )
        for index, (strand, at, text) in enumerate(zip(lines, last, texts, strict=True))
    )


def least_height(items: Sequence[End], faces: Faces) -> float:
    """Return the height in points below which the labels do not fit above each other."""
    return sum(item.height(faces) + _BETWEEN for item in items)


def in_margin(
    items: Sequence[End],
    points: Sequence[tuple[float, float]],
    left: float,
    bounds: Interval,
    faces: Faces,
) -> tuple[Label, ...] | None:
    """Return labels from `left` on, nearest to the points they name; None if they do not fit."""
    order = sorted(range(len(items)), key=lambda at: (points[at][1], -at))
    sizes = [items[at].height(faces) for at in order]
    moved = spread([points[at][1] for at in order], sizes, *bounds, air=_BETWEEN)
    if moved is None:
        return None
    middles = dict(zip(order, moved, strict=True))
    return tuple(Label(item, left, middles[at], points[at]) for at, item in enumerate(items))


def in_plot(
    item: End,
    point: tuple[float, float],
    right: float,
    tracks: Sequence[Track],
    labels: Sequence[Rectangle],
    bounds: Interval,
    faces: Faces,
) -> Label | None:
    """Return the label of a line that ends early, right of its end; None if that is not free."""
    x, y = point
    strand = item.strand
    value = strand.spots[item.at].text
    indent = faces.width(value, faces.size, strand.bold) + _SPACE
    left, limit = x + RADIUS + 3.5, right - _TURN
    lines = faces.wrap(strand.name, limit - left - indent, faces.size, strand.bold)
    local = replace(item, value=value, lines=lines, indent=indent)
    end = left + local.width(faces)
    if end > limit:
        return None
    taken = in_strip(tracks, labels, left - AIR, end + AIR)
    middle = nearest(y, taken, local.height(faces), bounds)
    if middle is None or abs(middle - y) > _NEAR:
        return None
    return Label(local, left, middle, point, True)


def box(label: Label, faces: Faces) -> Rectangle:
    """Return the rectangle that a label takes up."""
    half = label.end.height(faces) / 2
    right = label.left + label.end.width(faces)
    descent = faces.size * 0.1
    return label.left, label.middle - half - descent, right, label.middle + half


def lead(point: tuple[float, float], right: float) -> Rectangle:
    """Return the rectangle around the level part of a stroke that leads across the plot."""
    x, y = point
    return x + RADIUS, y - 0.5, right, y + 0.5


def end_marks(label: Label, faces: Faces) -> Iterator[Mark]:
    """Yield the words of a label, and the stroke that leads to one that had to move."""
    item, strand = label.end, label.end.strand
    x, y = label.point
    far = not item.value
    if not label.inside and (far or abs(label.middle - y) > _MOVED):
        turn = max(label.left - 9, x + RADIUS + 1)
        path = ((x + RADIUS + 1, y), (turn, y), (label.left - 2, label.middle))
        yield Stroke(path, strand.ink, 0.6, (0.8, 2.0) if far else (), "lead")
    first = label.middle + item.height(faces) / 2 - faces.size * 0.835
    if item.value:
        yield Words(
            item.value, label.left, first, faces.size, strand.ink, strand.bold, name="end value"
        )
    for row, line in enumerate(item.lines):
        y = first - row * faces.size * LEADING
        start = label.left + item.indent
        yield Words(line, start, y, faces.size, strand.ink, strand.bold, name="end name")
