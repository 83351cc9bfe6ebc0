"""Turn what a chart draws into words to be listened to: areas, figures, and what bars tell.

Areas stand side by side under each category, as the eye sets the bars. Every comparison is of
values as they are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.area import Area
from reportgen.document import Chart, Number, Series
from reportgen.show import MINUS, show, shown
from reportgen.wording.words import join_words, lower_first, upper_first

_BESIDE = ("england", "neighbours")
"""The areas of which the first that is drawn is set beside ours."""
MOST_LINES = 3
"""Of more lines than this ours and one other are followed, where a table has the rest."""


def name_of(series: Series) -> str:
    """Return the name of an area as it stands inside a sentence."""
    name = series.name
    return lower_first(name) if series.role == "neighbours" else Area("", name).spoken


def known(series: Series) -> dict[int, Number]:
    """Return the numbers of a series by their place among the categories."""
    numbers = {place: point.number for place, point in enumerate(series.points)}
    return {n: number for n, number in numbers.items() if isinstance(number, Number)}


def value(number: Number) -> Decimal:
    """Return a number of a chart as it is drawn."""
    found = shown(number.fact, number.places)
    assert found is not None
    return found


def said(number: Number) -> str:
    """Return a figure as it is spoken: with its sign, without its noun, a minus in letters."""
    text = show(number.fact, "plain" if number.fact.unit.noun else "unit", number.places)
    return text.replace(MINUS, "minus ")


def pair(chart: Chart) -> tuple[Series, Series] | None:
    """Return our series and the one it is set beside; None unless both are drawn."""
    rows = {series.role: series for series in chart.series}
    other = next((rows[role] for role in _BESIDE if role in rows), None)
    return (rows["ours"], other) if "ours" in rows and other else None


def followed(chart: Chart) -> tuple[Series, ...]:
    """Return the areas whose figures are told where a table has them all; the rest are named."""
    two = pair(chart)
    few = len(chart.series) <= MOST_LINES if chart.kind == "line" else len(chart.categories) == 1
    return chart.series if two is None or few else two


def named(chart: Chart) -> str:
    """Return which areas are drawn and not followed."""
    told = followed(chart)
    rest = [name_of(series) for series in chart.series if series not in told]
    return f"Also drawn: {join_words(rest)}." if rest else ""


def listing(chart: Chart, rows: Sequence[Series], ours: Series | None = None) -> str:
    """Return the figures of some areas: "Kent and England, Boys: 1 and 2; Girls: 3 and 4.".

    Where `ours` is given, only the categories are told for which we have a figure.
    """
    parts = []
    numbers = [known(series) for series in rows]
    wanted = known(ours) if ours else {place for row in numbers for place in row}
    for place, category in enumerate(chart.categories):
        found = [row.get(place) for row in numbers]
        if place in wanted:
            told = join_words([said(number) if number else "no figure" for number in found])
            parts.append(f"{category}: {told}")
    if not parts:
        return ""
    names = upper_first(join_words([name_of(series) for series in rows]))
    return f"{names}, {'; '.join(parts)}."


def side_by_side(chart: Chart) -> str:
    """Return the figures of the areas that are followed: ours, beside those of one other."""
    two = pair(chart)
    return listing(chart, followed(chart), two[0] if two and len(chart.categories) > 1 else None)


def most_and_least(chart: Chart) -> str:
    """Return for which groups our figure is highest and lowest, and how often above another's."""
    mine = known(chart.series[0])
    if not mine:
        return ""
    ends = []
    for word, end in (("highest", max), ("lowest", min)):
        best = end(value(number) for number in mine.values())
        places = [place for place, number in mine.items() if value(number) == best]
        groups = join_words([chart.categories[place] for place in places])
        ends.append(f"{word} for {groups}, {said(mine[places[0]])}")
    return f"{upper_first(name_of(chart.series[0]))}: {'; '.join(ends)}. {_sides(chart)}".strip()


def _sides(chart: Chart) -> str:
    """Return for how many groups we are above the area beside us; nothing if none has both."""
    two = pair(chart)
    if two is None:
        return ""
    mine, theirs = (known(series) for series in two)
    both = [place for place in mine if place in theirs]
    if not both:
        return ""
    above = sum(value(mine[place]) > value(theirs[place]) for place in both)
    names = [name_of(series) for series in two]
    return f"{upper_first(names[0])} is above {names[1]} for {above} of {len(both)} groups."
