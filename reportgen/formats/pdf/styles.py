"""Turn a theme into the text styles and the measures of a page, all in points.

Text grows with the size a report asks for; headings and the cover do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.theme import Theme

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: its face, size, distance between lines, colour."""

    size: float
    leading: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of a sheet: its size and its margins."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Frame:
        """Return the same sheet lying on its side."""
        return Frame(self.height, self.width, self.left, self.right, self.top, self.bottom)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style that the pages use."""

    frame: Frame
    body: Style
    lead: Style
    small: Style
    chapter: Style
    section: Style
    subsection: Style
    caption: Style
    subtitle: Style
    cell: Style
    cell_header: Style
    cell_bold: Style
    key_figure: Style
    tile: Style
    label: Style
    running: Style
    compact: Style

    def heading(self, level: int) -> Style:
        """Return the style of a heading of level 1 to 3."""
        return (self.chapter, self.section, self.subsection)[level - 1]


def frame_of(theme: Theme) -> Frame:
    """Return the upright sheet of a theme."""
    page = {name: length * MILLIMETRE for name, length in theme.page.items()}
    return Frame(**{name: page[name] for name in Frame.__dataclass_fields__})


def styles_of(theme: Theme, body_size: float) -> Styles:
    """Return the styles of a theme for a report whose running text has a size in points."""
    size, colour = theme.size, theme.colour
    grow = body_size / size["body"]
    text, muted, brand = colour["text"], colour["muted"], colour["brand"]
    table, small = size["table"] * grow, size["small"] * grow
    lines = theme.leading["table"] * grow
    return Styles(
        frame=frame_of(theme),
        body=Style(body_size, theme.leading["body"] * grow, text),
        lead=Style(body_size + 2, theme.leading["body"] * grow + 2.5, text),
        small=Style(small, small * 1.38, muted),
        chapter=Style(size["chapter"], size["chapter"] * 1.2, brand, bold=True),
        section=Style(size["section"], size["section"] * 1.3, brand, bold=True),
        subsection=Style(size["subsection"], size["subsection"] * 1.3, text, bold=True),
        caption=Style(size["caption"], size["caption"] * 1.28, text, bold=True),
        subtitle=Style(small, small * 1.38, muted),
        cell=Style(table, lines, text),
        cell_header=Style(table - 0.5, lines, brand, bold=True),
        cell_bold=Style(table, lines, text, bold=True),
        key_figure=Style(size["key_figure"], size["key_figure"] * 1.15, brand, bold=True),
        tile=Style(table, lines, text),
        label=Style(small, small * 1.45, text, bold=True),
        running=Style(8.5, 11, muted),
        compact=Style(table, table * 1.27, text),
    )
