"""Turn the captions of a report into the lists of its figures and tables, on its last pages.

There they are at hand for whoever looks for one, and in nobody's way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportgen.document import Block, Chart, Contents, Heading, PageBreak, Table, Text

LISTS: tuple[tuple[Literal["figures", "tables"], Literal["Figure", "Table"]], ...] = (
    ("figures", "Figure"),
    ("tables", "Table"),
)
FEWEST = 5
"""So many of a kind are worth a list."""


def lists(blocks: Sequence[Block]) -> list[Block]:
    """Return the lists of figures and tables, beginning a page; none of a handful."""
    labels = [block.caption.label for block in blocks if isinstance(block, Chart | Table)]
    kinds = [kind for kind, label in LISTS if labels.count(label) >= FEWEST]
    if not kinds:
        return []
    title = "List of " + " and ".join(kinds)
    found: list[Block] = [PageBreak(), Heading(1, (Text(title),), "lists")]
    for kind in kinds:
        if len(kinds) > 1:
            found.append(Heading(2, (Text(kind.capitalize()),), f"lists.{kind}"))
        found.append(Contents("", of=kind))
    return found
