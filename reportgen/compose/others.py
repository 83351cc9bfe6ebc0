"""Turn the findings that no chapter had room for into an appendix, chapter by chapter.

Nothing found is lost: a reader of the appendix sees what was weighed and not chosen, and where
there was nothing to highlight.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Block, Heading, PageBreak, Paragraph, Text
from reportgen.report import Chapter
from reportgen.section import Statements
from reportgen.section.choice import MUTED, QUIET
from reportgen.wording import Statement

OPENING = "The chapters tell what matters most. This is what the figures say besides."
NOTHING = "Nothing to highlight. "
"""What a line begins with that finds us level with every area compared with."""


def others(chapters: Sequence[Chapter]) -> list[Block]:
    """Return the appendix of findings not chosen; nothing where every one was.

    What an officer muted is not among them.
    """
    blocks: list[Block] = []
    for chapter in chapters:
        name = chapter.section.name
        parts = [part for part in chapter.parts if isinstance(part, Statements)]
        left = [pair for part in parts for pair in part.left]
        said = [_line(name, item, why) for item, why in left if not why.startswith(MUTED)]
        if said:
            title = (Text(chapter.section.title),)
            blocks += [Heading(2, title, f"others.{name}"), *said]
    if not blocks:
        return []
    title = (Text("Other findings"),)
    opening = Paragraph((Text(OPENING),), "others.opening")
    return [PageBreak(), Heading(1, title, "others"), opening, *blocks]


def _line(chapter: str, item: Statement, why: str) -> Paragraph:
    lead = (Text(NOTHING),) if why == QUIET else ()
    return Paragraph((*lead, *item.inlines), f"others.{chapter}.{item.id}")
