"""The README keeps its word: what it shows runs, and what there is, it names."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import click
import pytest

from reportgen import errors
from reportgen.build import build
from reportgen.cli import main
from reportgen.settings import FORMATS, Glance, KeyFigure, Ruling, Settings, Telling, Word

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for line in README.splitlines()
    if line.startswith("python -m pip install ") and "&&" in line
]


def data_readme() -> str:
    return (ROOT / "data" / "README.md").read_text(encoding="utf-8")


def kinds(error: type[errors.ReportgenError]) -> list[type[errors.ReportgenError]]:
    """Return an error class and all below it."""
    return [error, *(kind for below in error.__subclasses__() for kind in kinds(below))]


def test_the_first_lines_are_a_picture_and_two_commands_that_do_everything() -> None:
    first = README.splitlines()[:16]

    assert first[0].startswith("![")
    assert (
        [line for line in first if line in COMMANDS]
        == COMMANDS
        == [
            "python -m pip install . && reportgen build data/buckinghamshire-2021",
            'python -m pip install ".[test]" && python -m pytest',
        ]
    )
    assert (ROOT / "data" / "buckinghamshire-2021" / "report.toml").is_file()


@pytest.mark.parametrize("page", ["README.md", "data/README.md", "sections/README.md"])
def test_links_and_pictures_lead_to_files_that_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)]
    local = [target for target in targets if target and "://" not in target]

    assert [target for target in local if not (ROOT / page).parent.joinpath(target).exists()] == []


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_in_the_readme(command: str) -> None:
    assert f"`reportgen {command} " in README
    for parameter in main.commands[command].params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[-1]}" in README, parameter.opts


def test_every_error_is_in_the_readme_with_its_exit_status() -> None:
    for kind in kinds(errors.ReportgenError)[1:]:
        assert f"| `{kind.__name__}` | {kind.exit_code} |" in README


def test_the_exit_statuses_tell_the_errors_apart() -> None:
    codes = [kind.exit_code for kind in kinds(errors.ReportgenError)]

    assert len(codes) == len(set(codes)) == 8


def test_every_chapter_is_in_the_readme() -> None:
    sections = sorted(
        path.stem for path in (ROOT / "sections").glob("*.py") if not path.stem.startswith("_")
    )

    assert len(sections) >= 7
    assert [name for name in sections if f"| `{name}` |" not in README] == []


def test_every_setting_of_report_toml_is_described() -> None:
    fields = [
        field.name
        for kind in (Settings, Glance, KeyFigure, Telling, Ruling, Word)
        for field in dataclasses.fields(kind)
    ]
    keys = {*fields, "area", "benchmarks", "neighbours", "england", "region", "model", "members"}
    keys -= {"name", "comparators"}  # the folder's name; the areas, which have tables of their own

    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", data_readme())] == []


def test_every_format_is_in_the_readme() -> None:
    (row,) = [line for line in README.splitlines() if line.startswith("| `--format")]

    assert [name for name in FORMATS if name not in row] == []


def test_every_library_is_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", needed)[0] for needed in project["dependencies"]]
    table = README[README.index("| library |") :]

    assert [name for name in names if name.removesuffix("-py") not in table] == []


def test_every_floor_of_the_import_contract_is_drawn() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    layers = tools["importlinter"]["contracts"][0]["layers"]
    drawing = README[README.index("9  cli") : README.index("| library |")]
    modules = {name for layer in layers for name in re.findall(r"\w+", layer)}
    there = {path.stem for path in (ROOT / "reportgen").iterdir() if path.suffix in ("", ".py")}
    upper = {name for layer in layers[1:-2] for name in re.findall(r"\w+", layer)}

    assert len(layers) == 11
    assert [name for name in sorted(upper & there) if not re.search(rf"\b{name}\b", drawing)] == []
    assert there - modules - {"__init__", "py", "starter", "__pycache__"} == set()


def test_the_chapter_in_the_readme_is_short_and_runs(project: Path) -> None:
    found = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert found
    (project / "sections" / "attainment.py").write_text(found[1], encoding="utf-8")
    (path,) = build(project / "data" / "example", formats=("txt",))
    text = path.read_text(encoding="utf-8")

    assert len([line for line in found[1].splitlines() if line.strip()]) <= 25
    for heading in ("Areas of strength", "Areas for development", "Action plan"):
        assert heading in text
    assert "Attainment 8" in text


def test_the_changelog_has_the_version_or_says_what_is_to_come() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert f"## [{version}]" in text or "## [Unreleased]" in text
