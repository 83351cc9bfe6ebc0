"""Turn the shares that a table asks for into the widths that its columns get.

A column is never narrower than its longest word, so that no word is cut while another column has
room; and what a column does not need goes to those that would otherwise wrap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document import Paragraph, Row, Table, plain
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import MILLIMETRE

GAP = 4 * MILLIMETRE
_PROBED = 40
"""How many of the longest texts of a column are measured: in letters they are near enough alike."""


def column_edges(block: Table, setting: Setting, width: float) -> tuple[tuple[float, float], ...]:
    """Return the left edge and the width of each column in points."""
    room = width - GAP * (len(block.columns) - 1)
    shares = [max(column.width, 0.01) for column in block.columns]
    needs = [_needs(block, place, setting) for place in range(len(shares))]
    least, most, roomy = zip(*needs, strict=True)
    widths = allotted(shares, least, roomy if sum(roomy) <= room else most, room)
    edges, x = [], 0.0
    for extent in widths:
        edges.append((x, extent))
        x += extent + GAP
    return tuple(edges)


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
    low, high = 0.0, room / min(shares)
    for _ in range(60):
        scale = (low + high) / 2
        if sum(_bounded(shares, least, most, scale)) > room:
            high = scale
        else:
            low = scale
    return _bounded(shares, least, most, low)


def _bounded(
    shares: Sequence[float], least: Sequence[float], most: Sequence[float], scale: float
) -> list[float]:
    triples = zip(shares, least, most, strict=True)
    return [min(max(share * scale, low), high) for share, low, high in triples]


def _needs(block: Table, place: int, setting: Setting) -> tuple[float, float, float]:
    """Return how wide a column has to be in points, wants to be, and would like to be.

    It has to hold its longest word, wants to hold its cells without a break, and would like to hold
    its heading so too.
    """
    fonts, head, cell = setting.fonts, setting.styles.cell_header, setting.styles.cell_bold
    title = plain(block.columns[place].heading)
    low = max((fonts.width(word, True, head.size) for word in title.split(" ")), default=0.0)
    texts = {text for row in block.rows for text in _cell_texts(row, place)}
    words = {word for text in texts for word in text.split(" ")}
    for word in sorted(words, key=len)[-_PROBED:]:
        low = max(low, fonts.width(word, True, cell.size))
    high = low
    for text in sorted(texts, key=len)[-_PROBED:]:
        high = max(high, fonts.width(text, True, cell.size))
    return low + 0.1, high + 0.1, max(high, fonts.width(title, True, head.size)) + 0.1


def _cell_texts(row: Row, place: int) -> Iterator[str]:
    for block in row.cells[place].blocks:
        if isinstance(block, Paragraph):
            yield plain(block.inlines)
        else:
            yield from (plain(item.inlines) + "    " for item in block.items)
