"""Hold the codes of areas in report.toml against the list of areas, before any figure is read.

A wrong code there would make every right figure look wrong; so the settings are put right, never
the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import Problem, did_you_mean
from reportgen.load.areas import Areas
from reportgen.load.toml import Table, read_table

_SHAPE = re.compile(r"[A-Z][0-9]{8}", re.ASCII)


def code_problems(folder: Path, areas: Areas) -> tuple[Problem, ...]:
    """Return what is wrong with the areas that the report.toml in a folder names.

    An area that is in no list may have any code of the right form. Raises `ProjectError` if the
    file cannot be read.
    """
    top = read_table(folder / "report.toml", "report.toml")
    if areas.known:
        for table in _named(top):
            _check(table, table.words("code"), table.words("name"), areas)
    # What else is wrong with the file is said by `read_settings`.
    return tuple(problem for problem in top.problems if "code" in problem.what)


def _named(top: Table) -> Iterator[Table]:
    """Yield the tables with the code and name of an area."""
    benchmarks, neighbours = top.table("benchmarks"), top.table("neighbours")
    for outer, key in ((top, "area"), (benchmarks, "region"), (benchmarks, "england")):
        if inner := outer.table(key) if outer else None:
            yield inner
    yield from neighbours.tables("members") if neighbours else ()


def _check(table: Table, code: str, name: str, areas: Areas) -> None:
    if not code or not name:
        return  # said by `read_settings`
    by_code, by_name = areas.of_code(code), areas.of_name(name)
    if by_name and by_code != by_name:
        other = f"the code of {by_code.area.name}" if by_code else "not a code of any area"
        hint = f'write code = "{by_name.area.code}"' + (", or mend the name" if by_code else "")
        table.wrong("code", f"{code} is {other}, and {name} has another code", hint)
    elif not by_code and not _SHAPE.fullmatch(code):
        known = {item.area.code: item.area.name for item in areas.known}
        near = did_you_mean(name, known.values()) or did_you_mean(code, known)
        hint = near or "write the nine characters of the ONS code, such as E10000031"
        table.wrong("code", f"“{code}” is not the code of an area", hint)
