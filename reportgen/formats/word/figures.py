"""Turn charts into figures: caption, chart with its alternative text, source and notes.

Where a table has its figures, the chart leads there, as it does in the PDF.
"""

from __future__ import annotations

from typing import assert_never

from reportgen.document import Chart, Number
from reportgen.draw import draw_png, draw_svg, picture
from reportgen.formats.word.captions import caption, underneath
from reportgen.formats.word.chart_native import native
from reportgen.formats.word.pen import MAIN, Pen, caption_mark
from reportgen.formats.word.prose import paragraph
from reportgen.formats.word.shapes import Aim, inline
from reportgen.formats.word.shapes import picture as picture_graphic
from reportgen.formats.word.style import text_width
from reportgen.formats.word.xml import Element

DPI = 200
MM = 25.4 / 72


def figure(pen: Pen, block: Chart) -> list[Element]:
    """Return the caption, the chart, its source and its notes."""
    said = tuple(
        point.number
        for series in block.series
        for point in series.points
        if isinstance(point.number, Number)
    )
    content = pen.identify(f"{block.id}.chart", [_chart(pen, block)], said)
    return [*caption(pen, block), paragraph("Figure", content), *underneath(pen, block)]


def _chart(pen: Pen, block: Chart) -> Element:
    match pen.charts:
        case "native":
            return native(pen, block, _aim(pen, block))
        case "picture":
            return _picture(pen, block, _aim(pen, block))
        case _:
            assert_never(pen.charts)


def _aim(pen: Pen, block: Chart) -> Aim | None:
    """Return the first table that has the figures of a chart; None if none has.

    The link says that it leads out of the file, though it does not: some readers look for a part
    of the name of any other.
    """
    found = next((table for table in block.tables if table.target in pen.names), None)
    return Aim(pen.link(f"#{caption_mark(found.target)}"), found.label) if found else None


def _picture(pen: Pen, block: Chart, aim: Aim | None) -> Element:
    """Return a run with the chart as SVG, and as PNG for readers that know no SVG."""
    width = text_width(pen.theme) * MM
    laid_out = picture(block, pen.theme, width, pen.assets)
    number = pen.next_drawing()
    png = draw_png(block, pen.theme, width, pen.assets, DPI)
    svg = draw_svg(block, pen.theme, width, pen.assets)
    links = [_media(pen, f"chart{number}.png", png), _media(pen, f"chart{number}.svg", svg)]
    name = block.caption.name
    size = (laid_out.width * MM, laid_out.height * MM)
    graphic = picture_graphic(links[0], links[1], number, name, size)
    return inline(number, name, block.alt, size, graphic, aim)


def _media(pen: Pen, name: str, data: bytes) -> str:
    pen.package.add(f"word/media/{name}", data)
    return pen.package.relate(MAIN, "image", f"word/media/{name}")
