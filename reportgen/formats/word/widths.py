"""Turn a table's columns into widths: the shares asked for, but never narrower than a word."""

from __future__ import annotations

from reportgen.document import Bullets, Table, TableCell, plain
from reportgen.formats.word.metrics import width
from reportgen.formats.word.xml import twips

AIR = 8.5
"""The air to the right of every cell, in points."""


def column_widths(table: Table, room: float, size: float) -> list[int]:
    """Return the widths of the columns in twips; together they fill `room` points exactly.

    No column is wider than its longest line needs while another has to break its lines. What is
    left over goes to headings that would break, and then to all columns by the shares.
    """
    columns = range(len(table.columns))
    shares = [column.width for column in table.columns]
    least = [_longest_word(table, n, size) + AIR + 1 for n in columns]
    most = [max(_longest_line(table, n, size) + AIR + 1, least[n]) for n in columns]
    if sum(most) > room:
        widths = _share(room, shares, least, most)
    else:
        heads = [width(plain(c.heading), size, bold=True) + AIR + 1 for c in table.columns]
        widths = _spread(room, shares, most, heads)
    exact = [twips(points) for points in widths]
    exact[0] += twips(room) - sum(exact)
    return exact


def _spread(room: float, shares: list[float], most: list[float], heads: list[float]) -> list[float]:
    """Return widths with room to spare: first for headings on one line, then by the shares."""
    widths = list(most)
    for n in sorted(range(len(widths)), key=lambda n: heads[n] - most[n]):
        if sum(widths) + heads[n] - widths[n] <= room:
            widths[n] = max(widths[n], heads[n])
    spare = (room - sum(widths)) / sum(shares)
    return [own + spare * share for own, share in zip(widths, shares, strict=True)]


def _share(room: float, shares: list[float], least: list[float], most: list[float]) -> list[float]:
    """Return widths in proportion to shares, each between its least and its most.

    Columns at a limit are settled first, the narrow ones before the wide, and the others share
    what is left.
    """
    if sum(least) >= room:
        return [room * own / sum(least) for own in least]
    settled: dict[int, float] = {}
    while len(settled) < len(shares):
        free = [n for n in range(len(shares)) if n not in settled]
        left = room - sum(settled.values())
        unit = left / sum(shares[n] for n in free)
        narrow = {n: least[n] for n in free if unit * shares[n] < least[n]}
        wide = {n: most[n] for n in free if unit * shares[n] > most[n]}
        settled.update(narrow or wide or {n: unit * shares[n] for n in free})
    return [settled[n] for n in range(len(shares))]


def _longest_word(table: Table, column: int, size: float) -> float:
    heading = plain(table.columns[column].heading)
    words = [width(word, size, bold=True) for word in heading.split()]
    words += [
        width(word, size, bold=row.total)
        for row in table.rows
        for text in texts(row.cells[column])
        for word in text.split()
    ]
    return max(words, default=0)


def _longest_line(table: Table, column: int, size: float) -> float:
    return max(
        (
            width(text, size, bold=row.total)
            for row in table.rows
            for text in texts(row.cells[column])
        ),
        default=0.0,
    )


def texts(cell: TableCell) -> list[str]:
    """Return the words of each paragraph and item in a cell."""
    found: list[str] = []
    for block in cell.blocks:
        if isinstance(block, Bullets):
            found += _items(block)
        else:
            found.append(plain(block.inlines))
    return found


def _items(block: Bullets) -> list[str]:
    found: list[str] = []
    for item in block.items:
        found.append(plain(item.inlines))
        if item.inner:
            found += _items(item.inner)
    return found
