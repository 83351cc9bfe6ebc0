"""Turn the headings of a document into the bookmarks of a PDF, each level inside the one above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.strips import Entry
from reportgen.formats.pdf.syntax import ref, text


@dataclass(frozen=True, slots=True)
class _Item:
    """A bookmark: its number, its words, where it leads, and those inside it."""

    number: int
    title: str
    destination: str
    closed: bool
    kids: list[_Item] = field(default_factory=list)

    def shown(self) -> int:
        """Return how many bookmarks inside it show once it is open."""
        return sum(1 + (0 if kid.closed else kid.shown()) for kid in self.kids)


def add_bookmarks(
    objects: Objects, entries: Sequence[Entry], destinations: Sequence[str]
) -> int | None:
    """Add a bookmark for each heading; return the number of all, or None if there is none.

    Those of chapters are open.
    """
    if not entries:
        return None
    top = _Item(objects.promise(), "", "", False)
    levels: list[tuple[int, _Item]] = []
    for entry, destination in zip(entries, destinations, strict=True):
        item = _Item(objects.promise(), text(entry.text), destination, entry.level > 1)
        while levels and levels[-1][0] >= entry.level:
            levels.pop()
        (levels[-1][1] if levels else top).kids.append(item)
        levels.append((entry.level, item))
    objects.put(top.number, f"<</Type/Outlines{_inside(top)}>>")
    _put_kids(objects, top)
    return top.number


def _put_kids(objects: Objects, parent: _Item) -> None:
    last = len(parent.kids) - 1
    for place, item in enumerate(parent.kids):
        before = f"/Prev {ref(parent.kids[place - 1].number)}" if place else ""
        after = f"/Next {ref(parent.kids[place + 1].number)}" if place < last else ""
        made = f"<</Title{item.title}/Dest{item.destination}/Parent {ref(parent.number)}"
        objects.put(item.number, f"{made}{before}{after}{_inside(item)}>>")
        _put_kids(objects, item)


def _inside(item: _Item) -> str:
    if not item.kids:
        return ""
    first, last = (ref(item.kids[place].number) for place in (0, -1))
    return f"/First {first}/Last {last}/Count {'-' if item.closed else ''}{item.shown()}"
