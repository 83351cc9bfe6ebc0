"""A workbook in our own form gives the same figures as the CSV file of the same rows."""

import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from reportgen.area import Comparators
from reportgen.errors import DataError
from reportgen.load.cache import Cache
from reportgen.load.read import DataFile, Loaded, Project, read_files

Load = Callable[..., Loaded]
ROWS: tuple[tuple[object, ...], ...] = (
    ("Measure", "Area code", "Area", "Period", "Period kind", "Value", "Source"),
    ("score", "E06000060", "Buckinghamshire", "2020/21", "academic year", 0.1 + 0.2, "Made up"),
    (
        "pupils",
        "E10000002",
        "Buckinghamshire",
        datetime.date(2021, 8, 31),
        "as at",
        734,
        "Made up",
    ),
)


def workbook(*above: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    for line in above:
        sheet.append([line])
    for row in ROWS:
        sheet.append(row)
    book.create_sheet("Notes").append(["These figures are made up"])
    book.create_sheet("Empty")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def text() -> str:
    made = io.StringIO()
    csv.writer(made).writerows(ROWS)
    return made.getvalue()


def test_a_workbook_is_read_without_the_noise_of_its_arithmetic(load: Load) -> None:
    pupils, score = load(a__xlsx=only_sheet(workbook())).observations
    assert (score.value, score.cell.row) == (Decimal("0.3"), 2)
    assert (pupils.value, str(pupils.period), pupils.area.code) == (
        734,
        "31 August 2021",
        "E06000060",
    )


def test_sheets_that_hold_no_figures_are_set_aside(load: Load) -> None:
    loaded = load(a__xlsx=workbook())
    assert len(loaded.observations) == 2
    assert [(a.file, a.used, a.aside) for a in loaded.accounts] == [
        ("downloads/a.xlsx/Notes", 0, (("not figures", 1),)),
        ("downloads/a.xlsx/Sheet", 2, ()),
    ]


def test_a_workbook_of_our_own_figures_is_read_anew_every_time(
    tmp_path: Path, standards: Project, bucks: Comparators
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    cache = Cache(tmp_path / ".cache")
    first = read_files([DataFile(path)], tmp_path, standards, bucks, cache)
    again = read_files([DataFile(path)], tmp_path, standards, bucks, cache)
    assert len(first.observations) == 2
    assert again == first


def test_titles_above_the_header_do_not_matter_but_rows_keep_their_numbers(load: Load) -> None:
    pupils, score = load(a__xlsx=only_sheet(workbook("Education", "Autumn 2021"))).observations
    assert (score.cell.row, pupils.cell.row) == (4, 5)


def test_the_csv_file_of_a_workbook_gives_the_same_figures(load: Load) -> None:
    from_book = load(a__xlsx=only_sheet(workbook())).observations
    from_text = load(a__csv=text()).observations
    assert [(o.area, o.period, o.cell.row) for o in from_book] == [
        (o.area, o.period, o.cell.row) for o in from_text
    ]


def only_sheet(data: bytes) -> bytes:
    """Return a workbook without its sheets of notes."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name in book.sheetnames[1:]:
        del book[name]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def percent(measure: str, format: str, value: float) -> bytes:
    """Return a workbook with one figure in a cell of a number format."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.append(ROWS[0])
    sheet.append((measure, *ROWS[1][1:5], value, "Made up"))
    sheet["F2"].number_format = format
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("format", "value", "read"),
    [
        ("0.00%", 0.5339, "53.39"),
        ("0%", 1, "100"),
        ('0.0"%"', 53.4, "53.4"),
        ("0.00", 0.53, "0.53"),
    ],
)
def test_a_cell_that_shows_per_cent_is_read_as_it_is_shown(
    load: Load, format: str, value: float, read: str
) -> None:
    (figure,) = load(a__xlsx=percent("share", format, value)).observations
    assert figure.value == Decimal(read)


def test_per_cent_where_the_measure_has_another_unit_is_refused(load: Load) -> None:
    with pytest.raises(DataError, match=r"“53[.]4%” is not a number"):
        load(a__xlsx=percent("score", "0.0%", 0.534))


def test_a_workbook_that_is_not_whole_inside_is_damaged(load: Load) -> None:
    whole, broken = io.BytesIO(workbook()), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:-30] if "sheet1" in name else content)
    with pytest.raises(DataError, match="the file is damaged"):
        load(a__xlsx=broken.getvalue())


def packed_with(name: str) -> bytes:
    """Return a zip file with one file in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(name, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (packed_with("xl/workbook.bin"), "this is a binary Excel workbook (.xlsb)"),
        (b"%PDF-1.7\nfigures", "this is a PDF document, not a table"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "the file has a password",
        ),
    ],
)
def test_a_file_that_another_program_opens_is_named(load: Load, content: bytes, what: str) -> None:
    with pytest.raises(DataError) as caught:
        load(a__dat=content)
    (problem,) = caught.value.problems
    assert problem.what == what
    assert problem.hint
