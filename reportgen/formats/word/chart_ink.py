"""Turn colours, lines and words of a chart into DrawingML.

A colour of the report's roles is a slot of Word's theme, so that a chart follows the theme.
"""

from __future__ import annotations

from typing import Literal

from reportgen.draw.strands import Strand
from reportgen.formats.word.theme_part import SLOTS
from reportgen.formats.word.xml import Element, el, hex_colour
from reportgen.theme import Theme

PT = 12700
"""English Metric Units in a point."""


def paint(theme: Theme, colour: str) -> Element:
    """Return a fill in a colour: the slot of the theme that holds it, or the colour itself."""
    slots = [slot for slot, name in SLOTS.items() if theme.colour[name] == colour]
    chosen = next((slot for slot in slots if slot.startswith("accent")), "")
    if chosen:
        return el("a:solidFill", el("a:schemeClr", val=chosen))
    return el("a:solidFill", el("a:srgbClr", val=hex_colour(colour)))


def bar_fill(theme: Theme, strand: Strand) -> Element:
    """Return the fill of a strand's bars: its colour, or half as strong."""
    fill = paint(theme, strand.colour)
    if strand.fill != strand.colour:
        fill[0].extend((el("a:lumMod", val=50000), el("a:lumOff", val=50000)))
    return fill


def line(theme: Theme, colour: str, width: float, dashed: bool = False) -> Element:
    """Return a line `width` points wide."""
    return el(
        "a:ln",
        paint(theme, colour),
        el("a:prstDash", val="sysDash" if dashed else "solid"),
        el("a:round"),
        w=round(width * PT),
        cap="rnd" if not dashed else "flat",
    )


def no_line() -> Element:
    """Return the line that is not drawn."""
    return el("a:ln", el("a:noFill"))


def marker(theme: Theme, strand: Strand, hollow: bool) -> Element:
    """Return the round marker of a point; a hollow one is filled with the ground."""
    fill = paint(theme, theme.colour["ground"] if hollow else strand.colour)
    edge = line(theme, strand.colour, 1.5)
    return el(
        "c:marker",
        el("c:symbol", val="circle"),
        el("c:size", val=5),
        el("c:spPr", fill, edge),
    )


def words(theme: Theme, colour: str, bold: bool = False, size: float | None = None) -> Element:
    """Return the look of text in a chart, never broken over lines by itself."""
    look = el(
        "a:defRPr",
        paint(theme, colour),
        el("a:latin", typeface=theme.face["word"]),
        sz=round((size or theme.size["chart"]) * 100),
        b=int(bold),
    )
    return el(
        "c:txPr",
        el("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr"),
        el("a:lstStyle"),
        el("a:p", el("a:pPr", look), el("a:endParaRPr", lang="en-GB")),
    )


Position = Literal["t", "b", "l", "r", "outEnd", "inEnd", "ctr"]


def label(
    look: Element,
    position: Position,
    value: bool,
    name: bool,
    index: int | None = None,
    shift: tuple[float, float] = (0.0, 0.0),
) -> list[Element]:
    """Return what a data label says, in the order of the schema.

    With an `index` it is the label of one point; `shift` moves it by shares of the chart.
    """
    made: list[Element] = []
    if index is not None:
        made.append(el("c:idx", val=index))
        if any(shift):
            moved = el("c:manualLayout", el("c:x", val=shift[0]), el("c:y", val=shift[1]))
            made.append(el("c:layout", moved))
    made += [el("c:spPr", el("a:noFill"), no_line()), look]
    made.append(el("c:dLblPos", val=position))
    for what, shown in (
        ("showLegendKey", False),
        ("showVal", value),
        ("showCatName", False),
        ("showSerName", name),
        ("showPercent", False),
        ("showBubbleSize", False),
    ):
        made.append(el(f"c:{what}", val=int(shown)))
    if name and value:
        made.append(el("c:separator", "  "))
    return made


def no_leaders() -> Element:
    """Return what keeps lines from being drawn to labels that were moved."""
    leaders = el("c15:showLeaderLines", val=0)
    extension = el("c:ext", leaders, uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}")
    return el("c:extLst", extension)
