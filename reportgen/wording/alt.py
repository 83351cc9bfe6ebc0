"""Turn a chart into words for those who cannot see it, every number taken from the chart itself.

They follow a caption that has the message, so they do not say it again: first what is drawn, then
what a glance would tell, and last what is missing and where every figure can be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.document import Band, Chart, Number, Series, plain
from reportgen.facts import Missing
from reportgen.wording.drawn import known, listing, most_and_least, name_of, side_by_side
from reportgen.wording.lines import courses, standing
from reportgen.wording.words import in_words, join_words, lower_first

_KIND = {"line": ("Line chart", "line"), "bars": ("Bar chart", "bar")}
_COLUMNS = ("Column chart", "column")
MOST_GROUPS = 8
"""Of more groups than this only the highest and the lowest are told, if a table has them all."""
MOST_BREAKS = 2
"""More breaks than this are counted, not listed."""


def alt_text(chart: Chart, tables: Sequence[str] = ()) -> str:
    """Return what a chart shows: its kind and subject, its values, marks and missing figures.

    `tables` are the names of the tables that hold all its figures, where there are any. Without
    them every figure is told.
    """
    parts = [
        _opening(chart),
        *_said(chart, bool(tables)),
        *_marks(chart),
        *_gaps(chart, bool(tables)),
    ]
    if tables:
        numbers = [name.removeprefix("Table ") for name in tables]
        parts.append(f"The figures are in Table{'s' * (len(tables) > 1)} {join_words(numbers)}.")
    return " ".join(part for part in parts if part)


def _opening(chart: Chart) -> str:
    """Return what is drawn, of how many parts, and of what."""
    kind, part = _KIND.get(chart.kind, _COLUMNS)
    number = sum(len(known(series)) for series in chart.series)
    number = len(chart.series) if chart.kind == "line" else number
    counted = f"{in_words(number)} {part}{'s' * (number != 1)}"
    subject = chart.topic or plain(chart.caption.subtitle)
    return f"{kind} with {counted}: {subject}." if subject else f"{kind} with {counted}."


def _said(chart: Chart, listed: bool) -> Iterator[str]:
    """Yield the sentences on the values; `listed` where a table has them all."""
    if chart.kind == "line":
        yield standing(chart)
        if listed:
            yield courses(chart)
        else:
            yield from (listing(chart, (series,)) for series in chart.series)
    elif not listed:
        yield listing(chart, chart.series)
    elif len(chart.categories) > MOST_GROUPS:
        yield most_and_least(chart)
    else:
        yield side_by_side(chart)


def _gaps(chart: Chart, listed: bool) -> Iterator[str]:
    """Yield which figures there are none of, and why, areas alike in that drawn together."""
    said = {} if listed or chart.kind == "line" else _counted(chart)
    found: dict[tuple[str, tuple[int, ...]], list[Series]] = {}
    for series in chart.series:
        reasons: dict[str, list[int]] = {}
        for place, point in enumerate(series.points):
            if isinstance(point.number, Number):
                continue
            reason = _reason(point.number)
            if reason or not said.get(place):
                reasons.setdefault(reason, []).append(place)
        for reason, lost in reasons.items():
            found.setdefault((reason, tuple(lost)), []).append(series)
    for (reason, places), rows in found.items():
        every = len(rows) == len(chart.series) > 1
        who = "any area" if every else join_words([name_of(row) for row in rows])
        figures = "figure" if len(places) == len(rows) == 1 else "figures"
        yield f"No {figures} for {who} for {_listed(chart, places)}{reason}."


def _counted(chart: Chart) -> dict[int, int]:
    """Return how many areas have a figure of each category: beside one, "no figure" is said."""
    return dict(Counter(place for series in chart.series for place in known(series)))


def _reason(missing: Missing | None) -> str:
    """Return why there is no figure, if there is more to say than that there is none."""
    return f": {missing.words}" if missing not in (None, Missing.NOT_AVAILABLE) else ""


def _listed(chart: Chart, places: Sequence[int]) -> str:
    """Return some categories as a list; years in a row as "2015 to 2018"."""
    names = chart.categories
    if chart.kind == "bars":
        return join_words([names[place] for place in places])
    parts = []
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        row = [names[place] for _, place in run]
        parts += [f"{row[0]} to {row[-1]}"] if len(row) > 2 else row
    return join_words(parts)


def _marks(chart: Chart) -> Iterator[str]:
    """Yield what is drawn besides the values: where lines stop, and what a shaded band means."""
    if chart.kind != "line":
        return
    broken = [chart.categories[n + 1] for n, joined in enumerate(chart.joined) if not joined]
    if broken:
        what, s = ("The lines break", "") if len(chart.series) > 1 else ("The line break", "s")
        times = f"{in_words(len(broken))} times, the last before {broken[-1]}"
        where = f"before {join_words(broken)}" if len(broken) <= MOST_BREAKS else times
        yield f"{what}{s} {where}: figures are not comparable across a break."
    if chart.bands:
        bands = join_words([_band(chart, band) for band in chart.bands])
        mark = "A shaded band marks" if len(chart.bands) == 1 else "Shaded bands mark"
        yield f"{mark} {bands}."


def _band(chart: Chart, band: Band) -> str:
    """Return the years of a band and what it means: "2019/20 (grades awarded differently)"."""
    names, inside = chart.categories, range(band.first, band.last + 1)
    years = names[band.first]
    if band.last != band.first:
        years += f" to {names[band.last]}"
    hollow = any(series.points[n].hollow for series in chart.series for n in inside)
    return f"{years} ({lower_first(band.label)}{'; hollow markers' * hollow})"
