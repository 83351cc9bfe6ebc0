"""Turn the headings and captions of a document into contents that are filled on opening.

Entries are links. A page number is printed only where the layout is known; Word puts in the others
when a person updates the field, and never asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from reportgen.document import Chart, Contents, Heading, Table, plain
from reportgen.formats.word.fields import begin, end, field, run
from reportgen.formats.word.pen import Pen, caption_mark, heading_mark
from reportgen.formats.word.prose import break_before, paragraph, plain_paragraph, set_property
from reportgen.formats.word.xml import Element, el, tag

STYLES = ("TOC1", "TOC2", "TOC3", "TableofFigures")
KEPT = 3
"""So many entries of a list stay with its heading."""


def contents(pen: Pen, block: Contents) -> list[Element]:
    """Return the table of contents, or a list of figures or tables."""
    match block.of:
        case "headings":
            return _headings(pen, block)
        case "figures":
            return _captions(pen, "Figure")
        case "tables":
            return _captions(pen, "Table")
        case _:
            assert_never(block.of)


def _headings(pen: Pen, block: Contents) -> list[Element]:
    headings = [
        (f"TOC{found.level}", heading_mark(found.id), _words(found))
        for found in pen.document.blocks
        if isinstance(found, Heading) and found.level <= block.depth
    ]
    title = plain_paragraph("TOCHeading", block.title)
    if pen.covered:
        break_before(title)
    return [title, *_filled(f'TOC \\o "1-{block.depth}" \\h \\z \\u', headings)]


def _captions(pen: Pen, label: str) -> list[Element]:
    entries = [
        ("TableofFigures", caption_mark(found.id), _caption(found))
        for found in pen.document.blocks
        if isinstance(found, Chart | Table)
        and found.caption.label == label
        and found.caption.number
    ]
    return _filled(f'TOC \\h \\z \\c "{label}"', entries)


def _words(block: Heading) -> str:
    return f"{block.number} {plain(block.inlines)}" if block.number else plain(block.inlines)


def _caption(block: Chart | Table) -> str:
    return f"{block.caption.name}: {plain(block.caption.title)}"


def _filled(code: str, entries: Sequence[tuple[str, str, str]]) -> list[Element]:
    """Return the paragraphs of one field: (style, bookmark, words) each."""
    made = []
    for place, (style, mark, words) in enumerate(entries):
        entry = el("w:hyperlink", run(words), anchor=mark, history=1)
        content = [*(begin(code) if not place else ()), entry]
        if place == len(entries) - 1:
            content.append(end())
        made.append(paragraph(style, content))
    for entry in made[:KEPT]:
        set_property(entry, el("w:keepNext"))
    return made


def number_entries(elements: Iterable[Element], pages: Mapping[str, int]) -> None:
    """Put the page after every entry whose bookmark has a known one."""
    for element in elements:
        style = element.find(f"{tag('w:pPr')}/{tag('w:pStyle')}")
        if style is None or style.get(tag("w:val")) not in STYLES:
            continue
        for link in element.iter(tag("w:hyperlink")):
            mark = link.get(tag("w:anchor"))
            if mark in pages:
                link.append(run("\t"))
                link.extend(field(f"PAGEREF {mark} \\h", [run(str(pages[mark]))]))
