"""Turn the bytes of a CSV file into rows of text, numbered as Excel numbers them."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.errors import DataError, Place, Problem, did_you_mean
from reportgen.load.cells import tidy
from reportgen.load.files import SAVE_TABLE, as_text


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
    spelling: Mapping[str, str] = field(default_factory=dict)

    def as_written(self, column: str) -> str:
        """Return the name of a column as the file spells it."""
        return self.spelling.get(column, column)


def name_in(path: Path, root: Path) -> str:
    """Return the name of a file as seen from a folder, with forward slashes on every system."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def read_sheet(data: bytes, file: str) -> Sheet:
    """Return the rows of a comma-separated file; `file` is the name to use in messages.

    Rows without any text are counted, not returned. Raises `DataError` if the file as a whole is
    not a table of text; what is wrong with single rows is in `problems`.
    """
    text = as_text(data, file)
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
        what = "the columns are not separated by commas"
        raise DataError(Problem(what, Place(file, top), SAVE_TABLE))
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
    spelling = dict(zip(header, map(tidy, records[0]), strict=True))
    columns = tuple(filter(None, header))
    return Sheet(file, columns, tuple(rows), blank, tuple(problems), spelling)


def unknown_columns(sheet: Sheet, known: Collection[str]) -> list[str]:
    """Return the columns that are none of those known, in the order of the sheet."""
    return [name for name in sheet.columns if name not in known]


def column_problems(
    sheet: Sheet, required: Collection[str], known: Collection[str], otherwise: str
) -> list[Problem]:
    """Return a problem for each required column that is not there and each that is not known.

    `otherwise` is what to do with an unknown column whose name is near no other.
    """
    missing = [name for name in required if name not in sheet.columns]
    unknown = {name: sheet.as_written(name) for name in unknown_columns(sheet, known)}
    place = Place(sheet.file, 1)
    hints = {name: _renamed(name, unknown) for name in missing}
    found = [
        Problem(f"the column “{name}” is missing", place, hint) for name, hint in hints.items()
    ]
    for name, written in unknown.items():
        if not any(f"“{written}”" in hint for hint in hints.values()):
            free = [other for other in known if other not in sheet.columns]
            hint = _meant(name, free) or did_you_mean(name, known, otherwise)
            place = Place(sheet.file, 1, written)
            found.append(Problem(f"the column “{written}” is not known", place, hint))
    return found


def _renamed(missing: str, unknown: Mapping[str, str]) -> str:
    """Return a hint that names the columns which may be the missing one under another name."""
    near = did_you_mean(missing, unknown)
    for name, written in unknown.items():
        near = near.replace(f"“{name}”", f"“{written}”")
    if near or not unknown:
        return near or "add it to the first row"
    return "give it this name in the first row if it is " + " or ".join(
        f"“{written}”" for written in unknown.values()
    )


def _meant(name: str, known: Collection[str]) -> str:
    """Return a hint that names the known column whose words are all in a name; empty if none."""
    words = set(name.split("_"))
    inside = [other for other in known if words > set(other.split("_"))]
    return f"did you mean “{max(inside, key=len)}”?" if inside else ""


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
