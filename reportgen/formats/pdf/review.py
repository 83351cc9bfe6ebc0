"""Refuse a document that could not become an accessible page, naming every place that is at fault.

What is checked here is what the standard asks of the author: a title, headings that do not skip a
level, words for every figure, tables without gaps or loose cells, references that lead somewhere,
and characters the typefaces have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import assert_never

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Inline,
    Inlines,
    KeyFigures,
    Link,
    Number,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    plain,
)
from reportgen.errors import Place, Problem, RenderError
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.passages import tidy

_NO_LETTER = ("Cc", "Cn", "Co")
"""Controls, and what has no meaning outside one typeface: for these a face may have a glyph."""


def review(document: Document, fonts: Fonts) -> None:
    """Check that a document can be set. Raises `RenderError` with all that stands in the way."""
    said = [(block, inlines(block)) for block in document.blocks]
    problems = [
        *_levels(document),
        *_figures(document),
        *_tables(document),
        *_references(said),
        *_characters(said, fonts),
        *_front(document, fonts),
    ]
    if not document.title.strip():
        problems.append(Problem("the document has no title", None, "give one in report.toml"))
    if problems:
        raise RenderError(problems)


def _place(block: Block) -> Place:
    """Return where a block is, by its id or by its first words."""
    id = getattr(block, "id", "")
    if id:
        return Place(f"“{id}”")
    first = next((text for text in texts(block) if text.strip()), type(block).__name__)
    return Place(f"“{first[:50]}”")


def _levels(document: Document) -> Iterator[Problem]:
    last = 0
    for block in document.blocks:
        if isinstance(block, Contents) and block.of == "headings":
            last = 1
        if not isinstance(block, Heading):
            continue
        if block.level > last + 1:
            what = f"a heading of level {block.level} follows one of level {last}"
            yield Problem(what, _place(block), f"make it a heading of level {last + 1}")
        if not plain(block.inlines).strip():
            yield Problem("a heading has no words", _place(block))
        last = block.level


def _figures(document: Document) -> Iterator[Problem]:
    for block in document.blocks:
        if isinstance(block, Chart) and not block.alt.strip():
            yield Problem(
                "a chart has no words for those who cannot see it", _place(block), "give it an alt"
            )


def _tables(document: Document) -> Iterator[Problem]:
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        if not block.columns:
            yield Problem("a table has no columns", _place(block))
        for number, row in enumerate(block.rows, 1):
            if len(row.cells) != len(block.columns):
                what = (
                    f"row {number} of a table has {len(row.cells)} cells "
                    f"under {len(block.columns)} headings"
                )
                yield Problem(what, _place(block))


def _references(said: list[tuple[Block, Inlines]]) -> Iterator[Problem]:
    known: dict[str, Block] = {}
    for block, _ in said:
        id = getattr(block, "id", "")
        if id and id in known:
            yield Problem("two blocks have this id", _place(block))
        known[id] = block
    for block, found in said:
        for inline in found:
            if isinstance(inline, Reference) and inline.target not in known:
                what = f"“{inline.label}” refers to “{inline.target}”, which is not in the report"
                yield Problem(what, _place(block))
            if isinstance(inline, Link | Reference) and not tidy(plain((inline,))).strip():
                yield Problem("a link has no words", _place(block))


def _characters(said: list[tuple[Block, Inlines]], fonts: Fonts) -> Iterator[Problem]:
    fine: set[str] = set()
    for block, found in said:
        for text in (*_words(found), *_labels(block)):
            if not (text.isascii() and text.isprintable()):
                yield from _unset(tidy(text), _place(block), fonts, fine)


def _front(document: Document, fonts: Fonts) -> Iterator[Problem]:
    for name in ("title", "subtitle", "organisation"):
        place = Place(f"the {name} in report.toml")
        yield from _unset(tidy(getattr(document, name)), place, fonts, set())


def _unset(text: str, place: Place, fonts: Fonts, fine: set[str]) -> Iterator[Problem]:
    """Yield the characters of a text that cannot be set; note those that can be as `fine`."""
    for char in dict.fromkeys(text):
        if char in fine:
            continue
        name = f"“{char}” (U+{ord(char):04X})"
        faces = (fonts.for_char(char, True), fonts.for_char(char, False))
        if None in faces or unicodedata.category(char) in _NO_LETTER:
            what = f"no typeface has the character {name} of “{text[:40]}”"
            yield Problem(
                what, place, "replace it, or add a TrueType font that has it to assets/fonts"
            )
        elif unicodedata.bidirectional(char) in ("R", "AL") or unicodedata.combining(char):
            what = f"the character {name} of “{text[:40]}” cannot be set in its own order"
            yield Problem(what, place, "write the words in Latin letters")
        else:
            fine.add(char)


def inlines(block: Block) -> Inlines:
    """Return every inline of a block in reading order, those inside others too."""
    return tuple([inline for group in _groups(block) for inline in _inside(group)])


def texts(block: Block) -> Iterator[str]:
    """Yield every text that a block puts on the page, those drawn in a chart too."""
    yield from _words(inlines(block))
    yield from _labels(block)


def _words(found: Inlines) -> Iterator[str]:
    """Yield the text of inlines; of those that hold others it is the text of the others."""
    for inline in found:
        match inline:
            case Text(text):
                yield text
            case Number():
                yield inline.text
            case Reference(_, label):
                yield label
            case Strong() | Link():
                pass
            case _:
                assert_never(inline)


def _labels(block: Block) -> Iterator[str]:
    """Yield the texts of a block that are no inlines."""
    match block:
        case Callout():
            yield block.label
        case Chart():
            yield from block.categories
            yield from (series.name for series in block.series)
            yield from (band.label for band in block.bands)
        case FrontSheet(fields):
            yield from (name for name, _ in fields)
        case Contents(title):
            yield title
        case _:
            pass


def _inside(group: Inlines) -> Inlines:
    """Return inlines each followed by those inside it."""
    found: list[Inline] = []
    for inline in group:
        found.append(inline)
        if isinstance(inline, (Strong, Link)):
            found += _inside(inline.inlines)
    return tuple(found) if len(found) > len(group) else group


def _groups(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading(_, words) | Paragraph(words):
            yield words
        case Bullets(items):
            for item in items:
                yield item.inlines
                if item.inner:
                    yield from _groups(item.inner)
        case KeyFigures(tiles):
            for tile in tiles:
                yield from ((tile.number,), tile.what, tile.beside)
        case Callout(_, blocks):
            for inner in blocks:
                yield from _groups(inner)
        case Table():
            yield from (block.caption.title, block.caption.subtitle)
            yield from (column.heading for column in block.columns)
            for row in block.rows:
                for cell in row.cells:
                    for inner in cell.blocks:
                        if isinstance(inner, Paragraph):
                            yield inner.inlines  # as nearly always
                        else:
                            yield from _groups(inner)
            yield from (*block.notes, block.source)
        case Chart():
            yield from (block.caption.title, block.caption.subtitle, *block.notes, block.source)
            yield block.tables
        case FrontSheet(fields):
            yield from (words for _, words in fields)
        case Contents() | PageBreak():
            return
        case _:
            assert_never(block)
