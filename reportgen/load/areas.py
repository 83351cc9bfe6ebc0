"""Turn sections/areas.csv into the areas that files name by code, number or name, old or new.

An authority that only changed its ONS code, as Buckinghamshire did in 2020, is one area under all
its codes. One that was split or merged is another area than those that followed it: their figures
are never joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, cast, get_args

from reportgen.area import Area
from reportgen.errors import DataError, Place, Problem, ProjectError
from reportgen.load.files import read_file
from reportgen.load.sheet import Row, column_problems, read_sheet

Kind = Literal["authority", "region", "country"]
_NEEDED = ("code", "name", "kind", "dfe_code")
_KNOWN = (
    *_NEEDED,
    "region_code",
    "region",
    "from",
    "until",
    "followed_by",
    "council",
    "other_names",
)
_LONDON, _INNER, _OUTER = "E12000007", "E13000001", "E13000002"


@dataclass(frozen=True, slots=True)
class KnownArea:
    """One line of the list: an area under one ONS code, and the days on which the code was good.

    `number` is the three digits that DfE gives the area; it stays when the ONS code changes.
    `followed_by` are the numbers of the areas that took an ended one's place. `council` is the name
    of the council, where the kind of authority does not give it.
    """

    area: Area
    kind: Kind
    number: str
    region: Area | None = None
    begins: date | None = None
    ends: date | None = None
    followed_by: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    council: str = ""


@dataclass(frozen=True)
class Areas:
    """Every area of the list, found by any of its codes, its DfE number or any of its names."""

    known: tuple[KnownArea, ...] = field(default=())

    @cached_property
    def _by_number(self) -> Mapping[str, KnownArea]:
        """The areas by DfE number, each under its latest code."""
        ordered = sorted(self.known, key=lambda item: item.ends or date.max)
        return {item.number: item for item in ordered}

    @cached_property
    def _by_code(self) -> Mapping[str, KnownArea]:
        return {item.area.code: self._by_number[item.number] for item in self.known}

    @cached_property
    def _by_name(self) -> Mapping[str, KnownArea]:
        named: dict[str, KnownArea] = {}
        for item in sorted(self.known, key=lambda item: item.ends or date.max):
            for name in (item.area.name, *item.other_names):
                named[fold(name)] = self._by_number[item.number]
        return named

    @cached_property
    def authorities(self) -> tuple[KnownArea, ...]:
        """The authorities of today."""
        return tuple(i for i in self.known if i.kind == "authority" and i.ends is None)

    def of_code(self, code: str) -> KnownArea | None:
        """Return the area that has or had an ONS code, under the code it has now."""
        return self._by_code.get(code.strip().upper())

    def of_number(self, number: str) -> KnownArea | None:
        """Return the area with a DfE number, under the code it has now."""
        return self._by_number.get(number.strip())

    def of_name(self, name: str) -> KnownArea | None:
        """Return the area of a name in any of its spellings; one of today before an ended one."""
        return self._by_name.get(fold(name))

    def find(self, text: str) -> KnownArea | None:
        """Return the area that a code, a number or a name means."""
        return self.of_code(text) or self.of_number(text) or self.of_name(text)

    def names(self) -> tuple[str, ...]:
        """Return the names of the authorities of today."""
        return tuple(item.area.name for item in self.authorities)

    def authority(self, number: str, code: str) -> KnownArea | None:
        """Return the authority of a row that gives a DfE number, an ONS code or both.

        None if neither is known, or if the two belong to different areas.
        """
        by_number, by_code = self.of_number(number), self.of_code(code)
        if by_number and by_code and by_number != by_code:
            return None
        return by_number or by_code

    def region(self, code: str, name: str) -> KnownArea | None:
        """Return the region of a row.

        Some files put Inner and Outer London under the code of the whole; there the name decides.
        """
        if code == _LONDON and "inner" in name.casefold():
            code = _INNER
        elif code == _LONDON and "outer" in name.casefold():
            code = _OUTER
        found = self.of_code(code) if code else self.of_name(name)
        return found if found and found.kind == "region" else None

    def successors(self, item: KnownArea) -> tuple[Area, ...]:
        """Return the areas that took the place of an ended one."""
        found = (self.of_number(number) for number in item.followed_by)
        return tuple(item.area for item in found if item)


def fold(name: str) -> str:
    """Return a name without what publishers write differently: case, signs and "the"."""
    words = name.casefold().replace("&", " and ").replace("-", " ").replace(".", " ")
    return " ".join(word for word in words.replace(",", " ").split() if word != "the")


def read_areas(path: Path, file: str = "") -> Areas:
    """Return the areas of a list; none without the file.

    Raises `ProjectError` with every line that cannot be read.
    """
    name = file or f"{path.parent.name}/{path.name}"
    try:
        data = read_file(path, name)
        sheet = read_sheet(data, name) if data is not None else None
    except DataError as error:
        raise ProjectError(error.problems) from error
    if sheet is None:
        return Areas()
    problems = [*sheet.problems, *column_problems(sheet, _NEEDED, _KNOWN, "remove it")]
    known = [_read(row, sheet.file, problems) for row in sheet.rows]
    problems += _repeats(sheet.rows, sheet.file)
    if problems:
        raise ProjectError(problems)
    return Areas(tuple(known))


def _read(row: Row, file: str, problems: list[Problem]) -> KnownArea:
    empty = [column for column in _NEEDED if not row[column]]
    problems += [Problem("the cell is empty", Place(file, row.number, name)) for name in empty]
    if row["kind"] not in get_args(Kind):
        what, hint = f"“{row['kind']}” is not a kind of area", "write authority, region or country"
        problems.append(Problem(what, Place(file, row.number, "kind"), hint))
    names = (name.strip() for name in row["other_names"].split(";"))
    return KnownArea(
        Area(row["code"], row["name"]),
        cast(Kind, row["kind"]),
        row["dfe_code"],
        Area(row["region_code"], row["region"]) if row["region_code"] else None,
        _day(row, "from", file, problems),
        _day(row, "until", file, problems),
        tuple(row["followed_by"].split()),
        tuple(name for name in names if name),
        row["council"],
    )


def _day(row: Row, column: str, file: str, problems: list[Problem]) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError:
        what, hint = f"“{row[column]}” is not a day", "write it as 2020-04-01"
        problems.append(Problem(what, Place(file, row.number, column), hint))
        return None


def _repeats(rows: Iterable[Row], file: str) -> list[Problem]:
    first: dict[str, int] = {}
    return [
        Problem(f"the same code as row {first[row['code']]}", Place(file, row.number, "code"))
        for row in rows
        if first.setdefault(row["code"], row.number) != row.number
    ]
