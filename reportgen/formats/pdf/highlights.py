"""Turn callouts and key figures into strips: what a reader in a hurry sees first.

Colour never speaks alone: every callout has its mark and its word.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from reportgen.document import Bullets, Callout, KeyFigures, Paragraph, Strong, Text, Tile
from reportgen.formats.pdf.lists import prose
from reportgen.formats.pdf.passages import Passage, Piece, tidy
from reportgen.formats.pdf.setting import Part, Setting, lines, paragraph
from reportgen.formats.pdf.strips import Box, Mark, Panel, Strip, apart, moved, together
from reportgen.formats.pdf.styles import MILLIMETRE, Style
from reportgen.formats.pdf.tree import Leaf, Node

_BAR, _INDENT, _PADDING = 2.5, 11.0, 10.0
_BELOW_LABEL = 3.0
_ACROSS, _GUTTER, _RULE = 3, 7 * MILLIMETRE, 1.8
_SHORT, _CUT = 10, 12.0
"""A callout of so many lines stays whole; what it costs to end a page inside a longer one."""


def callout(block: Callout, setting: Setting) -> Part:
    """Return a callout: a rule and a label beside a statement, or a notice on a pale ground."""
    match block.kind:
        case "strength" | "development":
            return _statement(block, setting)
        case "notice":
            return _notice(block, setting)
        case _:
            assert_never(block.kind)


def _statement(block: Callout, setting: Setting) -> Part:
    colour = setting.colour(block.kind)
    label = _label(block, replace(setting.styles.label, colour=colour), setting)
    head = apart(label.strips, 0, _BELOW_LABEL)
    body = prose(block.blocks, setting.styles.body, setting, _INDENT, setting.width - _INDENT)
    panel = Panel(0, _BAR, colour)
    strips = tuple(strip._replace(panel=panel) for strip in head + body.strips)
    return Part((Node("Div", label.nodes + body.nodes),), _hold_edges(strips))


def _label(block: Callout, style: Style, setting: Setting) -> Part:
    """Return the label of a statement; the mark before it is decoration, which nobody hears.

    Without a label the mark alone says of which kind the statement is, and is heard.
    """
    mark = setting.theme.mark[block.kind]
    if not block.label:
        return paragraph((Text(mark),), style, setting, _INDENT)
    leaf = Leaf("P")
    sign = Piece(f"{mark} ", style.bold, style.colour, None)
    words = Piece(tidy(block.label), style.bold, style.colour, leaf)
    said = Passage((sign, words), (leaf,))
    strips = lines(said, style, setting, _INDENT, setting.width - _INDENT)
    return Part((Node("P", said.kids),), strips)


def _notice(block: Callout, setting: Setting) -> Part:
    panel = Panel(0, setting.width, setting.colour("panel"))
    body = prose(
        _run_in(block), setting.styles.body, setting, _PADDING, setting.width - 2 * _PADDING
    )
    air = Strip(_PADDING * 0.8)
    strips = tuple(strip._replace(panel=panel) for strip in (air, *body.strips, air))
    return Part((Node("Div", body.nodes),), _hold_edges(strips))


def _run_in(block: Callout) -> tuple[Paragraph | Bullets, ...]:
    """Return the blocks of a notice with its label as the first words, in bold."""
    if not block.label:
        return block.blocks
    stop = "" if block.label.endswith((".", ":", "?", "!")) else "."
    label = Strong((Text(block.label + stop),))
    first, *rest = block.blocks or (Paragraph(()),)
    if isinstance(first, Paragraph):
        joined = replace(first, inlines=(label, Text(" "), *first.inlines))
        return (joined, *rest)
    return (Paragraph((label,)), first, *rest)


def _hold_edges(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Return the strips of a callout: whole if it is short, else with no edge left on its own."""
    if len(strips) <= _SHORT:
        return together(strips)
    first, *inner = (*together(strips[:4]), *strips[4:-3], *together(strips[-3:]))
    return (first, *(strip._replace(penalty=strip.penalty + _CUT) for strip in inner))


def key_figures(block: KeyFigures, setting: Setting) -> Part:
    """Return key figures as a list of tiles, three to a row."""
    nodes: list[Node] = []
    strips: list[Strip] = []
    width = (setting.width - _GUTTER * (_ACROSS - 1)) / _ACROSS
    for start in range(0, len(block.tiles), _ACROSS):
        row = block.tiles[start : start + _ACROSS]
        parts = [_tile(tile, setting, width) for tile in row]
        nodes += [node for part in parts for node in part.nodes]
        strips.append(_side_by_side([part.strips for part in parts], width + _GUTTER))
    list_ = Node("L", tuple(nodes), numbering="None")
    spaced = (strip._replace(before=12, penalty=_CUT * 10) for strip in strips[1:])
    return Part((list_,), (*strips[:1], *spaced))


def _tile(tile: Tile, setting: Setting, width: float) -> Part:
    styles = setting.styles
    number = Text(tile.number.text)
    figure = _fitted(number.text, styles.key_figure, setting, width)
    parts = [
        paragraph((number,), figure, setting, 0, width),
        paragraph(tile.what, styles.tile, setting, 0, width, even=True),
        paragraph(tile.beside, styles.small, setting, 0, width, even=True),
    ]
    rule = Strip(_RULE + 3, (Box(0, 0, width, _RULE, setting.colour("brand")),))
    strips = (rule, *(strip for part in parts for strip in part.strips))
    nodes = tuple(node for part in parts for node in part.nodes)
    return Part((Node("LI", (Node("LBody", nodes),)),), strips)


def _fitted(text: str, style: Style, setting: Setting, width: float) -> Style:
    """Return the style of a key figure, smaller if the figure would not fit on its line."""
    needed = setting.fonts.width(text, style.bold, style.size)
    if needed <= width:
        return style
    return replace(style, size=max(style.size * width / needed - 0.05, style.size * 0.5))


def _side_by_side(columns: list[tuple[Strip, ...]], step: float) -> Strip:
    """Return columns of strips as one strip."""
    marks: list[Mark] = []
    heights = [0.0]
    for place, column in enumerate(columns):
        y = 0.0
        for strip in column:
            marks += [moved(mark, place * step, y) for mark in strip.marks]
            y += strip.height
        heights.append(y)
    return Strip(max(heights), tuple(marks))
