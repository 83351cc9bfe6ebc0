"""Turn what officers write for a committee into its covering report, and count the paragraphs.

A paper is a short covering report with the long one as its appendix. A committee speaks of "1.2"
and "A3.4": the number of a paragraph does not depend on where the pages of an agenda pack end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.content import FRONT_SHEET
from reportgen.document import Block, Heading, PageBreak, Paragraph, Text
from reportgen.report import Report


def covering(report: Report) -> list[Block]:
    """Return the covering report, with the heading over its appendix; empty without its words.

    Its parts are the passages of words/front_sheet.md in their order, because each council has its
    own.
    """
    passages = {
        title: prose for title, prose in report.content.words.get(FRONT_SHEET, {}).items() if prose
    }
    if report.settings.profile != "committee" or not passages:
        return []
    blocks: list[Block] = [Heading(1, (Text("Covering report"),), "covering")]
    for place, (title, prose) in enumerate(passages.items(), start=1):
        blocks.append(Heading(2, (Text(title),), f"covering.{place}", f"{place}."))
        blocks += prose
    appendix = Heading(1, (Text(f"Appendix A: {report.settings.title}"),), "covering.appendix")
    return [*blocks, PageBreak(), appendix]


def chapter_number(report: Report, number: int, covered: bool) -> str:
    """Return the number of a chapter; `covered` says that a covering report comes before."""
    if report.settings.profile != "committee":
        return str(number)
    return f"A{number}." if covered else f"{number}."


def number_paragraphs(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with each paragraph counted under the heading whose number is before it.

    Lists, callouts and small print are not counted, nor what stands under a chapter without number.
    """
    numbered: list[Block] = []
    under, count = "", 0
    for block in blocks:
        if isinstance(block, Heading) and (block.level == 1 or block.number):
            under, count = block.number, 0
        elif isinstance(block, Paragraph) and under and block.role != "small":
            count += 1
            block = replace(block, number=f"{under}{count}")
        numbered.append(block)
    return numbered
