"""Turn a document into its structure tree and the strips of its pages, block by block."""

from __future__ import annotations

from dataclasses import dataclass
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
    KeyFigures,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from reportgen.formats.pdf.charts import chart
from reportgen.formats.pdf.contents import captions, contents, entries, listed
from reportgen.formats.pdf.cover import cover
from reportgen.formats.pdf.fit import Fit, fit
from reportgen.formats.pdf.highlights import callout, key_figures
from reportgen.formats.pdf.lists import bullets, led
from reportgen.formats.pdf.setting import STEP, Part, Setting, lines, numbered, paragraph, words
from reportgen.formats.pdf.strips import Entry, Strip, apart, kept_with_next, named
from reportgen.formats.pdf.tables import table
from reportgen.formats.pdf.tree import Kind, Node

_ABOVE = {1: 0.0, 2: 20.0, 3: 15.0}
_BELOW = {1: 14.0, 2: 6.0, 3: 4.0}


@dataclass(frozen=True, slots=True)
class Story:
    """A document ready for its pages."""

    root: Node
    strips: tuple[Strip, ...]
    entries: tuple[Entry, ...]


def tell(document: Document, setting: Setting) -> Story:
    """Return the story of a document."""
    found = entries(document)
    levels: list[tuple[int, Node]] = []
    strips: list[Strip] = []
    broken = False
    fits = tuple(fit(b, setting) if isinstance(b, Table) else None for b in document.blocks)
    for place, block in enumerate(document.blocks):
        if isinstance(block, PageBreak):
            broken = True
            continue
        part = _part(block, document, found, setting, fits[place])
        if isinstance(block, Paragraph):
            part = led(part, document.blocks[place + 1 : place + 2])
        ready = part.strips
        if ready and (broken or _begins_page(block, document)):
            ready = (ready[0]._replace(new_page=True), *ready[1:])
            broken = False
        if _leads_to_wide(document.blocks, place, fits):
            ready = tuple(strip._replace(sheet="landscape") for strip in ready)
        level = block.level if isinstance(block, Heading) else 0
        levels += [(level, node) for node in part.nodes]
        strips += ready
    root = Node("Document", _sections(levels))
    return Story(root, tuple(strips), found)


def _begins_page(block: Block, document: Document) -> bool:
    """Return whether a block is a chapter; the covering report of a committee paper runs on."""
    return isinstance(block, Heading) and block.level == 1 and document.profile == "standalone"


def _leads_to_wide(blocks: tuple[Block, ...], place: int, fits: tuple[Fit | None, ...]) -> bool:
    """Return whether a block is a heading that stands over a table on a landscape page."""
    while place < len(blocks) and isinstance(blocks[place], Heading):
        place += 1
        following = fits[place] if place < len(blocks) else None
        if following:
            return following.wide
    return False


def _part(
    block: Block,
    document: Document,
    found: tuple[Entry, ...],
    setting: Setting,
    how: Fit | None,
) -> Part:
    """Return a block with the air that its kind has above and below; a table as it fits."""
    styles, gap = setting.styles, setting.styles.body.leading * 0.5
    match block:
        case Heading():
            return _heading(block, setting)
        case Paragraph(inlines, id, role, number):
            style = getattr(styles, role)
            part = (
                numbered(number, inlines, style, setting)
                if number
                else paragraph(inlines, style, setting)
            )
            return _spaced(part, gap, gap, id)
        case Bullets():
            x = styles.body.size * STEP if document.profile == "committee" else 0.0
            part = bullets(block, styles.body, setting, x, setting.width - x)
            return _spaced(part, gap * 0.6, gap, block.id)
        case KeyFigures():
            return _spaced(key_figures(block, setting), 12, 14, block.id)
        case Callout():
            return _spaced(callout(block, setting), 10, 10, block.id)
        case Table():
            return _spaced(table(block, how or fit(block, setting)), 18, 20)
        case Chart():
            return _spaced(chart(block, setting), 18, 20)
        case Contents():
            return _contents(block, document, found, setting)
        case FrontSheet():
            return cover(block, document, setting)
        case PageBreak():
            return Part((), ())
        case _:
            assert_never(block)


def _contents(
    block: Contents, document: Document, found: tuple[Entry, ...], setting: Setting
) -> Part:
    match block.of:
        case "headings":
            return contents(block, found, setting)
        case "figures":
            return listed(captions(document, "Figure"), setting)
        case "tables":
            return listed(captions(document, "Table"), setting)
        case _:
            assert_never(block.of)


def _spaced(part: Part, above: float, below: float, name: str = "") -> Part:
    return Part(part.nodes, named(apart(part.strips, above, below), name))


def _heading(block: Heading, setting: Setting) -> Part:
    style = setting.styles.heading(block.level)
    kinds: tuple[Kind, ...] = ("H1", "H2", "H3")
    kind = kinds[block.level - 1]
    number = (Text(f"{block.number} "),) if block.number else ()
    said = words((*number, *block.inlines), style, setting, kind)
    strips = kept_with_next(lines(said, style, setting, 0, setting.width, even=True))
    strips = tuple(strip._replace(heading=True) for strip in strips)
    spaced = apart(strips, _ABOVE[block.level], _BELOW[block.level])
    node = Node(kind, said.kids)
    return Part((node,), named(spaced, block.id))


def _sections(levels: list[tuple[int, Node]]) -> tuple[Node, ...]:
    """Return the nodes with each heading and all that it governs in a section of their own.

    A node comes with the level of its heading, or with 0 if it is none.
    """
    out: list[Node] = []
    place = 0
    while place < len(levels):
        level, node = levels[place]
        place += 1
        if not level:
            out.append(node)
            continue
        ends = (n for n in range(place, len(levels)) if 0 < levels[n][0] <= level)
        end = next(ends, len(levels))
        out.append(Node("Sect", (node, *_sections(levels[place:end]))))
        place = end
    return tuple(out)
