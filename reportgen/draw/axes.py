"""Lay out what stands around the marks: categories along the bottom, ticks at the side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.draw.faces import Faces
from reportgen.draw.picture import Mark, Stroke, Words
from reportgen.draw.tracks import Rectangle
from reportgen.theme import Theme

LEADING = 1.2
"""Lines of one label follow each other at this multiple of their size."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The words under the columns; those with no lines are left out for want of room."""

    labels: tuple[tuple[str, ...], ...]
    height: float


def foot(categories: Sequence[str], pitch: float, faces: Faces) -> Foot:
    """Return the categories broken into lines that fit columns `pitch` points apart.

    Where a word is wider than that, only every second, third … category is named, the last always
    and the first too if that leaves out hardly more.
    """
    room = pitch - 6
    widest = max((faces.width(w, faces.size) for c in categories for w in c.split()), default=0.0)
    every = 1
    while widest > every * room and every < len(categories) and room > 0:
        every += 1
    last = len(categories) - 1
    if every > 1:
        both = (step for step in range(every, every + every // 2 + 1) if last % step == 0)
        every = next(both, every)
    labels = tuple(
        faces.wrap(category, every * room, faces.size) if (last - at) % every == 0 else ()
        for at, category in enumerate(categories)
    )
    lines = max((len(label) for label in labels), default=0)
    return Foot(labels, lines * faces.size * LEADING + 6)


def foot_marks(
    under: Foot, xs: Sequence[float], base: float, faces: Faces, ink: str
) -> Iterator[Mark]:
    """Yield the words under the columns; `base` is the height of the line they hang from."""
    for at, (x, lines) in enumerate(zip(xs, under.labels, strict=True)):
        for row, line in enumerate(lines):
            y = base - 5 - faces.size * (0.78 + row * LEADING)
            yield Words(line, x, y, faces.size, ink, align="centre", name=f"category {at}")


def tick_marks(
    word: str,
    y: float,
    zero: bool,
    sides: tuple[float, float],
    base: float,
    labels: Sequence[Rectangle],
    theme: Theme,
    faces: Faces,
) -> Iterator[Mark]:
    """Yield one tick: its word, and a light line across the plot that steps aside for labels.

    The line of zero is drawn darker and whole; nothing is drawn on the axis itself.
    """
    left, right = sides
    if zero and y > base + 0.5:
        yield Stroke(((left, y), (right, y)), theme.colour["muted"], 0.6, name="zero")
    elif y > base + 4:
        for start, end in _gaps(left, right, y, labels):
            yield Stroke(((start, y), (end, y)), theme.colour["rule"], 0.6, name="grid")
    baseline = y - faces.size * 0.36
    muted = theme.colour["muted"]
    yield Words(word, left - 6, baseline, faces.size, muted, align="right", name="tick")


def _gaps(
    left: float, right: float, y: float, labels: Sequence[Rectangle]
) -> Iterator[tuple[float, float]]:
    """Yield the parts of a level line that run through no label."""
    start = left
    for label in sorted(label for label in labels if label[1] - 1 < y < label[3] + 1):
        end = min(label[0] - 2, right)
        if end > start:
            yield start, end
        start = max(start, label[2] + 2)
    if start < right:
        yield start, right
