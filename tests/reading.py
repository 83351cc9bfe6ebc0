"""Read blocks back as a reader would: the words and figures, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Document,
    Heading,
    KeyFigures,
    Number,
    Paragraph,
    Table,
    plain,
)
from reportgen.facts import Missing
from reportgen.section import Absent


def words(part: object) -> str:
    """The words of a paragraph, a list or a callout; of a heading with its number."""
    match part:
        case Paragraph(inlines):
            return plain(inlines)
        case Heading():
            return f"{part.number} {plain(part.inlines)}".strip()
        case Bullets(items):
            inner = (words(item.inner) if item.inner else "" for item in items)
            said = zip((plain(item.inlines) for item in items), inner, strict=True)
            return " ".join(text for pair in said for text in pair if text)
        case Callout():
            return " ".join(words(inner) for inner in part.blocks)
    raise AssertionError(f"no running text: {part}")


def grid(part: object) -> list[list[str]]:
    """The cells of a table, its headings first."""
    assert isinstance(part, Table), part
    heads = [plain(column.heading) for column in part.columns]
    return [heads, *([cell_words(cell.blocks) for cell in row.cells] for row in part.rows)]


def cell_words(blocks: Iterable[Block]) -> str:
    return " ".join(words(block) for block in blocks)


def values(part: object) -> dict[str, list[str]]:
    """The points of a chart by the name of their series: figures, symbols, "" for a gap."""
    assert isinstance(part, Chart), part
    return {series.name: [_point(p.number) for p in series.points] for series in part.series}


def _point(number: Number | Missing | None) -> str:
    match number:
        case Number():
            return number.text
        case Missing():
            return number.symbol
        case None:
            return ""


def tiles(part: object) -> list[tuple[str, str, str]]:
    """The tiles of key figures: the number, what it is, and what stands beside it."""
    assert isinstance(part, KeyFigures), part
    return [(tile.number.text, plain(tile.what), plain(tile.beside)) for tile in part.tiles]


def under(part: object) -> list[str]:
    """The notes and the source under a table or chart."""
    assert isinstance(part, Table | Chart), part
    return [plain(line) for line in (*part.notes, part.source) if line]


def title(part: object) -> str:
    """The title of a table or chart."""
    assert isinstance(part, Table | Chart), part
    return plain(part.caption.title)


def why(part: object) -> str:
    """Why a part is absent."""
    assert isinstance(part, Absent), part
    return part.why


def headings(document: Document) -> list[str]:
    """The headings of a document in order."""
    return [words(block) for block in document.blocks if isinstance(block, Heading)]


def running_text(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the heading above, and the words, of each paragraph of a document's running text."""
    above = ""
    for block in document.blocks:
        match block:
            case Heading():
                above = words(block)
            case Paragraph() | Bullets():
                yield above, words(block)
            case Callout():
                for inner in block.blocks:
                    yield above, words(inner)
