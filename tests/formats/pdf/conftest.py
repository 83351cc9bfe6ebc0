"""The made-up reports of `sample.py`, their PDFs, and the gate that every file has to pass."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Document
from reportgen.formats.pdf import Attachment, write_pdf
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import styles_of
from reportgen.theme import Theme, read_theme

ASSETS = Path(__file__).parents[3] / "assets"
ATTACHMENTS = (
    Attachment("figures.csv", b"measure,value\r\nattainment_8,59.0\r\n", "text/csv", "the figures"),
    Attachment("manifest.json", b"{}\n", "application/json", "what is attached", "Supplement"),
)


def _load(name: str) -> ModuleType:
    """Return a module of this folder, which is no package, under a name of its own."""
    full = f"pdf_{name}"
    if full not in sys.modules:
        path = Path(__file__).with_name(f"{name}.py")
        spec = importlib.util.spec_from_file_location(full, path)
        assert spec
        assert spec.loader
        module = sys.modules[full] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[full]


reading = _load("reading")
gate_module = _load("gate")
expected_module = _load("expected")
sample_module = _load("sample")
stress_module = _load("stress")
breaks = _load("breaks")


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """The made-up reports."""
    return sample_module


@pytest.fixture(scope="session")
def gate() -> ModuleType:
    """What finds fault with a file."""
    return gate_module


@pytest.fixture(scope="session")
def expected() -> ModuleType:
    """What a document says, worked out without the renderer."""
    return expected_module


@pytest.fixture(scope="session")
def assets() -> Path:
    """The project's own assets."""
    return ASSETS


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The project's own theme."""
    return read_theme(ASSETS / "theme.toml")


@pytest.fixture(scope="session")
def setting(theme: Theme) -> Setting:
    """What a block without a chart needs to be set."""
    fonts = Fonts.read(ASSETS / "fonts", theme.face["pdf"])
    return Setting(styles_of(theme, 11), fonts, theme, lambda chart, width: pytest.fail("no chart"))


@pytest.fixture(scope="session")
def attachments() -> tuple[Attachment, ...]:
    """The files kept inside the report with every kind of block."""
    return ATTACHMENTS


@pytest.fixture(scope="session")
def document() -> Document:
    """A report with every kind of block."""
    made: Document = sample_module.document()
    return made


@pytest.fixture(scope="session")
def stress() -> Document:
    """A report that is hard to set."""
    made: Document = stress_module.stress()
    return made


@pytest.fixture(scope="session")
def pdf(document: Document, theme: Theme) -> bytes:
    """The report with every kind of block, with files attached."""
    return write_pdf(document, theme, ASSETS, ATTACHMENTS)


@pytest.fixture(scope="session")
def stress_pdf(stress: Document, theme: Theme) -> bytes:
    """The report that is hard to set."""
    return write_pdf(stress, theme, ASSETS)
