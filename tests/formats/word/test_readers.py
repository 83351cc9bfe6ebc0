"""Other programs read the Word file as it is meant: LibreOffice and pandoc."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen.compose import compose
from reportgen.document import Document, Heading, Table, plain
from reportgen.formats.word import write_word
from reportgen.formats.word.package import read_package
from reportgen.project import read_project
from reportgen.theme import Theme

REPORTS = {
    path.parent.name: path.parent
    for path in sorted((Path(__file__).parents[3] / "data").glob("*/report.toml"))
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def convert(docx: bytes, to: str, folder: Path) -> Path:
    """Return the file that LibreOffice makes of a Word file."""
    source = folder / "report.docx"
    source.write_bytes(docx)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    out = folder / "made"
    command += ["--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"report.{to.split(':')[0]}"


def root_of(docx: bytes) -> etree._Element:
    return etree.fromstring(read_package(docx).parts["word/document.xml"])


def words(root: etree._Element) -> str:
    paragraphs = ["".join(e.text or "" for e in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    return " ".join(" ".join(paragraphs).split())


@pytest.mark.needs("soffice")
def test_what_libreoffice_saves_still_has_every_word_heading_table_and_bookmark(
    either: bytes, tmp_path: Path
) -> None:
    before = root_of(either)
    saved = convert(either, "docx:Office Open XML Text", tmp_path).read_bytes()
    after = root_of(saved)
    assert words(after) == words(before)
    assert len(list(after.iter(f"{W}tbl"))) == len(list(before.iter(f"{W}tbl")))
    names = {e.get(f"{W}name") for e in before.iter(f"{W}bookmarkStart")}
    kept = {e.get(f"{W}name") for e in after.iter(f"{W}bookmarkStart")}
    assert {name for name in names if name.startswith("rg_")} <= kept
    levels = [re.findall(r"Heading(\d)", etree.tostring(r).decode()) for r in (before, after)]
    assert levels[0] == levels[1]


@pytest.mark.needs("soffice")
def test_the_words_for_pictures_survive_libreoffice(
    document: Document, docx_with_pictures: bytes, tmp_path: Path
) -> None:
    saved = convert(docx_with_pictures, "docx:Office Open XML Text", tmp_path).read_bytes()
    said = {e.get("descr") for e in root_of(saved).iter(f"{WP}docPr")}
    assert {getattr(block, "alt", None) for block in document.blocks} - {None} <= said


@pytest.mark.needs("soffice", "pdftotext")
@pytest.mark.parametrize("name", ["the made-up report", *REPORTS])
def test_every_page_number_in_the_contents_is_the_page_in_libreoffice(
    name: str, docx: bytes, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    if name in REPORTS:
        report = compose(read_project(REPORTS[name]))
        docx = write_word(report, theme, assets)
    pdf = convert(docx, "pdf", tmp_path)
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = [squeezed(page) for page in done.stdout.split("\f")]
    entries = re.findall(r"^(.+)\t(\d+)$", contents(docx), re.MULTILINE)
    assert entries
    for text, page in entries:
        assert squeezed(text) in pages[int(page) - 1], f"{text} is not on page {page}"


def squeezed(text: str) -> str:
    """Return a text without spaces and hyphens, however its lines are broken."""
    return re.sub(r"[\s-]", "", text)


def contents(docx: bytes) -> str:
    """Return the entries of the contents, a tab before each page number."""
    lines = []
    for paragraph in root_of(docx).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in ("TOC1", "TOC2", "TableofFigures"):
            parts = paragraph.iter(f"{W}t", f"{W}tab")
            lines.append("".join("\t" if e.tag == f"{W}tab" else e.text or "" for e in parts))
    return "\n".join(lines)


@pytest.mark.needs("pandoc")
def test_pandoc_reads_the_same_headings_and_tables(
    either: bytes, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(either)
    done = subprocess.run(
        ["pandoc", str(path), "--to", "json"], check=True, capture_output=True, text=True
    )
    tree = json.loads(done.stdout)["blocks"]
    headings = [
        f"{block.number} {plain(block.inlines)}".strip()
        for block in document.blocks
        if isinstance(block, Heading)
    ]
    found = [_text(block["c"][2]) for block in tree if block["t"] == "Header"]
    assert [words for words in found if words != "Contents"] == headings
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert sum(block["t"] == "Table" for block in tree) == len(tables) + 1


def _text(inlines: list[dict[str, Any]]) -> str:
    said = ""
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == "Str":
            said += content
        elif inline["t"] in ("Space", "SoftBreak"):
            said += " "
        elif inline["t"] == "Span":
            said += _text(content[1])
    return said
