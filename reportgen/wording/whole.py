"""Say, after a claim about every group of a dimension, how far apart they are and who differs."""

from __future__ import annotations

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, Finding
from reportgen.measures import Group
from reportgen.period import Period
from reportgen.wording.degrees import far
from reportgen.wording.groups import (
    after_verb,
    area_words,
    group_words,
    periods_words,
    preposition,
    standing_words,
)
from reportgen.wording.message import Message
from reportgen.wording.numbers import difference_shown
from reportgen.wording.words import Words, sentence


def whole_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return how other areas compare, then the range of the differences in the last period."""
    if not message.whole:
        return []
    latest = message.periods[-1]
    role = message.findings[0].role
    items = [
        (finding, item)
        for finding in message.findings
        for item in finding.against(role)
        if item.period == latest
    ]
    ranked = sorted(items, key=lambda pair: abs(pair[1].size))
    when = f"{latest.phrase()} " if len(message.periods) > 1 else ""
    low, high = _difference(facts, ranked[0]), _difference(facts, ranked[-1])
    apart = f"{when}the difference from {area_words(facts, role)}"
    spread = sentence(f"{apart} ranged from ", *low, " to ", *high)
    if abs(ranked[0][1].size) == abs(ranked[-1][1].size):
        spread = sentence(f"{apart} was ", low[0], " for each")
    others = [other for other in message.roles if other != role]
    return [*(one for other in others for one in _other(facts, message, other)), spread]


def _difference(facts: Facts, pair: tuple[Finding, Comparison]) -> tuple[Words, ...]:
    finding, item = pair
    name = group_words(facts, finding.measure, finding.group)
    return (difference_shown(item), f" {preposition(facts, finding.measure, finding.group)} {name}")


def _other(facts: Facts, message: Message, role: Role) -> list[Inlines]:
    """Return how the members stand to another area: all of them alike, or who differs and how.

    Those are named together that differ in the same way in the same years.
    """
    wanted = message.findings[0].relation
    area = area_words(facts, role)
    found = [(finding, item) for finding in message.findings for item in finding.against(role)]
    differ = [pair for pair in found if pair[1].relation != wanted]
    if not differ:
        known = "" if len(found) == len(message.findings) else " where there is a figure"
        return [sentence(f"the same is true against {area}{known}")]
    years: dict[tuple[str, Group], list[Period]] = {}
    for finding, item in differ:
        side = far(facts, message.measure, [item])
        years.setdefault((side, finding.group), []).append(item.period)
    alike: dict[tuple[str, tuple[Period, ...]], list[Group]] = {}
    for (side, group), periods in years.items():
        alike.setdefault((side, tuple(sorted(periods))), []).append(group)
    said = []
    for (side, when), groups in alike.items():
        who = standing_words(facts, message.measure, groups)
        stands = after_verb(message.measure, side)
        said.append(sentence(f"{who} {stands} {area} {periods_words(when)}"))
    return said
