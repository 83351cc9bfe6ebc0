"""Turn the front sheet into a page: title on dark blue, the report's own bars, the facts below.

That of a committee paper is the title and the facts alone, at the top of its first page.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Document, FrontSheet, Text
from reportgen.errors import Place, Problem, RenderError
from reportgen.formats.pdf.setting import Part, Setting, lines, paragraph, words
from reportgen.formats.pdf.strips import Box, Mark, Strip, apart, moved
from reportgen.formats.pdf.styles import MILLIMETRE, Style
from reportgen.formats.pdf.tree import Node

_UPPER = 0.62
_TITLE = 0.86
_SIZES = ((1.0, 3), (0.82, 3), (0.68, 4), (0.56, 7), (0.46, 9), (0.4, 40))
"""Shares of the size that a title has by the theme, and in how many lines it may stand in each."""
_LOW = 0.5
"""A title in a smaller share of its size begins higher up."""
_CLEAR = 6 * MILLIMETRE
"""What stays free under the titles."""
_NAMES = 46 * MILLIMETRE
_BARS = 50 * MILLIMETRE
_BAR = 5.2 * MILLIMETRE


def cover(block: FrontSheet, document: Document, setting: Setting) -> Part:
    """Return the cover as one sheet without margins, or the head of a committee paper."""
    if document.profile == "committee":
        return _head(block, document, setting)
    frame = setting.styles.frame
    nodes, facts, height = _facts(block, setting)
    low = frame.height - height - frame.bottom - 14 * MILLIMETRE
    upper = min(frame.height * _UPPER, low)
    titles, white, end = _titles(document, setting, upper)
    ground = Box(-3, -3, frame.width + 6, upper + 3, setting.colour("brand"))
    bars = _bars(block.decoration, upper, upper - end - 8 * MILLIMETRE, setting)
    black = (moved(mark, frame.left, upper + 11 * MILLIMETRE) for mark in facts)
    strip = Strip(frame.height, (ground, *bars, *white, *black), sheet="cover")
    return Part((Node("Sect", (*titles, *nodes)),), (strip,))


def _head(block: FrontSheet, document: Document, setting: Setting) -> Part:
    """Return the head of a committee paper: whose it is, its title, and the facts."""
    styles = setting.styles
    small = replace(styles.subsection, colour=setting.colour("brand"))
    said = (
        (document.organisation, small),
        (document.title, styles.chapter),
        (document.subtitle, replace(styles.section, bold=False)),
    )
    nodes: tuple[Node, ...] = ()
    strips: tuple[Strip, ...] = ()
    for text, style in said:
        part = paragraph((Text(text),), style, setting, even=True)
        nodes += part.nodes
        strips += apart(part.strips, 0, 4)
    items, marks, height = _facts(block, setting)
    facts = Strip(height, tuple(marks), before=14, after=14)
    return Part((Node("Sect", (*nodes, *items)),), (*strips, facts) if items else strips)


def _titles(
    document: Document, setting: Setting, upper: float
) -> tuple[tuple[Node, ...], list[Mark], float]:
    """Return organisation, title and subtitle in white on the upper part, and where they end.

    The title is as large as lets all of it stand there, within reason. Raises `RenderError` if
    no size does.
    """
    for share, most in _SIZES:
        nodes: list[Node] = []
        marks: list[Mark] = []
        count, end = _set_titles(document, setting, upper, share, (nodes, marks))
        if count <= most and end <= upper - _CLEAR:
            return tuple(nodes), marks, end
    what = "the title and the subtitle are too long for the cover"
    raise RenderError(Problem(what, Place("report.toml"), "shorten the longer of the two"))


def _set_titles(
    document: Document,
    setting: Setting,
    upper: float,
    share: float,
    out: tuple[list[Node], list[Mark]],
) -> tuple[int, float]:
    """Set the words of the upper part; return how many lines the title has, and where all ends."""
    white = setting.colour("ground")
    small, size = Style(13, 18, white, bold=True), setting.theme.size["subtitle"]
    subtitle = Style(size, size * 1.35, white)
    large = setting.theme.size["title"] * share
    title = Style(large, large * 1.18, white, bold=True)
    end = _put(document.organisation, small, upper * 0.11, setting, out)
    top = max(upper * (0.33 if share > _LOW else 0.2), end + 4 * MILLIMETRE)
    end = _put(document.title, title, top, setting, out)
    count = round((end - top) / title.leading)
    return count, _put(document.subtitle, subtitle, end + 5 * MILLIMETRE, setting, out)


def _put(
    text: str,
    style: Style,
    top: float,
    setting: Setting,
    out: tuple[list[Node], list[Mark]],
) -> float:
    """Add a paragraph at a height and return the height where it ends.

    It takes the whole width if that holds it in one line, and else leaves some of it free.
    """
    said = words((Text(text),), style, setting, "P")
    if not said.pieces:
        return top
    frame = setting.styles.frame
    found = lines(said, style, setting, frame.left, frame.inner_width)
    if len(found) > 1:
        found = lines(said, style, setting, frame.left, frame.inner_width * _TITLE, even=True)
    nodes, marks = out
    nodes.append(Node("P", said.kids))
    for strip in found:
        marks += [moved(mark, 0, top) for mark in strip.marks]
        top += strip.height
    return top


def _facts(block: FrontSheet, setting: Setting) -> tuple[tuple[Node, ...], list[Mark], float]:
    """Return the fields of the sheet as a list of names and words, and the height they take."""
    style = replace(setting.styles.body, leading=setting.styles.body.leading + 2)
    grey = replace(style, colour=setting.colour("muted"))
    room = setting.width - _NAMES
    items: list[Node] = []
    marks: list[Mark] = []
    y = 0.0
    for name, said in block.fields:
        label = words((Text(name),), grey, setting, "Lbl")
        value = words(said, style, setting, "LBody")
        left = lines(label, grey, setting, 0, _NAMES - 8)
        right = lines(value, style, setting, _NAMES, room)
        for strips in (left, right):
            for number, strip in enumerate(strips):
                marks += [moved(mark, 0, y + number * style.leading) for mark in strip.marks]
        y += max(len(left), len(right)) * style.leading + 2
        items.append(Node("LI", (Node("Lbl", label.kids), Node("LBody", value.kids))))
    return ((Node("L", tuple(items), numbering="None"),) if items else ()), marks, y


def _bars(
    heights: tuple[float, ...], upper: float, room: float, setting: Setting
) -> tuple[Box, ...]:
    """Return the bars that stand on the lower edge of the dark part, from the right margin.

    Where long titles leave little `room` above the edge the bars are lower, and where they would
    be stumps there are none.
    """
    tallest = min(_BARS, room)
    if tallest < _BARS / 4:
        return ()
    frame = setting.styles.frame
    colour = mixed(setting.colour("brand"), setting.colour("ground"), 0.35)
    step = min(_BAR * 1.55, frame.inner_width * 0.6 / max(len(heights), 1))
    start = frame.width - frame.right - step * len(heights) + step * 0.35
    return tuple(
        Box(start + step * place, upper - tallest * part, step * 0.65, tallest * part, colour)
        for place, height in enumerate(heights)
        if (part := min(max(height, 0.0), 1.0))
    )


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two: `share` of the other, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
