"""Turn callouts into paragraphs with a bar or a panel; colour is never their only sign.

A short one stays on one page, and a longer one is parted with some lines on either side.
"""

from __future__ import annotations

from copy import deepcopy
from typing import assert_never

from reportgen.document import Bullets, Callout, Inlines, Paragraph, Strong, Text
from reportgen.formats.word.block_styles import INSET, callout_bar
from reportgen.formats.word.fields import run
from reportgen.formats.word.metrics import lines
from reportgen.formats.word.numbering import Where
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import bullets, keep_with_list, paragraph, prose, set_property
from reportgen.formats.word.style import text_width
from reportgen.formats.word.styles_part import border_element
from reportgen.formats.word.xml import Element, el, tag

SHORT = 10
"""A callout of so many lines, with its label or the air around it, is kept whole."""
LEAST = 3
"""So many lines of a longer one stand before a page ends inside it, and as many after."""


def callout(pen: Pen, block: Callout) -> list[Element]:
    """Return the label and the paragraphs of a callout."""
    match block.kind:
        case "notice":
            return _held(pen, _inside(pen, block, "Notice", _notice_opening(block.label)), air=2)
        case "strength" | "development":
            label = [run(label_of(pen, block))]
            style = block.kind.capitalize()
            made = [paragraph(f"{style}Label", label), *_inside(pen, block, style, ())]
            return _held(pen, _apart(pen, made, pen.theme.colour[block.kind]), label=1)
        case _:
            assert_never(block.kind)


def label_of(pen: Pen, block: Callout) -> str:
    """Return the mark of the kind and the label."""
    return f"{pen.theme.mark[block.kind]} {block.label}".rstrip()


def _apart(pen: Pen, made: list[Element], colour: str) -> list[Element]:
    """Keep the bar of every second callout from running into that of the one before.

    Bars of paragraphs in a row are joined where they are alike; an eighth of a point tells them
    apart and nobody sees it.
    """
    if pen.next_callout() % 2 == 0:
        bar = border_element(callout_bar(colour, thicker=0.125))
        for element in made:
            set_property(element, el("w:pBdr", deepcopy(bar)))
    return made


def _held(pen: Pen, made: list[Element], label: int = 0, air: int = 0) -> list[Element]:
    """Keep a short callout on one page, and of a longer one as much as may not stand alone."""
    counts = [_lines(pen, element) for element in made]
    whole = sum(counts) + air <= SHORT
    for place, element in enumerate(made[:-1], start=1):
        above, below = sum(counts[label:place]), sum(counts[place:])
        if whole or min(above, below) < LEAST:
            set_property(element, el("w:keepNext"))
    return made


def _lines(pen: Pen, element: Element) -> int:
    """Return about how many lines a paragraph of a callout takes."""
    text = "".join(own.text or "" for own in element.iter(tag("w:t")))
    return lines(text, pen.document.body_size, text_width(pen.theme) - INSET)


def _notice_opening(label: str) -> Inlines:
    if not label:
        return ()
    ending = "" if label.endswith((".", ":", "?", "!")) else "."
    return (Strong((Text(label + ending),)), Text(" "))


def _inside(pen: Pen, block: Callout, style: str, opening: Inlines) -> list[Element]:
    made: list[Element] = []
    for place, inner in enumerate(block.blocks, start=1):
        key = f"{block.id}.{place}"
        match inner:
            case Paragraph(inlines):
                words = Paragraph((*opening, *inlines), inner.id)
                made += prose(pen, words, style, key)
                keep_with_list(made, block.blocks[place : place + 1])
            case Bullets():
                if opening:
                    made += prose(pen, Paragraph(opening), style, f"{key}.label")
                where: Where = "notice" if style == "Notice" else "callout"
                made += bullets(pen, inner, where, f"{style}List", key)
            case _:
                assert_never(inner)
        opening = ()
    return made
