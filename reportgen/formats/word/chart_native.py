"""Turn a chart into a chart part with its workbook, and into the drawing that shows it.

Word shows the chart. Other programs draw such charts each in their own way (LibreOffice 7.4
flattens them where there are more than twenty) and take the picture beside it instead.
"""

from __future__ import annotations

from reportgen.document import Chart
from reportgen.draw import picture
from reportgen.draw.picture import Picture
from reportgen.draw.strands import strands
from reportgen.formats.word.chart_bars import bar_plot_area
from reportgen.formats.word.chart_grid import Grid, grid
from reportgen.formats.word.chart_ink import no_line, words
from reportgen.formats.word.chart_lines import frame, line_plot_area
from reportgen.formats.word.chart_marks import has_band_notes, has_key
from reportgen.formats.word.chart_svg import svg
from reportgen.formats.word.chart_workbook import workbook
from reportgen.formats.word.pen import MAIN, Pen
from reportgen.formats.word.shapes import Aim, inline
from reportgen.formats.word.shapes import picture as picture_graphic
from reportgen.formats.word.style import text_width
from reportgen.formats.word.xml import NAMESPACES, Element, el, root, serialise
from reportgen.theme import Theme

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
MM = 25.4 / 72


def native(pen: Pen, chart: Chart, aim: Aim | None = None) -> Element:
    """Return a run with a chart that Word draws, that a person can edit and that leads to `aim`."""
    drawn = picture(chart, pen.theme, text_width(pen.theme) * MM, pen.assets)
    sheet = grid(chart, strands(chart, pen.theme))
    number = pen.next_drawing()
    part = f"word/charts/chart{number}.xml"
    book = f"word/embeddings/figures{number}.xlsx"
    pen.package.add(book, workbook(sheet))
    link = pen.package.relate(part, "package", book)
    height = drawn.height
    if chart.kind == "line" and sheet.columns:
        around = frame(sheet, drawn)
        height = around.height
        plot = line_plot_area(chart, sheet, around, pen.theme)
    else:
        plot = bar_plot_area(sheet, drawn, pen.theme)
    space = chart_space(plot, _legend(chart, sheet, drawn, pen.theme), pen, link)
    pen.package.add(part, serialise(space), _TYPE)
    shown = el("c:chart", **{"r:id": pen.package.relate(MAIN, "chart", part)})
    graphic = el("a:graphic", el("a:graphicData", shown, uri=NAMESPACES["c"]))
    size = (drawn.width * MM, height * MM)
    made = inline(number, chart.caption.name, chart.alt, size, graphic, aim)
    return _beside_picture(made, _picture(pen, chart, drawn, size, aim))


def _picture(
    pen: Pen, chart: Chart, drawn: Picture, size: tuple[float, float], aim: Aim | None
) -> Element:
    """Return a run with a picture of the chart, as large as the chart."""
    number = pen.next_drawing()
    part = f"word/media/chart{number}.svg"
    pen.package.add(part, svg(drawn, pen.theme.face["word"], size[1] / MM))
    link = pen.package.relate(MAIN, "image", part)
    graphic = picture_graphic(link, "", number, chart.caption.name, size)
    return inline(number, chart.caption.name, chart.alt, size, graphic, aim)


def _beside_picture(chart: Element, shown_instead: Element) -> Element:
    """Return a run that holds a chart for Word and a picture for others.

    Word takes what needs a namespace that it knows: that of ink, of which nothing is used. Programs
    that know only a few of Word's own take the fallback.
    """
    choice = el("mc:Choice", chart[0], Requires="wpi")
    return el("w:r", el("mc:AlternateContent", choice, el("mc:Fallback", shown_instead[0])))


def _legend(chart: Chart, sheet: Grid, drawn: Picture, theme: Theme) -> Element | None:
    """Return a key: of the bands below the plot, or of the series above; None if none is drawn."""
    noted = has_band_notes(drawn)
    if not noted and not has_key(drawn):
        return None
    made = el("c:legend", el("c:legendPos", val="b" if noted else "t"))
    for place in _unlisted(chart, sheet) if noted else ():
        made.append(el("c:legendEntry", el("c:idx", val=place), el("c:delete", val=1)))
    ink = words(theme, theme.colour["muted" if noted else "text"])
    made.extend((el("c:overlay", val=0), ink))
    return made


def _unlisted(chart: Chart, sheet: Grid) -> list[int]:
    """Return what a key of the bands leaves out: bands of a label already named, and the lines."""
    labels = [band.label for band in chart.bands]
    again = [at for at, label in enumerate(labels) if label in labels[:at]]
    return [*again, *range(len(labels), len(labels) + len(sheet.columns))]


def chart_space(plot: Element, legend: Element | None, pen: Pen, link: str) -> Element:
    """Return the root of a chart part; `link` leads to its workbook."""
    theme = pen.theme
    return root(
        "c:chartSpace",
        "c a r",
        el("c:date1904", val=0),
        el("c:lang", val=pen.document.language),
        el("c:roundedCorners", val=0),
        el(
            "c:chart",
            el("c:autoTitleDeleted", val=1),
            plot,
            legend,
            el("c:plotVisOnly", val=1),
            el("c:dispBlanksAs", val="gap"),
        ),
        el("c:spPr", el("a:noFill"), no_line()),
        words(theme, theme.colour["text"]),
        el("c:externalData", el("c:autoUpdate", val=0), **{"r:id": link}),
    )
