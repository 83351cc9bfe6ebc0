"""The rows behind a report, as they stand in its figures files or in the downloads it was made of.

Nothing of reportgen reads them: a row is a figure as published, or the words for why there is none.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import chain
from pathlib import Path

import pandas as pd

from tests.wording.seen import Cell

Group = frozenset[tuple[str, str]]
Key = tuple[str, str, str, Group]
"""Measure, code of the area, period as printed, and group."""
EVERYONE: Group = frozenset()
REASONS = {
    "c": "withheld to protect confidentiality",
    "z": "not applicable",
    ".": "not applicable",
    "x": "",
    "-": "",
    "low": "rounds to zero but is not zero",
    "k": "rounds to zero but is not zero",
    "u": "too unreliable to publish",
}
NOT_GROUPS = {
    *("measure", "area_code", "area", "period", "period_kind", "value", "numerator"),
    *("denominator", "cohort", "status", "source", "note", "query"),
}
ATTAINMENT = {
    "AVG_Attain8_Score": (),
    "FSM_AVG_Attain8_Score": ("fsm", "fsm"),
    "NonFSM_AVG_Attain8_Score": ("fsm", "not_fsm"),
    "DAP_KS4_ATT8": ("disadvantage", "disadvantaged"),
    "NonDAP_KS4_ATT8": ("disadvantage", "not_disadvantaged"),
    "AVG_Attain8_Score_White": ("ethnicity", "white"),
    "AVG_Attain8_Score_Mixed": ("ethnicity", "mixed"),
    "AVG_Attain8_Score_Asian": ("ethnicity", "asian"),
    "AVG_Attain8_Score_Black": ("ethnicity", "black"),
    "AVG_Attain8_Score_Chine": ("ethnicity", "chinese"),
    "SEN_NoID_AVG_Attain8_Score": ("sen", "no_sen"),
    "SEN_WoStat_AVG_Attain8_Score": ("sen", "sen_support"),
    "SEN_Stat_AVG_Attain8_Score": ("sen", "ehc_plan"),
}
PHASES = {"Tot": (), "Pri": ("phase", "primary"), "Sec": ("phase", "secondary")}
PHASES["Spec"] = ("phase", "special")
TYPES = {
    "Total": (),
    "State-funded primary": ("phase", "primary"),
    "State-funded secondary": ("phase", "secondary"),
    "Special": ("phase", "special"),
}
CARE = {
    "CINO at 31 March": ("social_care", "in_need"),
    "CPPO at 31 March": ("social_care", "protection_plan"),
    "CLA 12 months at 31 March": ("social_care", "looked_after"),
}


GRADES = {"1": "outstanding", "2": "good", "3": "requires_improvement", "4": "inadequate"}


def cell_of(text: str, symbols: Mapping[str, str] = REASONS) -> Cell:
    """Return what a cell of a file says."""
    if text in symbols:
        return symbols[text]
    return Fraction(
        round(Fraction(text) * 10**10), 10**10
    )  # what lies beyond is a computer’s noise


def when(text: str, kind: str) -> str:
    """Return a period as it is printed: "31 August 2021", "March 2020", "2019/20"."""
    day = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text)
    if not day or "year" in kind:
        return text.replace("-", "/")
    found = date(int(day[1]), int(day[2]), int(day[3] or 1))
    return f"{found.day} {found:%B %Y}" if day[3] else f"{found:%B %Y}"


def house_rows(folder: Path) -> dict[Key, Cell]:
    """Return the rows of the figures files of a report."""
    found: dict[Key, Cell] = {}
    for path in sorted((folder / "figures").glob("*.csv")):
        with path.open(encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                group = frozenset((k, v) for k, v in row.items() if k not in NOT_GROUPS and v)
                period = when(row["period"], row["period_kind"])
                key = (row["measure"], row["area_code"], period, group)
                found[key] = cell_of(row["value"])
    return found


@cache
def download_rows(data: Path) -> dict[Key, Cell]:
    """Return the rows of the downloads, those of the first file that has them."""
    numbers = _numbers(data)
    found: dict[Key, Cell] = {}
    files = (_exclusions(data), _care(data), _home(data), _schools(data), _tool(data, numbers))
    for key, cell in chain.from_iterable(files):
        area = numbers.get(key[1], key[1])
        found.setdefault((key[0], area, key[2], key[3]), cell)
    return found


def _numbers(data: Path) -> dict[str, str]:
    """Return the code of each authority of today by its number, of regions by their names."""
    found = {"England": "E92000001"}
    listed = Path(__file__).parents[2] / "sections" / "areas.csv"
    with listed.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "authority" and not row["until"]:
                found[row["dfe_code"]] = row["code"]
                found[row["name"]] = row["code"]
            found[row["region"].casefold()] = row["region_code"]
    return found


def _year(text: str) -> str:
    return f"{text[:4]}/{text[4:]}"


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of an official file that are of no single school, with the area of each."""
    with path.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            level = row["geographic_level"]
            areas = {"National": row["country_code"], "Regional": row["region_code"]}
            areas["Local authority"] = row["old_la_code"]
            if level in areas:
                yield areas[level], row


def _exclusions(data: Path) -> Iterator[tuple[Key, Cell]]:
    withheld = {**REASONS, "x": REASONS["c"]}
    path = data / "ees_exclusions" / "exclusions_by_geographic_level.SUBSET.csv"
    columns = {"permanent_exclusion_rate": "perm_excl_rate", "suspension_rate": "fixed_excl_rate"}
    for area, row in _rows(path):
        for measure, column in columns.items():
            pair = TYPES[row["school_type"]]
            group = frozenset([pair]) if pair else EVERYONE
            key = (measure, area, _year(row["time_period"]), group)
            yield key, cell_of(row[column], withheld)  # type: ignore[misc]


def _care(data: Path) -> Iterator[tuple[Key, Cell]]:
    for area, row in _rows(data / "ees_social_care_outcomes" / "ks4_la.csv"):
        if row["social_care_group"] in CARE:
            group = frozenset([CARE[row["social_care_group"]]])
            key = ("attainment_8_social_care", area, _year(row["time_period"]), group)
            yield key, cell_of(row["avg_att8"])


def _home(data: Path) -> Iterator[tuple[Key, Cell]]:
    for area, row in _rows(data / "ees_ehe" / "ehe_academic_year.csv"):
        key = ("ehe_in_year", area, _year(row["time_period"]), EVERYONE)
        yield key, cell_of(row["ehe_anytime_full_year"])


def _schools(data: Path) -> Iterator[tuple[Key, Cell]]:
    """Yield the schools of each authority by grade, and the share of pupils in good ones."""
    path = data / "ofsted" / "ofsted_mi_31aug2025.CONVERTED_SUBSET.cp1252.csv"
    with path.open(encoding="cp1252") as file:
        rows = list(csv.DictReader(file))
    days = [row["Inspection start date"].split("/") for row in rows]
    last = max(date(int(day[2]), int(day[1]), int(day[0])) for day in days if len(day) == 3)
    day = f"{last.day} {last:%B %Y}"
    for area in {row["Local authority"] for row in rows}:
        own = [row for row in rows if row["Local authority"] == area]
        graded = [row for row in own if row["Overall effectiveness"] in GRADES]
        for grade, name in GRADES.items():
            count = sum(row["Overall effectiveness"] == grade for row in graded)
            group = frozenset([("ofsted_grade", name)])
            yield ("schools_by_rating", area, day, group), Fraction(count)
        pupils = [int(row["Total number of pupils"] or 0) for row in graded]
        good = [
            n for n, row in zip(pupils, graded, strict=True) if row["Overall effectiveness"] < "3"
        ]
        if sum(pupils):
            key = ("pupils_good_outstanding_schools", area, day, EVERYONE)
            yield key, Fraction(100 * sum(good), sum(pupils))


def _tool(data: Path, numbers: Mapping[str, str]) -> Iterator[tuple[Key, Cell]]:
    """Yield the rows of the Local Authority Interactive Tool for what reports draw."""
    wanted = {key: ("attainment_8", pair) for key, pair in ATTAINMENT.items()}
    for short, pair in PHASES.items():
        wanted[f"{short}PermEx"] = ("permanent_exclusion_rate", pair)
        wanted[f"{short}FixedEx"] = ("suspension_rate", pair)
    table = pd.read_parquet(data / "lait" / "bds_long_0.parquet")
    table = table[table["Short Desc"].isin(list(wanted))]
    columns = ["Short Desc", "LA Number", "LA and Regions", "Years", "Values"]
    for short, number, name, year, value in table[columns].itertuples(index=False):
        measure, pair = wanted[short]
        area = numbers.get(str(int(number)), numbers.get(name.casefold(), ""))
        area = numbers["England"] if name == "England" else area
        label = re.sub(r"^(\d{4})$", lambda y: f"{int(y[1]) - 1}/{y[1][2:]}", year)
        label = re.sub(r"^(\d{4})[-/](\d\d)$", r"\1/\2", label)
        group = frozenset([pair]) if pair else EVERYONE
        yield (measure, area, label, group), cell_of(value)  # type: ignore[misc]
