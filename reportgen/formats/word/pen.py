"""Hold what is used up while a document is written: ids, links, lists and media."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.document import Chart, Document, Inlines, Table
from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.package import Package
from reportgen.formats.word.xml import Element, el
from reportgen.settings import Charts
from reportgen.theme import Theme

MAIN = "word/document.xml"


@dataclass(slots=True)
class Pen:
    """What the writers of blocks share. Ids count from 1 in reading order, so bytes repeat.

    `covered` asks for a cover page. `chapters_numbered` says that a list counts the chapters, and
    `paragraphs_numbered` that it counts the paragraphs as well; `numbered_directly` that the
    chapters' own style does not belong to that list.
    """

    document: Document
    theme: Theme
    assets: Path
    package: Package
    charts: Charts = "native"
    lists: Lists = field(default_factory=Lists)
    covered: bool = True
    chapters_numbered: bool = False
    paragraphs_numbered: bool = False
    numbered_directly: bool = False
    drawings: int = 0
    said: dict[str, tuple[str, Inlines]] = field(default_factory=dict)
    names: dict[str, str] = field(init=False)
    _bookmarks: int = 0
    _callouts: int = 0

    def __post_init__(self) -> None:
        """Note the number of every table and figure, by id."""
        blocks = self.document.blocks
        captioned = [block for block in blocks if isinstance(block, Chart | Table)]
        self.names = {block.id: block.caption.name for block in captioned}

    def identify(self, key: str, content: list[Element], said: Inlines = ()) -> list[Element]:
        """Return content inside the bookmark by which a later build knows it again.

        The name comes from the key, which comes from meaning; `said` remembers what it stood for.
        Content that is empty gets none: a bookmark around nothing is lost at the first edit.
        """
        if not content or not key:
            return content
        count = 1
        while (name := identity_mark(key, count)) in self.said:
            count += 1
        self.said[name] = (key if count == 1 else f"{key}#{count}", said)
        return self.mark(name, content)

    def mark(self, name: str, content: list[Element]) -> list[Element]:
        """Return content between the two ends of a bookmark."""
        self._bookmarks += 1
        id = self._bookmarks
        return [
            el("w:bookmarkStart", id=id, name=name),
            *content,
            el("w:bookmarkEnd", id=id),
        ]

    def next_drawing(self) -> int:
        """Return the next id of a drawing."""
        self.drawings += 1
        return self.drawings

    def next_callout(self) -> int:
        """Return how many callouts with a bar there are so far, with this one."""
        self._callouts += 1
        return self._callouts

    def link(self, url: str) -> str:
        """Return the id of the relationship that leads to an address."""
        return self.package.relate(MAIN, "hyperlink", url, external=True)


def digest(key: str, length: int) -> str:
    """Return letters and digits that stand for a key, always the same ones."""
    enough = hashlib.sha256(key.encode("utf-8")).digest()[: length // 8 * 5 + 5]
    return b32encode(enough).decode("ascii")[:length].lower()


def identity_mark(key: str, count: int = 1) -> str:
    """Return the bookmark that stands for a key; `count` tells apart those with one key."""
    return f"rg_{digest(key if count == 1 else f'{key}#{count}', 10)}"


def caption_mark(id: str) -> str:
    """Return the bookmark around "Figure 3" in the caption of a block."""
    return f"_Ref{_digits(id)}"


def heading_mark(id: str) -> str:
    """Return the bookmark around a heading, to which the contents lead."""
    return f"_Toc{_digits(id)}"


def _digits(key: str) -> str:
    """Return nine digits that stand for a key, as Word numbers its own hidden bookmarks."""
    number = int.from_bytes(hashlib.sha256(key.encode("utf-8")).digest()[:8], "big")
    return f"{number % 10**9:09d}"
