"""Turn boxes into the page that each bookmark falls on, where that can be known.

Word, LibreOffice and others lay pages out a little differently. The boxes are paged a little lower
and a little higher than they are, with rows and headings held together as Word holds them and as
LibreOffice does; a page counts as known only where that makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.formats.word.boxes import Box, gap

SCALES = (0.992, 0.996, 1.0, 1.004, 1.008)
"""How much lower or higher than estimated the boxes may turn out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box begins: its page, how far down in points, and how much that page holds.

    `end` is the page that it ends on.
    """

    page: int
    top: float
    room: float
    end: int


@dataclass(slots=True)
class _Page:
    """The page being filled: its number, how much of it is used, and the last box on it."""

    number: int
    used: float = 0.0
    last: Box | None = None


def known_pages(boxes: Sequence[Box], upright: float, sideways: float) -> Mapping[str, int]:
    """Return the page of every bookmark that is on the same page in every layout.

    `upright` and `sideways` are the heights of the text on the two kinds of page, in points.
    """
    found: dict[str, int] = {}
    layouts = zip(*_layouts(boxes, upright, sideways), strict=True)
    for box, where in zip(boxes, layouts, strict=True):
        if _agreed(where):
            for mark in box.marks:
                found.setdefault(mark, where[0].page)
    return found


def _agreed(where: Sequence[Spot]) -> bool:
    """Return whether a box begins on one page in every layout."""
    return len({spot.page for spot in where}) == 1


def settled(boxes: Sequence[Box], upright: float, sideways: float) -> list[int]:
    """Return the boxes that have to begin a page so that the contents are right in every layout.

    They are places in `boxes`: a heading or caption that fits on a page in one layout and not in
    another begins the next one, with all that is held together with it. So does the last of the
    boxes before one that begins a page anyhow; of a table, all of it.
    """
    begun: list[int] = []
    start, wide = 0, False
    while start < len(boxes):
        end = stretch(boxes, start)
        heights = (sideways, upright) if wide else (upright, sideways)
        first = start + _torn(boxes[start:end], *heights)
        if first > start:
            begun.append(first)
            start = first
        else:
            wide ^= boxes[end - 1].turns
            start = end
    return begun


def _torn(boxes: Sequence[Box], upright: float, sideways: float) -> int:
    """Return the box that has to begin a page so that the first one that matters is known; or 0.

    Those that the contents name matter, and the last, on which the pages after it depend. What
    begins a page comes after a box whose page is known.
    """
    known: list[bool] = []
    last = len(boxes) - 1
    for place, where in enumerate(zip(*_layouts(boxes, upright, sideways), strict=True)):
        sure = _agreed(where) and (place < last or len({spot.end for spot in where}) == 1)
        known.append(sure)
        if not sure and (boxes[place].listed or place == last):
            break
    else:
        return 0
    first = held_from(boxes, place)
    while first and not known[first - 1]:
        first = held_from(boxes, first - 1)
    return first


def stretch(boxes: Sequence[Box], start: int) -> int:
    """Return the end of the boxes up to the next that begins a page anyhow."""
    for place in range(start + 1, len(boxes)):
        if boxes[place].begins_page or boxes[place - 1].turns:
            return place
    return len(boxes)


def held_from(boxes: Sequence[Box], place: int) -> int:
    """Return the first of the boxes that are held together with one, or that are its table."""
    while place and not boxes[place].begins_page:
        before, here = boxes[place - 1], boxes[place]
        if not (before.keep_next or (here.table and here.table == before.table)):
            break
        place -= 1
    return place


def _layouts(boxes: Sequence[Box], upright: float, sideways: float) -> list[Iterator[Spot]]:
    loose = _rows_let_go(boxes)
    ways = (boxes, loose, _held_whole(loose))
    return [spots(own, upright / scale, sideways / scale) for own in ways for scale in SCALES]


def _rows_let_go(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes as LibreOffice holds them: it keeps a table whole, or lets every row go."""
    loose = {box.table for box in boxes if box.table and not box.keep_next and not box.last}
    return [replace(box, keep_next=False) if box.table in loose else box for box in boxes]


def _held_whole(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes as LibreOffice may hold them: with a heading, all of a short paragraph."""
    pairs = zip((None, *boxes), boxes, strict=False)
    return [replace(box, lines=1) if above and above.keep_next else box for above, box in pairs]


def spots(boxes: Sequence[Box], upright: float, sideways: float) -> Iterator[Spot]:
    """Yield where each box begins, on pages of the given heights. The first page is 1."""
    page, height, wide = _Page(1), upright, False
    at = 0
    while at < len(boxes):
        end = held_to(boxes, at)
        chain = boxes[at:end]
        if page.last and (chain[0].begins_page or _reach(page, chain) > height):
            page = _next(page, chain[0])
        for box in chain:
            page, spot = _put(page, box, height)
            yield spot
            if box.turns:
                wide = not wide
                page = _Page(page.number + 1)
                height = sideways if wide else upright
        at = end


def reach(chain: Sequence[Box]) -> float:
    """Return how far down a page of its own a chain reaches."""
    return _reach(_Page(1), chain)


def _reach(page: _Page, chain: Sequence[Box]) -> float:
    """Return how far down the page a chain reaches, of its last box only what must be with it."""
    end, above = page.used, page.last
    for box in chain[:-1]:
        end += gap(above, box) + box.height
        above = box
    return end + gap(above, chain[-1]) + _least(chain[-1])


def _put(page: _Page, box: Box, height: float) -> tuple[_Page, Spot]:
    """Return the page that a box ends on, and where it begins."""
    if page.last and page.used + gap(page.last, box) + _least(box) > height:
        page = _next(page, box)
    start = page.used + (gap(page.last, box) if page.last or box.begins_page else 0.0)
    parted = box.lines > 1 and start + box.height > height
    spot = Spot(page.number, start, height, page.number + parted)
    if not parted:
        return _Page(page.number, start + box.height, box), spot
    line = box.height / box.lines
    stay = min(max(int((height - start) / line), 2), box.lines - 2)
    return _Page(page.number + 1, (box.lines - stay) * line, box), spot


def _next(page: _Page, box: Box) -> _Page:
    """Return a fresh page; a table that goes on there repeats its header."""
    return _Page(page.number + 1, box.header)


def held_to(boxes: Sequence[Box], at: int) -> int:
    """Return the end of the boxes that stay on one page, from `at` on."""
    end = at + 1
    while end < len(boxes) and boxes[end - 1].keep_next and not boxes[end].begins_page:
        if boxes[end - 1].turns:
            break
        end += 1
    return end


def _least(box: Box) -> float:
    """Return the height that a box needs at the foot of a page: two lines, or all of it."""
    return box.height * 2 / box.lines if box.lines > 1 else box.height
