"""Lay out a small key, for charts whose series cannot be named beside their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Mark, Words
from reportgen.draw.strands import Strand

_SWATCH = 9.0
_SPACE = 4.0
_APART = 16.0
_LEADING = 1.5


@dataclass(frozen=True, slots=True)
class Key:
    """The entries of a key: strand, row and left side; and the height of the whole."""

    entries: tuple[tuple[Strand, int, float], ...]
    height: float


def key(found: Sequence[Strand], left: float, width: float, faces: Faces) -> Key:
    """Return a key for the strands, in their order, between `left` and `width`."""
    entries = []
    row, x = 0, left
    for strand in found:
        wide = _SWATCH + _SPACE + faces.width(strand.name, faces.size, strand.bold)
        if x > left and x + wide > width:
            row, x = row + 1, left
        entries.append((strand, row, x))
        x += wide + _APART
    return Key(tuple(entries), (row + 1) * faces.size * _LEADING + 8)


def key_marks(legend: Key, top: float, faces: Faces) -> Iterator[Mark]:
    """Yield the swatches and names of a key that hangs from `top`."""
    for strand, row, x in legend.entries:
        baseline = top - faces.size * (1.0 + row * _LEADING)
        y = baseline + faces.size * 0.36 - _SWATCH / 2
        yield Box(x, y, x + _SWATCH, y + _SWATCH, strand.fill, name="key")
        start = x + _SWATCH + _SPACE
        yield Words(
            strand.name, start, baseline, faces.size, strand.ink, strand.bold, "left", "key"
        )
