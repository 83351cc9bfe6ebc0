"""Turn titles that take several lines into lines of about the same length.

The rule it guards: the words and how many lines they take stay as they are; only the right edge of
the paragraph moves in. Where another cut is as short, no line ends inside a word with a hyphen, nor
between a number and the word that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportgen.formats.word.boxes import ENDS, pieces_of
from reportgen.formats.word.metrics import width
from reportgen.formats.word.prose import set_property
from reportgen.formats.word.style import Style
from reportgen.formats.word.xml import Element, el, tag, twips
from reportgen.unbroken import names_a_number

TITLES = ("Title", "Subtitle", "Heading1", "Heading2", "Heading3")
CAPTIONS = ("Caption", "TableCaption", "CaptionNote")
_SLACK = 2.0
"""Points by which an edge stands beyond the longest line, as widths are only nearly known."""
_STEP = 6.0
"""By so many points the edge goes back where a line would end badly."""

Piece = tuple[str, float]
"""Words between which no line may end, and their width in points."""


def even_out(elements: Iterable[Element], styles: Mapping[str, Style], room: float) -> None:
    """Move in the right edge of titles and captions that have `room` points across."""
    for element in elements:
        name = element.find(f"{tag('w:pPr')}/{tag('w:pStyle')}")
        style = styles.get(name.get(tag("w:val"), "")) if name is not None else None
        if style is None or style.id not in (*TITLES, *CAPTIONS) or style.numbering:
            continue
        if element.find(f"{tag('w:pPr')}/{tag('w:numPr')}") is None:
            inside = room - (style.left or 0) - (style.right or 0)
            space = width(" ", style.size or 11.0, style.bold)
            edge = least(pieces_of(element, style), inside, space)
            if edge < inside:
                right = twips(inside - edge + (style.right or 0))
                set_property(element, el("w:ind", right=right))


def least(pieces: Iterable[Piece], room: float, space: float) -> float:
    """Return the least width in points that takes no more lines than `room`; `room` for one.

    It is the least that leaves words with a hyphen whole and numbers with their words, if any does.
    `space` is the width of a space, which may hang over the edge.
    """
    words = _whole(pieces)
    count = len(_rows(words, room, space))
    if count == 1 or any(text in ("\n", "\t") for text, _ in words):
        return room
    low, high = room / 2, room
    for _ in range(8):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_rows(words, middle, space)) == count else (middle, high)
    wide = high
    while wide < room and _parts_badly(_rows(words, wide, space)):
        wide += _STEP
    rows = _rows(words, wide if wide < room else high, space)
    return min(max(_extent(row, space) for row in rows) + _SLACK, room)


def _whole(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces with those put together between which no line may end."""
    found: list[Piece] = []
    for text, wide in pieces:
        if found and not found[-1][0].endswith(ENDS):
            before, used = found.pop()
            text, wide = before + text, used + wide
        found.append((text, wide))
    return found


def _rows(words: Iterable[Piece], room: float, space: float) -> list[list[Piece]]:
    """Return words in lines, each as full as `room` allows."""
    rows: list[list[Piece]] = [[]]
    used = 0.0
    for text, wide in words:
        if rows[-1] and used + wide - (space if text.endswith(" ") else 0) > room:
            rows.append([])
            used = 0.0
        rows[-1].append((text, wide))
        used += wide
    return rows


def _parts_badly(rows: Sequence[Sequence[Piece]]) -> bool:
    """Return whether a line ends inside a word with a hyphen, or before the number of a word."""
    for above, below in pairwise(rows):
        end, start = above[-1][0], below[0][0]
        if end.endswith("-") or (start[:1].isdigit() and names_a_number(end.rstrip(" "))):
            return True
    return False


def _extent(row: Sequence[Piece], space: float) -> float:
    hanging = space if row[-1][0].endswith(" ") else 0.0
    return sum(wide for _, wide in row) - hanging
