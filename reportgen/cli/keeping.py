"""The commands that keep a finished report, and hold what was kept against what is there."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.voice import REPORT, REPORT_FOLDER, progress, shortest, today
from reportgen.errors import Place, Problem

# Each command imports what it needs when it runs, so that --help answers at once.


@click.command()
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
    A draft, or a report with open questions, is refused with what to settle. The documents are made
    anew from the project: what was typed into the Word draft is not in them, and a remark says so.

    \b
    Example:
      reportgen archive data/buckinghamshire-2021 --with-questions
    """
    with progress() as on_progress:
        from reportgen.archive import archive as keep
        from reportgen.archive.register import same_as

        path = keep(report, today(), with_questions, on_progress)
    click.echo(shortest(path))
    if earlier := same_as(path):
        click.echo(f"Remark: it holds the same as {earlier}, byte for byte", err=True)
    tell_edited(path.parents[1] / report.resolve().name)


def tell_edited(output: Path) -> None:
    """Say which documents of a report were changed by hand, so that the archive is without that."""
    from reportgen.output import edited_in

    for file in edited_in(output):
        what = "it was changed since it was built, and the archive is without those changes"
        hint = "put them into words/ and archive again, or keep the file with the archive"
        click.echo(f"Remark: {Problem(what, Place(shortest(file)), hint)}", err=True)


@click.command()
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

    FILE is a zip of `reportgen archive` or a PDF of `reportgen build`; with --archive, it may be a
    Word document too. Every byte counts. The exit status is 0 if nothing changed, and 8 if
    anything did.

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
