"""Lay out a line chart: a line for each area, named at its end, with its values beside it.

The rule it guards: no line crosses a break, and no label touches a line, a label or the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document import Chart
from reportgen.draw import axes, bands
from reportgen.draw.ends import Label, box, end_marks, in_margin, in_plot, lead, least_height
from reportgen.draw.faces import Faces
from reportgen.draw.frame import Frame, frame
from reportgen.draw.picture import Dot, Mark, Picture, Stroke, Words
from reportgen.draw.scale import Scale
from reportgen.draw.strands import Strand
from reportgen.draw.tracks import RADIUS, Interval, Rectangle, Track, tracks
from reportgen.draw.values import NEAR, Ground, Value, values
from reportgen.theme import Theme

_HEIGHTS = (125.0, 145.0, 165.0, 185.0, 205.0)
"""Points; of these, the one with the best balance of height and of labels in their places.

Two charts of the highest share a page, with their captions, notes and sources.
"""
_PRICE = 0.3
"""What a point of height costs against a point by which a label is out of place."""
_LEFT_OUT = 12.0
"""What it costs to leave a value out, in points by which a label would be out of place."""
_HOPELESS = 1e5
"""The strain of a plan in which labels do not fit at all."""
_MANY = 24
"""With more values to print beside points than this, only those that matter most are printed."""
_PATCHY = 0.3
"""With a larger share of values out of place than this, only those that matter most are printed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A line chart at one height; `strain` is how far labels are out of place, in points.

    `left_out` is how many values have no place near their own line.
    """

    scale: Scale
    tracks: tuple[tuple[Track, ...], ...]
    values: tuple[Value, ...]
    labels: tuple[Label, ...]
    strain: float
    left_out: int = 0


def lay_out_line(chart: Chart, theme: Theme, faces: Faces, width: float) -> Picture:
    """Return the picture of a line chart, `width` points wide and as high as its labels need."""
    across = frame(chart, theme, faces, width, _HEIGHTS[0])
    best = _best(across, faces, sparse=False)
    strained = sum(value.stray for value in best.values) + best.left_out
    count = len(best.values) + best.left_out
    crowd = count > _MANY or strained > _PATCHY * count
    if crowd or best.strain >= _HOPELESS:
        best = _best(across, faces, sparse=True)
    top = best.scale.end + across.head
    return Picture(width, top + 4, tuple(_marks(across, best, theme, faces)))


def _best(across: Frame, faces: Faces, sparse: bool) -> Plan:
    plans: list[Plan] = []
    least = least_height(across.ends, faces) + 2
    for height in dict.fromkeys(max(height, least) for height in _HEIGHTS):
        kept = wanted = tuple(across.wanted(sparse))
        plan = _plan(across, height, kept, faces)
        while strays := _strays(plan, sparse):
            kept = tuple(pair for pair in kept if pair not in strays)
            plan = _plan(across, height, kept, faces)
        less = 0 if sparse else len(wanted) - len(kept)
        plans.append(replace(plan, strain=plan.strain + _LEFT_OUT * less, left_out=less))
        if not plans[-1].strain:
            break
    return min(plans, key=lambda plan: plan.strain + _PRICE * (plan.scale.end - plan.scale.start))


def _strays(plan: Plan, sparse: bool) -> set[tuple[int, int]]:
    """Return the values to leave out, of lines other than the first.

    They are those nearer to another line than to their own; if `sparse`, all that are out of place.
    """
    return {
        (value.strand, value.column)
        for value in plan.values
        if value.strand and (value.nearer or (sparse and value.stray))
    }


def _plan(across: Frame, height: float, wanted: Sequence[tuple[int, int]], faces: Faces) -> Plan:
    scale = across.scale(height)
    found = tuple(tracks(strand, across.joined, across.xs, scale) for strand in across.lines)
    every = tuple(track for line in found for track in line)
    bounds = (scale.start + 2, scale.end)
    early, leads = _early(across, found, every, bounds, faces)
    boxes = (*leads, *(box(label, faces) for label in early))
    named = {(label.end.index, label.end.at) for label in early}
    level = (scale.at(0.0),) if across.low < 0 < across.high else ()
    printed = values(
        across.lines,
        [pair for pair in wanted if pair not in named],
        across.xs,
        scale,
        Ground(every, boxes, bounds, across.left, level),
        faces,
    )
    items = [item for item in across.ends if (item.index, item.at) not in named]
    tips = [found[item.index][-1][-1] for item in items]
    margin = (scale.start + 1, scale.end + across.head)
    late = in_margin(items, tips, across.right + 7, margin, faces)
    if printed is None or late is None:
        return Plan(scale, found, printed or (), (*early, *(late or ())), _HOPELESS)
    return Plan(scale, found, printed, (*early, *late), _strain(printed, late))


def _strain(printed: Sequence[Value], late: Sequence[Label]) -> float:
    moves = [value.away for value in printed]
    moves += [abs(label.middle - label.point[1]) / 2 for label in late]
    return sum(move for move in moves if move > NEAR)


def _early(
    across: Frame,
    found: tuple[tuple[Track, ...], ...],
    every: tuple[Track, ...],
    bounds: Interval,
    faces: Faces,
) -> tuple[tuple[Label, ...], tuple[Rectangle, ...]]:
    """Return the labels that lines which end early have there, and the strokes to the other ones.

    A stroke takes room from the labels, so labels are placed again until no more strokes come.
    """
    last = len(across.xs) - 1
    tips = {item.index: found[item.index][-1][-1] for item in across.ends if item.at < last}
    leads: dict[int, Rectangle] = {}
    while True:
        labels: list[Label] = []
        before = len(leads)
        for index, tip in tips.items():
            if index in leads:
                continue
            taken = [*leads.values(), *(box(label, faces) for label in labels)]
            item = across.ends[index]
            label = in_plot(item, tip, across.right, every, taken, bounds, faces)
            if label:
                labels.append(label)
            else:
                leads[index] = lead(tip, across.right)
        if len(leads) == before:
            return tuple(labels), tuple(leads.values())


def _marks(across: Frame, plan: Plan, theme: Theme, faces: Faces) -> Iterator[Mark]:
    scale, base = plan.scale, plan.scale.start
    left, right = across.left, across.right
    boxes = [value.box for value in plan.values] + [box(label, faces) for label in plan.labels]
    yield from bands.shade_marks(across.shades, base, scale.end + across.head, theme, faces)
    yield from bands.note_marks(across.notes, left, theme, faces)
    for value, word in zip(across.ticks, across.words, strict=True):
        if scale.low - 1e-9 <= float(value) <= scale.high:
            y = scale.at(float(value))
            yield from axes.tick_marks(word, y, not value, (left, right), base, boxes, theme, faces)
    yield Stroke(((left, base), (right, base)), theme.colour["muted"], 0.8, name="axis")
    yield from axes.foot_marks(across.under, across.xs, base, faces, theme.colour["text"])
    pairs = tuple(zip(across.lines, plan.tracks, strict=True))
    for strand, found in reversed(pairs):
        wide = 2.2 if strand.bold else 1.7
        for track in found:
            if len(track) > 1:
                yield Stroke(track, strand.colour, wide, strand.dashes, f"line {strand.role}")
    for strand, found in reversed(pairs):
        yield from _dots(strand, found, theme)
    for printed in plan.values:
        yield _value(printed, across.lines[printed.strand], faces)
    for label in plan.labels:
        yield from end_marks(label, faces)


def _dots(strand: Strand, found: tuple[Track, ...], theme: Theme) -> Iterator[Mark]:
    ground = theme.colour["ground"]
    points = [point for track in found for point in track]
    spots = [spot for spot in strand.spots if spot.value is not None]
    for (x, y), spot in zip(points, spots, strict=True):
        name = f"dot {strand.role}"
        if spot.hollow:
            yield Dot(x, y, RADIUS, ground, strand.colour, 1.6, name)
        else:
            yield Dot(x, y, RADIUS, strand.colour, ground, 0.7, name)


def _value(value: Value, strand: Strand, faces: Faces) -> Words:
    left, bottom, _, _ = value.box
    text = strand.spots[value.column].text
    below, _ = faces.figures()
    return Words(text, left, bottom + below, faces.size, strand.ink, strand.bold, name="value")
