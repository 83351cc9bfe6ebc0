"""What is archived, what is refused, and where it goes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from reportgen.archive import archive
from reportgen.build import build
from reportgen.errors import ArchiveError, ReportgenError

DAY = date(2026, 1, 15)


def files(path: Path) -> dict[str, bytes]:
    """Return the files of a zip by name."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def register(path: Path) -> list[dict[str, str]]:
    """Return the lines of the register beside an archive."""
    text = (path.parent / "register.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_draft_and_open_questions_are_refused_with_what_to_settle(finished: Path) -> None:
    settings = finished / "report.toml"
    settings.write_text(settings.read_text("utf-8").replace('"Final"', '"Draft"'), "utf-8")
    with pytest.raises(ArchiveError) as failure:
        archive(finished, DAY)

    said = [str(problem) for problem in failure.value.problems]
    assert said[0].startswith("report.toml: the report is a draft")
    assert said[1].startswith("figures/attainment.csv, row 2, column “query”: open question: ")
    assert not (finished.parents[1] / "output").exists()


def test_a_draft_is_refused_even_with_questions_allowed(finished: Path) -> None:
    settings = finished / "report.toml"
    settings.write_text(settings.read_text("utf-8").replace('"Final"', '"Draft"'), "utf-8")
    with pytest.raises(ArchiveError, match="draft") as failure:
        archive(finished, DAY, with_questions=True)

    assert len(failure.value.problems) == 1


def test_a_report_that_does_not_pass_check_is_refused(finished: Path) -> None:
    figures = finished / "figures" / "attainment.csv"
    figures.write_text(figures.read_text("utf-8").replace("47.0", "many", 1), "utf-8")
    with pytest.raises(ReportgenError, match="row 2"):
        archive(finished, DAY, with_questions=True)


def test_it_holds_the_documents_that_a_build_makes(kept: Path, finished: Path) -> None:
    held = files(kept)
    for path in build(finished):
        assert held[f"report/{path.name}"] == path.read_bytes()


def test_it_holds_every_file_of_the_report_the_sections_and_the_assets(
    kept: Path, finished: Path
) -> None:
    root = finished.parents[1]
    (finished / ".hidden").write_text("not kept")
    (finished / "~$figures.xlsx").write_text("not kept")
    there = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name not in (".hidden", "~$figures.xlsx")
    }
    held = files(kept)
    project = {
        name.removeprefix("project/"): data
        for name, data in held.items()
        if name.startswith("project/")
    }

    assert project == there
    assert held.keys() - {f"project/{name}" for name in project} == {
        "README.txt",
        "manifest.json",
        "report/example.docx",
        "report/example.pdf",
    }


def test_the_manifest_has_the_hash_of_every_file_the_versions_and_the_open_questions(
    kept: Path,
) -> None:
    held = files(kept)
    told = json.loads(held.pop("manifest.json"))

    assert {entry["name"]: entry["sha256"] for entry in told["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in held.items()
    }
    assert {"Python", "reportgen", "matplotlib", "numpy", "pikepdf"} <= told["made_with"].keys()
    assert "pytest" not in told["made_with"]
    assert told["questions"][0].startswith("figures/attainment.csv, row 2, column “query”: ")
    assert (told["name"], told["date"]) == ("example", "2000-01-01")


def test_downloads_that_the_report_points_at_are_kept_where_they_were(finished: Path) -> None:
    published = finished.parent / "published"
    published.mkdir()
    (finished / "figures" / "exclusions.csv").rename(published / "exclusions.csv")
    (published / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    with (finished / "report.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[data]\nfiles = ["../published/ex*.csv"]\n')
    held = files(archive(finished, DAY, with_questions=True))

    assert "project/data/published/exclusions.csv" in held
    assert "project/data/published/other.csv" not in held


def test_a_theme_and_a_template_outside_the_assets_are_kept(finished: Path) -> None:
    root = finished.parents[1]
    (root / "council").mkdir()
    shutil.copy(root / "assets" / "theme.toml", root / "council" / "look.toml")
    shutil.copy(root / "assets" / "template.docx", root / "council" / "paper.docx")
    with (finished / "report.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[look]\ntheme = "council/look.toml"\n')
        settings.write('\n[word]\ntemplate = "council/paper.docx"\n')
    held = files(archive(finished, DAY, with_questions=True))

    assert {"project/council/look.toml", "project/council/paper.docx"} <= held.keys()


def test_a_download_outside_the_project_is_refused(
    finished: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "exclusions.csv"
    (finished / "figures" / "exclusions.csv").rename(outside)
    with (finished / "report.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[data]\nfiles = ["{outside.as_posix()}"]\n')
    with pytest.raises(ArchiveError, match="not in the project") as failure:
        archive(finished, DAY, with_questions=True)

    assert "data/published" in failure.value.problems[0].hint


def test_an_earlier_archive_is_never_replaced_and_the_same_report_gives_the_same_bytes(
    kept: Path, finished: Path
) -> None:
    folder = finished.parents[1] / "output" / "archive"
    folder.mkdir(parents=True)
    (folder / "example-2000-01-01.zip").write_bytes(b"an earlier one")
    paths = [archive(finished, date(2026, 2, day), with_questions=True) for day in (1, 2)]

    assert [path.name for path in paths] == ["example-2000-01-01-2.zip", "example-2000-01-01-3.zip"]
    assert (folder / "example-2000-01-01.zip").read_bytes() == b"an earlier one"
    assert paths[0].read_bytes() == paths[1].read_bytes() == kept.read_bytes()
    assert [line["archived_on"] for line in register(paths[1])] == ["2026-02-01", "2026-02-02"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "example-2000-01-01-2.zip",
        "example-2000-01-01-3.zip",
        "example-2000-01-01.zip",
        "register.csv",
    ]


def test_the_register_has_the_hashes_of_the_archive_and_of_its_documents(kept: Path) -> None:
    (line,) = register(kept)
    held = files(kept)

    assert line["archive"] == kept.name
    assert line["title"] == "An example report"
    for column, data in (
        ("sha256", kept.read_bytes()),
        ("manifest_sha256", held["manifest.json"]),
        ("docx_sha256", held["report/example.docx"]),
        ("pdf_sha256", held["report/example.pdf"]),
    ):
        assert line[column] == hashlib.sha256(data).hexdigest()


def test_a_register_that_is_none_is_left_alone_and_nothing_is_archived(finished: Path) -> None:
    register = finished.parents[1] / "output" / "archive" / "register.csv"
    register.parent.mkdir(parents=True)
    register.write_text("my,own\nlist,of things\n", "utf-8")
    with pytest.raises(ArchiveError, match="not a register"):
        archive(finished, DAY, with_questions=True)

    assert [path.name for path in register.parent.iterdir()] == ["register.csv"]
    assert register.read_text("utf-8") == "my,own\nlist,of things\n"


def test_an_archive_that_cannot_be_entered_in_the_register_is_not_kept(finished: Path) -> None:
    folder = finished.parents[1] / "output" / "archive"
    (folder / ".register.csv.new").mkdir(parents=True)
    with pytest.raises(ArchiveError, match="cannot be written"):
        archive(finished, DAY, with_questions=True)

    assert [path.name for path in folder.iterdir()] == [".register.csv.new"]


def test_an_archive_that_is_stopped_half_way_leaves_nothing(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace

    def stop(path: Path, target: Path) -> Path:
        if Path(target).name == "register.csv":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        archive(finished, DAY, with_questions=True)

    assert list((finished.parents[1] / "output" / "archive").iterdir()) == []


def test_archives_that_are_made_at_once_are_all_in_the_register(finished: Path) -> None:
    with ThreadPoolExecutor(3) as several:
        one = partial(archive, finished, with_questions=True)
        paths = list(several.map(one, [DAY] * 3))

    assert sorted(line["archive"] for line in register(paths[0])) == sorted(p.name for p in paths)
    assert sorted(path.name for path in paths[0].parent.iterdir()) == sorted(
        ["register.csv", *(path.name for path in paths)]
    )
