"""Microsoft's own validator, and an independent one, find nothing wrong with the Word file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def path(every: bytes, tmp_path: Path) -> Path:
    """The file, saved."""
    saved = tmp_path / "report.docx"
    saved.write_bytes(every)
    return saved


@pytest.mark.needs("ooxml-validator")
def test_microsofts_validator_finds_no_error(path: Path) -> None:
    done = subprocess.run(
        ["ooxml-validator", str(path)], check=False, capture_output=True, text=True
    )
    assert json.loads(done.stdout)["errors"] == []


@pytest.mark.needs("openxml-audit")
def test_openxml_audit_finds_no_error(path: Path) -> None:
    command = ["openxml-audit", "--policy", "strict", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
