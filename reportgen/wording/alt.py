"""Turn a chart into words for those who cannot see it, every number taken from the chart itself."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Chart, Number, Series, plain
from reportgen.show import shown
from reportgen.wording.words import join_words

_KIND = {"line": "Line chart", "bars": "Bar chart", "columns": "Column chart"}


def alt_text(chart: Chart, table: str = "") -> str:
    """Return what a chart shows: its kind, subject, message, ends or values, and widest gap.

    `table` is the name of a table that holds the same figures, where there is one.
    """
    subject = plain(chart.caption.subtitle)
    message = plain(chart.caption.title)
    parts = [f"{_KIND[chart.kind]}: {subject}." if subject else f"{_KIND[chart.kind]}."]
    if message and message != subject:
        parts.append(f"{message}.")
    parts += [_ends(chart, s) if chart.kind == "line" else _values(chart, s) for s in chart.series]
    parts.append(_widest(chart))
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


def _ends(chart: Chart, series: Series) -> str:
    known = _known(chart, series)
    if not known:
        return f"{series.name}: no figures."
    (first, start), (last, end) = known[0], known[-1]
    if first == last:
        return f"{series.name}: {start.text} in {first}."
    return f"{series.name}: {start.text} in {first}, {end.text} in {last}."


def _values(chart: Chart, series: Series) -> str:
    known = _known(chart, series)
    if not known:
        return f"{series.name}: no figures."
    listed = join_words([f"{category} {number.text}" for category, number in known])
    return f"{series.name}: {listed}."


def _widest(chart: Chart) -> str:
    """Return where our values and the last benchmark's are furthest apart."""
    ours = next((series for series in chart.series if series.role == "ours"), None)
    other = next((series for series in chart.series if series.role == "england"), None)
    if ours is None or other is None:
        return ""
    theirs = dict(_known(chart, other))
    pairs = [(name, number, theirs[name]) for name, number in _known(chart, ours) if name in theirs]
    if len(pairs) < 2:
        return ""
    name, mine, their = max(pairs, key=lambda pair: _apart(pair[1], pair[2]))
    if not _apart(mine, their):
        return ""
    return (
        f"The widest gap with {other.name} is for {name}: {mine.text} compared with {their.text}."
    )


def _apart(one: Number, other: Number) -> Decimal:
    a, b = shown(one.fact, one.places), shown(other.fact, other.places)
    assert a is not None
    assert b is not None
    return abs(a - b)
