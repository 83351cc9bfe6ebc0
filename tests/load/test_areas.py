"""An area is one area under all the codes and names it has had, and never another."""

import csv
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.areas import Areas, fold, read_areas

LIST = Path(__file__).parents[2] / "sections" / "areas.csv"


@pytest.fixture(scope="module")
def areas() -> Areas:
    return read_areas(LIST)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("E10000002", "E06000060"),
        ("825", "E06000060"),
        ("buckinghamshire", "E06000060"),
        ("E08000016", "E08000038"),
        ("E08000019", "E08000039"),
        ("Bristol, City of", "E06000023"),
        ("Bournemouth, Christchurch & Poole", "E06000058"),
        ("Kingston Upon Hull, City of", "E06000010"),
        ("St. Helens", "E08000013"),
        ("Southend on Sea", "E06000033"),
        ("Isles Of Scilly", "E06000053"),
        ("Durham", "E06000047"),
        ("Dorset", "E06000059"),
        ("Yorkshire and the Humber", "E12000003"),
        ("London (Inner)", "E13000001"),
        ("970", "E92000001"),
    ],
)
def test_an_area_is_found_by_any_code_or_name(areas: Areas, text: str, code: str) -> None:
    found = areas.find(text)
    assert found
    assert found.area.code == code


def test_an_authority_that_was_split_is_none_of_those_that_followed(areas: Areas) -> None:
    northamptonshire = areas.of_code("E10000021")
    assert northamptonshire
    assert northamptonshire.area.code == "E10000021"
    assert [str(area) for area in areas.successors(northamptonshire)] == [
        "North Northamptonshire",
        "West Northamptonshire",
    ]


def test_codes_that_belong_to_different_areas_are_no_area(areas: Areas) -> None:
    assert areas.authority("838", "E10000009") is None
    assert areas.authority("825", "E10000002") == areas.authority("", "E06000060")
    assert areas.authority("", "") is None


def test_inner_and_outer_london_are_told_apart_by_name(areas: Areas) -> None:
    inner, whole = areas.region("E12000007", "Inner London"), areas.region("E12000007", "London")
    assert inner
    assert whole
    assert (inner.area.code, whole.area.code) == ("E13000001", "E12000007")


def test_every_authority_has_a_number_and_a_region(areas: Areas) -> None:
    assert len(areas.authorities) == 153
    assert all(item.region and item.number.isdigit() for item in areas.authorities)
    assert len({item.number for item in areas.authorities}) == 153


def test_the_list_agrees_with_the_published_register(areas: Areas, realdata: Path) -> None:
    with (realdata / "reference" / "las.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if len(row["new_la_code"]) == 9]
    for row in rows:
        if row["old_la_code"] == "x":
            continue
        known = next(item for item in areas.known if item.area.code == row["new_la_code"])
        assert known.number == row["old_la_code"]
        assert fold(row["la_name"]) in map(fold, (known.area.name, *known.other_names))
        assert known.region
        assert known.region.code == row["parent_geography_code"]
        assert (known.ends is None) == (row["status"] == "live")


def test_a_list_with_slips_is_refused_with_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_text(
        "code,name,kind,dfe_code,until\nE1,One,autority,1,\nE1,,authority,2,31/03/2020\n",
        encoding="utf-8",
    )
    with pytest.raises(ProjectError) as caught:
        read_areas(path, "sections/areas.csv")
    assert [str(problem).split("\n")[0] for problem in caught.value.problems] == [
        "sections/areas.csv, row 2, column “kind”: “autority” is not a kind of area",
        "sections/areas.csv, row 3, column “name”: the cell is empty",
        "sections/areas.csv, row 3, column “until”: “31/03/2020” is not a day",
        "sections/areas.csv, row 3, column “code”: the same code as row 2",
    ]


def test_a_list_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "areas.csv").mkdir()
    with pytest.raises(ProjectError, match="this cannot be read"):
        read_areas(tmp_path / "areas.csv")
