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
from reportgen.draw.picture import Align, Box, Mark, Picture, Stroke, Words
from reportgen.draw.strands import Spot, Strand, strands
from reportgen.theme import Theme

_THICKNESS = (15.0, 15.0, 13.0, 12.0, 11.5)
"""Points, by the number of bars in a group."""
_INNER = 1.2
_SPACE = 4.0
_LABELS = 0.34
"""The largest share of the width that category names may take before they are broken."""
_LEAST = 0.6
"""Names stand beside the first values if bars keep this share of their length; else in a key."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars laid out across: category names, the zero line, points per unit, who is named where."""

    strands: tuple[Strand, ...]
    labels: tuple[tuple[str, ...], ...]
    zero: float
    per_unit: float
    named: bool
    legend: Key | None
    thick: float

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
    left = max(widths, default=0.0) + 7
    plain = _fit(found, faces, left, width, named=False)
    named = _fit(found, faces, left, width, named=True)
    nameable = len(found) > 1 and all(strand.spots[0].text for strand in found)
    direct = nameable and named[1] >= plain[1] * _LEAST and named[1] > 0
    zero, per_unit = named if direct else plain
    legend = key(found, left, width, faces) if len(found) > 1 and not direct else None
    return Bars(found, labels, zero, per_unit, direct, legend, _THICKNESS[len(found)])


def _fit(
    found: Sequence[Strand], faces: Faces, left: float, width: float, named: bool
) -> tuple[float, float]:
    """Return the zero line and the points per unit with which every bar and its words just fit."""
    lefts, rights = [(0.0, 0.0)], [(0.0, 0.0)]
    for strand in found:
        for at, spot in enumerate(strand.spots):
            text = _text(strand, spot, named and at == 0)
            words = faces.width(text, faces.size, strand.bold) + _SPACE if text else 0.0
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


def _text(strand: Strand, spot: Spot, named: bool) -> str:
    return f"{spot.text}  {strand.name}" if named else spot.text


def _category(bars: Bars, at: int, middle: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    lines = bars.labels[at]
    leading = faces.size * LEADING
    first = middle + (len(lines) - 1) * leading / 2 - faces.size * 0.36
    right = _left(bars, faces) - 7
    for row, line in enumerate(lines):
        y = first - row * leading
        yield Words(
            line, right, y, faces.size, theme.colour["text"], align="right", name=f"category {at}"
        )


def _left(bars: Bars, faces: Faces) -> float:
    return 7 + max(
        (faces.width(line, faces.size) for label in bars.labels for line in label), default=0.0
    )


def _group(bars: Bars, at: int, top: float, theme: Theme, faces: Faces) -> Iterator[Mark]:
    for strand in bars.strands:
        spot = strand.spots[at]
        bottom = top - bars.thick
        tip = bars.zero + (spot.value or 0.0) * bars.per_unit
        if spot.value is not None:
            left, right = sorted((bars.zero, tip))
            fill = theme.colour["ground"] if spot.hollow else strand.fill
            edge = strand.colour if spot.hollow else ""
            yield Box(left, bottom, right, top, fill, edge, f"bar {strand.role}")
        if spot.text:
            ink = strand.ink if spot.value is not None else theme.colour["muted"]
            text = _text(strand, spot, bars.named and at == 0)
            back = (spot.value or 0.0) < 0
            align: Align = "right" if back else "left"
            x = tip - _SPACE if back else tip + _SPACE
            y = (bottom + top) / 2 - faces.size * 0.36
            yield Words(text, x, y, faces.size, ink, strand.bold, align, "value")
        top = bottom - _INNER
