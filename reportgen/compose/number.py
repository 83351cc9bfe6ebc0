"""Count the figures and tables of a document, and write the numbers into what mentions them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Heading,
    Inlines,
    Item,
    Link,
    Paragraph,
    Reference,
    Strong,
    Table,
)
from reportgen.errors import Problem, ProjectError


def number_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with every caption numbered and every reference labelled.

    Raises `ProjectError` for an id that occurs twice and for a reference to no block.
    """
    counted: Counter[str] = Counter()
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Table | Chart):
            counted[block.caption.label] += 1
            caption = replace(block.caption, number=counted[block.caption.label])
            block = replace(block, caption=caption)
        numbered.append(block)
    names = {block.id: block.caption.name for block in numbered if isinstance(block, Table | Chart)}
    problems = [*_twice(numbered), *_dangling(numbered, names)]
    if problems:
        raise ProjectError(problems)
    return tuple(_label(block, names) for block in numbered)


def _twice(blocks: list[Block]) -> list[Problem]:
    ids = Counter(id for block in blocks if (id := getattr(block, "id", "")))
    return [
        Problem(
            f"two parts of the report are both “{id}”",
            hint="the section yields the same chart, table or sentence twice",
        )
        for id, count in ids.items()
        if count > 1
    ]


def _dangling(blocks: list[Block], names: Mapping[str, str]) -> list[Problem]:
    found = [ref for block in blocks for ref in _references(block) if ref.target not in names]
    return [
        Problem(f"a reference leads to “{ref.target}”, which is no table or figure")
        for ref in found
    ]


def _references(block: Block) -> list[Reference]:
    match block:
        case Paragraph(inlines) | Heading(_, inlines):
            return _in(inlines)
        case Bullets(items):
            inner = [ref for item in items if item.inner for ref in _references(item.inner)]
            return [ref for item in items for ref in _in(item.inlines)] + inner
        case Callout(_, inside):
            return [ref for item in inside for ref in _references(item)]
        case _:
            return []


def _in(inlines: Inlines) -> list[Reference]:
    found: list[Reference] = []
    for inline in inlines:
        if isinstance(inline, Reference):
            found.append(inline)
        elif isinstance(inline, Strong | Link):
            found += _in(inline.inlines)
    return found


def _label(block: Block, names: Mapping[str, str]) -> Block:
    match block:
        case Paragraph() | Bullets():
            return _label_text(block, names)
        case Callout():
            return replace(block, blocks=tuple(_label_text(b, names) for b in block.blocks))
        case _:
            return block


def _label_text(block: Paragraph | Bullets, names: Mapping[str, str]) -> Paragraph | Bullets:
    if isinstance(block, Paragraph):
        return replace(block, inlines=_labelled(block.inlines, names))
    return replace(block, items=tuple(_label_item(item, names) for item in block.items))


def _label_item(item: Item, names: Mapping[str, str]) -> Item:
    inner = _label_text(item.inner, names) if item.inner else None
    assert inner is None or isinstance(inner, Bullets)
    return Item(_labelled(item.inlines, names), inner)


def _labelled(inlines: Inlines, names: Mapping[str, str]) -> Inlines:
    return tuple(
        replace(inline, label=names[inline.target])
        if isinstance(inline, Reference)
        else replace(inline, inlines=_labelled(inline.inlines, names))
        if isinstance(inline, Strong | Link)
        else inline
        for inline in inlines
    )
