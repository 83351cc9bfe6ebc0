"""Find the figures that the files of a report give twice, or as two kinds of year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportgen.errors import Place, Problem
from reportgen.facts import Observation
from reportgen.measures import Group
from reportgen.period import Period, PeriodKind

Key = tuple[str, str, Period, Group]
"""What a figure is about: measure, code of the area, period and group."""


def repeats(observations: Iterable[Observation]) -> list[Problem]:
    """Return a problem for each figure that is given a second time, naming both rows."""
    first: dict[Key, Observation] = {}
    rows: Counter[str] = Counter()
    twice: dict[tuple[str, str], list[tuple[Observation, Observation]]] = {}
    for item in observations:
        rows[item.cell.file] += 1
        earlier = first.setdefault((item.measure.id, item.area.code, item.period, item.group), item)
        if earlier is not item:
            files = (earlier.cell.file, item.cell.file)
            twice.setdefault(files, []).append((earlier, item))
    problems = []
    for (one, other), pairs in twice.items():
        if one != other and len(pairs) > 3:
            problems.append(_copied(one, other, pairs, rows[other]))
        else:
            problems += [_repeated(earlier, item) for earlier, item in pairs]
    return problems


def two_kinds(observations: Iterable[Observation]) -> list[Problem]:
    """Return a problem for each figure whose year stands as two kinds of year, naming both rows."""
    first: dict[tuple[str, str, str, Group], Observation] = {}
    problems = []
    for item in observations:
        key = (item.measure.id, item.area.code, item.period.label, item.group)
        earlier = first.setdefault(key, item)
        if earlier.period.kind != item.period.kind:
            where = f"row {earlier.cell.row}"
            if earlier.cell.file != item.cell.file:
                where += f" of {earlier.cell.file}"
            what = f"{describe(item)} is of {_a(item.period.kind)} here"
            what += f" and of {_a(earlier.period.kind)} in {where}"
            place = Place(item.cell.file, item.cell.row, "period_kind")
            problems.append(Problem(what, place, "the two are never compared: mend one of them"))
    return problems


def _a(kind: PeriodKind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def _repeated(earlier: Observation, item: Observation) -> Problem:
    """Return a problem that names two rows which give one figure."""
    where = f"row {earlier.cell.row}"
    if earlier.cell.file != item.cell.file:
        where += f" of {earlier.cell.file}"
    what = f"the same figure as {where}: {describe(item)}"
    return Problem(what, Place(item.cell.file, item.cell.row), "keep one of the two rows")


def _copied(
    one: str, other: str, pairs: Sequence[tuple[Observation, Observation]], rows: int
) -> Problem:
    """Return a problem that says how much of a file stands in another too."""
    many = f"all {rows:,}" if len(pairs) == rows else f"{len(pairs):,} of the {rows:,}"
    apart = [(a, b) for a, b in pairs if a.value != b.value]
    agree = "with the same values"
    if apart:
        agree = f"{len(apart):,} of them with another value, the first in row "
        agree += f"{apart[0][1].cell.row} here and row {apart[0][0].cell.row} there"
    hint = "remove the copy" if not apart else "remove the older of the two files"
    return Problem(f"{many} rows also stand in {one}, {agree}", Place(other), hint)


def describe(item: Observation) -> str:
    """Return what a figure is about in the words of the files."""
    members = [f"{dimension}={member}" for dimension, member in item.group.pairs]
    return ", ".join(filter(None, [item.measure.id, str(item.area), str(item.period), *members]))
