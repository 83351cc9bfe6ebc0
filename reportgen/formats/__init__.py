"""The formats a document is written in; none of them knows another."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from reportgen.document import Document
from reportgen.settings import Format
from reportgen.theme import Theme


def render(
    document: Document, theme: Theme, assets: Path, format: Format, attachments: bool = True
) -> bytes:
    """Return a document as the bytes of a file. Only the format asked for is imported.

    `attachments` puts the figures used into a PDF. Raises `RenderError` if the format cannot hold
    the document.
    """
    match format:
        case "docx":
            from reportgen.formats.word import write_word

            return write_word(document, theme, assets)
        case "pdf":
            from reportgen.formats.pdf import figures_used, write_pdf

            return write_pdf(document, theme, assets, figures_used(document) if attachments else ())
        case "txt":
            from reportgen.formats.text import write_text

            return write_text(document).encode("utf-8")
        case _:
            assert_never(format)
