"""Give a PDF its headings as bookmarks, each level inside the one above (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.strips import Entry
from reportgen.formats.pdf.syntax import dictionary, ref, string

_ROOT: Final = Entry(0, "", "")


@dataclass(slots=True)
class _Item:
    """A bookmark: the number of its object, its heading, and the bookmarks inside it."""

    number: int
    entry: Entry
    inside: list[_Item] = field(default_factory=list)

    @property
    def closed(self) -> bool:
        """Whether what is inside shows only when asked for."""
        return self.entry.level > 1

    @property
    def shown(self) -> int:
        """How many bookmarks show under this one when it is open."""
        return sum(1 if item.closed else 1 + item.shown for item in self.inside)

    @property
    def inner(self) -> dict[str, object]:
        """What an object says of the bookmarks inside it, if there are any."""
        if not self.inside:
            return {}
        count = -self.shown if self.closed else self.shown
        ends = {"First": self.inside[0], "Last": self.inside[-1]}
        return {key: ref(item.number) for key, item in ends.items()} | {"Count": count}


def add_bookmarks(file: File, entries: tuple[Entry, ...], place: Callable[[str], str]) -> int:
    """Add headings as bookmarks to a file; return the number of the outermost object.

    `place` gives the destination of a block.
    """
    root = _Item(file.number(), _ROOT)
    above = [root]
    for entry in entries:
        while above[-1].entry.level >= entry.level:
            above.pop()
        item = _Item(file.number(), entry)
        above[-1].inside.append(item)
        above.append(item)
    file.put(root.number, dictionary({"Type": "/Outlines"} | root.inner))
    _put_inside(file, root, place)
    return root.number


def _put_inside(file: File, parent: _Item, place: Callable[[str], str]) -> None:
    """Say what the bookmarks inside another are, and those inside them."""
    for number, item in enumerate(parent.inside):
        about: dict[str, object] = {
            "Title": string(item.entry.text),
            "Parent": ref(parent.number),
            "Dest": place(item.entry.block),
        }
        if number:
            about["Prev"] = ref(parent.inside[number - 1].number)
        if item is not parent.inside[-1]:
            about["Next"] = ref(parent.inside[number + 1].number)
        file.put(item.number, dictionary(about | item.inner))
        _put_inside(file, item, place)
