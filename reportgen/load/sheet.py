"""Turn the bytes of a CSV file into rows of text, numbered as Excel numbers them."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import DataError, Place, Problem, did_you_mean
from reportgen.load.cells import tidy


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (the header is 1) and its cells by column, stray spaces removed."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of text, with the problems met while taking it apart."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    blank: int = 0
    problems: tuple[Problem, ...] = ()


def name_in(path: Path, root: Path) -> str:
    """Return the name of a file as seen from a folder, with forward slashes on every system."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def decode(data: bytes, file: str) -> str:
    """Return the text of a UTF-8 file, without its byte order mark.

    Raises `DataError` naming the row of the first byte that is not UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = "in Excel choose Save As, then “CSV UTF-8 (Comma delimited)”"
        raise DataError(Problem("this is UTF-16 text, not UTF-8", Place(file), hint))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        near = data[max(0, error.start - 12) : error.start + 12].decode("cp1252", "replace")
        what = f"not UTF-8 text, near “{tidy(near)}”"
        hint = "in Excel choose Save As, then “CSV UTF-8 (Comma delimited)”"
        raise DataError(Problem(what, Place(file, row), hint)) from error


def read_sheet(data: bytes, file: str) -> Sheet:
    """Return the rows of a comma-separated file; `file` is the name to use in messages.

    Rows without any text are counted, not returned. Raises `DataError` if the file as a whole is
    not a table of text; what is wrong with single rows is in `problems`.
    """
    text = decode(data, file)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        hint = "look for a quotation mark that is opened and not closed"
        raise DataError(Problem(f"not a CSV file: {error}", Place(file), hint)) from error
    return sheet_of(records, file)


def sheet_of(records: list[list[str]], file: str, top: int = 1) -> Sheet:
    """Return a sheet from rows of text of which the first is the header, in row `top`."""
    if not records or not any(map(tidy, records[0])):
        raise DataError(Problem("the first row has no column names", Place(file, top)))
    header = [tidy(name).casefold().replace(" ", "_") for name in records[0]]
    if len(header) == 1 and any(mark in records[0][0] for mark in ";\t"):
        hint = "in Excel choose Save As, then “CSV UTF-8 (Comma delimited)”"
        raise DataError(Problem("the columns are not separated by commas", Place(file, top), hint))
    problems = _header_problems(header, file)
    rows: list[Row] = []
    blank = 0
    for number, record in enumerate(records[1:], top + 1):
        cells = [cell.strip() for cell in record]
        if not any(cells):
            blank += 1
            continue
        if problem := _shape_problem(cells, header, Place(file, number)):
            problems.append(problem)
            continue
        named = zip(header, cells, strict=False)
        rows.append(Row(number, {name: cell for name, cell in named if name and cell}))
    return Sheet(file, tuple(filter(None, header)), tuple(rows), blank, tuple(problems))


def column_problems(
    sheet: Sheet, required: Collection[str], known: Collection[str]
) -> list[Problem]:
    """Return a problem for each required column that is not there and each that is not known."""
    missing = [name for name in required if name not in sheet.columns]
    unknown = [name for name in sheet.columns if name not in known]
    place = Place(sheet.file, 1)
    hints = {name: did_you_mean(name, unknown) for name in missing}
    found = [
        Problem(f"the column “{name}” is missing", place, hint) for name, hint in hints.items()
    ]
    for name in unknown:
        if not any(f"“{name}”" in hint for hint in hints.values()):
            hint = did_you_mean(name, known, "remove it, or add it to sections/measures.toml")
            place = Place(sheet.file, 1, name)
            found.append(Problem(f"the column “{name}” is not known", place, hint))
    return found


def _header_problems(header: list[str], file: str) -> list[Problem]:
    twice = {name for name in header if name and header.count(name) > 1}
    return [
        Problem("two columns have this name", Place(file, 1, name), "rename or remove one of them")
        for name in sorted(twice)
    ]


def _shape_problem(cells: list[str], header: list[str], place: Place) -> Problem | None:
    if len(cells) > len(header):
        what = f"the row has {len(cells)} cells, the header {len(header)}"
        hint = "put quotation marks around a cell that holds a comma, such as 1,234"
        return Problem(what, place, hint)
    stray = next(
        (cell for name, cell in zip(header, cells, strict=False) if cell and not name), None
    )
    if stray is not None:
        return Problem(f"“{stray}” stands in a column without a name", place, "name or empty it")
    return None
