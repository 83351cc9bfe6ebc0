"""An archive of the example report, made once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from reportgen.archive import archive

ROOT = Path(__file__).parents[2]
DAY = date(2026, 1, 15)


def finished_project(folder: Path) -> Path:
    """Return a report that is final, in a project of its own."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("sections", "assets", "data/example"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    report = folder / "data" / "example"
    settings = report / "report.toml"
    text = settings.read_text("utf-8").replace('status = "Draft"', 'status = "Final"')
    settings.write_text(text, "utf-8")
    return report


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A report that is final, with questions beside its figures, for one test."""
    return finished_project(tmp_path)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in its folder, with its register. Not to be changed."""
    return archive(finished_project(tmp_path_factory.mktemp("kept")), DAY, with_questions=True)


@pytest.fixture
def copied(kept: Path, tmp_path: Path) -> Path:
    """A copy of the archive alone, to be damaged."""
    return Path(shutil.copy(kept, tmp_path))
