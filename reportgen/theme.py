"""Turn a theme file into the colours, faces and sizes that every format uses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Place, Problem, ProjectError
from reportgen.slips import not_toml


@dataclass(frozen=True, slots=True)
class Theme:
    """How a report looks: "#RRGGBB" colours, sizes and leading in points, a page in mm."""

    colour: Mapping[str, str]
    mark: Mapping[str, str]
    face: Mapping[str, str]
    size: Mapping[str, float]
    leading: Mapping[str, float]
    page: Mapping[str, float]


_ROLES = ["ours", "neighbours", "region", "england", "first", "second", "third", "fourth"]
_INKS = ["text", "muted", "rule", "ground", "panel", "brand", "link"]
_KINDS = ["strength", "development"]
_HEADINGS = ["title", "subtitle", "chapter", "section", "subsection", "caption"]
_TEXTS = ["body", "table", "small", "key_figure", "chart"]
_NEEDED = {
    "colour": [*_INKS, *_ROLES, *_KINDS, "notice"],
    "mark": _KINDS,
    "face": ["word", "pdf"],
    "size": [*_HEADINGS, *_TEXTS],
    "leading": ["body", "table"],
    "page": ["width", "height", "left", "right", "top", "bottom"],
}


def read_theme(path: Path) -> Theme:
    """Return the theme in a file.

    Raises `ProjectError` naming every table or key that is missing, unknown or malformed.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except OSError as error:
        what = f"the theme file cannot be read: {error.strerror}"
        hint = "put it back, or name another as theme under [look] in report.toml"
        raise ProjectError(Problem(what, Place(str(path)), hint)) from error
    except UnicodeDecodeError as error:
        hint = "save it again as UTF-8"
        raise ProjectError(Problem("not text in UTF-8", Place(str(path)), hint)) from error
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(not_toml(str(error), text, str(path))) from error
    problems = list(_problems(tables, str(path)))
    if problems:
        raise ProjectError(problems)
    return Theme(**{name: tables[name] for name in _NEEDED})


def _problems(tables: Mapping[str, object], file: str) -> list[Problem]:
    found = [
        Problem(f"unknown table [{name}]", Place(file), "remove it")
        for name in tables
        if name not in _NEEDED
    ]
    for name, keys in _NEEDED.items():
        table = tables.get(name)
        if not isinstance(table, dict):
            found.append(Problem(f"the table [{name}] is missing", Place(file)))
            continue
        for key in keys:
            if key not in table:
                found.append(Problem(f"[{name}] has no “{key}”", Place(file)))
            elif wrong := _wrong(name, table[key]):
                found.append(Problem(f"[{name}] {key} is not {wrong}", Place(file)))
        found += [
            Problem(f"[{name}] has the unknown key “{key}”", Place(file))
            for key in table
            if key not in keys
        ]
    return found


def _wrong(table: str, value: object) -> str:
    """Return what a value of a table should be and is not; empty where it is right."""
    if table in ("size", "leading", "page"):
        known = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
        return "" if known else "a number above zero"
    if table == "colour":
        right = re.fullmatch(r"#[0-9A-Fa-f]{6}", str(value))
        return "" if right else "a colour such as #12436D"
    return "" if isinstance(value, str) and value.strip() else "text"
