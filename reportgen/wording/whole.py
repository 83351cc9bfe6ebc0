"""Say, after a claim about every group of a dimension, how far apart they are and who differs."""

from __future__ import annotations

from reportgen.area import Role
from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, Finding
from reportgen.wording.groups import (
    area_words,
    group_words,
    groups_words,
    periods_words,
    preposition,
)
from reportgen.wording.numbers import difference_shown
from reportgen.wording.plan import Message
from reportgen.wording.words import Words, sentence


def whole_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return the range of the differences in the last period, then how other areas compare."""
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
    spread = sentence(f"{when}the difference ranged from ", *low, " to ", *high)
    others = [other for other in message.roles if other != role]
    return [spread, *(_other(facts, message, other) for other in others)]


def _difference(facts: Facts, pair: tuple[Finding, Comparison]) -> tuple[Words, ...]:
    finding, item = pair
    name = group_words(facts, finding.measure, finding.group)
    return (difference_shown(item), f" {preposition(facts, finding.group)} {name}")


def _other(facts: Facts, message: Message, role: Role) -> Inlines:
    """Return how the members stand to another area: all of them alike, or which do not."""
    measure = message.measure
    wanted = message.findings[0].relation
    area = area_words(facts, role)
    differ = [
        finding
        for finding in message.findings
        if any(item.relation != wanted for item in finding.against(role))
    ]
    if not differ:
        known = len(message.comparisons(role)) == len(message.findings)
        return sentence(f"the same is true against {area}" + ("" if known else " where known"))
    beyond = measure.verb_higher if wanted == "above" else measure.verb_lower
    names = groups_words(facts, measure, tuple(dict.fromkeys(finding.group for finding in differ)))
    years = periods_words(sorted({period for item in differ for period in item.periods}))
    return sentence(f"against {area}, {names} were not {beyond} {years}")
