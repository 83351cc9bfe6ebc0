"""Turn findings into messages: what is said together, and in what order.

Strengths of one group in several years, or of several groups of one dimension, become one message
when the figures stand to every other area in the same way. Areas for development keep one group
each. The majority group of a dimension is spoken of only where it does worse.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.chance import may_be_chance
from reportgen.findings.finding import Finding, Kind
from reportgen.findings.guards import is_stale
from reportgen.findings.links import exceptions, reversals
from reportgen.measures import EVERYONE
from reportgen.wording.degrees import similar, stands
from reportgen.wording.groups import ORDER, members_of
from reportgen.wording.message import Message

MEASURES_TOGETHER = 2
"""How many measures one sentence is about at most."""

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

Standing = tuple[bool, tuple[tuple[Role, str, str, bool], ...]]
"""Whether a finding may be chance; how it stands to each area, how far, and if that is older."""


def plan(findings: Iterable[Finding], facts: Facts) -> tuple[Message, ...]:
    """Return the messages of some findings, each told once, the best first within each kind."""
    found = _changes_together({item.id: item for item in findings}.values())
    rest = facts.dictionary.is_reference
    kept = [item for item in found if item.kind == "development" or not rest(item.group)]
    messages: list[Message] = []
    for kind in ("strength", "development", "context"):
        mine = [item for item in kept if item.kind == kind]
        said: list[Message] = []
        for measure in dict.fromkeys(item.measure.id for item in mine):
            said += _of_measure(facts, kind, [i for i in mine if i.measure.id == measure])
        messages += same_measures(facts, said) if kind == "strength" else said
    return tuple(_linked(facts, message, found) for message in messages)


def _changes_together(findings: Collection[Finding]) -> tuple[Finding, ...]:
    """Return findings in which both changes up to one period are of one kind.

    The two are said in one breath, so they cannot stand under different headings. The longer one
    decides, unless only the shorter one is good or bad.
    """
    kinds: dict[Hashable, Kind] = {}
    changes = [item for item in findings if item.rule == "change"]
    for item in sorted(changes, key=lambda item: item.periods[0].start):
        key = (item.measure.id, _same_change(item))
        kinds[key] = item.kind if kinds.get(key, "context") == "context" else kinds[key]
    return tuple(
        replace(item, kind=kinds[item.measure.id, _same_change(item)])
        if item.rule == "change"
        else item
        for item in findings
    )


def _linked(facts: Facts, message: Message, findings: Sequence[Finding]) -> Message:
    """Return a message with what must be said beside it."""
    if message.rule not in ("benchmark", "streak"):
        return message
    others = [other for item in message.findings for other in exceptions(item, findings)]
    turned = reversals(message.findings[-1], findings, facts)
    unique = {other.id: other for other in others}
    return replace(message, exceptions=tuple(unique.values()), reversed=turned)


def standing(facts: Facts, finding: Finding) -> Standing:
    """Return how a finding's last period stands to each area: what findings said together share."""
    last = {role: finding.against(role)[-1] for role in finding.roles}
    stood = tuple(
        (
            role,
            *stands(facts, finding.measure, last[role], role == finding.role),
            is_stale(last[role]),
        )
        for role in ORDER
        if role in last
    )
    return may_be_chance(finding), stood


def _of_measure(facts: Facts, kind: Kind, findings: Sequence[Finding]) -> list[Message]:
    """Return the messages of one kind about one measure, groups kept together, strongest first."""
    rest = [item for item in findings if item.rule == "benchmark"]
    messages = alone(kind, [item for item in findings if item.rule != "benchmark"])
    if kind != "development":
        messages += whole_dimensions(facts, kind, rest)
        covered = {item.id for message in messages for item in message.findings}
        rest = [item for item in rest if item.id not in covered]
    merged = same_years(facts, kind, rest)
    messages += merged if kind == "development" else same_groups(facts, kind, merged)
    best = {
        groups: max(m.score for m in alike)
        for groups, alike in _grouped(messages, lambda m: m.groups)
    }
    return sorted(
        messages,
        key=lambda m: (
            m.groups != (EVERYONE,) or bool(m.whole),
            m.rule not in ("benchmark", "streak"),
            -best[m.groups],
            [g.pairs for g in m.groups],
            m.periods[-1].start,
        ),
    )


def alone(kind: Kind, findings: Sequence[Finding]) -> list[Message]:
    """Return a message for each finding, both changes up to one period in the same message."""
    pairs = _grouped(findings, lambda item: _same_change(item) or item.id)
    return [
        Message(kind, tuple(sorted(items, key=lambda item: item.periods[0].start)))
        for _, items in pairs
    ]


def _same_change(finding: Finding) -> Hashable:
    if finding.rule != "change":
        return None
    return (finding.group, finding.periods[-1])


def whole_dimensions(facts: Facts, kind: Kind, findings: Sequence[Finding]) -> Iterable[Message]:
    """Yield a message for each dimension all of whose members stand to one area the same way.

    Members that the measure is not published for do not count; two members are merely listed. None
    of them may stand there by chance, or be only similar.
    """
    for dimension in facts.dictionary.dimensions.values():
        if not dimension.phrase:
            continue
        mine = [
            item
            for item in findings
            if item.group.dimensions == (dimension.id,)
            and not may_be_chance(item)
            and not similar(facts, item.measure, item.comparisons[0])
        ]
        full = []
        for _, items in _grouped(mine, lambda item: (item.periods, item.role, item.relation)):
            wanted = members_of(facts, items[0].measure, dimension)
            if len(wanted) > 2 and {item.group for item in items} == set(wanted):
                full.append(items)
        for _, sets in _grouped(full, lambda items: (items[0].role, items[0].relation)):
            together = [item for items in sets for item in items]
            yield Message(kind, tuple(sorted(together, key=lambda i: _order(facts, i))), dimension)


def same_years(facts: Facts, kind: Kind, findings: Sequence[Finding]) -> list[Message]:
    """Return messages of one group each: years that stand the same way are said together."""
    groups = _grouped(findings, lambda item: (item.group, standing(facts, item)))
    return [
        Message(kind, tuple(sorted(items, key=lambda item: item.periods[-1].start)))
        for _, items in groups
    ]


def same_groups(facts: Facts, kind: Kind, messages: Sequence[Message]) -> list[Message]:
    """Return messages with up to three groups of one dimension and one period joined."""
    result: list[Message] = []
    for _, items in _grouped(messages, lambda message: _joint(facts, message)):
        findings = tuple(finding for message in items for finding in message.findings)
        if len(items) <= 3 and len(items[0].periods) == 1:
            result.append(Message(kind, findings))
        else:
            result += items
    return result


def same_measures(facts: Facts, messages: Sequence[Message]) -> list[Message]:
    """Return messages with those that say the same of one group by two measures joined.

    They stand where the first of them stood. Only measures that a sentence begins with alike are
    joined, and nothing that needs a caveat of its own.
    """
    result: list[Message] = []
    for _, items in _grouped(messages, lambda message: _alike_but_measure(facts, message)):
        if len(items) != MEASURES_TOGETHER:
            result += items
            continue
        findings = tuple(finding for message in items for finding in message.findings)
        result.append(Message(items[0].kind, findings, measures=tuple(items)))
    order = {message.findings[0].id: n for n, message in enumerate(messages)}
    return sorted(result, key=lambda message: order[message.findings[0].id])


def _alike_but_measure(facts: Facts, message: Message) -> Hashable:
    """Return what messages on two measures must share; of all others something of their own."""
    measure, finding = message.measure, message.findings[0]
    simple = message.rule in ("benchmark", "streak") and len(message.groups) == 1
    bare = not message.whole and not any(item.caveats for item in message.findings)
    if not simple or not bare or measure.verb or message.throughout != message.roles:
        return finding.id
    stands = tuple(
        (role, word, how if how in ("similar", "slightly") else "")
        for role, word, how, _ in standing(facts, finding)[1]
    )
    like = (measure.unit.id, measure.kind, measure.plural, measure.about)
    sides = _sides(message) if message.streak else ()
    return (message.groups, message.rule, message.periods, stands, sides, like)


def _sides(message: Message) -> Hashable:
    """Return on which side a run stands of each area: in a run also what is near has its side."""
    found = {role: message.comparisons(role) for role in message.roles}
    return tuple(
        (role, items[-1].relation, all(item.same for item in items))
        for role, items in found.items()
    )


def _joint(facts: Facts, message: Message) -> Hashable:
    """Return what two messages must share to be said together.

    A rate of few events is said alone, so that their number can stand beside it.
    """
    finding = message.findings[0]
    few = any(item.code == "few" for item in finding.caveats)
    alone = finding.group if few or not finding.group.pairs else finding.group.dimensions
    return (alone, message.periods, standing(facts, finding))


def _order(facts: Facts, finding: Finding) -> tuple[object, ...]:
    return (facts.dictionary.sort_key(finding.group), finding.periods[-1].start)


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> list[tuple[K, list[T]]]:
    """Return (key, items) for items with equal keys, in the order in which keys first appear."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.items())
