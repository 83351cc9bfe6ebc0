"""What a real viewer makes of the file: pdf.js, as Firefox has it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
VIEWER = ROOT / ".cache" / "tools" / "node_modules" / "pdfjs-dist"


@pytest.mark.needs("node")
@pytest.mark.skipif(not VIEWER.is_dir(), reason=f"not installed: pdfjs-dist in {VIEWER}")
@pytest.mark.parametrize("name", ["pdf", "stress_pdf"])
def test_a_viewer_reads_the_same_words_in_the_same_order(
    name: str, request: pytest.FixtureRequest, gate: ModuleType, tmp_path: Path
) -> None:
    data: bytes = request.getfixturevalue(name)
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    script = Path(__file__).with_name("view.mjs")
    done = subprocess.run(
        ["node", script, VIEWER, path], capture_output=True, text=True, encoding="utf-8", check=True
    )
    seen = [re.sub(r"\s", "", "".join(page)) for page in json.loads(done.stdout)]
    assert seen == [re.sub(r"\s", "", page) for page in gate.by_page(data)]
