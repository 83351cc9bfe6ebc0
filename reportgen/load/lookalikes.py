"""Say what a table is that reportgen knows and does not read, and what to use in its place.

Such a table has columns of its own; it is never taken for the one that it resembles.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A kind of table: the columns it has, those it lacks, what it is and what to do instead.

    A column that ends with * stands for every column that begins so.
    """

    has: tuple[str, ...]
    what: str
    hint: str
    lacks: tuple[str, ...] = ()


_FIGURES = "write the figures you need in a file of your own in figures/"
_LOOKALIKES = (
    Lookalike(
        ("urn", "ofsted phase", "inspection number"),
        "Ofsted's list of single inspections",
        "download the list of latest inspections, in which every school stands once",
        ("latest*", "does the latest*"),
    ),
    Lookalike(
        ("urn", "establishmentname", "la (code)"),
        "the list of schools of Get Information about Schools",
        _FIGURES,
    ),
    Lookalike(
        ("rectype", "urn"),
        "DfE's performance tables of single schools",
        "download the data set of authorities from Explore education statistics",
    ),
    Lookalike(
        ("location", "location_code", "geographic_level", "time_period"),
        "a table made with the table tool of Explore education statistics",
        "download the data set that it was made from, in the data catalogue",
    ),
    Lookalike(
        ("year", "level", "country_code", "country_name"),
        "the underlying data of a release from before Explore education statistics",
        "download the data set there: newer files repeat the older years",
    ),
    Lookalike(
        ("la number", "la and regions"),
        "a page saved from the Local Authority Interactive Tool",
        _FIGURES,
        ("short desc",),
    ),
    Lookalike(
        ("sex", "age", "population_*"),
        "the detailed series of mid-year estimates of the Office for National Statistics",
        "download the table of persons by single year of age (MYE2) for one year",
    ),
    Lookalike(
        ("mnemonic", "all ages"),
        "a table of population from Nomis",
        "download the table of persons by single year of age (MYE2) from ons.gov.uk",
    ),
    Lookalike(
        ("provider urn", "provider name"),
        "Ofsted's list of childcare or social care providers",
        "reportgen reads the list of state-funded schools alone; " + _FIGURES,
    ),
)


def lookalike(names: Collection[str]) -> Lookalike | None:
    """Return what a table with these folded column names is, if it is one of those known."""
    return next((kind for kind in _LOOKALIKES if _fits(kind, names)), None)


def _fits(kind: Lookalike, names: Collection[str]) -> bool:
    return all(_is_there(name, names) for name in kind.has) and not any(
        _is_there(name, names) for name in kind.lacks
    )


def _is_there(name: str, names: Collection[str]) -> bool:
    if not name.endswith("*"):
        return name in names
    return any(other.startswith(name[:-1]) for other in names)
