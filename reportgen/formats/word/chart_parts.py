"""Turn a grid into the series and axes that every kind of chart is made of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.formats.word.chart_grid import Grid
from reportgen.formats.word.chart_ink import line, no_line, words
from reportgen.formats.word.chart_marks import Plot
from reportgen.formats.word.chart_workbook import reference
from reportgen.formats.word.xml import Element, el
from reportgen.theme import Theme

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222


def series_name(grid: Grid, place: int) -> Element:
    """Return the name of a series with its cell."""
    name = grid.columns[place].name
    cache = _cache("c:strCache", [name])
    return el("c:tx", el("c:strRef", el("c:f", reference(place + 1, 1, 1)), cache))


def category_names(grid: Grid) -> Element:
    """Return the categories with their cells."""
    where = reference(0, 2, len(grid.categories) + 1)
    return el("c:cat", el("c:strRef", el("c:f", where), _cache("c:strCache", grid.categories)))


def series_values(grid: Grid, place: int) -> Element:
    """Return the values of a series with their cells; one that is missing is not there."""
    where = reference(place + 1, 2, len(grid.categories) + 1)
    cache = _cache("c:numCache", grid.columns[place].values, grid.form)
    return el("c:val", el("c:numRef", el("c:f", where), cache))


def literal_values(values: Sequence[Decimal | None]) -> Element:
    """Return values that stand in no cell."""
    return el("c:val", _cache("c:numLit", values, "General"))


def _cache(name: str, values: Sequence[str | Decimal | None], form: str = "") -> Element:
    made = el(name, el("c:formatCode", form) if form else None, el("c:ptCount", val=len(values)))
    for place, value in enumerate(values):
        if value is not None:
            made.append(el("c:pt", el("c:v", str(value)), idx=place))
    return made


def layout(plot: Plot, width: float, height: float) -> Element:
    """Return the place of the inside of the axes, as shares of the chart."""
    return el(
        "c:layout",
        el(
            "c:manualLayout",
            el("c:layoutTarget", val="inner"),
            el("c:xMode", val="edge"),
            el("c:yMode", val="edge"),
            el("c:x", val=_share(plot.left / width)),
            el("c:y", val=_share(plot.top / height)),
            el("c:w", val=_share(plot.width / width)),
            el("c:h", val=_share(plot.height / height)),
        ),
    )


def _share(value: float) -> str:
    return f"{min(max(value, 0.0), 1.0):.4f}"


def category_axis(theme: Theme, side: str, reverse: bool = False, every: int = 1) -> Element:
    """Return the axis of categories: its words and a thin line, no ticks.

    Only one in so many of the categories is named, from the first; Word cannot begin elsewhere.
    """
    return el(
        "c:catAx",
        el("c:axId", val=CATEGORY_AXIS),
        el("c:scaling", el("c:orientation", val="maxMin" if reverse else "minMax")),
        el("c:delete", val=0),
        el("c:axPos", val=side),
        el("c:numFmt", formatCode="General", sourceLinked=0),
        el("c:majorTickMark", val="none"),
        el("c:minorTickMark", val="none"),
        el("c:tickLblPos", val="low"),
        el("c:spPr", el("a:noFill"), line(theme, theme.colour["muted"], 0.75)),
        words(theme, theme.colour["text"]),
        el("c:crossAx", val=VALUE_AXIS),
        el("c:crosses", val="autoZero"),
        el("c:auto", val=0),
        el("c:lblAlgn", val="ctr"),
        el("c:lblOffset", val=60),
        el("c:tickLblSkip", val=every) if every > 1 else None,
        el("c:noMultiLvlLbl", val=1),
    )


def value_axis(
    theme: Theme,
    side: str,
    bounds: tuple[Decimal, Decimal],
    form: str,
    step: Decimal | None = None,
    gridlines: bool = False,
) -> Element:
    """Return the axis of values; without a `step` it measures but is not drawn."""
    rule = line(theme, theme.colour["rule"], 0.6)
    return el(
        "c:valAx",
        el("c:axId", val=VALUE_AXIS),
        el(
            "c:scaling",
            el("c:orientation", val="minMax"),
            el("c:max", val=str(bounds[1])),
            el("c:min", val=str(bounds[0])),
        ),
        el("c:delete", val=int(step is None)),
        el("c:axPos", val=side),
        el("c:majorGridlines", el("c:spPr", rule)) if gridlines else None,
        el("c:numFmt", formatCode=form, sourceLinked=0),
        el("c:majorTickMark", val="none"),
        el("c:minorTickMark", val="none"),
        el("c:tickLblPos", val="low"),
        el("c:spPr", el("a:noFill"), no_line()),
        words(theme, theme.colour["muted"]),
        el("c:crossAx", val=CATEGORY_AXIS),
        el("c:crosses", val="autoZero"),
        el("c:crossBetween", val="between"),
        el("c:majorUnit", val=str(step)) if step else None,
    )
