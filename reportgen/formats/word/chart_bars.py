"""Turn a bar or column chart into DrawingML: values at the tips, bars from zero, no value axis."""

from __future__ import annotations

from decimal import Decimal

from reportgen.draw.picture import Picture
from reportgen.formats.word import chart_parts as parts
from reportgen.formats.word.chart_grid import Column, Grid
from reportgen.formats.word.chart_ink import Ink, bar_fill, label, line, no_line, paint, said, words
from reportgen.formats.word.chart_marks import bar_plot, is_upright, names_at_bars, thickness
from reportgen.formats.word.xml import Element, el
from reportgen.theme import Theme


def bar_plot_area(grid: Grid, drawn: Picture, theme: Theme) -> Element:
    """Return `c:plotArea` of a bar or column chart, laid out as it is drawn."""
    upright = is_upright(drawn)
    plot = bar_plot(drawn, upright)
    values = [v for column in grid.columns for v in column.values if v is not None]
    bounds = (min([*values, Decimal(0)]), max([*values, Decimal(0)]) or Decimal(1))
    along = plot.width if upright else plot.height
    thick = thickness(drawn, upright)
    group = along / max(len(grid.categories), 1)
    gap = max(group - thick * len(grid.columns), 0) / thick * 100
    bars = el(
        "c:barChart",
        el("c:barDir", val="col" if upright else "bar"),
        el("c:grouping", val="clustered"),
        el("c:varyColors", val=0),
        *(_series(grid, n, names_at_bars(drawn), theme) for n in range(len(grid.columns))),
        el("c:gapWidth", val=min(round(gap), 500)),
        el("c:overlap", val=-8 if len(grid.columns) > 1 else 0),
        el("c:axId", val=parts.CATEGORY_AXIS),
        el("c:axId", val=parts.VALUE_AXIS),
    )
    return el(
        "c:plotArea",
        parts.layout(plot, drawn.width, drawn.height),
        bars,
        parts.category_axis(theme, "b" if upright else "l", reverse=not upright),
        parts.value_axis(theme, "l" if upright else "b", bounds, grid.form),
        el("c:spPr", el("a:noFill"), no_line()),
    )


def _series(grid: Grid, place: int, named: bool, theme: Theme) -> Element:
    column = grid.columns[place]
    made = el(
        "c:ser",
        el("c:idx", val=place),
        el("c:order", val=place),
        parts.series_name(grid, place),
        el("c:spPr", bar_fill(theme, column.strand), no_line()),
        el("c:invertIfNegative", val=0),
    )
    made.extend(_hollow(column, theme))
    made.append(_labels(column, named, theme))
    made.extend((parts.category_names(grid), parts.series_values(grid, place)))
    return made


def _hollow(column: Column, theme: Theme) -> list[Element]:
    return [
        el(
            "c:dPt",
            el("c:idx", val=at),
            el("c:invertIfNegative", val=0),
            el("c:bubble3D", val=0),
            el(
                "c:spPr",
                paint(theme, theme.colour["ground"]),
                line(theme, column.strand.colour, 1.25),
            ),
        )
        for at, spot in enumerate(column.strand.spots)
        if spot.hollow and column.values[at] is not None
    ]


def _labels(column: Column, named: bool, theme: Theme) -> Element:
    """Return the values at the tips; the first bar of a series carries its name as well."""
    strand = column.strand
    made = el("c:dLbls")
    if named and column.values[0] is not None:
        ink = Ink(theme, strand.ink, strand.bold)
        text = said(ink, (strand.name,), strand.spots[0].text, f"{strand.role} {strand.name}")
        made.append(el("c:dLbl", *label(text, "outEnd", True, True, 0)))
    made.extend(label(words(theme, strand.ink, strand.bold), "outEnd", True, False))
    return made
