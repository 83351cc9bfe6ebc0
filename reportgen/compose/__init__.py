"""Turn a report into the document that every format renders.

The order of a report is decided here: cover, contents, at a glance, chapters, and at the end every
figure that no table before it shows. Numbers stay numbers; only captions and chapters are counted.
"""

from __future__ import annotations

from reportgen.compose.appendix import appendix
from reportgen.compose.cover import cover
from reportgen.compose.glance import glance
from reportgen.compose.lower import lower
from reportgen.compose.number import number_blocks
from reportgen.document import Block, Contents, Document, Heading, PageBreak, Text
from reportgen.report import Report, run

__all__ = ["compose"]


def compose(report: Report) -> Document:
    """Return the document of a report; a chapter that the data left empty is not in it.

    Raises `SectionError` if a chapter fails, `DataError` if a mention in the settings finds no
    figure, and `ProjectError` if two parts of the report would have one id.
    """
    settings = report.settings
    chapters = run(report)
    bodies = [(chapter, lower(chapter, report.content)) for chapter in chapters]
    filled = [(chapter, body) for chapter, body in bodies if body]
    blocks: list[Block] = [cover(report), Contents()]
    blocks += glance(report, chapters)
    for number, (chapter, body) in enumerate(filled, start=1):
        title = Heading(1, (Text(chapter.section.title),), chapter.section.name, str(number))
        blocks += [PageBreak(), title, *body]
    if settings.appendix:
        blocks += appendix(report.facts, blocks, [chapter.section for chapter in chapters])
    return Document(
        title=settings.title,
        subtitle=settings.subtitle,
        organisation=settings.organisation,
        date=settings.date,
        blocks=number_blocks(blocks),
        subject=settings.subtitle,
        draft=settings.status == "Draft",
        body_size=settings.body_size,
    )
