"""Set what stands on every page: what it is, whose, which page of how many, and that it is a draft.

The mark of a draft hangs from the upper edge, above the lines, where it hides nothing. Whoever
listens to the pages hears on the cover what the status is; the mark, like the lines, is not read
out each time.
"""

from __future__ import annotations

from reportgen.document import Document
from reportgen.formats.pdf.pages import Page
from reportgen.formats.pdf.passages import tidy
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.strips import Box, Run
from reportgen.formats.pdf.styles import MILLIMETRE

_HEAD = 16 * MILLIMETRE
_FOOT = 12 * MILLIMETRE
_APART = 8 * MILLIMETRE
_TAB = (24 * MILLIMETRE, 11 * MILLIMETRE)
_TAB_SIZE = 12


def running_lines(
    pages: tuple[Page, ...], document: Document, setting: Setting
) -> tuple[tuple[Run, ...], ...]:
    """Return the runs at the head and the foot of each page, in points from its top left corner."""
    return tuple(
        () if page.sheet == "cover" else _lines(page, number, len(pages), document, setting)
        for number, page in enumerate(pages, 1)
    )


def _lines(
    page: Page, number: int, count: int, document: Document, setting: Setting
) -> tuple[Run, ...]:
    frame = page.frame
    left, right, foot = frame.left, frame.width - frame.right, frame.height - _FOOT
    half = (right - left - _APART) / 2
    name = _shortened(document.organisation, half, setting)
    whose = _runs(name, right, _HEAD, setting, end=True)
    title = _shortened(document.head_title, whose[0].x - left - _APART, setting)
    which = _runs(f"Page {number} of {count}", right, foot, setting, end=True)
    return (*_runs(title, left, _HEAD, setting), *whose, *which)


def _shortened(text: str, room: float, setting: Setting) -> str:
    """Return a text that fits the room, less its last words, or letters, if need be."""
    words, size = tidy(text).split(" "), setting.styles.running.size
    kept = " ".join(words)
    while len(words) > 1 and setting.fonts.width(kept, False, size) > room:
        words.pop()
        kept = " ".join(words).rstrip(",;:–-") + "…"
    while len(kept) > 2 and setting.fonts.width(kept, False, size) > room:
        kept = kept.rstrip("…")[:-1] + "…"
    return kept


def draft_marks(pages: tuple[Page, ...], setting: Setting) -> tuple[tuple[Box | Run, ...], ...]:
    """Return the mark of a draft for each page: a dark tab, on the dark cover a white one."""
    return tuple(_tab(page, setting) for page in pages)


def _tab(page: Page, setting: Setting) -> tuple[Box, Run]:
    inks = (setting.colour("text"), setting.colour("ground"))
    ground, ink = reversed(inks) if page.sheet == "cover" else inks
    width, height = _TAB
    font, words = setting.fonts.bold, "Draft"
    middle = page.frame.width / 2
    x = middle - setting.fonts.width(words, True, _TAB_SIZE) / 2
    y = height - 3.2 * MILLIMETRE  # low, because few printers reach the edge of the paper
    tab = Box(middle - width / 2, -3, width, height + 3, ground)
    return tab, Run(x, y, words, font, _TAB_SIZE, ink, None)


def _runs(text: str, x: float, y: float, setting: Setting, end: bool = False) -> tuple[Run, ...]:
    """Return a line that begins, or ends, at a place: a run for each face that it takes."""
    style, fonts = setting.styles.running, setting.fonts
    if end:
        x -= fonts.width(text, False, style.size)
    runs = []
    for font, part in fonts.split(text, False):
        runs.append(Run(x, y, part, font, style.size, style.colour, None))
        x += font.width(part, style.size)
    return tuple(runs)
