"""Turn a report folder into a `Report`: its settings, facts, words, plans and chapters.

Everything wrong with the data is gathered over all its files and raised together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from reportgen.content import Content, Prose
from reportgen.errors import DataError, Place, Problem, ProjectError, did_you_mean
from reportgen.facts import Facts
from reportgen.load.actions import read_actions
from reportgen.load.chapters import find_chapters, load_chapters
from reportgen.load.dictionary import read_dictionary
from reportgen.load.figures import read_figures
from reportgen.load.settings import read_settings
from reportgen.load.words import check_words, read_words
from reportgen.measures import Dictionary
from reportgen.report import Report
from reportgen.settings import Settings

T = TypeVar("T")


def project_root(report_folder: Path) -> Path:
    """Return the project of a report: the nearest folder above it that has `sections/`.

    Raises `ProjectError` if there is no such folder, or no report.
    """
    folder = report_folder.resolve()
    if not folder.is_dir():
        hint = "name a folder such as data/my-report"
        raise ProjectError(
            Problem("the report folder is not there", Place(str(report_folder)), hint)
        )
    if not (folder / "report.toml").is_file():
        hint = "a report is a folder with a report.toml, such as data/my-report"
        raise ProjectError(
            Problem("there is no report.toml in it", Place(str(report_folder)), hint)
        )
    for above in folder.parents:
        if (above / "sections").is_dir():
            return above
    what = "no folder above the report has a folder “sections”"
    hint = "reportgen new FOLDER makes a project with everything that is needed"
    raise ProjectError(Problem(what, Place(str(report_folder)), hint))


def read_project(report_folder: Path) -> Report:
    """Return the report in a folder, ready to be composed.

    Raises `ProjectError` if report.toml, the dictionary or a chapter is wrong, and `DataError` with
    every problem of the figures, words and actions.
    """
    root = project_root(report_folder)
    settings, dictionary = read_plan(report_folder, root)
    sections = load_chapters(root, settings.chapters)
    facts, content = read_data(report_folder, root, settings, dictionary)
    return Report(settings, facts, content, sections, root, report_folder.resolve())


def read_plan(report_folder: Path, root: Path) -> tuple[Settings, Dictionary]:
    """Return what report.toml and sections/measures.toml say.

    Raises `ProjectError` with the problems of both.
    """
    problems: list[Problem] = []
    chapters = find_chapters(root)
    settings = _try(lambda: read_settings(report_folder, root, chapters), problems)
    dictionary = _try(lambda: read_dictionary(root / "sections" / "measures.toml"), problems)
    if problems:
        raise ProjectError(problems)
    assert settings
    assert dictionary
    return settings, dictionary


def read_data(
    folder: Path, root: Path, settings: Settings, dictionary: Dictionary
) -> tuple[Facts, Content]:
    """Return the figures, words and actions of a report folder.

    Raises `DataError` with the problems of all of them. Without the figures, the words are checked
    for everything but whether there is such a figure.
    """
    problems: list[Problem] = []
    chapters = find_chapters(root)
    paths = figure_files(folder)
    if not paths:
        hint = "put at least one CSV file of figures in it"
        problems.append(Problem("there are no figures", Place("figures"), hint))
    comparators = settings.comparators
    figures = _try(lambda: read_figures(paths, folder, dictionary, comparators), problems)
    facts = Facts(figures or (), dictionary, comparators, settings.as_at)
    read: Callable[[], Mapping[str, Mapping[str, Prose]]] = lambda: (  # noqa: E731
        check_words(folder / "words", folder, facts)
        if problems
        else read_words(folder / "words", folder, facts)
    )
    words = _try(read, problems)
    problems += _words_without_chapter(folder / "words", chapters)
    plan = folder / "actions.csv"
    actions = _try(lambda: read_actions(plan, folder, chapters, dictionary), problems)
    if problems:
        raise DataError(problems)
    return facts, Content(words or {}, actions or ())


def figure_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of figures of a report folder, in order of name; hidden ones left out."""
    found = (folder / "figures").rglob("*.csv")
    return tuple(sorted(path for path in found if not path.name.startswith((".", "~"))))


def _words_without_chapter(folder: Path, chapters: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(
            f"there is no chapter “{path.stem}”",
            Place(f"words/{path.name}"),
            did_you_mean(path.stem, chapters, "the chapters are: " + ", ".join(chapters)),
        )
        for path in sorted(folder.glob("*.md"))
        if path.stem not in chapters
    ]


def _try(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """Return what a reader returns; where it refuses, add its problems and return None."""
    try:
        return read()
    except (ProjectError, DataError) as error:
        problems += error.problems
        return None
