"""A download that a spreadsheet program saved again says the same, or why it cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.errors import DataError
from reportgen.load.read import DataFile, Loaded, Project, read_files

HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,"
    "education_phase,num_schools,headcount,perm_excl,perm_excl_rate"
)
ROW = "202324,Academic year,Local authority,E92000001,England,825,{},9,1000,{},{}"
Read = Callable[[str], Loaded]


@pytest.fixture
def read(tmp_path: Path, measures: Project, bucks: Comparators) -> Read:
    def read(rows: str) -> Loaded:
        (tmp_path / "download.csv").write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")
        return read_files([DataFile(tmp_path / "download.csv")], tmp_path, measures, bucks)

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tabs_between_the_cells_are_as_good_as_commas(
    tmp_path: Path, measures: Project, bucks: Comparators, encoding: str
) -> None:
    path = tmp_path / "download.csv"
    lines = ("Saved by an officer", "", HEADER, ROW.format("Total", 1, "0.1"))
    text = "\r\n".join(lines).replace(",", "\t").replace("England", '"England\nand more"')
    path.write_bytes(text.encode(encoding))
    (found,) = read_files([DataFile(path)], tmp_path, measures, bucks).observations
    assert (str(found.value), found.cell.row) == ("0.1", 4)


def test_a_rate_that_was_saved_with_its_sign_is_the_same_rate(read: Read) -> None:
    (found,) = read(ROW.format("Total", 1, "0.1%")).observations
    assert str(found.value) == "0.1"


def test_a_count_with_a_sign_of_per_cent_is_refused(read: Read) -> None:
    with pytest.raises(DataError, match="column “perm_excl”: “1%” is not a number"):
        read(ROW.format("Total", "1%", "0.1"))


def test_of_many_texts_that_are_no_numbers_the_first_are_named_and_the_rest_counted(
    read: Read,
) -> None:
    texts = [f"about {number}" for number in range(15)]
    rows = "\n".join(ROW.format("Total", 1, text) for text in texts)
    with pytest.raises(DataError) as caught:
        read(rows)
    whats = [problem.what for problem in caught.value.problems]
    assert whats[0] == "“about 0” is not a number"
    assert whats[9:] == [
        "“about 9” is not a number",
        "5 more texts in the column cannot be read",
    ]


def test_a_header_that_stands_again_between_two_files_makes_no_filter_of_a_count(
    read: Read,
) -> None:
    rows = (ROW.format("Total", 1, "0.1"), HEADER, ROW.format("Special", 2, "0.2"))
    loaded = read("\n".join(rows))
    assert {str(item.value) for item in loaded.observations} == {"0.1", "0.2"}
    assert loaded.accounts[0].aside == (("of the level “geographic_level”", 1),)


def test_rows_of_nothing_but_commas_are_empty(read: Read) -> None:
    loaded = read(ROW.format("Total", 1, "0.1") + "\n" + "," * 10 + "\n" + "," * 10)
    assert loaded.accounts[0].aside == (("empty", 2),)


def test_the_name_of_any_authority_in_the_place_of_its_code_is_told_the_code(
    tmp_path: Path, measures: Project, bucks: Comparators
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "measure,area_code,area,period,period_kind,value,source\n"
        "attainment_8,St. Helens,St. Helens,2020/21,academic year,50,Made up\n"
    )
    with pytest.raises(DataError) as caught:
        read_files([DataFile(path)], tmp_path, measures, bucks)
    (problem,) = caught.value.problems
    assert (problem.what, problem.hint) == (
        "“St. Helens” is a name, not a code",
        "the code of St Helens is E08000013",
    )
