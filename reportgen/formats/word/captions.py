"""Turn captions, notes and sources into what stands above and under a table or figure."""

from __future__ import annotations

from reportgen.document import Caption, Chart, Table
from reportgen.formats.word.fields import field, run
from reportgen.formats.word.inlines import words
from reportgen.formats.word.pen import Pen, caption_mark
from reportgen.formats.word.prose import paragraph, set_property
from reportgen.formats.word.xml import Element, el


def caption(pen: Pen, block: Table | Chart) -> list[Element]:
    """Return "Figure 3: ", counted by a field, with the title; then the subtitle.

    Both stay with what follows, whatever the style of a council's template says.
    """
    given = block.caption
    style = "Caption" if given.label == "Figure" else "TableCaption"
    title = words(pen, f"{block.id}.title", given.title)
    kept = el("w:keepNext")
    made = [paragraph(style, [*_name(pen, block.id, given), *title], kept)]
    if given.subtitle:
        subtitle = words(pen, f"{block.id}.subtitle", given.subtitle)
        made.append(paragraph("CaptionNote", subtitle, el("w:keepNext")))
    return made


def _name(pen: Pen, id: str, given: Caption) -> list[Element]:
    if not given.number:
        return []
    number = field(f"SEQ {given.label} \\* ARABIC", [run(str(given.number))])
    name = pen.mark(caption_mark(id), [run(f"{given.label} "), *number])
    return [*name, run(": ")] if given.title else name


def underneath(pen: Pen, block: Table | Chart) -> list[Element]:
    """Return the notes and the source, kept on one page."""
    lines = [(f"{block.id}.note.{n}", note) for n, note in enumerate(block.notes, start=1)]
    if block.source:
        lines.append((f"{block.id}.source", block.source))
    made = [paragraph("Source", words(pen, key, said)) for key, said in lines]
    for element in made[:-1]:
        set_property(element, el("w:keepNext"))
    return made
