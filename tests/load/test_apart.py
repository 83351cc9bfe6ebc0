"""Data sets that share columns are told apart, and a figure of one is never taken for another's."""

from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load.read import DataFile, Project, read_files

PLACE = "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code"
BUCKS = "{},{},Local authority,E92000001,England,825"


@pytest.mark.parametrize(
    ("time", "columns", "row", "reason"),
    [
        (
            ("202425", "Autumn term"),
            "education_phase,headcount,perm_excl,perm_excl_rate,suspension,susp_rate",
            "Total,9,1,0.1,2,3.5",
            "of another kind of period than the measure: term",
        ),
        (
            ("2024", "Reporting year"),
            "population_count,population_estimate,number,rate_per_10000",
            "1000,Children looked after at 31 March each year,7,70",
            "without a measure that is known",
        ),
        (
            ("2025", "Calendar year"),
            "Age,NEET_percent,avg_att8",
            "16-17,3.4,46.1",
            "without a measure that is known",
        ),
    ],
)
def test_figures_of_another_time_or_data_set_are_not_taken_for_a_measure(
    tmp_path: Path,
    measures: Project,
    bucks: Comparators,
    time: tuple[str, str],
    columns: str,
    row: str,
    reason: str,
) -> None:
    path = tmp_path / "download.csv"
    path.write_text(f"{PLACE},{columns}\n{BUCKS.format(*time)},{row}\n", "utf-8")
    loaded = read_files([DataFile(path)], tmp_path, measures, bucks)
    assert loaded.observations == ()
    assert loaded.accounts[0].aside == ((reason, 1),)
    assert loaded.accounts[0].remarks == ()


def test_without_a_text_that_tells_two_data_sets_apart_neither_is_read(
    tmp_path: Path, measures: Project, bucks: Comparators
) -> None:
    path = tmp_path / "download.csv"
    start = BUCKS.format("202324", "Autumn term")
    path.write_text(f"{PLACE},filter_group,filter,number,pc,rate\n{start},Total,Total,3,9,1\n")
    loaded = read_files([DataFile(path)], tmp_path, measures, bucks)
    assert loaded.observations == ()
    assert [remark.what for remark in loaded.accounts[0].remarks] == [
        "ehe_children is not read: the column never says “reason” or “primary reason”",
        "cme_children is not read: the column never says “duration”",
    ]


def test_children_missing_education_are_not_taken_for_those_educated_at_home(
    tmp_path: Path, measures: Project, bucks: Comparators
) -> None:
    path = tmp_path / "download.csv"
    columns = "breakdown_topic,breakdown,child_count,child_percent,rate_per_100"
    start = BUCKS.format("202324", "Autumn term")
    rows = (f"{start},Total,Total,90,100,1", f"{start},Duration,Unknown,5,5,x")
    path.write_text("\n".join([f"{PLACE},{columns}", *rows]), "utf-8")
    found = read_files([DataFile(path)], tmp_path, measures, bucks).observations
    assert {o.measure.id for o in found} == {"cme_children"}
