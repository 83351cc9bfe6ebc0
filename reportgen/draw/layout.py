"""Turn a chart of any kind into its picture."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from reportgen.document import Chart
from reportgen.draw.bars import lay_out_bars
from reportgen.draw.columns import lay_out_columns
from reportgen.draw.faces import read_faces
from reportgen.draw.line import lay_out_line
from reportgen.draw.picture import Picture
from reportgen.theme import Theme

POINTS = 72 / 25.4
"""Points in a millimetre."""


def picture(chart: Chart, theme: Theme, width_mm: float, assets: Path) -> Picture:
    """Return the chart laid out, `width_mm` wide; its height fits what it shows.

    `assets` is the folder that holds `fonts`. Raises `RenderError` if a font or one of its
    characters is missing, or if there are more than four series.
    """
    faces = read_faces(theme, assets)
    width = width_mm * POINTS
    match chart.kind:
        case "line":
            return lay_out_line(chart, theme, faces, width)
        case "bars":
            return lay_out_bars(chart, theme, faces, width)
        case "columns":
            return lay_out_columns(chart, theme, faces, width)
        case _:
            assert_never(chart.kind)
