"""Archiving and verifying from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import run


def finish(project: Path) -> Path:
    """Make the example report final."""
    settings = project / "data" / "example" / "report.toml"
    settings.write_text(settings.read_text("utf-8").replace('"Draft"', '"Final"'), "utf-8")
    return settings.parent


def test_a_draft_or_open_questions_are_not_archived_and_what_to_settle_is_listed(
    project: Path,
) -> None:
    draft = run("archive", project / "data" / "example")
    asking = run("archive", finish(project))

    assert (draft.exit_code, asking.exit_code) == (8, 8)
    assert "Error: report.toml: the report is a draft" in draft.stderr
    assert "draft" not in asking.stderr
    assert "archive with --with-questions" in asking.stderr


def test_an_archive_is_made_and_verified_and_damage_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(project)
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    made = run("archive", Path("data/example"), "--with-questions")
    path = Path("output/archive/example-2000-01-01.zip")
    same = run("verify", path, "--rebuild")
    path.write_bytes(path.read_bytes()[:-1])
    damaged = run("verify", path)

    assert made.stdout == f"{path}\n"
    assert "2026-01-01" in (path.parent / "register.csv").read_text("utf-8")
    assert same.stdout.splitlines()[-1] == f"Nothing changed in {path}."
    assert same.stdout.count("Unchanged: ") == 5
    assert damaged.exit_code == 8
    assert damaged.stdout == ""
    assert f"Error: {path}: " in damaged.stderr


def test_what_was_typed_into_a_draft_is_not_archived_and_that_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(project)
    monkeypatch.chdir(project)
    run("build", Path("data/example"), "--format", "docx")
    draft = Path("output/example/example.docx")
    plain = run("archive", Path("data/example"), "--with-questions")
    draft.write_bytes(draft.read_bytes() + b"edited")
    edited = run("archive", Path("data/example"), "--with-questions")

    assert plain.stderr == ""
    assert edited.exit_code == 0
    same, changed = edited.stderr.split("Remark: ")[1:]
    assert same == "it holds the same as example-2000-01-01.zip, byte for byte\n"
    assert changed.startswith(f"{draft}: it was changed since it was built")
    assert "put them into words/ and archive again" in edited.stderr
