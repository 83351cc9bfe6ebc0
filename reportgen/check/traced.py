"""Turn any sentence, table row or chart of a report into the figures in it, each with its cells.

Statements made from findings are explained in `told`; this is for all other words: a chapter's own
sentences, officers' words with figures in them, key figures, tables and charts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportgen.block import Block, Bullets, Callout, Chart, Heading, KeyFigures, Paragraph, Table
from reportgen.document import Document, Number, numbers_in, plain
from reportgen.facts import Fact, Observation


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a page, the block they are in, and the figures among them."""

    id: str
    text: str
    numbers: tuple[Number, ...]


def traced(document: Document, words: str, but: Collection[str] = ()) -> Iterator[str]:
    """Yield the lines on each piece that has some words in it, or whose block has them as its id.

    Blocks in `but` are left out: their statements are explained elsewhere.
    """
    wanted = " ".join(words.split()).casefold()
    for piece in pieces(document):
        known = any(piece.id.endswith(id) for id in but)
        if known or (wanted != piece.id.casefold() and wanted not in piece.text.casefold()):
            continue
        yield piece.id
        yield f"  {piece.text}"
        for number in dict.fromkeys(piece.numbers):
            yield f"    {number.text}: {_origin(number.fact)}"
        if not piece.numbers:
            yield "    No figure is in these words: they are the officers’ or the chapter’s own."


def pieces(document: Document) -> Iterator[Piece]:
    """Yield the pieces of a document in reading order."""
    for block in document.blocks:
        yield from _pieces(block)


def _pieces(block: Block) -> Iterator[Piece]:
    match block:
        case Heading() | Paragraph():
            yield _piece(block, block.id, plain(block.inlines))
        case Bullets():
            for item in block.items:
                yield _piece(Paragraph(item.inlines), block.id, plain(item.inlines))
                yield from _pieces(item.inner) if item.inner else ()
        case Callout():
            for inner in block.blocks:
                yield from _pieces(inner)
        case KeyFigures():
            for tile in block.tiles:
                one = KeyFigures((tile,), block.id)
                text = f"{tile.number.text} {plain(tile.what)} ({plain(tile.beside)})"
                yield _piece(one, block.id, text)
        case Table():
            for row in block.rows:
                one_row = Table(block.caption, block.columns, (row,), block.id)
                cells = (
                    plain(part.inlines)
                    for cell in row.cells
                    for part in cell.blocks
                    if isinstance(part, Paragraph)
                )
                text = f"{block.caption.name}: {plain(block.caption.title)}: {' | '.join(cells)}"
                yield _piece(one_row, block.id, text)
        case Chart():
            yield _piece(block, block.id, f"{block.caption.name}: {block.alt}")
        case _:
            return


def _piece(block: Block, id: str, text: str) -> Piece:
    return Piece(id, text, tuple(numbers_in((block,))))


def _origin(fact: Fact) -> str:
    """Return where a figure came from: its cell, or the rule and the figures that went into it."""
    if isinstance(fact, Observation):
        when = f", {fact.period.label}" if fact.period.label else ""
        return f"{fact.measure.name}, {fact.area.name}{when}, from {fact.cell}"
    inputs = "; ".join(f"{Number(item).text} ({_origin(item)})" for item in fact.inputs)
    return f"{fact.rule}: {inputs}"
