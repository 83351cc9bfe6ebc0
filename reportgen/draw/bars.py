"""Lay out horizontal bars, clustered by category, each with its value at its end.

The rule it guards: every bar begins at zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.document import Chart
from reportgen.draw.axes import LEADING
from reportgen.draw.faces import Faces
from reportgen.draw.key import Key, key, key_marks
from reportgen.draw.picture import MARGIN, Align, Box, Mark, Picture, Stroke, Words
from reportgen.draw.strands import Spot, Strand, strands
from reportgen.theme import Theme

_THICKNESS = (15.0, 15.0, 13.0, 12.0, 11.5)
"""Points, by the number of bars in a group."""
_INNER = 1.2
_SPACE = 4.0
_NAME = 5.0
"""Points between a value and the name after it."""
_LABELS = 0.34
"""The largest share of the width that category names may take before they are broken."""
_LEAST = 0.6
"""Names stand beside the first values if bars keep this share of their length; else in a key."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars laid out across: category names, the zero line, points per unit, who is named where."""

    strands: tuple[Strand, ...]
    labels: tuple[tuple[str, ...], ...]
    left: float
    """Where the category names end."""
    zero: float
    per_unit: float
    named: bool
    legend: Key | None
    thick: float

    def tip(self, spot: Spot) -> float:
        """Return where the bar of a spot ends; at the zero line if its value is missing."""
        return self.zero + (spot.value or 0.0) * self.per_unit

    @property
    def group(self) -> float:
        """The height of the bars of one category in points."""
        count = max(len(self.strands), 1)
        return count * self.thick + (count - 1) * _INNER


def lay_out_bars(chart: Chart, theme: Theme, faces: Faces, width: float) -> Picture:
    """Return the picture of a bar chart, `width` points wide and as high as its bars need."""
    bars = _bars(chart, strands(chart, theme), faces, width)
    leading = faces.size * LEADING
    rooms = [max(bars.group, len(label) * leading) for label in bars.labels]
    gap = bars.thick * 0.8
    body = sum(rooms) + gap * len(rooms)
    marks: list[Mark] = []
    top = body
    for at, room in enumerate(rooms):
        middle = top - (gap + room) / 2
        marks += _category(bars, at, middle, theme, faces)
        marks += _group(bars, at, middle + bars.group / 2, theme, faces)
        top -= gap + room
    marks.append(
        Stroke(((bars.zero, 0.0), (bars.zero, body)), theme.colour["muted"], 0.8, name="zero")
    )
    height = body + (bars.legend.height if bars.legend else 0.0)
    if bars.legend:
        marks += key_marks(bars.legend, height, faces)
    return Picture(width, height, tuple(marks))


def _bars(chart: Chart, found: tuple[Strand, ...], faces: Faces, width: float) -> Bars:
    labels = tuple(faces.wrap(name, width * _LABELS, faces.size) for name in chart.categories)
    widths = [faces.width(line, faces.size) for label in labels for line in label]
    left = MARGIN + max(widths, default=0.0) + 7
    width -= MARGIN
    plain = _fit(found, faces, left, width, named=False)
    named = _fit(found, faces, left, width, named=True)
    nameable = len(found) > 1 and all(strand.spots[0].text for strand in found)
    direct = nameable and named[1] >= plain[1] * _LEAST and named[1] > 0
    zero, per_unit = named if direct else plain
    legend = key(found, left, width, faces) if len(found) > 1 and not direct else None
    return Bars(found, labels, left - 7, zero, per_unit, direct, legend, _THICKNESS[len(found)])


def _fit(
    found: Sequence[Strand], faces: Faces, left: float, width: float, named: bool
) -> tuple[float, float]:
    """Return the zero line and the points per unit with which every bar and its words just fit."""
    lefts, rights = [(0.0, 0.0)], [(0.0, 0.0)]
    for strand in found:
        for at, spot in enumerate(strand.spots):
            words = _SPACE + sum(_widths(strand, spot, named and at == 0, faces))
            value = spot.value or 0.0
            (lefts if value < 0 else rights).append((abs(value), words))
    room = width - left
    per_unit = min(
        (
            (room - words - other) / (value + against)
            for value, words in lefts
            for against, other in rights
            if value + against > 0
        ),
        default=0.0,
    )
    per_unit = max(per_unit, 0.0)
    return left + max(value * per_unit + words for value, words in lefts), per_unit


def _widths(strand: Strand, spot: Spot, named: bool, faces: Faces) -> tuple[float, float]:
    """Return the widths of a bar's value and of the name beside it, with the space between."""
    bold = strand.bold and spot.value is not None
    name = _NAME + faces.width(strand.name, faces.size, strand.bold) if named else 0.0
    return faces.width(spot.text, faces.size, bold), name


def _category(bars: Bars, at: int, middle: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    lines = bars.labels[at]
    leading = faces.size * LEADING
    first = middle + (len(lines) - 1) * leading / 2 - faces.size * 0.36
    for row, line in enumerate(lines):
        y = first - row * leading
        yield Words(
            line,
            bars.left,
            y,
            faces.size,
            theme.colour["text"],
            align="right",
            name=f"category {at}",
        )


def _group(bars: Bars, at: int, top: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    for strand in bars.strands:
        spot = strand.spots[at]
        middle = top - bars.thick / 2
        if spot.value is not None:
            left, right = sorted((bars.zero, bars.tip(spot)))
            fill = theme.colour["ground"] if spot.hollow else strand.fill
            edge = strand.colour if spot.hollow else ""
            low, high = middle - bars.thick / 2, middle + bars.thick / 2
            yield Box(left, low, right, high, fill, edge, f"bar {strand.role}")
        if spot.text:
            yield from _words(bars, strand, spot, at == 0, middle, theme, faces)
        top -= bars.thick + _INNER


def _words(
    bars: Bars, strand: Strand, spot: Spot, first: bool, middle: float, theme: Theme, faces: Faces
) -> Iterator[Mark]:
    """Yield the value at the end of a bar, or the symbol at the zero line, and the bar's name."""
    missing = spot.value is None
    ink = theme.colour["muted"] if missing else strand.ink
    back = (spot.value or 0.0) < 0
    align: Align = "right" if back else "left"
    x = bars.tip(spot) + (-_SPACE if back else _SPACE)
    y = middle - faces.size * 0.36
    bold = strand.bold and not missing
    yield Words(spot.text, x, y, faces.size, ink, bold, align, "value")
    if bars.named and first:
        value, _ = _widths(strand, spot, True, faces)
        x += -value - _NAME if back else value + _NAME
        yield Words(strand.name, x, y, faces.size, strand.ink, strand.bold, align, "name")
