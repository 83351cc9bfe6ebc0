"""Turn a folder of downloads and the name of an authority into the settings of a first report.

What the downloads say themselves is used: which files hold figures of the authority, and which are
its statistical neighbours in the newest model among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.area import Comparators
from reportgen.errors import DataError, Place, Problem
from reportgen.load.areas import KnownArea
from reportgen.load.candidate import FileAccount
from reportgen.load.council import GUESS, Council
from reportgen.load.download import open_path
from reportgen.load.folders import other_spreadsheets, tables_in
from reportgen.load.forms import NO_FORM, Form
from reportgen.load.neighbours import Model, current, dated, read_model
from reportgen.load.read import DataFile, Project, read_files
from reportgen.load.reasons import NO_MEASURE, OTHER_ITEM
from reportgen.measures import Dictionary
from reportgen.settings import KeyFigure

ENGLAND = "E92000001"
_COMPANIONS = tuple(form.words for form in (Form.EES_META, Form.LAIT_DICTIONARY, Form.NEIGHBOURS))
"""Forms that hold no figures by their nature, so that it need not be said."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a first report rests on: its areas, the files that fill it, and those passed over."""

    comparators: Comparators
    files: tuple[Path, ...]
    measures: tuple[str, ...]
    accounts: tuple[FileAccount, ...]
    passed_over: tuple[Problem, ...]


def plan_start(folder: Path, authority: KnownArea, project: Project) -> Start:
    """Return what a report on an authority can be made of from the files in a folder.

    A file that cannot be read, or has nothing about the authority, is passed over with the reason.
    """
    paths = tables_in(folder)
    passed = list(other_spreadsheets(folder))
    comparators = _comparators(paths, folder, authority, project)
    accounts: list[FileAccount] = []
    measures: list[str] = []
    kept: list[Path] = []
    for path in paths:
        try:
            loaded = read_files([DataFile(path)], folder, project, comparators)
        except DataError as error:
            passed.append(_first(error.problems))
            continue
        accounts += loaded.accounts
        ours = [item for item in loaded.observations if item.area == authority.area]
        if ours:
            kept.append(path)
            measures += [item.measure.id for item in ours]
        else:
            passed += [
                _nothing(account, authority)
                for account in loaded.accounts
                if account.form not in _COMPANIONS
            ]
    once = tuple(sorted(set(measures)))
    return Start(comparators, tuple(kept), once, tuple(accounts), tuple(passed))


def settings_text(
    start: Start,
    chapters: Iterable[str],
    title: str,
    council: Council,
    on: date,
    files: str,
    dictionary: Dictionary,
    tiles: Iterable[KeyFigure] = (),
) -> str:
    """Return a report.toml for the start of a report.

    `chapters` are in the order of the report, and `files` is where it finds its downloads.
    """
    areas = start.comparators
    ours = areas.ours
    guess = "" if council.certain else f"  # {GUESS}"
    lines = [
        f"# A report on {ours.name}; data/README.md explains every key.",
        "",
        f"title = {_quoted(title)}",
        f"organisation = {_quoted(council.name)}{guess}",
        f"date = {on.isoformat()}",
        'status = "Draft"',
        f"chapters = [{', '.join(map(_quoted, chapters))}]",
        'formats = ["docx", "pdf"]',
        "",
        "[area]",
        f"code = {_quoted(ours.code)}",
        f"name = {_quoted(ours.name)}",
        "",
        "[benchmarks]",
        'england = { code = "E92000001", name = "England" }',
    ]
    if areas.region:
        lines.append(f"region = {_area(areas.region.code, areas.region.name)}")
    if areas.neighbours:
        lines += [
            "",
            "# Nearest first.",
            "[neighbours]",
            f"code = {_quoted(areas.neighbours.mean.code)}",
            f"name = {_quoted(areas.neighbours.mean.name)}",
            f"model = {_quoted(areas.neighbours.model)}",
            "members = [",
            *(f"  {_area(area.code, area.name)}," for area in areas.neighbours.members),
            "]",
        ]
    names = ", ".join(dictionary.measures[id].name for id in start.measures)
    lines += ["", f"# They hold: {names}.", "[data]", f"files = [{_quoted(files)}]", ""]
    for tile in tiles:
        lines += ["[[glance.key_figures]]", f"figure = {_quoted(tile.figure)}"]
        lines += [f"label = {_quoted(tile.label)}"]
        lines += [f"beside = {_quoted(tile.beside)}", ""] if tile.beside else [""]
    return "\n".join(lines)


def _comparators(
    paths: Sequence[Path], folder: Path, authority: KnownArea, project: Project
) -> Comparators:
    england = project.areas.of_code(ENGLAND)
    models: list[Model] = []
    for path in paths:
        try:
            tables = open_path(path, path.relative_to(folder).as_posix())
        except DataError:
            continue
        models += [read_model(table) for table in tables if table.form is Form.NEIGHBOURS]
    having = [model for model in models if authority.number in model.nearest]
    model = current(having, project.areas)
    return Comparators(
        authority.area,
        model.neighbours(authority.number, project.areas, dated(model, models)) if model else None,
        authority.region,
        england.area if england else None,
    )


def _first(problems: Sequence[Problem]) -> Problem:
    """Return the first of the problems of one file, with how many more it has."""
    first, more = problems[0], len(problems) - 1
    hint = "" if first.what == NO_FORM and not first.hint.startswith("it is nearly") else first.hint
    what = first.what
    if more:
        what, hint = f"{what}, and {more} more problem{'s' * (more > 1)}", ""
    return Problem(what, first.place, hint)


def _nothing(account: FileAccount, authority: KnownArea) -> Problem:
    """Return why a file gave nothing: that it is about others, a remark, or what its rows are."""
    if account.remarks and not account.used:
        return account.remarks[0]
    reasons = [reason for reason, _ in account.aside]
    if not account.used and (NO_MEASURE in reasons or OTHER_ITEM in reasons):
        what = "nothing in it of a measure that is known"
        return Problem(what, Place(account.file), "reportgen inspect says what is in it")
    why = reasons[0] if reasons and not account.used else "about other areas"
    what = f"nothing in it about {authority.area.spoken}: its rows are {why}"
    return Problem(what, Place(account.file))


def _area(code: str, name: str) -> str:
    return f"{{ code = {_quoted(code)}, name = {_quoted(name)} }}"


def _quoted(text: str) -> str:
    """Return text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
