"""The commands that read and make nothing: what a report holds, and what a download is."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import click

from reportgen.cli.voice import REPORT, REPORT_FOLDER, shortest, tell
from reportgen.errors import ReportgenError

# Each command imports what it needs when it runs, so that --help answers at once.


@click.command()
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


@click.command()
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
        from reportgen.output import replace_files

        rows = io.StringIO(newline="")
        csv.writer(rows).writerows(table(found))
        replace_files({file: rows.getvalue().encode("utf-8-sig")})
        click.echo(shortest(file))
        return
    for item in found:
        said = item.statement
        click.echo(f"{said.score:>7}  {said.kind:<11}  {item.why}  {item.chapter}  {said.id}")
        click.echo(f"         {said.text}")


@click.command()
@click.argument("report", type=REPORT_FOLDER)
@click.argument("words", nargs=-1, metavar="[ID or words]")
def explain(report: Path, words: tuple[str, ...]) -> None:
    """Say why a sentence is in a report: its rule, arithmetic, cells and score.

    The sentence is named by its id, by the beginning of one up to a dot, or by words in it. Words
    that no statement holds are looked for in all others: officers' words, key figures, tables and
    charts, where each figure is traced to its cell. Without any, every statement is explained,
    those not printed too.

    \b
    Examples:
      reportgen explain data/buckinghamshire-2021 "free school meals"
      reportgen explain data/buckinghamshire-2021 attainment_8.all
    """
    from reportgen.check.told import explained_in

    for line in explained_in(report, " ".join(words)):
        click.echo(line)


@click.command()
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
    from reportgen.load.folders import TABLES, tables_in
    from reportgen.load.inspect import inspect_file
    from reportgen.load.read import DataFile
    from reportgen.new import starter
    from reportgen.project import read_measures

    here = Path.cwd()
    around = (folder for folder in (here, *here.parents) if (folder / "sections").is_dir())
    measures = read_measures(next(around, starter()))
    refused = False
    for path in files:
        found = tables_in(path) if path.is_dir() else (path,)
        if not found:
            click.echo(f"{shortest(path)}\n  There is no table in it: {' '.join(TABLES)}")
        for file in found:
            for table in inspect_file(DataFile(file), measures, shortest(file)):
                click.echo("\n".join(table.lines()))
                refused = refused or bool(table.problems)
    if refused:
        sys.exit(1)
