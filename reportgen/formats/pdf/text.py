"""Turn the words of a paragraph into lines that fit a width.

Lines are ragged on the right and never hyphenated. A number keeps its unit beside it, and the word
that it goes with: key stage 4. A space stays at the end of a line so that the words do not run
together for those who listen to the page.
"""

from __future__ import annotations

from typing import Literal

from reportgen.formats.pdf.fonts import Font, Fonts
from reportgen.formats.pdf.measured import Measured, cut, measured
from reportgen.formats.pdf.passages import Piece
from reportgen.formats.pdf.strips import Run
from reportgen.formats.pdf.styles import Style

Align = Literal["left", "right"]
_ASCENT, _EXTENT = 0.905, 1.117
"""How far Arial and its likes reach above the baseline, and above and below it together."""
_NARROW = 3.0
"""Of more letters than this to each size of its type in the width, a text hardly ever fits."""
_STEP = 6.0
"""By so many points the lines of a title are made longer at a time, not to part a word."""
_Rows = list[tuple[int, int]]


def set_lines(
    pieces: tuple[Piece, ...],
    style: Style,
    fonts: Fonts,
    x: float,
    width: float,
    align: Align = "left",
    even: bool = False,
) -> list[tuple[Run, ...]]:
    """Return the lines of some pieces in a style, each at most `width` points wide, as their runs.

    They begin `x` points from the left; the runs are as far down as the baseline is under the top
    of a line. `even` makes the lines about as long as each other.
    """
    down = baseline(style)
    if len(pieces) == 1:
        text, bold, colour, leaf = pieces[0]
        font = fonts.face(bold)
        if extent := short(text, font, style.size, width):
            start = x + (width - extent if align == "right" else 0)
            return [(Run(start, down, text, font, style.size, colour, leaf),)]
    found, rows = _fitted(measured(pieces, fonts), style, width)
    if even and len(rows) > 1:
        rows = _evened(found, rows, style, width)
    lines = []
    for first, end in rows:
        start, stop = found.places[first], found.places[end]
        extent = (found.rights[end - 1] - found.along[start]) * style.size / 1000
        left = x + (width - extent if align == "right" else 0)
        lines.append(_runs(found, start, stop, style.size, left, down))
    return lines


def baseline(style: Style) -> float:
    """Return how far under the top of a line its baseline is, in points."""
    return (style.leading - _EXTENT * style.size) / 2 + _ASCENT * style.size


def short(text: str, font: Font, size: float, width: float) -> float | None:
    """Return how wide a few plain words are on one line, in points; None if they wrap, or may.

    Many letters are not measured here: they would be so twice.
    """
    if not text or len(text) * size > _NARROW * width or not text.isascii():
        return None
    if "  " in text or text != text.strip(" "):
        return None
    extent = font.width(text, size)
    return extent if extent <= width else None


def _evened(found: Measured, rows: _Rows, style: Style, width: float) -> _Rows:
    """Return the rows of the least width that makes no more of them than there are.

    If that parts a word at its hyphen, they are those of the least width that does not, if any.
    """
    narrow, wide = width / 2, width
    for _ in range(8):
        middle = (narrow + wide) / 2
        tried = found.rows(_room(middle, style))
        if tried is None or len(tried) > len(rows):
            narrow = middle
        else:
            wide, rows = middle, tried
    least = rows
    while found.parts_a_word(rows) and wide < width:
        wide = min(wide + _STEP, width)
        rows = found.rows(_room(wide, style)) or rows
    return least if found.parts_a_word(rows) else rows


def _fitted(found: Measured, style: Style, width: float) -> tuple[Measured, _Rows]:
    """Return a text, its words cut where one is too long for a line, and its rows."""
    room = _room(width, style)
    if rows := found.rows(room):
        return found, rows
    parted = cut(found, room)
    return parted, parted.rows(room, whatever=True) or []


def _room(width: float, style: Style) -> float:
    """Return points in thousandths of the size of the type."""
    return (width + 0.01) * 1000 / style.size


def _runs(
    found: Measured, start: int, stop: int, size: float, x: float, down: float
) -> tuple[Run, ...]:
    """Return a part of a text as the runs of a line, one after another."""
    text = found.text
    if len(found.looks) == 1:
        _, font, (_, _, colour, leaf) = found.looks[0]
        return (Run(x, down, text[start:stop], font, size, colour, leaf),)
    runs = []
    for (_, font, (_, _, colour, leaf)), begin, end in found.stretches(start, stop):
        left = x + found.extent(start, begin) * size / 1000
        runs.append(Run(left, down, text[begin:end], font, size, colour, leaf))
    return tuple(runs)
