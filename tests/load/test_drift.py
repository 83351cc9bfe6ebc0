"""One measure is found in one data set under all the names that its columns have had."""

from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load.read import DataFile, Project, read_files
from reportgen.measures import EVERYONE, Group

PLACE = "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code"
BUCKS = "{},{},Local authority,E92000001,England,825"
GIRLS, SECONDARY = Group.of(sex="girls"), Group.of(phase="secondary")
FSM = Group.of(fsm="fsm")


@pytest.mark.parametrize(
    ("measure", "columns", "rows", "expected"),
    [
        (
            "attainment_8",
            "version,establishment_type_group,breakdown,sex,free_school_meals,t_pupils,avg_att8",
            (
                "Final,State-funded schools (LA),Total,Total,Total,9,50",
                "Final,State-funded schools (LA),Sex,Girls,Total,9,51",
                "Final,State-funded schools (LA),FSM,Total,FSM,9,35",
                "Final,Independent,Total,Total,Total,9,60",
            ),
            {EVERYONE: 50, GIRLS: 51, FSM: 35},
        ),
        (
            "attainment_8",
            "breakdown_topic,breakdown,disadvantage_status,fsm_status,pupil_count,"
            "attainment8_sum,attainment8_average",
            (
                "Total,Total,Total,Total,9,450,50",
                "Sex,Girls,Total,Total,9,459,51",
                "FSM status,FSM eligible,Total,FSM eligible,9,315,35",
                "Sex,Girls,Disadvantaged,Total,9,90,10",
            ),
            {
                EVERYONE: 50,
                GIRLS: 51,
                FSM: 35,
                Group.of(sex="girls", disadvantage="disadvantaged"): 10,
            },
        ),
        (
            "ks4_cohort",
            "breakdown_topic,breakdown,pupil_count,attainment8_average",
            ("Total,Total,900,50", "Sex,Girls,450,51"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "suspension_rate",
            "school_type,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate",
            ("Total,9,1,0.1,2,3.5", "State-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "suspension_rate",
            "school_type,headcount,perm_excl,perm_excl_rate,suspension,susp_rate",
            ("Total,9,1,0.1,2,3.5", "state-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "suspension_rate",
            "education_phase,headcount,perm_excl,perm_excl_rate,suspension,susp_rate",
            ("Total,9,1,0.1,2,3.5", "State-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "ehe_children",
            "filter_group,filter,ehe_census_date",
            ("Total,Total,900", "Sex,Female,450", "Sex,Sex unknown,5"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "ehe_children",
            "filter_group,filter,number,pc,rate",
            ("Total,Total,900,100,1.4", "Sex,Female,450,50,x", "Year group,Year 1,5,<0.5,x"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "ehe_children",
            "breakdown_topic,breakdown,child_count,child_percent,rate_per_100",
            ("Total,Total,900,100,1.5", "Sex,Female,450,50,x", "Sex,Unknown,5,low,x"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "cme_children",
            "breakdown_topic,breakdown,child_count,child_percent,rate_per_100",
            ("Total,Total,90,100,0.4", "Sex,Female,45,50,x", "Duration,2 to 4 weeks,5,low,x"),
            {EVERYONE: 90, GIRLS: 45},
        ),
    ],
)
def test_a_measure_is_found_under_each_name(
    tmp_path: Path,
    measures: Project,
    bucks: Comparators,
    measure: str,
    columns: str,
    rows: tuple[str, ...],
    expected: dict[Group, object],
) -> None:
    census = measure in ("ehe_children", "cme_children")
    start = BUCKS.format("202324", "Autumn term" if census else "Academic year")
    path = tmp_path / "download.csv"
    path.write_text("\n".join([f"{PLACE},{columns}", *(f"{start},{row}" for row in rows)]), "utf-8")
    found = read_files([DataFile(path)], tmp_path, measures, bucks).observations
    values = {o.group: o.value for o in found if o.measure.id == measure}
    assert {group: str(value) for group, value in values.items()} == {
        group: str(value) for group, value in expected.items()
    }


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
