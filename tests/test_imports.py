"""What an import brings with it: little, and never from a higher floor."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"docx", "lxml", "matplotlib", "numpy", "openpyxl", "pandas", "pikepdf", "pyarrow"}
HEAVY |= {"reportlab", "rich", "markdown_it", "PIL"}


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh Python has loaded after some code."""
    after = (
        "\nimport json, sys\nprint(json.dumps(sorted({n.partition('.')[0] for n in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + after], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_reportgen_loads_no_heavy_library() -> None:
    loaded = loaded_by("import reportgen")

    assert "reportgen" in loaded
    assert not loaded & (HEAVY | {"click"})


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_and_version_load_no_heavy_library(arguments: list[str]) -> None:
    loaded = loaded_by(f"from reportgen.cli import main; main({arguments}, standalone_mode=False)")

    assert "click" in loaded
    assert not loaded & HEAVY


def test_writing_a_pdf_loads_nothing_that_reads_one() -> None:
    loaded = loaded_by("import reportgen.formats.pdf")

    assert "reportlab" in loaded
    assert "pikepdf" not in loaded


@pytest.mark.needs("importlinter")
def test_imports_point_down_and_every_library_has_one_home() -> None:
    code = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_can_be_imported() -> None:
    modules = sorted((ROOT / "reportgen").rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in modules]
    missing = [name for name in names if importlib.util.find_spec(name) is None]

    assert len(names) > 20
    assert missing == []
