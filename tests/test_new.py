"""A new project: the starter copied, with an area of one's own and figures still called made up."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportgen.area import Area
from reportgen.build import build
from reportgen.errors import ProjectError
from reportgen.new import EXAMPLE, find_area, new, slug, starter

ON = date(2026, 3, 1)
AREAS = starter() / "sections" / "areas.csv"


def test_a_new_project_builds_at_once_and_says_that_its_figures_are_made_up(
    tmp_path: Path,
) -> None:
    report = new(tmp_path / "mine", "Warwickshire", "Schools in Warwickshire", ON)
    (path,) = build(report, formats=("txt",))
    text = path.read_text(encoding="utf-8")

    assert report == tmp_path / "mine" / "data" / "warwickshire-2026"
    assert path.is_relative_to(tmp_path / "mine" / "output")
    assert "Schools in Warwickshire" in text
    assert "Exampleshire" not in text
    assert "Every figure in this report is made up" in text


def test_every_figure_of_the_starter_says_under_it_that_it_is_made_up() -> None:
    files = sorted((starter() / EXAMPLE / "figures").glob("*.csv"))
    rows = [row for file in files for row in csv.DictReader(file.read_text("utf-8").splitlines())]

    assert len(rows) > 20
    assert {row["note"] for row in rows} == {"This figure is made up."}
    assert all(row["source"].startswith("Made-up figures") for row in rows)


def test_a_name_with_a_comma_and_a_title_with_quotes_are_kept_whole(tmp_path: Path) -> None:
    title = 'Newshire’s "best" \\ schools'
    report = new(tmp_path / "mine", "E06000999 Newshire, City of", title, ON)
    settings = tomllib.loads((report / "report.toml").read_text(encoding="utf-8"))
    with (report / "figures" / "attainment.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))

    assert settings["title"] == title
    assert settings["area"] == {"code": "E06000999", "name": "Newshire, City of"}
    assert settings["date"] == ON
    assert (first["area_code"], first["area"]) == ("E06000999", "Newshire, City of")


@pytest.mark.parametrize("text", ["Warwickshire", " warwickshire", "E10000031", "937"])
def test_an_authority_is_found_by_name_code_or_number(text: str) -> None:
    found = find_area(text, AREAS)

    assert (found.code, found.name) == ("E10000031", "Warwickshire")


def test_an_authority_that_is_no_more_names_those_that_followed_it() -> None:
    with pytest.raises(ProjectError, match="West Northamptonshire"):
        find_area("Northamptonshire", AREAS)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me", encoding="utf-8")

    with pytest.raises(ProjectError, match="already has something in it"):
        new(tmp_path / "mine", "Warwickshire", "Schools", ON)

    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "letter.txt"]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()

    assert new(tmp_path / "mine", "Warwickshire", "Schools", ON).is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_area_that_is_nearly_right_gets_a_hint() -> None:
    with pytest.raises(ProjectError, match="did you mean “Warwickshire”"):
        find_area("Warwikshire", AREAS)


def test_an_area_that_is_not_listed_is_given_by_code_and_name() -> None:
    with pytest.raises(ProjectError, match="give code and name"):
        find_area("Zzz", AREAS)

    found = find_area("E06000999 New Shire", AREAS)
    assert (found, found.name) == (Area("E06000999", ""), "New Shire")


def test_names_become_folders_of_plain_letters() -> None:
    assert slug("Kingston upon Hull, City of") == "kingston-upon-hull-city-of"
    assert slug("St. Helens") == "st-helens"


def test_a_country_is_no_authority() -> None:
    with pytest.raises(ProjectError, match="England is a country, and a report is about one"):
        find_area("England", AREAS)


def test_the_council_has_its_own_name_and_a_guess_is_marked_as_one(tmp_path: Path) -> None:
    scilly = new(tmp_path / "scilly", "Isles of Scilly", "Schools", ON)
    unlisted = new(tmp_path / "new", "E06000999 Newshire", "Schools", ON)
    texts = [(path / "report.toml").read_text(encoding="utf-8") for path in (scilly, unlisted)]

    assert 'organisation = "Council of the Isles of Scilly"\n' in texts[0]
    assert 'organisation = "Newshire Council"  # a guess: write its own name' in texts[1]


def test_a_full_disk_is_told_in_one_line_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: str, target: str, **_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), source, None, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(ProjectError) as caught:
        new(tmp_path / "mine", "Warwickshire", "", ON)

    (problem,) = caught.value.problems
    assert problem.what == f"cannot be made: {os.strerror(errno.ENOSPC)}"
    assert problem.hint.startswith("make room on the disk")
    assert list(tmp_path.iterdir()) == []
