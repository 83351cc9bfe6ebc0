"""Turn the series of a chart into strands: values to place, words to print, and how both look.

A strand's values are those displayed, so that two bars with the same label are equally long.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import Chart, Number, Point, Series
from reportgen.draw.colour import readable, tint
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
    found = tuple(_strand(series, theme) for series in chart.series)
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
            if isinstance(point.number, Number) and _value(point.number) is not None
        ),
        None,
    )


def _strand(series: Series, theme: Theme) -> Strand:
    colour = theme.colour[series.role]
    england = series.role == "england"
    return Strand(
        name=series.name,
        role=series.role,
        spots=tuple(_spot(point) for point in series.points),
        colour=colour,
        ink=readable(colour, theme.colour["panel"]),
        fill=tint(colour, 0.5, theme.colour["ground"]) if england else colour,
        dashes=(4.5, 2.4) if england else (),
        bold=series.role in ("ours", "first"),
    )


def _spot(point: Point) -> Spot:
    number = point.number
    if number is None:
        return Spot(None, "")
    if isinstance(number, Missing):
        return Spot(None, number.symbol)
    return Spot(_value(number), number.text, point.hollow)


def _value(number: Number) -> float | None:
    value = shown(number.fact, number.places)
    return None if value is None else float(value)
