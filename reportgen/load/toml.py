"""Turn a TOML file into checked values, gathering all that is wrong with it by line.

A key that nothing reads is a problem too, so that a slip in its spelling never passes in silence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from reportgen.errors import Place, Problem, ProjectError, did_you_mean
from reportgen.load.files import SAVE_WORDS, unreadable
from reportgen.slips import control_characters, not_toml

T = TypeVar("T")
_TYPES: Mapping[type, str] = {
    str: "text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    date: "a date such as 2021-11-30, without quotation marks",
    list: "a list in square brackets",
    dict: "a table",
}

_CONTROL = "a backslash in quotation marks made a character that no page can hold"
_FORWARD = "write a path with forward slashes, and text without the backslash"


@dataclass
class Table:
    """A table of a TOML file: hands out its values and remembers what was wrong with them."""

    values: Mapping[str, object]
    file: str
    text: str
    path: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    nth: int = 1

    def get(self, key: str, kind: type[T], default: T | None = None) -> T | None:
        """Return the value of a key if it is of the kind, else the default and note the problem."""
        self.asked.add(key)
        if key not in self.values:
            return default
        value = self.values[key]
        if kind is Decimal and type(value) is int:
            value = Decimal(value)
        right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        if not right or (kind is date and isinstance(value, datetime)):
            self.wrong(
                key, f"“{key}” should be {_TYPES[kind]}, not {_say(value)}", _mend(kind, value)
            )
            return default
        return value  # type: ignore[return-value]

    def need(self, key: str, kind: type[T], default: T) -> T:
        """Return the value of a key that must be there; the default stands in when it is not."""
        if key not in self.values:
            self.wrong(key, f"“{key}” is missing", f"add it: {_TYPES[kind]}")
        value = self.get(key, kind, default)
        assert value is not None
        if value == "" and key in self.values:
            self.wrong(key, f"“{key}” is empty")
        return value

    def words(self, key: str, default: str = "") -> str:
        """Return text; the default if there is none."""
        return self.get(key, str, default) or ""

    def one_of(self, key: str, options: tuple[str, ...], default: str) -> str:
        """Return one of the options."""
        value = self.get(key, str, default) or ""
        if value in options or value == default:
            return value
        listed = ", ".join(options)
        hint = did_you_mean(value, options, f"write one of: {listed}")
        self.wrong(key, f"“{key}” cannot be “{value}”", hint)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if it is not given."""
        values = self.get(key, list, []) or []
        for value in values:
            if not isinstance(value, str):
                self.wrong(key, f"“{key}” should list texts, but {_say(value)} is among them")
        return tuple(value for value in values if isinstance(value, str))

    def table(self, key: str) -> Table | None:
        """Return a table within this one, or None if it is not given."""
        values = self.get(key, dict)
        return None if values is None else self._inner(values, key)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return a list of tables; empty if it is not given."""
        values = self.get(key, list, []) or []
        for value in values:
            if not isinstance(value, dict):
                self.wrong(key, f"“{key}” should list tables, but {_say(value)} is among them")
        return tuple(
            self._inner(value, key, nth)
            for nth, value in enumerate(values, 1)
            if isinstance(value, dict)
        )

    def named(self, key: str) -> Iterator[tuple[str, Table]]:
        """Yield the tables under a key with their names: [measures.attendance] and the like."""
        outer = self.table(key)
        for name in outer.values if outer else ():
            inner = outer.table(name) if outer else None
            if inner is not None:
                yield name, inner

    def wrong(self, key: str, what: str, hint: str = "") -> None:
        """Note a problem with a key of this table."""
        where = ".".join(self.path)
        place = Place(self.file, self.row(key))
        self.problems.append(Problem(f"[{where}] {what}" if where else what, place, hint))

    def row(self, key: str) -> int | None:
        """Return the line of a key of this table, or of the table where the key has no line."""
        return _row(self.text, self.path, key, self.nth)

    def finish(self) -> None:
        """Note every key that nothing asked for."""
        for key in self.values:
            if key not in self.asked:
                self.wrong(key, f"“{key}” is not known", did_you_mean(key, self.asked, "remove it"))

    def _inner(self, values: Mapping[str, object], key: str, nth: int = 1) -> Table:
        return Table(values, self.file, self.text, (*self.path, key), self.problems, nth=nth)


def read_table(path: Path, file: str) -> Table:
    """Return the table at the top of a TOML file; `file` is the name to use in messages.

    Raises `ProjectError` if the file cannot be read or is not TOML.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        values = tomllib.loads(text, parse_float=Decimal)
    except OSError as error:
        gone = isinstance(error, FileNotFoundError | NotADirectoryError)
        problem = Problem("the file is not there", Place(file)) if gone else unreadable(error, file)
        raise ProjectError(problem) from error
    except UnicodeDecodeError as error:
        row = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ProjectError(Problem("not UTF-8 text", Place(file, row), SAVE_WORDS)) from error
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(not_toml(str(error), text, file)) from error
    problems = [
        Problem(_CONTROL, Place(file, _row(text, table, key, nth)), f"in “{key}” {_FORWARD}")
        for table, key, nth in control_characters(values)
    ]
    if problems:
        raise ProjectError(problems)
    return Table(values, file, text)


def _mend(kind: type, value: object) -> str:
    """Return how a value of another type is written as it should be; empty where nobody knows."""
    if not isinstance(value, str):
        return ""
    if kind is list:
        return f'write ["{value}"]'
    day = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", value)
    if kind is date and day:
        return f"write {day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
    return ""


def _say(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)


def _row(text: str, table: tuple[str, ...], key: str, nth: int) -> int | None:
    """Return the line of the deepest key of a path that stands at the start of a line.

    Of tables that have one name, the `nth` counts.
    """
    path = (*table, key)
    header: tuple[str, ...] = ()
    best: tuple[int, int | None] = (0, None)
    met = 0
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"\s*\[\[?([^\[\]]+)\]", line):
            header = tuple(part.strip().strip("\"'") for part in found[1].split("."))
            here = header
            met += header == table
            if header == table and met == nth:
                best = (0, None)
        elif found := re.match(r"\s*([\w\-]+|\"[^\"]+\")\s*=", line):
            here = (*header, found[1].strip('"'))
        else:
            continue
        if header == table and met > nth:
            continue
        if here == path[: len(here)] and len(here) > best[0]:
            best = len(here), number
    return best[1]
