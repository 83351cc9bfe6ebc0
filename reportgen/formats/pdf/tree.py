"""Hold what a document means, apart from where it falls on the pages.

A `Node` is an element of the PDF structure tree and knows nothing of pages. A `Leaf` stands for a
stretch of content; the canvas records where it painted each leaf. So the order and the nesting of
the tree are the author's, however the pages break.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Figure", "Caption", "TOC", "TOCI", "Reference", "Link", "Note",
    "Span",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Destination:
    """Where a link leads: a block of the document by its id, or an address outside it.

    A link is underlined unless it is `plain`: one that its place alone shows to be a link.
    """

    words: str
    block: str = ""
    url: str = ""
    plain: bool = False


@dataclass(slots=True, eq=False)  # not frozen: there are thousands, and they are made faster so
class Leaf:
    """A stretch of text, or a drawing, that belongs to one element; told apart by identity.

    All leaves of a link together make the place to press; the one that is a Link leads there.
    """

    tag: Kind
    link: Destination | None = None


@dataclass(slots=True, eq=False)  # not frozen, as above
class Node:
    """An element of the structure: its kind, what it holds in reading order, and its attributes.

    `alt` describes a figure in words; `scope` says whether a header cell heads a row or a column;
    `id` is the name by which a note can be found; `summary` describes a table. What stands for the
    number of the page of a block, `page_of`, is said as ", page 9": a bare 9 runs on from a title.
    """

    kind: Kind
    kids: tuple[Node | Leaf, ...] = ()
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    numbering: Literal["", "Disc", "Decimal", "None"] = ""
    id: str = ""
    summary: str = ""
    page_of: str = ""

    def leaves(self) -> Iterator[Leaf]:
        """Yield every leaf under the node in reading order."""
        for kid in self.kids:
            if isinstance(kid, Leaf):
                yield kid
            else:
                yield from kid.leaves()
