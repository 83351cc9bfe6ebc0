"""Turn words into their width on the page, for column widths and for where pages end.

The widths are those of Arial, which Liberation Sans, Arimo and Helvetica share, so the answer does
not depend on the fonts of the machine.
"""

from __future__ import annotations

LINE = 1.149
"""The height of a line of Arial set solid, in ems."""

_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 "
    "975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 "
    "333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 "
    "611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_BEYOND = {
    "\N{EN DASH}": 556,
    "\N{EM DASH}": 1000,
    "\N{LEFT SINGLE QUOTATION MARK}": 222,
    "\N{RIGHT SINGLE QUOTATION MARK}": 222,
    "\N{LEFT DOUBLE QUOTATION MARK}": 333,
    "\N{RIGHT DOUBLE QUOTATION MARK}": 333,
    "\N{HORIZONTAL ELLIPSIS}": 1000,
    "\N{BULLET}": 350,
    "\N{BLACK UP-POINTING TRIANGLE}": 990,
    "\N{BLACK DOWN-POINTING TRIANGLE}": 990,
    "\N{NO-BREAK SPACE}": 278,
    "\N{MINUS SIGN}": 584,
    "\N{MIDDLE DOT}": 333,
    "\N{VULGAR FRACTION ONE HALF}": 834,
}
_UNKNOWN = 556


def _widths(table: str) -> dict[str, int]:
    ascii_widths = {chr(32 + n): int(width) for n, width in enumerate(table.split())}
    return {**ascii_widths, **_BEYOND}


_WIDTHS = {False: _widths(_REGULAR), True: _widths(_BOLD)}


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text on one line, in points."""
    widths = _WIDTHS[bold]
    return sum(widths.get(character, _UNKNOWN) for character in text) * size / 1000


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """Return how many lines a text takes in `room` points, broken at spaces as Word breaks it."""
    count, used = 1, 0.0
    space = width(" ", size, bold)
    for word in text.replace("-", "- ").split():
        long = width(word, size, bold)
        if used and used + long > room:
            count, used = count + 1, 0.0
        used += long + (0 if word.endswith("-") else space)
    return count
