"""Turn the code and the name of an area, as a file gives them, into the area of the report.

The code decides. A code that is not shaped like one, or that stands beside the name of another
area, is refused: a figure of one council never passes for one of its neighbour's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.area import ROLES, Area, Comparators
from reportgen.errors import Place, Problem, did_you_mean
from reportgen.load.areas import Areas, KnownArea, fold
from reportgen.load.cells import CellError
from reportgen.load.sheet import Sheet

_CODE = re.compile(r"[A-Z][0-9]{8}|[0-9]{3}|SN-[a-z0-9-]+")
"""An ONS code, a DfE number, or the name of an average of neighbours such as SN-printed."""


def areas_of(comparators: Comparators) -> tuple[Area, ...]:
    """Return every area that a report names, its own first and each neighbour last."""
    named = [area for role in ROLES if (area := comparators.area(role))]
    members = comparators.neighbours.members if comparators.neighbours else ()
    return tuple(dict.fromkeys([*named, *members]))


def read_area(code: str, name: str, comparators: Comparators, areas: Areas) -> Area:
    """Return the area of a code, old or new, under the report's own name for it if it has one.

    Raises `CellError` if the code is empty, is not a code, or belongs to another name.
    """
    known = {area.code: area for area in areas_of(comparators)}
    names = {area.name.casefold(): area for area in known.values()}
    namesake = names.get(name.casefold())
    if not code:
        hint = f"the code of {namesake.name} is {namesake.code}" if namesake else ""
        raise CellError("the area_code is empty", hint)
    if meant := names.get(code.casefold()):
        hint = f"the code of {meant.name} is {meant.code}"
        raise CellError(f"“{code}” is a name, not a code", hint)
    area = known.get(code) or _today(code, known, areas)
    if namesake and area != namesake:
        belongs = f"is the code of {area.name}, not" if area else "is not the code of"
        raise CellError(
            f"{code} {belongs} {namesake.name}",
            f"report.toml gives it {namesake.code}: mend the code, the name, or report.toml",
        )
    if area:
        return area
    if not _CODE.fullmatch(code):
        if named := areas.of_name(code):
            hint = f"the code of {named.area.name} is {named.area.code}"
            raise CellError(f"“{code}” is a name, not a code", hint)
        otherwise = "write the nine characters of the ONS code, such as E92000001 for England"
        raise CellError(
            f"“{code}” is not the code of an area", did_you_mean(code, known, otherwise)
        )
    return Area(code, name or code)


def misnamed(sheet: Sheet, areas: Areas) -> tuple[Problem, ...]:
    """Return a remark on each code of a sheet that stands beside the name of another area.

    The code decides; a name that is only spelled in a way of its own is no matter.
    """
    found: dict[tuple[str, str], int] = {}
    for row in sheet.rows:
        found.setdefault((row["area_code"], row["area"]), row.number)
    remarks = []
    for (code, name), number in found.items():
        known, meant = areas.of_code(code), areas.of_name(name)
        if known and name and known != meant and not (set(fold(name).split()) & _words(known)):
            what = f"{code} is the code of {known.area.name}, but the name is “{name}”"
            hint = f"the figures count as those of {known.area.name}; mend the code or the name"
            remarks.append(Problem(what, Place(sheet.file, number, "area"), hint))
    return tuple(remarks)


def _words(known: KnownArea) -> set[str]:
    return {word for name in (known.area.name, *known.other_names) for word in fold(name).split()}


def _today(code: str, known: Mapping[str, Area], areas: Areas) -> Area | None:
    """Return the area that had a code before it was given the one it has now."""
    item = areas.of_code(code)
    return known.get(item.area.code, item.area) if item else None
