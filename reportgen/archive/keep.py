"""Turn a finished report into an archive: its documents and all that they were made from.

Nothing is archived that still waits for an answer. The documents are made from the copy that is
kept, in an empty folder, so that an archive is known to hold everything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from reportgen.archive.contents import made_with, project_files
from reportgen.archive.make import make_documents
from reportgen.archive.manifest import NAME, PROJECT, Manifest, file_of
from reportgen.archive.store import store
from reportgen.check import Account, check_report
from reportgen.errors import ArchiveError, Place, Problem
from reportgen.report import Report

_ABOUT = """{title}
{organisation}, {date}

report/         the report as it was published, as PDF and as a Word document
project/        everything it was made from: figures, words, settings, chapters, fonts
manifest.json   the SHA-256 of each of these files, and the versions of the programs

To see whether anything changed since, and to make the report again:

  reportgen verify FILE
  reportgen verify FILE --rebuild

Without reportgen: the last 64 characters of this zip are the SHA-256 of all bytes before them.
The PDF holds the figures it shows as attached CSV files, and needs no program but a reader.
"""


def archive(
    report_folder: Path,
    on: date,
    with_questions: bool = False,
    on_progress: Callable[[str], None] = lambda step: None,
) -> Path:
    """Return the path of a new archive of a report, entered in the register beside it.

    It is `output/archive/<name>-<date>.zip`, where the date is the report's; an archive that is
    there already stays as it is, and the new one is called `-2`, `-3` and so on. `on` is the day
    for the register. `with_questions` archives although questions about figures are open, and
    keeps them in the manifest. The same project gives the same bytes.
    Raises `ArchiveError` with all that has to be settled first, and any error of `check`.
    """
    on_progress("Checking the report")
    account = check_report(report_folder)
    questions = _questions(account)
    _refuse_unsettled(account.report, () if with_questions else questions)
    report = account.report
    project = project_files(report.folder, report.root, report.settings)
    on_progress("Making the documents")
    documents = _made_from(project, report)
    asked = tuple(f"{question.place}: {question.what}" for question in questions)
    files = _files(report, asked, project, documents)
    on_progress("Writing the archive")
    return store(report, files, on)


def _questions(account: Account) -> tuple[Problem, ...]:
    return tuple(
        remark for remark in account.remarks if remark.place and remark.place.column == "query"
    )


def _refuse_unsettled(report: Report, questions: tuple[Problem, ...]) -> None:
    """Raise `ArchiveError` with all that stands between a report and its archive."""
    hint = "answer it and empty the cell, or archive with --with-questions"
    problems = [Problem(f"open question: {q.what}", q.place, hint) for q in questions]
    if report.settings.status == "Draft":
        hint = 'when it is final, write status = "Final"'
        problems.insert(0, Problem("the report is a draft", Place("report.toml"), hint))
    if problems:
        raise ArchiveError(problems)


def _made_from(project: Mapping[str, bytes], report: Report) -> dict[str, bytes]:
    """Return the documents, made from a copy of the files alone."""
    with TemporaryDirectory() as name:
        copy = Path(name)
        for file, data in project.items():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / file).write_bytes(data)
        return make_documents(copy / report.folder.relative_to(report.root))


def _files(
    report: Report,
    questions: tuple[str, ...],
    project: Mapping[str, bytes],
    documents: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return every file of an archive in order, what explains it first."""
    settings = report.settings
    about = _ABOUT.format(
        title=settings.title, organisation=settings.organisation, date=settings.date
    )
    held = {"README.txt": about.encode(), **documents}
    held |= {PROJECT + name: data for name, data in project.items()}
    manifest = Manifest(
        settings.name,
        settings.title,
        settings.organisation,
        settings.date.isoformat(),
        report.folder.relative_to(report.root).as_posix(),
        questions,
        made_with(),
        tuple(file_of(name, data) for name, data in held.items()),
    )
    return {"README.txt": held.pop("README.txt"), NAME: manifest.to_bytes(), **held}
