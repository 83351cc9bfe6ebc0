"""The document: what every format renders, and all that a renderer sees of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from reportgen.block import (
    Band,
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Contents,
    FrontSheet,
    Heading,
    Item,
    KeyFigures,
    PageBreak,
    Paragraph,
    Point,
    Row,
    Series,
    Table,
    TableCell,
    Tile,
)
from reportgen.inline import (
    Inline,
    Inlines,
    Link,
    Number,
    Reference,
    Strong,
    Text,
    plain,
)
from reportgen.settings import Profile

__all__ = [
    "Band",
    "Block",
    "Bullets",
    "Callout",
    "Caption",
    "Chart",
    "Column",
    "Contents",
    "Document",
    "FrontSheet",
    "Heading",
    "Inline",
    "Inlines",
    "Item",
    "KeyFigures",
    "Link",
    "Number",
    "PageBreak",
    "Paragraph",
    "Point",
    "Reference",
    "Row",
    "Series",
    "Strong",
    "Table",
    "TableCell",
    "Text",
    "Tile",
    "numbers_in",
    "plain",
]


_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
_YEARS = re.compile(rf"\b{_YEAR}(?:(?:, | and | to ){_YEAR})*\b")


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, ready for a format.

    `date` is the date on the page and in the file's properties; no renderer looks at a clock. The
    front sheet of a `standalone` report is a cover; that of a `committee` paper stands at the top.
    """

    title: str
    subtitle: str
    organisation: str
    date: date
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    subject: str = ""
    draft: bool = False
    body_size: float = 11.0
    profile: Profile = "standalone"

    @property
    def head_title(self) -> str:
        """The title as it stands above the pages: with the years of the subtitle, if it has any.

        A title that names a year itself stays as it is.
        """
        years = _YEARS.search(self.subtitle)
        if years is None or _YEARS.search(self.title):
            return self.title
        return f"{self.title} {years[0]}"

    def numbers(self) -> Iterator[Number]:
        """Yield every figure of the document in reading order, those in charts included."""
        yield from numbers_in(self.blocks)


def numbers_in(blocks: Iterable[Block]) -> Iterator[Number]:
    """Yield every figure of some blocks in reading order, those in charts included."""
    for block in blocks:
        yield from _numbers(block)


def _numbers(block: Block) -> Iterator[Number]:
    match block:
        case Heading(_, inlines) | Paragraph(inlines):
            yield from _in_inlines(inlines)
        case Bullets(items):
            for item in items:
                yield from _in_inlines(item.inlines)
                if item.inner:
                    yield from _numbers(item.inner)
        case KeyFigures(tiles):
            for tile in tiles:
                yield tile.number
                yield from _in_inlines(tile.what + tile.beside)
        case Callout(_, blocks):
            yield from numbers_in(blocks)
        case Table():
            yield from _in_table(block)
        case Chart():
            yield from _in_inlines(block.caption.title + block.caption.subtitle)
            for series in block.series:
                for point in series.points:
                    if isinstance(point.number, Number):
                        yield point.number
            for note in (*block.notes, block.source):
                yield from _in_inlines(note)
        case FrontSheet(fields):
            for _, inlines in fields:
                yield from _in_inlines(inlines)
        case Contents() | PageBreak():
            return
        case _:
            assert_never(block)


def _in_table(table: Table) -> Iterator[Number]:
    yield from _in_inlines(table.caption.title + table.caption.subtitle)
    for column in table.columns:
        yield from _in_inlines(column.heading)
    for row in table.rows:
        for cell in row.cells:
            yield from numbers_in(cell.blocks)
    for note in (*table.notes, table.source):
        yield from _in_inlines(note)


def _in_inlines(inlines: Inlines) -> Iterator[Number]:
    for inline in inlines:
        match inline:
            case Number():
                yield inline
            case Strong(inner) | Link(inner, _):
                yield from _in_inlines(inner)
            case Text() | Reference():
                pass
            case _:
                assert_never(inline)
