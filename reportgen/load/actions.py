"""Turn actions.csv into the rows of the action plans, in the order of the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from reportgen.content import Action
from reportgen.document import Bullets, Inline, Paragraph
from reportgen.errors import DataError, Place, Problem, did_you_mean
from reportgen.facts import Cell
from reportgen.load.markdown import Markdown, tokens_of
from reportgen.load.sheet import Row, Sheet, column_problems, name_in, read_sheet
from reportgen.measures import Dictionary

NEEDED = ("chapter", "what_we_will_do", "what_this_should_achieve", "timeframe")
KNOWN = (*NEEDED, "owner", "measure")


def read_actions(
    path: Path, root: Path, chapters: Collection[str], dictionary: Dictionary
) -> tuple[Action, ...]:
    """Return the actions of a file; none if there is no file.

    `chapters` are those an action may belong to. Raises `DataError` with every row that is wrong.
    """
    if not path.exists():
        return ()
    sheet = read_sheet(path.read_bytes(), name_in(path, root))
    problems = [*sheet.problems, *column_problems(sheet, NEEDED, KNOWN)]
    actions = []
    if all(name in sheet.columns for name in NEEDED):
        for row in sheet.rows:
            action, wrong = _read_row(row, sheet, chapters, dictionary)
            actions.append(action)
            problems += wrong
    if problems:
        raise DataError(problems)
    return tuple(actions)


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
        hint = did_you_mean(measure, dictionary.measures, "see sections/measures.toml")
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
