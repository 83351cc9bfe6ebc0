"""Read the Local Authority Interactive Tool's long table: as raw rows, and as facts of one area."""

from __future__ import annotations

import csv
import re
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from reportgen.area import Area, Comparators, Neighbours
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.measures import EVERYONE, Dictionary, Measure, Unit
from reportgen.period import Period, PeriodKind, read_period
from tests.wording.sizes import Scale, printed

ENGLAND = 970

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
    regions: dict[int, int] = field(default_factory=dict)
    higher: dict[str, bool] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    pupils: dict[tuple[str, int, str], int] = field(default_factory=dict)
    breaks: dict[str, set[str]] = field(default_factory=dict)
    stale: dict[str, tuple[str, str]] = field(default_factory=dict)
    years: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    sorted: dict[tuple[str, tuple[int, ...], str], list[Fraction]] = field(default_factory=dict)
    cuts: dict[tuple[str, str], list[Fraction]] = field(default_factory=dict)
    everywhere: Mapping[tuple[str, Period], tuple[Observation, ...]] = field(default_factory=dict)

    def people(self, measure: str, ours: int, year: str) -> int | None:
        """Return of how many pupils our figure is; without a number, the last one known."""
        known = {key[2]: n for key, n in self.pupils.items() if key[:2] == (measure, ours)}
        return known.get(year, known[max(known)] if known else None)

    def ranked(self, measure: str, areas: tuple[int, ...], year: str) -> list[Fraction]:
        """Return the values of some areas as printed, the best first."""
        key = (measure, areas, year)
        if key not in self.sorted:
            found = [self.shown(measure, one, year, one) for one in areas]
            known = [value for value in found if value is not None]
            self.sorted[key] = sorted(known, reverse=self.higher[measure])
        return self.sorted[key]

    def quarters(self, measure: str, year: str) -> list[Fraction]:
        """Return where the values of all authorities are cut into quarters."""
        found = [self.values.get((measure, one, year)) for one in self.neighbours]
        known = [value for value in found if value is not None]
        if (measure, year) not in self.cuts:
            self.cuts[measure, year] = statistics.quantiles(known, n=4, method="inclusive")
        return self.cuts[measure, year]

    def phrase(self, measure: str) -> str:
        """Return what a measure is called in a sentence."""
        return self.phrases.get(measure, phrase(measure))

    def exact(self, measure: str, area: int | str, year: str, ours: int) -> Fraction | None:
        """Return a value as published; the mean of those there are for the neighbours."""
        if area == "neighbours":
            return self._mean(measure, year, ours)
        numbers = {"England": ENGLAND, "region": self.regions.get(ours, 0)}
        number = numbers.get(area, ours) if isinstance(area, str) else area
        return self.values.get((measure, number, year))

    def _mean(self, measure: str, year: str, ours: int) -> Fraction | None:
        keys = [(measure, one, year) for one in self.neighbours[ours]]
        found = tuple(self.values[key] for key in keys if key in self.values)
        return mean(found) if found else None

    def shown(self, measure: str, area: int | str, year: str, ours: int) -> Fraction | None:
        """Return a value rounded half up at the measure's places."""
        value = self.exact(measure, area, year, ours)
        return None if value is None else printed(value, self.scales[measure].places)


@lru_cache(maxsize=4096)
def mean(values: tuple[Fraction, ...]) -> Fraction:
    """Return the mean of some values, to twenty decimals: what lies beyond them decides nothing."""
    return Fraction(round(sum(values, Fraction(0)) / len(values) * 10**20), 10**20)


def phrase(measure: str) -> str:
    """Return what a measure is called in a sentence, unless the rows know it by another name."""
    return f"figure called {measure}"


@dataclass
class Published:
    """The rows of the tool, as a reader and as the engine hold them, and what they measure."""

    raw: Raw
    rows: dict[int, list[Observation]]
    measures: dict[str, Measure]


def read(folder: Path) -> Published:
    """Return the rows twice, and the measures: with noise and a tolerance that are made up."""
    raw = Raw()
    kinds: dict[str, PeriodKind] = {}
    measures: dict[str, Measure] = {}
    with (folder / "lait" / "lait_data_dictionary.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Polarity"] in ("High", "Low"):
                _add_measure(row, raw, kinds, measures)
    table = pd.read_parquet(folder / "lait" / "bds_long_0.parquet")
    table = table[table["Short Desc"].isin(list(measures))]
    _add_noise(table, raw, measures)
    rows: dict[int, list[Observation]] = defaultdict(list)
    columns = ["Short Desc", "LA Number", "LA and Regions", "Years", "Values"]
    period_of, fraction_of = cache(_period), cache(Fraction)
    lines = zip(*(table[column].tolist() for column in columns), strict=True)
    for n, (id, number, name, label, text) in enumerate(lines):
        period, code = period_of(label, kinds[id]), int(number)
        if period is None:
            continue
        raw.names[code] = name
        raw.years[id, code].add(period.label)
        if text != "-":
            raw.values[id, code, period.label] = fraction_of(text)
        rows[code].append(
            Observation(
                measures[id],
                Area(str(code), name),
                period,
                EVERYONE,
                Missing.NOT_AVAILABLE if text == "-" else Decimal(text),
                Cell("rows", n + 2, "Values"),
                source="one release",
            )
        )
    _add_places(folder / "stat_neighbours" / "sn_model_2025_wide.csv", raw)
    raw.everywhere = _everywhere(raw, rows)
    return Published(raw, rows, measures)


def _add_places(wide: Path, raw: Raw) -> None:
    """Add the neighbours and the region of every authority."""
    numbers = {name.casefold(): code for code, name in raw.names.items()}
    with wide.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            code = row["old_la_code"].strip()
            if code.isdigit() and int(code) in raw.names:
                near = [row[f"SN_{n}"].strip() for n in range(1, 11)]
                raw.neighbours[int(code)] = [int(one) for one in near]
                raw.regions[int(code)] = numbers[row["region_name"].strip().casefold()]


def _add_noise(table: pd.DataFrame, raw: Raw, measures: dict[str, Measure]) -> None:
    """Give two measures in three noise, from how far areas lie apart, and half a tolerance."""
    values = pd.to_numeric(table["Values"], errors="coerce")
    apart = values.groupby(table["Short Desc"]).std()
    for n, (id, measure) in enumerate(measures.items()):
        places = measure.places
        tolerance = (n % 2) * Decimal(1).scaleb(-places)
        noise = Decimal(f"{apart.get(id, 0) / 6:.{places + 1}f}") if n % 3 else None
        measures[id] = replace(measure, tolerance=tolerance, noise=noise)
        raw.scales[id] = Scale(
            measure.kind, places, Fraction(tolerance), None if noise is None else Fraction(noise)
        )


def _add_measure(
    row: Mapping[str, str], raw: Raw, kinds: dict[str, PeriodKind], measures: dict[str, Measure]
) -> None:
    id = row["Measure_short"].strip()
    share = row["y_axis_name"].startswith("%")
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
        places=int(row["dps"]) if (row["dps"] or "NA").isdigit() else 1,
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
        Area(str(raw.regions[number]), raw.names[raw.regions[number]]),
        Area(str(ENGLAND), "England"),
    )
    areas = [number, ENGLAND, raw.regions[number], *(int(area.code) for area in near)]
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
