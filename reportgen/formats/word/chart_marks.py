"""Read off the drawn chart where its plot lies and which values it prints, above or below.

The native chart and the picture come from one layout, so they print the same values and leave out
the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reportgen.draw.picture import Box, Dot, Picture, Stroke, Words
from reportgen.draw.strands import Strand
from reportgen.formats.word.metrics import width

CENTRE = 0.36
"""How far the middle of figures is above their baseline, in their size."""
USUAL = 9.2
"""How far the middle of a value is from its point where nothing is in its way, in points."""
Side = Literal["t", "b", "l", "r"]


@dataclass(frozen=True, slots=True)
class Plot:
    """The inside of the axes, in points from the top left corner of the chart."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Printed:
    """How the value of one point is printed: on which side, and whether its line is named there.

    `right` and `down` are how far, in points, the words stand from where they would by themselves.
    `lines` are those of the name.
    """

    side: Side
    named: bool = False
    valued: bool = True
    right: float = 0.0
    down: float = 0.0
    lines: tuple[str, ...] = ()


def line_plot(drawn: Picture, columns: int) -> Plot:
    """Return the inside of a line chart's axes.

    Word keeps half a step free on both sides of the points; the last point stays where it is drawn,
    so that the words to its right have the same room.
    """
    axis = next(_strokes(drawn, "axis"))
    (left, base), (right, _) = axis.points[0], axis.points[-1]
    last = max((mark.x for mark in drawn.marks if isinstance(mark, Dot)), default=right)
    step = (last - left) / (columns - 0.5)
    return Plot(left, 4, step * columns, drawn.height - 4 - base)


def line_range(drawn: Picture, strands: Sequence[Strand]) -> tuple[float, float] | None:
    """Return the values at the foot and the head of a line chart's plot; None if all are alike."""
    axis = next(_strokes(drawn, "axis"))
    base = axis.points[0][1]
    known = [
        (dot.y, strand.spots[place].value or 0.0)
        for strand in strands
        for place, dot in _dots(drawn, strand).items()
    ]
    (low_y, low), (high_y, high) = min(known), max(known)
    if high_y - low_y < 1 or high == low:
        return None
    unit = (high - low) / (high_y - low_y)
    return low - (low_y - base) * unit, high + (drawn.height - 4 - high_y) * unit


def bar_plot(drawn: Picture, upright: bool) -> Plot:
    """Return the inside of a bar chart's axes: from the lowest tip of a bar to the highest."""
    boxes = _bars(drawn)
    zero = next(_strokes(drawn, "zero"))
    (x0, y0), (x1, y1) = zero.points[0], zero.points[-1]
    if upright:
        low = min([y0, *(box.bottom for box in boxes)])
        high = max([y0, *(box.top for box in boxes)])
        return Plot(min(x0, x1), drawn.height - high, abs(x1 - x0), high - low)
    left = min([x0, *(box.left for box in boxes)])
    right = max([x0, *(box.right for box in boxes)])
    top = max(y0, y1)
    return Plot(left, drawn.height - top, right - left, abs(y1 - y0))


def is_upright(drawn: Picture) -> bool:
    """Return whether the bars stand up."""
    return any(isinstance(m, Box) and m.name.startswith("column ") for m in drawn.marks)


def has_key(drawn: Picture) -> bool:
    """Return whether the series are named in a key above the chart."""
    return any(isinstance(m, Box) and m.name == "key" for m in drawn.marks)


def names_at_bars(drawn: Picture) -> bool:
    """Return whether the series are named beside the first bars."""
    return any(isinstance(m, Words) and m.name == "name" for m in drawn.marks)


def _bars(drawn: Picture) -> list[Box]:
    return [
        mark
        for mark in drawn.marks
        if isinstance(mark, Box) and mark.name.startswith(("bar ", "column "))
    ]


def printed(drawn: Picture, strand: Strand) -> dict[int, Printed]:
    """Return how each point of a line is printed, by category; points left out are not there."""
    found: dict[int, Printed] = {}
    values = [m for m in drawn.marks if isinstance(m, Words) and m.name == "value"]
    dots = _dots(drawn, strand)
    for place, dot in dots.items():
        text = strand.spots[place].text
        near = [m for m in values if m.text == text and m.colour == strand.ink]
        near = [m for m in near if abs(_middle(m) - dot.x) < 30 and abs(m.y - dot.y) < 60]
        if near:
            closest = min(near, key=lambda m: abs(m.y - dot.y))
            found[place] = _value(closest, dot)
    if dots:
        last = max(dots)
        found[last] = _end(drawn, strand, dots[last])
    return found


def _end(drawn: Picture, strand: Strand, dot: Dot) -> Printed:
    """Return how the end of a line is printed: its name, and its last value where it is printed."""
    own = [m for m in drawn.marks if isinstance(m, Words) and m.colour == strand.ink]
    names = [m for m in own if m.name == "end name"]
    value = any(m.name == "end value" for m in own)
    if not names:
        return Printed("r", named=False)
    middle = sum(m.y for m in names) / len(names) + names[0].size * CENTRE
    lines = tuple(m.text for m in names)
    return Printed("r", True, value, down=_felt(dot.y - middle, 0.5), lines=lines)


def band_lines(drawn: Picture) -> tuple[tuple[str, ...], ...]:
    """Return the lines in which the words of each band are drawn, from left to right."""
    found: dict[float, list[str]] = {}
    for mark in drawn.marks:
        if isinstance(mark, Words) and mark.name == "band":
            found.setdefault(mark.x, []).append(mark.text)
    return tuple(tuple(lines) for _, lines in sorted(found.items()))


def has_band_notes(drawn: Picture) -> bool:
    """Return whether the words of the bands stand under the chart, for want of room in them."""
    return any(isinstance(m, Words) and m.name == "band key" for m in drawn.marks)


def tick_texts(drawn: Picture) -> list[str]:
    """Return the words of the ticks of a line chart."""
    return [m.text for m in drawn.marks if isinstance(m, Words) and m.name == "tick"]


def tick_gap(drawn: Picture) -> float:
    """Return how far the ticks of a line chart lie apart in points; 0 if it has not two."""
    heights = sorted(m.y for m in drawn.marks if isinstance(m, Words) and m.name == "tick")
    return min((above - below for below, above in pairwise(heights)), default=0.0)


def named_every(drawn: Picture) -> int:
    """Return how far the categories that are named under a chart lie apart: 1 if all are."""
    names = [m.name for m in drawn.marks if isinstance(m, Words)]
    places = {int(name.removeprefix("category ")) for name in names if name.startswith("category ")}
    return min((later - place for place, later in pairwise(sorted(places))), default=1)


def _dots(drawn: Picture, strand: Strand) -> dict[int, Dot]:
    dots = [m for m in drawn.marks if isinstance(m, Dot) and m.name == f"dot {strand.role}"]
    places = [n for n, spot in enumerate(strand.spots) if spot.value is not None]
    return dict(zip(places, dots, strict=True))


def _value(words: Words, dot: Dot) -> Printed:
    """Return how a value is printed that stands somewhere near its point."""
    wide = width(words.text, words.size, words.bold)
    middle = words.y + words.size * CENTRE
    if words.x > dot.x + 2:
        return Printed("r", down=_felt(dot.y - middle, 1))
    if words.x + wide < dot.x - 2:
        return Printed("l", down=_felt(dot.y - middle, 1))
    aside = _felt(words.x + wide / 2 - dot.x, 3)
    away = abs(middle - dot.y) - USUAL
    if middle > dot.y:
        return Printed("t", right=aside, down=-_felt(away, 1.5))
    return Printed("b", right=aside, down=_felt(away, 1.5))


def _felt(move: float, least: float) -> float:
    """Return a move, or nothing if it is too small to matter."""
    return move if abs(move) > least else 0.0


def _middle(words: Words) -> float:
    return words.x + width(words.text, words.size, words.bold) / 2


def _strokes(drawn: Picture, name: str) -> Iterator[Stroke]:
    return (mark for mark in drawn.marks if isinstance(mark, Stroke) and mark.name == name)


def thickness(drawn: Picture, upright: bool) -> float:
    """Return how thick a bar is in points."""
    sizes = [(b.right - b.left) if upright else (b.top - b.bottom) for b in _bars(drawn)]
    return max(sizes, default=12.0)
