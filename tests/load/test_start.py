"""A report starts from a folder of downloads: its areas, its files, and what was passed over."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportgen.load.council import Council
from reportgen.load.read import Project
from reportgen.load.start import plan_start, settings_text
from reportgen.settings import KeyFigure

HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,sex,"
    "avg_score\n"
)
NUMBERS = (931, 919, 869, 936, 873, 867, 823, 868, 358, 850)


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    (folder / "deep").mkdir(parents=True)
    row = "202021,Academic year,Local authority,E92000001,England,{},Total,1\n"
    files: dict[str, str] = {
        "ours.csv": HEADER + row.format(825),
        "deep/theirs.csv": HEADER + row.format(931),
        "colours.csv": "colour,size\nred,1\n",
        "bad.csv": HEADER + row.format(825).replace(",1\n", ",NA\n"),
        ".hidden.csv": "colour\n",
        "notes.txt": "Read me",
        "sn.csv": "old_la_code,la_name,"
        + ",".join(f"SN_{n}" for n in range(1, 11))
        + "\n825,Bucks,"
        + ",".join(map(str, NUMBERS)),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_only_files_about_the_authority_are_kept(downloads: Path, standards: Project) -> None:
    authority = standards.areas.of_number("825")
    assert authority
    start = plan_start(downloads, authority, standards)
    assert [path.name for path in start.files] == ["ours.csv"]
    assert start.measures == ("score",)
    passed = [str(problem).split("\n")[0] for problem in start.passed_over]
    assert passed == [
        "bad.csv, row 2, column “avg_score”: “NA” is not a number",
        "colours.csv: this is in no form that reportgen reads",
        "deep/theirs.csv: nothing in it about Buckinghamshire: its rows are about other areas",
    ]


def test_the_settings_name_every_area_and_where_the_files_are(
    downloads: Path, standards: Project
) -> None:
    authority = standards.areas.of_number("825")
    assert authority
    start = plan_start(downloads, authority, standards)
    text = settings_text(
        start,
        ("attainment",),
        'Schools, "our way"',
        Council("Buckinghamshire Council", certain=True),
        date(2026, 3, 1),
        "../published",
        standards.dictionary,
        [KeyFigure("score | 2020/21", "average score, 2020/21"), KeyFigure("n", "pupils", "{m}")],
    )
    settings = tomllib.loads(text)
    assert settings["title"] == 'Schools, "our way"'
    assert settings["area"] == {"code": "E06000060", "name": "Buckinghamshire"}
    assert settings["benchmarks"]["region"]["name"] == "South East"
    assert [item["name"] for item in settings["neighbours"]["members"]][:2] == [
        "Oxfordshire",
        "Hertfordshire",
    ]
    assert settings["data"] == {"files": ["../published"]}
    assert settings["chapters"] == ["attainment"]
    assert settings["glance"]["key_figures"] == [
        {"figure": "score | 2020/21", "label": "average score, 2020/21"},
        {"figure": "n", "label": "pupils", "beside": "{m}"},
    ]


def test_an_authority_without_neighbours_starts_without_them(
    downloads: Path, standards: Project
) -> None:
    scilly = standards.areas.of_number("420")
    assert scilly
    start = plan_start(downloads, scilly, standards)
    assert start.comparators.neighbours is None
    assert start.files == ()


def test_a_spreadsheet_of_a_kind_that_is_not_read_is_named(
    downloads: Path, standards: Project
) -> None:
    (downloads / "deep" / "old.xls").write_bytes(b"figures")
    authority = standards.areas.of_number("825")
    assert authority
    (problem, *_) = plan_start(downloads, authority, standards).passed_over
    assert str(problem).startswith("deep/old.xls: the file is not read\n    open it in Excel")


def test_why_a_file_is_passed_over_is_what_keeps_it_out(
    downloads: Path, standards: Project
) -> None:
    (downloads / "bad.csv").unlink()
    (downloads / "ofsted.csv").write_text(
        "URN,Local authority,Ofsted phase,Overall effectiveness,Total number of pupils,"
        "Inspection start date\n1,Surrey,Primary,1,100,15/07/2025\n",
        encoding="utf-8",
    )
    unknown = (downloads / "ours.csv").read_text("utf-8").replace("avg_score", "colour")
    (downloads / "unknown.csv").write_text(unknown, encoding="utf-8")
    authority = standards.areas.of_number("825")
    assert authority
    passed = {
        str(item.place): item.what
        for item in plan_start(downloads, authority, standards).passed_over
    }

    assert (
        passed["ofsted.csv"]
        == "nothing in it about Buckinghamshire: its rows are about other areas"
    )
    assert passed["unknown.csv"] == "nothing in it of a measure that is known"
