"""Open data is read by the names of its columns, one edition at a time, and never added up."""

import gzip
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.errors import DataError
from reportgen.load.read import Loaded
from reportgen.measures import EVERYONE, Group
from reportgen.observation import Cell, Missing, Observation

Load = Callable[..., Loaded]
PLACE = "geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code"
HEADER = f"time_period,time_identifier,{PLACE},la_name,sex,avg_score,t_pupils\n"
ENGLAND = "202021,Academic year,National,E92000001,England,,,,,"
BUCKS = (
    "202021,Academic year,Local authority,E92000001,England,E12000008,South East,825,E06000060,"
    "Buckinghamshire"
)


def others(loaded: Loaded) -> list[Observation]:
    """Return every figure of the authorities that the report does not name."""
    return [item for items in loaded.elsewhere.values() for item in items]


def values(loaded: Loaded) -> dict[tuple[str, str, Group], object]:
    return {(o.area.code, str(o.period), o.group): o.value for o in loaded.observations}


def only(loaded: Loaded) -> Observation:
    (found,) = loaded.observations
    return found


def test_a_row_keeps_its_value_its_counts_and_its_cell(load: Load) -> None:
    found = only(load(a__csv=HEADER + f"{BUCKS},Girls,53.40,85\n"))
    assert (found.measure.id, found.area.name, str(found.period)) == (
        "score",
        "Buckinghamshire",
        "2020/21",
    )
    assert found.group == Group.of(sex="girls")
    assert (found.value, found.cohort, found.denominator) == (Decimal("53.40"), 85, 85)
    assert found.cell == Cell("downloads/a.csv", 2, "avg_score")
    assert found.source == "Department for Examples, Scores"


def test_columns_may_stand_in_any_order_under_any_of_their_names(load: Load) -> None:
    text = (
        "score_average,gender,la_name,new_la_code,old_la_code,geographic_level,country_name,"
        "country_code,time_identifier,time_period\n"
        '"53.4","Total","Buckinghamshire","E06000060","825","Local authority","England",'
        '"E92000001","Academic year","202021"\r\n'
    )
    found = only(load(a__csv=text))
    assert (found.group, found.value) == (EVERYONE, Decimal("53.4"))


@pytest.mark.parametrize("code", ["E10000002", "E06000060", ""])
def test_an_area_is_the_same_under_its_old_code(load: Load, code: str) -> None:
    text = BUCKS.replace("E06000060", code)
    assert only(load(a__csv=HEADER + f"{text},Total,1,\n")).area.code == "E06000060"


def test_levels_are_read_in_any_case_and_other_countries_are_not_england(load: Load) -> None:
    rows = ENGLAND.replace("National", "NATIONAL") + ",Total,50,\n"
    rows += ENGLAND.replace("E92000001", "K02000001") + ",Total,60,\n"
    rows += BUCKS.replace("Local authority", "Local Authority") + ",Total,53,\n"
    assert [o.value for o in load(a__csv=HEADER + rows).observations] == [53, 50]


def test_rows_of_no_use_are_set_aside_with_their_reasons(load: Load) -> None:
    rows = (
        f"{BUCKS},Total,53.4,85\n",
        f"{BUCKS},Unknown,53.4,85\n",
        f"{BUCKS},Boys,,85\n",
        BUCKS.replace("202021", "2021") + ",Total,1,1\n",
        BUCKS.replace("825", "838") + ",Total,1,1\n",
        BUCKS.replace("Local authority", "School") + ",Total,1,1\n",
        BUCKS.replace("825,E06000060,Bu", "839,E06000058,Bo") + ",Girls,1,1\n",
        BUCKS.replace(
            "E12000008,South East,825,E06000060,Buckinghamshire", "E12000001,NE,,,"
        ).replace("Local authority", "Regional")
        + ",Total,1,1\n",
    )
    loaded = load(a__csv=HEADER + "".join(rows))
    (account,) = loaded.accounts
    assert (account.rows, account.used) == (8, 1)
    assert dict(account.aside) == {
        "of the level “School”": 1,
        "of a group that no measure is wanted for": 1,
        "with an empty cell for the measure": 1,
        "about an area without a code, or with codes of two areas": 1,
        "about areas that the report does not compare": 2,
        "of a time that cannot be read: “2021” with “Academic year”: six digits such as 201920 "
        "are wanted": 1,
    }


def test_a_figure_of_every_authority_is_kept_for_ranks(load: Load) -> None:
    other = BUCKS.replace("825,E06000060,Buckinghamshire", "839,E06000058,Bournemouth")
    loaded = load(a__csv=HEADER + f"{BUCKS},Total,1,\n{other},Total,2,\n{other},Girls,3,\n")
    assert [(o.area.code, o.group, o.value) for o in others(loaded)] == [
        ("E06000058", EVERYONE, Decimal(2))
    ]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("breakdown_topic,breakdown", ("Total,Total", "Sex,Girls", "Age,Total", "Year,Year 1")),
        ("filter_group,filter", ("Total,Total", "sex,girls", "Reason,Other", "Sex,Unknown")),
        (
            "characteristic_group,characteristic",
            ("Total,Total", "Gender,Female", "Gender,x", "Age,All"),
        ),
        (
            "breakdown,sex,sen_status",
            ("Total,Total,Total", "Sex,Girls,Total", "Age,z,Total", "Sex,Girls,Unknown"),
        ),
    ],
)
def test_every_layout_of_breakdowns_is_read(load: Load, header: str, rows: tuple[str, ...]) -> None:
    head = HEADER.replace("sex,avg_score,t_pupils", f"{header},avg_score")
    text = "".join(f"{BUCKS},{row},{number}\n" for number, row in enumerate(rows, 1))
    found = values(load(a__csv=head + text))
    assert found == {
        ("E06000060", "2020/21", EVERYONE): 1,
        ("E06000060", "2020/21", Group.of(sex="girls")): 2,
    }


def test_a_filter_that_is_not_named_is_pinned_to_its_total(load: Load) -> None:
    head = HEADER.replace("sex,", "sex,age_group,")
    text = f"{BUCKS},Total,16,1,\n{BUCKS},Total,Total,2,\n{BUCKS},Total,unknown,3,\n"
    assert only(load(a__csv=head + text)).value == 2


def test_without_a_total_the_reader_says_so_and_adds_nothing_up(load: Load) -> None:
    head = HEADER.replace("sex,", "sex,age_group,")
    loaded = load(a__csv=head + f"{BUCKS},Total,Under 5,1,\n{BUCKS},Total,Over 5,2,\n")
    assert loaded.observations == ()
    (account,) = loaded.accounts
    (remark,) = account.remarks
    assert "score is not read: the column has no total among Over 5, Under 5" in remark.what
    assert "where = { age_group = […] }" in remark.hint


def test_a_filter_that_a_source_names_needs_no_total(load: Load) -> None:
    head = HEADER.replace("sex,", "sex,school_kind,")
    text = f"{BUCKS},Total,State-funded,1,\n{BUCKS},Total,Independent,2,\n"
    assert only(load(a__csv=head + text)).value == 1


def test_points_and_pupils_give_an_average_and_a_withheld_one_stays_withheld(load: Load) -> None:
    head = HEADER.replace("sex,avg_score,t_pupils", "characteristic_gender,t_score,t_pupils")
    text = f"{BUCKS},Total,10,4\n{BUCKS},Girls,x,4\n{BUCKS},Boys,0,0\n"
    found = values(load(a__csv=head + text))
    assert list(found.values()) == [
        Decimal("2.5"),
        Missing.NOT_APPLICABLE,
        Missing.SUPPRESSED,
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("c", Missing.SUPPRESSED),
        ("z", Missing.NOT_APPLICABLE),
        ("x", Missing.NOT_AVAILABLE),
        (":", Missing.NOT_AVAILABLE),
        (".", Missing.NOT_APPLICABLE),
        ("~", Missing.LOW),
        ("<0.5", Missing.LOW),
        ("LOW", Missing.LOW),
        ("k", Missing.LOW_SENSITIVE),
        ("u", Missing.UNRELIABLE),
        ("SUPP", Missing.SUPPRESSED),
        ("NE", Missing.NOT_APPLICABLE),
        ("LOWCOV", Missing.UNRELIABLE),
        ("7.0000000000000007E-2", Decimal("0.07")),
        (" 83.221", Decimal("83.221")),
        ('"749,750"', Decimal(749750)),
        ("4.75E-05", Decimal("0.0000475")),
        ("0", Decimal(0)),
    ],
)
def test_every_symbol_and_every_style_of_number_is_read(
    load: Load, text: str, value: Decimal | Missing
) -> None:
    assert only(load(a__csv=HEADER + f"{BUCKS},Total,{text},\n")).value == value


def test_a_cell_that_is_neither_is_one_problem_with_its_first_row(load: Load) -> None:
    rows = f"{BUCKS},Total,1,\n{BUCKS},Girls,NA,\n{BUCKS},Boys,NA,\n{ENGLAND},Boys,n.a.,\n"
    with pytest.raises(DataError) as caught:
        load(a__csv=HEADER + rows)
    first, second = caught.value.problems
    assert str(first).startswith(
        "downloads/a.csv, row 3, column “avg_score”: “NA” is not a number (and in 1 more rows)"
    )
    assert "or say what it means under symbols" in first.hint
    assert "“n.a.” is not a number" in second.what


def empty_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("guide.txt", "Read me")
    return made.getvalue()


def packed(text: bytes, meta: str = "col_name,col_type,label\nsex,Filter,Sex\n") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("data/scores.csv", text)
        file.writestr("data/scores.meta.csv", meta)
        file.writestr("data-guidance/guide.txt", "Read me")
    return made.getvalue()


@pytest.mark.parametrize(
    "pack",
    [
        lambda text: text,
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text + b"\n\n",
        gzip.compress,
        packed,
    ],
)
def test_a_file_is_read_as_it_was_downloaded(load: Load, pack: Callable[[bytes], bytes]) -> None:
    text = (HEADER + f"{BUCKS},Total,53.4,\n").encode()
    found = only(load(scores__dat=pack(text)))
    assert (found.value, found.cell.row) == (Decimal("53.4"), 2)


def test_a_row_of_another_length_is_named(load: Load) -> None:
    with pytest.raises(DataError, match=r"a\.csv, row 3: the row has 12 cells, the header 13"):
        load(a__csv=HEADER + f"{BUCKS},Total,53.4,\n{BUCKS},Total,1\n")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x1f\x8bdamaged", "the file is damaged"),
        (b"PK\x03\x04damaged", "the file is damaged"),
        (b"\x00\x01\x02", "this is not a table"),
        (b"<!DOCTYPE html><html>Sign in</html>", "this is a web page, not a table"),
        (empty_zip(), "the zip file holds no table"),
        (HEADER.replace("t_pupils", "avg_score").encode(), "two columns have this name"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "this is an old Excel workbook (.xls)"),
        (b"a,\x81\n", "the text is neither UTF-8 nor Windows text"),
        (b"colour,size\nred,1\n", "this is in no form that reportgen reads"),
        (b"", "the file is empty"),
        (b"measure;value\n1;2\n", "the columns are not separated by commas"),
        (
            HEADER.replace("geographic_level", "geographical_level").encode(),
            "it is nearly open data of Explore education statistics, but lacks “geographic_level”",
        ),
    ],
)
def test_what_is_no_table_of_a_known_form_is_refused(load: Load, content: bytes, what: str) -> None:
    with pytest.raises(DataError) as caught:
        load(a__csv=content)
    assert what in str(caught.value)


def test_metadata_tells_a_filter_of_numbers_from_a_count(load: Load) -> None:
    head = HEADER.replace("sex,", "sex,year_group,")
    text = f"{BUCKS},Total,1,50,\n{BUCKS},Total,2,60,\n"
    with pytest.raises(DataError, match="two values for score"):
        load(a__csv=head + text)
    meta = "col_name,col_type,label\nyear_group,Filter,Year group\navg_score,Indicator,Score\n"
    for files in (
        {"a__csv": head + text, "a__meta__csv": meta},
        {"a__zip": packed((head + text).encode(), meta)},
    ):
        loaded = load(**files)
        remarks = [str(remark) for account in loaded.accounts for remark in account.remarks]
        assert loaded.observations == ()
        assert "column “year_group”: score is not read: the column has no total" in remarks[0]
