"""Whole files: what they say, that they are whole, and that they are the same every time."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Document, Heading
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.pages import paginate
from reportgen.theme import Theme


@pytest.fixture(params=["pdf", "stress_pdf"])
def made(request: pytest.FixtureRequest) -> bytes:
    """Each of the two files."""
    data: bytes = request.getfixturevalue(request.param)
    return data


def test_nothing_is_wrong_with_a_file(made: bytes, gate: ModuleType) -> None:
    assert gate.faults(made) == []


@pytest.mark.parametrize("name", ["document", "stress"])
def test_a_file_says_what_its_document_says_block_by_block(
    name: str, request: pytest.FixtureRequest, gate: ModuleType, expected: ModuleType
) -> None:
    document = request.getfixturevalue(name)
    data = request.getfixturevalue({"document": "pdf", "stress": "stress_pdf"}[name])
    found = gate.said(data)
    ids = [block.id for block in document.blocks if isinstance(block, Heading)]
    pages = gate.heading_pages(data, ids)
    assert found == expected.said(document, pages)
