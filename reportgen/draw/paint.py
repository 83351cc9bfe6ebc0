"""Turn a picture into a Matplotlib figure, and a figure into the bytes of a file.

Everything is already placed: no axes, no layout engine, no pyplot. The same picture gives the same
bytes: no date, and ids that depend on the content alone.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any, Literal, assert_never

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from reportgen.draw.faces import Face, Faces
from reportgen.draw.picture import Align, Box, Dot, Mark, Picture, Stroke, Words

_ALIGN: dict[Align, Literal["left", "center", "right"]] = {
    "left": "left",
    "centre": "center",
    "right": "right",
}


def paint(picture: Picture, faces: Faces, ground: str, dpi: float = 72) -> Figure:
    """Return the picture as a figure whose artists stand in points, those at the back first."""
    size = (picture.width / 72, picture.height / 72)
    figure = Figure(figsize=size, dpi=dpi, facecolor=ground, edgecolor="none")
    points = Affine2D().scale(1 / 72) + figure.dpi_scale_trans
    for order, mark in enumerate(picture.marks):
        artist = _artist(mark, faces, points)
        artist.set_zorder(order + 1)
        artist.set_gid(f"{order} {mark.name}".replace(" ", "-"))
        figure.add_artist(artist)
    return figure


def svg_bytes(figure: Figure) -> bytes:
    """Return a figure as SVG, text as outlines so that no font is needed to show it."""
    stream = BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "reportgen", "svg.fonttype": "path"}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    return stream.getvalue()


def png_bytes(figure: Figure) -> bytes:
    """Return a figure as PNG at its own resolution."""
    canvas: Any = FigureCanvasAgg(figure)  # its methods have no types
    with matplotlib.rc_context({"text.hinting": "no_hinting"}):
        canvas.draw()
    dots = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba())
    stream = BytesIO()
    dots.convert("RGB").save(stream, "png", dpi=(figure.dpi, figure.dpi))
    return stream.getvalue()


def _artist(mark: Mark, faces: Faces, points: Transform) -> Artist:
    match mark:
        case Stroke():
            return _line(mark, points)
        case Box():
            return _rectangle(mark, points)
        case Dot():
            inner = mark.radius - mark.edge_width / 2
            return Circle(
                (mark.x, mark.y),
                inner,
                facecolor=mark.fill,
                edgecolor=mark.edge,
                linewidth=mark.edge_width,
                transform=points,
            )
        case Words():
            return _text(mark, faces, points)
        case _:
            assert_never(mark)


def _line(mark: Stroke, points: Transform) -> Line2D:
    on_and_off = tuple(length / mark.width for length in mark.dashes)
    return Line2D(
        [x for x, _ in mark.points],
        [y for _, y in mark.points],
        color=mark.colour,
        linewidth=mark.width,
        linestyle=(0, on_and_off) if on_and_off else "-",
        dash_capstyle="butt",
        solid_capstyle="round" if len(mark.points) > 2 else "butt",
        solid_joinstyle="round",
        transform=points,
    )


def _rectangle(mark: Box, points: Transform) -> Rectangle:
    inset = 0.6 if mark.edge else 0.0
    return Rectangle(
        (mark.left + inset, mark.bottom + inset),
        max(mark.right - mark.left - 2 * inset, 0.0),
        max(mark.top - mark.bottom - 2 * inset, 0.0),
        facecolor=mark.fill,
        edgecolor=mark.edge or "none",
        linewidth=2 * inset,
        transform=points,
    )


def _text(mark: Words, faces: Faces, points: Transform) -> Text:
    face = faces.bold if mark.bold else faces.regular
    return Text(
        mark.x,
        mark.y,
        mark.text,
        color=mark.colour,
        fontproperties=_properties(face),
        fontsize=mark.size,
        horizontalalignment=_ALIGN[mark.align],
        verticalalignment="baseline",
        parse_math=False,
        transform=points,
    )


@lru_cache(maxsize=16)
def _properties(face: Face) -> FontProperties:
    return FontProperties(fname=face.path, weight=face.weight)
