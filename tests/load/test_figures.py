"""Figures in our own form are read exactly, or refused with the cell that is wrong."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.errors import DataError
from reportgen.measures import EVERYONE, Group
from reportgen.observation import Cell, Missing, Observation

Read = Callable[..., tuple[Observation, ...]]
HEADER = "measure,area_code,area,period,period_kind,sex,sen,value,numerator,status,source,note\n"
HEADER_AGAIN = "measure,area_code,area,period,period_kind,sex,sen,value,numerator,status,source,\n"
ROW = "score,E06000900,Ourshire,2020/21,academic year,,,{},,,Made up,\n"


def problems(read: Callable[[], object]) -> list[str]:
    with pytest.raises(DataError) as caught:
        read()
    return [str(problem) for problem in caught.value.problems]


def test_a_row_becomes_an_observation_with_its_cell(figures: Read) -> None:
    (row,) = figures(
        "score,E06000900,Ourshire,2020/21,academic year,girls,EHCP,13.9,42,final,Made up,Few\n"
    )
    assert row.measure.id == "score"
    assert row.group == Group.of(sex="girls", sen="ehc_plan")
    assert row.value == Decimal("13.9")
    assert row.numerator == Decimal(42)
    assert row.note == "Few"
    assert row.cell == Cell("figures/1.csv", 2, "value")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("63.400000", Decimal("63.400000")),
        (" 83.221", Decimal("83.221")),
        ('"749,750"', Decimal(749750)),
        ("4.75E-05", Decimal("0.0000475")),
        ("\u22123.2", Decimal("-3.2")),
        ("0", Decimal(0)),
        ("c", Missing.SUPPRESSED),
        ("Z", Missing.NOT_APPLICABLE),
        ("x", Missing.NOT_AVAILABLE),
        ("Low", Missing.LOW),
        ("k", Missing.LOW_SENSITIVE),
        ("u", Missing.UNRELIABLE),
    ],
)
def test_every_way_to_write_a_number_is_read_exactly(
    figures: Read, text: str, value: Decimal | Missing
) -> None:
    (row,) = figures(ROW.format(text))
    assert row.value == value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("NA", "write x if the figure is not available"),
        ("nan", "write x if the figure is not available"),
        (":", "write x"),
        ("~", "write low"),
        ("-", "write 0 for a true zero"),
        ("<0.5", "write low"),
        ("53.4%", "write 53.4:"),
        ("£12", "write 12:"),
        ("#DIV/0!", "mend it there"),
        ("(3.2)", "write -3.2"),
        ('"1,23"', "write 1.23 if the comma is a decimal point, else no comma"),
        ("1e400", "write a number such as 53.4"),
        ("1e28", "check the number"),
        ("1234567890123456", "check the number"),
        ("1.2.3", "write a number such as 53.4"),
        ("inf", "write a number such as 53.4"),
        ("١٢", "write a number such as 53.4"),
        ("", "write the number, or a symbol"),
    ],
)
def test_a_cell_that_is_no_number_is_refused_with_what_to_write(
    figures: Read, text: str, hint: str
) -> None:
    (problem,) = problems(lambda: figures(ROW.format(text)))
    assert problem.startswith("figures/1.csv, row 2, column “value”")
    assert text.strip('"') in problem
    assert hint in problem


def test_problems_of_all_files_are_raised_together(figures: Read) -> None:
    bad = "scores,E06000900,Ourshire,2020/21,academic year,grils,,1,,,Made up,\n"
    found = problems(lambda: figures(ROW.format("NA"), ROW.format("1") + bad))
    assert [line.split(":")[0] for line in found] == [
        "figures/1.csv, row 2, column “value”",
        "figures/2.csv, row 3, column “measure”",
        "figures/2.csv, row 3, column “sex”",
    ]
    assert "did you mean “score”?" in found[1]
    assert "did you mean “Girls”" in found[2]


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ("E06000901,Ourshire", "E06000901 is the code of Nearshire, not Ourshire"),
        ("E06000999,Ourshire", "E06000999 is not the code of Ourshire"),
        ("E0600090,Ourshyre", "“E0600090” is not the code of an area\n    did you mean “E0600090"),
        (",Ourshire", "the code of Ourshire is E06000900"),
    ],
)
def test_a_code_that_does_not_fit_its_name_is_refused(figures: Read, cells: str, what: str) -> None:
    text = ROW.format("1").replace("E06000900,Ourshire", cells)
    (problem,) = problems(lambda: figures(text))
    assert what in problem


def test_an_area_keeps_the_name_that_the_report_gives_it(figures: Read) -> None:
    (row,) = figures(ROW.format("1").replace("Ourshire", '"Ourshire, County of"'))
    assert row.area.name == "Ourshire"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("academic year", "academic", "did you mean “academic year”?"),
        ("2020/21", "2020/22", "does not name two years that follow each other"),
        ("2020/21", "Sep-20", "is not a year such as 2019/20"),
        ("Made up", "", "say who published the figure"),
    ],
)
def test_what_a_figure_is_about_must_be_said(figures: Read, old: str, new: str, what: str) -> None:
    assert what in problems(lambda: figures(ROW.format("1").replace(old, new)))[0]


def test_a_missing_and_an_unknown_column_are_named(figures: Read) -> None:
    header = "measure,area_code,area,period,period_kind,value,sorce,colour\n"
    found = problems(lambda: figures("", header=header))
    assert "figures/1.csv, row 1: the column “source” is missing" in found[0]
    assert "did you mean “sorce”?" in found[0]
    assert "the column “colour” is not known" in found[1]
    assert len(found) == 2


def test_a_file_without_the_columns_that_tell_our_form_is_said_to_be_nearly_in_it(
    figures: Read,
) -> None:
    header = "mesure,area_code,area,period,period_kind,value,source\n"
    (problem,) = problems(lambda: figures("", header=header))
    assert "lacks “measure” (did you mean “mesure” or “source”?)" in problem


def test_a_comma_without_quotation_marks_is_seen_as_such(figures: Read) -> None:
    (problem,) = problems(lambda: figures(ROW.format("1,234")))
    assert "the row has 13 cells, the header 12" in problem
    assert "quotation marks" in problem


def test_what_excel_leaves_behind_is_harmless(figures: Read) -> None:
    text = "\ufeff" + (
        "Measure,Area code,Area,Period,Period kind,Value,Source,,\r\n"
        "score,E06000900,Ourshire,2020/21,Academic year,1.5,Made up,,\r\n"
        ",,,,,,,,\r\n"
    )
    (row,) = figures(text.encode())
    assert row.value == Decimal("1.5")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"score;E06000900", "not separated by commas"),
        (b"\xff\xfea", "the UTF-16 text is damaged"),
        (b"measure\nC\x81te", "row 2: the text is neither UTF-8 nor Windows text"),
        (b"", "the file is empty"),
        (f'{HEADER}score,"E06000900\n'.encode(), "a quotation mark that is opened and not closed"),
    ],
)
def test_a_file_that_is_no_csv_says_how_to_save_it(figures: Read, data: bytes, what: str) -> None:
    assert what in problems(lambda: figures(data))[0]


def test_words_for_everyone_are_the_same_as_an_empty_cell(figures: Read) -> None:
    (row,) = figures(ROW.format("1").replace("year,,", "year,All,total"))
    assert row.group == EVERYONE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(["2017/18", "2018/19", "2019/20", "2020/21"]))
def test_the_order_of_rows_does_not_matter(figures: Read, years: list[str]) -> None:
    rows = [ROW.format(year[:4]).replace("2020/21", year) for year in years]
    assert [row.value for row in figures("".join(rows))] == [2017, 2018, 2019, 2020]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.decimals(-(10**9), 10**9, places=12))
def test_a_number_comes_back_as_it_was_written(figures: Read, number: Decimal) -> None:
    (row,) = figures(ROW.format(number))
    assert row.value == number


def test_a_row_in_which_nearly_everything_is_wrong_is_one_problem(figures: Read) -> None:
    (problem,) = problems(lambda: figures(ROW.format("1") + "Total,,,,,,,,,,,\n"))
    assert problem.startswith(
        "figures/1.csv, row 3: this is no row of figures: the measure “Total”"
    )
    assert "remove it" in problem


def test_column_names_in_a_second_row_are_one_problem(figures: Read) -> None:
    (problem,) = problems(lambda: figures(HEADER_AGAIN))
    assert "row 2: the column names stand here a second time" in problem


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("01/09/2020", "write a day as 2020-09-01, and a year as 2019/20"),
        ("31-Oct-22", "write a day as 2022-10-31, and a year as 2019/20"),
        ("Sep-20", "Excel has made a date of it"),
        ("44075", "Excel has made a date of it"),
    ],
)
def test_a_period_that_excel_changed_says_so(figures: Read, period: str, hint: str) -> None:
    (problem,) = problems(lambda: figures(ROW.format("1").replace("2020/21", period)))
    assert hint in problem


def test_a_name_in_the_place_of_a_code_is_told_its_code(figures: Read) -> None:
    text = ROW.format("1").replace("E06000900,Ourshire", "Ourshire,Ourshire")
    (problem,) = problems(lambda: figures(text))
    assert "“Ourshire” is a name, not a code\n    the code of Ourshire is E06000900" in problem


def test_a_group_under_another_name_is_one_problem_in_its_own_spelling(figures: Read) -> None:
    rows = "".join(ROW.format(value) for value in range(6))
    (problem,) = problems(lambda: figures(rows, header=HEADER.replace(",sen,", ",SEN provision,")))
    assert "row 1, column “SEN provision”: the column “SEN provision” is not known" in problem
    assert "did you mean “sen”?" in problem


PUPILS = "pupils,E06000900,Ourshire,2020/21,academic year,,,{},,,Made up,\n"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("-3", "-3 is below 0, the least that Pupils can be"),
        ("2.5", "2.5 is no whole number of pupils"),
    ],
)
def test_a_count_that_cannot_be_is_refused_with_its_cell(
    figures: Read, value: str, what: str
) -> None:
    (problem,) = problems(lambda: figures(PUPILS.format(value)))
    assert problem.startswith(f"figures/1.csv, row 2, column “value”: {what}")


def test_a_file_saved_by_an_older_windows_program_is_read(figures: Read) -> None:
    (row,) = figures((HEADER + ROW.format("1").replace("Made up", "L’École")).encode("cp1252"))
    assert row.source == "L’École"


def test_an_unknown_column_does_not_hide_what_is_wrong_in_the_rows(figures: Read) -> None:
    found = problems(lambda: figures(ROW.format("NA"), header=HEADER.replace("note", "Remarks")))
    assert "the column “Remarks” is not known" in found[0]
    assert "“NA” is not a number" in found[1]
