"""Turn a table's columns into widths: the shares asked for, but never narrower than a word."""

from __future__ import annotations

from reportgen.document import Bullets, Table, TableCell, plain
from reportgen.formats.word.metrics import lines, width
from reportgen.formats.word.xml import twips

AIR = 8.5
"""The air to the right of a cell in points; numbers in the last column end where the table does."""
ROOMY = 0.85
"""The share of the width that headings in two lines may take up where cells have to wrap."""


def column_widths(table: Table, room: float, size: float) -> list[int]:
    """Return the widths of the columns in twips; together they fill `room` points exactly.

    No column is wider than its longest line needs while another has to break its lines. Headings
    take two lines, or three, while there is room for that. What is left over goes to headings that
    would break, and then to all columns by the shares.
    """
    columns = range(len(table.columns))
    shares = [column.width for column in table.columns]
    air = [AIR + 1 for _ in columns]
    air[-1] = 1.0 if table.columns[-1].align == "right" else AIR + 1
    words = [_longest_word(table, n, size) + air[n] for n in columns]
    whole = [max(_longest_line(table, n, size) + air[n], words[n]) for n in columns]
    heads = [_headings(table, size, count, air) for count in (1, 2, 3)]
    least = _least(room, words, whole, heads[1:])
    most = list(map(max, whole, least))
    if sum(most) > room:
        widths = _share(room, shares, least, most)
    else:
        widths = _spread(room, shares, most, heads[0])
    exact = [twips(points) for points in widths]
    exact[0] += twips(room) - sum(exact)
    return exact


def _least(
    room: float, words: list[float], whole: list[float], heads: list[list[float]]
) -> list[float]:
    """Return the least widths: `heads` are what headings need in two lines, and in three.

    First comes that no cell breaks its lines, then that no heading takes three.
    """
    choices = [(whole, own, 1.0) for own in heads]
    choices += [(words, own, share) for own, share in zip(heads, (ROOMY, 1.0), strict=True)]
    for cells, own, share in choices:
        wanted = list(map(max, cells, own))
        if sum(wanted) <= room * share:
            return wanted
    return words


def _headings(table: Table, size: float, count: int, air: list[float]) -> list[float]:
    """Return how wide columns have to be for their headings to take no more than so many lines."""
    heads = [_narrowest(plain(column.heading), size, count) for column in table.columns]
    return [head + own for head, own in zip(heads, air, strict=True)]


def _narrowest(heading: str, size: float, count: int) -> float:
    """Return the least width in which a heading takes no more than so many lines."""
    words = heading.split()
    ends = range(1, len(words) + 1)
    widths = {width(" ".join(words[first:end]), size, True) for end in ends for first in range(end)}
    fits = (own for own in widths if lines(heading, size, own + 0.01, True) <= count)
    return min(fits, default=0.0)


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
