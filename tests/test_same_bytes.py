"""The sample report twice: the same bytes from other processes, and from rows in another order."""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).parent.parent
NAME = "buckinghamshire-2021"
FORMATS = ("docx", "pdf", "txt")

Built = Mapping[str, bytes]


def build(report: Path, output: Path, seed: str) -> Built:
    """The files of a report, made by a process of its own."""
    command = [sys.executable, "-m", "reportgen", "build", str(report), "--output", str(output)]
    for name in FORMATS:
        command += ["--format", name]
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=surroundings)
    return {path.suffix[1:]: path.read_bytes() for path in (output / NAME).glob(f"{NAME}.*")}


def shuffle(path: Path, order: random.Random) -> None:
    """Put the rows of a file of figures into another order."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    shuffled = order.sample(rows, len(rows))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *shuffled])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(ROOT / "data" / NAME, tmp_path_factory.mktemp("first"), seed="1")


def test_the_report_is_made_in_every_format(first: Built) -> None:
    assert sorted(first) == sorted(FORMATS)
    assert min(map(len, first.values())) > 10_000


def test_another_process_makes_the_same_bytes(first: Built, tmp_path: Path) -> None:
    second = build(ROOT / "data" / NAME, tmp_path, seed="2")

    assert [name for name in FORMATS if first[name] != second[name]] == []


def drawn(pdf: bytes) -> list[bytes]:
    """What is drawn on each page of a PDF. The figures attached to it name rows, which move."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes() for page in opened.pages]


def test_figures_in_another_order_make_the_same_pages(first: Built, tmp_path: Path) -> None:
    for name in ("sections", "assets", f"data/{NAME}"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    files = sorted((tmp_path / "data" / NAME / "figures").glob("*.csv"))
    before = [path.read_bytes() for path in files]
    for path in files:
        shuffle(path, random.Random(path.name))
    shuffled = build(tmp_path / "data" / NAME, tmp_path / "output", seed="3")

    assert sum(path.read_bytes() != text for path, text in zip(files, before, strict=True)) > 5
    assert [name for name in ("docx", "txt") if first[name] != shuffled[name]] == []
    assert drawn(first["pdf"]) == drawn(shuffled["pdf"])
