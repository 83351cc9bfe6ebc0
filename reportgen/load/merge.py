"""Choose, where several files give one figure, the one that the report shows, and say which.

The figures of a measure, a year and a kind of group all come from one table, so that no comparison
mixes two editions: the one that has our own area and England, then the source named first in
measures.toml, then the latest version, then the newest file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.area import Comparators
from reportgen.errors import Place, Problem
from reportgen.load.candidate import Candidate, FileAccount, Reading, ordered
from reportgen.load.figures import Key
from reportgen.load.reasons import ELSEWHERE, OWN, TWICE
from reportgen.period import Period

Topic = tuple[str, Period, tuple[str, ...]]
"""A measure, a period, and the dimensions of a kind of group."""

Edition = tuple[int, int, str]
"""A table by its position, a source by its rank, and a version: what one choice is between."""

_VERSIONS = ("provisional", "revised", "final", "local", "derived")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: candidates with the position of their table, and every file's account."""

    chosen: tuple[tuple[int, Candidate], ...]
    accounts: tuple[FileAccount, ...]
    problems: tuple[Problem, ...]


def choose(readings: Sequence[Reading], comparators: Comparators, own: Mapping[Key, str]) -> Choice:
    """Return one candidate for each figure.

    `own` are the figures that the report's own files give; they come before any download. A figure
    that one edition gives twice with different values is a problem that names both rows.
    """
    editions = _editions(readings)
    best = {topic: _best(options, readings, comparators) for topic, options in editions.items()}
    fates: list[dict[int, str]] = [{} for _ in readings]
    chosen: dict[Key, tuple[int, Candidate]] = {}
    problems: list[Problem] = []
    for position, reading in enumerate(readings):
        for item in reading.candidates:
            key = (item.source.measure, item.area, item.period, item.group)
            winner = best[_topic(item)]
            if winner != _edition(position, item):
                fate = ELSEWHERE.format(file=readings[winner[0]].file)
            elif key in own:
                fate = OWN
            elif key in chosen:
                fate = TWICE
                problems += _differ(chosen[key][1], item, reading.file)
            else:
                fate = ""
                chosen[key] = (position, item)
            # A row is used as soon as one of its figures is.
            if fates[position].get(item.row) != "":
                fates[position][item.row] = fate
    accounts = map(_account, readings, fates)
    return Choice(tuple(chosen.values()), tuple(accounts), tuple(problems))


def _topic(item: Candidate) -> Topic:
    return (item.source.measure, item.period, item.group.dimensions)


def _edition(position: int, item: Candidate) -> Edition:
    return (position, item.source.rank, item.status)


def _editions(readings: Sequence[Reading]) -> Mapping[Topic, Mapping[Edition, set[str]]]:
    """Return, for each topic, the editions that have it and the areas that each gives."""
    found: dict[Topic, dict[Edition, set[str]]] = {}
    for position, reading in enumerate(readings):
        for item in reading.candidates:
            areas = found.setdefault(_topic(item), {})
            areas.setdefault(_edition(position, item), set()).add(item.area)
    return found


def _best(
    options: Mapping[Edition, set[str]], readings: Sequence[Reading], comparators: Comparators
) -> Edition:
    if len(options) == 1:
        return next(iter(options))
    england = comparators.england.code if comparators.england else ""

    def merit(edition: Edition) -> tuple[bool, bool, int, int, str, str]:
        position, rank, status = edition
        areas = options[edition]
        newest = max(
            (item.period.end.isoformat() for item in readings[position].candidates), default=""
        )
        return (
            comparators.ours.code in areas,
            england in areas,
            -rank,
            _VERSIONS.index(status),
            newest,
            readings[position].file,
        )

    return max(options, key=merit)


def _differ(first: Candidate, second: Candidate, file: str) -> list[Problem]:
    """Return a problem if two rows of one edition give a figure differently."""
    if first.value == second.value:
        return []
    what = (
        f"two values for {first.source.measure}, {first.area}, {first.period}: "
        f"{_say(first)} in row {first.row} and {_say(second)} here"
    )
    hint = "a filter divides these rows that the source in sections/measures.toml does not pin"
    return [Problem(what, Place(file, second.row, second.column), hint)]


def _say(item: Candidate) -> str:
    return str(item.value) if isinstance(item.value, Decimal) else item.value.value[0]


def _account(reading: Reading, fates: Mapping[int, str]) -> FileAccount:
    """Return what became of the rows of a table; a row that many figures rest on is used."""
    aside = Counter(reading.aside)
    if reading.counted:
        used = len(reading.counted) if "" in fates.values() else 0
        reasons = Counter(fates.values())
        if not used and reasons:
            aside[reasons.most_common(1)[0][0]] += len(reading.counted)
    else:
        used = sum(1 for fate in fates.values() if not fate)
        aside.update(fate for fate in fates.values() if fate)
    return FileAccount(
        reading.file, reading.form, reading.rows, used, ordered(+aside), reading.remarks
    )
