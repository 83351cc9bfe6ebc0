"""Turn key figures into a table of tiles, three to a row, each read as a whole.

All are of one width, and the last ends where the text of the page does.
"""

from __future__ import annotations

from reportgen.document import KeyFigures, Number, Tile
from reportgen.formats.word.block_styles import GUTTER
from reportgen.formats.word.inlines import words
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import paragraph, set_property
from reportgen.formats.word.style import text_width
from reportgen.formats.word.tables import cell
from reportgen.formats.word.xml import Element, el, twips

ACROSS = 3


def key_figures(pen: Pen, block: KeyFigures) -> list[Element]:
    """Return the table of tiles."""
    room, gutter = twips(text_width(pen.theme)), twips(GUTTER)
    own = (room - gutter * (ACROSS - 1)) // ACROSS
    widths = [own + gutter] * (ACROSS - 1)
    widths.append(room - sum(widths))
    made = el(
        "w:tbl",
        _properties(block, room),
        el("w:tblGrid", *(el("w:gridCol", w=own) for own in widths)),
    )
    for start in range(0, len(block.tiles), ACROSS):
        row = el("w:tr", el("w:trPr", el("w:cantSplit")))
        tiles = block.tiles[start : start + ACROSS]
        for place, width in enumerate(widths):
            tile = tiles[place] if place < len(tiles) else None
            key = f"{block.id}.{start + place + 1}"
            inside = _tile(pen, tile, key) if tile else [paragraph("Normal", [])]
            if tile and place == ACROSS - 1:
                for element in inside:
                    set_property(element, el("w:ind", right=0))
            row.append(cell(width, inside))
        made.append(row)
    return [made]


def _properties(block: KeyFigures, room: int) -> Element:
    look = {"firstRow": 0, "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
    return el(
        "w:tblPr",
        el("w:tblStyle", val="KeyFigures"),
        el("w:tblW", w=room, type="dxa"),
        el("w:tblLayout", type="fixed"),
        el("w:tblLook", val="0600", **look, noHBand=1, noVBand=1),
        el("w:tblCaption", val="Key figures"),
        el("w:tblDescription", val=_description(len(block.tiles))),
    )


def _description(count: int) -> str:
    """Return what tells a listener how to read the tiles, which are read out themselves."""
    figures = f"Key figures: {count}. What a figure counts stands under it in its cell."
    spare = -count % ACROSS
    cells = "The last cell is" if spare == 1 else f"The last {spare} cells are"
    return f"{figures} {cells} empty." if spare else figures


def _tile(pen: Pen, tile: Tile, key: str) -> list[Element]:
    number: tuple[Number, ...] = (tile.number,)
    lines = [
        paragraph("KeyFigure", words(pen, key, number)),
        paragraph("KeyFigureWords", words(pen, f"{key}.what", tile.what)),
    ]
    if tile.beside:
        beside = words(pen, f"{key}.beside", tile.beside)
        lines.append(paragraph("KeyFigureBeside", beside))
    return lines
