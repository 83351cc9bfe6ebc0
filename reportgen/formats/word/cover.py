"""Turn the front sheet into a cover: words in paragraphs over a decoration that says nothing.

The words are shaded in the cover's own colour, so that they stand out even where the decoration
behind them is not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import FrontSheet, Inlines, Text, plain
from reportgen.formats.word.fields import run
from reportgen.formats.word.inlines import words
from reportgen.formats.word.metrics import LINE, lines
from reportgen.formats.word.pen import Pen
from reportgen.formats.word.prose import paragraph, set_property
from reportgen.formats.word.shapes import Shape, behind_text
from reportgen.formats.word.style import text_width
from reportgen.formats.word.xml import Element, el, twips

FIELDS_AT = 196.0
"""Where the fields begin on the page, in millimetres, unless there are too many of them."""
GAP = 20.0
"""The white between the colour and the fields: a title may lose or gain a line in it."""
AIR = 20.0
"""The white below the fields of a committee paper, in points."""
PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Bars:
    """Where the cover's bars stand, in millimetres: the report's own figures, as decoration."""

    width: float = 5.4
    step: float = 8.0
    tallest: float = 42.0


def cover(pen: Pen, sheet: FrontSheet) -> list[Element]:
    """Return the paragraphs of the cover, or of the front sheet of a committee paper.

    A cover has a decoration, anchored to its first paragraph.
    """
    document = pen.document
    name = words(pen, "cover.organisation", (Text(document.organisation),))
    title = words(pen, "cover.title", (Text(document.title),))
    made = [paragraph("CoverOrganisation", name), paragraph("Title", title)]
    if document.subtitle:
        made.append(paragraph("Subtitle", words(pen, "cover.subtitle", (Text(document.subtitle),))))
    fields = [_field(pen, *field) for field in sheet.fields]
    if pen.covered:
        _decorate(pen, sheet, made[0], fields)
    elif fields:
        set_property(fields[-1], el("w:spacing", after=twips(AIR)))
    return made + fields


def _decorate(pen: Pen, sheet: FrontSheet, first: Element, fields: list[Element]) -> None:
    """Put the decoration behind the title and the fields below it."""
    lowest = pen.theme.page["height"] - pen.theme.page["bottom"]
    start = min(FIELDS_AT, lowest - _height(pen, sheet))
    drawing = behind_text(pen.next_drawing(), "Cover", _shapes(pen, sheet, start - GAP))
    first.insert(1, drawing)
    if fields:
        before = max(start / PT - _end_of_words(pen), 24)
        set_property(fields[0], el("w:spacing", before=twips(before)))


def _field(pen: Pen, name: str, said: Inlines) -> Element:
    label = run(f"{name}\t", el("w:rStyle", val="CoverLabel"))
    return paragraph("CoverField", [label, *words(pen, f"cover.field.{name}", said)])


def _height(pen: Pen, sheet: FrontSheet) -> float:
    """Return the height of the fields in millimetres."""
    size = pen.document.body_size
    room = text_width(pen.theme) - 118
    rows = [lines(plain(said), size, room) for _, said in sheet.fields]
    return PT * sum(count * size * LINE * 1.1 + 5 for count in rows)


def _end_of_words(pen: Pen) -> float:
    """Return how far down the page the title and subtitle reach, in points."""
    size, document, room = pen.theme.size, pen.document, text_width(pen.theme)
    title = lines(document.title, size["title"], room, bold=True)
    end = pen.theme.page["top"] / PT + 14 * LINE + 96 + title * size["title"] * LINE * 1.05
    if document.subtitle:
        end += 30 + lines(document.subtitle, size["subtitle"], room) * size["subtitle"] * LINE * 1.1
    return end


def _shapes(pen: Pen, sheet: FrontSheet, height: float) -> list[Shape]:
    """Return the rectangle of colour and the bars that stand on its lower edge."""
    bars = Bars()
    page = pen.theme.page
    ground = pen.theme.colour["ground"]
    left = page["width"] - page["right"] - bars.step * len(sheet.decoration)
    shapes = [Shape(0, 0, page["width"], height, pen.theme.colour["brand"])]
    for place, share in enumerate(sheet.decoration):
        tall = max(share * bars.tallest, 1.0)
        x = left + place * bars.step
        shapes.append(Shape(x, height - tall, bars.width, tall, ground, opacity=0.25))
    return shapes
