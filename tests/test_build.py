"""The pipeline: what a build leaves in the output folder, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.build import build, replace_files
from reportgen.errors import DataError, EditedError
from reportgen.settings import FORMATS

ROOT = Path(__file__).parent.parent


def example(project: Path) -> Path:
    return project / "data" / "example"


def test_a_build_writes_what_is_asked_for_into_the_output_folder_of_the_project(
    project: Path,
) -> None:
    paths = build(example(project), formats=("txt",))

    assert paths == (project / "output" / "example" / "example.txt",)
    assert "An example report" in paths[0].read_text(encoding="utf-8")


def test_without_formats_a_build_makes_those_of_the_settings(project: Path) -> None:
    paths = build(example(project), project / "drafts")

    assert [path.relative_to(project).as_posix() for path in paths] == [
        "drafts/example/example.docx",
        "drafts/example/example.pdf",
    ]
    assert paths[0].read_bytes().startswith(b"PK")
    assert paths[1].read_bytes().startswith(b"%PDF-")


def test_two_builds_give_the_same_bytes(project: Path) -> None:
    # In processes of their own, so that neither the order of sets nor the time of day can hide.
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        output = project / seed
        command = [sys.executable, "-m", "reportgen", "build", example(project), "--output", output]
        for name in FORMATS:
            command += ["--format", name]
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=surroundings)
        made.append({path.name: path.read_bytes() for path in (output / "example").iterdir()})

    assert sorted(made[0]) == ["example.docx", "example.pdf", "example.txt"]
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_the_status_can_be_given_for_one_build(project: Path) -> None:
    (path,) = build(example(project), formats=("txt",))
    draft = path.read_text(encoding="utf-8")
    build(example(project), formats=("txt",), status="Final")

    assert "Draft" in draft
    assert "Draft" not in path.read_text(encoding="utf-8")


def test_the_settings_choose_whether_figures_travel_in_the_pdf(project: Path) -> None:
    settings = example(project) / "report.toml"
    (path,) = build(example(project), formats=("pdf",))
    with_figures = path.read_bytes()
    settings.write_text("attachments = false\n" + settings.read_text("utf-8"), "utf-8")
    build(example(project), formats=("pdf",))

    assert b"/EmbeddedFile" in with_figures
    assert b"/EmbeddedFile" not in path.read_bytes()


def test_each_step_is_told_as_it_begins(project: Path) -> None:
    steps: list[str] = []
    build(example(project), formats=("txt",), on_progress=steps.append)

    assert steps == ["Reading the report", "Writing the chapters", "Making the text"]


def test_a_failed_build_leaves_the_previous_output_as_it_was(project: Path) -> None:
    (path,) = build(example(project), formats=("txt",))
    before = path.read_bytes()
    figures = example(project) / "figures" / "attainment.csv"
    figures.write_text(figures.read_text("utf-8").replace("47.0", "forty-seven"), "utf-8")

    with pytest.raises(DataError, match="row 2"):
        build(example(project), formats=("txt",))

    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == ["example.txt"]


def test_a_file_that_cannot_be_replaced_leaves_all_of_them_as_they_were(tmp_path: Path) -> None:
    word, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    word.write_bytes(b"old word")
    pdf.write_bytes(b"old pdf")
    held = tmp_path / ".a.pdf.old"  # a folder in the way, as an open file is on Windows
    held.mkdir()
    (held / "inside").touch()

    with pytest.raises(EditedError) as failure:
        replace_files({word: b"new word", pdf: b"new pdf"})

    assert [problem.place and problem.place.file for problem in failure.value.problems] == [
        str(pdf)
    ]
    assert word.read_bytes() == b"old word"
    assert pdf.read_bytes() == b"old pdf"
    assert sorted(p.name for p in tmp_path.iterdir()) == [".a.pdf.old", "a.docx", "a.pdf"]


def test_files_are_replaced_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    word, pdf = tmp_path / "new" / "a.docx", tmp_path / "new" / "a.pdf"
    replace_files({word: b"one", pdf: b"two"})
    replace_files({word: b"three", pdf: b"four"})

    assert (word.read_bytes(), pdf.read_bytes()) == (b"three", b"four")
    assert sorted(path.name for path in word.parent.iterdir()) == ["a.docx", "a.pdf"]
