"""Turn callouts into paragraphs with a bar or a panel; colour is never their only sign."""

from __future__ import annotations

from copy import deepcopy
from typing import assert_never

from reportgen.document import Bullets, Callout, Inlines, Paragraph, Strong, Text
from reportgen.formats.word.block_styles import callout_bar
from reportgen.formats.word.fields import run
from reportgen.formats.word.numbering import Where
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import bullets, keep_with_list, paragraph, prose, set_property
from reportgen.formats.word.styles_part import border_element
from reportgen.formats.word.xml import Element, el


def callout(pen: Pen, block: Callout) -> list[Element]:
    """Return the label and the paragraphs of a callout."""
    match block.kind:
        case "notice":
            return _inside(pen, block, "Notice", _notice_opening(block.label))
        case "strength" | "development":
            label = [run(label_of(pen, block))]
            style = block.kind.capitalize()
            made = [paragraph(f"{style}Label", label), *_inside(pen, block, style, ())]
            return _apart(pen, made, pen.theme.colour[block.kind])
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
