"""Turn strips into pages, choosing where each page ends.

The choice is made for a whole run of pages at once: of all the ways to cut it, the one that costs
least, where a short page, a heading at the foot and a lone row each have their price. So a page is
not filled at the expense of the one after it, and a line too many is taken in by closing up the air
between blocks. What would have room is seldom carried over to make two pages alike, and a line of
text hardly ever: text runs on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from reportgen.formats.pdf.strips import FORBIDDEN, Sheet, Strip
from reportgen.formats.pdf.styles import Frame

_PAGE = 60.0
_EMPTY = 110.0
_BLANK, _VOID = 0.36, 300.0
"""The share of a page that may stay empty, and what it costs to leave all the rest empty too."""
_CHOSEN, _RUNS_ON = 2.0, 12.0
"""How many times as dear an empty foot is that has room for what follows; if that is text."""
_SCANT = 80.0
_TIGHT = 25.0
_UNDER, _FEW = 85.0, 40.0
"""Points that should follow a heading on its page, and what it costs if hardly any do."""
_ROWS = 15.0
"""What a break between the rows of a table costs more than."""
_DEAR = FORBIDDEN / 2
"""The cost of a break that is made only for want of another."""
_NEVER = float("inf")
_SQUEEZE = 0.4
"""The share of the air between blocks that a page may give up so that one more line fits."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its sheet, and its strips with the height at which each one's top stands."""

    sheet: Sheet
    frame: Frame
    placed: tuple[tuple[Strip, float], ...]


def paginate(strips: tuple[Strip, ...], frame: Frame) -> tuple[Page, ...]:
    """Return the pages of a document whose upright sheet is `frame`."""
    return tuple(page for stretch in _stretches(strips) for page in _cut(stretch, frame))


def _stretches(strips: tuple[Strip, ...]) -> Iterator[list[Strip]]:
    """Yield the strips between places where a new page has to begin."""
    number, sheet = 0, "portrait"
    numbered = []
    for strip in strips:
        if strip.new_page or strip.sheet != sheet:
            number += 1
        sheet = strip.sheet
        numbered.append((number, strip))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [strip for _, strip in group]


def _cut(strips: list[Strip], frame: Frame) -> Iterator[Page]:
    sheet = strips[0].sheet
    turned = frame.turned() if sheet == "landscape" else frame
    room = frame.height if sheet == "cover" else turned.inner_height
    ends = _ends(strips, room)
    start = 0
    while start < len(strips):
        end = ends[start]
        yield _page(strips[start:end], sheet, turned, room)
        start = end


def _ends(strips: list[Strip], room: float) -> list[int]:
    """Return, for a page that begins with a strip, where the cheapest cut ends it.

    Dear breaks are weighed only where the pages cannot do without. A strip that no page begins with
    has no end.
    """
    prices = _prices(strips)
    everywhere = range(len(prices))
    cheap = [end for end in everywhere if prices[end] < _DEAR]
    total, ends = _cheapest(strips, room, prices, cheap)
    return ends if total < _NEVER else _cheapest(strips, room, prices, everywhere)[1]


def _cheapest(
    strips: list[Strip], room: float, prices: list[float], choices: Sequence[int]
) -> tuple[float, list[int]]:
    """Return what the cheapest cut costs of those that end pages before some strips, and its ends.

    A page on which nothing else fits ends after its first strip, wherever that is.
    """
    count = len(strips)
    times, full = _carried(strips), _fullest(prices)
    roll = _Roll(strips, room)
    cost = [_NEVER] * count + [0.0]
    ends = [0] * count
    for start in sorted({0, *choices} - {count}, reverse=True):
        top, last = roll.top(start), roll.last(start)
        best, choice = _NEVER, start + 1
        least = _PAGE + min(cost[start + 1 : last + 1])
        for end in reversed(choices[bisect_right(choices, start) : bisect_right(choices, last)]):
            empty = 1 - (roll.foot[end] - top) / room
            foot = _filling(empty, end == count)
            if empty > 0 and end < count and least + foot > best:
                break  # the emptier, the dearer
            if end < full[last]:
                foot *= times[end]
            here = cost[end] + prices[end] + foot
            if here < best:
                best, choice = here, end
        cost[start], ends[start] = best, choice
    return cost[0], ends


class _Roll:
    """The strips on one endless page, from which pages of a height are cut; asked from its end.

    `foot` is where the strip before each strip ends on it.
    """

    def __init__(self, strips: list[Strip], room: float) -> None:
        self.room = room
        self._headers = [sum([header.height for header in strip.header]) for strip in strips]
        self._solid = [0.0, *accumulate(strip.height for strip in strips)]
        self._air = [0.0, *accumulate(_gaps(strips))]
        self.foot = [solid + air for solid, air in zip(self._solid, self._air, strict=True)]
        self._end = len(strips)

    def top(self, start: int) -> float:
        """Return where a page begins that begins with a strip and the header above it."""
        return self._solid[start] + self._air[start + 1] - self._headers[start]

    def last(self, start: int) -> int:
        """Return the last strip before which that page may end, its air squeezed."""
        while self._end > start + 1 and self._over(start, self._end, 0):
            self._end -= 1
        end = self._end
        while end > start + 1 and self._over(start, end, self._headers[start]):
            end -= 1
        return end

    def _over(self, start: int, end: int, header: float) -> bool:
        solid = header + self._solid[end] - self._solid[start]
        air = self._air[end] - self._air[start + 1]
        return solid + air * (1 - _SQUEEZE) > self.room + 0.01


def _prices(strips: list[Strip]) -> list[float]:
    """Return what a page costs that ends before each strip, or with the last, however full it is.

    It costs more if a heading is close above its end.
    """
    found: list[float] = []
    under, kept = _UNDER, 0.0
    for strip, gap in zip(strips, _gaps(strips), strict=True):
        few = _FEW * max(1 - (under + gap) / _UNDER, 0)
        found.append(_PAGE + few + kept + strip.penalty)
        under = 0.0 if strip.heading else under + gap + strip.height
        kept = FORBIDDEN if strip.keep else 0.0
    return [*found, _PAGE]


def _carried(strips: list[Strip]) -> list[float]:
    """Return how many times as dear it is to carry each strip over from a page with room for it."""
    held = (strip.keep or strip.heading or strip.header for strip in strips)
    return [*(_CHOSEN if one else _RUNS_ON for one in held), 1.0]


def _fullest(prices: list[float]) -> list[int]:
    """Return, for each strip before which a page may end at the latest, where it ends best filled.

    That is not within a table, whose rows belong together.
    """
    found, end = [], 0
    for place, price in enumerate(prices):
        end = place if price < _PAGE + _FEW + _ROWS else end
        found.append(end)
    return found


def _gaps(strips: list[Strip]) -> list[float]:
    """Return the air above each strip, none above the first."""
    pairs = pairwise(strips)
    return [0.0, *(max(above.after, below.before) for above, below in pairs)]


def _filling(empty: float, last: bool) -> float:
    """Return the price of a page with a share of it left empty; the `last` may be so.

    The share is below zero where the air has to be squeezed for everything to fit.
    """
    if empty < 0:
        return _TIGHT * min(-empty / 0.05, 1.0)
    if last:
        return _SCANT * max(empty - 0.8, 0) / 0.2
    filling = _EMPTY * empty * empty
    return filling if empty <= _BLANK else filling + _VOID * (empty - _BLANK)


def _page(strips: list[Strip], sheet: Sheet, frame: Frame, room: float) -> Page:
    header = strips[0].header
    gaps = _gaps(strips)
    air = sum(gaps)
    over = sum([strip.height for strip in (*header, *strips)]) + air - room
    ease = 1 - min(max(over, 0) / air, _SQUEEZE) if air else 1.0
    y = 0.0 if sheet == "cover" else frame.top
    placed: list[tuple[Strip, float]] = []
    for strip in header:
        placed.append((strip, y))
        y += strip.height
    for strip, gap in zip(strips, gaps, strict=True):
        y += gap * ease
        placed.append((strip, y))
        y += strip.height
    return Page(sheet, frame, tuple(placed))
