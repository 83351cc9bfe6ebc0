"""Turn a report folder into its Word, PDF and text files, in the order it happens.

The rule it guards: a build that fails leaves the previous output as it was, and one that succeeds
leaves what a person changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.check import remarks_on
from reportgen.compose import compose
from reportgen.document import Document
from reportgen.errors import EditedError
from reportgen.formats import render, said_in
from reportgen.kept import Kept
from reportgen.output import write_output
from reportgen.project import read_with_accounts
from reportgen.settings import Format, Settings, Status
from reportgen.theme import Theme, read_theme

OnProgress = Callable[[str], None]
"""Called as each step begins, with the step in words: "Writing the PDF"."""

OnRemarks = Callable[[int], None]

_WORDS: Mapping[Format, str] = {"docx": "the Word document", "pdf": "the PDF", "txt": "the text"}


def _silent(step: str) -> None:
    """Tell nobody."""


def build(
    report_folder: Path,
    output: Path | None = None,
    formats: Iterable[Format] = (),
    on_progress: OnProgress = _silent,
    status: Status | None = None,
    on_remarks: OnRemarks | None = None,
) -> tuple[Path, ...]:
    """Return the paths of the files made from a report, in the order of `formats`.

    They are `<output>/<name>/<name>.<format>`; `output` is by default the project's own output
    folder, and `formats` those that report.toml asks for. `status` is said in place of the
    report's own; every page of a draft is marked. `on_remarks` is told how many remarks `check`
    has on the report.
    Raises `EditedError` if a file there was changed or is open: it stays, and `written` are the new
    files, that one's beside it under another name. Raises any other `ReportgenError` with the
    previous output untouched.
    """
    on_progress("Reading the report")
    report, accounts = read_with_accounts(report_folder)
    settings = replace(report.settings, status=status or report.settings.status)
    theme = read_theme(report.root / (settings.theme or "assets/theme.toml"))
    on_progress("Writing the chapters")
    document = compose(replace(report, settings=settings))
    if on_remarks:
        on_remarks(len(remarks_on(report, document, accounts)))
    files: dict[str, bytes] = {}
    drafts: dict[str, bytes] = {}
    for format in dict.fromkeys(formats or settings.formats):
        on_progress(f"Making {_WORDS[format]}")
        content = _made(document, theme, report.root, format, settings)
        files[f"{settings.name}.{format}"] = content
        if format == "docx":
            drafts = said_in(content)
    written = write_output((output or report.root / "output") / settings.name, files, drafts)
    Kept(report.root / ".cache").trim()
    if written.kept:
        raise EditedError(written.kept, written.paths)
    return written.paths


def _made(
    document: Document, theme: Theme, root: Path, format: Format, settings: Settings
) -> bytes:
    """Return a document in a format. Raises `RenderError` if it or a typeface cannot be used."""
    try:
        return render(document, theme, root, format, settings)
    except RuntimeError:  # so says the library that draws letters of a file that is no font
        from reportgen.formats.pdf.fonts import Fonts

        Fonts.read(root / "assets" / "fonts", theme.face["pdf"])
        raise
