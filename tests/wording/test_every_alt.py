"""Every chart in words of a real data set, read back sentence by sentence against the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.area import Role
from reportgen.document import Chart
from reportgen.facts import Facts
from reportgen.measures import EVERYONE, Break, Dictionary, Measure
from reportgen.section import Absent
from reportgen.section.charts import trend
from reportgen.wording import alt_text
from tests.wording.mutations import CHANGES, mutated
from tests.wording.published import Published, Raw, facts_of
from tests.wording.readalts import problems
from tests.wording.seen import Cell, Seen
from tests.wording.test_every_authority import EVERY

FEWEST = 1_000
"""So many charts at least must be read."""
TOKENS: dict[Role, str] = {
    "ours": "OURS",
    "neighbours": "NEAR",
    "region": "REGION",
    "england": "ENGLAND",
}
SPOKEN_WITH_THE = re.compile(
    r"(Isles? of|City of|East Riding|(London|Royal) Borough|Vale of|East of England"
    r"|(North|South) (East|West)$|(East|West) Midlands$)"
)
COUNTED = "Counted in another way"
CLOSED = "Schools closed"


def broken(published: Published) -> dict[str, Measure]:
    """Return the measures: of three, one with a break and a band, one with breaks, one without."""
    measures = {}
    for n, (id, measure) in enumerate(published.measures.items()):
        years = sorted(
            {
                year
                for key, area in published.raw.years
                for year in published.raw.years[key, area]
                if key == id and area == 970
            }
        )
        places = {0: (-2, -4), 1: (2, 3, -1)}.get(n % 3, ())
        found = {}
        for place in places:
            if len(years) > 4:
                label = {-2: CLOSED, -4: COUNTED}.get(place, "")
                kind = "caution" if place == -2 else "level"
                year = years[place]
                found[year] = Break(year, kind, f"Counting changed in {year}.", label)  # type: ignore[arg-type]
        measures[id] = replace(measure, breaks=tuple(found.values()))
    return measures


def span(first: str, last: str) -> list[str]:
    """Return every year between two."""
    if "/" not in first:
        return [str(year) for year in range(int(first), int(last) + 1)]
    return [f"{y}/{(y + 1) % 100:02d}" for y in range(int(first[:4]), int(last[:4]) + 1)]


def spoken(name: str) -> str:
    """Return the name of an area inside a sentence."""
    return f"the {name}" if SPOKEN_WITH_THE.match(name) else name


def seen_of(raw: Raw, ours: int, measure: Measure, against: tuple[Role, ...]) -> Seen:
    """Return what the line, the columns or the bars of a measure should show."""
    years = sorted(raw.years[measure.id, ours])
    names = span(years[0], years[-1])
    keys = {"ours": ours, "neighbours": "neighbours", "region": "region", "england": "England"}
    cells: dict[str, list[Cell]] = {}
    for role in ("ours", *against):
        row: list[Cell] = [raw.exact(measure.id, keys[role], year, ours) for year in names]  # type: ignore[index]
        if any(cell is not None for cell in row):
            cells[TOKENS[role]] = row  # type: ignore[index]
    share = raw.scales[measure.id].kind == "share"
    unit = "" if share or "points" in measure.id.casefold() else " (points)"
    when = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    kind = "bars" if len(years) == 1 else "line"
    if kind == "line" and (len(years) == 2 or 2 * len(years) < len(names)):
        kind = "columns"
    if kind == "bars":
        names = ["All pupils"]
    return Seen(
        kind,
        f"{measure.id}{unit}, {when}",
        names,
        cells,
        {
            "OURS": spoken(raw.names[ours]),
            "NEAR": "statistical neighbours",
            "REGION": spoken(raw.names[raw.regions[ours]]),
            "ENGLAND": "England",
        },
        raw.scales[measure.id].places,
        "%" if share else "",
        raw.scales[measure.id].tolerance,
        **marks_of(measure, names, kind),
    )


def marks_of(measure: Measure, names: list[str], kind: str) -> dict[str, object]:
    """Return where the lines should break, and what is shaded."""
    if kind != "line":
        return {}
    breaks = frozenset(one.period for one in measure.breaks if one.kind == "level")
    bands = tuple(
        (one.period, one.period, one.label, one.kind == "level")
        for one in sorted(measure.breaks, key=lambda one: one.period)
        if one.label and one.period in names
    )
    return {"breaks": breaks, "bands": bands}


def charts(
    facts: Facts, measures: dict[str, Measure]
) -> Iterator[tuple[Measure, tuple[Role, ...], Chart]]:
    """Yield the chart of each measure over time, every other one beside the region as well."""
    for n, measure in enumerate(measures.values()):
        against: tuple[Role, ...] = ("neighbours", "england")
        against = ("neighbours", "region", "england") if n % 2 else against
        if facts.periods(measure.id, EVERYONE):
            made = trend(facts, measure.id, against)
            if not isinstance(made, Absent):
                yield measure, against, made


def with_tables(seen: Seen) -> Seen:
    """Return what a chart shows beside a table with all its figures."""
    held = {value for area in seen.cells for value in seen.known(area).values()}
    return replace(seen, tables={"7": frozenset(held)})


def test_every_chart_in_words_is_borne_out_by_the_rows(published: Published) -> None:
    raw, rows, measures = published.raw, published.rows, broken(published)
    read, wrong = 0, []
    for number in sorted(raw.neighbours)[::EVERY]:
        facts = facts_of(raw, rows, Dictionary(measures, {}, {}), number)
        for measure, against, chart in charts(facts, measures):
            seen = with_tables(seen_of(raw, number, measure, against))
            for alt in (chart.alt, alt_text(chart, ("Table 7",))):
                read += 1
                wrong += [f"{raw.names[number]}: {one}: {alt}" for one in problems(seen, alt)]
    assert not wrong, f"{len(wrong)} of {read}:\n" + "\n".join(wrong[:20])
    assert read > FEWEST


def test_a_change_to_the_words_of_a_chart_is_noticed(published: Published) -> None:
    raw, rows, measures = published.raw, published.rows, broken(published)
    number = sorted(raw.neighbours)[0]
    facts = facts_of(raw, rows, Dictionary(measures, {}, {}), number)
    unnoticed, tried = [], dict.fromkeys(CHANGES, 0)
    for measure, against, chart in charts(facts, measures):
        seen = with_tables(seen_of(raw, number, measure, against))
        for alt in (chart.alt, alt_text(chart, ("Table 7",))):
            assert not list(problems(seen, alt))
            for change, other in mutated(alt).items():
                if other != alt:
                    tried[change] += 1
                    unnoticed += [] if list(problems(seen, other)) else [f"{change}: {other}"]
    assert not unnoticed, "\n".join(unnoticed[:20])
    assert all(count > 20 for count in tried.values()), tried
