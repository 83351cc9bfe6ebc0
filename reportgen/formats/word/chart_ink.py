"""Turn colours, lines and words of a chart into DrawingML.

A colour of the report's roles is a slot of Word's theme, so that a chart follows the theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID, uuid5

from reportgen.draw.strands import Strand
from reportgen.formats.word.theme_part import SLOTS
from reportgen.formats.word.xml import Element, el, hex_colour, tag
from reportgen.theme import Theme

PT = 12700
"""English Metric Units in a point."""
_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""What Word 2013 and later know of labels."""
_FIELDS = UUID("6e1b7a52-3c0d-4f5e-9a41-52b1c0de0002")


def paint(theme: Theme, colour: str) -> Element:
    """Return a fill in a colour: the slot of the theme that holds it, or the colour itself."""
    slots = [slot for slot, name in SLOTS.items() if theme.colour[name] == colour]
    chosen = next((slot for slot in slots if slot.startswith("accent")), "")
    if chosen:
        return el("a:solidFill", el("a:schemeClr", val=chosen))
    return el("a:solidFill", el("a:srgbClr", val=hex_colour(colour)))


def bar_fill(theme: Theme, strand: Strand) -> Element:
    """Return the fill of a strand's bars: its colour, or the tint of it that is drawn."""
    fill = paint(theme, strand.colour)
    if strand.fill != strand.colour:
        pale, full = (255 - int(colour[1:3], 16) for colour in (strand.fill, strand.colour))
        kept = round(100 * pale / full) * 1000
        fill[0].extend((el("a:lumMod", val=kept), el("a:lumOff", val=100000 - kept)))
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


@dataclass(frozen=True, slots=True)
class Ink:
    """How words in a chart look; without a size they are as large as the theme's charts say."""

    theme: Theme
    colour: str
    bold: bool = False
    size: float | None = None

    def properties(self, name: str) -> Element:
        """Return the look as properties of runs: "a:defRPr", "a:rPr"."""
        return el(
            name,
            paint(self.theme, self.colour),
            el("a:latin", typeface=self.theme.face["word"]),
            lang="en-GB" if name == "a:rPr" else None,
            sz=round((self.size or self.theme.size["chart"]) * 100),
            b=int(self.bold),
        )


def words(theme: Theme, colour: str, bold: bool = False, size: float | None = None) -> Element:
    """Return the look of text in a chart, never broken over lines by itself."""
    look = Ink(theme, colour, bold, size).properties("a:defRPr")
    return el(
        "c:txPr",
        _body(),
        el("a:lstStyle"),
        el("a:p", el("a:pPr", look), el("a:endParaRPr", lang="en-GB")),
    )


def _body() -> Element:
    return el("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr")


def said(ink: Ink, lines: Sequence[str], value: str = "", key: str = "") -> Element:
    """Return the text of a label: the value, then the name in lines, as the picture has them.

    Value and name stay tied to the cells of the sheet; `key` tells the fields apart. A name in more
    than one line, and words without a value, are words and nothing else.
    """
    tied = value and len(lines) == 1
    names = [_field(ink, "SERIESNAME", line, key) if tied else _run(ink, line) for line in lines]
    paragraphs = [el("a:p", el("a:pPr", ink.properties("a:defRPr")), name) for name in names]
    if value:
        paragraphs[0].insert(1, _field(ink, "VALUE", value, key))
        paragraphs[0].insert(2, _run(ink, "  "))
    return el("c:tx", el("c:rich", _body(), el("a:lstStyle"), *paragraphs))


def _run(ink: Ink, text: str) -> Element:
    return el("a:r", ink.properties("a:rPr"), el("a:t", text))


def _field(ink: Ink, kind: str, text: str, key: str) -> Element:
    id = uuid5(_FIELDS, f"{key} {kind}")
    look = ink.properties("a:rPr")
    return el("a:fld", look, el("a:t", text), id=f"{{{str(id).upper()}}}", type=kind)


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

    With an `index` it is the label of one point; `shift` moves it by shares of the chart. `look` is
    how its words look, or the text of the label itself.
    """
    made: list[Element] = []
    if index is not None:
        made.append(el("c:idx", val=index))
        if any(shift):
            moved = el("c:manualLayout", el("c:x", val=shift[0]), el("c:y", val=shift[1]))
            made.append(el("c:layout", moved))
    ground = el("c:spPr", el("a:noFill"), no_line())
    own = look.tag == tag("c:tx")
    made += [look, ground] if own else [ground, look]
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
    if own:
        made.append(el("c:extLst", el("c:ext", el("c15:dlblFieldTable"), uri=_LABELS)))
    return made


def no_leaders() -> Element:
    """Return what keeps lines from being drawn to labels that were moved."""
    leaders = el("c15:showLeaderLines", val=0)
    return el("c:extLst", el("c:ext", leaders, uri=_LABELS))
