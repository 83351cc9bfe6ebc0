"""Print how long findings and wording take for one authority: 30 measures with groups, 13 areas.

By hand: `python -m tests.bench.bench_findings`. The aim is under 0.3 s of processor time, so that
other work on the machine does not count. Nothing fails here.
"""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

from reportgen.area import Area, Comparators, Neighbours
from reportgen.facts import Cell, Facts, Observation
from reportgen.findings import Finding, crossing, record, review, run
from reportgen.measures import EVERYONE, Dictionary, Group, Measure, Unit
from reportgen.period import PeriodKind, read_period
from reportgen.wording import state
from tests.invented import DIMENSIONS

MEASURES = 30
RUNS = 5
UNIT = Unit("points", noun="points", noun_one="point", difference="points")
YEARS = tuple(
    read_period(f"{year}/{(year + 1) % 100}", PeriodKind.ACADEMIC) for year in range(2014, 2022)
)
PLACES = tuple(Area(f"E{n:08}", f"Place {n}") for n in range(10))
OURS, ENGLAND = Area("E06000900", "Ourshire"), Area("E92000001", "England")
GROUPS = (
    EVERYONE,
    *(Group.of(**{dim.id: member.id}) for dim in DIMENSIONS for member in dim.members),
)


def world() -> Facts:
    """Return facts of one authority, its neighbours and England, every number made up by rule."""
    measures = {f"m{n}": _measure(n) for n in range(MEASURES)}
    rows = []
    for measure in measures.values():
        for year in YEARS:
            for group in GROUPS:
                for area in (OURS, ENGLAND, *PLACES):
                    value = Decimal((len(rows) * 7919) % 600) / 10 + 20
                    cell = Cell("rows", len(rows) + 2, "value")
                    cohort = Decimal(50 + len(rows) % 500)
                    rows.append(
                        Observation(measure, area, year, group, value, cell, None, None, cohort)
                    )
    near = Neighbours(Area("mean", "Statistical neighbours"), PLACES)
    dictionary = Dictionary(measures, {dim.id: dim for dim in DIMENSIONS}, {"points": UNIT})
    return Facts(tuple(rows), dictionary, Comparators(OURS, near, None, ENGLAND))


def _measure(n: int) -> Measure:
    measure = Measure(f"m{n}", f"Measure {n}", f"measure {n}", UNIT, "mean", 1, better="higher")
    return replace(measure, spread=Decimal(20), tolerance=Decimal("0.2"))


def main() -> None:
    """Print the seconds for what a report says of all measures, and for every detector."""
    facts = world()
    by = tuple(dim.id for dim in DIMENSIONS)
    times, everything = [], []
    for _ in range(RUNS):
        begin = time.process_time()
        found = [item for id in facts.dictionary.measures for item in review(facts, id, by)]
        said = state(found, facts)
        times.append(time.process_time() - begin)
        more = [f for id in facts.dictionary.measures for f in _more(facts, id)]
        state([*found, *more], facts)
        everything.append(time.process_time() - begin)
    print(f"{len(facts.observations):,} figures, {len(found):,} findings, {len(said):,} statements")
    print(f"review and state: {min(times):.3f} s; every detector: {min(everything):.3f} s")


def _more(facts: Facts, id: str) -> list[Finding]:
    return [*crossing(facts, id), *record(facts, id), *run(facts, id)]


if __name__ == "__main__":
    main()
