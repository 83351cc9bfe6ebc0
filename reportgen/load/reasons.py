"""Name the reasons for which a row is set aside, as `inspect` and `check` print them."""

OTHER_AREA = "about areas that the report does not compare"
NO_AREA = "about an area without a code, or with codes of two areas"
NO_NUMBER = "about an area whose number is not known"
NO_NAME = "about an area whose name is not known"
NO_MEASURE = "without a measure that is known"
OTHER_ITEM = "of measures that no source names"
OTHER_GROUP = "of a group that no measure is wanted for"
OTHER_TIER = "of another tier of geography"
EMPTY = "with an empty cell for the measure"
BLANK = "empty"
NOT_FIGURES = "not figures"
NOTES = "a table of no form that is known"
"""What a sheet of notes is called, beside sheets that are read."""
ELSEWHERE = "given again, newer or more completely, in {file}"
TWICE = "repeated word for word in the file"
OWN = "replaced by the report's own figures"


def level(name: str) -> str:
    """Return the reason for rows of a geographic level that reports do not use."""
    return f"of the level “{name}”"


def no_time(error: ValueError) -> str:
    """Return the reason for rows whose time cannot be read."""
    return f"of a time that cannot be read: {error}"


def other_kind(kind: str) -> str:
    """Return the reason for rows about a term or another kind of period than the measure is of."""
    return f"of another kind of period than the measure: {kind}"
