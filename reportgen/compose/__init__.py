"""Turn a report into the document that every format renders.

The order of a report is decided here: cover, contents, at a glance, chapters, the findings they had
no room for, every figure that no table before it shows, and last the lists of figures and tables.
In a committee paper the covering report comes first. Numbers stay numbers; captions, chapters and
paragraphs are counted, and what a chart says in words leads to the table with its figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.compose.appendix import appendix
from reportgen.compose.committee import chapter_number, covering, number_paragraphs
from reportgen.compose.cover import cover
from reportgen.compose.glance import glance
from reportgen.compose.lists import lists
from reportgen.compose.lower import lower
from reportgen.compose.number import number_blocks
from reportgen.compose.others import others
from reportgen.compose.spoken import speak
from reportgen.compose.told_once import tell_once
from reportgen.document import Block, Contents, Document, Heading, PageBreak, Text
from reportgen.report import Chapter, Report, run

__all__ = ["compose"]


def compose(report: Report) -> Document:
    """Return the document of a report; a chapter that the data left empty is not in it.

    Raises `SectionError` if a chapter fails, `DataError` if a mention in the settings finds no
    figure, and `ProjectError` if two parts of the report would have one id.
    """
    settings = report.settings
    chapters = run(report)
    before = covering(report)
    blocks: list[Block] = [cover(report), *before, *([] if before else [PageBreak()]), Contents()]
    blocks += glance(report, chapters)
    blocks += _chapters(report, chapters, bool(before))
    if settings.appendix:
        blocks += others(chapters)
        figures = appendix(report.facts, blocks, [chapter.section for chapter in chapters])
        blocks += tell_once(figures, report.facts.dictionary.measures.values())
    blocks += lists(blocks)
    if settings.profile == "committee":
        blocks = number_paragraphs(blocks)
    return Document(
        title=settings.title,
        subtitle=settings.subtitle,
        organisation=settings.organisation,
        date=settings.date,
        blocks=speak(number_blocks(blocks)),
        subject=settings.subtitle,
        draft=settings.status == "Draft",
        body_size=settings.body_size,
        profile=settings.profile,
    )


def _chapters(report: Report, chapters: tuple[Chapter, ...], covered: bool) -> Iterator[Block]:
    """Yield each chapter that has anything to say, on a page of its own, under its title."""
    measures = report.facts.dictionary.measures.values()
    bodies = [(chapter.section, lower(chapter, report.content)) for chapter in chapters]
    filled = [(section, body) for section, body in bodies if body]
    for place, (section, body) in enumerate(filled, start=1):
        number = chapter_number(report, place, covered)
        yield PageBreak()
        yield Heading(1, (Text(section.title),), section.name, number)
        yield from tell_once(body, measures)
