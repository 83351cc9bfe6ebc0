"""Turn the shares that a table asks for into the widths that its columns get.

A column is never narrower than its longest word or number, so that none is cut. Headings take two
lines rather than four while another column has room, and what a column does not need goes to those
that would otherwise wrap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportgen.document import Column, Paragraph, Table, TableCell, plain
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import MILLIMETRE

GAP = 4 * MILLIMETRE
_PROBED = 40
"""How many of the longest texts of a column are measured: in letters they are near enough alike."""
_LONG = 24
"""A word of more letters than this is an address or a mistake, and may be cut."""
_HAIR = 0.1
"""Points by which a column is wider than what it holds, so that no fraction makes that wrap."""
_ROOMY = 0.85
"""The share of the width that headings in two lines may take up where cells have to wrap."""


@dataclass(frozen=True, slots=True)
class Need:
    """How wide a column has to be in points for its longest word, its heading, and its cells.

    `title`, `two` and `three` are for the heading in so many lines, `cells` for cells that do not
    wrap.
    """

    word: float
    title: float
    two: float
    three: float
    cells: float


@dataclass(frozen=True, slots=True)
class Texts:
    """What a column has to hold: the words of its heading, and the longest words and texts."""

    heading: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    cells: tuple[str, ...]


def column_texts(block: Table) -> tuple[Texts, ...]:
    """Return what each column of a table has to hold."""
    held: list[set[str]] = [set() for _ in block.columns]
    for row in block.rows:
        for cell, texts in zip(row.cells, held, strict=True):
            texts.update(cell_texts(cell))
    return tuple(map(_texts, block.columns, held))


def _texts(column: Column, cells: set[str]) -> Texts:
    heading = plain(column.heading).split(" ")[:_PROBED]
    words = {word for text in cells for word in text.split(" ") if len(word) <= _LONG}
    names = {word for word in heading if len(word) <= _LONG}
    return Texts(tuple(heading), _longest(names), _longest(words), _longest(cells))


def _longest(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found, key=len)[-_PROBED:])


def needs(found: Sequence[Texts], setting: Setting) -> tuple[Need, ...]:
    """Return what columns need for what they have to hold."""
    return tuple(_need(texts, setting) for texts in found)


def hold(found: Sequence[Need], width: float) -> bool:
    """Return whether no word of these columns is cut in a table so many points wide."""
    return sum(need.word for need in found) + GAP * (len(found) - 1) <= width


def column_edges(
    block: Table, found: Sequence[Need], width: float
) -> tuple[tuple[float, float], ...]:
    """Return the left edge and the width of each column in points."""
    room = width - GAP * (len(block.columns) - 1)
    shares = [max(column.width, 0.01) for column in block.columns]
    least, most = _bounds(found, room)
    edges, x = [], 0.0
    for extent in allotted(shares, least, most, room):
        edges.append((x, extent))
        x += extent + GAP
    return tuple(edges)


def _bounds(found: Sequence[Need], room: float) -> tuple[list[float], list[float]]:
    """Return the least and the most that columns get: headings in as few lines as there is room."""
    least = [need.word for need in found]
    for most in (
        [max(need.cells, need.title) for need in found],
        [max(need.cells, need.two) for need in found],
    ):
        if sum(most) <= room:
            return least, most
    for share, wanted in ((_ROOMY, [n.two for n in found]), (1.0, [n.three for n in found])):
        lows = [max(low, want) for low, want in zip(least, wanted, strict=True)]
        if sum(lows) <= room * share:
            least = lows
            break
    return least, [max(need.cells, low) for need, low in zip(found, least, strict=True)]


def allotted(
    shares: Sequence[float], least: Sequence[float], most: Sequence[float], room: float
) -> list[float]:
    """Return widths in the proportion of `shares` that fill `room`, each between two bounds.

    Where the room is too small for all of `least`, no column is given more of it than its share;
    where it is too large for all of `most`, the rest is shared out.
    """
    if sum(most) <= room:
        spare, total = room - sum(most), sum(shares)
        return [high + spare * share / total for high, share in zip(most, shares, strict=True)]
    if sum(least) >= room:
        fair = [room * share / sum(shares) for share in shares]
        least = [min(low, share) for low, share in zip(least, fair, strict=True)]

    def filled(scale: float) -> float:
        return sum(_bounded(shares, least, most, scale))

    bounds = zip((*shares, *shares), (*least, *most), strict=True)
    turns = sorted({0.0, *(bound / share for share, bound in bounds)})
    at = bisect_left(turns, room, 1, len(turns) - 1, key=filled)
    low, high = turns[at - 1], turns[at]  # between two turns the widths grow evenly
    growth = filled(high) - filled(low)
    part = (room - filled(low)) / growth if growth else 0.0
    return _bounded(shares, least, most, low + (high - low) * part)


def _bounded(
    shares: Sequence[float], least: Sequence[float], most: Sequence[float], scale: float
) -> list[float]:
    triples = zip(shares, least, most, strict=True)
    return [min(max(share * scale, low), high) for share, low, high in triples]


def _need(texts: Texts, setting: Setting) -> Need:
    fonts, head, cell = setting.fonts, setting.styles.cell_header, setting.styles.cell_bold
    one, two, three = _narrowest(texts.heading, head.size, fonts)
    name = fonts.widest(texts.names, True, head.size)
    word, text = (fonts.widest(found, True, cell.size) for found in (texts.words, texts.cells))
    return Need(max(name, word) + _HAIR, one, two, three, text + _HAIR)


def _narrowest(words: Sequence[str], size: float, fonts: Fonts) -> tuple[float, float, float]:
    """Return how wide some words are in one line, and at least in two and in three."""
    if len(words) == 1:  # a year, as often
        return (fonts.width(words[0], True, size) + _HAIR,) * 3
    space = fonts.width(" ", True, size)
    ends_at = [0.0, *accumulate(fonts.width(word, True, size) + space for word in words)]

    def width(first: int, last: int) -> float:
        return ends_at[last] - ends_at[first] - space + _HAIR

    count = len(words)
    ends = [width(first, count) for first in range(count)]
    pairs = [
        min((max(width(first, cut), ends[cut]) for cut in range(first + 1, count)), default=end)
        for first, end in enumerate(ends)
    ]
    three = min((max(width(0, cut), pairs[cut]) for cut in range(1, count)), default=pairs[0])
    return ends[0], pairs[0], three


def cell_texts(cell: TableCell) -> list[str]:
    """Return the text of each paragraph and item in a cell."""
    found: list[str] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.inlines))
        else:
            found += [plain(item.inlines) + "    " for item in block.items]
    return found
