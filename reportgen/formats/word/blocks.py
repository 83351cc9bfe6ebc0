"""Turn each kind of block into the paragraphs and tables that Word shows for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Contents,
    FrontSheet,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Table,
)
from reportgen.formats.word.callouts import callout
from reportgen.formats.word.contents import contents
from reportgen.formats.word.cover import cover
from reportgen.formats.word.figures import figure
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import (
    break_before,
    bullets,
    heading,
    keep_with_list,
    prose,
)
from reportgen.formats.word.tables import table
from reportgen.formats.word.tiles import key_figures
from reportgen.formats.word.xml import Element


def body(pen: Pen, blocks: Sequence[Block]) -> list[Element]:
    """Return the elements of some blocks in reading order."""
    made: list[Element] = []
    begins_page = False
    for place, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            begins_page = True
            continue
        elements = _elements(pen, block, f"block.{place}")
        if isinstance(block, Paragraph):
            keep_with_list(elements, blocks[place + 1 : place + 2])
        if begins_page and elements:
            break_before(elements[0])
            begins_page = False
        made += elements
    return made


def _elements(pen: Pen, block: Block, key: str) -> list[Element]:
    match block:
        case Heading():
            return heading(pen, block)
        case Paragraph():
            return prose(pen, block, key=key)
        case Bullets():
            return bullets(pen, block, key=key)
        case KeyFigures():
            return key_figures(pen, block)
        case Callout():
            return callout(pen, block)
        case Table():
            return table(pen, block)
        case Chart():
            return figure(pen, block)
        case Contents():
            return contents(pen, block)
        case FrontSheet():
            return cover(pen, block)
        case PageBreak():
            return []
        case _:
            assert_never(block)
