"""Say what it costs to end a page between two rows of a table.

A table that a page can hold is cut only where a third of a page and more would stay blank. A longer
one is cut where the rows of one group end and those of the next begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.document import Table
from reportgen.formats.pdf.columns import cell_texts
from reportgen.formats.pdf.strips import FORBIDDEN

_LONE, _PAIR = 400.0, 120.0
"""The cost of one row, or two, alone on a page."""
_WHOLE, _WHOLE_GROUPS = 80.0, 60.0
"""The cost of cutting a table that a page can hold: inside a group of rows, and between two."""
_LONG = 25.0
"""The cost of cutting a longer table inside a group."""


def penalties(block: Table, whole: bool) -> tuple[float, ...]:
    """Return what it costs to begin a page with each row; `whole` if one page holds the table."""
    count = len(block.rows)
    begins = groups(block)
    inside, between = (_WHOLE, _WHOLE_GROUPS) if whole else (_LONG if begins else 0.0, 0.0)
    return tuple(
        FORBIDDEN
        if number == 0
        else _LONE
        if number in (1, count - 1)
        else max(_PAIR if number == count - 2 else 0.0, between if number in begins else inside)
        for number in range(count)
    )


def groups(block: Table) -> frozenset[int]:
    """Return the rows with which a group begins: the fewest groups that a column of words makes.

    There are none where every row has words of its own, or all have the same.
    """
    rows = [row for row in block.rows if not row.total]
    found: list[frozenset[int]] = []
    for place, column in enumerate(block.columns):
        if column.align == "left":
            texts = [cell_texts(row.cells[place]) for row in rows]
            found.append(_changes(texts))
    kept = [begins for begins in found if 0 < len(begins) <= len(rows) / 2 - 1]
    return min(kept, key=len, default=frozenset())


def _changes(texts: Sequence[object]) -> frozenset[int]:
    return frozenset(at for at, (one, other) in enumerate(pairwise(texts), 1) if one != other)
