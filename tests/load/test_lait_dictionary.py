"""The publisher's dictionary names what is not read yet, and says where measures.toml differs."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load.dictionary import read_dictionary
from reportgen.load.inspect import inspect_file
from reportgen.load.read import DataFile, Project, read_files
from reportgen.load.sources import read_sources

HEADER = "Topic,Measure,Measure_short,Polarity,y_axis_name,dps,Year_Type\n"
SCORE = "Key Stage 4,Average score,Score,High,Score per pupil,1,Academic Year\n"
GIRLS = SCORE.replace("Score,High", "Score_girls,High")
ABSENCE = "Absence,Overall absence  rate,Abs,Low,% half days missed,2,Academic Year\n"
CARE = "Care,Adopted,Adopted,-,Number,NA,Financial Year\n"
LONG = "Short Desc,Years,LA and Regions,Values,LA Number\n" + "".join(
    f"{key},2025,Buckinghamshire,{value},825\n"
    for key, value in (("Score", "50.9"), ("Abs", "7.1"), ("Adopted", "12"), ("Odd", "1"))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a long table with its dictionary, which has a cell of several lines."""
    folder = tmp_path / "lait"
    folder.mkdir()
    (folder / "long.csv").write_text(LONG, encoding="utf-8")
    write(folder, SCORE + GIRLS + ABSENCE + CARE)
    return folder


def write(folder: Path, rows: str) -> Path:
    path = folder / "words.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def remarks(path: Path, project: Project) -> list[str]:
    (found,) = inspect_file(DataFile(path), project, "words.csv")
    assert found.account
    assert (found.account.used, found.problems) == (0, ())
    return [str(remark) for remark in found.account.remarks]


def test_the_dictionary_beside_a_long_table_names_what_is_not_read(
    folder: Path, standards: Project
) -> None:
    (found,) = inspect_file(DataFile(folder / "long.csv"), standards)
    assert found.strange == ("3 keys",)
    assert found.unknown[:6] == (
        "?:",
        "  Odd: not in the data dictionary",
        "Absence:",
        "  Abs: Overall absence rate",
        "Care:",
        "  Adopted: Adopted",
    )
    assert "    Absence:" in found.lines()


def test_without_its_dictionary_the_keys_are_listed(folder: Path, standards: Project) -> None:
    (folder / "words.csv").unlink()
    (found,) = inspect_file(DataFile(folder / "long.csv"), standards)
    assert found.unknown == ()
    (strange,) = found.strange
    assert strange.startswith("3 keys: Abs, Adopted, Odd … (put the data dictionary")


def test_what_it_says_of_a_new_measure_can_be_pasted_into_measures_toml(
    folder: Path, standards: Project, bucks: Comparators, tmp_path: Path
) -> None:
    (found,) = inspect_file(DataFile(folder / "long.csv"), standards)
    at = next(i for i, line in enumerate(found.unknown) if line.startswith("To add one"))
    text = "\n".join(line.strip() for line in found.unknown[at + 1 :])
    said = tomllib.loads(text)["measures"]["abs"]
    assert (said["better"], said["places"], said["unit"]) == ("lower", 2, "percent")

    path = tmp_path / "more.toml"
    units = '[units.percent]\nafter = "%"\n'
    path.write_text(units + text.replace("…", "rate of absence"), encoding="utf-8")
    dictionary = read_dictionary(path)
    more = Project(dictionary, read_sources(path, dictionary), standards.areas)
    loaded = read_files([DataFile(folder / "long.csv")], folder, more, bucks)
    assert [(o.measure.name, str(o.value)) for o in loaded.observations] == [
        ("Overall absence rate", "7.1")
    ]


def test_nothing_is_said_where_the_two_agree(folder: Path, standards: Project) -> None:
    assert remarks(folder / "words.csv", standards) == []


@pytest.mark.parametrize(
    ("said", "meant", "remark"),
    [
        ("High", "Low", "lower is better there, higher here"),
        ("Score per pupil", "% of pupils", "it is in percent there, in points here"),
        (",1,", ",0,", "it is shown with 0 decimals there, with 1 here"),
        ("Academic", "Financial", "“financial year” there, “academic year” here"),
    ],
)
def test_what_the_dictionary_says_otherwise_is_one_remark(
    folder: Path, standards: Project, said: str, meant: str, remark: str
) -> None:
    path = write(folder, SCORE.replace(said, meant) + GIRLS.replace(said, meant))
    (found,) = remarks(path, standards)
    assert "score is not what the data dictionary says" in found
    assert remark in found
    assert "(Score)" in found
    assert found.startswith("words.csv, row 2: ")


@pytest.mark.parametrize("silent", ["-", "NA", ""])
def test_what_the_dictionary_leaves_open_contradicts_nothing(
    folder: Path, standards: Project, silent: str
) -> None:
    row = f"Key Stage 4,Average score,Score,{silent},{silent},{silent},{silent}\n"
    assert remarks(write(folder, row), standards) == []


def test_a_value_that_is_multiplied_may_have_another_unit(folder: Path, standards: Project) -> None:
    path = write(folder, SCORE.replace("Score per pupil", "% of pupils"))
    assert len(remarks(path, standards)) == 1
    scaled = tuple(replace(source, times=source.times * 100) for source in standards.sources)
    assert remarks(path, replace(standards, sources=scaled)) == []


def test_a_report_that_reads_the_dictionary_is_told(
    folder: Path, standards: Project, bucks: Comparators
) -> None:
    path = write(folder, SCORE.replace("High", "Low"))
    loaded = read_files([DataFile(path)], folder, standards, bucks)
    (account,) = loaded.accounts
    assert "lower is better there" in account.remarks[0].what
    assert str(account) == "words.csv: 1 rows read, 0 used; set aside: 1 not figures"


def test_the_dictionary_of_today_contradicts_no_measure(realdata: Path, measures: Project) -> None:
    assert remarks(realdata / "lait" / "lait_data_dictionary.csv", measures) == []
    (long,) = inspect_file(DataFile(realdata / "lait" / "bds_long_0.parquet"), measures)
    assert not any(line.endswith("not in the data dictionary") for line in long.unknown)
    assert sum(line.startswith("  ") for line in long.unknown) > 400
