"""Turn what is typed into what is done: the command line, the only clock and the only voice.

The rule it guards: an expected failure is told in the reader's words, one problem after another,
with the exit status of its kind; anything else is a bug and keeps its traceback.
"""

from __future__ import annotations

import csv
import os
import re
import shlex
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.errors import EditedError, Place, Problem, ProjectError, ReportgenError, SectionError
from reportgen.settings import FORMATS, Format, Status

if TYPE_CHECKING:
    from reportgen.build import OnProgress

# Each command imports what it needs when it runs, so that --help answers at once.

REPORT = click.Path(path_type=Path)
STOPPED = 130
"""The exit status of a command that was stopped with Ctrl and C, as shells count."""
EXAMPLES = """
\b
Examples:
  reportgen build data/buckinghamshire-2021
  reportgen build data/buckinghamshire-2021 --format pdf --output drafts
  reportgen check data/buckinghamshire-2021
  reportgen explain data/buckinghamshire-2021 "free school meals"
  reportgen archive data/buckinghamshire-2021
  reportgen verify output/archive/buckinghamshire-2021-2021-11-18.zip
  reportgen inspect downloads/ks4_la.csv
  reportgen new my-reports --area Warwickshire --title "Education in Warwickshire"
"""


class Commands(click.Group):
    """The commands, with one way of telling what went wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; tell an expected failure and leave with its exit status.

        A file or folder that the system keeps from us is one, wherever it is met.
        """
        try:
            return super().invoke(ctx)
        except ReportgenError as error:
            tell(error)
            ctx.exit(error.exit_code)
        except PermissionError as error:
            if not error.filename:
                raise
            hint = "ask for the right to use it, or close the program that holds it"
            what = f"this cannot be used: {error.strerror}"
            tell(ReportgenError(Problem(what, Place(str(error.filename)), hint)))
            ctx.exit(ReportgenError.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped; nothing more was written.", err=True)
            ctx.exit(STOPPED)


class Folder(click.Path):
    """The folder of a report; its report.toml stands for it too."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path of the folder."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        return path.parent if path.name == "report.toml" and path.is_file() else path


REPORT_FOLDER = Folder(path_type=Path)


def tell(error: ReportgenError, report: Path | None = None) -> None:
    """Write every problem of an error on lines of its own to standard error.

    `report` is named where there are several. A chapter that failed shows the traceback of its own
    code first: its author needs it.
    """
    if isinstance(error, SectionError) and error.__cause__:
        click.echo("".join(traceback.format_exception(error.__cause__)), err=True)
    of = f" {shortest(report)}:" if report else ""
    for problem in error.problems:
        click.echo(f"{click.style('Error:', fg='red')}{of} {problem}", err=True)


@click.group(
    cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="reportgen", message="reportgen %(version)s")
def main() -> None:
    """Turn published education statistics into a Word draft and an accessible PDF."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may lack a character of a message; that must not stop the work.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


@main.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=REPORT_FOLDER)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write into, instead of the project's output folder.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS, case_sensitive=False),
    help="Make only this format; may be given several times. Default: those of report.toml.",
)
@click.option(
    "--draft",
    "status",
    flag_value="Draft",
    help="Mark every page as a draft, whatever status report.toml gives.",
)
@click.option("--final", "status", flag_value="Final", help="Make it without the marks of a draft.")
def build(
    reports: tuple[Path, ...],
    output: Path | None,
    formats: tuple[Format, ...],
    status: Status | None,
) -> None:
    """Make the documents of one or more reports.

    REPORT is a folder with a report.toml in it. The files go to output/NAME/NAME.docx, .pdf and
    .txt, and their paths are printed. If anything is wrong, the previous files stay as they were.
    A file that was changed since the last build, or is open, always stays: the new one goes beside
    it as "NAME (2).docx", and the exit status is 6. Of several reports, one that cannot be made
    does not keep the others from being made; the exit status is that of the first that failed.

    \b
    Examples:
      reportgen build data/buckinghamshire-2021
      reportgen build data/buckinghamshire-2021 --format docx --format txt
    """
    folders = tuple({folder.resolve(): folder for folder in reports}.values())
    refuse_one_place(folders, output)
    paths: list[Path] = []
    failed: list[tuple[Path, ReportgenError]] = []
    remarks: list[tuple[Path, int]] = []
    try:
        with progress() as on_progress:
            from reportgen.build import build as build_report

            for folder in folders:
                count = partial(note, remarks, folder)
                try:
                    paths += build_report(folder, output, formats, on_progress, status, count)
                except ReportgenError as error:
                    failed.append((folder, error))
                    paths += error.written if isinstance(error, EditedError) else ()
    finally:
        for path in paths:
            click.echo(shortest(path))
    several = len(folders) > 1
    unmade = {folder for folder, failure in failed if not isinstance(failure, EditedError)}
    for folder, number in remarks:
        if folder in unmade:
            continue
        many = "1 remark" if number == 1 else f"{number} remarks"
        told = f"{many}: run reportgen check {quoted(folder)}"
        named = f"{shortest(folder)}: " if several else ""
        click.echo(f"{named}{told}", err=True)
    for folder, failure in failed:
        tell(failure, folder if several else None)
    if failed:
        sys.exit(failed[0][1].exit_code)


def note(remarks: list[tuple[Path, int]], folder: Path, number: int) -> None:
    """Keep the number of remarks on a report, if there are any."""
    if number:
        remarks.append((folder, number))


def refuse_one_place(folders: Iterable[Path], output: Path | None) -> None:
    """Raise `ProjectError` if two reports would be written into one folder."""
    from reportgen.project import project_root

    taken: dict[Path, Path] = {}
    problems = []
    for folder in folders:
        try:
            root = output or project_root(folder) / "output"
        except ReportgenError:
            continue  # said when it is its turn
        other = taken.setdefault(root.resolve() / folder.resolve().name, folder)
        if other is not folder:
            what = f"it would be written to the same folder as {shortest(other)}"
            hint = "rename one of the two folders, or build them with two --output"
            problems.append(Problem(what, Place(shortest(folder)), hint))
    if problems:
        raise ProjectError(problems)


@main.command()
@click.argument("report", type=REPORT_FOLDER)
def check(report: Path) -> None:
    """Read everything, build nothing, and list every problem.

    The exit status is 0 if the report can be built and 1 if not. Remarks, such as open questions
    about a figure, are listed too and do not change it.

    \b
    Example:
      reportgen check data/buckinghamshire-2021
    """
    from reportgen.check import check_report

    try:
        account = check_report(report)
    except ReportgenError as error:
        tell(error)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' * (count != 1)}; this report cannot be built.", err=True)
        sys.exit(1)
    for file in account.files:
        click.echo(f"Read: {file}")
    for remark in account.remarks:
        click.echo(f"Remark: {remark}")
    click.echo(f"No problems in {shortest(report)}.")


@main.command()
@click.argument("report", type=REPORT_FOLDER)
@click.option(
    "--csv",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write them to this CSV file, a row for each finding, instead of listing them.",
)
def findings(report: Path, file: Path | None) -> None:
    """List everything the figures of a report say, chosen for its pages or not.

    Each is listed with its score, its kind, why it is not printed if it is not, its id and its
    words. The id is what report.toml mutes and `reportgen explain` explains.

    \b
    Examples:
      reportgen findings data/buckinghamshire-2021
      reportgen findings data/buckinghamshire-2021 --csv findings.csv
    """
    from reportgen.check.told import read_told, table

    _, found = read_told(report)
    if file:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows(table(found))
        click.echo(shortest(file))
        return
    for item in found:
        said = item.statement
        click.echo(f"{said.score:>7}  {said.kind:<11}  {item.why}  {item.chapter}  {said.id}")
        click.echo(f"         {said.text}")


@main.command()
@click.argument("report", type=REPORT_FOLDER)
@click.argument("words", nargs=-1, metavar="[ID or words]")
def explain(report: Path, words: tuple[str, ...]) -> None:
    """Say why a sentence is in a report: its rule, arithmetic, cells and score.

    The sentence is named by its id, by the beginning of one up to a dot, or by words in it. Without
    any, every statement is explained, those not printed too.

    \b
    Examples:
      reportgen explain data/buckinghamshire-2021 "free school meals"
      reportgen explain data/buckinghamshire-2021 attainment_8.all
    """
    from reportgen.check.told import explained, matching, read_told

    facts, found = read_told(report)
    for item in matching(found, " ".join(words)):
        click.echo("\n".join(explained(facts, item, found)))


@main.command()
@click.argument("report", type=REPORT_FOLDER)
@click.option(
    "--with-questions",
    is_flag=True,
    help="Archive although questions about figures are open; they are kept in the archive.",
)
def archive(report: Path, with_questions: bool) -> None:
    """Keep a finished report with all that it was made from.

    The Word document, the PDF, the project and a manifest go into output/archive/NAME-DATE.zip,
    with a line in output/archive/register.csv. An archive that is there already is never replaced.
    A draft, or a report with open questions, is refused with what to settle.

    \b
    Example:
      reportgen archive data/buckinghamshire-2021 --with-questions
    """
    with progress() as on_progress:
        from reportgen.archive import archive as keep

        path = keep(report, today(), with_questions, on_progress)
    click.echo(shortest(path))


@main.command()
@click.argument("file", type=REPORT)
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    help="Compare FILE, a document, with the one in this archive.",
)
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make the documents again from the archive and compare; this runs the chapters in it.",
)
def verify(file: Path, archive: Path | None, rebuild: bool) -> None:
    """Say whether anything changed in an archive or a PDF since it was made.

    FILE is a zip of `reportgen archive` or a PDF of `reportgen build`. Every byte counts. The exit
    status is 0 if nothing changed.

    \b
    Examples:
      reportgen verify output/archive/buckinghamshire-2021-2021-11-18.zip --rebuild
      reportgen verify buckinghamshire-2021.pdf
    """
    with progress() as on_progress:
        from reportgen.archive import verify as compare

        on_progress("Making the documents again" if rebuild else "Comparing")
        same = compare(file, archive, rebuild)
    for what in same:
        click.echo(f"Unchanged: {what}")
    click.echo(f"Nothing changed in {shortest(file)}.")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=REPORT)
def inspect(files: tuple[Path, ...]) -> None:
    """Say what downloaded files are, and what of them can be used.

    For each file: its form, the measures known, years, areas and symbols, what is not understood,
    and what becomes of every row. A folder stands for the tables in it. The measures are those of
    the project around the working folder, or without one those that come with reportgen.

    \b
    Example:
      reportgen inspect downloads/ks4_la.csv downloads/lait.parquet
    """
    from reportgen.load.folders import tables_in
    from reportgen.load.inspect import inspect_file
    from reportgen.load.read import DataFile
    from reportgen.new import starter
    from reportgen.project import read_measures

    here = Path.cwd()
    around = (folder for folder in (here, *here.parents) if (folder / "sections").is_dir())
    measures = read_measures(next(around, starter()))
    refused = False
    for path in files:
        for file in tables_in(path) if path.is_dir() else (path,):
            for table in inspect_file(DataFile(file), measures, shortest(file)):
                click.echo("\n".join(table.lines()))
                refused = refused or bool(table.problems)
    if refused:
        sys.exit(1)


@main.command()
@click.argument("folder", type=REPORT)
@click.option("--area", required=True, metavar="NAME-OR-CODE", help="The authority it is about.")
@click.option("--title", default="", help="The title on the cover.")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of downloads to make the report of, instead of made-up figures.",
)
def new(folder: Path, area: str, title: str, data: Path | None) -> None:
    """Make a project that builds at once, to be filled with your figures and words.

    FOLDER must not exist yet, or be empty. It gets the chapters, the look and one report. With
    --data, its figures are those of the downloads about the authority; without, they are made up
    and say so; replace them with published ones.

    \b
    Examples:
      reportgen new my-reports --area Warwickshire --title "Education in Warwickshire"
      reportgen new my-reports --area "West Northamptonshire" --data downloads
    """
    from reportgen.new import new as make_project
    from reportgen.new import new_from_data

    passed: tuple[Problem, ...] = ()
    if data:
        report, passed = new_from_data(folder, area, title, today(), data)
    else:
        report = make_project(folder, area, title or "Our schools", today())
    made = "from downloads" if data else "with made-up figures"
    click.echo(f"Made {shortest(report)} {made}. Now try:")
    click.echo(f"  reportgen build {quoted(report)}")
    if passed:
        click.echo("Passed over:", err=True)
    for problem in passed:
        hint = f" ({problem.hint})" if problem.hint else ""
        click.echo(f"  {problem.place}: {problem.what}{hint}", err=True)


def today() -> date:
    """Return the date of today, or that of SOURCE_DATE_EPOCH where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def shortest(path: Path) -> str:
    """Return a path as seen from the working folder, or in full if it lies elsewhere."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def quoted(path: Path) -> str:
    """Return a path as it is typed in a command, in quotation marks where it needs them."""
    text = shortest(path)
    if os.name == "nt":
        return f'"{text}"' if re.search(r"[^\w.:/\\-]", text) else text
    return shlex.quote(text)


@contextmanager
def progress() -> Iterator[OnProgress]:
    """Yield a function that shows the step at work, once the work has taken a second.

    Nothing is shown where standard error is not a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.status import Status

    status = Status("Starting", console=Console(stderr=True))
    begin = threading.Timer(1.0, status.start)
    begin.start()
    try:
        yield status.update
    finally:
        begin.cancel()
        begin.join()
        status.stop()
