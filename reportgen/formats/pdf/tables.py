"""Turn a table into strips: one to a row, with thin rules and its header on every page.

A row is cut only if no page could hold it. The table is one element however many pages it takes;
a header repeated on a later page is decoration, for a reader has heard it already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.document import Column, Paragraph, Row, Table, TableCell
from reportgen.formats.pdf.captions import caption, footing
from reportgen.formats.pdf.columns import Need, column_edges
from reportgen.formats.pdf.cuts import penalties
from reportgen.formats.pdf.fit import Fit
from reportgen.formats.pdf.lists import prose
from reportgen.formats.pdf.setting import Part, Setting, lines, one_line, words
from reportgen.formats.pdf.strips import (
    FORBIDDEN,
    Box,
    Mark,
    Run,
    Strip,
    apart,
    as_decoration,
    moved,
    named,
)
from reportgen.formats.pdf.styles import MILLIMETRE, Style
from reportgen.formats.pdf.tree import Kind, Leaf, Node

_AIR = 1.5 * MILLIMETRE

_Set = Run | tuple[Strip, ...]
"""A cell as it is set: of one line its run, in its place in the row; of more its strips."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table as they stand on the page, and how its cells are set."""

    columns: tuple[Column, ...]
    edges: tuple[tuple[float, float], ...]
    width: float
    room: float


def table(block: Table, how: Fit) -> Part:
    """Return a table with its caption above and its notes and source below.

    One that no page is wide enough for is several, under one another.
    """
    made = [_table(part, found, how) for part, found in how.parts]
    strips = [apart(part.strips, 14, 14) if len(made) > 1 else part.strips for part in made]
    nodes = tuple(node for part in made for node in part.nodes)
    return Part(nodes, named(tuple(strip for part in strips for strip in part), block.id))


def _table(block: Table, found: Sequence[Need], how: Fit) -> Part:
    setting = how.setting
    frame = setting.styles.frame.turned() if how.wide else setting.styles.frame
    above = caption(block.caption, setting, frame.inner_width)
    below = footing(block.notes, block.source, block.id, setting, frame.inner_width)
    edges = column_edges(block, found, frame.inner_width)
    header_node, header = _header(block, edges, frame.inner_width, setting)
    room = frame.inner_height - header.height
    grid = _Grid(block.columns, edges, frame.inner_width, room)
    rows = [_row(row, grid, block.naming, setting) for row in block.rows]
    nodes: tuple[Node, ...] = (header_node,)  # a THead without a TBody is no table
    if rows:
        nodes = (Node("THead", nodes), Node("TBody", tuple(node for node, _ in rows)))
    stacks = [strips for _, strips in rows]
    inside = (*above.strips, header, *(strip for stack in stacks for strip in stack))
    whole = _height((*inside, *below.strips)) <= frame.inner_height
    body = _body(stacks, header, penalties(block, whole), grid, setting)
    if below.strips and body:
        body = (*body[:-1], body[-1]._replace(keep=True))
    strips = (*above.strips, header._replace(keep=True), *body, *below.strips)
    if how.wide:
        strips = tuple(strip._replace(sheet="landscape") for strip in strips)
    return Part((Node("Table", above.nodes + nodes, summary=block.summary), *below.nodes), strips)


def _height(strips: Sequence[Strip]) -> float:
    """Return the height of strips under one another with the air between them."""
    air = (max(one.after, other.before) for one, other in pairwise(strips))
    return sum(strip.height for strip in strips) + sum(air)


def _header(
    block: Table, edges: tuple[tuple[float, float], ...], width: float, setting: Setting
) -> tuple[Node, Strip]:
    """Return the header row, its words at the foot of their cells and a rule under them."""
    style = setting.styles.cell_header
    nodes, cells = [], []
    for column, (x, extent) in zip(block.columns, edges, strict=True):
        said = words(column.heading, style, setting, "TH")
        nodes.append(Node("TH", said.kids, scope="Column"))
        cells.append(lines(said, style, setting, x, extent, column.align))
    height = max((len(cell) for cell in cells), default=0) * style.leading + 2 * _AIR
    marks: list[Mark] = []
    for cell in cells:
        top = height - _AIR - len(cell) * style.leading
        marks += _stacked(cell, top)[0]
    marks.append(Box(0, height - 1, width, 1, setting.colour("brand")))
    return Node("TR", tuple(nodes)), Strip(height, tuple(marks))


def _row(row: Row, grid: _Grid, naming: int, setting: Setting) -> tuple[Node, tuple[Strip, ...]]:
    style = setting.styles.cell_bold if row.total else setting.styles.cell
    nodes: list[Node] = []
    cells: list[_Set] = []
    for place, cell in enumerate(row.cells):
        header = place < naming
        kids, made = _cell(cell, grid, place, style, setting, header)
        nodes.append(Node("TH" if header else "TD", kids, scope="Row" if header else ""))
        cells.append(made)
    strips = _row_strips(cells, grid.room, style)
    if row.total:
        line = Box(0, 0, grid.width, 0.75, setting.colour("brand"))
        strips = (strips[0]._replace(marks=(line, *strips[0].marks)), *strips[1:])
    return Node("TR", tuple(nodes)), strips


def _cell(
    cell: TableCell, grid: _Grid, place: int, style: Style, setting: Setting, header: bool
) -> tuple[tuple[Node | Leaf, ...], _Set]:
    """Return what a cell holds: a lone paragraph without an element of its own."""
    x, width = grid.edges[place]
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        inlines, align = cell.blocks[0].inlines, grid.columns[place].align
        tag: Kind = "TH" if header else "TD"
        if run := one_line(inlines, style, setting, tag, (x, width, _AIR), align):
            assert run.leaf is not None
            return (run.leaf,), run
        said = words(inlines, style, setting, tag)
        return said.kids, lines(said, style, setting, x, width, align)
    part = prose(cell.blocks, style, setting, x, width)
    return part.nodes, part.strips


def _row_strips(cells: list[_Set], room: float, style: Style) -> tuple[Strip, ...]:
    """Return a row as one strip, or line by line if it is higher than a page."""
    marks: list[Mark] = []
    foot = _AIR + style.leading
    for cell in cells:
        if isinstance(cell, Run):
            marks.append(cell)
        else:
            stacked, y = _stacked(cell, _AIR)
            marks += stacked
            foot = max(foot, y)
    if foot + _AIR <= room:
        return (Strip(foot + _AIR, tuple(marks)),)
    return _slices([_as_strips(cell, style) for cell in cells])


def _as_strips(cell: _Set, style: Style) -> tuple[Strip, ...]:
    if isinstance(cell, Run):
        return (Strip(style.leading, (moved(cell, 0, -_AIR),)),)
    return cell


def _slices(cells: list[tuple[Strip, ...]]) -> tuple[Strip, ...]:
    """Return a row line by line: the first lines of all cells, then the second ones, and so on."""
    count = max(len(cell) for cell in cells)
    slices = []
    for number in range(count):
        level = [cell[number] for cell in cells if number < len(cell)]
        gap = max(strip.before for strip in level)
        marks = tuple(moved(mark, 0, gap) for strip in level for mark in strip.marks)
        slices.append(Strip(max(strip.height for strip in level) + gap, marks))
    top, bottom = slices[0], slices[-1]
    lowered = tuple(moved(mark, 0, _AIR) for mark in top.marks)
    slices[0] = top._replace(height=top.height + _AIR, marks=lowered, keep=True)
    slices[-1] = bottom._replace(height=bottom.height + _AIR, penalty=FORBIDDEN / 2)
    return tuple(slices)


def _stacked(strips: tuple[Strip, ...], top: float) -> tuple[list[Mark], float]:
    """Return the marks of strips set under one another from a height, and where they end."""
    marks: list[Mark] = []
    y = top
    for place, strip in enumerate(strips):
        y += strip.before if place else 0
        marks += [moved(mark, 0, y) for mark in strip.marks]
        y += strip.height
    return marks, y


def _body(
    rows: list[tuple[Strip, ...]],
    header: Strip,
    costs: Sequence[float],
    grid: _Grid,
    setting: Setting,
) -> tuple[Strip, ...]:
    """Return the rows with a rule under each and with the costs of ending a page between them."""
    repeated = (as_decoration(header),)
    thin, thick = setting.colour("rule"), setting.colour("brand")
    out: list[Strip] = []
    for number, (strips, cost) in enumerate(zip(rows, costs, strict=True)):
        weight, colour = (1.0, thick) if number == len(rows) - 1 else (0.5, thin)
        for place, strip in enumerate(strips, 1):
            line = Box(0, strip.height - weight, grid.width, weight, colour)
            marks = (*strip.marks, line) if place == len(strips) else strip.marks
            penalty = max(cost, strip.penalty) if place == 1 else strip.penalty
            out.append(strip._replace(marks=marks, penalty=penalty, header=repeated))
    return tuple(out)
