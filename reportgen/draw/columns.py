"""Lay out upright columns for a few dates, each with its value on top and its date below.

The rule it guards: every column begins at zero. Columns too many to carry their values are laid out
as bars instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.document import Chart
from reportgen.draw import axes
from reportgen.draw.bars import lay_out_bars
from reportgen.draw.faces import Faces
from reportgen.draw.key import Key, key, key_marks
from reportgen.draw.picture import MARGIN, Box, Mark, Picture, Stroke, Words
from reportgen.draw.strands import Strand, strands
from reportgen.theme import Theme

_HEIGHT = 110.0
_THICKEST = 52.0
_INNER = 1.5
_SPACE = 4.0
_FILLED = 0.6
"""The share of a category's width that its columns may take."""
_WIDEST = 156.0
"""Points; categories are not set further apart."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns laid out: their categories across, the zero line, points per unit."""

    strands: tuple[Strand, ...]
    xs: tuple[float, ...]
    right: float
    thick: float
    under: axes.Foot
    zero: float
    per_unit: float
    base: float
    top: float
    legend: Key | None


def lay_out_columns(chart: Chart, theme: Theme, faces: Faces, width: float) -> Picture:
    """Return the picture of a column chart, `width` points wide; of a bar chart if too crowded."""
    found = strands(chart, theme)
    pitch = min((width - 2 * MARGIN) / max(len(chart.categories), 1), _WIDEST)
    count = max(len(found), 1)
    thick = min((pitch * _FILLED - (count - 1) * _INNER) / count, _THICKEST)
    widest = max(
        (faces.width(spot.text, faces.size, s.bold) for s in found for spot in s.spots), default=0.0
    )
    room = pitch - 6 if count == 1 else thick + _INNER - 2
    longest = max(
        (faces.width(word, faces.size) for name in chart.categories for word in name.split()),
        default=0.0,
    )
    if widest > room or longest > pitch - 6:
        return lay_out_bars(chart, theme, faces, width)
    columns = _columns(chart, found, pitch, thick, faces, width)
    height = columns.top + (columns.legend.height if columns.legend else 0.0)
    return Picture(width, height, tuple(_marks(columns, height, theme, faces)))


def _columns(
    chart: Chart, found: tuple[Strand, ...], pitch: float, thick: float, faces: Faces, width: float
) -> Columns:
    under = axes.foot(chart.categories, pitch, faces)
    xs = tuple(MARGIN + pitch * (at + 0.5) for at in range(len(chart.categories)))
    values = [value for strand in found for value in strand.values]
    low, high = min([*values, 0.0]), max([*values, 0.0])
    label = faces.size + _SPACE
    base = under.height
    lowest = base + (label + 2 if low < 0 else 0.0)
    per_unit = _HEIGHT / (high - low) if high > low else 0.0
    zero = lowest - low * per_unit
    top = zero + high * per_unit + label + 1
    legend = key(found, MARGIN, width, faces) if len(found) > 1 else None
    right = MARGIN + pitch * len(chart.categories)
    return Columns(found, xs, right, thick, under, zero, per_unit, base, top, legend)


def _marks(columns: Columns, height: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    for at, middle in enumerate(columns.xs):
        yield from _group(columns, at, middle, theme, faces)
    line = ((MARGIN, columns.zero), (columns.right, columns.zero))
    yield Stroke(line, theme.colour["muted"], 0.8, name="zero")
    yield from axes.foot_marks(columns.under, columns.xs, columns.base, faces, theme.colour["text"])
    if columns.legend:
        yield from key_marks(columns.legend, height, faces)


def _group(columns: Columns, at: int, middle: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    count = len(columns.strands)
    left = middle - (count * columns.thick + (count - 1) * _INNER) / 2
    for strand in columns.strands:
        spot = strand.spots[at]
        value = spot.value or 0.0
        tip = columns.zero + value * columns.per_unit
        right = left + columns.thick
        if spot.value is not None:
            bottom, top = sorted((columns.zero, tip))
            fill = theme.colour["ground"] if spot.hollow else strand.fill
            edge = strand.colour if spot.hollow else ""
            yield Box(left, bottom, right, top, fill, edge, f"column {strand.role}")
        if spot.text:
            ink = strand.ink if spot.value is not None else theme.colour["muted"]
            y = tip - _SPACE - faces.size * 0.72 if value < 0 else tip + _SPACE
            x = (left + right) / 2
            yield Words(spot.text, x, y, faces.size, ink, strand.bold, "centre", "value")
        left = right + _INNER
