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
        elif len(pairs) > 10:
            problems.append(_pasted(pairs))
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


def _pasted(pairs: Sequence[tuple[Observation, Observation]]) -> Problem:
    """Return a problem that says how much of a file stands in it a second time."""
    (earlier, item), *_ = pairs
    what = f"{len(pairs):,} rows from here on give figures that stand above, "
    what += f"{_agree(pairs, 'above')}: this one that of row {earlier.cell.row}"
    hint = "remove the rows that were put in twice"
    return Problem(what, Place(item.cell.file, item.cell.row), hint)


def _copied(
    one: str, other: str, pairs: Sequence[tuple[Observation, Observation]], rows: int
) -> Problem:
    """Return a problem that says how much of a file stands in another too."""
    many = f"all {rows:,}" if len(pairs) == rows else f"{len(pairs):,} of the {rows:,}"
    apart = any(a.value != b.value for a, b in pairs)
    hint = "remove the copy" if not apart else "remove the older of the two files"
    what = f"{many} rows also stand in {one}, {_agree(pairs, 'there')}"
    return Problem(what, Place(other), hint)


def _agree(pairs: Sequence[tuple[Observation, Observation]], where: str) -> str:
    """Return whether rows that give one figure give one value; `where` the earlier ones stand."""
    apart = [(a.cell.row, b.cell.row) for a, b in pairs if a.value != b.value]
    if not apart:
        return "with the same values"
    first, second = apart[0]
    rows = f"the first in row {second} here and row {first} {where}"
    return f"{len(apart):,} of them with another value, {rows}"


def describe(item: Observation) -> str:
    """Return what a figure is about in the words of the files."""
    members = [f"{dimension}={member}" for dimension, member in item.group.pairs]
    return ", ".join(filter(None, [item.measure.id, str(item.area), str(item.period), *members]))
