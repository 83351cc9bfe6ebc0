"""Figures and files: what is laid out is what is drawn, the same every time."""

from __future__ import annotations

import struct
from itertools import combinations
from pathlib import Path
from types import ModuleType

import matplotlib
import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from reportgen.document import Band, Chart
from reportgen.draw import draw_png, draw_svg, figure, picture
from reportgen.draw.picture import Words
from reportgen.theme import Theme

KINDS = ("line", "bars", "columns")


def example(charts: ModuleType, kind: str) -> Chart:
    rows = (
        charts.series("ours", [55.0, 55.1, 58.0, 59.0], hollow=2),
        charts.series("neighbours", [49.4, 49.1, 52.3, 53.3], hollow=2),
        charts.series("england", [46.6, 46.7, 50.2, 50.9], hollow=2),
    )
    joined = (True, False, False) if kind == "line" else ()
    bands = (Band(2, 3, "grades awarded differently"),) if kind == "line" else ()
    return charts.chart(kind, charts.YEARS[1:], *rows, joined=joined, bands=bands)


@pytest.mark.parametrize("kind", KINDS)
def test_a_figure_is_as_large_as_its_picture(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = example(charts, kind)
    laid_out = picture(chart, theme, 166, assets)
    drawn = figure(chart, theme, 166, assets)
    assert drawn.get_size_inches() * 25.4 == pytest.approx((166, laid_out.height / 72 * 25.4))
    assert not drawn.axes


@pytest.mark.parametrize("kind", KINDS)
def test_drawn_texts_do_not_touch_each_other(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    drawn = figure(example(charts, kind), theme, 166, assets, dpi=200)
    renderer = FigureCanvasAgg(drawn).get_renderer()
    texts = drawn.findobj(Text)
    boxes = [text.get_window_extent(renderer) for text in texts]
    assert len(boxes) > 10
    for one, other in combinations(boxes, 2):
        across = min(one.x1, other.x1) - max(one.x0, other.x0)
        along = min(one.y1, other.y1) - max(one.y0, other.y0)
        assert across < 1.5 or along < 1.5


def test_the_lines_of_a_figure_end_at_breaks(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    drawn = figure(example(charts, "line"), theme, 166, assets)
    lines = [artist for artist in drawn.findobj(Line2D) if "line-ours" in str(artist.get_gid())]
    assert [len(line.get_xdata()) for line in lines] == [2]


def test_the_bars_of_a_figure_begin_at_one_line(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    drawn = figure(example(charts, "bars"), theme, 166, assets)
    bars = [
        artist
        for artist in drawn.findobj(Rectangle)
        if "bar-england" in str(artist.get_gid()) and artist.get_edgecolor()[3] == 0
    ]
    (zero,) = [a for a in drawn.findobj(Line2D) if "zero" in str(a.get_gid())]
    assert len(bars) == 2
    assert {bar.get_x() for bar in bars} == {zero.get_xdata()[0]}


def test_every_word_of_the_picture_is_in_the_figure(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = example(charts, "line")
    laid_out = picture(chart, theme, 166, assets)
    wanted = [mark.text for mark in laid_out.marks if isinstance(mark, Words)]
    drawn = figure(chart, theme, 166, assets)
    assert sorted(text.get_text() for text in drawn.findobj(Text)) == sorted(wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_gives_the_same_bytes(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = example(charts, kind)
    assert draw_svg(chart, theme, 166, assets) == draw_svg(chart, theme, 166, assets)
    assert draw_png(chart, theme, 166, assets) == draw_png(chart, theme, 166, assets)


def test_an_svg_holds_no_date_and_no_text_that_needs_a_font(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    svg = draw_svg(example(charts, "line"), theme, 166, assets)
    assert etree.fromstring(svg).get("width", "").endswith("pt")
    assert b"<text" not in svg
    assert b"dc:date" not in svg


def test_a_png_has_the_asked_resolution_and_no_transparency(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    png = draw_png(example(charts, "bars"), theme, 100, assets, dpi=200)
    width, _, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert width == int(100 / 25.4 * 200)
    assert (depth, colour) == (8, 2)
    assert b"Software" not in png


def test_drawing_leaves_the_settings_of_matplotlib_alone(
    charts: ModuleType, theme: Theme, assets: Path
) -> None:
    before = dict(matplotlib.rcParams)
    draw_svg(example(charts, "line"), theme, 166, assets)
    draw_png(example(charts, "line"), theme, 166, assets)
    assert dict(matplotlib.rcParams) == before


def test_a_dollar_sign_is_no_formula(charts: ModuleType, theme: Theme, assets: Path) -> None:
    chart = charts.chart("bars", ("$x$", "a $ b"), charts.series("ours", [1.0, 2.0]))
    texts = {text.get_text() for text in figure(chart, theme, 166, assets).findobj(Text)}
    assert {"$x$", "a $ b"} <= texts
    assert draw_png(chart, theme, 166, assets)
