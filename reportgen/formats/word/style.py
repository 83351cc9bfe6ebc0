"""Hold what a named style of Word can say: the words in which the looks of a report are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.theme import Theme

CELL_AIR = 3.6
"""The air above the words of a table’s row, and as much below, in points: 2.5 mm in all."""


@dataclass(frozen=True, slots=True)
class Border:
    """A rule on one side of a paragraph: thickness and distance in points."""

    side: Literal["top", "left", "bottom", "right"]
    width: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A place that words line up at, in points from the margin; `dotted` leads the eye to it."""

    side: Literal["left", "right"]
    at: float
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A named style. Sizes, indents and spaces are points; what is None is inherited.

    `leading` is a share of single spacing, `at_least` the height of a line. `close` leaves no space
    between two paragraphs of the style. `numbering` is the list (id, level) that the style belongs
    to, `outline` its level in the document's outline, counted from 0.
    """

    id: str
    name: str
    based_on: str | None = "Normal"
    next: str | None = None
    kind: Literal["paragraph", "character"] = "paragraph"
    size: float | None = None
    bold: bool = False
    caps: bool = False
    underline: bool = False
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    at_least: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Literal["left", "right"] | None = None
    close: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[Tab, ...] = ()
    borders: tuple[Border, ...] = ()
    shade: str | None = None
    numbering: tuple[int, int] | None = None
    outline: int | None = None


def text_width(theme: Theme, landscape: bool = False) -> float:
    """Return the width of the text on a page in points."""
    page = theme.page
    width = (
        page["height"] - page["top"] - page["bottom"]
        if landscape
        else (page["width"] - page["left"] - page["right"])
    )
    return width * 72 / 25.4


def text_height(theme: Theme, landscape: bool = False) -> float:
    """Return the height of the text on a page in points."""
    page = theme.page
    height = page["width"] - page["left"] - page["right"]
    if not landscape:
        height = page["height"] - page["top"] - page["bottom"]
    return height * 72 / 25.4
