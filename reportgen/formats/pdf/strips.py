"""Hold a document as strips of a known height that follow one another down the pages.

A strip is never cut. It is a line of text, a row of a table, a chart, or a bit of air; what it
paints is measured from its own top left corner, downwards, in points. The rules for where a page
may end are on the strips, so that one small loop (see `pages`) can cut any document into pages.
A report has ten thousand of them and of their marks: hence tuples, the quickest things to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportgen.formats.pdf.drawings import Drawing
from reportgen.formats.pdf.fonts import Font
from reportgen.formats.pdf.tree import Leaf

FORBIDDEN = 10_000.0
"""The cost of a break that is made only when a page could not be filled otherwise."""

Sheet = Literal["cover", "portrait", "landscape"]


class Run(NamedTuple):
    """Text of one face on one line. Its leaf is None if it belongs to the page, not the document.

    With `page_of` the text is the page on which a block stands, known only once the pages are;
    with `end` the text ends at x instead of beginning there.
    """

    x: float
    y: float
    text: str
    font: Font
    size: float
    colour: str
    leaf: Leaf | None
    page_of: str = ""
    end: bool = False


class Box(NamedTuple):
    """A filled rectangle: a rule, a panel, a bar. Decoration, so never part of the tree."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Plate(NamedTuple):
    """A chart, whole, that belongs to a figure."""

    x: float
    y: float
    drawing: Drawing
    leaf: Leaf


Mark = Run | Box | Plate


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A ground or a rule that runs behind consecutive strips, through the gaps between them."""

    x: float
    width: float
    colour: str


class Strip(NamedTuple):
    """A slice of the document that is never cut.

    `before` and `after` are the air above and below; between two strips the larger counts, at the
    top of a page neither. `keep` holds the next strip on the same page; `penalty` is the cost of a
    page that begins here. `header` is repeated above the strip when a page begins with it. A
    `heading` should have more than a line or two below it on its page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0
    after: float = 0
    keep: bool = False
    penalty: float = 0
    header: tuple[Strip, ...] = ()
    names: tuple[str, ...] = ()
    panel: Panel | None = None
    sheet: Sheet = "portrait"
    new_page: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the contents and the bookmarks show it."""

    level: int
    text: str
    block: str


def together(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Return the strips with no page ending between them."""
    return (*(strip._replace(keep=True) for strip in strips[:-1]), *strips[-1:])


def kept_with_next(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """Return the strips with no page ending between them nor after them."""
    return tuple(strip._replace(keep=True) for strip in strips)


def named(strips: tuple[Strip, ...], *names: str) -> tuple[Strip, ...]:
    """Return the strips with the first one as the place of some block ids."""
    wanted = tuple(name for name in names if name)
    if not strips or not wanted:
        return strips
    return (strips[0]._replace(names=strips[0].names + wanted), *strips[1:])


def apart(strips: tuple[Strip, ...], before: float, after: float) -> tuple[Strip, ...]:
    """Return the strips with air above the first and below the last."""
    if strips and before > strips[0].before:
        first = strips[0]
        first = Strip._make(
            (first.height, first.marks, before, *first[3:])
        )  # done a thousand times
        strips = (first, *strips[1:])
    if strips and after > strips[-1].after:
        strips = (*strips[:-1], strips[-1]._replace(after=after))
    return strips


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return a mark shifted to the right and down."""
    if isinstance(mark, Run):  # most marks are; spelt out, it takes a third of the time
        return Run(
            mark.x + x,
            mark.y + y,
            mark.text,
            mark.font,
            mark.size,
            mark.colour,
            mark.leaf,
            mark.page_of,
            mark.end,
        )
    return mark._replace(x=mark.x + x, y=mark.y + y)


def as_decoration(strip: Strip) -> Strip:
    """Return a strip that paints the same and means nothing: a table's header on a later page."""
    marks = tuple(
        mark._replace(leaf=None) if isinstance(mark, Run) else mark for mark in strip.marks
    )
    return strip._replace(marks=marks, names=())
