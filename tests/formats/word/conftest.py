"""The made-up report of `sample.py`, and the Word file made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from reportgen.document import Document
from reportgen.formats.word import Draft, Template, write_word
from reportgen.formats.word.package import Package, read_package
from reportgen.theme import Theme
from tests.formats.word import sample
from tests.formats.word.council import council_template


@pytest.fixture(scope="session")
def document() -> Document:
    """The made-up report."""
    return sample.document()


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The project's own theme."""
    return sample.theme()


@pytest.fixture(scope="session")
def assets() -> Path:
    """The project's own assets."""
    return sample.ASSETS


@pytest.fixture(scope="session")
def docx(document: Document, theme: Theme, assets: Path) -> bytes:
    """The Word file of the made-up report."""
    return write_word(document, theme, assets)


KINDS: dict[str, dict[str, Any]] = {
    "native": {"charts": "native"},
    "picture": {"charts": "picture"},
    "committee": {"committee": True},
    "council": {"template": "template"},
    "council committee": {"template": "template", "committee": True},
}
"""The ways to write one document."""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A council's own template, with a style of its own for chapters."""
    path = tmp_path_factory.mktemp("council") / "template.docx"
    path.write_bytes(council_template())
    return Template(path, {"Heading 1": "Westshire Heading"})


@pytest.fixture(scope="session")
def write(
    document: Document, theme: Theme, assets: Path, template: Template
) -> Callable[[str], bytes]:
    """A function that writes the made-up report as a draft, in one of the ways of `KINDS`."""

    @lru_cache
    def write_kind(kind: str) -> bytes:
        options = dict(KINDS[kind])
        if "template" in options:
            options["template"] = template
        draft = Draft("k3v9q2ab")
        own = sample.paper(document) if options.pop("committee", False) else document
        return write_word(replace(own, draft=True), theme, assets, draft=draft, **options)

    return write_kind


@pytest.fixture(scope="session", params=list(KINDS))
def every(request: pytest.FixtureRequest, write: Callable[[str], bytes]) -> bytes:
    """The draft in every way."""
    return write(request.param)


@pytest.fixture(scope="session", params=["native", "picture", "council"])
def either(request: pytest.FixtureRequest, write: Callable[[str], bytes]) -> bytes:
    """The draft in the ways that differ for other programs."""
    return write(request.param)


@pytest.fixture(scope="session")
def docx_with_pictures(document: Document, theme: Theme, assets: Path) -> bytes:
    """The Word file with pictures of charts."""
    return write_word(document, theme, assets, charts="picture")


@pytest.fixture(scope="session")
def package(docx: bytes) -> Package:
    """The parts of that file."""
    return read_package(docx)
