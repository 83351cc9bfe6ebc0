"""Schools are counted where they lie, by the grades they have, and never for half a country."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from reportgen.area import Comparators
from reportgen.load.areas import read_areas
from reportgen.load.read import DataFile, Loaded, read_files
from reportgen.observation import Missing, Observation
from reportgen.project import read_measures

Load = Callable[..., Loaded]
HEADER = (
    "URN,Local authority,Ofsted phase,Overall effectiveness,Total number of pupils,"
    "Inspection start date\n"
)
ROWS = """1,Buckinghamshire,Primary,1,100,15/07/2025
2,Buckinghamshire,Primary,2,200,01/02/2012
3,Buckinghamshire,Secondary,3,300,
4,Buckinghamshire,Secondary,Not judged,400,
5,Buckinghamshire,Special,NULL,NULL,NULL
6,Surrey,Primary,4,10,
7,"Bournemouth, Christchurch & Poole",Primary,2,20,
8,Nowhere,Primary,2,20,
,,,,,
"""


def others(loaded: Loaded) -> list[Observation]:
    """Return every figure of the authorities that the report does not name."""
    return [item for items in loaded.elsewhere.values() for item in items]


def test_shares_leave_out_schools_without_a_grade(load: Load) -> None:
    loaded = load(o__csv=(HEADER + ROWS).encode("cp1252"))
    share = next(o for o in loaded.observations if o.measure.id == "share")
    assert (share.numerator, share.denominator, share.value) == (300, 600, Decimal(50))
    assert str(share.period) == "15 July 2025"
    counts = {o.area.name: o.value for o in loaded.observations if o.measure.id == "pupils"}
    assert counts == {"Buckinghamshire": 3, "Surrey": 1}
    assert [(o.area.code, o.value) for o in others(loaded)] == [("E06000058", 100)]
    (account,) = loaded.accounts
    assert (account.rows, account.used) == (9, 7)
    assert dict(account.aside) == {"empty": 1, "about an area whose name is not known": 1}


def test_the_day_of_the_list_may_be_given(load: Load) -> None:
    loaded = load("2025-08-31", o__csv=HEADER + ROWS)
    assert {str(o.period) for o in loaded.observations} == {"31 August 2025"}


def test_england_is_added_up_only_from_every_authority(load: Load) -> None:
    names = read_areas(Path(__file__).parents[2] / "sections" / "areas.csv").names()
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerows([n, name, "Primary", 2, 10, "15/07/2025"] for n, name in enumerate(names))
    loaded = load(o__csv=HEADER + made.getvalue())
    counts = {o.area.name: o.value for o in loaded.observations if o.measure.id == "pupils"}
    assert counts["England"] == len(names)
    assert counts["South East"] == 19
    missing_one = load(o__csv=HEADER + made.getvalue().replace("Kent", "Nowhere"))
    areas = {o.area.name for o in missing_one.observations}
    assert not areas & {"England", "South East"}


def test_a_number_of_pupils_that_is_none_is_refused(load: Load) -> None:
    import pytest

    from reportgen.errors import DataError

    with pytest.raises(DataError, match="column “Total number of pupils”: “many” is not a number"):
        load(o__csv=HEADER + ROWS.replace("300", "many"))


def test_a_grade_that_no_school_has_is_a_true_zero(tmp_path: Path, bucks: Comparators) -> None:
    path = tmp_path / "o.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    measures = read_measures(Path(__file__).parents[2])
    loaded = read_files([DataFile(path)], tmp_path, measures, bucks)
    grades = {
        (o.area.name, o.group.member("ofsted_grade")): o.value
        for o in loaded.observations
        if o.measure.id == "schools_by_rating" and o.group.dimensions == ("ofsted_grade",)
    }
    assert grades["Buckinghamshire", "inadequate"] == 0
    assert grades["Buckinghamshire", "good"] == 1
    assert grades["Surrey", "good"] == 0
    assert len(grades) == 8


def test_a_day_that_is_taken_from_the_latest_inspection_is_remarked_on(load: Load) -> None:
    (remark,) = load(o__csv=HEADER + ROWS).accounts[0].remarks
    assert "that of its latest inspection, 15 July 2025, stands in" in str(remark)
    assert 'period = "2025-08-31"' in str(remark)
    assert load("2025-08-31", o__csv=HEADER + ROWS).accounts[0].remarks == ()


CARDS = (
    "Web Link (opens in new window),URN,Local authority,Ofsted phase,Total number of pupils,"
    "Inspection number of latest full inspection,Inspection start date,Curriculum and teaching,"
    "Inspection start date of latest OEIF graded inspection,Latest OEIF overall effectiveness\n"
    "x,1,Buckinghamshire,Primary,100,NULL,NULL,NULL,15/07/2023,1\n"
    "x,2,Buckinghamshire,Primary,200,7,12/01/2026,Expected standard,01/02/2012,2\n"
    "x,3,Buckinghamshire,Secondary,300,NULL,NULL,NULL,01/02/2024,3\n"
)


def test_a_report_card_takes_the_place_of_an_older_overall_grade(load: Load) -> None:
    loaded = load(o__csv=CARDS)
    share = next(o for o in loaded.observations if o.measure.id == "share")
    assert (share.numerator, share.denominator) == (100, 400)
    assert str(share.period) == "12 January 2026"
    assert share.cell.column == "Latest OEIF overall effectiveness"


def test_days_of_a_workbook_are_days_too(load: Load) -> None:
    loaded = load(o__csv=HEADER + "1,Buckinghamshire,Primary,1,100,2025-07-15\n")
    assert {str(o.period) for o in loaded.observations} == {"15 July 2025"}


def test_a_list_without_any_day_is_not_read_and_the_remark_says_what_to_write(load: Load) -> None:
    loaded = load(o__csv=HEADER + "1,Buckinghamshire,Primary,1,100,\n")
    assert loaded.observations == ()
    (account,) = loaded.accounts
    assert account.aside == (("of a day that is not stated", 1),)
    assert 'period = "2025-08-31"' in account.remarks[0].hint


def test_the_grade_has_had_a_longer_name(load: Load) -> None:
    header = HEADER.replace("effectiveness", "effectiveness: how good is the school")
    loaded = load(o__csv=header + "1,Buckinghamshire,Primary,1,100,15/07/2016\n")
    assert {o.measure.id for o in loaded.observations} == {"share", "pupils"}


def test_an_authority_without_a_graded_school_has_none_of_them_and_no_share(load: Load) -> None:
    rows = ROWS.replace("Primary,1,", "Primary,NULL,").replace("Primary,2,200", "Primary,,200")
    loaded = load(o__csv=HEADER + rows.replace("Secondary,3,", "Secondary,Not judged,"))
    ours = {o.measure.id: o for o in loaded.observations if o.area.name == "Buckinghamshire"}
    assert (ours["pupils"].value, ours["pupils"].cell.row) == (0, 2)
    assert ours["share"].value is Missing.NOT_APPLICABLE
    assert (ours["share"].numerator, ours["share"].denominator) == (0, 0)


def test_a_phase_without_a_graded_school_has_a_count_and_no_share(
    tmp_path: Path, bucks: Comparators
) -> None:
    path = tmp_path / "schools.csv"
    path.write_text(HEADER + ROWS, encoding="cp1252")
    project = read_measures(Path(__file__).parents[2])
    loaded = read_files([DataFile(path)], tmp_path, project, bucks)
    special = {
        (o.measure.id, o.group.member("ofsted_grade")): o.value
        for o in loaded.observations
        if o.area == bucks.ours and o.group.member("phase") == "special"
    }
    assert special == {
        ("pupils_good_outstanding_schools", None): Missing.NOT_APPLICABLE,
        ("schools_by_rating", None): 0,
        **{
            ("schools_by_rating", grade): 0
            for grade in ("outstanding", "good", "requires_improvement", "inadequate")
        },
    }
    assert not any(
        o.group.member("phase") == "nursery" for o in loaded.observations if o.area == bucks.ours
    )
