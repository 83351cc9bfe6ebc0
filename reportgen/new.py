"""Turn the starter that comes with reportgen into a project of one's own.

The rule it guards: no figure is passed off as real. The starter's figures are made up, and they say
so under every table and chart until someone replaces them.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from reportgen.area import Area
from reportgen.errors import Place, Problem, ProjectError, did_you_mean
from reportgen.load.areas import read_areas
from reportgen.load.chapters import find_chapters
from reportgen.load.council import GUESS, Council, council_of
from reportgen.load.ready_tiles import read_ready, ready_tiles
from reportgen.load.ready_words import ready_words
from reportgen.load.sources import Source
from reportgen.load.start import plan_start, settings_text
from reportgen.output import room_for
from reportgen.project import read_measures, read_project
from reportgen.report import Report, has_data
from reportgen.settings import KeyFigure

EXAMPLE = Path("data/example")
"""The report in the starter that is about an invented area."""
READY = Path("sections/start")
"""What stands ready in the starter for a report made of downloads; it is not copied as it is."""

_CODE_AND_NAME = re.compile(r"([A-Z]\d{8})\s+(\S.*)", re.ASCII)


def new(folder: Path, area: str, title: str, on: date) -> Path:
    """Return the folder of the report in a new project, ready to be built.

    `area` is a name, a code or a DfE number in the starter's sections/areas.csv, or for an area
    that is not listed there a code and a name. `on` is the date on the cover.
    Raises `ProjectError` if the folder has something in it or the area is not known.
    """
    _refuse_taken(folder)
    ours = find_area(area, starter() / "sections" / "areas.csv")
    report = Path("data") / f"{slug(ours.name)}-{on.year}"
    _make(folder, lambda project: _copy(project, report, _replacements(ours, title, on)))
    return folder / report


def new_from_data(
    folder: Path, area: str, title: str, on: date, data: Path
) -> tuple[Path, tuple[Problem, ...]]:
    """Return the folder of a report made of downloads, and why files of `data` were passed over.

    The files that hold figures of the authority are copied into data/published. Its statistical
    neighbours are those of the newest model among the files. Without a title the report is called
    "Education in" the area. It begins with words and key figures for what the files hold. Raises
    `ProjectError` if nothing in `data` is about the authority, and `DataError` if its files do not
    go together.
    """
    _refuse_taken(folder)
    project = read_measures(starter())
    ours = find_area(area, starter() / "sections" / "areas.csv")
    authority = project.areas.of_code(ours.code)
    start = plan_start(data, authority, project) if authority else None
    if start is None or not start.files:
        problem = Problem(f"no file in it holds figures of {ours.spoken}", Place(str(data)))
        raise ProjectError((problem, *(start.passed_over if start else ())))
    report = Path("data") / f"{slug(ours.name)}-{on.year}"

    def settings(chapters: Iterable[str], tiles: Iterable[KeyFigure] = ()) -> str:
        named, council = title or f"Education in {ours.spoken}", council_of(ours, authority)
        return settings_text(
            start, chapters, named, council, on, "../published", project.dictionary, tiles
        )

    def fill(project_folder: Path) -> None:
        _copy_standards(project_folder)
        for path in start.files:
            copy = project_folder / "data" / "published" / path.relative_to(data)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        (project_folder / report).mkdir(parents=True)
        _write(project_folder / report / "report.toml", settings(find_chapters(starter())))
        _begin(read_project(project_folder / report), project.sources, settings)

    _make(folder, fill)
    return folder / report, start.passed_over


def _begin(
    report: Report,
    sources: Iterable[Source],
    settings: Callable[[Iterable[str], Iterable[KeyFigure]], str],
) -> None:
    """Write what a report made of downloads begins with: its words, its chapters, its tiles.

    Chapters that no download can fill are not named.
    """
    ready = read_ready(starter() / READY)
    published = {source.measure for source in sources}
    named = []
    for section in report.sections:
        filled = has_data(section, report.facts)
        if filled or published & set(section.uses):
            named.append(section.name)
        path = starter() / READY / f"{section.name}.md"
        if filled and path.is_file():
            (report.folder / "words").mkdir(exist_ok=True)
            text = ready_words(path.read_text(encoding="utf-8"), report.facts)
            _write(report.folder / "words" / path.name, text)
    tiles = ready_tiles(ready, report.facts)
    _write(report.folder / "report.toml", settings(ready.in_order(named), tiles))


def _refuse_taken(folder: Path) -> None:
    """Raise `ProjectError` if a folder has something in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "choose a name that is not taken yet"
        raise ProjectError(
            Problem("the folder already has something in it", Place(str(folder)), hint)
        )


def _make(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a project beside its place, and put it there once it is whole."""
    beside = folder.absolute().with_name(f".{folder.absolute().name}.new")
    try:
        fill(beside)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        cause = _cause(error)
        what = f"cannot be made: {cause.strerror or cause}"
        raise ProjectError(Problem(what, Place(str(folder)), room_for(cause))) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _cause(error: OSError) -> OSError:
    """Return the failure itself; copying a folder gathers those of its files as text alone."""
    found = re.search(r"\[(?:Errno|WinError) (\d+)\] ([^:]+)", str(error))
    return OSError(int(found[1]), found[2]) if isinstance(error, shutil.Error) and found else error


def starter() -> Path:
    """Return the folder with the starter: inside an installed package, or the source itself."""
    here = Path(__file__).parent
    return here / "starter" if (here / "starter").is_dir() else here.parent


def find_area(text: str, list_of_areas: Path) -> Area:
    """Return the authority of today that a name, ONS code or DfE number in a list of areas means.

    Raises `ProjectError` with the nearest names if there is none.
    """
    areas = read_areas(list_of_areas)
    known = areas.find(text)
    if known in areas.authorities:
        return known.area
    if known:
        if known.kind != "authority":
            what = f"{known.area.spoken} is a {known.kind}, and a report is about one authority"
            hint = "give the authority; what it is compared with is in report.toml"
            raise ProjectError(Problem(what, None, hint))
        after = ", ".join(area.name for area in areas.successors(known))
        hint = f"since then there are {after}" if after else "give an authority"
        raise ProjectError(Problem(f"“{text}” is not an authority of today", None, hint))
    found = _CODE_AND_NAME.fullmatch(text.strip())
    if found:
        return Area(found[1], found[2])
    hint = 'for an area that is not listed, give code and name: "E06000099 Newshire"'
    hint = did_you_mean(text, areas.names(), hint)
    raise ProjectError(Problem(f"no authority has the name or code “{text}”", None, hint))


def slug(name: str) -> str:
    """Return a name as a folder: lower case, plain letters and figures, joined by hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _council(ours: Area) -> Council:
    """Return the name of the council of an area, from the starter's list of areas."""
    areas = read_areas(starter() / "sections" / "areas.csv")
    return council_of(ours, areas.of_code(ours.code))


def _replacements(ours: Area, title: str, on: date) -> Mapping[str, str]:
    """Return what stands in the example, and what a new report has in its place."""
    council = _council(ours)
    said = f"  # {GUESS}"
    return {
        "X00000001": ours.code,
        "Exampleshire Council": council.name,
        said: "" if council.certain else said,
        "Exampleshire": ours.name,
        "An example report": title,
        "2000-01-01": on.isoformat(),
    }


def _copy(project: Path, report: Path, replacements: Mapping[str, str]) -> None:
    """Copy the starter into a project folder, its example as the folder `report`."""
    _copy_standards(project)
    shutil.copytree(starter() / EXAMPLE, project / report, ignore=_NOT_COPIED)
    for path in sorted((project / report).rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            _write(path, _replace(text, path.suffix, replacements))


_NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.pyc", "readme-*", READY.name)


def _copy_standards(project: Path) -> None:
    """Copy the chapters, the look and the guide to the input files into a project folder."""
    for name in ("sections", "assets"):
        shutil.copytree(starter() / name, project / name, ignore=_NOT_COPIED)
    (project / "data").mkdir()
    shutil.copy(starter() / "data" / "README.md", project / "data")


def _replace(text: str, suffix: str, replacements: Mapping[str, str]) -> str:
    """Return a text with the replacements made, each quoted as the kind of file asks."""
    if suffix == ".csv":
        made = io.StringIO()
        rows = csv.reader(io.StringIO(text))
        writer = csv.writer(made, lineterminator="\n")
        writer.writerows([_swap(cell, replacements) for cell in row] for row in rows)
        return made.getvalue()
    if suffix == ".toml":
        quoted = {old: _in_toml(new) for old, new in replacements.items()}
        return _swap(text, quoted)
    return _swap(text, replacements)


def _swap(text: str, replacements: Mapping[str, str]) -> str:
    for old, new in replacements.items():
        text = text.replace(old, new)
    return text


def _in_toml(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
