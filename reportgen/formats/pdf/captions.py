"""Turn what stands above and below a table or figure into strips: caption, notes, source."""

from __future__ import annotations

from reportgen.document import Caption, Inlines, Text, plain
from reportgen.formats.pdf.setting import Part, Setting, lines, paragraph, words
from reportgen.formats.pdf.strips import Strip, apart, kept_with_next, together
from reportgen.formats.pdf.tree import Node


def caption(block: Caption, setting: Setting, width: float) -> Part:
    """Return a caption as one element: name and message in bold, what it measures in grey."""
    style = setting.styles.caption
    name = block.name if block.number else ""
    gap = ": " if name and block.title else ""
    title = words((Text(name + gap), *block.title), style, setting, "P")
    strips = lines(title, style, setting, 0, width, even=True)
    kids = (Node("P", title.kids),) if title.pieces else ()
    subtitle = paragraph(block.subtitle, setting.styles.subtitle, setting, 0, width, even=True)
    strips += apart(subtitle.strips, 1.5, 0)
    return Part((Node("Caption", kids + subtitle.nodes),), kept_with_next(apart(strips, 0, 6)))


def footing(
    notes: tuple[Inlines, ...], source: Inlines, id: str, setting: Setting, width: float
) -> Part:
    """Return the notes and the source under a table or figure, in small grey type."""
    nodes: list[Node] = []
    strips: tuple[Strip, ...] = ()
    for number, note in enumerate(notes, 1):
        said = words(note, setting.styles.small, setting, "Note")
        if said.pieces:
            nodes.append(Node("Note", said.kids, id=f"note-{id}-{number}"))
            strips += apart(lines(said, setting.styles.small, setting, 0, width), 2, 0)
    if source:
        lead = () if plain(source).startswith("Source") else (Text("Source: "),)
        part = paragraph((*lead, *source), setting.styles.small, setting, 0, width)
        nodes += part.nodes
        strips += apart(part.strips, 2, 0)
    return Part(tuple(nodes), together(apart(strips, 6, 0)))
