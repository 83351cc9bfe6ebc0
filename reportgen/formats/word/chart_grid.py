"""Turn the strands of a chart into the columns of a sheet: what a person sees under "Edit data".

The sheet holds the numbers as the page shows them, each once, and nothing else. A line that may not
cross a break is several columns, so that no reader of the file joins what does not compare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document import Chart, Number, Series
from reportgen.draw.strands import Strand
from reportgen.facts import Missing
from reportgen.show import MINUS, shown


@dataclass(frozen=True, slots=True)
class Column:
    """A series of the chart and a column of its sheet; `last` carries the name of its line."""

    name: str
    strand: Strand
    values: tuple[Decimal | None, ...]
    last: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet: a row for each category, a column for each series, one form for all numbers."""

    categories: tuple[str, ...]
    columns: tuple[Column, ...]
    form: str


def grid(chart: Chart, strands: Sequence[Strand]) -> Grid:
    """Return the sheet of a chart whose series look as `strands` say."""
    by_name = {series.name: series for series in chart.series}
    columns: list[Column] = []
    for strand in strands:
        values = tuple(map(_value, by_name[strand.name].points))
        columns += (
            _split(chart, strand, values)
            if chart.kind == "line"
            else [Column(strand.name, strand, values)]
        )
    return Grid(_categories(chart), tuple(columns), number_form(_texts(chart.series)))


def _value(point: object) -> Decimal | None:
    number = getattr(point, "number", None)
    return shown(number.fact, number.places) if isinstance(number, Number) else None


def _split(chart: Chart, strand: Strand, values: tuple[Decimal | None, ...]) -> list[Column]:
    """Return a column for each run of values that a line may join."""
    runs: list[list[int]] = [[]]
    for place, value in enumerate(values):
        if place and not (chart.joined[place - 1] if chart.joined else True) and runs[-1]:
            runs.append([])
        if value is not None:
            runs[-1].append(place)
    kept = [run for run in runs if run]
    columns = []
    for number, run in enumerate(kept, start=1):
        last = number == len(kept)
        name = strand.name if last else f"{strand.name}, to {chart.categories[run[-1]]}"
        own = tuple(value if place in run else None for place, value in enumerate(values))
        columns.append(Column(name, strand, own, last))
    return columns


def _categories(chart: Chart) -> tuple[str, ...]:
    """Return the categories; where a bar is withheld its symbol stands with the name."""
    if chart.kind == "line":
        return chart.categories
    named = []
    for place, category in enumerate(chart.categories):
        missing = [
            f"{series.name} {found.symbol}" if len(chart.series) > 1 else found.symbol
            for series in chart.series
            if (found := _missing(series, place))
        ]
        named.append(f"{category} ({', '.join(missing)})" if missing else category)
    return tuple(named)


def _missing(series: Series, place: int) -> Missing | None:
    number = series.points[place].number
    if isinstance(number, Number) and isinstance(number.fact.value, Missing):
        return number.fact.value
    return number if isinstance(number, Missing) else None


def _texts(series: Sequence[Series]) -> list[str]:
    return [
        point.number.text
        for one in series
        for point in one.points
        if isinstance(point.number, Number) and not isinstance(point.number.fact.value, Missing)
    ]


def number_form(texts: Sequence[str]) -> str:
    """Return the number format of a spreadsheet that writes numbers as the page does."""
    found = re.fullmatch(r"(\D*)([\d,]+)(\.\d+)?(\D*)", texts[0]) if texts else None
    if not found:
        return "General"
    places = max(len(_decimals(text)) for text in texts)
    before = found[1].replace(MINUS, "").replace("+", "")
    digits = "#,##0" + ("." + "0" * places if places else "")
    if found[4] == "m" and before:
        digits += ",,"
    form = _quoted(before) + digits + _quoted(found[4])
    if any(text.startswith("+") for text in texts):
        return f"+{form};{_quoted(MINUS)}{form};{form}"
    if any(MINUS in text for text in texts):
        return f"{form};{_quoted(MINUS)}{form}"
    return form


def _decimals(text: str) -> str:
    found = re.search(r"\.(\d+)", text)
    return found[1] if found else ""


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
