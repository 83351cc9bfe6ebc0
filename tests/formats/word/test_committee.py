"""A committee paper in Word: the numbers that Word counts are those the document says."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator

import docx as reader
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reportgen.document import Document, Heading, plain
from reportgen.document import Paragraph as Block
from tests.formats.word import sample


@pytest.mark.parametrize("kind", ["committee", "council committee"])
def test_word_counts_chapters_and_paragraphs_as_the_document_does(
    write: Callable[[str], bytes], document: Document, kind: str
) -> None:
    paper = sample.paper(document)
    expected = [
        (block.number, plain(block.inlines))
        for block in paper.blocks
        if isinstance(block, Heading | Block) and block.number
    ]
    found = [pair for pair in counted(write(kind)) if re.fullmatch(r"A?\d+\.\d*", pair[0])]
    lists = ("count", "again")  # the items of the report's own lists

    assert [pair for pair in found if pair[1] not in lists] == expected
    assert ("1.2", "Two groups need help.") in expected
    assert ("A1.1", "Results were strong.") in expected


def counted(docx: bytes) -> Iterator[tuple[str, str]]:
    """Yield the number that Word shows before each paragraph of a list, and its words."""
    opened = reader.Document(io.BytesIO(docx))
    part = opened.part.numbering_part.element
    kinds = {
        num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(qn("w:val"))
        for num in part.iter(qn("w:num"))
    }
    texts = {
        (kind.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))): (
            level.find(qn("w:numFmt")).get(qn("w:val")),
            level.find(qn("w:lvlText")).get(qn("w:val")),
        )
        for kind in part.iter(qn("w:abstractNum"))
        for level in kind.iter(qn("w:lvl"))
    }
    at: Counter[tuple[str, int]] = Counter()
    for paragraph in opened.paragraphs:
        list_id, level = _place(paragraph)
        form, text = texts.get((kinds.get(list_id, ""), str(level)), ("none", ""))
        if form != "decimal":
            continue
        at[list_id, level] += 1
        for deeper in range(level + 1, 9):
            at[list_id, deeper] = 0
        for above in range(level + 1):
            text = text.replace(f"%{above + 1}", str(at[list_id, above]))
        yield text, paragraph.text


def _place(paragraph: Paragraph) -> tuple[str, int]:
    """Return the list and level of a paragraph: its own, or those of its style."""
    style = paragraph.style
    elements = [paragraph._p] + ([style.element] if style else [])
    for element in elements:
        found = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = found.find(qn("w:numId")) if found is not None else None
        if found is not None and number is not None:
            level = found.find(qn("w:ilvl"))
            return number.get(qn("w:val")), int(level.get(qn("w:val"))) if level is not None else 0
    return "", 0


def test_the_covering_report_stands_under_the_front_sheet_without_a_new_page(
    write: Callable[[str], bytes],
) -> None:
    opened = reader.Document(io.BytesIO(write("committee")))
    headings = {p.text: p for p in opened.paragraphs if p.style and "eading" in p.style.name}

    assert headings["Covering report"].paragraph_format.page_break_before is None
    assert headings["Appendix A"].paragraph_format.page_break_before
