"""Find the files of figures of a report: its own, and the downloads that it points at."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from reportgen.load.read import DataFile
from reportgen.settings import DataPath

TABLES = (".csv", ".xlsx", ".xlsm", ".zip", ".gz", ".parquet")


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


def data_files(folder: Path, data: Iterable[DataPath]) -> tuple[DataFile, ...]:
    """Return every file of figures of a report: those in figures/, then those [data] names."""
    own = [DataFile(path) for path in tables_in(folder / "figures")]
    named = [DataFile(path, item.period) for item in data for path in find_files(folder, item.path)]
    once = {file.path.resolve(): file for file in [*named, *own]}
    return tuple(once.values())


def _hidden(path: Path) -> bool:
    return path.name.startswith((".", "~$"))
