"""Turn boxes into the page that each bookmark falls on, where that can be known.

Word, LibreOffice and others lay pages out a little differently. The boxes are paged a little lower
and a little higher than they are, and a page counts as known only where that makes no difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.formats.word.boxes import Box, gap

SCALES = (0.992, 0.996, 1.0, 1.004, 1.008)
"""How much lower or higher than estimated the boxes may turn out."""


@dataclass(slots=True)
class _Page:
    """The page being filled: its number, how much of it is used, and the last box on it."""

    number: int
    used: float = 0.0
    last: Box | None = None


def known_pages(boxes: Sequence[Box], upright: float, sideways: float) -> Mapping[str, int]:
    """Return the page of every bookmark that is on the same page at every scale.

    `upright` and `sideways` are the heights of the text on the two kinds of page, in points.
    """
    layouts = [lay_out(boxes, upright / scale, sideways / scale) for scale in SCALES]
    first = layouts[0]
    return {
        mark: page
        for mark, page in first.items()
        if all(other[mark] == page for other in layouts[1:])
    }


def lay_out(boxes: Sequence[Box], upright: float, sideways: float) -> Mapping[str, int]:
    """Return the page of every bookmark on pages of the given heights. The first page is 1."""
    found: dict[str, int] = {}
    page, height, wide = _Page(1), upright, False
    at = 0
    while at < len(boxes):
        end = _chain(boxes, at)
        chain = boxes[at:end]
        if page.last and (chain[0].begins_page or _end(page, chain) > height):
            page = _next(page, chain[0])
        for box in chain:
            page = _put(page, box, height, found)
            if box.turns:
                wide = not wide
                page = _Page(page.number + 1)
                height = sideways if wide else upright
        at = end
    return found


def _end(page: _Page, chain: Sequence[Box]) -> float:
    """Return how far down the page a chain reaches, of its last box only what must be with it."""
    end, above = page.used, page.last
    for box in chain[:-1]:
        end += gap(above, box) + box.height
        above = box
    return end + gap(above, chain[-1]) + _least(chain[-1])


def _put(page: _Page, box: Box, height: float, found: dict[str, int]) -> _Page:
    """Return the page that a box ends on."""
    if page.last and page.used + gap(page.last, box) + _least(box) > height:
        page = _next(page, box)
    for mark in box.marks:
        found.setdefault(mark, page.number)
    start = page.used + (gap(page.last, box) if page.last or box.begins_page else 0.0)
    if box.lines > 1 and start + box.height > height:
        line = box.height / box.lines
        stay = min(max(int((height - start) / line), 2), box.lines - 2)
        return _Page(page.number + 1, (box.lines - stay) * line, box)
    return _Page(page.number, start + box.height, box)


def _next(page: _Page, box: Box) -> _Page:
    """Return a fresh page; a table that goes on there repeats its header."""
    return _Page(page.number + 1, box.header)


def _chain(boxes: Sequence[Box], at: int) -> int:
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
