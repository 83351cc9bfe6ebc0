"""Turn the series of a chart into strands: values to place, words to print, and how both look.

The bars of a chart are as long as the values displayed, so that two with the same label are equally
long. The points of a line stand at the values themselves, so that rounding draws no steps and hides
no change; what is printed beside them is rounded, and differs from where they stand by less than
half of its last digit.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import Chart, Number, Point, Series
from reportgen.draw.colour import palest, readable
from reportgen.errors import Problem, RenderError
from reportgen.facts import Missing
from reportgen.show import shown
from reportgen.theme import Theme

MOST = 4
"""More series than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a strand: its value, None where there is none, and the words beside it."""

    value: float | None
    text: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """A series ready to draw. `ink` is its colour for text, `fill` its colour for bars."""

    name: str
    role: str
    spots: tuple[Spot, ...]
    colour: str
    ink: str
    fill: str
    dashes: tuple[float, ...]
    bold: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The values that there are, in order."""
        return tuple(spot.value for spot in self.spots if spot.value is not None)


def strands(chart: Chart, theme: Theme) -> tuple[Strand, ...]:
    """Return the series of a chart that have anything to show.

    Raises `RenderError` if there are more than four.
    """
    exact = chart.kind == "line"
    found = tuple(_strand(series, theme, exact) for series in chart.series)
    kept = tuple(item for item in found if any(spot.text for spot in item.spots))
    if len(kept) > MOST:
        raise RenderError(
            Problem(f"the chart “{chart.id}” has {len(kept)} series", None, f"at most {MOST}")
        )
    return kept


def like(chart: Chart) -> Number | None:
    """Return a number of the chart, for the unit of its axis; None if it has none."""
    return next(
        (
            point.number
            for series in chart.series
            for point in series.points
            if isinstance(point.number, Number) and drawn_value(point.number) is not None
        ),
        None,
    )


def _strand(series: Series, theme: Theme, exact: bool) -> Strand:
    colour = theme.colour[series.role]
    england = series.role == "england"
    return Strand(
        name=series.name,
        role=series.role,
        spots=tuple(_spot(point, exact) for point in series.points),
        colour=colour,
        ink=readable(colour, theme.colour["panel"]),
        fill=palest(colour, theme.colour["ground"]) if england else colour,
        dashes=(4.5, 2.4) if england else (),
        bold=series.role in ("ours", "first"),
    )


def _spot(point: Point, exact: bool) -> Spot:
    number = point.number
    if number is None:
        return Spot(None, "")
    if isinstance(number, Missing):
        return Spot(None, number.symbol)
    return Spot(drawn_value(number, exact), number.text, point.hollow)


def drawn_value(number: Number, exact: bool = False) -> float | None:
    """Return the value at which a number is drawn: as displayed, or `exact`; None if missing."""
    value = number.fact.value if exact else shown(number.fact, number.places)
    return None if value is None or isinstance(value, Missing) else float(value)
