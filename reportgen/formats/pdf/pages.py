"""Turn strips into pages, choosing where each page ends.

The choice is made for a whole run of pages at once: of all the ways to cut it, the one that costs
least, where a short page, a heading at the foot and a lone row each have their price. So a page is
not filled at the expense of the one after it, and a line too many is taken in by closing up the air
between blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportgen.formats.pdf.strips import FORBIDDEN, Sheet, Strip
from reportgen.formats.pdf.styles import Frame

_PAGE = 60.0
_EMPTY = 110.0
_BLANK, _VOID = 0.36, 300.0
"""The share of a page that may stay empty, and what it costs to leave all the rest empty too."""
_SCANT = 80.0
_TIGHT = 25.0
_UNDER, _FEW = 85.0, 40.0
"""Points that should follow a heading on its page, and what it costs if hardly any do."""
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
    """Return, for a page that begins with each strip, where the cheapest cut ends it."""
    count = len(strips)
    gaps = _gaps(strips)
    few = _few(strips, gaps)
    cost = [0.0] * (count + 1)
    ends = [0] * count
    for start in range(count - 1, -1, -1):
        solid = sum(strip.height for strip in strips[start].header)
        air = -gaps[start]
        best, choice = float("inf"), start + 1
        for end in range(start + 1, count + 1):
            solid += strips[end - 1].height
            air += gaps[end - 1]
            if solid + air * (1 - _SQUEEZE) > room + 0.01 and end > start + 1:
                break
            here = cost[end] + few[end] + _cost(strips, end, (room - solid - air) / room)
            if here <= best:
                best, choice = here, end
        cost[start], ends[start] = best, choice
    return ends


def _few(strips: list[Strip], gaps: list[float]) -> list[float]:
    """Return what it costs to end a page before each strip because it is close under a heading."""
    found: list[float] = []
    under = _UNDER
    for strip, gap in zip(strips, gaps, strict=True):
        found.append(_FEW * max(1 - (under + gap) / _UNDER, 0))
        under = 0.0 if strip.heading else under + gap + strip.height
    return [*found, 0.0]


def _gaps(strips: list[Strip]) -> list[float]:
    """Return the air above each strip, none above the first."""
    pairs = pairwise(strips)
    return [0.0, *(max(above.after, below.before) for above, below in pairs)]


def _cost(strips: list[Strip], end: int, empty: float) -> float:
    """Return the price of a page that ends before a strip with a share of it left empty.

    The share is below zero where the air has to be squeezed for everything to fit.
    """
    if empty < 0:
        filling = _TIGHT * min(-empty / 0.05, 1.0)
    elif end == len(strips):
        filling = _SCANT * max(empty - 0.8, 0) / 0.2
    else:
        filling = _EMPTY * empty * empty + _VOID * max(empty - _BLANK, 0)
    if end == len(strips):
        return _PAGE + filling
    kept = FORBIDDEN if strips[end - 1].keep else 0.0
    return _PAGE + kept + strips[end].penalty + filling


def _page(strips: list[Strip], sheet: Sheet, frame: Frame, room: float) -> Page:
    header = strips[0].header
    gaps = _gaps(strips)
    over = sum(strip.height for strip in (*header, *strips)) + sum(gaps) - room
    ease = 1 - min(max(over, 0) / sum(gaps), _SQUEEZE) if sum(gaps) else 1.0
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
