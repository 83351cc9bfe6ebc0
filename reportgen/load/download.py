"""Turn a downloaded file into the tables inside it: unpacked, decoded, and their form recognised.

A zip or gzip file is read as it was downloaded. Nothing here looks at the name of a file.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reportgen.errors import DataError, Place, Problem
from reportgen.load.files import as_text, unreadable
from reportgen.load.forms import HEADER_WITHIN, Form, find_header
from reportgen.load.opendocument import read_sheets

_DAMAGE = (
    *(OSError, EOFError, ValueError, LookupError, TypeError, AttributeError),
    *(RuntimeError, SyntaxError, zipfile.BadZipFile, zlib.error),
)
"""What the readers of zip, Excel and parquet raise at a file that is not whole."""
_TEXT_LIMIT = 2**31 - 1
_SAVE = "open it in Excel and save it as an Excel workbook (.xlsx) or as CSV UTF-8"
_NO_PASSWORD = "open it, save it without a password, and use that"
_PACKED = (".csv", ".gz", ".parquet", ".xlsx", ".xlsm", ".ods")
"""The files in a zip file that are read."""


@dataclass(frozen=True, slots=True)
class Download:
    """One table: its file's name in messages, its form, its columns and where its header stands.

    Its content is UTF-8 text of comma-separated values, the bytes of a parquet file, or rows that
    came from a workbook. `header` is the row of the column names, 1 being the first.
    """

    file: str
    form: Form | None
    columns: tuple[str, ...]
    header: int = 1
    text: bytes = b""
    parquet: bytes = b""
    rows: tuple[tuple[str, ...], ...] = ()


def file_of(name: str) -> str:
    """Return the file that holds a table, from the table's name: what report.toml can name."""
    return re.sub(r"(?i)(\.(?:xls[xm]|ods|zip))/.*", r"\1", name, count=1)


def open_download(data: bytes, file: str) -> tuple[Download, ...]:
    """Return the tables in a file's bytes; `file` is the name to use in messages.

    Raises `DataError` if the bytes are no kind of file that holds tables.
    """
    try:
        if data[:2] == b"\x1f\x8b":
            return open_download(gzip.decompress(data), file)
        if data[:4] == b"PAR1":
            return (_parquet(data, file),)
        if data[:4] == b"PK\x03\x04":
            return _packed(data, file)
    except _DAMAGE as error:
        if "password" in str(error):
            raise DataError(
                Problem("the file has a password", Place(file), _NO_PASSWORD)
            ) from error
        hint = "save it again in the program it was made with, or download it again"
        raise DataError(Problem(f"the file is damaged: {error}", Place(file), hint)) from error
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DataError(Problem("the file has a password", Place(file), _NO_PASSWORD))
        raise DataError(Problem("this is an old Excel workbook (.xls)", Place(file), _SAVE))
    if data[:5] == b"%PDF-":
        hint = "look for the same figures as CSV or Excel where it was published"
        raise DataError(Problem("this is a PDF document, not a table", Place(file), hint))
    return (_text(data, file),)


def open_path(path: Path, file: str) -> tuple[Download, ...]:
    """Return the tables in a file. Raises `DataError` if it cannot be read."""
    try:
        return open_download(path.read_bytes(), file)
    except OSError as error:
        raise DataError(unreadable(error, file)) from error


def records(download: Download) -> list[list[str]]:
    """Return every row from the header on. Raises `DataError` if the quotation marks do not fit."""
    if download.rows:
        return [list(row) for row in download.rows[download.header - 1 :]]
    lines = io.TextIOWrapper(io.BytesIO(download.text), encoding="utf-8", newline="")
    try:
        return list(csv.reader(lines, strict=True))[download.header - 1 :]
    except csv.Error as error:
        hint = "look for a quotation mark that is opened and not closed"
        problem = Problem(f"not a CSV file: {error}", Place(download.file), hint)
        raise DataError(problem) from error


def to_utf8(data: bytes, file: str) -> bytes:
    """Return text as UTF-8 without a byte order mark, from UTF-8, UTF-16 or Windows text.

    Raises `DataError` if it is none of these.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return as_text(data, file).encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data[:4096]:
        hint = "reportgen reads CSV, Excel (.xlsx), OpenDocument, parquet, zip and gzip files"
        raise DataError(Problem("this is not a table", Place(file), hint))
    if data.lstrip()[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        hint = "the link led to a page, perhaps to sign in; open it and download the file itself"
        raise DataError(Problem("this is a web page, not a table", Place(file), hint))
    return data if data.isascii() else as_text(data, file).encode()


def _text(data: bytes, file: str) -> Download:
    text = to_utf8(data, file)
    csv.field_size_limit(_TEXT_LIMIT)
    try:
        first = list(itertools.islice(_lines(text), HEADER_WITHIN))
        # Excel's “Unicode Text” has tabs. Semicolons go with decimal commas: they are refused.
        tabbed = [row[0].split("\t") for row in first if row and "\t" in row[0]]
        if tabbed and find_header(tabbed)[0]:
            text = _with_commas(text)
            first = list(itertools.islice(_lines(text), HEADER_WITHIN))
    except csv.Error as error:
        raise DataError(Problem(f"not a CSV file: {error}", Place(file))) from error
    form, position = find_header(first)
    columns = tuple(first[position]) if first else ()
    return Download(file, form, columns, position + 1, text=text)


def _lines(text: bytes, delimiter: str = ",") -> Iterator[list[str]]:
    lines = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="")
    return csv.reader(lines, delimiter=delimiter)


def _with_commas(text: bytes) -> bytes:
    """Return a table with commas between its cells in place of tabs, each row where it was."""
    made = io.StringIO(newline="")
    csv.writer(made).writerows(_lines(text, "\t"))
    return made.getvalue().encode()


def _parquet(data: bytes, file: str) -> Download:
    import pyarrow.parquet

    columns = tuple(pyarrow.parquet.read_schema(io.BytesIO(data)).names)
    form, _ = find_header([columns])
    return Download(file, form, columns, parquet=data)


def _packed(data: bytes, file: str) -> tuple[Download, ...]:
    """Return the tables of a workbook, or of every file in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        if "xl/workbook.xml" in names:
            return tuple(_workbook(data, file))
        if "xl/workbook.bin" in names:
            raise DataError(Problem("this is a binary Excel workbook (.xlsb)", Place(file), _SAVE))
        if "content.xml" in names:
            return tuple(_opendocument(packed, file))
        inner = [name for name in names if not name.endswith("/") and "__MACOSX" not in name]
        tables = [name for name in inner if name.lower().endswith(_PACKED)]
        if not tables:
            hint = "reportgen reads CSV, Excel (.xlsx), OpenDocument, parquet and gzip files in it"
            raise DataError(Problem("the zip file holds no table", Place(file), hint))
        opened = (open_download(packed.read(name), f"{file}/{name}") for name in sorted(tables))
        return tuple(itertools.chain.from_iterable(opened))


def _workbook(data: bytes, file: str) -> Iterable[Download]:
    """Yield each sheet of a workbook that has anything on it."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        several = len(book.worksheets) > 1
        for sheet in book.worksheets:
            rows = tuple(
                tuple(_as_shown(cell.value, cell.number_format) for cell in row)
                for row in sheet.iter_rows()
            )
            yield from _sheet(rows, f"{file}/{sheet.title}" if several else file)
    finally:
        book.close()


def _opendocument(packed: zipfile.ZipFile, file: str) -> Iterable[Download]:
    """Yield each sheet of an OpenDocument spreadsheet that has anything on it."""
    if b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise DataError(Problem("the file has a password", Place(file), _NO_PASSWORD))
    sheets = tuple(read_sheets(packed.read("content.xml")))
    for name, rows in sheets:
        yield from _sheet(rows, f"{file}/{name}" if len(sheets) > 1 else file)


def _sheet(rows: tuple[tuple[str, ...], ...], name: str) -> Iterable[Download]:
    if any(any(row) for row in rows):
        form, position = find_header(rows)
        yield Download(name, form, rows[position], position + 1, rows=rows)


def _as_shown(value: object, format: str | None) -> str:
    """Return a cell as text; 0.534 that Excel shows as 53.4% is “53.4%”."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    # A sign in quotation marks, or after a backslash, is only written after the number.
    if number and format and "%" in re.sub(r'"[^"]*"|\\.', "", format):
        return f"{Decimal(_cell(value)).scaleb(2).normalize():f}%"
    return _cell(value)


def _cell(value: object) -> str:
    """Return a cell of a workbook as the text that a person would have typed."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            text = format(value, ".15g")
            return text
        case datetime.datetime():
            midnight = value.time() == datetime.time()
            return value.date().isoformat() if midnight else value.isoformat(" ")
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value)
