"""Turn lines of words into strips: what every kind of block is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportgen.document import Chart, Inlines, Text
from reportgen.formats.pdf.drawings import Drawing
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.passages import Passage, lone_text, passage
from reportgen.formats.pdf.strips import FORBIDDEN, Box, Mark, Run, Strip
from reportgen.formats.pdf.styles import Style, Styles
from reportgen.formats.pdf.text import Align, baseline, set_lines, short
from reportgen.formats.pdf.tree import Kind, Leaf, Node
from reportgen.theme import Theme

STEP = 3.3
"""How far the words of a numbered paragraph are set in, in the size of its type."""


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a block needs to be set: styles, fonts, colours, how charts are drawn."""

    styles: Styles
    fonts: Fonts
    theme: Theme
    draw: Callable[[Chart, float], Drawing]

    @property
    def width(self) -> float:
        """The width of the text on an upright page, in points."""
        return self.styles.frame.inner_width

    def colour(self, name: str) -> str:
        """Return a colour of the theme."""
        return self.theme.colour[name]


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a piece of one: its elements of the tree and its strips on the pages."""

    nodes: tuple[Node, ...]
    strips: tuple[Strip, ...]


def words(inlines: Inlines, style: Style, setting: Setting, tag: Kind) -> Passage:
    """Return the words of some inlines with their place in the tree."""
    return passage(inlines, style, tag, setting.colour("link"))


def lines(
    said: Passage,
    style: Style,
    setting: Setting,
    x: float,
    width: float,
    align: Align = "left",
    even: bool = False,
) -> tuple[Strip, ...]:
    """Return a paragraph as strips, one to a line, x points from the left and `width` wide.

    `even` makes the lines about as long as each other. No page ends after the first line or before
    the last.
    """
    found = set_lines(said.pieces, style, setting.fonts, x, width, align, even)
    if len(found) == 1:
        return (Strip(style.leading, _marks(found[0])),)
    dear, ends = FORBIDDEN / 2, (1, len(found) - 1)
    return tuple(
        [
            Strip(style.leading, _marks(runs), penalty=dear if place in ends else 0)
            for place, runs in enumerate(found)
        ]
    )


def one_line(
    inlines: Inlines,
    style: Style,
    setting: Setting,
    tag: Kind,
    place: tuple[float, float, float],
    align: Align,
) -> Run | None:
    """Return a text or a number on one line, as most cells have; None if it wraps, or may.

    It is what `words` and `lines` give, in a fraction of the time. `place` is how far from the left
    it may begin, how wide it may be, and how far down its line begins.
    """
    x, width, top = place
    text, font = lone_text(inlines), setting.fonts.face(style.bold)
    extent = short(text, font, style.size, width)
    if extent is None:
        return None
    start = x + (width - extent if align == "right" else 0)
    return Run(start, top + baseline(style), text, font, style.size, style.colour, Leaf(tag))


def _marks(runs: tuple[Run, ...]) -> tuple[Mark, ...]:
    """Return the runs of a line with the rules under its links."""
    if len(runs) == 1 and not _is_link(runs[0]):
        return runs
    return (*runs, *[_underline(run) for run in runs if _is_link(run)])


def _is_link(run: Run) -> bool:
    return run.leaf is not None and run.leaf.link is not None and not run.leaf.link.plain


def _underline(run: Run) -> Box:
    width = run.font.width(run.text.rstrip(), run.size)
    return Box(run.x, run.y + run.size * 0.14, width, run.size * 0.045, run.colour)


def paragraph(
    inlines: Inlines,
    style: Style,
    setting: Setting,
    x: float = 0,
    width: float | None = None,
    even: bool = False,
) -> Part:
    """Return a paragraph of a style as one element; nothing at all if it has no words.

    `even` makes its lines about as long as each other.
    """
    said = words(inlines, style, setting, "P")
    if not said.pieces:
        return Part((), ())
    room = setting.width - x if width is None else width
    return Part((Node("P", said.kids),), lines(said, style, setting, x, room, even=even))


def numbered(number: str, inlines: Inlines, style: Style, setting: Setting) -> Part:
    """Return a paragraph of a committee paper: its number in the margin, its words set in."""
    label = words((Text(f"{number} "),), style, setting, "P")
    said = words(inlines, style, setting, "P")
    step = style.size * STEP
    strips = lines(said, style, setting, step, setting.width - step)
    (head,) = lines(label, style, setting, 0, step)
    first = strips[0]._replace(marks=head.marks + strips[0].marks) if strips else head
    return Part((Node("P", label.kids + said.kids),), (first, *strips[1:]))
