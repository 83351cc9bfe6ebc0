"""The pipeline: what a build leaves in the output folder, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reportgen.build import build
from reportgen.errors import DataError, EditedError, RenderError
from reportgen.formats.word import read_baseline
from reportgen.kept import LIMIT
from reportgen.settings import FORMATS, Format
from tests.formats.word.council import council_template

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
        files = [path for path in (output / "example").rglob("*") if path.is_file()]
        made.append({path.name: path.read_bytes() for path in files})

    documents = sorted(name for name in made[0] if name.startswith("example"))
    assert documents == ["example.docx", "example.pdf", "example.txt"]
    assert len(made[0]) == 5  # and the register, with what the draft said
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
    assert sorted(item.name for item in path.parent.iterdir()) == [".build", "example.txt"]


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_a_damaged_typeface_is_named(project: Path, format: Format) -> None:
    font = project / "assets" / "fonts" / "Arimo-Bold.ttf"
    font.write_bytes(b"half a font")
    with pytest.raises(RenderError) as caught:
        build(example(project), formats=(format,))
    assert str(caught.value).startswith(f"{font}: this typeface cannot be read")


def test_a_draft_that_somebody_changed_stays_and_the_new_one_goes_beside_it(project: Path) -> None:
    (draft,) = build(example(project), formats=("docx",))
    draft.write_bytes(b"edited")

    with pytest.raises(EditedError, match="changed since the last build") as failure:
        build(example(project), formats=("docx", "txt"))

    assert draft.read_bytes() == b"edited"
    assert [path.name for path in failure.value.written] == ["example (2).docx", "example.txt"]
    assert all(path.is_file() for path in failure.value.written)


def test_the_register_holds_what_a_draft_said_and_the_final_document_says_no_such_thing(
    project: Path,
) -> None:
    (path,) = build(example(project), formats=("docx",), status="Draft")
    held = read_baseline(path.read_bytes())
    (kept,) = (path.parent / ".build").glob("*.xml")
    build(example(project), formats=("docx",), status="Final")

    assert held is not None
    assert kept.read_bytes() == held
    assert kept.stem.encode() in held
    assert read_baseline(path.read_bytes()) is None


def test_the_settings_choose_pictures_of_charts_for_word(project: Path) -> None:
    settings = example(project) / "report.toml"
    (path,) = build(example(project), formats=("docx",))
    native = names_in(path)
    settings.write_text(settings.read_text("utf-8") + '\n[word]\ncharts = "picture"\n', "utf-8")
    build(example(project), formats=("docx",))

    assert any(name.startswith("word/charts/") for name in native)
    assert not any(name.startswith("word/charts/") for name in names_in(path))


def test_the_settings_name_a_template_and_its_styles_for_word(project: Path) -> None:
    (project / "assets" / "ours.docx").write_bytes(council_template())
    settings = example(project) / "report.toml"
    more = """
[word]
template = "assets/ours.docx"

[word.styles]
"Heading 1" = "Westshire Heading"
"""
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    (path,) = build(example(project), formats=("docx",))
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml")
        styles = archive.read("word/styles.xml")

    assert b"Westshire Heading" in styles
    assert b'w:pStyle w:val="WestshireHeading"' in body


def names_in(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_a_build_leaves_a_cache_that_does_not_grow_without_end(project: Path) -> None:
    build(example(project), formats=("pdf",))
    used = set((project / ".cache").iterdir())
    old = project / ".cache" / f"{0:064x}.reading"
    with old.open("wb") as file:
        file.truncate(LIMIT)
    os.utime(old, (0, 0))
    build(example(project), formats=("pdf",))
    assert used
    assert set((project / ".cache").iterdir()) == used
