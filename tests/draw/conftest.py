"""The theme and fonts that charts are drawn with, and the charts that the tests draw."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.draw.faces import Faces, read_faces
from reportgen.theme import Theme, read_theme

ASSETS = Path(__file__).parents[2] / "assets"


def _load() -> ModuleType:
    """Return `charts.py` of this folder, which is no package, under a name of its own."""
    path = Path(__file__).with_name("charts.py")
    spec = importlib.util.spec_from_file_location("draw_charts", path)
    assert spec
    assert spec.loader
    module = sys.modules["draw_charts"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


charts_module = _load()


@pytest.fixture(scope="session")
def charts() -> ModuleType:
    """How to make charts and to measure what is drawn."""
    return charts_module


@pytest.fixture(scope="session")
def assets() -> Path:
    """The folder that holds the fonts."""
    return ASSETS


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The project's own theme."""
    return read_theme(ASSETS / "theme.toml")


@pytest.fixture(scope="session")
def faces(theme: Theme) -> Faces:
    """The fonts of the theme."""
    return read_faces(theme, ASSETS)
