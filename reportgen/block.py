"""The blocks of a document: a few closed kinds, matched with `assert_never` in every renderer.

A new kind does not pass mypy until each format handles it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.area import Role
from reportgen.facts import Missing
from reportgen.inline import Inline, Inlines, Number, Reference


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `number` ("2") stands before the words of a chapter."""

    level: Literal[1, 2, 3]
    inlines: Inlines
    id: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `lead` sets a first paragraph larger; `small` is for notes and sources.

    `number` ("1.2") stands before a paragraph of a committee paper.
    """

    inlines: Inlines
    id: str = ""
    role: Literal["body", "lead", "small"] = "body"
    number: str = ""


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
    `row_headers` says whether its rows are named, by the columns before those of figures.
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

    @property
    def naming(self) -> int:
        """How many of its first columns name the rows, as a period and a group do together."""
        places = (n for n, column in enumerate(self.columns) if column.align == "right")
        return max(1, next(places, 1)) if self.row_headers else 0


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
    for a few dates. Bars and columns start at zero. `alt` says what the chart shows, in words;
    `topic` is what they say it is of. With one, they are told anew once the tables are numbered,
    and `tables` are those that hold its figures.
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
    topic: str = ""
    tables: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents, or of a list `of` the figures or the tables.

    `title` stands over the contents; over a list there is a heading.
    """

    title: str = "Contents"
    depth: int = 2
    of: Literal["headings", "figures", "tables"] = "headings"


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
