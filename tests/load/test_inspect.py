"""An inspection says what a file is, what is known in it, and what is not understood."""

from pathlib import Path

import openpyxl

from reportgen.load.inspect import inspect_file
from reportgen.load.read import DataFile, Project

HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,sex,"
    "avg_score,t_pupils,ks_entry\n"
)
ROWS = """202021,Academic year,National,E92000001,England,,Total,50.9,,1
202021,Academic year,Local authority,E92000001,England,825,Total,c,6,1
201920,Academic year,Local authority,E92000001,England,825,Unknown,1,6,1
201920,Academic year,School,E92000001,England,825,Total,1,6,1
"""


def lines(path: Path, standards: Project) -> list[str]:
    return [
        line for table in inspect_file(DataFile(path), standards, "x") for line in table.lines()
    ]


def test_an_open_data_file_is_told_in_full(tmp_path: Path, standards: Project) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    meta = "col_name,col_type,label\nks_entry,Indicator,Entries at key stage 4\n"
    (tmp_path / "scores.meta.csv").write_text(meta, encoding="utf-8")
    assert lines(path, standards) == [
        "x",
        "  This is open data of Explore education statistics, with 4 rows.",
        "  Years: 201920, 202021",
        "  Rows: 2 Local authority, 1 National, 1 School",
        "  Average score: 2020/21; areas: 2, groups: 1, figures: 2",
        "    1 [c] withheld to protect confidentiality",
        "  Not understood: ks_entry (Entries at key stage 4)",
        "  Set aside: 1 of a group that no measure is wanted for",
        "  Set aside: 1 of the level “School”",
    ]


def test_a_cell_that_cannot_be_read_is_a_problem(tmp_path: Path, standards: Project) -> None:
    path = tmp_path / "scores.csv"
    path.write_text(HEADER + ROWS.replace("50.9", "NA"), encoding="utf-8")
    found = "\n".join(lines(path, standards))
    assert "Problem: x, row 2, column “avg_score”: “NA” is not a number" in found


def test_a_sheet_of_our_own_is_told_too(tmp_path: Path, standards: Project) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "measure,area_code,area,period,period_kind,value,source\n"
        "score,E06000060,Bucks,2020/21,academic year,x,Us\n",
        encoding="utf-8",
    )
    assert lines(path, standards)[1:] == [
        "  This is figures in reportgen's own form, with 1 row.",
        "  Average score: 2020/21; areas: 1, groups: 1, figures: 1",
        "    1 [x] not available",
    ]


def test_a_file_of_no_known_form_says_what_it_looks_like(
    tmp_path: Path, standards: Project
) -> None:
    path = tmp_path / "colours.csv"
    path.write_text("colour,size\nred,1\n", encoding="utf-8")
    assert "its first columns are: colour, size" in "\n".join(lines(path, standards))


def test_a_table_in_no_form_that_is_known_has_its_rows_counted(
    tmp_path: Path, standards: Project
) -> None:
    path = tmp_path / "colours.csv"
    path.write_text("colour,size\nred,1\nblue,2\n", encoding="utf-8")
    (found,) = inspect_file(DataFile(path), standards, "colours.csv")
    assert found.lines()[:2] == ("colours.csv", "  This is in no form that is known, with 2 rows.")


def test_a_sheet_of_notes_beside_figures_is_no_problem(tmp_path: Path, standards: Project) -> None:
    book = openpyxl.Workbook()
    notes, figures = book.active, book.create_sheet("Figures")
    assert notes
    notes.append(["Source: made up"])
    figures.append(["time_period", "time_identifier", "geographic_level", "country_code"])
    figures["E1"] = "country_name"
    figures.append(["202021", "Academic year", "National", "E92000001", "England"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    first, second = inspect_file(DataFile(path), standards, "book.xlsx")
    assert (first.form, first.problems) == ("a table of no form that is known", ())
    assert first.account
    assert first.account.aside == (("not figures", 1),)
    assert second.form == "open data of Explore education statistics"


def test_a_file_of_districts_is_not_said_to_hold_no_measure(
    tmp_path: Path, standards: Project
) -> None:
    path = tmp_path / "districts.csv"
    row = "202021,Academic year,Local authority district,E92000001,England,,Total,50.9,9,1"
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    assert [line for line in lines(path, standards) if line.startswith("  No ")] == [
        "  No figures, but the columns of: Average score"
    ]
