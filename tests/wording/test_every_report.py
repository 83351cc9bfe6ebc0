"""What is said of the charts and tables of whole reports, read back against the rows behind."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from reportgen.compose import compose
from reportgen.document import Chart, Document, Table
from reportgen.new import new_from_data
from reportgen.project import read_project
from tests.wording.mutations import CHANGES, mutated
from tests.wording.rawreports import Cell, Key, download_rows, house_rows
from tests.wording.readalts import problems
from tests.wording.readsummaries import problems as problems_of_table
from tests.wording.reportcharts import seen_in, world
from tests.wording.test_every_authority import EVERY

ROOT = Path(__file__).parents[2]
SAMPLES = ("example", "buckinghamshire-2021")
ODD = ("Isles of Scilly", "City of London", "Bedford")
"""Small authorities, and one whose schools are all in Ofsted’s list."""
ON = date(2026, 3, 1)


def read(report: Path, rows: Mapping[Key, Cell]) -> Iterator[tuple[str, str]]:
    """Yield the words for every chart and table of a report, each with what is wrong with it."""
    document, behind = compose(read_project(report)), world(report, rows)
    for block in document.blocks:
        if isinstance(block, Chart):
            found = problems(seen_in(behind, block, document), block.alt)
            yield block.alt, "; ".join(found)
        if isinstance(block, Table):
            yield block.summary, "; ".join(problems_of_table(block, block.summary))


def authorities() -> list[str]:
    """Return the authorities of today, by name."""
    with (ROOT / "sections" / "areas.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "authority"]
    return sorted(row["name"] for row in rows if not row["until"])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_chart_and_table_of_a_sample_report_is_described_as_its_rows_are(name: str) -> None:
    folder = ROOT / "data" / name
    said = list(read(folder, house_rows(folder)))
    assert [f"{wrong}: {words}" for words, wrong in said if wrong] == []
    assert len(said) > 10


@pytest.mark.parametrize("area", dict.fromkeys([*authorities()[::EVERY], *ODD]))
def test_every_chart_and_table_of_a_real_report_is_described_as_its_rows_are(
    tmp_path: Path, realdata: Path, area: str
) -> None:
    folder, _ = new_from_data(tmp_path / "mine", area, "", ON, realdata)
    said = list(read(folder, download_rows(realdata)))
    assert [f"{wrong}: {words}" for words, wrong in said if wrong] == []
    assert len(said) > 10


@pytest.fixture(scope="module")
def sample() -> Document:
    return compose(read_project(ROOT / "data" / "buckinghamshire-2021"))


def test_a_change_to_the_words_for_a_chart_is_noticed(sample: Document) -> None:
    folder = ROOT / "data" / "buckinghamshire-2021"
    behind, tried = world(folder, house_rows(folder)), dict.fromkeys(CHANGES, 0)
    unnoticed = []
    for chart in (block for block in sample.blocks if isinstance(block, Chart)):
        seen = seen_in(behind, chart, sample)
        for change, other in mutated(chart.alt).items():
            if other != chart.alt:
                tried[change] += 1
                unnoticed += [] if list(problems(seen, other)) else [f"{change}: {other}"]
    assert unnoticed == []
    assert sum(tried.values()) > 150


TABLE_CHANGES = {
    "another number of rows": lambda said: re.sub(r"^\d+", "99", said),
    "a column left out": lambda said: re.sub(r": (?:[^,.]+, |[^,.]+ and )", ": ", said, count=1),
    "two columns swapped": lambda said: re.sub(r": ([^,.]+) and ([^,.]+)\.", r": \2 and \1.", said),
    "another head": lambda said: re.sub(r" by \w+", " by Planet", said),
    "no total": lambda said: re.sub(r", and a last row for [^.]+", "", said),
    "another number missing": lambda said: re.sub(r"\d+ figures are", "77 figures are", said),
    "another reason": lambda said: said.replace("not available", "not applicable"),
    "missing figures left out": lambda said: re.sub(r" \d+ figures? (?:is|are) marked.*", "", said),
    "something unheard of": lambda said: f"{said} It is a fine table.",
}


def test_a_change_to_the_words_for_a_table_is_noticed(sample: Document) -> None:
    tried = dict.fromkeys(TABLE_CHANGES, 0)
    for table in (block for block in sample.blocks if isinstance(block, Table)):
        for name, change in TABLE_CHANGES.items():
            other = change(table.summary)
            if other != table.summary:
                tried[name] += 1
                assert list(problems_of_table(table, other)), f"{name}: {other}"
    assert min(tried.values()) > 1, tried
