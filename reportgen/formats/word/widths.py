"""Turn a table's columns into widths: the shares asked for, but never narrower than a word."""

from __future__ import annotations

from reportgen.document import Bullets, Table, TableCell, plain
from reportgen.formats.word.metrics import width
from reportgen.formats.word.xml import twips

AIR = 8.5
"""The air to the right of every cell, in points."""


def column_widths(table: Table, room: float, size: float) -> list[int]:
    """Return the widths of the columns in twips; together they fill `room` points exactly.

    Columns that all ask for the same share get what their words need, up to a limit.
    """
    shares = [column.width for column in table.columns]
    least = [_longest_word(table, n, size) + AIR + 1 for n in range(len(shares))]
    if len(set(shares)) == 1:
        shares = [min(_longest_line(table, n, size) + AIR, room / 2) for n in range(len(shares))]
    widths = _share(room, shares, least)
    whole = [twips(points) for points in widths]
    whole[0] += twips(room) - sum(whole)
    return whole


def _share(room: float, shares: list[float], least: list[float]) -> list[float]:
    """Return widths in proportion to shares, those that would be too narrow set to their least."""
    if sum(least) >= room:
        return [room * own / sum(least) for own in least]
    fixed: dict[int, float] = {}
    while True:
        free = [n for n in range(len(shares)) if n not in fixed]
        left = room - sum(fixed.values())
        total = sum(shares[n] for n in free)
        narrow = [n for n in free if left * shares[n] / total < least[n]]
        if not narrow:
            return [
                fixed[n] if n in fixed else left * shares[n] / total for n in range(len(shares))
            ]
        fixed.update((n, least[n]) for n in narrow)


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
    lines = [width(plain(table.columns[column].heading), size, bold=True)]
    lines += [width(text, size) for row in table.rows for text in texts(row.cells[column])]
    return max(lines)


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
