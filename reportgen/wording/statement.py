"""Turn findings into statements: finished sentences, each with the findings behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.document import Inlines, plain
from reportgen.facts import Facts
from reportgen.findings.finding import Finding, Kind, finding_id, slug
from reportgen.wording.plan import Message, plan
from reportgen.wording.sentences import say


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the report says because the figures say it; `id` comes from its meaning."""

    kind: Kind
    id: str
    inlines: Inlines
    findings: tuple[Finding, ...]
    score: Decimal

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return plain(self.inlines)


def state(findings: Sequence[Finding], facts: Facts) -> tuple[Statement, ...]:
    """Return what some findings amount to in words: strengths, then developments, then context."""
    return tuple(
        Statement(message.kind, _id(message), say(facts, message), message.findings, message.score)
        for message in plan(findings, facts)
    )


def _id(message: Message) -> str:
    """Return the id of a message: that of its only finding, or the same form for several."""
    if len(message.findings) == 1:
        return message.findings[0].id
    first = message.findings[0]
    who = message.whole.id if message.whole else "+".join(slug(g) for g in message.groups)
    return finding_id(first.measure, who, first.role, first.relation, message.periods)
