"""Turn facts into charts: over time, between groups, and at a few dates.

A line never crosses a break in comparability, and a year without a figure is a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal

from reportgen.area import ROLES, Role
from reportgen.document import Band, Caption, Chart, Inlines, Series, Text
from reportgen.facts import Facts, Missing
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period, fill_years
from reportgen.section.part import Absent
from reportgen.section.series import (
    area_series,
    facts_in,
    group_labels,
    notes_on,
    reasons_in,
    source_of,
)
from reportgen.wording import alt_text, bars_title, subtitle, topic, trend_title

AGAINST: tuple[Role, ...] = ("neighbours", "england")
NO_POINT = "Where a line has no point: "
"""What the meaning of a symbol begins with under a line, which has a gap in place of the symbol."""


def trend(
    facts: Facts,
    measure: str,
    against: tuple[Role, ...] = AGAINST,
    group: Group = EVERYONE,
    until: Period | None = None,
) -> Chart | Absent:
    """Return the line of a measure over the years up to `until`, beside other areas'.

    With a figure for one year only it is a bar for each area; with two, or with more gaps than
    years, upright columns, which promise no line between them.
    """
    what = facts.measure(measure)
    known = [p for p in facts.periods(measure, group) if until is None or p <= until]
    if len(known) == 1:
        return bars(facts, measure, known[0], groups=(group,), against=against)
    periods = fill_years(known)
    sparse = len(known) == 2 or 2 * len(known) < len(periods)
    keys = [(period, group) for period in periods]
    series = area_series(facts, measure, keys, ("ours", *against), None)
    if not series or series[0].role != "ours":
        return Absent(f"the trend of {what.name}", "there is no figure for it")
    chart = _chart(
        "columns" if sparse else "line",
        trend_title(facts, measure, group, known, against),
        subtitle(facts, measure, known, (group,), roles_of(series)),
        tuple(period.label for period in periods),
        series,
        _id(measure, "trend", known[-1], (group,)),
        topic(facts, measure, known, (group,)),
    )
    if sparse:
        return _told(chart)
    joined = tuple(what.comparable(a, b) for a, b in pairwise(periods))
    return _told(replace(chart, joined=joined, bands=_bands(what, periods)))


def bars(
    facts: Facts,
    measure: str,
    period: Period | None,
    by: str = "",
    groups: Sequence[Group] = (),
    against: tuple[Role, ...] = AGAINST,
    places: int | None = None,
) -> Chart | Absent:
    """Return bars of a measure in one period for the groups of a dimension, or for some groups.

    Put `EVERYONE` among the groups to show all pupils or schools as well. Groups without a figure
    of our own are left out.
    """
    what = facts.measure(measure)
    if period is None:
        return Absent(f"the chart of {what.name}", "there is no figure for it")
    wanted = [
        group
        for group in (groups or facts.groups(measure, period, by))
        if facts.find(measure, period, group)
    ]
    keys = [(period, group) for group in wanted]
    finest = max((fact.places for key in keys if (fact := facts.find(measure, *key))), default=0)
    places = finest if places is None else places
    series = area_series(facts, measure, keys, ("ours", *against), places)
    if not series or series[0].role != "ours":
        return Absent(
            f"the chart of {what.name} by {by or 'group'} {period.phrase()}", "no figures"
        )
    chart = _chart(
        "bars",
        bars_title(facts, measure, tuple(wanted), period, against),
        subtitle(facts, measure, [period], tuple(wanted), roles_of(series)),
        group_labels(facts, measure, wanted),
        series,
        _id(measure, by or "groups", period, wanted if not by else ()),
        topic(facts, measure, [period], tuple(wanted)),
    )
    return _told(chart)


def columns(facts: Facts, measure: str, title: str, group: Group = EVERYONE) -> Chart | Absent:
    """Return upright columns of a measure at the few dates it is known for, under a given title.

    One figure makes no chart.
    """
    periods = facts.periods(measure, group)
    keys = [(period, group) for period in periods]
    series = area_series(facts, measure, keys, ("ours",), None)
    known = [fact for fact in facts_in(series) if not isinstance(fact.value, Missing)]
    if len(known) < 2:
        few = "there is one figure for it" if known else "there is no figure for it"
        return Absent(f"the chart of {facts.measure(measure).name}", few)
    chart = _chart(
        "columns",
        (Text(title),),
        subtitle(facts, measure, periods, groups=(group,)),
        tuple(period.label for period in periods),
        series,
        _id(measure, "columns", periods[-1], (group,)),
        topic(facts, measure, periods, (group,)),
    )
    return _told(chart)


def roles_of(series: Sequence[Series]) -> tuple[Role, ...]:
    """Return the areas that are drawn beside ours."""
    drawn = {row.role for row in series}
    return tuple(role for role in ROLES if role in drawn and role != "ours")


def _chart(
    kind: Literal["line", "bars", "columns"],
    title: Inlines,
    under: Inlines,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    id: str,
    topic: str,
) -> Chart:
    """Return a chart with its notes and its source; hollow marks only on lines."""
    if kind != "line":
        series = tuple(
            replace(row, points=tuple(replace(point, hollow=False) for point in row.points))
            for row in series
        )
    shown = facts_in(series)
    return Chart(
        kind=kind,
        caption=Caption("Figure", title, subtitle=under),
        categories=categories,
        series=series,
        id=id,
        alt="",
        notes=notes_on(shown, reasons_in(series), NO_POINT if kind == "line" else ""),
        source=source_of(shown),
        topic=topic,
    )


def _told(chart: Chart) -> Chart:
    """Return a chart with its description."""
    return replace(chart, alt=alt_text(chart))


def _bands(measure: Measure, periods: Sequence[Period]) -> tuple[Band, ...]:
    labels = []
    for period in periods:
        found = measure.break_at(period)
        labels.append(found.label if found else "")
    bands = []
    for label, run in groupby(range(len(labels)), key=lambda index: labels[index]):
        positions = list(run)
        if label:
            bands.append(Band(positions[0], positions[-1], label))
    return tuple(bands)


def _id(measure: str, kind: str, period: Period, groups: Sequence[Group]) -> str:
    members = "_".join(member for group in groups for _, member in group.pairs)
    when = period.label.replace("/", "-").replace(" ", "_")
    return ".".join(part for part in (measure, kind, members, when) if part)
