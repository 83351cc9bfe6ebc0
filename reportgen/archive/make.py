"""Make the final documents of a report from a copy of what is kept, and from nothing else."""

from __future__ import annotations

from pathlib import Path

from reportgen.archive.manifest import REPORT
from reportgen.compose import compose
from reportgen.formats import render
from reportgen.project import read_project
from reportgen.theme import read_theme


def make_documents(folder: Path) -> dict[str, bytes]:
    """Return the Word document and the PDF of the report in a folder, by their place in an archive.

    Raises any `ReportgenError`.
    """
    report = read_project(folder)
    settings = report.settings
    theme = read_theme(report.root / (settings.theme or "assets/theme.toml"))
    document = compose(report)
    name = f"{REPORT}{settings.name}"
    return {
        f"{name}.docx": render(document, theme, report.root, "docx", settings),
        f"{name}.pdf": render(document, theme, report.root, "pdf", settings),
    }
