"""Turn a chart into words for those who cannot see it, every number taken from the chart itself.

They follow a caption that has the message, so they do not say it again: first what is drawn, then
what a glance would tell, and last what is missing and where every figure can be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from reportgen.document import Band, Chart, Number, Series, plain
from reportgen.facts import Missing
from reportgen.wording.drawn import (
    followed,
    known,
    listing,
    most_and_least,
    name_of,
    named,
    side_by_side,
)
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
    if listed and chart.kind != "line" and len(chart.categories) > MOST_GROUPS:
        yield most_and_least(chart)
    elif listed:
        yield courses(chart) if chart.kind == "line" else side_by_side(chart)
        yield named(chart)
    elif chart.kind == "line":
        yield from (listing(chart, (series,)) for series in chart.series)
    else:
        yield listing(chart, chart.series)


def _gaps(chart: Chart, listed: bool) -> Iterator[str]:
    """Yield which figures there are none of, and why: first those that no area has.

    Of areas that are only named nothing is told, nor what was said beside another area's figure.
    """
    said = {} if listed or chart.kind == "line" else _counted(chart)
    found = [_missing(series, said) for series in chart.series]
    common = found[0].intersection(*found) if len(found) > 1 else set()
    if common:
        yield from _sentences(chart, "any area", common, many=True)
    alike: dict[frozenset[tuple[str, int]], list[Series]] = {}
    for series, missing in zip(chart.series, found, strict=True):
        if missing > common and (not listed or series in followed(chart)):
            alike.setdefault(frozenset(missing - common), []).append(series)
    for lost, rows in alike.items():
        who = join_words([name_of(series) for series in rows])
        yield from _sentences(chart, who, lost, many=len(rows) > 1)


def _missing(series: Series, said: Mapping[int, int]) -> set[tuple[str, int]]:
    """Return why and where an area has no figure, but for what was said already."""
    points = enumerate(point.number for point in series.points)
    lost = [(_reason(n), place) for place, n in points if not isinstance(n, Number)]
    return {(why, place) for why, place in lost if why or not said.get(place)}


def _sentences(
    chart: Chart, who: str, missing: Collection[tuple[str, int]], many: bool
) -> Iterator[str]:
    """Yield a sentence on some areas for each reason why figures are missing."""
    reasons: dict[str, list[int]] = {}
    for reason, place in sorted(missing, key=lambda item: item[1]):
        reasons.setdefault(reason, []).append(place)
    for reason, places in reasons.items():
        figures = "figures" if many or len(places) > 1 else "figure"
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
        yield f"{what}{s} {where}, where figures stop being comparable."
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
