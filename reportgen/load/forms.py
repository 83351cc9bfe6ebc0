"""Say in which publisher's form a table is, by the names of its columns and never by its file's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from reportgen.errors import Place, did_you_mean
from reportgen.load.cells import tidy
from reportgen.load.lookalikes import lookalike


class Form(StrEnum):
    """A form of table that reportgen knows; the values are what `form` in a source says."""

    TIDY = "tidy"
    EES = "ees"
    EES_META = "ees metadata"
    LAIT = "lait"
    LAIT_DICTIONARY = "lait dictionary"
    OFSTED = "ofsted"
    ONS = "ons"
    NEIGHBOURS = "neighbours"

    @property
    def words(self) -> str:
        """What a reader calls the form."""
        return _WORDS[self]


_WORDS = {
    Form.TIDY: "figures in reportgen's own form",
    Form.EES: "open data of Explore education statistics",
    Form.EES_META: "the metadata of an open data file of Explore education statistics",
    Form.LAIT: "the long table of the Local Authority Interactive Tool",
    Form.LAIT_DICTIONARY: "the data dictionary of the Local Authority Interactive Tool",
    Form.OFSTED: "Ofsted's management information on state-funded schools",
    Form.ONS: "mid-year population estimates of the Office for National Statistics",
    Form.NEIGHBOURS: "DfE's statistical neighbours",
}
_COLUMNS = {
    Form.TIDY: ("measure", "area_code", "period", "period_kind", "value"),
    Form.EES: (
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
    ),
    Form.EES_META: ("col_name", "col_type", "label"),
    Form.LAIT: ("short desc", "years", "la and regions", "values", "la number"),
    Form.LAIT_DICTIONARY: ("measure_short", "polarity", "year_type"),
    Form.OFSTED: ("urn", "local authority", "ofsted phase", "overall effectiveness"),
    Form.ONS: ("code", "name", "all ages", "0", "1"),
}
_NEIGHBOUR_COLUMNS = (("la num", "sn1", "sn10"), ("old_la_code", "sn_1", "sn_10"))
OVERALL = (
    "overall effectiveness",
    "latest oeif overall effectiveness",
    "overall effectiveness: how good is the school",
)
"""What Ofsted has called the column of the overall grade."""
_OUT = "data/README.md lists the forms that are read: take other files out of the folder"
NO_FORM = "this is in no form that reportgen reads"
HEADER_WITHIN = 20
"""A header stands within this many rows of the top; publishers put titles above it."""


def fold_column(name: str) -> str:
    """Return the name of a column without stray spaces, in lower case."""
    return tidy(name).casefold()


def recognise(columns: Iterable[str]) -> Form | None:
    """Return the form of a table with these columns, or None if it is none that is known."""
    names = {fold_column(name) for name in columns}
    if any(names.issuperset(needed) for needed in _NEIGHBOUR_COLUMNS):
        return Form.NEIGHBOURS
    # Ofsted's lists of single inspections have an overall grade too.
    if names & set(OVERALL):
        names = names - {OVERALL[0]} if lookalike(names) else names | {OVERALL[0]}
    tidied = names | {name.replace(" ", "_") for name in names}
    for form, needed in _COLUMNS.items():
        if (tidied if form is Form.TIDY else names).issuperset(needed):
            return form
    return None


def find_header(rows: Sequence[Sequence[str]]) -> tuple[Form | None, int]:
    """Return the form of a table and the position of its header among its first rows.

    Without a form it is the header of a table that is known and not read, else the first row.
    """
    first = rows[:HEADER_WITHIN]
    for position, row in enumerate(first):
        form = recognise(row)
        if form:
            return form, position
    named = (n for n, row in enumerate(first) if lookalike({fold_column(name) for name in row}))
    return None, next(named, 0)


def unknown(columns: Sequence[str], file: str) -> tuple[str, Place, str]:
    """Return what is wrong with a table that is in no form known, where, and what to do."""
    names = [tidy(name) for name in columns if tidy(name)]
    if not names:
        return "the file is empty", Place(file), "download it again, or remove it"
    if len(names) == 1 and any(mark in columns[0] for mark in ";\t"):
        hint = "in Excel choose Save As, then “CSV UTF-8 (Comma delimited)”"
        return "the columns are not separated by commas", Place(file, 1), hint
    if known := lookalike({fold_column(name) for name in columns}):
        return f"this is {known.what}, which is not read", Place(file), known.hint
    first = ", ".join(name if len(name) <= 40 else f"{name[:40]}…" for name in names[:6])
    hint = nearly(columns) or f"its first columns are: {first}; {_OUT}"
    return NO_FORM, Place(file), hint


def nearly(columns: Iterable[str]) -> str:
    """Return a hint that names the form whose columns are nearly these; empty if none is near."""
    names = {fold_column(name) for name in columns}
    for form, needed in _COLUMNS.items():
        missing = [name for name in needed if name not in names]
        if 0 < len(missing) <= len(needed) / 3:
            hints = (f"“{name}” ({did_you_mean(name, names) or 'missing'})" for name in missing)
            return f"it is nearly {form.words}, but lacks {', '.join(hints)}"
    return ""
