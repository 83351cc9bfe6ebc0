"""Say what a test needs of the machine. Without it a test is skipped; in CI no test may be."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("calm", deadline=None)  # a busy machine fails no law
settings.load_profile("calm")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for the programs and modules that `@pytest.mark.needs("qpdf", …)` names."""
    wanted = [tool for marker in item.iter_markers("needs") for tool in marker.args]
    missing = [tool for tool in wanted if not _found(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def _found(tool: str) -> bool:
    return shutil.which(tool) is not None or importlib.util.find_spec(tool) is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that is skipped in CI, where everything it needs must be there."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that is skipped as a whole in CI."""
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real published files that REPORTGEN_REALDATA names."""
    folder = os.environ.get("REPORTGEN_REALDATA", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("REPORTGEN_REALDATA does not name a folder of real published files")
    return Path(folder)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own for one test: the chapters, the look and the example report."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("sections", "assets", "data/example"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    return tmp_path
