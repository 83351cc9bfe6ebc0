"""Every figure and plan of the sample report is in its document, its Word file and its PDF."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen.document import Document
from reportgen.facts import Observation
from reportgen.show import show


def word_text(path: Path) -> str:
    """The words of a Word file: its text, and what stands in place of its pictures."""
    with zipfile.ZipFile(path) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = ("".join(p.itertext("{*}t")) for p in tree.iter("{*}p"))
    pictures = (p.get("descr", "") for p in tree.iter("{*}docPr"))
    return " ".join([*paragraphs, *pictures])


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plain(text: str) -> str:
    """Text with its spaces, line ends and kinds of quotation mark made alike."""
    return re.sub(r"\s+", " ", text.translate({0x2019: "'", 0x201C: '"', 0x201D: '"'}))


def figures(text: str) -> set[str]:
    """Every number of a text, as it stands there."""
    return set(re.findall(r"\d[\d,]*(?:\.\d+)?", text))


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'£/]+", plain(text)))


def test_every_figure_of_the_folder_is_in_the_document(sample: Any, document: Document) -> None:
    facts = [number.fact for number in document.numbers()]
    cells = {fact.cell for fact in facts if isinstance(fact, Observation)}
    shown = {(cell.file, cell.row) for cell in cells if cell.column == "value"}
    missing = [f"{place}: {r['measure']}" for place, r in sample.rows.items() if place not in shown]

    assert len(sample.rows) > 400
    assert missing == []


def test_every_figure_is_rounded_as_its_measure_asks(sample: Any, document: Document) -> None:
    texts: dict[tuple[str, int], set[str]] = {}
    for number in document.numbers():
        fact = number.fact
        if isinstance(fact, Observation) and fact.cell.column == "value":
            text = show(fact, "plain", number.places)
            texts.setdefault((fact.cell.file, fact.cell.row), set()).add(text)
    wrong = {
        place: (sample.printed(row), texts.get(place))
        for place, row in sample.rows.items()
        if sample.printed(row) not in texts.get(place, ())
    }

    assert wrong == {}


def test_every_figure_is_in_the_word_document(sample: Any, built: Mapping[str, Path]) -> None:
    found = figures(word_text(built[".docx"]))
    printed = {place: sample.printed(row) for place, row in sample.rows.items()}

    assert {place: text for place, text in printed.items() if text not in found} == {}


@pytest.mark.needs("pdftotext")
def test_every_figure_is_in_the_pdf(sample: Any, built: Mapping[str, Path]) -> None:
    found = figures(pdf_text(built[".pdf"]))
    printed = {place: sample.printed(row) for place, row in sample.rows.items()}

    assert {place: text for place, text in printed.items() if text not in found} == {}


def test_every_plan_is_in_the_word_document(
    actions: Mapping[str, str], built: Mapping[str, Path]
) -> None:
    text = plain(word_text(built[".docx"]))

    assert len(actions) == 15 * 3
    assert [place for place, cell in actions.items() if plain(cell) not in text] == []


@pytest.mark.needs("pdftotext")
def test_every_word_of_the_plans_is_in_the_pdf(
    actions: Mapping[str, str], built: Mapping[str, Path]
) -> None:
    """The cells of a row share their lines in a PDF, so a cell is looked for word by word."""
    found = words(pdf_text(built[".pdf"]))
    missing = {place: words(cell) - found for place, cell in actions.items()}

    assert {place: lost for place, lost in missing.items() if lost} == {}
