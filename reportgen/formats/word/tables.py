"""Turn tables into Word tables: a repeated header row, rows kept whole, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from reportgen.document import Bullets, Column, Paragraph, Row, Table, TableCell, plain
from reportgen.formats.word.captions import caption, underneath
from reportgen.formats.word.inlines import words
from reportgen.formats.word.metrics import lines
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import bullets, paragraph, prose, set_property
from reportgen.formats.word.style import CELL_AIR, text_height, text_width
from reportgen.formats.word.widths import AIR, column_widths, texts
from reportgen.formats.word.xml import Element, el, hex_colour, tag, twips
from reportgen.theme import Theme

WHOLE = 1 / 3
"""A table that takes no more than this share of a page is kept on one page."""
_AIR = 2 * CELL_AIR + 0.6
"""The air above and below the words of a row, with its rule, in points."""


def table(pen: Pen, block: Table) -> list[Element]:
    """Return the caption, the table, its source and its notes."""
    room = text_width(pen.theme, landscape=block.wide)
    widths = column_widths(block, room, pen.theme.size["table"])
    made = el(
        "w:tbl",
        properties(block, room, "ReportTable"),
        el("w:tblGrid", *(el("w:gridCol", w=own) for own in widths)),
        _header(pen, block, widths),
    )
    below = underneath(pen, block)
    keys = _keys(block)
    page = text_height(pen.theme, landscape=block.wide)
    whole = height(block, widths, pen.theme) <= page * WHOLE
    for place, row in enumerate(block.rows):
        element = _row(pen, block, row, widths, keys[place])
        left = len(block.rows) - 1 - place
        if (left == 0 and below) or (left and (whole or place == 0 or left == 1)):
            _keep_with_next(element)
        made.append(element)
    return [*caption(pen, block), made, *below]


def height(block: Table, widths: Sequence[int], theme: Theme) -> float:
    """Return about how high the rows of a table are, in points; `widths` are in twips."""
    size, leading = theme.size["table"], theme.leading["table"]
    rooms = [own / 20 - (0 if _edge(block, n) else AIR) for n, own in enumerate(widths)]
    rows = [[[plain(column.heading)] for column in block.columns]]
    rows += [[texts(inside) for inside in row.cells] for row in block.rows]
    return sum(
        max(
            sum(lines(text, size, room) for text in said)
            for said, room in zip(row, rooms, strict=True)
        )
        * leading
        + _AIR
        for row in rows
    )


def properties(block: Table, room: float, style: str) -> Element:
    """Return `w:tblPr`: style, fixed widths, what is a header, the name and the description."""
    return el(
        "w:tblPr",
        el("w:tblStyle", val=style),
        el("w:tblW", w=twips(room), type="dxa"),
        el("w:tblLayout", type="fixed"),
        el(
            "w:tblLook",
            val="04A0" if block.row_headers else "0420",
            firstRow=1,
            lastRow=0,
            firstColumn=int(block.row_headers),
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        el("w:tblCaption", val=block.caption.name) if block.caption.number else None,
        el("w:tblDescription", val=block.summary) if block.summary else None,
    )


def _header(pen: Pen, block: Table, widths: list[int]) -> Element:
    row = el("w:tr", el("w:trPr", el("w:cantSplit"), el("w:tblHeader")))
    for place, column in enumerate(block.columns):
        style = "TableHeadingNumber" if column.align == "right" else "TableHeading"
        heading = words(pen, f"{block.id}.heading.{place + 1}", column.heading)
        edge = _edge(block, place)
        row.append(cell(widths[place], [paragraph(style, heading)], *edge))
    _keep_with_next(row)
    return row


def cell(width: int, content: list[Element], *more: Element) -> Element:
    """Return a cell of a width in twips."""
    return el("w:tc", el("w:tcPr", el("w:tcW", w=width, type="dxa"), *more), *content)


def _row(pen: Pen, block: Table, row: Row, widths: list[int], key: str) -> Element:
    made = el("w:tr", el("w:trPr", el("w:cantSplit")))
    rule = hex_colour(pen.theme.colour["brand"])
    for place, (column, inside) in enumerate(zip(block.columns, row.cells, strict=True)):
        content = _content(pen, column, inside, row.total, f"{key}.{place + 1}")
        edge = el("w:top", val="single", sz=8, space=0, color=rule)
        more = (el("w:tcBorders", edge),) if row.total else ()
        made.append(cell(widths[place], content, *more, *_edge(block, place)))
    return made


def _edge(block: Table, place: int) -> tuple[Element, ...]:
    """Return what lets the numbers of the last column end where the rules of the table do."""
    if place < len(block.columns) - 1 or block.columns[place].align == "left":
        return ()
    return (el("w:tcMar", el("w:right", w=0, type="dxa")),)


def _content(pen: Pen, column: Column, inside: TableCell, total: bool, key: str) -> list[Element]:
    style = (
        ("TableTotal" if total else "TableText")
        if column.align == "left"
        else ("TableTotalNumber" if total else "TableNumber")
    )
    made: list[Element] = []
    for place, block in enumerate(inside.blocks):
        own = key if not place else f"{key}.{place + 1}"
        match block:
            case Paragraph(inlines):
                made += prose(pen, Paragraph(inlines, block.id or own), style)
            case Bullets():
                made += bullets(pen, block, "table", key=own)
            case _:
                assert_never(block)
    for earlier in made[:-1]:
        set_property(earlier, el("w:spacing", after=60))
    return made or [paragraph(style, [])]


def _keys(block: Table) -> list[str]:
    """Return a key for each row: from what its first cell says, so that it outlives a new row."""
    keys = []
    for place, row in enumerate(block.rows, start=1):
        first = row.cells[0].blocks if block.row_headers and row.cells else ()
        words = plain(first[0].inlines) if first and isinstance(first[0], Paragraph) else ""
        keys.append(f"{block.id}.row.{words or place}")
    return keys


def keep_rows(made: Element) -> None:
    """Hold all rows of a table on one page."""
    for row in made.findall(tag("w:tr"))[:-1]:
        _keep_with_next(row)


def _keep_with_next(row: Element) -> None:
    for element in row.iter(tag("w:p")):
        set_property(element, el("w:keepNext"))
