"""The sample report as its files give it, read without the loader, so that a loss is noticed."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from reportgen.build import build
from reportgen.compose import compose
from reportgen.document import Document
from reportgen.project import read_project

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "data" / "buckinghamshire-2021"


@dataclass(frozen=True)
class Sample:
    """The rows of the sample's figures by file and row, and what the measures file says."""

    rows: Mapping[tuple[str, int], Mapping[str, str]]
    measures: Mapping[str, Mapping[str, Any]]
    groups: tuple[str, ...]

    def value(
        self, measure: str, period: str = "", area: str = "E06000060", **group: str
    ) -> Decimal:
        """The one value that a measure has for an area, a period and exactly the groups named."""
        found = [
            row["value"]
            for row in self.rows.values()
            if (row["measure"], row["area_code"]) == (measure, area)
            and period in ("", row["period"])
            and self.group(row) == group
        ]
        assert len(found) == 1, (measure, period, area, group, found)
        return Decimal(found[0])

    def cohort(self, year: str, **group: str) -> Decimal:
        """How many boys and girls of a group were at the end of key stage 4."""
        boys, girls = (self.value("ks4_cohort", year, sex=s, **group) for s in ("boys", "girls"))
        return boys + girls

    def group(self, row: Mapping[str, str]) -> dict[str, str]:
        """The groups that a row is about."""
        return {name: row[name] for name in self.groups if row.get(name)}

    def printed(self, row: Mapping[str, str]) -> str:
        """The figure of a row as a page has it."""
        measure = self.measures[row["measure"]]
        places = measure.get("places", 0)
        if self.group(row):
            places = measure.get("detail_places", places)
        return rounded(Decimal(row["value"]), places)


def rounded(number: Decimal, places: int) -> str:
    """A number as a page has it: half up, with commas."""
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"


@pytest.fixture(scope="session")
def sample() -> Sample:
    rows = {}
    for path in sorted((FOLDER / "figures").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                rows[f"figures/{path.name}", number] = row
    dictionary = tomllib.loads((ROOT / "sections" / "measures.toml").read_text("utf-8"))
    return Sample(rows, dictionary["measures"], tuple(dictionary["groups"]))


@pytest.fixture(scope="session")
def actions() -> Mapping[str, str]:
    """The words of every cell of the action plans."""
    columns = ("what_we_will_do", "what_this_should_achieve", "timeframe")
    with (FOLDER / "actions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        f"row {number}, {name}": row[name] for number, row in enumerate(rows, 2) for name in columns
    }


@pytest.fixture(scope="session")
def document() -> Document:
    return compose(read_project(FOLDER))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    paths = build(FOLDER, tmp_path_factory.mktemp("output"), ("docx", "pdf"))
    return {path.suffix: path for path in paths}
