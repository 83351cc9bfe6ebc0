"""Population estimates are summed over years of age, for one tier of areas and a stated year."""

from collections.abc import Callable

import pytest

from reportgen.load.read import Loaded

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
