"""Lay out the shaded bands of a line chart, and the words that say why they are shaded.

The rule it guards: words stand inside their band, or else under the chart with the years they are
about; they never lean over what is beside the band. Bands that differ are told apart by a letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.document import Band
from reportgen.draw.axes import LEADING
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Mark, Words
from reportgen.theme import Theme
from reportgen.wording import join_words

_LINES = 4
_SIDES = 3.0
"""Points between the words of a band and each of its sides."""
_SWATCH = (14.0, 8.0)
_LETTERED = (14.0, 11.5)
"""Width and height in points of a bit of shade, and of one with a letter in it."""
_APART = 3.0
"""Points between two bits of shade with letters, one under the other."""
_SPACE = 5.0
_ABOVE = 6.0
"""Points between the names of the years and the words about bands under them."""
_BETWEEN = 0.75
"""Points of ground on each side of the line where two bands meet."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A band on the page: its sides, and its words in lines, none if they stand under the chart.

    `letter` stands in it for words under the chart, where others are there too.
    """

    left: float
    right: float
    lines: tuple[str, ...]
    letter: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands in the band, line by line."""
        return self.lines or tuple(self.letter)

    @property
    def middle(self) -> float:
        """Where the words are centred."""
        return (self.left + self.right) / 2


def shades(
    bands: Sequence[Band], xs: Sequence[float], left: float, right: float, faces: Faces
) -> tuple[Shade, ...]:
    """Return the bands between the midpoints of the columns around them, within the plot.

    Where the words of one do not fit inside it, none has words: letters stand for them instead, if
    they differ.
    """
    edges = [left, *((a + b) / 2 for a, b in pairwise(xs)), right]
    sides = [(edges[band.first], edges[band.last + 1]) for band in bands]
    inside = all(
        holds(band.label, end - start, faces)
        for band, (start, end) in zip(bands, sides, strict=True)
    )
    given = letters(bands)
    return tuple(
        Shade(start, end, _wrapped(band.label, end - start, faces))
        if inside
        else Shade(start, end, (), given[band.label])
        for band, (start, end) in zip(bands, sides, strict=True)
    )


def letters(bands: Sequence[Band]) -> dict[str, str]:
    """Return the letter that stands for the words of bands; none where all bands say the same."""
    labels = list(dict.fromkeys(band.label for band in bands))
    return {label: chr(ord("A") + n) if labels[1:] else "" for n, label in enumerate(labels)}


def holds(label: str, width: float, faces: Faces, most: int = _LINES) -> bool:
    """Return whether a band so many points wide holds its words in at most so many lines."""
    lines = _wrapped(label, width, faces)
    room = width - 2 * _SIDES
    return len(lines) <= most and all(faces.width(line, faces.small) <= room for line in lines)


def _wrapped(label: str, width: float, faces: Faces) -> tuple[str, ...]:
    return faces.wrap(label, width - 2 * _SIDES, faces.small)


def head(found: Sequence[Shade], faces: Faces) -> float:
    """Return the height in points that the words of the bands need at the top."""
    lines = max((len(shade.printed) for shade in found), default=0)
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
    size, ink = faces.small, theme.colour["muted"]
    for shade in found:
        name = "band" if shade.lines else "band letter"
        for row, line in enumerate(shade.printed):
            y = top - 4 - size * (0.75 + row * LEADING)
            yield Words(line, shade.middle, y, size, ink, False, "centre", name)


@dataclass(frozen=True, slots=True)
class Note:
    """What is said under the chart of bands that are alike: their letter, if any, and the words."""

    letter: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The words of bands under the chart, and how high they are together."""

    entries: tuple[Note, ...]
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
    room -= _SWATCH[0] + _SPACE
    entries = tuple(
        Note(letter, faces.wrap(note_text(bands, label, categories), room, faces.small))
        for label, letter in letters(bands).items()
    )
    return Notes(entries, _ABOVE + sum(_height(entry, faces) for entry in entries) + 2)


def note_text(bands: Sequence[Band], label: str, categories: Sequence[str]) -> str:
    """Return what is said of the bands of one label: the years they are about come first."""
    spans = [(categories[b.first], categories[b.last]) for b in bands if b.label == label]
    names = [first if first == last else f"{first} to {last}" for first, last in spans]
    return f"{join_words(names)}: {label}"


def _height(entry: Note, faces: Faces) -> float:
    words = len(entry.lines) * faces.small * LEADING
    return max(words, _LETTERED[1]) + _APART if entry.letter else words


def note_marks(said: Notes, left: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    """Yield the words about bands at the foot of the picture, each beside a bit of its shade."""
    leading, ink = faces.small * LEADING, theme.colour["muted"]
    fill, edge = theme.colour["panel"], theme.colour["rule"]
    top = said.height - _ABOVE
    for entry in said.entries:
        wide, tall = _LETTERED if entry.letter else _SWATCH
        middle = top - max(leading, tall if entry.letter else 0) / 2
        baseline = middle - faces.small * 0.36
        yield Box(left, middle - tall / 2, left + wide, middle + tall / 2, fill, edge, "band key")
        if entry.letter:
            at = left + wide / 2
            yield Words(entry.letter, at, baseline, faces.small, ink, False, "centre", "band key")
        for row, line in enumerate(entry.lines):
            start, y = left + wide + _SPACE, baseline - row * leading
            yield Words(line, start, y, faces.small, ink, name="band key")
        top -= _height(entry, faces)
