"""Turn a chart into words for those who cannot see it, every number taken from the chart itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.document import Chart, Number, Series, plain
from reportgen.facts import Missing, Observation
from reportgen.show import shown
from reportgen.wording.words import join_words, lower_first

_KIND = {"line": "Line chart", "bars": "Bar chart", "columns": "Column chart"}
MOST_POINTS = 6
"""Of a longer line than this only the ends, the highest and the lowest value are told."""


def alt_text(chart: Chart, table: str = "") -> str:
    """Return what a chart shows: its kind, subject, message, values, marks and widest gap.

    `table` is the name of a table that holds the same figures, where there is one.
    """
    subject = plain(chart.caption.subtitle)
    message = plain(chart.caption.title)
    parts = [f"{_KIND[chart.kind]}: {subject}." if subject else f"{_KIND[chart.kind]}."]
    if message and message != subject:
        parts.append(f"{message}.")
    parts += [_values(chart, series) for series in chart.series]
    parts += [*_gaps(chart), *_marks(chart), _widest(chart)]
    if table:
        parts.append(f"The figures are in {table}.")
    return " ".join(part for part in parts if part)


def _known(chart: Chart, series: Series) -> list[tuple[str, Number]]:
    """Return the categories that have a number, with it."""
    pairs = zip(chart.categories, series.points, strict=True)
    numbers = [(category, point.number) for category, point in pairs]
    return [
        (category, number)
        for category, number in numbers
        if isinstance(number, Number) and shown(number.fact, number.places) is not None
    ]


def _values(chart: Chart, series: Series) -> str:
    """Return the values of one area: "Ourshire, 2019/20: 51.0; 2020/21: 52.0."."""
    known = _known(chart, series)
    if not known:
        return f"{series.name}: no figures."
    told = _told(chart, series, known)
    return f"{series.name}, " + "; ".join(f"{name}: {number.text}" for name, number in told) + "."


def _told(
    chart: Chart, series: Series, known: list[tuple[str, Number]]
) -> list[tuple[str, Number]]:
    """Return the values worth telling: all, but of a long line, or another area's, the turns."""
    if chart.kind != "line" or (series.role == "ours" and len(known) <= MOST_POINTS):
        return known
    values = [_value(number) for _, number in known]
    kept = {0, len(known) - 1}
    if series.role == "ours":
        kept |= {values.index(max(values)), values.index(min(values))}
    return [known[n] for n in sorted(kept)]


def _gaps(chart: Chart) -> Iterator[str]:
    """Yield which figures are withheld, and why."""
    for series in chart.series:
        reasons: dict[Missing, list[str]] = {}
        for category, point in zip(chart.categories, series.points, strict=True):
            if isinstance(point.number, Missing):
                reasons.setdefault(point.number, []).append(category)
        for reason, names in reasons.items():
            yield f"{series.name}, {join_words(names)}: {reason.words}."


def _marks(chart: Chart) -> Iterator[str]:
    """Yield what is drawn besides the values: where lines stop, and what a shaded band means."""
    if chart.kind != "line":
        return
    names = chart.categories
    broken = [names[n + 1] for n, joined in enumerate(chart.joined) if not joined]
    if broken:
        yield f"The lines break before {join_words(broken)}, as figures are not comparable."
    for band in chart.bands:
        years = names[band.first]
        if band.last != band.first:
            years += f" to {names[band.last]}"
        inside = range(band.first, band.last + 1)
        hollow = any(series.points[n].hollow for series in chart.series for n in inside)
        marks = ", with hollow markers" if hollow else ""
        yield f"A shaded band marks {years}{marks}: {lower_first(band.label)}."


def _widest(chart: Chart) -> str:
    """Return where our values and England's are furthest apart, if one side is the better."""
    ours = next((series for series in chart.series if series.role == "ours"), None)
    other = next((series for series in chart.series if series.role == "england"), None)
    if ours is None or other is None or not _judged(ours):
        return ""
    theirs = dict(_known(chart, other))
    pairs = [(name, number, theirs[name]) for name, number in _known(chart, ours) if name in theirs]
    if len(pairs) < 2:
        return ""
    name, mine, their = max(pairs, key=lambda pair: _apart(pair[1], pair[2]))
    if not _apart(mine, their):
        return ""
    return f"Widest gap with {other.name}: {name}, {mine.text} compared with {their.text}."


def _judged(series: Series) -> bool:
    """Return whether a higher or a lower value is the better one."""
    facts = [point.number.fact for point in series.points if isinstance(point.number, Number)]
    return any(isinstance(fact, Observation) and fact.measure.better for fact in facts)


def _apart(one: Number, other: Number) -> Decimal:
    return abs(_value(one) - _value(other))


def _value(number: Number) -> Decimal:
    value = shown(number.fact, number.places)
    assert value is not None
    return value
