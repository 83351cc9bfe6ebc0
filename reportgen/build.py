"""Turn a report folder into its Word, PDF and text files, in the order it happens.

The rule it guards: a build that fails leaves the previous output as it was. Every file is made and
written beside its place first, and only then do all of them change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.compose import compose
from reportgen.errors import EditedError, Place, Problem, ProjectError
from reportgen.formats import render
from reportgen.project import read_project
from reportgen.settings import Format, Status
from reportgen.theme import read_theme

OnProgress = Callable[[str], None]
"""Called as each step begins, with the step in words: "Writing the PDF"."""

_WORDS: Mapping[Format, str] = {"docx": "the Word document", "pdf": "the PDF", "txt": "the text"}


def _silent(step: str) -> None:
    """Tell nobody."""


def build(
    report_folder: Path,
    output: Path | None = None,
    formats: Iterable[Format] = (),
    on_progress: OnProgress = _silent,
    status: Status | None = None,
) -> tuple[Path, ...]:
    """Return the paths of the files made from a report, in the order of `formats`.

    They are `<output>/<name>/<name>.<format>`; `output` is by default the project's own output
    folder, and `formats` those that report.toml asks for. `status` is said in place of the
    report's own; every page of a draft is marked.
    Raises any `ReportgenError`; the previous output is then untouched.
    """
    on_progress("Reading the report")
    report = read_project(report_folder)
    settings = replace(report.settings, status=status or report.settings.status)
    theme = read_theme(report.root / (settings.theme or "assets/theme.toml"))
    on_progress("Writing the chapters")
    document = compose(replace(report, settings=settings))
    assets = report.root / "assets"
    folder = (output or report.root / "output") / settings.name
    files: dict[Path, bytes] = {}
    for format in dict.fromkeys(formats or settings.formats):
        on_progress(f"Making {_WORDS[format]}")
        files[folder / f"{settings.name}.{format}"] = render(
            document, theme, assets, format, settings.attachments
        )
    replace_files(files)
    return tuple(files)


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that either all of them are new or all are as they were.

    Raises `EditedError` naming every file that another program holds open, and `ProjectError` if
    the folder cannot be written to.
    """
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _beside(path, "new").write_bytes(content)
        set_aside = _set_aside(files)
        for path in files:
            _beside(path, "new").replace(path)
        for path in set_aside:
            _beside(path, "old").unlink()
    except OSError as error:
        what = f"the file cannot be written: {error.strerror}"
        raise ProjectError(Problem(what, Place(str(path)))) from error
    finally:
        for path in files:
            _beside(path, "new").unlink(missing_ok=True)


def _set_aside(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Rename the files that are there already; return those. If one resists, put all back."""
    moved: list[Path] = []
    held: list[Problem] = []
    for path in paths:
        try:
            if path.exists():
                path.replace(_beside(path, "old"))
                moved.append(path)
        except OSError:
            hint = "close it in Word or the PDF reader, then build again"
            held.append(Problem("the file is open in another program", Place(str(path)), hint))
    if held:
        for path in moved:
            _beside(path, "old").replace(path)
        raise EditedError(held)
    return tuple(moved)


def _beside(path: Path, mark: str) -> Path:
    """Return the name a file has while it waits beside its place; a dot keeps it out of sight."""
    return path.with_name(f".{path.name}.{mark}")
