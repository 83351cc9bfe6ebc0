"""Population estimates are summed over years of age, for one tier of areas and a stated year."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load.read import DataFile, Loaded, Project, read_files

Load = Callable[..., Loaded]
TABLE = """Code,Name,Geography,All ages,0,1,2,90+
E92000001,ENGLAND,Country,100,"1,000",20,30,40
E06000060,Buckinghamshire,Unitary Authority,10,1,2,3,4
E10000025,Oxfordshire,County,10,2,2,2,4
E07000178,Oxford,Non-metropolitan District,10,1,1,1,7
E06000058,Bournemouth,Unitary Authority,10,1,2,3,4
"""


@pytest.mark.parametrize(
    ("period", "above"),
    [("mid-2024", ""), ("", "MYE2 - Persons\n\nMid-2024 population estimates\n")],
)
def test_ages_are_summed_for_the_areas_of_the_report(load: Load, period: str, above: str) -> None:
    loaded = load(period, o__csv=above + TABLE)
    found = {o.area.name: (o.value, str(o.period), o.cell.column) for o in loaded.observations}
    assert found == {
        "England": (1020, "mid-2024", "0 to 1"),
        "Buckinghamshire": (3, "mid-2024", "0 to 1"),
        "Oxfordshire": (4, "mid-2024", "0 to 1"),
    }
    assert loaded.observations[0].cell.row == 3 + above.count("\n")
    assert dict(loaded.accounts[0].aside) == {
        "of another tier of geography": 1,
        "about areas that the report does not compare": 1,
    }


def test_without_a_year_nothing_is_read_and_the_remark_says_what_to_write(load: Load) -> None:
    loaded = load(o__csv=TABLE)
    assert loaded.observations == ()
    (account,) = loaded.accounts
    assert account.aside == (("of a year that is not stated", 5),)
    assert 'period = "mid-2024"' in account.remarks[0].hint


@pytest.mark.parametrize(
    ("title", "aside"),
    [
        ("MYE2 - Males, mid-2024", {"of males alone": 5}),
        ("MYE2 - Females, mid-2024", {"of females alone": 5}),
        (
            "MYE2 - Persons, males and females together, mid-2024",
            {
                "of another tier of geography": 1,
                "about areas that the report does not compare": 1,
            },
        ),
    ],
)
def test_the_people_of_one_sex_are_not_taken_for_everyone(
    load: Load, title: str, aside: dict[str, int]
) -> None:
    assert dict(load(o__csv=f'"{title}"\n\n{TABLE}').accounts[0].aside) == aside


def test_a_footnote_after_the_name_of_a_column_is_no_matter(load: Load) -> None:
    table = TABLE.replace("Geography", "Geography1").replace("90+", "90")
    found = {o.area.name: o.value for o in load("mid-2019", o__csv=table).observations}
    assert found == {"England": 1020, "Buckinghamshire": 3, "Oxfordshire": 4}


@pytest.mark.parametrize(("last", "found"), [(17, {"170"}), (16, set())])
def test_children_are_not_summed_where_a_year_of_age_is_missing(
    tmp_path: Path, measures: Project, bucks: Comparators, last: int, found: set[str]
) -> None:
    ages = [str(age) for age in range(last + 1) if age != 9]
    path = tmp_path / "ages.csv"
    path.write_text(
        f"Code,Name,All ages,{','.join(ages)},9\n"
        f"E06000060,Buckinghamshire,500{',10' * len(ages)},0\n"
    )
    observations = read_files([DataFile(path, "mid-2024")], tmp_path, measures, bucks).observations
    assert {str(o.value) for o in observations if o.measure.id == "children_aged_0_to_17"} == found
