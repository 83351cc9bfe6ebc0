"""Lay out a line chart: a line for each area, named at its end, with its values beside it.

The rule it guards: no line crosses a break, and no label touches a line, a label or the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document import Chart
from reportgen.draw import axes, bands, ends
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Dot, Mark, Picture, Stroke, Words
from reportgen.draw.scale import Scale, fit, tick_words, ticks
from reportgen.draw.strands import Strand, like, strands
from reportgen.draw.values import RADIUS, Value, runs, values
from reportgen.theme import Theme

_HEIGHTS = (120.0, 140.0, 165.0, 195.0, 230.0)
"""Points; the first in which every label stands close to its point is taken."""
_LABEL = 17.0
"""Points left free above and below the lines for their values."""
_WIDEST = 140.0
"""Points; columns are not set further apart."""
_NEAR = 6.0
"""Points; a label this little out of place is as good as in place."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a line chart is before its height is known: its lines, and what stands where across."""

    lines: tuple[Strand, ...]
    joined: tuple[bool, ...]
    xs: tuple[float, ...]
    left: float
    right: float
    ticks: tuple[Decimal, ...]
    words: tuple[str, ...]
    under: axes.Foot
    shades: tuple[bands.Shade, ...]
    head: float
    ends: ends.Ends
    wanted: tuple[tuple[int, int], ...]
    """The values, by line and column, to print beside their points."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A line chart at one height; `strain` is how far labels are out of place, in points."""

    scale: Scale
    values: tuple[Value, ...]
    middles: tuple[float, ...]
    strain: float


def lay_out_line(chart: Chart, theme: Theme, faces: Faces, width: float) -> Picture:
    """Return the picture of a line chart, `width` points wide and as high as its labels need."""
    frame = _frame(chart, theme, faces, width)
    best: Plan | None = None
    for height in _HEIGHTS:
        plan = _plan(frame, chart, height, faces)
        if best is None or plan.strain < best.strain - 1:
            best = plan
        if not best.strain:
            break
    assert best is not None
    top = best.scale.end + frame.head
    return Picture(width, top + 2, tuple(_marks(frame, best, theme, faces)))


def _frame(chart: Chart, theme: Theme, faces: Faces, width: float) -> Frame:
    lines = tuple(strand for strand in strands(chart, theme) if strand.values)
    labels = ends.ends(lines, len(chart.categories), width * 0.3, faces)
    scale, finest = _scale(lines, chart, 0, _HEIGHTS[0])
    number = like(chart)
    marks = ticks(scale.low, scale.high, 5, finest) if number else ()
    words = tick_words(marks, number) if number else ()
    left = max((faces.width(word, faces.size) for word in words), default=-6.0) + 6
    xs, right = _columns(chart, lines, labels, left, width, faces)
    pitch = xs[1] - xs[0] if len(xs) > 1 else right - left
    shaded = bands.shades(chart.bands, xs, left, right, faces)
    return Frame(
        lines,
        chart.joined,
        xs,
        left,
        right,
        marks,
        words,
        axes.foot(chart.categories, pitch, faces),
        shaded,
        bands.head(shaded, faces),
        labels,
        tuple(_wanted(lines, labels, pitch, faces)),
    )


def _columns(
    chart: Chart,
    lines: Sequence[Strand],
    labels: ends.Ends,
    left: float,
    width: float,
    faces: Faces,
) -> tuple[tuple[float, ...], float]:
    """Return where the columns stand, and the right side of the plot."""
    last = len(chart.categories) - 1
    texts = [spot.text for strand in lines for spot in strand.spots[:1]]
    first = max((faces.width(text, faces.size, True) / 2 for text in texts), default=0.0) + 5
    before = max(first, 16.0)
    after = 16.0 if any(band.last == last for band in chart.bands) else RADIUS + 2
    right = width - labels.width - 10
    pitch = min((right - left - before - after) / max(last, 1), _WIDEST)
    xs = tuple(left + before + pitch * at for at in range(last + 1))
    return xs, xs[-1] + after


def _wanted(
    lines: Sequence[Strand], labels: ends.Ends, pitch: float, faces: Faces
) -> Iterator[tuple[int, int]]:
    """Yield the values to print beside points; of crowded columns only each line's first."""
    texts = [(spot.text, s.bold) for s in lines for spot in s.spots if spot.value is not None]
    widest = max((faces.width(text, faces.size, bold) for text, bold in texts), default=0.0)
    for at, (strand, end) in enumerate(zip(lines, labels.items, strict=True)):
        columns = [column for column, spot in enumerate(strand.spots) if spot.value is not None]
        if widest + 6 > pitch:
            columns = [columns[0], columns[-1]] if columns[0] != columns[-1] else columns[:1]
        yield from ((at, column) for column in columns if not (end.value and column == end.at))


def _scale(
    lines: Sequence[Strand], chart: Chart, start: float, height: float
) -> tuple[Scale, Decimal]:
    low = min((min(strand.values) for strand in lines), default=0.0)
    high = max((max(strand.values) for strand in lines), default=1.0)
    number = like(chart)
    places = 0 if number is None else number.places
    places = number.fact.places if number and places is None else places or 0
    finest = Decimal(1).scaleb(-places)
    return fit(low, high, start, start + height, _LABEL, _LABEL, float(finest)), finest


def _plan(frame: Frame, chart: Chart, height: float, faces: Faces) -> Plan:
    scale, _ = _scale(frame.lines, chart, frame.under.height, height)
    bounds = (scale.start + 2, scale.end)
    found = values(frame.lines, frame.wanted, frame.joined, frame.xs, scale, bounds, faces)
    ys = [y for _, y in _tips(frame, scale)]
    middles = ends.settle(frame.ends, ys, scale.start + 1, scale.end + frame.head, faces)
    if middles is None:
        return Plan(scale, found or (), tuple(ys), 1e6)
    if found is None:
        return Plan(scale, (), middles, 1e5)
    moves = [value.away for value in found]
    moves += [abs(middle - y) / 2 for middle, y in zip(middles, ys, strict=True)]
    return Plan(scale, found, middles, sum(move for move in moves if move > _NEAR))


def _tips(frame: Frame, scale: Scale) -> list[tuple[float, float]]:
    """Return where each line ends."""
    return [(frame.xs[item.at], scale.at(item.strand.values[-1])) for item in frame.ends.items]


def _marks(frame: Frame, plan: Plan, theme: Theme, faces: Faces) -> Iterator[Mark]:
    scale, base = plan.scale, plan.scale.start
    left, right = frame.left, frame.right
    yield from bands.shade_marks(frame.shades, base, scale.end + frame.head, theme, faces)
    within = [
        pair
        for pair in zip(frame.ticks, frame.words, strict=True)
        if scale.low - 1e-9 <= float(pair[0]) <= scale.high
    ]
    marks, words = [pair[0] for pair in within], [pair[1] for pair in within]
    yield from axes.tick_marks(marks, words, scale, left, right, theme, faces)
    yield Stroke(((left, base), (right, base)), theme.colour["muted"], 0.8, name="axis")
    yield from axes.foot_marks(frame.under, frame.xs, base, faces, theme.colour["text"])
    for strand in reversed(frame.lines):
        yield from _strokes(strand, frame, scale)
    for strand in reversed(frame.lines):
        yield from _dots(strand, frame, scale, theme)
    for value in plan.values:
        strand = frame.lines[value.strand]
        yield _value(value, strand, frame.xs[value.column], faces)
    yield from ends.end_marks(
        frame.ends, _tips(frame, scale), plan.middles, right + 6, RADIUS, faces
    )


def _value(value: Value, strand: Strand, x: float, faces: Faces) -> Words:
    text = strand.spots[value.column].text
    below, above = (faces.bold if strand.bold else faces.regular).extent(text, faces.size)
    y = value.middle - (above - below) / 2
    return Words(text, x, y, faces.size, strand.ink, strand.bold, "centre", "value")


def _strokes(strand: Strand, frame: Frame, scale: Scale) -> Iterator[Mark]:
    for first, last in runs(strand, frame.joined):
        points = tuple(
            (frame.xs[at], scale.at(value))
            for at in range(first, last + 1)
            if (value := strand.spots[at].value) is not None
        )
        if len(points) > 1:
            wide = 2.2 if strand.bold else 1.7
            yield Stroke(points, strand.colour, wide, strand.dashes, f"line {strand.role}")


def _dots(strand: Strand, frame: Frame, scale: Scale, theme: Theme) -> Iterator[Mark]:
    ground = theme.colour["ground"]
    for x, spot in zip(frame.xs, strand.spots, strict=True):
        if spot.value is None:
            continue
        y = scale.at(spot.value)
        name = f"dot {strand.role}"
        if spot.hollow:
            yield Dot(x, y, RADIUS, ground, strand.colour, 1.7, name)
        else:
            yield Dot(x, y, RADIUS - 0.4, strand.colour, ground, 0.6, name)
