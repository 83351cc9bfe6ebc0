"""The Word document and the PDF say the same words in the same order, and leave none of them out.

Left aside are what only one of the two can have: running heads and page numbers, the contents and
the lists of figures, the marks of lists, the triangle before a label, which the PDF paints as
decoration, and the labels inside a chart. What a chart shows is
compared in words, as those hear it who cannot see it.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from reportgen.build import build
from reportgen.compose import compose
from reportgen.document import Chart, Document, Heading, Table
from reportgen.project import read_project
from tests.formats.pdf.reading import Element, Mark, read_page, read_tree
from tests.reading import grid, running_text, title, under, words

ROOT = Path(__file__).parent.parent
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LISTS = ("TOC", "TableofFigures")
WITHIN_A_LINE = ("Span", "Link", "Em", "Strong", "Reference")
TRIANGLE = re.compile(r"^[▲▼] (?=\w)")
LIST_MARK = re.compile(r"[•–◦▪]|\d+\.|[a-z]\.")


@dataclass(frozen=True)
class Built:
    """A report as a document, the words of its two files, and how they describe what is drawn."""

    document: Document
    word: list[str]
    pdf: list[str]
    word_described: list[str]
    pdf_described: list[str]


def word_words(path: Path) -> Iterator[str]:
    """Yield the words of a Word file in the order of its body, tables and boxes included."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        if not name.startswith(LISTS):
            text = "".join(_pieces(paragraph))
            yield from (TRIANGLE.sub("", text) if name.endswith("Label") else text).split()


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """Yield the text of a paragraph, without that of a paragraph in a box inside it."""
    for piece in paragraph.iter():
        if next(piece.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        if next(piece.iterancestors(FALLBACK), None) is not None:
            continue  # the picture beside a chart, for programs that do not draw the chart
        if piece.tag == f"{W}t":
            yield piece.text or ""
        elif piece.tag in (f"{W}tab", f"{W}br") and piece.getparent().tag == f"{W}r":
            yield " "
        elif str(piece.tag).endswith("}docPr"):
            yield f" {piece.get('descr', '')} "


def pdf_words(path: Path) -> Iterator[str]:
    """Yield the words of a PDF in the order of its structure tree."""
    faults: list[str] = []
    with pikepdf.open(path) as pdf:
        pages = [read_page(pdf, number) for number in range(len(pdf.pages))]
        for top in read_tree(pdf, pages, faults):
            yield from "".join(_spoken(top)).split()
    assert faults == []


def _spoken(element: Element) -> Iterator[str]:
    """Yield the text of an element: what runs within a line as it is, all else set apart."""
    if element.kind == "TOC" or (element.kind == "Lbl" and LIST_MARK.fullmatch(element.text)):
        return
    apart = "" if element.kind in WITHIN_A_LINE else " "
    yield apart
    if element.kind == "Figure":
        yield str(element.raw.get(pikepdf.Name.Alt, ""))
    else:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from _spoken(kid)
            elif isinstance(kid, Mark):
                yield kid.raw_text
    yield apart


def described_in_word(path: Path) -> Iterator[str]:
    """Yield what a Word file says of each chart and table of figures or plans, in order."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for piece in body.iter():
        if next(piece.iterancestors(FALLBACK), None) is not None:
            continue
        if str(piece.tag).endswith("}docPr") and piece.get("descr"):
            yield piece.get("descr", "")
        name = piece.find(f"{W}tblCaption") if piece.tag == f"{W}tblPr" else None
        if name is not None and name.get(f"{W}val", "").startswith("Table "):
            yield piece.find(f"{W}tblDescription").get(f"{W}val")


def described_in_pdf(path: Path) -> Iterator[str]:
    """Yield what a PDF says of each figure and table, in the order of its structure tree."""
    with pikepdf.open(path) as pdf:
        pages = [read_page(pdf, number) for number in range(len(pdf.pages))]
        for top in read_tree(pdf, pages, []):
            yield from _described(top)


def _described(element: Element) -> Iterator[str]:
    if element.kind == "Figure":
        yield str(element.raw.Alt)
    if element.kind == "Table":
        yield str(element.raw.A.Summary)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _described(kid)


def made(report: Path, output: Path) -> Built:
    word, pdf = build(report, output, ("docx", "pdf"))
    document = compose(read_project(report))
    told = [*described_in_word(word)], [*described_in_pdf(pdf)]
    return Built(document, [*word_words(word)], without_title(pdf_words(pdf)), *told)


def without_title(found: Iterator[str]) -> list[str]:
    """The words without the heading over the contents, which Word counts among them."""
    whole = list(found)
    whole.remove("Contents")
    return whole


@pytest.fixture(scope="module", params=["small", "buckinghamshire-2021"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param != "small":
        return made(ROOT / "data" / request.param, folder)
    shutil.copytree(ROOT / "tests" / "projects" / "small", folder / "small")
    shutil.copytree(ROOT / "assets", folder / "small" / "assets")
    return made(folder / "small" / "data" / "example", folder / "output")


def test_word_and_pdf_say_the_same_words_in_the_same_order(built: Built) -> None:
    same = next(
        (n for n, pair in enumerate(zip(built.word, built.pdf, strict=False)) if len({*pair}) > 1),
        min(len(built.word), len(built.pdf)),
    )

    assert " ".join(built.word[same : same + 20]) == " ".join(built.pdf[same : same + 20])
    assert len(built.word) == len(built.pdf)


def test_every_word_of_the_report_is_said_in_its_order(built: Built) -> None:
    said = " ".join(built.pdf)
    expected = [" ".join(text.split()) for text in whole_text(built.document)]
    at, lost = 0, []
    for text in expected:
        found = said.find(text, at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(text)

    assert lost == []
    assert len(expected) > 50


def test_word_and_pdf_describe_every_chart_and_table_alike(built: Built) -> None:
    charts = [block.alt for block in built.document.blocks if isinstance(block, Chart)]
    tables = [block.summary for block in built.document.blocks if isinstance(block, Table)]

    assert built.word_described == built.pdf_described
    assert sorted(built.word_described) == sorted([*charts, *tables])
    assert all(charts)
    assert all(tables)


def whole_text(document: Document) -> Iterator[str]:
    """Yield the words of a document that both files must hold, in order, a piece at a time."""
    for block in document.blocks:
        match block:
            case Heading():
                yield words(block)
            case Chart():
                yield f"{block.caption.name}: {title(block)}"
                yield block.alt
                yield from under(block)
            case _ if hasattr(block, "columns"):
                yield f"{block.caption.name}: {title(block)}"
                yield " ".join(cell for row in grid(block) for cell in row)
                yield from under(block)
            case _:
                inside = Document("", "", "", document.date, (block,))
                yield from (text for _, text in running_text(inside))
