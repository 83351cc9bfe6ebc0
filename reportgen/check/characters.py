"""Find the line of a report's files in which a character stands that a page cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.errors import DataError, Place, Problem
from reportgen.load.files import as_text

_READ = ("report.toml", "actions.csv", "words/*.md", "figures/*.csv")


def located(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """Return problems, those that name a character with the first line of a file that has it."""
    texts = _texts(folder)
    return tuple(_located(problem, texts) for problem in problems)


def _located(problem: Problem, texts: Mapping[str, str]) -> Problem:
    found = re.search(r"\(U\+([0-9A-F]{4,6})\)", problem.what)
    char = chr(int(found[1], 16)) if found else None
    for file, text in texts.items():
        if char and char in text:
            row = text[: text.index(char)].count("\n") + 1
            return replace(problem, place=Place(file, row))
    return problem


def _texts(folder: Path) -> Mapping[str, str]:
    """Return the text of each plain file of a report, by its name."""
    texts = {}
    for path in (path for pattern in _READ for path in sorted(folder.glob(pattern))):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = as_text(path.read_bytes(), name)
        except (OSError, DataError):
            continue  # a file that could not be read has been refused already
    return texts
