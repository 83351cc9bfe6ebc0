"""Plans are read row by row, or refused with the cells that are wrong."""

from pathlib import Path

import openpyxl
import pytest

from reportgen.content import Action
from reportgen.document import Bullets, Paragraph, plain
from reportgen.errors import DataError
from reportgen.load.actions import read_actions
from reportgen.measures import Dictionary

HEADER = "chapter,what_we_will_do,what_this_should_achieve,timeframe,owner,measure\n"


def read(tmp_path: Path, dictionary: Dictionary, text: str) -> tuple[Action, ...]:
    path = tmp_path / "actions.csv"
    path.write_text(text, encoding="utf-8")
    return read_actions(path, tmp_path, ("attainment", "ehe"), dictionary)


def test_rows_keep_their_order_and_their_paragraphs(tmp_path: Path, dictionary: Dictionary) -> None:
    rows = 'ehe,"One\n\nTwo\n\n- three",More,2022,A. Head,score\nattainment,Next,,,,\n'
    first, second = read(tmp_path, dictionary, HEADER + rows)
    one, two, three = first.what
    assert isinstance(one, Paragraph)
    assert isinstance(two, Paragraph)
    assert isinstance(three, Bullets)
    assert plain(two.inlines) == "Two"
    assert (first.timeframe, first.owner, first.measure) == ("2022", "A. Head", "score")
    assert (second.chapter, second.achieve, second.cell.row) == ("attainment", (), 3)


def test_every_wrong_cell_is_named(tmp_path: Path, dictionary: Dictionary) -> None:
    rows = "ehee,Do,,,,\n,Do,,,,scor\nehe,<b>Do</b>,{score},,,\n"
    with pytest.raises(DataError) as caught:
        read(tmp_path, dictionary, HEADER + rows)
    assert [str(problem).split("\n")[0] for problem in caught.value.problems] == [
        "actions.csv, row 2, column “chapter”: the chapter “ehee” is not known",
        "actions.csv, row 3, column “chapter”: the cell is empty",
        "actions.csv, row 3, column “measure”: the measure “scor” is not known",
        "actions.csv, row 4, column “what_we_will_do”: HTML cannot be printed",
        "actions.csv, row 4, column “what_this_should_achieve”: {score}: live numbers are read in "
        "words files only",
    ]


def test_a_missing_column_is_named(tmp_path: Path, dictionary: Dictionary) -> None:
    with pytest.raises(DataError, match="the column “timeframe” is missing"):
        read(tmp_path, dictionary, HEADER.replace("timeframe", "time"))


def test_without_a_file_there_are_no_actions(tmp_path: Path, dictionary: Dictionary) -> None:
    assert read_actions(tmp_path / "actions.csv", tmp_path, (), dictionary) == ()


def test_a_workbook_is_read_in_place_of_the_text_file(
    tmp_path: Path, dictionary: Dictionary
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["chapter", "What we will do", "what_this_should_achieve", "timeframe"])
    sheet.append(["ehe", "Visit", "Trust", "Ongoing"])
    book.save(tmp_path / "actions.xlsx")
    (action,) = read_actions(tmp_path / "actions.csv", tmp_path, ("ehe",), dictionary)
    assert (action.timeframe, action.cell.file, action.cell.row) == ("Ongoing", "actions.xlsx", 2)
    (tmp_path / "actions.csv").write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="only one can be read"):
        read_actions(tmp_path / "actions.csv", tmp_path, ("ehe",), dictionary)


def test_plans_that_cannot_be_opened_or_have_other_columns_say_so(
    tmp_path: Path, dictionary: Dictionary
) -> None:
    path = tmp_path / "actions.csv"
    path.mkdir()
    with pytest.raises(DataError, match="this cannot be read"):
        read_actions(path, tmp_path, (), dictionary)
    path.rmdir()
    path.write_text("chapter,what_we_will_do,what_it_should_achieve,When,budget\n", "utf-8")
    with pytest.raises(DataError) as caught:
        read_actions(path, tmp_path, (), dictionary)
    found = str(caught.value)
    assert (
        "“what_this_should_achieve” is missing\n    did you mean “what_it_should_achieve”" in found
    )
    assert "“timeframe” is missing\n    give it this name in the first row if it is" in found
    assert "measures.toml" not in found
