"""A first report for any authority is built from real downloads, without a word of code."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportgen.area import Area
from reportgen.build import build
from reportgen.check import check_report
from reportgen.errors import ProjectError
from reportgen.new import new_from_data

ON = date(2026, 3, 1)


@pytest.mark.parametrize(
    "area",
    [
        "Buckinghamshire",
        "West Northamptonshire",
        "Warwickshire",
        "Isles of Scilly",
        "City of London",
    ],
)
def test_a_report_of_any_authority_builds_at_once(
    tmp_path: Path, realdata: Path, area: str
) -> None:
    folder, passed = new_from_data(tmp_path / "mine", area, "", ON, realdata)
    (path,) = build(folder, formats=("txt",))
    text = path.read_text(encoding="utf-8")
    account = check_report(folder)

    assert f"Education in {Area('', area).spoken}" in text
    assert len(passed) == len({str(p.place).split(",")[0] for p in passed})
    assert any("exclusions_by_reason.csv: nothing in it of a measure" in str(p) for p in passed)
    assert all(
        file.rows == file.used + sum(count for _, count in file.aside) for file in account.files
    )
    left_out = [str(remark) for remark in account.remarks if "” is left out" in str(remark)]
    for remark in left_out:
        title = re.search("the chapter “(.*)” is left out", remark)
        assert title
        assert f"\n{title[1]}\n=" not in text


@pytest.mark.parametrize("area", ["Norfolk", "Manchester", "Wokingham", "Isles of Scilly"])
def test_a_first_report_explains_itself(tmp_path: Path, realdata: Path, area: str) -> None:
    folder, _ = new_from_data(tmp_path / "mine", area, "", ON, realdata)
    (path,) = build(folder, formats=("txt",))
    text = " ".join(path.read_text(encoding="utf-8").split())
    settings = tomllib.loads((folder / "report.toml").read_text(encoding="utf-8"))

    assert settings["chapters"][0] == "introduction"
    assert "the Department for Education statistical neighbour model, May 2025: " in text
    assert f"1. {settings['neighbours']['members'][0]['name']}" in text
    assert 3 <= len(settings["glance"]["key_figures"]) <= 6
    assert text.count("How to read this chapter") == len(list((folder / "words").iterdir())) - 1
    assert not re.search(r"largest group, at 1\b", text)
    assert "<!--" not in text


def test_the_words_of_a_chapter_that_is_left_out_are_not_written(
    tmp_path: Path, realdata: Path
) -> None:
    folder, _ = new_from_data(tmp_path / "mine", "Isles of Scilly", "", ON, realdata)
    remarks = [str(remark) for remark in check_report(folder).remarks]

    assert not (folder / "words" / "children_in_need.md").exists()
    assert [r for r in remarks if "looked-after children” is left out: all our figures" in r]
    assert not [r for r in remarks if "is not printed" in r]


def test_the_same_downloads_start_the_same_report(tmp_path: Path, realdata: Path) -> None:
    made = [new_from_data(tmp_path / n, "Norfolk", "", ON, realdata)[0] for n in ("one", "two")]
    first, second = (
        {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in made
    )

    assert "introduction.md" in first
    assert first == second


def test_a_folder_without_figures_of_the_authority_makes_no_report(tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    (downloads / "colours.csv").write_text("colour,size\nred,1\n", encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        new_from_data(tmp_path / "mine", "Warwickshire", "", ON, downloads)
    assert "no file in it holds figures of Warwickshire" in str(caught.value)
    assert "colours.csv: this is in no form that reportgen reads" in str(caught.value)
    assert not (tmp_path / "mine").exists()


def test_downloads_are_copied_beside_the_report(tmp_path: Path) -> None:
    downloads = tmp_path / "downloads" / "deep"
    downloads.mkdir(parents=True)
    (downloads / "rates.csv").write_text(
        "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,"
        "education_phase,suspension,susp_rate,headcount\n"
        "202324,Academic year,National,E92000001,England,,Total,9,11.30744,80\n"
        "202324,Academic year,Local authority,E92000001,England,937,Total,9,8.12345,80\n",
        encoding="utf-8",
    )
    folder, passed = new_from_data(
        tmp_path / "mine", "Warwickshire", "Our schools", ON, tmp_path / "downloads"
    )
    assert passed == ()
    assert (tmp_path / "mine" / "data" / "published" / "deep" / "rates.csv").is_file()
    assert not (tmp_path / "mine" / "sections" / "start").exists()
    (path,) = build(folder, formats=("txt",))
    text = path.read_text(encoding="utf-8")
    assert "The suspension rate in Warwickshire was below England in 2023/24" in text
    assert "8.12%" in text
    assert "Source: Department for Education, Permanent exclusions and suspensions" in text
    words = (folder / "words" / "exclusions.md").read_text(encoding="utf-8")
    assert "suspension" in words
    assert "permanent exclusion" not in words.casefold()
    settings = tomllib.loads((folder / "report.toml").read_text(encoding="utf-8"))
    assert settings["organisation"] == "Warwickshire County Council"
    assert "neighbours" not in (folder / "words" / "introduction.md").read_text(encoding="utf-8")
    assert settings["glance"]["key_figures"] == [
        {"figure": "suspension_rate | 2023/24", "label": "suspension rate, 2023/24"}
    ]
    assert "8.12%  suspension rate, 2023/24 (England 11.31%)" in text
