"""The one voice of the command line: what is shown, how a failure is told, and the one clock.

The rule it guards: an expected failure is told in the reader's words, one problem after another,
with the exit status of its kind; anything else is a bug and keeps its traceback.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.errors import Place, Problem, ReportgenError, SectionError

if TYPE_CHECKING:
    from reportgen.build import OnProgress

REPORT = click.Path(path_type=Path)
STOPPED = 130
"""The exit status of a command that was stopped with Ctrl and C, as shells count."""


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
            tell_refused("used", error, hint)
            ctx.exit(ReportgenError.exit_code)
        except OSError as error:
            from reportgen.output import FULL

            if error.errno not in FULL:
                raise
            tell_refused("written", error, "make room on the disk, and do it again")
            ctx.exit(ReportgenError.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped; nothing more was written.", err=True)
            ctx.exit(STOPPED)


def tell_refused(done: str, error: OSError, hint: str) -> None:
    """Write what the system refuses, and of which file where it says so, to standard error."""
    place = Place(str(error.filename)) if error.filename else None
    tell(ReportgenError(Problem(f"this cannot be {done}: {error.strerror}", place, hint)))


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
    for problem in error.problems:
        named = report and not (problem.place and problem.place.file == str(report))
        of = f" {shortest(report)}:" if report and named else ""
        click.echo(f"{click.style('Error:', fg='red')}{of} {problem}", err=True)


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
