"""Turn the captions of a report into the lists of its figures and tables, on its last pages.

There they are at hand for whoever looks for one, and in nobody's way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportgen.document import Block, Chart, Contents, Heading, PageBreak, Table, Text

LISTS: tuple[tuple[Literal["figures", "tables"], str], ...] = (
    ("figures", "Figures"),
    ("tables", "Tables"),
)
FEWEST = 5
"""So many of a kind are worth a list."""


def lists(blocks: Sequence[Block]) -> list[Block]:
    """Return the lists of figures and tables, beginning a page; none of a handful."""
    labels = [block.caption.label for block in blocks if isinstance(block, Chart | Table)]
    counts = {"figures": labels.count("Figure"), "tables": labels.count("Table")}
    found = [Contents(title, of=kind) for kind, title in LISTS if counts[kind] >= FEWEST]
    if not found:
        return []
    title = "List of " + " and ".join(block.title.lower() for block in found)
    return [PageBreak(), Heading(1, (Text(title),), "lists"), *found]
