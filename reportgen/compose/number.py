"""Count the figures and tables of a document, and write the numbers into what mentions them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportgen.compose.references import change_references, references
from reportgen.document import Block, Callout, Chart, Heading, Reference, Table
from reportgen.errors import Problem, ProjectError, did_you_mean


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

    def label(reference: Reference) -> Reference:
        return replace(reference, label=reference.label or names[reference.target])

    return tuple(change_references(block, label) for block in numbered)


def _twice(blocks: list[Block]) -> list[Problem]:
    ids = Counter(id for block in blocks for id in _ids(block) if id)
    return [
        Problem(
            f"two parts of the report are both “{id}”",
            hint="the section yields the same chart, table, heading or sentence twice",
        )
        for id, count in ids.items()
        if count > 1
    ]


def _ids(block: Block) -> list[str]:
    """Return the ids of a block and of the paragraphs and lists inside it."""
    inner = [item.id for item in block.blocks] if isinstance(block, Callout) else []
    return [getattr(block, "id", ""), *inner]


def _dangling(blocks: list[Block], names: Mapping[str, str]) -> list[Problem]:
    """Return a problem for each reference that leads nowhere; one with words may name a heading."""
    headings = {block.id for block in blocks if isinstance(block, Heading)}
    return [
        _lost(reference, names, headings)
        for block in blocks
        for reference in references(block)
        if reference.target not in names and not (reference.label and reference.target in headings)
    ]


def _lost(reference: Reference, names: Mapping[str, str], headings: set[str]) -> Problem:
    target = reference.target
    known = [*names, *headings] if reference.label else list(names)
    chapter = target.split(".")[0]
    near = [id for id in names if id.startswith(f"{chapter}.")] or list(names)
    listed = "the report has: " + ", ".join(near)
    if target in headings:
        what = f"the reference to the heading “{target}” has no words"
        return Problem(what, reference.place, f"write them between the brackets, or {listed}")
    what = f"a reference leads to “{target}”, which is no table or figure"
    return Problem(what, reference.place, did_you_mean(target, known, listed))
