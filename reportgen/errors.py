"""Turn what went wrong into what happened, where, and what to do next.

    ReportgenError              exit status 1
    ├── ProjectError            2   report.toml, the project folder, a chapter that is not there
    ├── DataError               3   a figure, a word or an action that cannot be read
    ├── SectionError            4   a chapter that cannot be made from the facts
    ├── RenderError             5   a document that a format cannot hold
    ├── EditedError             6   a file in output/ that a person changed or has open
    ├── AbsorbError             7   reserved for edited drafts that cannot be read back
    └── ArchiveError            8   a report not ready to be archived; a record that changed

Problems of one kind are gathered and raised together, so that an officer mends a file once.
Anything that is not a `ReportgenError` is a bug and keeps its traceback.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: a file, and the row and column in it when they are known.

    Rows count from 1 with the header as row 1, as Excel and text editors number them.
    """

    file: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row is not None else ""
        column = f", column “{self.column}”" if self.column is not None else ""
        return f"{self.file}{row}{column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong, in the reader's words."""

    what: str
    place: Place | None = None
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{where}{self.what}{hint}"


class ReportgenError(Exception):
    """What every expected failure is a kind of; carries one problem or several."""

    exit_code: ClassVar[int] = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ProjectError(ReportgenError):
    """The report folder or the project around it cannot be used."""

    exit_code = 2


class DataError(ReportgenError):
    """A file of figures, words or actions cannot be read as it stands."""

    exit_code = 3


class SectionError(ReportgenError):
    """A chapter cannot be made from the facts."""

    exit_code = 4


class RenderError(ReportgenError):
    """A document cannot be written in a format."""

    exit_code = 5


class EditedError(ReportgenError):
    """A file that reportgen would replace was changed by a person, or is open.

    `written` are the new files, where they were written all the same.
    """

    exit_code = 6

    def __init__(self, problems: Problem | Iterable[Problem], written: Iterable[Path] = ()) -> None:
        super().__init__(problems)
        self.written = tuple(written)


class AbsorbError(ReportgenError):
    """An edited draft cannot be read back; reserved, as no command reads any yet."""

    exit_code = 7


class ArchiveError(ReportgenError):
    """A report is not ready to be archived, or a kept record is not what it says it is."""

    exit_code = 8


def did_you_mean(word: str, options: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the options nearest to `word`, or `otherwise` if none is near.

    Case and spaces at the ends do not count.
    """
    known = {option.casefold(): option for option in options}
    near = difflib.get_close_matches(word.casefold().strip(), known, n=2, cutoff=0.6)
    if not near:
        return otherwise
    return "did you mean " + " or ".join(f"“{known[option]}”" for option in near) + "?"
