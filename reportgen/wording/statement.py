"""Turn findings into statements: finished sentences, each with the findings behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha1
from typing import TypeVar

from reportgen.document import Inlines, plain
from reportgen.facts import Facts
from reportgen.findings.chance import may_be_chance
from reportgen.findings.finding import Finding, Kind, finding_id, slug
from reportgen.wording.beside import TAILS, Tail
from reportgen.wording.degrees import RUN, similar
from reportgen.wording.frames import FRAMES
from reportgen.wording.message import Message
from reportgen.wording.moves import since
from reportgen.wording.plan import plan
from reportgen.wording.qualify import caveat_sentences, chance_sentence, link_sentences
from reportgen.wording.sentences import TOGETHER, Shape, claim, shapes, together
from reportgen.wording.whole import whole_sentences
from reportgen.wording.words import run

T = TypeVar("T")

Form = tuple[Shape | None, Tail | None]
"""What a statement begins with, and how the figures of other areas follow ours."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the report says because the figures say it; `id` comes from its meaning.

    It is `faint` where it calls two figures similar, and good or bad only by their side.
    """

    kind: Kind
    id: str
    inlines: Inlines
    findings: tuple[Finding, ...]
    score: Decimal
    faint: bool = False

    @property
    def text(self) -> str:
        """The words as the page shows them."""
        return plain(self.inlines)

    @property
    def may_be_chance(self) -> bool:
        """Whether every finding behind it is one that chance alone may have given."""
        return bool(self.findings) and all(map(may_be_chance, self.findings))


def state(findings: Sequence[Finding], facts: Facts) -> tuple[Statement, ...]:
    """Return what some findings amount to in words: strengths, then developments, then context.

    No two statements in a row begin the same way where they need not, and what qualifies several
    of them is said beside the first.
    """
    said: set[str] = set()
    statements: list[Statement] = []
    before: Form = (None, None)
    for message in plan(findings, facts):
        id = _id(message)
        sentences, before = _sentences(facts, message, id, before)
        notes = [note for note in caveat_sentences(facts, message) if plain(note) not in said]
        said |= {plain(note) for note in notes}
        notes += chance_sentence(facts, message)
        words = run(*(run(" " if n else "", one) for n, one in enumerate([*sentences, *notes])))
        faint = _is_faint(facts, message)
        found = Statement(message.kind, id, words, message.findings, message.score, faint)
        statements.append(found)
    return tuple(statements)


def _is_faint(facts: Facts, message: Message) -> bool:
    return message.rule == "benchmark" and all(
        similar(facts, finding.measure, finding.comparisons[0], len(message.periods) >= RUN)
        for finding in message.findings
    )


def _sentences(facts: Facts, message: Message, id: str, before: Form) -> tuple[list[Inlines], Form]:
    """Return the sentences of a message and the form of the first of them."""
    if message.rule in FRAMES:
        first, *rest = message.findings
        said = [FRAMES[message.rule](facts, first), *(since(item) for item in rest)]
        return said, (None, None)
    if message.measures:
        joint = pick(TOGETHER, id, before[0])
        tail = pick(TAILS, f"{id} tail", before[1])
        return together(facts, message, joint, tail), (joint, tail)
    shape = pick(shapes(message), id, before[0])
    tail = pick(TAILS, f"{id} tail", before[1])
    links = link_sentences(facts, message)
    words = [*claim(facts, message, shape, tail), *whole_sentences(facts, message), *links]
    return words, (shape, tail)


def pick(options: Sequence[T], id: str, before: T | None) -> T:
    """Return one of some options by the id alone, and the next one where it was just used.

    The choice rests on a digest of the id, so that it is the same on every machine and a statement
    more or less changes no more than the one after it.
    """
    first = int(sha1(id.encode()).hexdigest(), 16) % len(options)
    return options[(first + (options[first] == before)) % len(options)]


def _id(message: Message) -> str:
    """Return the id of a message: that of its only finding, or the same form for several."""
    if len(message.findings) == 1 or message.rule in FRAMES:
        return message.findings[0].id
    first = message.findings[0]
    if message.measures:
        return f"{'+'.join(m.measure.id for m in message.measures)}.{_id(message.measures[0])}"
    who = message.whole.id if message.whole else "+".join(slug(g) for g in message.groups)
    return finding_id(first.measure, who, first.role, first.relation, message.periods)
