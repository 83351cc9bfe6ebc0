"""Turn a report folder into a list of what its officer should look at, without building anything.

The rule it guards: what passes here can be built, because it goes the same way up to the document.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.compose import compose
from reportgen.errors import Place, Problem
from reportgen.project import read_project
from reportgen.report import Report
from reportgen.theme import read_theme


def check(report_folder: Path) -> tuple[Problem, ...]:
    """Return remarks on a report that can be built: what to settle before it is published.

    Raises any `ReportgenError` for what stands in the way of a build.
    """
    report = read_project(report_folder)
    read_theme(report.root / (report.settings.theme or "assets/theme.toml"))
    compose(report)
    return _questions(report)


def _questions(report: Report) -> tuple[Problem, ...]:
    """Return the questions that stand beside the figures, in the order of the files."""
    return tuple(
        Problem(item.query, Place(item.cell.file, item.cell.row, "query"))
        for item in report.facts.observations
        if item.query
    )
