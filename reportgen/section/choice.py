"""Choose which statements a chapter prints: what was muted goes, then the most important stay.

What is true of everyone goes before what is true of a group, and the last year before an earlier
one. What stands against a favourable statement is printed with it, or neither is. What chance alone
may have given, and figures that are only similar, are printed where a person asks for them.
Nothing found is lost: what is not chosen is kept with the reason, for the appendix and for
`reportgen findings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.findings.select import against, select
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.part import Statements
from reportgen.settings import Ruling, Telling
from reportgen.wording import Statement
from reportgen.wording.arrange import named

QUIET = "nothing to highlight"
"""Why a statement that finds us level with every other area is not in its chapter."""
OF_EVERYONE = 2
"""How many statements about everyone go before those about groups, for each measure."""
CHANCE = "chance alone could give it, once all groups compared are allowed for"
"""Why a statement on groups that fails the test for many comparisons is not in its chapter."""
FAINT = "the two figures are similar"
"""Why a statement that is good or bad only by its side is not in its chapter."""
LATER = "a later year says otherwise"
"""Why a statement is not in its chapter that the next year no longer bears out."""
MUTED = "muted"
"""What the reason of a muted statement begins with."""


def chosen(part: Statements, telling: Telling) -> Statements:
    """Return the statements to print, in their order: so many of each kind at most, and the rest.

    Pinned statements, and those that the report keeps, are printed whatever their score and however
    many there are.
    """
    asked = [item.id for item in part.statements if _ruled(item, telling.keep)]
    part = replace(part, pinned=tuple(dict.fromkeys((*part.pinned, *asked))))
    left = {item.id: why for item in part.statements if (why := _barred(part, item, telling))}
    gone = [item for item in part.statements if item.id in left and not _ruled(item, telling.mute)]
    for item in part.statements:
        if item.id not in part.pinned and overtaken(item, gone):
            left.setdefault(item.id, LATER)
    kept = [item for item in part.statements if item.id not in left]
    most = telling.most
    adverse = _of_kind(part, kept, "development", most, left)
    fair = [item for item in kept if item.kind == "strength"]
    for item in fair:
        missing = [other for other in against(item, kept) if other.id not in adverse]
        if missing and item.id not in part.pinned:
            left[item.id] = "no room for what stands against it"
    kept = [item for item in kept if item.id not in left or item.kind == "development"]
    for kind in ("strength", "context"):
        _of_kind(part, kept, kind, most, left)
    statements = tuple(item for item in part.statements if item.id not in left)
    others = tuple((item, left[item.id]) for item in part.statements if item.id in left)
    return replace(part, statements=statements, left=others)


def _barred(part: Statements, item: Statement, telling: Telling) -> str:
    """Return why a statement may not be printed, whatever room there is; empty if it may."""
    if muted := _ruled(item, telling.mute):
        return f"{MUTED}: {muted.reason}"
    if item.id in part.pinned:
        return ""
    if item.kind == "context" and _compares(item):
        return QUIET
    if item.faint:
        return FAINT
    return CHANCE if item.may_be_chance else ""


def _ruled(item: Statement, rulings: Sequence[Ruling]) -> Ruling | None:
    return next((ruling for ruling in rulings if named(item, ruling.id)), None)


def _of_kind(
    part: Statements, items: Sequence[Statement], kind: str, most: int, left: dict[str, str]
) -> set[str]:
    """Return the ids of the best of one kind; note the others, with the reason, in `left`."""
    mine = [item for item in items if item.kind == kind and item.id not in left]
    pinned = [item for item in mine if item.id in part.pinned]
    free = [item for item in mine if item.id not in part.pinned]
    room = max(0, most - len(pinned))
    first = [item.id for item in _of_everyone(free)]
    late = [item.id for item in free if overtaken(item, part.statements)]
    choice = select(free, room, per_measure=room, first=first, last=late)
    left.update({item.id: why for item, why in choice.left})
    return {item.id for item in (*pinned, *choice.chosen)}


def _of_everyone(items: Sequence[Statement]) -> list[Statement]:
    """Return the best few statements about everyone of each measure, which go before groups."""
    found: dict[str, list[Statement]] = {}
    for item in sorted(items, key=lambda one: (-one.score, one.id)):
        if item.findings and all(finding.group == EVERYONE for finding in item.findings):
            found.setdefault(item.findings[0].measure.id, []).append(item)
    return [item for mine in found.values() for item in mine[:OF_EVERYONE]]


def _compares(item: Statement) -> bool:
    """Return whether a statement only sets us beside other areas, in single years."""
    return {finding.rule for finding in item.findings} == {"benchmark"}


def overtaken(item: Statement, items: Sequence[Statement]) -> bool:
    """Return whether another statement tells of the same groups and measure in a later year."""
    if not _compares(item):
        return False
    return any(
        _compares(other)
        and _about(item) <= _about(other)
        and _last(item).kind is _last(other).kind
        and _last(item) < _last(other)
        for other in items
    )


def _about(item: Statement) -> set[tuple[str, Group]]:
    return {(finding.measure.id, finding.group) for finding in item.findings}


def _last(item: Statement) -> Period:
    return max(finding.periods[-1] for finding in item.findings)
