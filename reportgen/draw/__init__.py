"""Turn a chart into a picture that says the same in every format.

A chart is laid out in points by its kind, every label measured with the real font. A format paints
the picture itself, or has it drawn as a Matplotlib figure, as SVG or as PNG; only these load all of
Matplotlib. Caption, notes and source are not in the picture.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.document import Chart
from reportgen.draw.faces import read_faces
from reportgen.draw.identity import chart_key
from reportgen.draw.layout import picture
from reportgen.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["chart_key", "draw_png", "draw_svg", "figure", "picture"]


def figure(chart: Chart, theme: Theme, width_mm: float, assets: Path, dpi: float = 72) -> Figure:
    """Return the chart as a figure, `width_mm` wide; at 72 dpi its pixels are points.

    Raises `RenderError` if a font is missing or the chart has more than four series.
    """
    from reportgen.draw.paint import paint

    laid_out = picture(chart, theme, width_mm, assets)
    return paint(laid_out, read_faces(theme, assets), theme.colour["ground"], dpi)


def draw_svg(chart: Chart, theme: Theme, width_mm: float, assets: Path) -> bytes:
    """Return the chart as SVG, the same bytes for the same chart."""
    from reportgen.draw.paint import svg_bytes

    return svg_bytes(figure(chart, theme, width_mm, assets))


def draw_png(chart: Chart, theme: Theme, width_mm: float, assets: Path, dpi: float = 200) -> bytes:
    """Return the chart as PNG, the same bytes for the same chart."""
    from reportgen.draw.paint import png_bytes

    return png_bytes(figure(chart, theme, width_mm, assets, dpi))
