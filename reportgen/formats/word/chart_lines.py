"""Turn a line chart into DrawingML: lines named at their ends, broken where years do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from reportgen.document import Band, Chart
from reportgen.draw.bands import letters, note_text
from reportgen.draw.picture import Picture, Words
from reportgen.draw.scale import ticks
from reportgen.formats.word import chart_parts as parts
from reportgen.formats.word.chart_grid import Column, Grid, number_form
from reportgen.formats.word.chart_ink import (
    Ink,
    label,
    line,
    marker,
    no_leaders,
    no_line,
    paint,
    said,
    words,
)
from reportgen.formats.word.chart_marks import (
    Plot,
    Printed,
    band_lines,
    line_plot,
    line_range,
    named_every,
    printed,
    tick_gap,
    tick_texts,
)
from reportgen.formats.word.metrics import width
from reportgen.formats.word.xml import Element, el
from reportgen.theme import Theme

_BESIDE = 6.0
"""Points between a point and a value to its left."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A line chart before its lines: its size in points, its plot, and its axis of values.

    `step` is None where the axis is not shown. `said` is how the points of every line are printed,
    `bands` are the lines in which the words of each band are; one category in `every` is named.
    `form` is the number format of the axis, with the unit that is drawn on it.
    """

    width: float
    height: float
    plot: Plot
    low: Decimal
    high: Decimal
    step: Decimal | None
    said: Mapping[str, Mapping[int, Printed]]
    bands: tuple[tuple[str, ...], ...] = ()
    every: int = 1
    form: str = "General"


def frame(grid: Grid, drawn: Picture) -> Frame:
    """Return the frame of a chart, with the scale it is drawn to.

    Word counts the steps of an axis from its foot. Where not every value is printed the axis is
    shown with the steps of the picture, so it begins at a round number; what that adds at the foot
    is added to the height, and labels have the room they are drawn with.
    """
    texts = {column.strand.name: printed(drawn, column.strand) for column in grid.columns}
    bands, every = band_lines(drawn), named_every(drawn)
    values = [v for column in grid.columns for v in column.values if v is not None]
    found = line_range(drawn, [column.strand for column in grid.columns])
    if found is None:
        middle = values[0] if values else Decimal(0)
        spread = abs(middle) / 8 or Decimal(1)
        found = float(middle - spread), float(middle + spread)
    finest = min((Decimal(1).scaleb(_exponent(v)) for v in values), default=Decimal(1))
    plot = line_plot(drawn, len(grid.categories))
    low, high = (Decimal(repr(end)).quantize(finest / 100) for end in found)
    if _all_printed(grid, texts):
        return Frame(drawn.width, drawn.height, plot, low, high, None, texts, bands, every)
    step = _step(tick_gap(drawn) * (found[1] - found[0]) / plot.height, found, finest)
    low = (low / step).to_integral_value(ROUND_FLOOR) * step + 0
    tall = plot.height * (float(high - low) / (found[1] - found[0]))
    height = drawn.height + tall - plot.height
    plot = replace(plot, height=tall)
    form = axis_form(number_form(tick_texts(drawn)), step)
    made = Frame(drawn.width, height, plot, low, high, step, texts, bands, every, form)
    size = next((m.size for m in drawn.marks if isinstance(m, Words) and m.name == "value"), 0.0)
    return replace(made, said=dict(_off_axis(grid, made, float(step), size)))


def _step(drawn: float, found: tuple[float, float], finest: Decimal) -> Decimal:
    """Return the step of an axis: as it is drawn, or a round one where the picture has none."""
    if drawn:
        return Decimal(repr(drawn)).quantize(finest / 100)
    marks = ticks(*found, 5, finest)
    return marks[1] - marks[0] if len(marks) > 1 else finest


def _off_axis(
    grid: Grid, made: Frame, step: float, size: float
) -> Iterator[tuple[str, Mapping[int, Printed]]]:
    """Yield how each line is printed, without a first value that would lie on one of the axis's.

    Word sets the axis half a column to the left of the first points, so a value to their left may
    reach it.
    """
    half = made.plot.width / len(grid.categories) / 2
    scale = made.plot.height / float(made.high - made.low)
    for column in grid.columns:
        name, value = column.strand.name, column.values[0]
        said = made.said[name]
        first = said.get(0)
        if first and first.side == "l" and value is not None:
            beside = (float(value - made.low) * scale - first.down) % (step * scale)
            near = min(beside, step * scale - beside)
            reaches = width(column.strand.spots[0].text, size) + _BESIDE > half
            if reaches and near < size:
                said = {**said, 0: replace(first, valued=False)}
        yield name, said


def _all_printed(grid: Grid, said: Mapping[str, Mapping[int, Printed]]) -> bool:
    return all(
        spot.value is None or (at in said[strand.name] and said[strand.name][at].valued)
        for strand in (column.strand for column in grid.columns)
        for at, spot in enumerate(strand.spots)
    )


def line_plot_area(chart: Chart, grid: Grid, around: Frame, theme: Theme) -> Element:
    """Return `c:plotArea` of a line chart, laid out as it is drawn."""
    lines = el("c:lineChart", el("c:grouping", val="standard"), el("c:varyColors", val=0))
    for place in range(len(grid.columns)):
        lines.append(_series(grid, place, len(chart.bands), around, theme))
    lines.append(el("c:marker", val=1))
    lines.extend(_axes())
    bounds, shown = (around.low, around.high), around.step is not None
    return el(
        "c:plotArea",
        parts.layout(around.plot, around.width, around.height),
        _bands(chart, grid, around, theme) if chart.bands else None,
        lines,
        parts.category_axis(theme, "b", every=around.every),
        parts.value_axis(theme, "l", bounds, around.form, around.step, gridlines=shown),
        el("c:spPr", el("a:noFill"), no_line()),
    )


def _axes() -> tuple[Element, Element]:
    return el("c:axId", val=parts.CATEGORY_AXIS), el("c:axId", val=parts.VALUE_AXIS)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def axis_form(form: str, step: Decimal) -> str:
    """Return a number format with only the decimals that the steps of an axis have."""
    places = max(-_exponent(step.normalize()), 0)
    return re.sub(r"0\.0+", "0." + "0" * places if places else "0", form)


def _series(grid: Grid, place: int, first: int, around: Frame, theme: Theme) -> Element:
    column = grid.columns[place]
    strand = column.strand
    made = el(
        "c:ser",
        el("c:idx", val=first + place),
        el("c:order", val=first + place),
        parts.series_name(grid, place),
        el(
            "c:spPr",
            line(theme, strand.colour, 2.25 if strand.bold else 1.75, bool(strand.dashes)),
        ),
        marker(theme, strand, hollow=False),
    )
    for at, spot in enumerate(strand.spots):
        if spot.hollow and column.values[at] is not None:
            made.append(
                el(
                    "c:dPt",
                    el("c:idx", val=at),
                    marker(theme, strand, hollow=True),
                    el("c:bubble3D", val=0),
                )
            )
    made.append(_labels(column, around, theme))
    made.extend((parts.category_names(grid), parts.series_values(grid, place)))
    made.append(el("c:smooth", val=0))
    return made


def _labels(column: Column, around: Frame, theme: Theme) -> Element:
    """Return the labels of a series: one for each point that is printed, none for the others."""
    strand = column.strand
    made = el("c:dLbls")
    for at, value in enumerate(column.values):
        if value is None:
            continue
        how = around.said[strand.name].get(at)
        if how is None or not (how.valued or how.named):
            made.append(el("c:dLbl", el("c:idx", val=at), el("c:delete", val=1)))
            continue
        look = words(theme, strand.ink, strand.bold)
        if how.named:
            text = strand.spots[at].text if how.valued else ""
            ink = Ink(theme, strand.ink, strand.bold)
            look = said(ink, how.lines, text, f"{strand.role} {strand.name}")
        shift = (round(how.right / around.width, 4), round(how.down / around.height, 4))
        content = label(look, how.side, how.valued, how.named, at, shift)
        made.append(el("c:dLbl", *content))
    made.extend(label(words(theme, strand.ink, strand.bold), "t", value=False, name=False))
    made.append(no_leaders())
    return made


def _bands(chart: Chart, grid: Grid, around: Frame, theme: Theme) -> Element:
    """Return the shaded years as columns as high as the axis; their values are in no cell."""
    made = el(
        "c:barChart",
        el("c:barDir", val="col"),
        el("c:grouping", val="clustered"),
        el("c:varyColors", val=0),
    )
    for place in range(len(chart.bands)):
        made.append(_band(place, chart.bands, grid, around, theme))
    made.extend((el("c:gapWidth", val=0), el("c:overlap", val=100), *_axes()))
    return made


def _band(place: int, bands: Sequence[Band], grid: Grid, around: Frame, theme: Theme) -> Element:
    band = bands[place]
    inside = range(band.first, band.last + 1)
    values = [around.high if at in inside else None for at in range(len(grid.categories))]
    silent = label(words(theme, theme.colour["muted"]), "inEnd", False, False)
    middle = (band.first + band.last) // 2
    step = around.plot.width / len(grid.categories) / around.width
    shift = step / 2 if (band.last - band.first) % 2 else 0.0
    name, lines = band_name(place, bands, grid, around)
    text = said(Ink(theme, theme.colour["muted"], size=8.5), lines)
    named = label(text, "inEnd", False, True, middle, (round(shift, 4), 0.0))
    return el(
        "c:ser",
        el("c:idx", val=place),
        el("c:order", val=place),
        el("c:tx", el("c:v", name)),
        el("c:spPr", paint(theme, theme.colour["panel"]), no_line()),
        el("c:invertIfNegative", val=0),
        el(
            "c:dLbls",
            el("c:dLbl", *named) if lines else None,
            *silent,
            no_leaders(),
        ),
        parts.category_names(grid),
        parts.literal_values(values),
    )


def band_name(
    place: int, bands: Sequence[Band], grid: Grid, around: Frame
) -> tuple[str, tuple[str, ...]]:
    """Return the name of a band, which a legend prints, and the lines printed in the band itself.

    With its words under the chart, its letter stands in it and comes first in its name.
    """
    label = bands[place].label
    if around.bands:
        return label, around.bands[place]
    letter = letters(bands)[label]
    return f"{letter}  {note_text(bands, label, grid.categories)}".strip(), tuple(letter)
