"""Find all that a report is made from: the files of the project, and the versions of the programs.

The files keep their places, so that the project, unpacked anywhere, builds as it did.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import reportgen
from reportgen.archive.manifest import is_inside, sha256
from reportgen.errors import ArchiveError, Place, Problem
from reportgen.load.folders import find_files
from reportgen.settings import Settings

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def project_files(folder: Path, root: Path, settings: Settings) -> Mapping[str, bytes]:
    """Return every file that a report is made from, by its path within the project, in order.

    They are the report's folder, the downloads it points at, the sections, the assets, the theme
    and the Word template. Hidden files and compiled ones are left out. Raises `ArchiveError` for
    files outside the project, because its settings would not find them again elsewhere.
    """
    paths = [path for part in (folder, root / "sections", root / "assets") for path in _below(part)]
    paths += [path for item in settings.data for path in find_files(folder, item.path)]
    paths += [root / named for named in (settings.theme, settings.word.template) if named]
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        name = Path(os.path.relpath(path, root)).as_posix()
        found[name] = path
        if name.startswith("../") or not is_inside(name):
            hint = "put a copy into the project, in data/published, and name that in report.toml"
            what = "the file is not in the project, or its name cannot be kept"
            problems.append(Problem(what, Place(str(path)), hint))
    if problems:
        raise ArchiveError(dict.fromkeys(problems))
    return {name: found[name].read_bytes() for name in sorted(found)}


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and in those below it."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "~$")) or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def made_with() -> dict[str, str]:
    """Return the version of Python, and of reportgen and every package it needs, as installed.

    "reportgen's own files" is a digest of them: a version says little of a copy that was changed.
    The starter is no part of it, for it is not run.
    """
    own = Path(reportgen.__file__).parent
    sources = sorted(own.rglob("*.py"), key=lambda path: path.relative_to(own).parts)
    sources = [path for path in sources if path.relative_to(own).parts[0] != "starter"]
    return {
        "Python": platform.python_version(),
        **dict(sorted(_installed("reportgen"))),
        "reportgen’s own files": sha256(b"\0".join(path.read_bytes() for path in sources)),
    }


def _installed(name: str) -> set[tuple[str, str]]:
    """Return a package and all that it needs, as (name, version); those not installed are not."""
    found: dict[str, str] = {}
    wanted = [name]
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in found:
            continue
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found[name] = package.version
        needs = (need for need in package.requires or () if "extra ==" not in need)
        wanted += [match[0] for need in needs if (match := _NAME.match(need))]
    return set(found.items())
