"""Turn a chart into strips: its caption, its drawing as a figure with words for it, its source.

Where a table has its figures, the drawing leads there: its words name the table, and who hears them
has no other way to it.
"""

from __future__ import annotations

from reportgen.document import Chart
from reportgen.formats.pdf.captions import caption, footing
from reportgen.formats.pdf.setting import Part, Setting
from reportgen.formats.pdf.strips import Plate, Strip, kept_with_next, named
from reportgen.formats.pdf.styles import MILLIMETRE
from reportgen.formats.pdf.tree import Destination, Leaf, Node


def chart(block: Chart, setting: Setting) -> Part:
    """Return a chart that stays on one page with its caption and source."""
    above = caption(block.caption, setting, setting.width)
    below = footing(block.notes, block.source, block.id, setting, setting.width)
    drawing = setting.draw(block, setting.width / MILLIMETRE)
    aim = next((Destination(table.label, block=table.target) for table in block.tables), None)
    leaf = Leaf("Figure", aim)
    figure = Node("Figure", (leaf,), alt=block.alt)
    if aim:
        figure = Node("Link", (figure, Leaf("Link", aim)))
    picture = (Strip(drawing.height, (Plate(0, 0, drawing, leaf),)),)
    middle = kept_with_next(picture) if below.strips else picture
    group = Node("Div", (*above.nodes, figure, *below.nodes))
    return Part((group,), named(above.strips + middle + below.strips, block.id))
