"""Turn what a reader of TOML says of a file into the slip of the pen that is behind it, mended.

Only slips that the line itself shows are named; of any other the line is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.errors import Place, Problem

_CLOSE = "close every quotation mark and bracket that is opened; the line is: "
_SLIPS = (
    ("Illegal character '\\n'", 'end the text with a quotation mark ("); the line is: '),
    ("Unterminated string", _CLOSE),
    ("Unclosed", "a list or table begun here or above lacks its end or a comma; the line is: "),
    ("Invalid date", "there is no such day; the line is: "),
    ("Cannot overwrite a value", "the key stands here a second time: remove one; the line is: "),
    ("Cannot declare", "the table stands here a second time: join the two; the line is: "),
    ("Expected '=' after", "write a key, then =, then its value; the line is: "),
)
_CURLY = re.compile(r"[“”„‘]|(?<!\w)’|’(?!\w)")
"""Quotation marks that TOML does not know; within a word “’” is an apostrophe."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no page can hold, and that Windows paths turn into: “\\b” and “\\f”."""


def control_characters(
    values: Mapping[str, object], table: tuple[str, ...] = (), nth: int = 1
) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Yield the table, key and number of the table of every text that has a control character."""
    for key, value in values.items():
        every = value if isinstance(value, list) else [value]
        if any(isinstance(item, str) and _CONTROL.search(item) for item in every):
            yield table, key, nth
        for number, item in enumerate(every, 1):
            if isinstance(item, dict):
                yield from control_characters(item, (*table, key), number)


def not_toml(error: str, text: str, file: str) -> Problem:
    """Return a problem with the line of a text that is not TOML, and the usual reason for it."""
    what, _, where = error.partition(" (at ")
    found = re.match(r"line (\d+)", where)
    row = int(found[1]) if found else len(text.rstrip().splitlines())
    line = text.splitlines()[row - 1].strip() if row else ""
    what = f"not TOML: {what[:1].lower()}{what[1:]}"
    return Problem(what, Place(file, row or None), _hint(error, line))


def _hint(error: str, line: str) -> str:
    if _CURLY.search(line):
        return f'write straight quotation marks (") around text: {line}'
    if day := re.search(r"=\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", line):
        written = f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}"
        return f"write a date as {written}, without quotation marks; the line is: {line}"
    if "\\" in line:
        return f"write a path with forward slashes: {line.replace(chr(92), '/')}"
    if word := re.fullmatch(r"(\S+\s*=\s*)(True|TRUE|False|FALSE)", line):
        return f"write {word[1]}{word[2].lower()}"
    if error.startswith("Invalid value"):
        plain = re.fullmatch(r"(\S+\s*=\s*)([^\s\d\"'\[{][^\"']*)", line)
        return f'write text in quotation marks: {plain[1]}"{plain[2]}"' if plain else _CLOSE + line
    hint = next((hint for slip, hint in _SLIPS if error.startswith(slip)), "the line is: ")
    return hint + line if line else ""
