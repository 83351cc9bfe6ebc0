"""The commands that read and write nothing into output/: check, findings, explain, inspect."""

from __future__ import annotations

import csv
import errno
import os
from pathlib import Path

import pytest

from tests.test_cli import run, spoil


def test_check_reads_everything_and_builds_nothing(project: Path) -> None:
    result = run("check", project / "data" / "example")

    assert result.exit_code == 0
    assert "Remark: figures/attainment.csv, row 2, column “query”: " in result.stdout
    assert result.stdout.splitlines()[-1].startswith("No problems in ")
    assert not (project / "output").exists()


def test_check_reports_problems_of_every_kind_at_once(project: Path) -> None:
    spoil(project)
    theme = project / "assets" / "theme.toml"
    theme.write_text(
        theme.read_text("utf-8").replace('text = "#0B0C0C"', 'text = "black"'), "utf-8"
    )
    (project / "sections" / "ehe.py").write_text("nothing = 1\n", encoding="utf-8")
    result = run("check", project / "data" / "example")

    assert result.exit_code == 1
    for place in ("figures/attainment.csv", "figures/home_education.csv", "theme.toml", "ehe"):
        assert place in result.stderr
    assert "4 problems; this report cannot be built." in result.stderr


def test_findings_are_listed_with_score_kind_and_id(project: Path) -> None:
    result = run("findings", project / "data" / "example")

    assert result.exit_code == 0
    heads = [line.split() for line in result.stdout.splitlines()[::2]]
    assert heads
    assert all(float(head[0]) >= 0 for head in heads)
    assert {head[1] for head in heads} <= {"strength", "development", "context"}


def test_findings_are_written_as_a_table(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "findings.csv"
    result = run("findings", project / "data" / "example", "--csv", file)

    assert result.stdout == f"{file}\n"
    head, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert head[:4] == ["chapter", "kind", "chosen", "score"]
    assert rows


def test_a_folder_without_tables_is_said_to_be_empty(tmp_path: Path) -> None:
    result = run("inspect", tmp_path)

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{tmp_path}\n  There is no table in it: .csv")


def test_findings_that_cannot_be_written_leave_the_last_ones(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("findings", project / "data" / "example", "--csv", tmp_path / "file" / "f.csv")

    assert result.exit_code == 2
    assert "f.csv: the file cannot be written: " in result.stderr
    assert f"“{tmp_path / 'file'}” is a file, not a folder" in result.stderr


def test_a_full_disk_is_told_whatever_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("reportgen.check.told.read_told", full)
    result = run("findings", project / "data" / "example")

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: this cannot be written: {os.strerror(errno.ENOSPC)}\n"
        "    make room on the disk, and do it again\n"
    )


def test_a_sentence_is_explained_and_an_unknown_one_refused(project: Path) -> None:
    example = project / "data" / "example"
    listed = run("findings", example).stdout.splitlines()
    id = listed[0].split()[-1]
    result = run("explain", example, id)

    assert result.stdout.startswith(f"{id} (")
    assert "Rule: " in result.stdout
    assert "From: figures/" in result.stdout
    assert run("explain", example, "no", "such", "words").exit_code == 1
