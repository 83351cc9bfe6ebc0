"""Choose, where several files give one figure, the one that the report shows, and say which.

The figures of a measure, a year and a kind of group all come from one table, so that no comparison
mixes two editions: the one that has our own area and England, then the source named first in
measures.toml, then the latest version, then the newest file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.area import Comparators
from reportgen.errors import Place, Problem
from reportgen.load.candidate import Block, Figures, FileAccount, Found, Reading, ordered
from reportgen.load.reasons import ELSEWHERE, OWN, TWICE
from reportgen.load.twice import Key
from reportgen.period import Period

Topic = tuple[str, Period, tuple[str, ...]]
"""A measure, a period, and the dimensions of a kind of group."""

Edition = tuple[int, int, str]
"""A table by its position, a source by its rank, and a version: what one choice is between."""

_VERSIONS = ("provisional", "revised", "final", "local", "derived")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: blocks with the name of their table, and every table's account."""

    chosen: tuple[tuple[str, Block], ...]
    accounts: tuple[FileAccount, ...]
    problems: tuple[Problem, ...]


def choose(readings: Sequence[Reading], comparators: Comparators, own: Mapping[Key, str]) -> Choice:
    """Return one figure for each measure, area, period and group.

    `own` are the figures that the report's own files give; they come before any download. A figure
    that one edition gives twice with different values is a problem that names both rows.
    """
    best = _best(readings, comparators)
    mine = {(measure, period, group) for measure, _, period, group in own}
    fates: list[dict[int, str]] = [{} for _ in readings]
    chosen: list[tuple[str, Block]] = []
    problems: list[Problem] = []
    for position, reading in enumerate(readings):
        for block in reading.blocks:
            winner = best[_topic(block)]
            if winner != _edition(position, block):
                fate = ELSEWHERE.format(file=readings[winner[0]].file)
                for row in block.found.rows:
                    fates[position].setdefault(row, fate)
                continue
            replaced = own if (block.source.measure, block.period, block.group) in mine else {}
            kept = _once(block, reading.file, replaced, fates[position], problems)
            chosen.append((reading.file, replace(block, found=kept)))
    accounts = tuple(map(_account, readings, fates))
    return Choice(tuple(sorted(chosen, key=_order)), accounts, tuple(problems))


def _once(
    block: Block,
    file: str,
    own: Mapping[Key, str],
    fates: dict[int, str],
    problems: list[Problem],
) -> Figures:
    """Return a block's figures, each area once and none that the report gives itself."""
    if not own and len(set(block.found.areas)) == len(block.found):
        fates.update(dict.fromkeys(block.found.rows, ""))
        return block.found
    kept: dict[str, Found] = {}
    for item in block.found:
        if own and (block.source.measure, item.area, block.period, block.group) in own:
            fates.setdefault(item.row, OWN)
        elif kept.setdefault(item.area, item) is item:
            # A row is used as soon as one of its figures is.
            fates[item.row] = ""
        else:
            fates.setdefault(item.row, TWICE)
            problems += _differ(block, kept[item.area], item, file)
    return Figures.of(kept.values())


def _topic(block: Block) -> Topic:
    return (block.source.measure, block.period, block.group.dimensions)


def _edition(position: int, block: Block) -> Edition:
    return (position, block.source.rank, block.status)


def _order(item: tuple[str, Block]) -> tuple[object, ...]:
    block = item[1]
    period = block.period
    return (block.source.measure, period.kind.value, period.start, period.end, block.group.pairs)


def _best(readings: Sequence[Reading], comparators: Comparators) -> Mapping[Topic, Edition]:
    """Return the edition that each topic is taken from."""
    england = comparators.england.code if comparators.england else ""
    has: dict[Topic, dict[Edition, tuple[bool, bool]]] = defaultdict(dict)
    for position, reading in enumerate(readings):
        for block in reading.blocks:
            areas, editions = block.found.areas, has[_topic(block)]
            ours, country = editions.get(_edition(position, block), (False, False))
            editions[_edition(position, block)] = (
                ours or comparators.ours.code in areas,
                country or england in areas,
            )
    newest = [reading.newest for reading in readings]

    def merit(
        item: tuple[Edition, tuple[bool, bool]],
    ) -> tuple[bool, bool, int, int, str, str]:
        (position, rank, status), there = item
        return (
            *there,
            -rank,
            _VERSIONS.index(status),
            newest[position],
            readings[position].file,
        )

    return {topic: max(options.items(), key=merit)[0] for topic, options in has.items()}


def _differ(block: Block, first: Found, second: Found, file: str) -> list[Problem]:
    """Return a problem if two rows of one edition give a figure differently."""
    if first.value == second.value:
        return []
    what = (
        f"two values for {block.source.measure}, {first.area}, {block.period}: "
        f"{_say(first)} in row {first.row} and {_say(second)} here"
    )
    hint = "a filter divides these rows that the source in sections/measures.toml does not pin"
    return [Problem(what, Place(file, second.row, block.column), hint)]


def _say(item: Found) -> str:
    return str(item.value) if isinstance(item.value, Decimal) else item.value.value[0]


def _account(reading: Reading, fates: Mapping[int, str]) -> FileAccount:
    """Return what became of the rows of a table; a row that many figures rest on is used."""
    aside = Counter(reading.aside)
    reasons = Counter(fates.values())
    used = reasons.pop("", 0)
    if reading.counted:
        used = len(reading.counted) if used or not reasons else 0
        reasons = Counter({reasons.most_common(1)[0][0]: len(reading.counted)} if not used else {})
    aside.update(reasons)
    return FileAccount(
        reading.file, reading.form, reading.rows, used, ordered(+aside), reading.remarks
    )
