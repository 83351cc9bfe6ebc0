"""The command line: what is printed where, and with which exit status."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import main, voice


def run(*arguments: str | Path) -> Result:
    """Return what a command printed; a bug in it is raised, as on a real command line."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def spoil(project: Path) -> None:
    """Put one bad cell into each of two files of the example report."""
    for name, cell in (("attainment", "47.0"), ("home_education", "400")):
        path = project / "data" / "example" / "figures" / f"{name}.csv"
        path.write_text(path.read_text("utf-8").replace(cell, "many", 1), "utf-8")


def test_the_help_names_every_command_and_shows_examples() -> None:
    result = run("--help")

    assert result.exit_code == 0
    for command in main.commands:
        assert f"  {command} " in result.stdout
    assert "reportgen build data/buckinghamshire-2021" in result.stdout


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    assert f"  reportgen {command} " in run(command, "--help").stdout


def test_the_version_is_printed() -> None:
    assert run("--version").stdout == "reportgen 0.1.0\n"


def test_build_prints_the_paths_it_made(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    result = run("build", Path("data/example"), "--format", "txt")

    assert result.exit_code == 0
    assert result.stdout == f"{Path('output/example/example.txt')}\n"
    assert (project / "output" / "example" / "example.txt").is_file()


def test_build_takes_several_reports_and_another_folder(project: Path) -> None:
    first, second, drafts = project / "data/example", project / "data/second", project / "drafts"
    shutil.copytree(first, second)
    result = run("build", first, second, "--output", drafts, "--format", "txt")

    assert result.stdout.splitlines() == [
        str(drafts / "example" / "example.txt"),
        str(drafts / "second" / "second.txt"),
    ]


def test_a_report_that_fails_does_not_hide_those_made_before_it(project: Path) -> None:
    result = run("build", project / "data/example", project / "data/none", "--format", "txt")

    assert result.exit_code == 2
    assert result.stdout.splitlines() == [str(project / "output" / "example" / "example.txt")]


def test_an_expected_failure_lists_every_problem_and_no_traceback(project: Path) -> None:
    spoil(project)
    result = run("build", project / "data" / "example", "--format", "txt")

    assert result.exit_code == 3
    assert result.stdout == ""
    assert "Error: figures/attainment.csv, row 2, column “value”: " in result.stderr
    assert "Error: figures/home_education.csv, row 2, column “value”: " in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_is_no_report_is_refused_with_a_hint(tmp_path: Path) -> None:
    result = run("build", tmp_path)

    assert result.exit_code == 2
    assert "report.toml" in result.stderr


def test_a_chapter_that_fails_shows_its_author_where(project: Path) -> None:
    chapter = project / "sections" / "ehe.py"
    chapter.write_text(
        "from reportgen import Facts, Parts, section\n\n\n"
        '@section("Home education")\n'
        "def ehe(facts: Facts) -> Parts:\n"
        "    yield undefined\n",
        encoding="utf-8",
    )
    result = run("build", project / "data" / "example", "--format", "txt")

    assert result.exit_code == 4
    assert "name 'undefined' is not defined" in result.stderr
    assert "Error: sections/ehe.py, row 6: " in result.stderr


def test_new_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    result = run("new", "mine", "--area", "warwickshire", "--title", "Our schools")

    folder = Path("mine/data/warwickshire-2026")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == f"  reportgen build {folder}"
    assert (tmp_path / folder / "report.toml").is_file()


def test_the_clock_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert voice.today() == date(1970, 1, 1)


def test_progress_says_nothing_where_nobody_watches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with voice.progress() as on_progress:
        on_progress("Reading the report")

    assert capsys.readouterr() == ("", "")


def test_one_build_can_be_a_draft_or_final(project: Path) -> None:
    path = project / "output" / "example" / "example.txt"
    for option, marked in (("--draft", True), ("--final", False)):
        run("build", project / "data" / "example", "--format", "txt", option)
        assert ("Draft" in path.read_text("utf-8")) == marked


def test_a_file_among_several_reports_is_named_once(project: Path) -> None:
    readme = project / "data" / "README.md"
    readme.touch()
    result = run("build", project / "data" / "example", readme, "--format", "txt")

    assert result.exit_code == 2
    assert f"Error: {readme}: this is a file, and a report is a folder\n" in result.stderr


def test_of_several_reports_one_that_fails_is_named_and_the_others_are_made(project: Path) -> None:
    first, second = project / "data/first", project / "data/second"
    shutil.copytree(project / "data/example", first)
    shutil.copytree(project / "data/example", second)
    (first / "report.toml").write_text("", encoding="utf-8")
    result = run("build", first, second, "--format", "TXT")

    assert result.exit_code == 2
    assert result.stdout.splitlines() == [str(project / "output" / "second" / "second.txt")]
    assert f"Error: {first}: report.toml: “title” is missing" in result.stderr
    assert f"{second}: 7 remarks: run reportgen check {second}" in result.stderr


def test_two_reports_that_would_lie_in_one_folder_are_refused_before_any_is_made(
    project: Path,
) -> None:
    first, second = project / "data/example", project / "data/old/example"
    shutil.copytree(first, second)
    result = run("build", first, second, "--output", project / "drafts", "--format", "txt")

    assert result.exit_code == 2
    assert f"{second}: it would be written to the same folder as {first}" in result.stderr
    assert not (project / "drafts").exists()


def test_report_toml_stands_for_its_folder(project: Path) -> None:
    result = run("build", project / "data" / "example" / "report.toml", "--format", "txt")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(project / "output" / "example" / "example.txt")]


def test_a_command_that_is_stopped_says_so_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.build.read_with_accounts", stop)
    result = run("build", project / "data" / "example")

    assert result.exit_code == voice.STOPPED
    assert result.stderr == "\nStopped; nothing more was written.\n"


def test_a_path_with_a_space_is_quoted_in_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    last = run("new", "a b & ü", "--area", "Surrey").stdout.splitlines()[-1]
    mark = '"' if os.name == "nt" else "'"

    assert last == f"  reportgen build {mark}{Path('a b & ü/data/surrey-2026')}{mark}"
