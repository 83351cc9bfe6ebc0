"""Turn the words that stand ready for a new report into its words files: only what it can use.

A line may end in a comment that says what it needs, such as `<!-- with attainment_8 2019/20 -->`.
It is kept only if the files hold such a figure of ours: no note is about what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportgen.area import ROLES, Role
from reportgen.facts import Fact, Facts, Missing
from reportgen.observation import Observation

_CONDITION = re.compile(r"\s*<!-- with (.+?) -->$")
_FROM = "from:"
COMPARED = "compared"


def ready_words(text: str, facts: Facts) -> str:
    """Return the words file that a text makes with some facts; empty if no passage is left.

    A condition lists what must hold, parted by commas, each with its alternatives parted by "or":
    an area's role; "compared" and a role, for a measure of which a value is better and that both we
    and the area have; or a measure and any of a period, a dimension and "from:" with a day, all of
    one figure. "not" turns it round. `<area>`, `<region>` and `<model>` are filled in.
    """
    lines = [line for raw in text.splitlines() if (line := _kept(raw, facts)) is not None]
    passages = [passage for passage in _passages(lines) if len(passage) > 1]
    names, joined = _names(facts), "\n\n".join(map("\n".join, passages))
    filled = re.sub(r"<(\w+)>", lambda found: names[found[1]], joined)
    return f"{filled}\n" if filled else ""


def conditions(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of every alternative that a text names, without "not"."""
    for line in text.splitlines():
        found = _CONDITION.search(line)
        for part in found[1].split(", ") if found else ():
            for term in part.split(" or "):
                yield tuple(term.removeprefix("not ").split())


def _kept(line: str, facts: Facts) -> str | None:
    found = _CONDITION.search(line)
    if not found:
        return line
    for part in found[1].split(", "):
        if not any(_holds(term, facts) for term in part.split(" or ")):
            return None
    return line[: found.start()]


def _holds(term: str, facts: Facts) -> bool:
    if term.startswith("not "):
        return not _holds(term.removeprefix("not "), facts)
    what, *needs = term.split()
    for role in ROLES:
        if what == role:
            return facts.comparators.area(role) is not None
        if term == f"{COMPARED} {role}":
            return _compared(facts, role)
    return any(
        item.area == facts.ours and _number(item) and all(_fits(item, need) for need in needs)
        for item in facts.of(what)
    )


def _compared(facts: Facts, role: Role) -> bool:
    """Return whether any figure of ours that can be better or worse has one beside it."""
    return any(
        measure.better
        and any(
            _number(facts.find(id, item.period, item.group, role))
            for item in facts.of(id)
            if item.area == facts.ours and _number(item)
        )
        for id, measure in facts.dictionary.measures.items()
    )


def _number(fact: Fact | None) -> bool:
    return fact is not None and not isinstance(fact.value, Missing)


def _fits(item: Observation, need: str) -> bool:
    if need.startswith(_FROM):
        return item.period.end >= date.fromisoformat(need.removeprefix(_FROM))
    return need == item.period.label or need in item.group.dimensions


def _passages(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield each heading with the lines under it, without blank ones at either end or in a row."""
    passage: list[str] = []
    for line in lines:
        if line.startswith("## "):
            yield _trimmed(passage)
            passage = []
        passage.append(line)
    yield _trimmed(passage)


def _trimmed(passage: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in passage:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _names(facts: Facts) -> Mapping[str, str]:
    """Return what stands for each name in angle brackets."""
    places = facts.comparators
    return {
        "area": facts.ours.spoken,
        "region": places.region.spoken if places.region else "",
        "model": places.neighbours.model if places.neighbours else "",
    }
