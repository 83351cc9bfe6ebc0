"""Choose what is said first where there is room for only some of it, and fairly.

The best score goes first, no measure more than a few times. What stands against a favourable
statement of the same measure, group and period, and matters about as much, is chosen with it or the
favourable one is not chosen at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from reportgen.findings.finding import Finding, Kind
from reportgen.measures import Group

FAIR = Decimal("0.8")
"""An adverse statement that scores this share of a favourable one may not be left out."""


class Scored(Protocol):
    """What can be chosen: something with findings behind it and a score."""

    @property
    def kind(self) -> Kind: ...
    @property
    def id(self) -> str: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def score(self) -> Decimal: ...


S = TypeVar("S", bound=Scored)


@dataclass(frozen=True, slots=True)
class Choice(Generic[S]):
    """What was chosen, in order of score, and what was not, each with the reason."""

    chosen: tuple[S, ...]
    left: tuple[tuple[S, str], ...]


def select(
    items: Sequence[S],
    most: int,
    per_measure: int = 3,
    first: Sequence[str] = (),
    last: Sequence[str] = (),
) -> Choice[S]:
    """Return at most `most` statements, the best first, at most `per_measure` of a measure.

    Those whose ids are in `first` have the first choice of room, those in `last` the last.
    """
    chosen: list[S] = []
    left: list[tuple[S, str]] = []
    turns = {**dict.fromkeys(last, 2), **dict.fromkeys(first, 0)}
    for item in sorted(items, key=lambda one: (turns.get(one.id, 1), -one.score, one.id)):
        if item in chosen:
            continue
        wanted = [item, *(other for other in against(item, items) if other not in chosen)]
        if len(chosen) + len(wanted) > most:
            full = "there is no room" if len(wanted) == 1 else "no room for what stands against it"
            left.append((item, full))
        elif _of_measure(item, chosen) + len(wanted) > per_measure:
            left.append((item, f"the measure is already told {per_measure} times"))
        else:
            chosen += wanted
    kept = [(item, why) for item, why in left if item not in chosen]
    return Choice(tuple(sorted(chosen, key=lambda one: (-one.score, one.id))), tuple(kept))


def against(item: S, items: Sequence[S]) -> tuple[S, ...]:
    """Return the adverse statements that may not be left out where a favourable one is printed."""
    if item.kind != "strength":
        return ()
    about = _about(item)
    return tuple(
        other
        for other in items
        if other.kind == "development"
        and _about(other) & about
        and other.score >= FAIR * item.score
    )


def _about(item: Scored) -> set[tuple[str, Group, str]]:
    return {
        (finding.measure.id, finding.group, finding.periods[-1].label) for finding in item.findings
    }


def _of_measure(item: Scored, chosen: Sequence[Scored]) -> int:
    return len([one for one in chosen if _measures(one) & _measures(item)])


def _measures(item: Scored) -> set[str]:
    return {finding.measure.id for finding in item.findings}
