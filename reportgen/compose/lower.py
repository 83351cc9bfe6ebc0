"""Turn the parts that a section yields into blocks of the document.

Here the officers' words and plans take their places beside what the figures say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reportgen.compose.references import change_references
from reportgen.content import Action, Content, Prose
from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Heading,
    Inlines,
    KeyFigures,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    TableCell,
    Text,
)
from reportgen.report import Chapter
from reportgen.section import Absent, Part, Plan, Section, Statements, Words
from reportgen.section.choice import CHANCE, FAINT, QUIET
from reportgen.section.part import OWN_WORDS
from reportgen.wording import with_summary

STRENGTH, DEVELOPMENT, CONTEXT = OWN_WORDS
KINDS: tuple[tuple[Literal["strength", "development"], str, str], ...] = (
    ("strength", STRENGTH, "Strengths"),
    ("development", DEVELOPMENT, "For development"),
)
"""Each kind of statement, the heading over them, and the label at their mark."""


def lower(chapter: Chapter, content: Content) -> list[Block]:
    """Return the blocks of a chapter, without its title.

    Ids, and the references to them, are made the chapter's own.
    """
    name = chapter.section.name
    blocks = [block for part in chapter.parts for block in _lower(part, chapter.section, content)]
    captioned = {block.id for block in blocks if isinstance(block, Table | Chart)}

    def lead(reference: Reference) -> Reference:
        mine = reference.target in captioned
        return replace(reference, target=f"{name}.{reference.target}") if mine else reference

    kept = _without_empty_headings(blocks)
    return [_owned(change_references(block, lead), name) for block in kept]


def _without_empty_headings(blocks: list[Block]) -> list[Block]:
    """Return the blocks without the headings under which the data left nothing."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while kept and isinstance(kept[-1], Heading) and kept[-1].level >= block.level:
                kept.pop()
        kept.append(block)
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    return kept


def _lower(part: Part, chapter: Section, content: Content) -> Iterator[Block]:
    match part:
        case Absent():
            return
        case Words():
            yield from _words(part, content.passage(part.chapter, part.heading))
        case Plan(name, title):
            yield from _plan(content.plan(name), title, chapter.title)
        case Statements():
            yield from _statements(part, chapter.name, content)
        case _:
            yield part


def _words(part: Words, prose: Prose) -> Iterator[Block]:
    if not prose:
        return
    id = f"words.{part.heading.casefold().replace(' ', '_')}"
    if part.notice:
        yield Callout("notice", _inside(prose, id), id, part.title)
        return
    if part.title:
        yield Heading(2, (Text(part.title),), id)
    for n, block in enumerate(prose, start=1):
        yield _identify(block, id, n)


def _identify(
    block: Heading | Paragraph | Bullets, id: str, n: int
) -> Heading | Paragraph | Bullets:
    return replace(block, id=f"{id}.{n}")


def _inside(prose: Prose, id: str) -> tuple[Paragraph | Bullets, ...]:
    """Return officers' words as they stand inside a callout, where a heading is a line set out."""
    flat = (
        Paragraph((Strong(block.inlines),)) if isinstance(block, Heading) else block
        for block in prose
    )
    return tuple(replace(block, id=f"{id}.{n}") for n, block in enumerate(flat, start=1))


def _statements(part: Statements, chapter: str, content: Content) -> Iterator[Block]:
    if not part.statements and not any(content.passage(chapter, title) for title in OWN_WORDS):
        yield from part.otherwise
        yield from _unsaid(part)
    for kind, title, label in KINDS:
        said = [Paragraph(item.inlines, item.id) for item in part.statements if item.kind == kind]
        blocks = (*said, *_inside(content.passage(chapter, title), f"words.{kind}"))
        if blocks:
            yield Heading(2, (Text(title),), kind)
            yield Callout(kind, blocks, f"{kind}.statements", label)
    said = [Paragraph(item.inlines, item.id) for item in part.statements if item.kind == "context"]
    own = content.passage(chapter, CONTEXT)
    if said or own:
        yield Heading(2, (Text("Also of note"),), "context")
        yield from said
        yield from (_identify(block, "words.context", n) for n, block in enumerate(own, start=1))


def _unsaid(part: Statements) -> Iterator[Block]:
    """Yield why nothing is said of figures beside others: chance, or hardly a difference."""
    reasons = {why for item, why in part.left if item.kind != "context" or why == QUIET}
    if not part.otherwise or not reasons & {CHANCE, FAINT} or reasons - {CHANCE, FAINT, QUIET}:
        return
    of_groups = any(finding.group.pairs for item, _ in part.left for finding in item.findings)
    size = " in groups of this size" if of_groups else ""
    said = f"Differences such as these can come from chance alone{size}."
    yield Paragraph((Text(said),), "latest.unsaid")


def _plan(actions: tuple[Action, ...], title: str, chapter: str) -> Iterator[Block]:
    if not actions:
        return
    heads: list[tuple[str, float]] = [
        ("What we will do", 3.0),
        ("What this should achieve", 2.2),
        ("When", 1.2),
    ]
    owned = any(action.owner for action in actions)
    columns = [*heads, ("Who", 1.0)] if owned else heads
    yield Heading(2, (Text(title),), "plan")
    plan = Table(
        Caption("Table", (Text(f"{title}: {chapter}"),)),
        tuple(Column(_words_of(head), "left", width) for head, width in columns),
        tuple(_action_row(action, owned) for action in actions),
        "plan.table",
        row_headers=False,
    )
    yield with_summary(plan)


def _action_row(action: Action, owned: bool) -> Row:
    cells = [
        TableCell(action.what),
        TableCell(action.achieve),
        TableCell.of(Text(action.timeframe)),
    ]
    if owned:
        cells.append(TableCell.of(Text(action.owner)))
    return Row(tuple(cells))


def _words_of(text: str) -> Inlines:
    return (Text(text),)


def _owned(block: Block, chapter: str) -> Block:
    """Return a block with the chapter's name before its id, and before those inside it."""
    match block:
        case Callout():
            inner = tuple(replace(item, id=f"{chapter}.{item.id}") for item in block.blocks)
            return replace(block, id=f"{chapter}.{block.id}", blocks=inner)
        case Heading() | Paragraph() | Bullets() | KeyFigures() | Table() | Chart() if block.id:
            return replace(block, id=f"{chapter}.{block.id}")
        case _:
            return block
