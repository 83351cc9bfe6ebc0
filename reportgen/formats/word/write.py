"""Turn a document into a Word file, in the order it happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.document import Document, FrontSheet
from reportgen.formats.word import blocks
from reportgen.formats.word.baseline import add_baseline
from reportgen.formats.word.boxes import Box, Boxes, resolve
from reportgen.formats.word.contents import number_entries
from reportgen.formats.word.council import Template
from reportgen.formats.word.even import even_out
from reportgen.formats.word.ground import CouncilGround, Ground, OwnGround
from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.pages import known_pages, settled
from reportgen.formats.word.pen import MAIN, Pen, digest
from reportgen.formats.word.properties import add_build, add_properties
from reportgen.formats.word.prose import begin_page
from reportgen.formats.word.sections import close_section, stretches
from reportgen.formats.word.style import Style, text_height, text_width
from reportgen.formats.word.styles import styles
from reportgen.formats.word.tables import keep_rows
from reportgen.formats.word.template import PREFIXES
from reportgen.formats.word.wholes import kept_whole
from reportgen.formats.word.xml import Element, el, root, serialise
from reportgen.settings import Charts
from reportgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft carries so that the changes people make in it can be read back."""

    build_id: str


def build_id(document: Document) -> str:
    """Return eight letters and digits that stand for all that a document says."""
    return digest(repr(document), 8)


def write_word(
    document: Document,
    theme: Theme,
    assets: Path,
    *,
    charts: Charts = "native",
    template: Template | None = None,
    draft: Draft | None = None,
) -> bytes:
    """Return the document as a Word file: the same bytes for the same document.

    `charts` are Word's own, which people can edit, or pictures of them. A `template` is a
    council's own, in place of that in `assets`. With a `draft`, changes are tracked and the file
    carries its build id and what it said when it was built; without, it is fit for publication.
    Raises `RenderError` if the template cannot be used.
    """
    build = draft.build_id if draft else ""
    committee = document.profile == "committee"
    ground: Ground = OwnGround(assets / "template.docx", document, theme, build)
    if template:
        ground = CouncilGround(template, document, theme)
    pen = Pen(
        document=document,
        theme=ground.theme,
        assets=assets,
        package=ground.package,
        charts=charts,
        drawings=ground.drawings,
        lists=Lists(legal=committee),
        covered=ground.own and not committee,
        paragraphs_numbered=committee,
        numbered_directly=not ground.own,
        chapters_numbered=ground.headings_numbered or committee,
    )
    look = styles(ground.theme, document.body_size, pen.covered, committee)
    body = el("w:body", *_body(pen, ground, look, settle=draft is None))
    ground.finish(body, look, pen.lists, track=draft is not None)
    ground.package.add(MAIN, serialise(root("w:document", PREFIXES, body)))
    add_properties(ground.package, document)
    if draft:
        add_build(ground.package, build)
        add_baseline(ground.package, build, ((m, *said) for m, said in pen.said.items()))
    return ground.package.to_bytes()


def _body(pen: Pen, ground: Ground, look: tuple[Style, ...], settle: bool) -> list[Element]:
    """Return the elements of every section; page numbers are known only on our own ground.

    With `settle`, what might stand on one page or the next begins the next.
    """
    lying = stretches(pen.document.blocks)
    made: list[Element] = []
    boxes: list[Box] = []
    inherited = resolve(look)
    measured = Boxes(inherited, pen.lists)
    for place, stretch in enumerate(lying):
        elements = blocks.body(pen, stretch.blocks)
        covered = any(isinstance(block, FrontSheet) for block in stretch.blocks)
        properties = ground.section(stretch.wide, first=not place and covered and pen.covered)
        if place < len(lying) - 1:
            close_section(elements, properties)
        if ground.own:
            room = text_width(pen.theme, stretch.wide)
            even_out(elements, inherited, room)
            boxes += measured.of(elements, room)
        made += elements if place < len(lying) - 1 else [*elements, properties]
    heights = (text_height(pen.theme), text_height(pen.theme, landscape=True))
    boxes = _whole(boxes, heights)
    if settle:
        boxes = _settled(boxes, heights)
    number_entries(made, known_pages(boxes, *heights))
    return made


def _whole(boxes: Sequence[Box], heights: tuple[float, float]) -> list[Box]:
    """Return the boxes after tables have been held whole where a page is not too empty for it."""
    found = kept_whole(boxes, *heights)
    held = {new.element: None for old, new in zip(boxes, found, strict=True) if new is not old}
    for element in held:
        assert element is not None
        keep_rows(element)
    return found


def _settled(boxes: Sequence[Box], heights: tuple[float, float]) -> list[Box]:
    """Return the boxes after some have been made to begin a page, so that all pages are known."""
    found = list(boxes)
    for place in settled(boxes, *heights):
        element = boxes[place].element
        assert element is not None
        begin_page(element)
        found[place] = replace(found[place], begins_page=True, before=0.0)
    return found
