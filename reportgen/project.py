"""Turn a report folder into a `Report`: its settings, facts, words, plans and chapters.

Everything wrong with the data is gathered over all its files and raised together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reportgen.area import Area
from reportgen.content import FRONT_SHEET, Content
from reportgen.errors import DataError, Place, Problem, ProjectError, did_you_mean
from reportgen.facts import Facts
from reportgen.load.actions import read_actions
from reportgen.load.areas import read_areas
from reportgen.load.cache import Cache
from reportgen.load.candidate import FileAccount
from reportgen.load.chapters import find_chapters, load_chapters
from reportgen.load.codes import code_problems
from reportgen.load.degrees import read_degrees
from reportgen.load.dictionary import read_dictionary
from reportgen.load.files import closed_folders
from reportgen.load.folders import data_files, unread_tables
from reportgen.load.read import Loaded, Project, read_files
from reportgen.load.settings import read_overrides, read_settings
from reportgen.load.small import withhold_small
from reportgen.load.sources import Source, read_sources
from reportgen.load.words import check_words, read_words, words_files
from reportgen.observation import Observation
from reportgen.report import Report
from reportgen.settings import Settings

T = TypeVar("T")


def project_root(report_folder: Path) -> Path:
    """Return the project of a report: the nearest folder above it that has `sections/`.

    Raises `ProjectError` if there is no such folder, or no report.
    """
    folder = report_folder.resolve()
    if not folder.is_dir():
        is_file = "this is a file, and a report is a folder"
        what = is_file if folder.exists() else "the report folder is not there"
        raise ProjectError(Problem(what, Place(str(report_folder)), _nearest(folder)))
    if not (folder / "report.toml").is_file():
        what = "there is no report.toml in it"
        raise ProjectError(Problem(what, Place(str(report_folder)), _reports_in(folder)))
    for above in folder.parents:
        if (above / "sections").is_dir():
            return above
    what = "no folder above the report has a folder “sections”"
    hint = "reportgen new FOLDER makes a project with everything that is needed"
    raise ProjectError(Problem(what, Place(str(report_folder)), hint))


def _nearest(folder: Path) -> str:
    """Return a hint that names the report beside a folder whose name is nearest to its own."""
    beside = sorted(path.parent.name for path in folder.parent.glob("*/report.toml"))
    return did_you_mean(folder.name, beside, "name a folder such as data/my-report")


def _reports_in(folder: Path) -> str:
    """Return a hint that names the reports within a folder that is none, or its misnamed file."""
    reports = [path.parent for at in ("*", "data/*") for path in folder.glob(f"{at}/report.toml")]
    if reports:
        names = sorted(path.relative_to(folder).as_posix() for path in reports)
        return f"the reports in it are: {_some(names)}"
    if (folder / "report.toml.txt").is_file():
        return "rename report.toml.txt to report.toml; Windows may hide the end of its name"
    return "a report is a folder with a report.toml, such as data/my-report"


def read_project(report_folder: Path) -> Report:
    """Return the report in a folder, ready to be composed.

    Raises `ProjectError` if report.toml, the dictionary or a chapter is wrong, and `DataError` with
    every problem of the figures, words and actions.
    """
    return read_with_accounts(report_folder)[0]


def read_with_accounts(report_folder: Path) -> tuple[Report, tuple[FileAccount, ...]]:
    """Return a report and what became of every row of its files of figures.

    Raises as `read_project` does.
    """
    root = project_root(report_folder)
    folder = report_folder.resolve()
    settings, project = read_plan(folder, root)
    sections = load_chapters(root, settings.chapters)
    loaded, facts, content = read_data(folder, root, settings, project)
    return Report(settings, facts, content, sections, root, folder), loaded.accounts


def read_plan(folder: Path, root: Path) -> tuple[Settings, Project]:
    """Return what report.toml says, and the project's measures, their sources and all areas.

    Raises `ProjectError` with the problems of all these files.
    """
    problems: list[Problem] = []
    settings = _try(lambda: read_settings(folder, root, find_chapters(root)), problems)
    project = _try(lambda: read_measures(root), problems)
    own: tuple[Source, ...] | None = ()
    if settings and project:
        problems += code_problems(folder, project.areas)
        own = _try(lambda: read_overrides(folder, project.dictionary), problems)
    if problems:
        raise ProjectError(problems)
    assert settings
    assert project
    assert own is not None
    replaced = {source.measure for source in own}
    kept = (source for source in project.sources if source.measure not in replaced)
    return settings, Project(project.dictionary, (*own, *kept), project.areas)


def read_measures(root: Path) -> Project:
    """Return the measures of the project in a folder, their sources, and all areas.

    Raises `ProjectError` with the problems of all these files.
    """
    problems: list[Problem] = []
    measures = root / "sections" / "measures.toml"
    areas = _try(lambda: read_areas(root / "sections" / "areas.csv"), problems)
    dictionary = _try(lambda: read_dictionary(measures), problems)
    sources = _try(lambda: read_sources(measures, dictionary), problems) if dictionary else ()
    sizes = root / "assets" / "degrees.toml"
    degrees = _try(lambda: read_degrees(sizes, dictionary), problems) if dictionary else {}
    if problems:
        raise ProjectError(problems)
    assert areas
    assert dictionary
    return Project(replace(dictionary, degrees=degrees or {}), sources or (), areas)


def read_data(
    folder: Path, root: Path, settings: Settings, project: Project
) -> tuple[Loaded, Facts, Content]:
    """Return the figures, words and actions of a report folder.

    Raises `DataError` with the problems of all of them. Without the figures, the words are checked
    for everything but whether there is such a figure.
    """
    problems: list[Problem] = []
    chapters = find_chapters(root)
    problems += closed_folders(folder, "figures", "words")
    files = data_files(folder, settings.data)
    if not files and not problems:
        hint = "put a CSV file of figures in it, or name downloads under [data] in report.toml"
        problems.append(Problem("there are no figures", Place("figures"), hint))
    read = lambda: read_files(  # noqa: E731
        files, folder, project, settings.comparators, Cache(root / ".cache")
    )
    loaded = _try(read, problems) or Loaded(())
    dictionary, comparators = project.dictionary, settings.comparators
    if loaded.observations and not problems:
        problems += _not_ours(loaded.observations, comparators.ours)
    listed = tuple(item.area for item in project.areas.known)
    kept = withhold_small(loaded.observations, comparators.ours, settings.fewest)
    facts = Facts(kept, dictionary, comparators, settings.as_at, loaded.elsewhere, listed)
    reader = check_words if problems else read_words
    words = _try(lambda: reader(folder / "words", folder, facts), problems)
    problems += _words_without_chapter(folder / "words", chapters)
    plan = folder / "actions.csv"
    actions = _try(lambda: read_actions(plan, folder, chapters, dictionary), problems)
    if problems:
        raise DataError([*problems, *unread_tables(folder)])
    return loaded, facts, Content(words or {}, actions or ())


def _not_ours(observations: Iterable[Observation], ours: Area) -> list[Problem]:
    """Return a problem if no figure is about the report's own area, naming those there are."""
    files: dict[str, set[str]] = {}
    for item in observations:
        if item.area == ours:
            return []
        files.setdefault(item.cell.file, set()).add(f"{item.area.name} ({item.area.code})")
    about = "; ".join(f"{file}: {_some(sorted(names))}" for file, names in sorted(files.items()))
    what = f"no file has a figure of {ours.name} ({ours.code}), which report.toml is about"
    return [Problem(what, Place("figures"), f"the files name other areas: {about}")]


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more


def _words_without_chapter(folder: Path, chapters: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(
            f"there is no chapter “{path.stem}”",
            Place(f"words/{path.name}"),
            did_you_mean(path.stem, chapters, "the chapters are: " + ", ".join(chapters)),
        )
        for path in words_files(folder)
        if path.stem not in (*chapters, FRONT_SHEET)
    ]


def _try(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """Return what a reader returns; where it refuses, add its problems and return None."""
    try:
        return read()
    except (ProjectError, DataError) as error:
        problems += error.problems
        return None
