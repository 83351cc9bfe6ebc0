"""Turn the modules of a project's `sections/` into sections, by path.

They are loaded under a private package name, so that no package called `sections` is ever installed
and two projects can be read one after the other. A module that changed is read anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from traceback import extract_tb
from types import CodeType, ModuleType

from reportgen.errors import Place, Problem, ProjectError
from reportgen.load.files import unreadable
from reportgen.section import Section


def find_chapters(root: Path) -> tuple[str, ...]:
    """Return the names of the chapters that a project has: its modules, in order of name."""
    found = (root / "sections").glob("*.py")
    return tuple(sorted(path.stem for path in found if not path.name.startswith(("_", "."))))


def load_chapters(root: Path, names: Iterable[str]) -> tuple[Section, ...]:
    """Return the sections of some chapters, in the order given.

    Raises `ProjectError` for each module that Python cannot read or that has not one `@section`.
    """
    folder = (root / "sections").resolve()
    package = package_of(folder)
    for name in [name for name in sys.modules if f"{name}.".startswith(f"{package}.")]:
        del sys.modules[name]
    parent = ModuleType(package)
    parent.__path__ = [str(folder)]
    sys.modules[package] = parent
    sections: list[Section] = []
    problems: list[Problem] = []
    for name in names:
        try:
            sections.append(_load(folder / f"{name}.py", f"{package}.{name}"))
        except ProjectError as error:
            problems += error.problems
    if problems:
        raise ProjectError(problems)
    return tuple(sections)


def package_of(folder: Path) -> str:
    """Return the private name under which the modules of a folder are imported."""
    return f"reportgen_sections_{hashlib.sha256(folder.as_posix().encode()).hexdigest()[:12]}"


class _Loader(SourceFileLoader):
    """Reads the source every time: a compiled copy may be older by less than a second."""

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.get_data(self.path), self.path)


def _load(path: Path, name: str) -> Section:
    file = f"sections/{path.name}"
    spec = ModuleSpec(name, _Loader(name, str(path)), origin=str(path))
    spec.has_location = True
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        assert spec.loader
        spec.loader.exec_module(module)
    except Exception as error:
        raise ProjectError(_why_not(error, path, file)) from error
    return _only_section(module, name, file)


def _why_not(error: Exception, path: Path, file: str) -> Problem:
    """Return why a chapter cannot be loaded, with the line of its own that failed."""
    rows = [at.lineno for at in extract_tb(error.__traceback__) if at.filename == str(path)]
    place = Place(file, rows[-1] if rows else None)
    match error:
        case SyntaxError():
            return Problem(f"not Python: {error.msg}", Place(file, error.lineno))
        case FileNotFoundError() if not rows:
            return Problem("the chapter is not there", place)
        case OSError() if not rows:
            return unreadable(error, file)
        case ImportError():
            return Problem(f"the chapter cannot be loaded: {error}", place)
        case _:
            hint = "name it in the import above" if isinstance(error, NameError) else ""
            what = f"the chapter cannot be loaded: {type(error).__name__}: {error}"
            return Problem(what, place, hint)


def _only_section(module: ModuleType, name: str, file: str) -> Section:
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, Section) and value.run.__module__ == name
    ]
    if len(found) != 1:
        what = (
            f"it has {len(found)} functions marked @section"
            if found
            else "nothing is marked @section"
        )
        raise ProjectError(
            Problem(what, Place(file), "a chapter is one function marked @section(…)")
        )
    return found[0]
