"""Keep the register of archives: a CSV file with a line for each, beside them.

Lines are only ever added. What it says of an archive was true on the day it was made.
"""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reportgen.errors import ArchiveError, Place, Problem

NAME = "register.csv"


@dataclass(frozen=True, slots=True)
class Line:
    """An archive: its file, the day it was made, its report, and the SHA-256 of what matters."""

    archive: str
    archived_on: str
    title: str
    date: str
    sha256: str
    manifest_sha256: str
    docx_sha256: str
    pdf_sha256: str


_COLUMNS = [field.name for field in fields(Line)]


def read_register(path: Path) -> tuple[Line, ...]:
    """Return the lines of a register; none if there is no such file.

    Raises `ArchiveError` if it is not a register, naming the row that cannot be read.
    """
    if not path.exists():
        return ()
    hint = "put back the register as it was; it is written by reportgen archive only"
    try:
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problem = Problem(f"the register cannot be read: {error}", Place(str(path)), hint)
        raise ArchiveError(problem) from error
    if not rows or rows[0] != _COLUMNS:
        raise ArchiveError(Problem("this is not a register of archives", Place(str(path), 1), hint))
    for number, row in enumerate(rows, start=1):
        if len(row) != len(_COLUMNS):
            raise ArchiveError(Problem("the line is not whole", Place(str(path), number), hint))
    return tuple(Line(*row) for row in rows[1:])


def same_as(archive: Path) -> str:
    """Return the name of an earlier archive beside one with the same bytes; empty if none is."""
    lines = read_register(archive.with_name(NAME))
    mine = {line.sha256 for line in lines if line.archive == archive.name}
    names = (line.archive for line in lines if line.sha256 in mine)
    first = next(names, archive.name)
    return "" if first == archive.name else first


def register_bytes(lines: tuple[Line, ...]) -> bytes:
    """Return a register as the bytes of its file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows(asdict(line).values() for line in lines)
    return out.getvalue().encode("utf-8-sig")
