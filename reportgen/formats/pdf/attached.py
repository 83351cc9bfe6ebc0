"""Read the files that travel inside a PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf


def read_attached(data: bytes) -> Mapping[str, bytes]:
    """Return the files attached to a PDF by name; none if it cannot be read as a PDF."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = pdf.attachments.items()
            return {name: file.get_file().read_bytes() for name, file in found}
    except (pikepdf.PdfError, ValueError, KeyError, AttributeError, TypeError, RuntimeError):
        return {}
