"""Reach every reference of a block, wherever it stands, to lead it to what it names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, assert_never

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Contents,
    FrontSheet,
    Heading,
    Inlines,
    Item,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    TableCell,
    Tile,
)

Change = Callable[[Reference], Reference]
Prose = TypeVar("Prose", Paragraph, Bullets, Paragraph | Bullets)


def references(block: Block) -> list[Reference]:
    """Return every reference of a block."""
    found: list[Reference] = []

    def note(reference: Reference) -> Reference:
        found.append(reference)
        return reference

    change_references(block, note)
    return found


def change_references(block: Block, change: Change) -> Block:
    """Return a block with `change` made to every reference in it."""
    match block:
        case Heading():
            return replace(block, inlines=_in(block.inlines, change))
        case Paragraph() | Bullets():
            return _in_prose(block, change)
        case Callout():
            return replace(block, blocks=tuple(_in_prose(b, change) for b in block.blocks))
        case KeyFigures():
            tiles = (
                Tile(tile.number, _in(tile.what, change), _in(tile.beside, change))
                for tile in block.tiles
            )
            return replace(block, tiles=tuple(tiles))
        case Table():
            return replace(
                _underneath(block, change),
                columns=tuple(_in_column(column, change) for column in block.columns),
                rows=tuple(_in_row(row, change) for row in block.rows),
            )
        case Chart():
            return _underneath(block, change)
        case FrontSheet():
            fields = tuple((name, _in(words, change)) for name, words in block.fields)
            return replace(block, fields=fields)
        case Contents() | PageBreak():
            return block
        case _:
            assert_never(block)


Captioned = TypeVar("Captioned", Table, Chart)


def _underneath(block: Captioned, change: Change) -> Captioned:
    """Return a table or chart with what stands above and under it changed."""
    caption: Caption = block.caption
    caption = replace(
        caption, title=_in(caption.title, change), subtitle=_in(caption.subtitle, change)
    )
    notes = tuple(_in(note, change) for note in block.notes)
    return replace(block, caption=caption, notes=notes, source=_in(block.source, change))


def _in_column(column: Column, change: Change) -> Column:
    return replace(column, heading=_in(column.heading, change))


def _in_row(row: Row, change: Change) -> Row:
    cells = (TableCell(tuple(_in_prose(b, change) for b in cell.blocks)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _in_prose(block: Prose, change: Change) -> Prose:
    if isinstance(block, Paragraph):
        return replace(block, inlines=_in(block.inlines, change))
    return replace(block, items=tuple(_in_item(item, change) for item in block.items))


def _in_item(item: Item, change: Change) -> Item:
    inner = _in_prose(item.inner, change) if item.inner else None
    return Item(_in(item.inlines, change), inner)


def _in(inlines: Inlines, change: Change) -> Inlines:
    return tuple(
        change(inline)
        if isinstance(inline, Reference)
        else replace(inline, inlines=_in(inline.inlines, change))
        if isinstance(inline, Strong | Link)
        else inline
        for inline in inlines
    )
