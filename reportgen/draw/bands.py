"""Lay out the shaded bands of a line chart, and the words that say why they are shaded.

The rule it guards: words stand inside their band, or else under the chart with the years they are
about; they never lean over what is beside the band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportgen.document import Band
from reportgen.draw.axes import LEADING
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Mark, Words
from reportgen.theme import Theme

_LINES = 4
_SIDES = 3.0
"""Points between the words of a band and each of its sides."""
_SWATCH = (14.0, 8.0)
_SPACE = 5.0
_ABOVE = 6.0
"""Points between the names of the years and the words about bands under them."""
_BETWEEN = 0.75
"""Points of ground on each side of the line where two bands meet."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A band on the page: its sides, and its words in lines, none if they stand under the chart."""

    left: float
    right: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the words are centred."""
        return (self.left + self.right) / 2


def shades(
    bands: Sequence[Band], xs: Sequence[float], left: float, right: float, faces: Faces
) -> tuple[Shade, ...]:
    """Return the bands between the midpoints of the columns around them, within the plot.

    Where the words of one do not fit inside it, none has words.
    """
    edges = [left, *((a + b) / 2 for a, b in pairwise(xs)), right]
    sides = [(edges[band.first], edges[band.last + 1]) for band in bands]
    inside = all(
        holds(band.label, end - start, faces)
        for band, (start, end) in zip(bands, sides, strict=True)
    )
    return tuple(
        Shade(start, end, _wrapped(band.label, end - start, faces) if inside else ())
        for band, (start, end) in zip(bands, sides, strict=True)
    )


def holds(label: str, width: float, faces: Faces, most: int = _LINES) -> bool:
    """Return whether a band so many points wide holds its words in at most so many lines."""
    lines = _wrapped(label, width, faces)
    room = width - 2 * _SIDES
    return len(lines) <= most and all(faces.width(line, faces.small) <= room for line in lines)


def _wrapped(label: str, width: float, faces: Faces) -> tuple[str, ...]:
    return faces.wrap(label, width - 2 * _SIDES, faces.small)


def head(found: Sequence[Shade], faces: Faces) -> float:
    """Return the height in points that the words of the bands need at the top."""
    lines = max((len(shade.lines) for shade in found), default=0)
    return lines * faces.small * LEADING + 7 if lines else 0.0


def shade_marks(
    found: Sequence[Shade], bottom: float, top: float, theme: Theme, faces: Faces
) -> Iterator[Mark]:
    """Yield the bands and their words, from `bottom` to `top` of the plot."""
    lefts, rights = {shade.left for shade in found}, {shade.right for shade in found}
    for shade in found:
        left = shade.left + (_BETWEEN if shade.left in rights else 0)
        right = shade.right - (_BETWEEN if shade.right in lefts else 0)
        yield Box(left, bottom, right, top, theme.colour["panel"], name="band")
    for shade in found:
        for row, line in enumerate(shade.lines):
            y = top - 4 - faces.small * (0.75 + row * LEADING)
            yield Words(
                line, shade.middle, y, faces.small, theme.colour["muted"], False, "centre", "band"
            )


@dataclass(frozen=True, slots=True)
class Notes:
    """The words of bands under the chart: an entry for each, in lines; and how high they are."""

    entries: tuple[tuple[str, ...], ...]
    height: float


def notes(
    bands: Sequence[Band],
    found: Sequence[Shade],
    categories: Sequence[str],
    room: float,
    faces: Faces,
) -> Notes:
    """Return what is said under the chart, `room` points wide: nothing if the bands say it."""
    if not bands or any(shade.lines for shade in found):
        return Notes((), 0.0)
    texts = [
        f"{_named(list(alike), categories)}: {label}"
        for label, alike in groupby(bands, key=lambda band: band.label)
    ]
    entries = tuple(faces.wrap(text, room - _SWATCH[0] - _SPACE, faces.small) for text in texts)
    return Notes(entries, _ABOVE + sum(map(len, entries)) * faces.small * LEADING + 2)


def _named(bands: Sequence[Band], categories: Sequence[str]) -> str:
    spans = [(categories[band.first], categories[band.last]) for band in bands]
    names = [first if first == last else f"{first} to {last}" for first, last in spans]
    return " and ".join((", ".join(names[:-1]), names[-1]) if names[1:] else names)


def note_marks(said: Notes, left: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    """Yield the words about bands at the foot of the picture, each beside a bit of its shade."""
    leading, (wide, tall) = faces.small * LEADING, _SWATCH
    top = said.height - _ABOVE
    for entry in said.entries:
        middle = top - leading / 2
        low, high = middle - tall / 2, middle + tall / 2
        fill, edge = theme.colour["panel"], theme.colour["rule"]
        yield Box(left, low, left + wide, high, fill, edge, "band key")
        for row, line in enumerate(entry):
            y = middle - faces.small * 0.36 - row * leading
            start = left + wide + _SPACE
            yield Words(line, start, y, faces.small, theme.colour["muted"], name="band key")
        top -= len(entry) * leading
