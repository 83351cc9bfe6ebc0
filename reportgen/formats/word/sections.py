"""Turn blocks into stretches of upright and sideways pages, and these into Word's sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.document import Block, Heading, PageBreak, Table
from reportgen.formats.word.prose import paragraph, set_property
from reportgen.formats.word.xml import Element, el, mm_twips, tag
from reportgen.theme import Theme

EDGE = 12.5
"""How far header and footer stand from the edge of the page, in millimetres."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks in a row whose pages lie the same way."""

    blocks: tuple[Block, ...]
    wide: bool = False


def stretches(blocks: Sequence[Block]) -> list[Stretch]:
    """Return the blocks in stretches; headings right before a wide table lie on its page."""
    found: list[tuple[bool, list[Block]]] = [(False, [])]
    for block in blocks:
        wide = isinstance(block, Table) and block.wide
        if wide == found[-1][0]:
            found[-1][1].append(block)
            continue
        moved: list[Block] = []
        before = found[-1][1]
        while wide and before and isinstance(before[-1], Heading | PageBreak):
            moved.insert(0, before.pop())
        found.append((wide, [*moved, block]))
    kept = [(wide, own) for wide, own in found if own]
    # A section begins a page by itself: a page break at its start would say it twice.
    return [
        Stretch(tuple(own[1:] if place and isinstance(own[0], PageBreak) else own), wide)
        for place, (wide, own) in enumerate(kept)
    ]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The links to the headers and footers of upright and of sideways pages."""

    header: str
    footer: str
    wide_header: str
    wide_footer: str
    first_header: str
    first_footer: str


def section_properties(
    theme: Theme, furniture: Furniture, wide: bool, first: bool = False
) -> Element:
    """Return `w:sectPr`; `first` gives the section a first page with a header of its own."""
    header = furniture.wide_header if wide else furniture.header
    footer = furniture.wide_footer if wide else furniture.footer
    references = [_reference("header", "default", header), _reference("footer", "default", footer)]
    if first:
        references.insert(0, _reference("header", "first", furniture.first_header))
        references.append(_reference("footer", "first", furniture.first_footer))
    return el(
        "w:sectPr",
        *references,
        el("w:type", val="nextPage"),
        *_page(theme, wide),
        el("w:titlePg") if first else None,
    )


def plain_section(theme: Theme) -> Element:
    """Return the `w:sectPr` of upright pages without header and footer."""
    return el("w:sectPr", *_page(theme, wide=False))


def _page(theme: Theme, wide: bool) -> tuple[Element, ...]:
    """Return size, margins and columns; the margins turn with the page."""
    page = {name: mm_twips(length) for name, length in theme.page.items()}
    turned = {"top": "left", "bottom": "right", "left": "top", "right": "bottom"}
    margins = {side: page[turned[side] if wide else side] for side in turned}
    short, long = page["width"], page["height"]
    size = {"w": long, "h": short, "orient": "landscape"} if wide else {"w": short, "h": long}
    edge = mm_twips(EDGE)
    return (
        el("w:pgSz", **size),
        el("w:pgMar", **margins, header=edge, footer=edge, gutter=0),
        el("w:cols", space=708),
    )


def _reference(kind: str, type: str, id: str) -> Element:
    return el(f"w:{kind}Reference", **{"w:type": type, "r:id": id})


def close_section(elements: list[Element], properties: Element) -> None:
    """End a section after its elements: its last paragraph holds the section's properties."""
    last = elements[-1] if elements else None
    if last is None or last.tag != tag("w:p"):
        last = paragraph("SectionEnd", [])
        elements.append(last)
    set_property(last, properties)
