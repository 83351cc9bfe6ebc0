"""The commands that make something: the documents of a report, and a new project."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from reportgen.cli.voice import REPORT, REPORT_FOLDER, progress, quoted, shortest, tell, today
from reportgen.errors import EditedError, Place, Problem, ProjectError, ReportgenError
from reportgen.settings import FORMATS, Format, Status

# Each command imports what it needs when it runs, so that --help answers at once.


@click.command()
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
        if folder not in unmade:
            tell_remarks(folder, number, several)
    for folder, failure in failed:
        tell(failure, folder if several else None)
    if failed:
        sys.exit(failed[0][1].exit_code)


def tell_remarks(folder: Path, number: int, several: bool) -> None:
    """Say how many remarks there are on a report, and where to read them."""
    many = "1 remark" if number == 1 else f"{number} remarks"
    named = f"{shortest(folder)}: " if several else ""
    click.echo(f"{named}{many}: run reportgen check {quoted(folder)}", err=True)


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


@click.command()
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
