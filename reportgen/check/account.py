"""Read everything that a report is made of, and give an account of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from reportgen.check.characters import located
from reportgen.check.figures import figure_remarks
from reportgen.check.names import name_remarks
from reportgen.check.parts import part_remarks
from reportgen.compose import compose
from reportgen.document import Block, Document, Heading
from reportgen.errors import Problem, RenderError, ReportgenError
from reportgen.formats import render
from reportgen.load.candidate import FileAccount
from reportgen.load.chapters import load_chapters
from reportgen.project import project_root, read_data, read_plan
from reportgen.report import Report, run
from reportgen.theme import Theme, read_theme

T = TypeVar("T")
_AFTER = ("others", "appendix", "lists")
"""The headings of what follows the chapters."""


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
    report, theme, files = _read(report_folder)
    document = compose(report)
    if "pdf" in report.settings.formats:
        _review(document, theme, report)
    if "docx" in report.settings.formats and report.settings.word.template:
        render(document, theme, report.root, "docx", report.settings)  # it may not fit the template
    return Account(report, remarks_on(report, document, files), files)


def remarks_on(
    report: Report, document: Document, files: Iterable[FileAccount]
) -> tuple[Problem, ...]:
    """Return what to settle in a report before it is published; `document` is all of it."""
    accounts = tuple(files)
    remarks = [
        *figure_remarks(report.facts, _chapters(document), accounts),
        *part_remarks(report, run(report)),
        *name_remarks(report),
        *(remark for file in accounts for remark in file.remarks),
    ]
    return tuple(dict.fromkeys(remarks))


def _chapters(document: Document) -> Document:
    """Return a document without what comes after its chapters."""

    def goes_on(block: Block) -> bool:
        return not (isinstance(block, Heading) and block.level == 1 and block.id in _AFTER)

    return replace(document, blocks=tuple(takewhile(goes_on, document.blocks)))


def _review(document: Document, theme: Theme, report: Report) -> None:
    """Refuse what the PDF could not hold, naming the line of the file that has the character.

    Raises `RenderError` with all that stands in the way.
    """
    from reportgen.formats.pdf.fonts import Fonts
    from reportgen.formats.pdf.review import review

    try:
        review(document, Fonts.read(report.root / "assets" / "fonts", theme.face["pdf"]))
    except RenderError as error:
        raise RenderError(located(error.problems, report.folder)) from error


def _read(report_folder: Path) -> tuple[Report, Theme, tuple[FileAccount, ...]]:
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
    theme = attempt(lambda: read_theme(root / (settings.theme or "assets/theme.toml")))
    if problems or sections is None or data is None or theme is None:
        raise ReportgenError(problems)
    loaded, facts, content = data
    return Report(settings, facts, content, sections, root, folder), theme, loaded.accounts
