"""The formats a document is written in; none of them knows another."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from reportgen.document import Document
from reportgen.settings import Format, Settings, Word
from reportgen.theme import Theme


def render(
    document: Document, theme: Theme, root: Path, format: Format, settings: Settings
) -> bytes:
    """Return a document as the bytes of a file. Only the format asked for is imported.

    `root` is the project, whose assets are used and whose `.cache` keeps drawn charts. A
    Word document that is a draft tracks changes and carries what it said. Raises `RenderError` if
    the format cannot hold the document.
    """
    assets = root / "assets"
    match format:
        case "docx":
            return _render_word(document, theme, root, settings.word)
        case "pdf":
            from reportgen.formats.pdf import figures_used, kept_drawings, write_pdf

            attached = figures_used(document) if settings.attachments else ()
            draw = kept_drawings(root / ".cache", theme, assets)
            return write_pdf(document, theme, assets, attached, draw)
        case "txt":
            from reportgen.formats.text import write_text

            return write_text(document).encode("utf-8")
        case _:
            assert_never(format)


def _render_word(document: Document, theme: Theme, root: Path, wanted: Word) -> bytes:
    from reportgen.formats.word import Draft, Template, build_id, write_word

    return write_word(
        document,
        theme,
        root / "assets",
        charts=wanted.charts,
        template=Template(root / wanted.template, dict(wanted.styles)) if wanted.template else None,
        draft=Draft(build_id(document)) if document.draft else None,
    )


def said_in(docx: bytes) -> dict[str, bytes]:
    """Return what a Word draft said when it was built, by its build id; empty if it is none."""
    from reportgen.formats.word import read_baseline, read_build

    said = read_baseline(docx)
    return {read_build(said): said} if said else {}
