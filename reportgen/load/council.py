"""Turn an authority into the name of its council, and say whether that name is certain.

The code of an area says what kind of authority it is. The name of a county council or of a London
borough follows from it; those of others are listed in areas.csv.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.area import Area
from reportgen.load.areas import KnownArea

_COUNTY, _LONDON = "E10", "E09"
GUESS = "a guess: write its own name"
"""What is said of a name that is not certain."""


@dataclass(frozen=True, slots=True)
class Council:
    """The name of the body that runs an area; `certain` is false where it is only likely."""

    name: str
    certain: bool


def council_of(area: Area, known: KnownArea | None = None) -> Council:
    """Return the council of an area; `known` is its line in areas.csv, where it has one."""
    if known and known.council:
        return Council(known.council, True)
    if known and area.code.startswith(_COUNTY):
        return Council(f"{area.name} County Council", True)
    if known and area.code.startswith(_LONDON):
        return Council(f"London Borough of {area.name}", True)
    return Council(f"{area.name} Council", False)
