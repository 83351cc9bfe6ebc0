"""Turn a document into plain text: for review, and to see what a change to the data changes.

Nothing is left out: a chart is its caption, its figures as a table, and its words.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import assert_never

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
    Number,
    PageBreak,
    Paragraph,
    Point,
    Table,
    plain,
)
from reportgen.facts import Missing

WIDTH = 100
_RULES = {1: "=", 2: "-", 3: "."}
_MARKS = {"strength": "▲", "development": "▼", "notice": ""}


def write_text(document: Document) -> str:
    """Return the document as plain text, paragraphs set apart by an empty line."""
    opening = [document.title, document.subtitle, document.organisation]
    parts = ["\n".join(line for line in opening if line)]
    parts += [_block(block, document) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph() | Bullets():
            return _prose(block)
        case KeyFigures():
            return "\n".join(
                f"{tile.number.text}  {plain(tile.what)}"
                + (f" ({plain(tile.beside)})" if tile.beside else "")
                for tile in block.tiles
            )
        case Callout():
            return _callout(block)
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Contents():
            return _contents(block, document)
        case FrontSheet():
            return _grid([(name, plain(words)) for name, words in block.fields], "ll")
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _heading(block: Heading) -> str:
    words = f"{block.number} {plain(block.inlines)}".strip()
    return f"\n{words}\n{_RULES[block.level] * len(words)}"


def _prose(block: Paragraph | Bullets, indent: str = "") -> str:
    if isinstance(block, Paragraph):
        number = f"{block.number} " if block.number else ""
        return _filled(number + plain(block.inlines), indent, indent)
    return "\n".join(_items(block, indent))


def _items(block: Bullets, indent: str) -> Iterable[str]:
    for place, item in enumerate(block.items, start=1):
        mark = f"{place}. " if block.ordered else "- "
        yield _filled(plain(item.inlines), indent + mark, indent + " " * len(mark))
        if item.inner:
            yield _prose(item.inner, indent + " " * len(mark))


def _callout(block: Callout) -> str:
    parts = [word for word in (_MARKS[block.kind], block.label) if word]
    label = [f"| {' '.join(parts)}"] if parts else []
    return "\n".join([*label, *(_prose(inner, "| ") for inner in block.blocks)])


def _contents(block: Contents, document: Document) -> str:
    label = {"figures": "Figure", "tables": "Table"}.get(block.of)
    if label:
        captions = [b.caption for b in document.blocks if isinstance(b, Chart | Table)]
        listed = [f"  {c.name}: {plain(c.title)}" for c in captions if c.label == label]
        return "\n".join(listed)
    entries = [
        "  " * found.level + f"{found.number} {plain(found.inlines)}".strip()
        for found in document.blocks
        if isinstance(found, Heading) and found.level <= block.depth
    ]
    return "\n".join([block.title, *entries])


def _table(block: Table) -> str:
    rows = [[plain(column.heading) for column in block.columns]]
    rows += [
        ["\n".join(_prose(b) for b in cell.blocks) for cell in row.cells] for row in block.rows
    ]
    sides = "".join("r" if column.align == "right" else "l" for column in block.columns)
    parts = [_caption(block.caption), _grid(rows, sides, header=True)]
    return "\n".join([*parts, *_underneath(block)])


def _chart(block: Chart) -> str:
    rows = [["", *(series.name for series in block.series)]]
    for place, category in enumerate(block.categories):
        rows.append([category, *(_point(series.points[place]) for series in block.series)])
    grid = _grid(rows, "l" + "r" * len(block.series), header=True)
    said = _filled(block.alt, "[", " ") + "]"
    return "\n".join([_caption(block.caption), grid, said, *_underneath(block)])


def _point(point: Point) -> str:
    match point.number:
        case Number():
            return point.number.text + (" (hollow)" if point.hollow else "")
        case Missing():
            return point.number.symbol
        case None:
            return ""


def _caption(caption: Caption) -> str:
    name = f"{caption.name}: " if caption.number else ""
    lines = [_filled(f"{name}{plain(caption.title)}")]
    return "\n".join([*lines, *([plain(caption.subtitle)] if caption.subtitle else [])])


def _underneath(block: Table | Chart) -> list[str]:
    lines: list[Inlines] = [*block.notes, block.source]
    return [_filled(plain(words)) for words in lines if words]


def _filled(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False
    )


def _grid(rows: Sequence[Sequence[str]], sides: str, header: bool = False) -> str:
    """Return rows with their columns lined up; a cell may hold several lines.

    Cells are folded so that a table of text keeps to the width of a page.
    """
    most = max(24, (WIDTH - 3 * len(sides)) // max(len(sides), 1))
    folded = [[_folded(cell, most) for cell in row] for row in rows]
    widths = [
        max((len(line) for row in folded for line in row[n]), default=0) for n in range(len(sides))
    ]
    lines: list[str] = []
    for place, row in enumerate(folded):
        for height in range(max(len(cell) for cell in row)):
            pieces = (cell[height] if height < len(cell) else "" for cell in row)
            lines.append(_line(pieces, widths, sides))
        if header and not place:
            lines.append("  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _line(pieces: Iterable[str], widths: Sequence[int], sides: str) -> str:
    set_out = (
        piece.rjust(width) if side == "r" else piece.ljust(width)
        for piece, width, side in zip(pieces, widths, sides, strict=True)
    )
    return "  ".join(set_out).rstrip()


def _folded(cell: str, most: int) -> list[str]:
    lines = [line for part in cell.split("\n") for line in textwrap.wrap(part, most)]
    return lines or [""]
