"""Read everything that a report is made of, and give an account of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reportgen.check.figures import figure_remarks
from reportgen.check.parts import part_remarks
from reportgen.compose import compose
from reportgen.errors import Problem, ReportgenError
from reportgen.load.candidate import FileAccount
from reportgen.load.chapters import load_chapters
from reportgen.project import project_root, read_data, read_plan
from reportgen.report import Report, run
from reportgen.theme import read_theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Account:
    """What `check` found: what to settle before publication, and what became of every row read."""

    report: Report
    remarks: tuple[Problem, ...]
    files: tuple[FileAccount, ...]


def check(report_folder: Path) -> tuple[Problem, ...]:
    """Return remarks on a report that can be built: what to settle before it is published.

    Raises `ReportgenError` with all that stands in the way of a build, whatever its kind.
    """
    return check_report(report_folder).remarks


def check_report(report_folder: Path) -> Account:
    """Return an account of a report that can be built.

    Raises `ReportgenError` with all that stands in the way of a build, whatever its kind.
    """
    report, files = _read(report_folder)
    compose(report)
    chapters = compose(replace(report, settings=replace(report.settings, appendix=False)))
    remarks = [
        *figure_remarks(report.facts, chapters),
        *part_remarks(report, run(report)),
        *(remark for file in files for remark in file.remarks),
    ]
    return Account(report, tuple(dict.fromkeys(remarks)), files)


def _read(report_folder: Path) -> tuple[Report, tuple[FileAccount, ...]]:
    """Return the report, having looked at chapters, data and theme even where one of them fails."""
    root = project_root(report_folder)
    folder = report_folder.resolve()
    settings, project = read_plan(folder, root)
    problems: list[Problem] = []

    def attempt(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except ReportgenError as error:
            problems.extend(error.problems)
            return None

    sections = attempt(lambda: load_chapters(root, settings.chapters))
    data = attempt(lambda: read_data(folder, root, settings, project))
    attempt(lambda: read_theme(root / (settings.theme or "assets/theme.toml")))
    if problems or sections is None or data is None:
        raise ReportgenError(problems)
    loaded, facts, content = data
    return Report(settings, facts, content, sections, root, folder), loaded.accounts
