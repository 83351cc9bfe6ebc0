"""Turn a report folder into a list of what its officer should look at, without building anything.

The rule it guards: what passes here can be built, because it goes the same way up to the document.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reportgen.compose import compose
from reportgen.errors import Place, Problem, ReportgenError
from reportgen.load.chapters import load_chapters
from reportgen.project import project_root, read_data, read_plan
from reportgen.report import Report, has_data, run
from reportgen.section import Absent
from reportgen.theme import read_theme

T = TypeVar("T")


def check(report_folder: Path) -> tuple[Problem, ...]:
    """Return remarks on a report that can be built: what to settle before it is published.

    Raises `ReportgenError` with all that stands in the way of a build, whatever its kind.
    """
    report = _read(report_folder)
    compose(report)
    return tuple(dict.fromkeys((*_questions(report), *_left_out(report))))


def _read(report_folder: Path) -> Report:
    """Return the report, having looked at chapters, data and theme even where one of them fails."""
    root = project_root(report_folder)
    settings, dictionary = read_plan(report_folder, root)
    problems: list[Problem] = []

    def attempt(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except ReportgenError as error:
            problems.extend(error.problems)
            return None

    sections = attempt(lambda: load_chapters(root, settings.chapters))
    data = attempt(lambda: read_data(report_folder, root, settings, dictionary))
    attempt(lambda: read_theme(root / (settings.theme or "assets/theme.toml")))
    if problems or sections is None or data is None:
        raise ReportgenError(problems)
    return Report(settings, *data, sections, root, report_folder.resolve())


def _questions(report: Report) -> tuple[Problem, ...]:
    """Return the questions that stand beside the figures, in the order of the files."""
    return tuple(
        Problem(item.query, Place(item.cell.file, item.cell.row, "query"))
        for item in report.facts.observations
        if item.query
    )


def _left_out(report: Report) -> tuple[Problem, ...]:
    """Return the chapters, charts and tables that the figures are not there for."""
    chapters = [
        Problem(
            f"the chapter “{section.title}” is left out",
            Place(f"sections/{section.name}.py"),
            "none of the measures it is about has a figure",
        )
        for section in report.sections
        if not has_data(section, report.facts)
    ]
    parts = [
        Problem(f"left out: {part.what}", Place(f"sections/{chapter.section.name}.py"), part.why)
        for chapter in run(report)
        for part in chapter.parts
        if isinstance(part, Absent)
    ]
    return (*chapters, *parts)
