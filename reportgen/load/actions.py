"""Turn actions.csv into the rows of the action plans, in the order of the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from reportgen.content import Action
from reportgen.document import Bullets, Inline, Paragraph
from reportgen.errors import DataError, Place, Problem, did_you_mean
from reportgen.facts import Cell
from reportgen.load.download import open_download, records
from reportgen.load.files import read_file
from reportgen.load.markdown import Markdown, tokens_of
from reportgen.load.sheet import Row, Sheet, column_problems, name_in, read_sheet, sheet_of
from reportgen.measures import Dictionary

NEEDED = ("chapter", "what_we_will_do", "what_this_should_achieve", "timeframe")
KNOWN = (*NEEDED, "owner", "measure")


def read_actions(
    path: Path, root: Path, chapters: Collection[str], dictionary: Dictionary
) -> tuple[Action, ...]:
    """Return the actions of a file, or of a workbook of its name; none if there is neither.

    `chapters` are those an action may belong to. Raises `DataError` with every row that is wrong.
    """
    sheet = _sheet(path, root)
    if sheet is None:
        return ()
    otherwise = "remove it; the columns are: " + ", ".join(KNOWN)
    problems = [*sheet.problems, *column_problems(sheet, NEEDED, KNOWN, otherwise)]
    actions = []
    if all(name in sheet.columns for name in NEEDED):
        for row in sheet.rows:
            action, wrong = _read_row(row, sheet, chapters, dictionary)
            actions.append(action)
            problems += wrong
    if problems:
        raise DataError(problems)
    return tuple(actions)


def _sheet(path: Path, root: Path) -> Sheet | None:
    """Return the rows of actions.csv, or of a workbook in its place; None without either.

    Raises `DataError` if there are both, or the one that there is cannot be read.
    """
    book = path.with_suffix(".xlsx")
    data, inside = read_file(path, name_in(path, root)), read_file(book, name_in(book, root))
    if inside is None:
        return None if data is None else read_sheet(data, name_in(path, root))
    if data is not None:
        what, place = f"{path.name} is there too, and only one can be read", name_in(book, root)
        raise DataError(Problem(what, Place(place), "remove the one that is older"))
    tables = open_download(inside, name_in(book, root))
    if len(tables) != 1:
        what = f"the workbook has {len(tables)} sheets with something on them"
        raise DataError(Problem(what, Place(name_in(book, root)), "keep the plans on one sheet"))
    return sheet_of(records(tables[0]), tables[0].file)


def _read_row(
    row: Row, sheet: Sheet, chapters: Collection[str], dictionary: Dictionary
) -> tuple[Action, list[Problem]]:
    problems = [
        Problem("the cell is empty", Place(sheet.file, row.number, column))
        for column in ("chapter", "what_we_will_do")
        if not row[column]
    ]
    chapter, measure = row["chapter"], row["measure"]
    if chapter and chapter not in chapters:
        hint = did_you_mean(chapter, chapters, "the chapters are: " + ", ".join(chapters))
        place = Place(sheet.file, row.number, "chapter")
        problems.append(Problem(f"the chapter “{chapter}” is not known", place, hint))
    if measure and measure not in dictionary.measures:
        hint = did_you_mean(measure, dictionary.measures, "they are in sections/measures.toml")
        place = Place(sheet.file, row.number, "measure")
        problems.append(Problem(f"the measure “{measure}” is not known", place, hint))
    action = Action(
        chapter,
        _cell(row, sheet, "what_we_will_do", problems),
        _cell(row, sheet, "what_this_should_achieve", problems),
        row["timeframe"],
        Cell(sheet.file, row.number, "what_we_will_do"),
        row["owner"],
        measure,
    )
    return action, problems


def _cell(
    row: Row, sheet: Sheet, column: str, problems: list[Problem]
) -> tuple[Paragraph | Bullets, ...]:
    """Return the paragraphs and lists that a cell holds."""
    markdown = Markdown(sheet.file, _no_number, problems, row.number, column)
    found = []
    for tokens in tokens_of(row[column]):
        if tokens[0].type == "heading_open":
            markdown.wrong(
                tokens[0], "a heading cannot stand in a cell", "make it **strong** words"
            )
            continue
        for block in markdown.blocks(tokens, f"actions.{row['chapter']}"):
            assert isinstance(block, Paragraph | Bullets)
            found.append(block)
    return tuple(found)


def _no_number(text: str, place: Place) -> Inline:
    what = f"{{{text}}}: live numbers are read in words files only"
    raise DataError(Problem(what, place, "write the words without the braces"))
