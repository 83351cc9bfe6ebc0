"""Lay out the shaded bands of a line chart, each with its words at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.document import Band
from reportgen.draw.axes import LEADING
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Mark, Words
from reportgen.theme import Theme

_NARROWEST = 110.0
"""Points; words that need more lines than `_LINES` may stand out of a band on both sides."""
_LINES = 3


@dataclass(frozen=True, slots=True)
class Shade:
    """A band on the page: its sides, its words and where they are centred."""

    left: float
    right: float
    lines: tuple[str, ...]
    middle: float


def shades(
    bands: Sequence[Band],
    xs: Sequence[float],
    left: float,
    right: float,
    width: float,
    faces: Faces,
) -> tuple[Shade, ...]:
    """Return the bands between the midpoints of the columns around them, within the plot.

    The words of a narrow band may stand out of it, and of the plot, but not of `width`.
    """
    edges = [left, *((a + b) / 2 for a, b in pairwise(xs)), right]
    found = []
    for band in bands:
        start, end = edges[band.first], edges[band.last + 1]
        lines = faces.wrap(band.label, end - start - 6, faces.small)
        tight = len(lines) > _LINES or any(
            faces.width(line, faces.small) > end - start - 6 for line in lines
        )
        if tight and len(bands) == 1:
            lines = faces.wrap(band.label, min(_NARROWEST, right - left), faces.small)
        half = max((faces.width(line, faces.small) for line in lines), default=0.0) / 2 + 2
        middle = min(max((start + end) / 2, left + half), max(width - half, left + half))
        found.append(Shade(start, end, lines, middle))
    return tuple(found)


def reach(found: Sequence[Shade], faces: Faces) -> float:
    """Return how far to the right the words of the bands reach."""
    return max(
        (s.middle + faces.width(line, faces.small) / 2 for s in found for line in s.lines),
        default=0.0,
    )


def head(found: Sequence[Shade], faces: Faces) -> float:
    """Return the height in points that the words of the bands need at the top."""
    lines = max((len(shade.lines) for shade in found), default=0)
    return lines * faces.small * LEADING + 7 if lines else 0.0


def shade_marks(
    found: Sequence[Shade], bottom: float, top: float, theme: Theme, faces: Faces
) -> Iterator[Mark]:
    """Yield the bands and their words, from `bottom` to `top` of the plot."""
    for shade in found:
        yield Box(shade.left, bottom, shade.right, top, theme.colour["panel"], name="band")
    for shade in found:
        for row, line in enumerate(shade.lines):
            y = top - 4 - faces.small * (0.75 + row * LEADING)
            yield Words(
                line, shade.middle, y, faces.small, theme.colour["muted"], False, "centre", "band"
            )
