"""Turn findings into statements: finished sentences, each with the findings behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha1

from reportgen.document import Inlines, plain
from reportgen.facts import Facts
from reportgen.findings.finding import Finding, Kind, finding_id, slug
from reportgen.wording.frames import FRAMES
from reportgen.wording.moves import since
from reportgen.wording.plan import Message, plan
from reportgen.wording.qualify import caveat_sentences, link_sentences
from reportgen.wording.sentences import Shape, claim, shapes
from reportgen.wording.whole import whole_sentences
from reportgen.wording.words import run


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
    """Return what some findings amount to in words: strengths, then developments, then context.

    No two statements in a row begin the same way where they need not, and what qualifies several
    of them is said beside the first.
    """
    said: set[str] = set()
    statements: list[Statement] = []
    before: Shape | None = None
    for message in plan(findings, facts):
        id = _id(message)
        sentences, before = _sentences(facts, message, id, before)
        notes = [note for note in caveat_sentences(facts, message) if plain(note) not in said]
        said |= {plain(note) for note in notes}
        words = run(*(run(" " if n else "", one) for n, one in enumerate([*sentences, *notes])))
        statements.append(Statement(message.kind, id, words, message.findings, message.score))
    return tuple(statements)


def _sentences(
    facts: Facts, message: Message, id: str, before: Shape | None
) -> tuple[list[Inlines], Shape | None]:
    """Return the sentences of a message and the shape of the first of them."""
    if message.rule in FRAMES:
        first, *rest = message.findings
        return [FRAMES[message.rule](facts, first), *(since(facts, item) for item in rest)], None
    shape = pick(shapes(message), id, before)
    links = link_sentences(facts, message)
    return [*claim(facts, message, shape), *whole_sentences(facts, message), *links], shape


def pick(shapes: Sequence[Shape], id: str, before: Shape | None) -> Shape:
    """Return one of some shapes by the id alone, but not the one just used where there is another.

    The choice rests on a digest of the id, so that it is the same on every machine.
    """
    others = [shape for shape in shapes if shape != before] or list(shapes)
    return others[int(sha1(id.encode()).hexdigest(), 16) % len(others)]


def _id(message: Message) -> str:
    """Return the id of a message: that of its only finding, or the same form for several."""
    if len(message.findings) == 1 or message.rule in FRAMES:
        return message.findings[0].id
    first = message.findings[0]
    who = message.whole.id if message.whole else "+".join(slug(g) for g in message.groups)
    return finding_id(first.measure, who, first.role, first.relation, message.periods)
