"""Turn headings and captions into the contents and the lists at the end, each line a link.

Page numbers are filled in when the pages are known; a line keeps room for them, so that the pages
need to be made only once.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from reportgen.document import Chart, Contents, Document, Heading, Table, plain
from reportgen.formats.pdf.passages import Passage, Piece, tidy
from reportgen.formats.pdf.setting import Part, Setting, lines
from reportgen.formats.pdf.strips import Entry, Mark, Run, Strip, apart, kept_with_next
from reportgen.formats.pdf.styles import Style
from reportgen.formats.pdf.text import baseline
from reportgen.formats.pdf.tree import Destination, Leaf, Node

_NUMBER = 26.0
_INDENT = 16.0
_DOT = " ."
_SPACES = re.compile("  +")


def heading_text(heading: Heading) -> str:
    """Return the words of a heading, its number first."""
    words = _SPACES.sub(" ", tidy(plain(heading.inlines))).strip()
    return f"{heading.number} {words}" if heading.number else words


def entries(document: Document) -> tuple[Entry, ...]:
    """Return the headings of a document in order."""
    return tuple(
        Entry(block.level, heading_text(block), block.id)
        for block in document.blocks
        if isinstance(block, Heading)
    )


def captions(document: Document, label: str) -> tuple[Entry, ...]:
    """Return the numbered captions of a document that begin with "Figure", or with "Table"."""
    return tuple(
        Entry(2, tidy(f"{block.caption.name}: {plain(block.caption.title)}").strip(), block.id)
        for block in document.blocks
        if isinstance(block, Chart | Table)
        and block.caption.label == label
        and block.caption.number
    )


def listed(found: tuple[Entry, ...], setting: Setting) -> Part:
    """Return a list of figures or tables: a line for each of them."""
    style = setting.styles.compact
    items = [_line(entry, style, 4, setting, entry.text, indent=0) for entry in found]
    strips = tuple(strip for _, part in items for strip in part)
    return Part((Node("TOC", tuple(node for node, _ in items)),) if items else (), strips)


def contents(block: Contents, found: tuple[Entry, ...], setting: Setting) -> Part:
    """Return the contents: a heading and a line for each heading of the document."""
    style = setting.styles.chapter
    title = Leaf("H1")
    piece = Piece(tidy(block.title), True, style.colour, title)
    head = lines(Passage((piece,), (title,)), style, setting, 0, setting.width)
    strips = apart(kept_with_next(head), 0, 14)
    shown = tuple(entry for entry in found if entry.level <= block.depth)
    aims = _aims(shown)
    items: list[tuple[Node, tuple[Strip, ...]]] = []
    if setting.styles.body.leading * len(shown) <= _room(setting):  # if each takes but one line
        items = [_line(e, setting.styles.body, 9, setting, aims[e.block]) for e in shown]
    if not items or _height(items) > _room(setting):
        items = [_line(e, setting.styles.compact, 5.5, setting, aims[e.block]) for e in shown]
    levels = [(entry.level, node) for entry, (node, _) in zip(shown, items, strict=True)]
    toc = (Node("TOC", _nested(levels)),) if levels else ()
    for _, part in items:
        strips += part
    return Part((Node("Sect", (Node("H1", (title,)), *toc)),), strips)


def _aims(shown: tuple[Entry, ...]) -> dict[str, str]:
    """Return where each entry leads, in words; of headings alike, with the chapter they are in.

    Who goes from link to link hears nothing else.
    """
    often = Counter(entry.text for entry in shown)
    aims, chapter = {}, ""
    for entry in shown:
        chapter = entry.text if entry.level == 1 else chapter
        alike = often[entry.text] > 1 and chapter not in ("", entry.text)
        aims[entry.block] = f"{entry.text} ({chapter})" if alike else entry.text
    return aims


def _nested(levels: list[tuple[int, Node]]) -> tuple[Node, ...]:
    """Return the items with those of a deeper level in a TOC inside, after what they belong to."""
    top = min(level for level, _ in levels)
    out: list[Node] = []
    for deeper, group in groupby(levels, key=lambda pair: pair[0] > top):
        held = list(group)
        out += [Node("TOC", _nested(held))] if deeper else [node for _, node in held]
    return tuple(out)


def _room(setting: Setting) -> float:
    """Return the height that a page has for the lines under its heading, in points."""
    return setting.styles.frame.inner_height - setting.styles.chapter.leading - 14


def _height(items: list[tuple[Node, tuple[Strip, ...]]]) -> float:
    return sum(strip.height + strip.before for _, strips in items for strip in strips)


def _line(
    entry: Entry, body: Style, above: float, setting: Setting, aim: str, indent: float = _INDENT
) -> tuple[Node, tuple[Strip, ...]]:
    """Return a line that leads to a heading or a caption; `aim` says where, in words."""
    first = entry.level == 1
    style = _chapter(body, setting.colour("brand")) if first else body
    leaf = Leaf("Link", Destination(aim, block=entry.block, plain=True))
    x = indent * (entry.level - 1)
    room = setting.width - x - _NUMBER
    piece = Piece(entry.text, first, style.colour, leaf)
    strips = lines(Passage((piece,), ()), style, setting, x, room)
    strips = apart(strips, above if first or not indent else above / 6, 0)
    number = Leaf("Span", leaf.link)
    ending = _ending(strips[-1], entry, style, number, setting)
    strips = (*strips[:-1], strips[-1]._replace(marks=strips[-1].marks + ending))
    link = Node("Link", (leaf, Node("Span", (number,), page_of=entry.block)))
    node = Node("TOCI", (Node("Reference", (link,)),))
    if not first:
        strips = (strips[0]._replace(penalty=strips[0].penalty or 20), *strips[1:])
    return node, strips


@lru_cache(maxsize=8)
def _chapter(body: Style, colour: str) -> Style:
    """Return how a chapter is set in the contents."""
    return replace(body, bold=True, colour=colour)


def _ending(
    last: Strip, entry: Entry, style: Style, leaf: Leaf, setting: Setting
) -> tuple[Mark, ...]:
    """Return the leader and the page number that end a line; the dots of all lines align."""
    down = baseline(style)
    font = setting.fonts.regular
    width = font.width(_DOT, style.size)
    runs = [mark for mark in last.marks if isinstance(mark, Run)]
    end = max(run.x + run.font.width(run.text, run.size) for run in runs)
    stop = setting.width - _NUMBER
    count = int((stop - end - 4) / width)
    face = setting.fonts.face(style.bold)
    number = Run(
        setting.width, down, "", face, style.size, style.colour, leaf, page_of=entry.block, end=True
    )
    if count < 2:
        return (number,)
    dots = Run(stop, down, _DOT * count, font, style.size, setting.colour("muted"), None, end=True)
    return (dots, number)
