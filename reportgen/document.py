"""The document: a tree of a few closed kinds of block that every format renders.

Renderers see nothing else of the report. A number in a sentence is a `Number`, not text, until a
renderer asks for its text, so a figure can be traced from any page. Blocks and inlines are closed
unions, matched with `assert_never`: a new kind does not pass mypy until every renderer handles it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from reportgen.area import Role
from reportgen.facts import Fact, Missing
from reportgen.show import Style, show

# -- inlines --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words that do not change with the data."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    inlines: tuple[Inline, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in running text; `places` overrides the decimals of the fact."""

    fact: Fact
    style: Style = "plain"
    places: int | None = None

    @property
    def text(self) -> str:
        """The figure as the page shows it."""
        return show(self.fact, self.style, self.places)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a numbered table or figure: renders as "Figure 4", linked to it.

    `target` is the block's id; `label` is what compose numbered it.
    """

    target: str
    label: str = ""


Inline = Text | Strong | Link | Number | Reference
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """Return the words of some inlines, numbers as they are shown."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(inlines) | Link(inlines, _):
            return plain(inlines)
        case Number():
            return inline.text
        case Reference(_, label):
            return label
        case _:
            assert_never(inline)


# -- blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `number` ("2") stands before the words of a chapter."""

    level: Literal[1, 2, 3]
    inlines: Inlines
    id: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `lead` sets a first paragraph larger; `small` is for notes and sources."""

    inlines: Inlines
    id: str = ""
    role: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; an item is a paragraph, and may carry a list inside it."""

    items: tuple[Item, ...]
    id: str = ""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    inlines: Inlines
    inner: Bullets | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A key figure: the number, what it is, and its benchmark or date."""

    number: Number
    what: Inlines
    beside: Inlines = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Key figures, three to a row."""

    tiles: tuple[Tile, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A statement set apart: a strength, an area for development, or a notice to the reader.

    `label` is printed above it ("Attainment") or, for a notice, runs into the first words.
    Renderers add the mark and colour of the kind from the theme, never colour alone.
    """

    kind: Literal["strength", "development", "notice"]
    blocks: tuple[Paragraph | Bullets, ...]
    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above a table or figure: "Figure 3", its message, and what it measures."""

    label: Literal["Figure", "Table"]
    title: Inlines
    number: int = 0
    subtitle: Inlines = ()

    @property
    def name(self) -> str:
        """The numbered name: "Figure 3"."""
        return f"{self.label} {self.number}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its side, and its share of the width against the others."""

    heading: Inlines
    align: Literal["left", "right"] = "left"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in a cell: paragraphs and lists; none at all for a cell that is empty."""

    blocks: tuple[Paragraph | Bullets, ...]

    @classmethod
    def of(cls, *inlines: Inline) -> TableCell:
        """Return a cell of one paragraph."""
        return cls((Paragraph(inlines),))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `total` sets a total apart. Its first cell is the row's header."""

    cells: tuple[TableCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data or of plans. `notes` and `source` are printed under it.

    `wide` asks for a landscape page; `summary` describes the table for those who cannot see it;
    `row_headers` says whether the first column names its rows.
    """

    caption: Caption
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    id: str
    notes: tuple[Inlines, ...] = ()
    source: Inlines = ()
    summary: str = ""
    wide: bool = False
    row_headers: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series. `hollow` marks a value that was awarded or counted differently."""

    number: Number | Missing | None
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values, one for each category of the chart; `role` decides its colour and line."""

    name: str
    points: tuple[Point, ...]
    role: Role | Literal["first", "second", "third", "fourth"]


@dataclass(frozen=True, slots=True)
class Band:
    """A run of categories, by position and inclusive, that is shaded and named."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, once, for every format.

    `line` has periods along the bottom; `joined[i]` says whether category i is joined to i + 1, so
    that no line crosses a break. `bars` are horizontal, for groups with names; `columns` upright,
    for a few dates. Bars and columns start at zero. `alt` says what the chart shows, in words.
    """

    kind: Literal["line", "bars", "columns"]
    caption: Caption
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    id: str
    alt: str
    joined: tuple[bool, ...] = ()
    bands: tuple[Band, ...] = ()
    notes: tuple[Inlines, ...] = ()
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents."""

    title: str = "Contents"
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """The cover: pairs of field and words, printed in order under the title."""

    fields: tuple[tuple[str, Inlines], ...]
    decoration: tuple[float, ...] = ()


Block = (
    Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | Callout
    | Table
    | Chart
    | Contents
    | PageBreak
    | FrontSheet
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, ready for a format.

    `date` is the date on the page and in the file's properties; no renderer looks at a clock.
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

    def numbers(self) -> Iterator[Number]:
        """Yield every figure of the document in reading order, those in charts included."""
        for block in self.blocks:
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
            for inner in blocks:
                yield from _numbers(inner)
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
            for block in cell.blocks:
                yield from _numbers(block)
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
