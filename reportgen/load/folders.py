"""Find the files of figures of a report: its own, and the downloads that it points at."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.errors import Place, Problem, did_you_mean
from reportgen.load.read import DataFile
from reportgen.settings import DataPath

TABLES = (".csv", ".xlsx", ".xlsm", ".ods", ".zip", ".gz", ".parquet")
_KINDS: Mapping[str, tuple[str, ...]] = {"figures": TABLES, "words": (".md",)}
_SPREADSHEETS = (".xls", ".xlsb", ".numbers")
_SAVE = "open it in Excel and save it as an Excel workbook (.xlsx) or as CSV UTF-8"
_READ = ("report.toml", "actions.csv", "actions.xlsx", "figures", "words")


def find_files(folder: Path, path: str) -> tuple[Path, ...]:
    """Return the files that a path, a pattern or a folder seen from a report's folder means.

    Of a folder, the tables anywhere in it; hidden files and what Office leaves behind are passed
    over.
    """
    where = folder / path
    if where.is_dir():
        return tables_in(where)
    if where.is_file():
        return (where,)
    found = (Path(name) for name in glob.glob(str(where), recursive=True))
    return tuple(sorted(item for item in found if item.is_file() and not _hidden(item)))


def tables_in(folder: Path) -> tuple[Path, ...]:
    """Return the files in a folder that look like tables, in order of name."""
    found = (item for item in folder.rglob("*") if item.suffix.lower() in TABLES)
    return tuple(sorted(item for item in found if item.is_file() and not _hidden(item)))


def other_spreadsheets(folder: Path) -> tuple[Problem, ...]:
    """Return a remark on each spreadsheet anywhere in a folder that is of a kind not read."""
    found = (item for item in folder.rglob("*") if item.suffix.lower() in _SPREADSHEETS)
    return tuple(
        Problem("the file is not read", Place(path.relative_to(folder).as_posix()), _SAVE)
        for path in sorted(found)
        if path.is_file() and not _hidden(path)
    )


def data_files(folder: Path, data: Iterable[DataPath]) -> tuple[DataFile, ...]:
    """Return every file of figures of a report: those in figures/, then those [data] names."""
    own = [DataFile(path) for path in tables_in(folder / "figures")]
    named = [DataFile(path, item.period) for item in data for path in find_files(folder, item.path)]
    once = {file.path.resolve(): file for file in [*named, *own]}
    return tuple(once.values())


def unread_files(folder: Path) -> tuple[Problem, ...]:
    """Return a remark on each file and folder of a report that nothing reads."""
    found = [path for path in _in(folder) if path.name not in _READ]
    for name, suffixes in _KINDS.items():
        inside = (path for path in (folder / name).rglob("*") if not path.is_dir())
        found += [path for path in inside if path.suffix.lower() not in suffixes]
    return tuple(
        _unread(path, folder)
        for path in sorted(found)
        if not _hidden(path) and not path.name.casefold().startswith("readme")
    )


def unread_tables(folder: Path) -> tuple[Problem, ...]:
    """Return a remark on each file in figures/ that might hold figures and is not read."""
    return tuple(item for item in unread_files(folder) if str(item.place).startswith("figures/"))


def _in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _unread(path: Path, folder: Path) -> Problem:
    name = path.relative_to(folder).as_posix()
    what = "the folder is not read" if path.is_dir() else "the file is not read"
    kind = name.split("/")[0]
    suffix = path.suffix.lower()
    if kind in _KINDS and suffix in _SPREADSHEETS:
        hint = _SAVE
    elif kind in _KINDS:
        hint = f"files read there end in {' '.join(_KINDS[kind])}"
    elif near := did_you_mean(path.name, _READ):
        hint = near
    else:
        hint = "a report is made of report.toml, figures/, words/ and actions.csv"
    return Problem(what, Place(name), hint)


def _hidden(path: Path) -> bool:
    return path.name.startswith((".", "~$"))
