"""Set the lines every page but the cover has: what it is, whose, and which page of how many."""

from __future__ import annotations

from reportgen.document import Document
from reportgen.formats.pdf.pages import Page
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.strips import Run
from reportgen.formats.pdf.styles import MILLIMETRE
from reportgen.formats.pdf.text import tidy

_HEAD = 16 * MILLIMETRE
_FOOT = 12 * MILLIMETRE
_APART = 8 * MILLIMETRE


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
    draft = " · Draft" if document.draft else ""
    whose = _run(document.organisation, right, _HEAD, setting, end=True)
    title = _shortened(document.title, draft, whose.x - left - _APART, setting)
    return (
        _run(title, left, _HEAD, setting),
        whose,
        _run(f"Page {number} of {count}", right, foot, setting, end=True),
    )


def _shortened(title: str, end: str, room: float, setting: Setting) -> str:
    """Return a title that fits beside what stands at the right, less its last words if need be."""
    words, size = title.split(" "), setting.styles.running.size
    kept = title
    while len(words) > 1 and setting.fonts.width(kept + end, False, size) > room:
        words.pop()
        kept = " ".join(words) + "…"
    return kept + end


def _run(text: str, x: float, y: float, setting: Setting, end: bool = False) -> Run:
    style, text = setting.styles.running, tidy(text)
    font = setting.fonts.regular
    start = x - setting.fonts.width(text, False, style.size) if end else x
    return Run(start, y, text, font, style.size, style.colour, None)
