"""Settle what a line chart is before its height is known: its lines, and what stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document import Chart, Number
from reportgen.draw import axes, bands
from reportgen.draw.ends import End, ends
from reportgen.draw.faces import Faces
from reportgen.draw.picture import MARGIN
from reportgen.draw.scale import Scale, cropped, fit, from_tick, tick_words, ticks
from reportgen.draw.strands import Strand, like, strands
from reportgen.draw.tracks import RADIUS
from reportgen.theme import Theme

LABEL = 16.0
"""Points left free above and below the lines for their values."""
_WIDEST = 140.0
"""Points; columns are not set further apart."""
_BESIDE_LAST = (30.0, 36.0, 42.0, 48.0)
"""Points to the right of the last column that a band there may have for its words."""
_NAMES = 0.3
"""The largest share of the width for the names at the ends of lines before they are broken."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a line chart that do not depend on its height. Lengths are points."""

    lines: tuple[Strand, ...]
    joined: tuple[bool, ...]
    low: float
    high: float
    finest: Decimal
    bottom: float | None
    """Where a cropped axis begins, which is at a tick; None where it begins at zero or below."""
    ticks: tuple[Decimal, ...]
    words: tuple[str, ...]
    xs: tuple[float, ...]
    left: float
    right: float
    under: axes.Foot
    shades: tuple[bands.Shade, ...]
    head: float
    notes: bands.Notes
    ends: tuple[End, ...]
    crowded: bool
    """Whether the columns are too close for each to carry its values."""

    def scale(self, height: float) -> Scale:
        """Return the scale of a plot of some height."""
        start = self.notes.height + self.under.height
        found = _scale(self.low, self.high, start, height, self.finest)
        return found if self.bottom is None else from_tick(found, self.bottom, self.high, LABEL)

    def wanted(self, sparse: bool) -> Iterator[tuple[int, int]]:
        """Yield the values to print, as line and column, but for those the end labels say.

        With `sparse` all of the first line's but only the first of others; where columns are
        crowded only the first and last of every line.
        """
        for index, end in enumerate(self.ends):
            columns = [at for at, spot in enumerate(end.strand.spots) if spot.value is not None]
            if self.crowded or (sparse and index):
                columns = list(dict.fromkeys([columns[0], columns[-1]]))
            yield from ((index, at) for at in columns if not (end.value and at == end.at))


def frame(chart: Chart, theme: Theme, faces: Faces, width: float, height: float) -> Frame:
    """Return the frame of a chart `width` points wide; its ticks suit a plot of about `height`."""
    lines = tuple(strand for strand in strands(chart, theme) if strand.values)
    low = min((min(strand.values) for strand in lines), default=0.0)
    high = max((max(strand.values) for strand in lines), default=1.0)
    number = like(chart)
    finest = Decimal(1).scaleb(-_places(chart))
    scale = _scale(low, high, 0.0, height, finest)
    top = min(scale.high, 100.0) if _is_share(number) and high <= 100 else scale.high
    marks = ticks(scale.low, top, 5, finest) if number else ()
    bottom = None
    if scale.low > 0 and len(marks) > 1:
        marks = cropped(scale.low, top, low, finest)
        bottom = float(marks[0])
    words = tick_words(marks, number) if number else ()
    left = MARGIN + max((faces.width(word, faces.size) + 6 for word in words), default=0.0)
    labels = ends(lines, len(chart.categories), width * _NAMES, faces)
    room = width - MARGIN - 7 - max((label.width(faces) for label in labels), default=0.0)
    xs, right = _columns(chart, lines, left, room, width, faces)
    pitch = xs[1] - xs[0] if len(xs) > 1 else right - left
    shaded = bands.shades(chart.bands, xs, left, right, faces)
    said = bands.notes(chart.bands, shaded, chart.categories, width - MARGIN - left, faces)
    under = axes.foot(chart.categories, pitch, faces)
    head = bands.head(shaded, faces)
    crowded = _widest(lines, faces) + 6 > pitch
    return Frame(
        lines, chart.joined, low, high, finest, bottom, marks, words, xs, left, right, under,
        shaded, head, said, labels, crowded,
    )  # fmt: skip


def _columns(
    chart: Chart, lines: Sequence[Strand], left: float, room: float, width: float, faces: Faces
) -> tuple[tuple[float, ...], float]:
    """Return where the columns stand, and the right side of the plot."""
    last = len(chart.categories) - 1
    halves = [min(faces.width(name, faces.size), _WIDEST) / 2 for name in chart.categories]
    values = _widest([s for s in lines if s.spots[0].text], faces)
    before = max(values + 10, halves[0] - left, 16.0)
    after = _after(chart, room - left - before, faces)
    after = max(after, halves[-1] - (width - MARGIN - room))
    if not last:
        before = 60.0
    pitch = min((room - left - before - after) / max(last, 1), _WIDEST)
    xs = tuple(left + before + pitch * at for at in range(last + 1))
    return xs, xs[-1] + after


def _after(chart: Chart, room: float, faces: Faces) -> float:
    """Return the points to the right of the last column, more where a band there has words."""
    last = len(chart.categories) - 1
    band = next((band for band in chart.bands if band.last == last), None)
    if band is None:
        return RADIUS + 2
    for after in _BESIDE_LAST:
        pitch = min((room - after) / max(last, 1), _WIDEST)
        if bands.holds(band.label, (last - band.first + 0.5) * pitch + after, faces, 3):
            return after
    return _BESIDE_LAST[0]


def _widest(lines: Sequence[Strand], faces: Faces) -> float:
    """Return the width of the widest value."""
    return max(
        (
            faces.width(spot.text, faces.size, strand.bold)
            for strand in lines
            for spot in strand.spots
            if spot.value is not None
        ),
        default=0.0,
    )


def _scale(low: float, high: float, start: float, height: float, finest: Decimal) -> Scale:
    return fit(low, high, start, start + height, LABEL, LABEL, float(finest))


def _is_share(number: Number | None) -> bool:
    return number is not None and number.fact.unit.after == "%"


def _places(chart: Chart) -> int:
    number = like(chart)
    if number is None:
        return 0
    return number.fact.places if number.places is None else number.places
