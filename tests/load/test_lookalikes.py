"""A table that is known and not read is named, and never taken for the one that it resembles."""

from pathlib import Path

import pytest

from reportgen.load.inspect import inspect_file
from reportgen.load.read import DataFile, Project

INSPECTIONS = (
    "Academic year,URN,Local authority,Ofsted phase,Inspection number,Overall effectiveness"
)


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        (INSPECTIONS, "Ofsted's list of single inspections"),
        (
            "URN,Ofsted phase,Local authority,Inspection number,Inclusion,Achievement",
            "Ofsted's list of single inspections",
        ),
        ("URN,LA (code),EstablishmentName", "the list of schools of Get Information about Schools"),
        ("RECTYPE,LEA,ESTAB,URN,ATT8SCR", "DfE's performance tables of single schools"),
        (
            "location,location_code,geographic_level,time_period,school_type",
            "a table made with the table tool of Explore education statistics",
        ),
        (
            "year,level,country_code,country_name,school_type,headcount",
            "the underlying data of a release from before Explore education statistics",
        ),
        (
            "LA Number,LA and Regions,Region,2024,2025",
            "a page saved from the Local Authority Interactive Tool",
        ),
        (
            "ladcode20,laname20,country,sex,age,population_2001",
            "the detailed series of mid-year estimates of the Office for National Statistics",
        ),
        (
            "Web Link,Provider URN,Provider name",
            "Ofsted's list of childcare or social care providers",
        ),
    ],
)
def test_a_table_that_is_not_read_is_named_with_what_to_do(
    tmp_path: Path, measures: Project, columns: str, named: str
) -> None:
    path = tmp_path / "download.csv"
    path.write_text(f"{columns}\n" + "," * columns.count(",") + "\n")
    (found,) = inspect_file(DataFile(path), measures, "download.csv")
    assert found.lines()[1] == f"  This is {named}, with 1 row."
    (problem,) = found.problems
    assert problem.what == f"this is {named}, which is not read"
    assert problem.hint


def test_a_list_of_latest_inspections_is_read_though_it_numbers_them(
    tmp_path: Path, measures: Project
) -> None:
    path = tmp_path / "download.csv"
    path.write_text(
        f"{INSPECTIONS},Does the latest inspection relate to this URN?,Inspection start date\n"
        "2021/22,1,Surrey,Primary,7,1,Yes,01/02/2022\n"
    )
    (found,) = inspect_file(DataFile(path), measures, "download.csv")
    assert {item.measure for item in found.held} >= {"schools_by_rating"}


def test_a_table_in_a_form_that_is_read_is_no_lookalike(tmp_path: Path, measures: Project) -> None:
    path = tmp_path / "download.csv"
    path.write_text(
        "time_period,time_identifier,geographic_level,country_code,country_name,sex,age,"
        "population_count,location,location_code\n"
        "2024,Reporting year,National,E92000001,England,Total,Total,9,England,E92000001\n"
    )
    (found,) = inspect_file(DataFile(path), measures, "download.csv")
    assert found.form == "open data of Explore education statistics"


def test_titles_above_a_table_that_is_not_read_do_not_hide_what_it_is(
    tmp_path: Path, measures: Project
) -> None:
    path = tmp_path / "download.csv"
    path.write_text(
        '"Population estimates"\n"[from Nomis on 28 June 2023]"\n\n"date","2021"\n\n'
        '"Area","mnemonic","All Ages","Age 0"\n"Surrey","E10000030",9,1\n'
    )
    (found,) = inspect_file(DataFile(path), measures, "download.csv")
    assert found.lines()[1] == "  This is a table of population from Nomis, with 1 row."
