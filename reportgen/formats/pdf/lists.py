"""Turn lists into strips: a mark in the margin, the words beside it, inner lists further in."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Block, Bullets, Item, Paragraph, Text
from reportgen.formats.pdf.setting import Part, Setting, lines, paragraph, words
from reportgen.formats.pdf.strips import Strip, apart
from reportgen.formats.pdf.styles import Style
from reportgen.formats.pdf.tree import Leaf, Node

_MARKS = ("•", "–")


def bullets(
    block: Bullets, style: Style, setting: Setting, x: float, width: float, depth: int = 0
) -> Part:
    """Return a list as one L element, an item beginning on a new line."""
    nodes: list[Node] = []
    strips: list[Strip] = []
    step = style.size * (1.9 if block.ordered else 1.4)
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.ordered else _MARKS[min(depth, len(_MARKS) - 1)]
        part = _item(item, mark, style, setting, (x, step, width), depth)
        nodes += part.nodes
        strips += apart(part.strips, 0 if number == 1 else style.size * 0.3, 0)
    node = Node("L", tuple(nodes), numbering="Decimal" if block.ordered else "Disc")
    return Part((node,), tuple(strips))


def _item(
    item: Item,
    mark: str,
    style: Style,
    setting: Setting,
    place: tuple[float, float, float],
    depth: int,
) -> Part:
    x, step, width = place
    label = words((Text(mark),), style, setting, "Lbl")
    said = words(item.inlines, style, setting, "LBody")
    strips = lines(said, style, setting, x + step, width - step)
    head = lines(label, style, setting, x, step)[0]
    if strips:
        strips = (strips[0]._replace(marks=head.marks + strips[0].marks), *strips[1:])
    else:
        strips = (head,)
    body: tuple[Node | Leaf, ...] = said.kids
    if item.inner and item.inner.items:
        inner = bullets(item.inner, style, setting, x + step, width - step, depth + 1)
        body += inner.nodes
        strips += apart(inner.strips, style.size * 0.3, 0)
    return Part((Node("LI", (Node("Lbl", label.kids), Node("LBody", body))),), strips)


def prose(
    blocks: tuple[Paragraph | Bullets, ...],
    style: Style,
    setting: Setting,
    x: float,
    width: float,
) -> Part:
    """Return paragraphs and lists in a style, one under the other."""
    nodes: tuple[Node, ...] = ()
    strips: tuple[Strip, ...] = ()
    for place, block in enumerate(blocks):
        if isinstance(block, Bullets):
            if not block.items:
                continue
            part = bullets(block, style, setting, x, width)
        else:
            part = paragraph(block.inlines, style, setting, x, width)
            part = led(part, blocks[place + 1 : place + 2])
        nodes += part.nodes
        strips += apart(part.strips, style.leading * 0.4 if strips else 0, 0)
    return Part(nodes, strips)


def led(part: Part, following: Sequence[Block]) -> Part:
    """Return a paragraph; its last line stays with the list that it leads into, if one follows."""
    if not part.strips or not (following and isinstance(following[0], Bullets)):
        return part
    return Part(part.nodes, (*part.strips[:-1], part.strips[-1]._replace(keep=True)))
