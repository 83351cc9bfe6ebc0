"""Read the Local Authority Interactive Tool's long table: as raw rows, and as facts of one area."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd

from reportgen.area import Area, Comparators, Neighbours
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.measures import EVERYONE, Dictionary, Measure, Unit
from reportgen.period import Period, PeriodKind, read_period

PERCENT = Unit(
    "percent", after="%", difference="percentage points", difference_one="percentage point"
)
POINTS = Unit(
    "points", noun="points", noun_one="point", difference="points", difference_one="point"
)


@dataclass
class Raw:
    """The rows as they stand: value by measure, area number and year; England is 970."""

    values: dict[tuple[str, int, str], Fraction] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    neighbours: dict[int, list[int]] = field(default_factory=dict)
    higher: dict[str, bool] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    breaks: dict[str, set[str]] = field(default_factory=dict)
    stale: dict[str, tuple[str, str]] = field(default_factory=dict)
    years: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    everywhere: Mapping[tuple[str, Period], tuple[Observation, ...]] = field(default_factory=dict)

    def shown(self, measure: str, area: int | str, year: str, ours: int) -> Fraction | None:
        """Return a value rounded half up at the measure's places; the mean for the neighbours."""
        places = self.places[measure]
        if area == "neighbours":
            keys = [(measure, one, year) for one in self.neighbours[ours]]
            found = [self.values[key] for key in keys if key in self.values]
            if not found:
                return None
            value = sum(found) / len(found)
        else:
            number = 970 if area == "England" else ours
            if (measure, number, year) not in self.values:
                return None
            value = self.values[measure, number, year]
        scaled = abs(value) * 10**places + Fraction(1, 2)
        rounded = Fraction(scaled.numerator // scaled.denominator, 10**places)
        return rounded if value >= 0 else -rounded


def phrase(measure: str) -> str:
    """Return what a measure is called in a sentence."""
    return f"figure called {measure}"


def read(folder: Path) -> tuple[Raw, dict[int, list[Observation]], dict[str, Measure]]:
    raw = Raw()
    kinds: dict[str, PeriodKind] = {}
    measures: dict[str, Measure] = {}
    with (folder / "lait" / "lait_data_dictionary.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Polarity"] in ("High", "Low"):
                _add_measure(row, raw, kinds, measures)
    wide = folder / "stat_neighbours" / "sn_model_2025_wide.csv"
    with wide.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["old_la_code"].strip().isdigit():
                codes = [row[f"SN_{n}"].strip() for n in range(1, 11)]
                raw.neighbours[int(row["old_la_code"])] = [int(code) for code in codes]
    table = pd.read_parquet(folder / "lait" / "bds_long_0.parquet")
    table = table[table["Short Desc"].isin(list(measures))]
    rows: dict[int, list[Observation]] = defaultdict(list)
    columns = ["Short Desc", "LA Number", "LA and Regions", "Years", "Values"]
    for n, (id, number, name, label, text) in enumerate(table[columns].itertuples(index=False)):
        period = _period(label, kinds[id])
        if period is None:
            continue
        area = Area(str(int(number)), name)
        raw.names[int(number)] = name
        raw.years[id, int(number)].add(period.label)
        if text != "-":
            raw.values[id, int(number), period.label] = Fraction(text)
        rows[int(number)].append(
            Observation(
                measures[id],
                area,
                period,
                EVERYONE,
                Missing.NOT_AVAILABLE if text == "-" else Decimal(text),
                Cell("rows", n + 2, "Values"),
                source="one release",
            )
        )
    raw.neighbours = {one: near for one, near in raw.neighbours.items() if one in raw.names}
    raw.everywhere = _everywhere(raw, rows)
    return raw, rows, measures


def _add_measure(
    row: Mapping[str, str], raw: Raw, kinds: dict[str, PeriodKind], measures: dict[str, Measure]
) -> None:
    id = row["Measure_short"].strip()
    share = row["y_axis_name"].startswith("%")
    raw.places[id] = int(row["dps"]) if (row["dps"] or "NA").isdigit() else 1
    raw.higher[id] = row["Polarity"] == "High"
    year = row["Year_Type"]
    kinds[id] = (
        PeriodKind.ACADEMIC
        if year.startswith("Academic")
        else PeriodKind.FINANCIAL
        if year.startswith("Financial")
        else PeriodKind.CALENDAR
    )
    measures[id] = Measure(
        id,
        id,
        phrase(id),
        PERCENT if share else POINTS,
        "share" if share else "rate" if "ate per" in row["y_axis_name"] else "mean",
        places=raw.places[id],
        better="higher" if raw.higher[id] else "lower",
    )


def _period(label: str, kind: PeriodKind) -> Period | None:
    """Return the year of a label such as 2023, 2022-23 or 2022/23; others are left out."""
    found = re.fullmatch(r"(\d{4})(?: \((?:Rev|Final)\))?", label)
    two = re.fullmatch(r"(\d{4})[-/](\d\d)", label)
    if two and (int(two[1]) + 1) % 100 != int(two[2]):
        return None
    if kind is PeriodKind.CALENDAR:
        return read_period(found[1], kind) if found else None
    if two:
        return read_period(label, kind)
    if not found or found[1] == "0":
        return None
    year = int(found[1])
    return read_period(f"{year - 1}/{year % 100:02d}", kind)


def facts_of(
    raw: Raw, rows: dict[int, list[Observation]], dictionary: Dictionary, number: int
) -> Facts:
    near = tuple(
        Area(str(one), raw.names[one]) for one in raw.neighbours[number] if one in raw.names
    )
    comparators = Comparators(
        Area(str(number), raw.names[number]),
        Neighbours(Area("mean", "Statistical neighbours"), near),
        None,
        Area("970", "England"),
    )
    areas = [number, 970, *(int(area.code) for area in near)]
    found = tuple(row for area in areas for row in rows[area])
    return Facts(found, dictionary, comparators, elsewhere=raw.everywhere)


def _everywhere(
    raw: Raw, rows: Mapping[int, Sequence[Observation]]
) -> Mapping[tuple[str, Period], tuple[Observation, ...]]:
    """Return the rows of all authorities, as ranks look them up."""
    found: dict[tuple[str, Period], list[Observation]] = defaultdict(list)
    for number in raw.neighbours:
        for row in rows[number]:
            found[row.measure.id, row.period].append(row)
    return {key: tuple(values) for key, values in found.items()}
