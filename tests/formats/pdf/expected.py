"""Say what a document has to say as a PDF, element by element, without asking the renderer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pdf_reading import tidy

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Inlines,
    KeyFigures,
    PageBreak,
    Paragraph,
    Table,
    TableCell,
    plain,
)

Said = tuple[str, str]


def said(document: Document, pages: dict[str, int]) -> list[Said]:
    """Return the kind and the words of each element; `pages` are those of the headings, by id."""
    found = [pair for block in document.blocks for pair in _block(block, document, pages)]
    return [(kind, tidy(words)) for kind, words in found if words.strip() or kind in ("TD", "TH")]


def _block(block: Block, document: Document, pages: dict[str, int]) -> Iterator[Said]:
    match block:
        case Heading():
            yield f"H{block.level}", _heading(block)
        case Paragraph():
            yield "P", plain(block.inlines)
        case Bullets():
            yield from _list(block)
        case KeyFigures(tiles):
            for tile in tiles:
                yield "P", tile.number.text
                yield "P", plain(tile.what)
                yield "P", plain(tile.beside)
        case Callout():
            yield from _callout(block)
        case Table():
            yield from _table(block)
        case Chart():
            yield from _caption(block.caption)
            yield "Figure", block.alt
            yield from _under(block.notes, block.source)
        case Contents():
            yield "H1", block.title
            for heading in document.blocks:
                if isinstance(heading, Heading) and heading.level <= block.depth:
                    yield "TOCI", f"{_heading(heading)} {pages[heading.id]}"
        case FrontSheet(fields):
            yield "P", document.organisation
            yield "P", document.title
            yield "P", document.subtitle
            for name, words in fields:
                yield "Lbl", name
                yield "LBody", plain(words)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _heading(block: Heading) -> str:
    return f"{block.number} {plain(block.inlines)}"


def _list(block: Bullets, depth: int = 0) -> Iterator[Said]:
    for number, item in enumerate(block.items, 1):
        yield "Lbl", f"{number}." if block.ordered else "•–"[min(depth, 1)]
        yield "LBody", plain(item.inlines)
        if item.inner:
            yield from _list(item.inner, depth + 1)


def _callout(block: Callout) -> Iterator[Said]:
    blocks = block.blocks
    if block.kind == "notice":
        stop = "" if block.label.endswith((".", ":", "?", "!")) else "."
        label = f"{block.label}{stop} " if block.label else ""
        if blocks and isinstance(blocks[0], Paragraph):
            yield "P", label + plain(blocks[0].inlines)
            blocks = blocks[1:]
        else:
            yield "P", label
    else:
        mark = {"strength": "▲", "development": "▼"}[block.kind]
        yield "P", block.label or mark
    yield from _prose(blocks)


def _prose(blocks: tuple[Paragraph | Bullets, ...]) -> Iterator[Said]:
    for block in blocks:
        if isinstance(block, Bullets):
            yield from _list(block)
        else:
            yield "P", plain(block.inlines)


def _caption(caption: Caption) -> Iterator[Said]:
    parts = [caption.name if caption.number else "", plain(caption.title)]
    yield "P", ": ".join(part for part in parts if part)
    yield "P", plain(caption.subtitle)


def _table(block: Table) -> Iterator[Said]:
    yield from _caption(block.caption)
    for column in block.columns:
        yield "TH", plain(column.heading)
    for row in block.rows:
        for place, cell in enumerate(row.cells):
            yield from _cell(cell, "TH" if place in _naming(block) else "TD")
    yield from _under(block.notes, block.source)


def _naming(block: Table) -> set[int]:
    """The columns that name the rows: the first, and others before the first column of figures."""
    figures = {place for place, column in enumerate(block.columns) if column.align == "right"}
    before = range(min(figures, default=0))
    return {0, *before} if block.row_headers else set()


def _cell(cell: TableCell, kind: str) -> Iterator[Said]:
    match cell.blocks:
        case ():
            yield kind, ""
        case (Paragraph(inlines),):
            yield kind, plain(inlines)
        case blocks:
            yield from _prose(blocks)


def _under(notes: tuple[Inlines, ...], source: Inlines) -> Iterator[Said]:
    for note in notes:
        yield "Note", plain(note)
    words = plain(source)
    if words:
        yield "P", words if words.startswith("Source") else f"Source: {words}"
