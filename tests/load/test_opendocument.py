"""An OpenDocument spreadsheet gives the text that a person would have typed."""

import io
import zipfile
from collections.abc import Callable

import pytest

from reportgen.errors import DataError
from reportgen.load.download import file_of, open_download
from reportgen.load.opendocument import read_sheets
from reportgen.load.read import Loaded

Load = Callable[..., Loaded]
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
LAST = (
    '<table:table-row table:number-rows-repeated="1048570">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def word(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def number(value: str, kind: str = "float") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"/>'


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def content(**sheets: str) -> bytes:
    tables = "".join(
        f'<table:table table:name="{name}">{rows}{LAST}</table:table>'
        for name, rows in sheets.items()
    )
    return f"<office:document-content {NAMES}>{tables}</office:document-content>".encode()


def spreadsheet(inside: bytes, manifest: str = "<manifest/>") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("content.xml", inside)
        packed.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (number("0.1"), "0.1"),
        (number("0.30000000000000004"), "0.3"),
        (number("1E-05"), "0.00001"),
        (number("0.534", "percentage"), "53.4%"),
        (number("12", "currency"), "12"),
        (
            '<table:table-cell office:value-type="date" office:date-value="2025-08-31"/>',
            "2025-08-31",
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2025-08-31T00:00:00"/>',
            "2025-08-31",
        ),
        (
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
            "TRUE",
        ),
        (word("<text:a>Report</text:a> of <text:span>2025</text:span>"), "Report of 2025"),
        (word("one</text:p><text:p>two"), "one\ntwo"),
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>Checked'
            "</text:p></office:annotation><text:p>c</text:p></table:table-cell>",
            "c",
        ),
    ],
)
def test_a_cell_is_what_a_person_would_have_typed(cell: str, text: str) -> None:
    assert list(read_sheets(content(a=row(cell)))) == [("a", ((text,),))]


def test_repeated_cells_and_rows_stand_as_often_as_they_are_repeated() -> None:
    twice = '<table:table-row table:number-rows-repeated="2">{}</table:table-row>'
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    (sheet,) = read_sheets(
        content(a=row(word("x"), empty, word("y")) + twice.format(empty) + twice.format(word("z")))
    )
    assert sheet[1] == (
        ("x", "", "", "y"),
        ("", "", "", ""),
        ("", "", "", ""),
        ("z", "", "", ""),
        ("z", "", "", ""),
    )


def test_figures_of_a_spreadsheet_are_read_under_their_sheet_and_row(load: Load) -> None:
    header = ["measure", "area_code", "area", "period", "period_kind", "value", "source"]
    cells = ["score", "E06000060", "Buckinghamshire", "2020/21", "academic year"]
    figures = row(*map(word, header)) + row(*map(word, cells), number("53.40"), word("Made up"))
    loaded = load(a__ods=spreadsheet(content(Notes=row(word("Made up")), Figures=figures)))
    (found,) = loaded.observations
    assert (str(found.value), found.cell.row) == ("53.4", 2)
    assert found.cell.file.endswith("/a.ods/Figures")


def test_a_spreadsheet_with_a_password_says_so() -> None:
    data = spreadsheet(b"scrambled", "<manifest><encryption-data/></manifest>")
    with pytest.raises(DataError, match="the file has a password"):
        open_download(data, "a.ods")


def test_a_spreadsheet_that_is_not_whole_says_so() -> None:
    with pytest.raises(DataError, match="the file is damaged"):
        open_download(spreadsheet(b"<office"), "a.ods")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../a.ods/Figures", "../a.ods"),
        ("a.zip/b.xlsx/Figures", "a.zip"),
        ("folder/a.csv", "folder/a.csv"),
    ],
)
def test_the_file_of_a_table_is_the_one_that_settings_can_name(name: str, file: str) -> None:
    assert file_of(name) == file
