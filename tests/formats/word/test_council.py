"""A council's own template: what it has is kept, what it lacks is added."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx as reader
import pytest

from reportgen.document import Document
from reportgen.errors import RenderError
from reportgen.formats.word import Template, write_word
from reportgen.formats.word.package import read_package
from reportgen.theme import Theme
from tests.formats.word import sample
from tests.formats.word.council import council_template

Write = Callable[[str], bytes]


@pytest.fixture
def opened(write: Write) -> reader.document.Document:
    """The report on the council's template, as python-docx reads it."""
    return reader.Document(io.BytesIO(write("council")))


def test_its_headers_footers_and_margins_stay(opened: reader.document.Document) -> None:
    section = opened.sections[0]
    assert "working together" in section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text == "www.westshire.example"
    assert round(section.left_margin.mm) == 30


def test_a_wide_table_turns_the_councils_page(opened: reader.document.Document) -> None:
    upright, sideways, last = opened.sections
    assert sideways.page_width == upright.page_height == last.page_height
    assert "working together" in sideways.header.paragraphs[0].text


def test_its_style_plays_the_role_it_is_given(opened: reader.document.Document) -> None:
    chapters = [p.text for p in opened.paragraphs if p.style.name == "Westshire Heading"]
    assert chapters == ["At a glance", "1 Attainment", "2 After the wide table", sample.LISTS]


def test_a_style_it_has_is_not_changed_and_one_it_lacks_is_added(
    write: Write, template: Template
) -> None:
    before = reader.Document(str(template.path)).styles
    after = reader.Document(io.BytesIO(write("council"))).styles
    assert after["Westshire Heading"].font.name == before["Westshire Heading"].font.name
    assert after["Heading 2"].element.xml == before["Heading 2"].element.xml
    assert "Strength" in after
    assert "Strength" not in before


def test_its_guidance_and_the_way_to_somebodys_disk_are_gone(write: Write) -> None:
    package = read_package(write("council"))
    assert b"Delete this guidance" not in package.parts["word/document.xml"]
    links = package.relations.get("word/settings.xml", [])
    assert not any("j.smith" in link.target for link in links)


def test_chapters_that_the_template_counts_are_not_counted_twice(
    document: Document, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    path = tmp_path / "counts.docx"
    path.write_bytes(council_template("Westshire Heading", numbered=True))
    template = Template(path, {"Heading 1": "Westshire Heading"})
    made = reader.Document(io.BytesIO(write_word(document, theme, assets, template=template)))
    chapters = [p.text for p in made.paragraphs if p.style.name == "Westshire Heading"]
    assert chapters == ["At a glance", "Attainment", "After the wide table", sample.LISTS]


def test_every_role_that_it_cannot_play_is_named(
    document: Document, theme: Theme, assets: Path, template: Template
) -> None:
    wanted = Template(template.path, {"Heading 1": "Grand Heading", "Banner": "Normal"})
    with pytest.raises(RenderError) as raised:
        write_word(document, theme, assets, template=wanted)
    said = [problem.what for problem in raised.value.problems]
    assert said == [
        "the template has no style “Grand Heading” for “Heading 1”",
        "“Banner” is no style of a report",
    ]


def test_a_style_that_is_nearly_right_is_offered_as_the_template_writes_it(
    document: Document, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    path = tmp_path / "near.docx"
    path.write_bytes(council_template("Westshire Heading"))
    wanted = Template(path, {"Heading 1": "Westshire Headings"})
    with pytest.raises(RenderError) as raised:
        write_word(document, theme, assets, template=wanted)
    (problem,) = raised.value.problems
    assert "“Westshire Heading”" in problem.hint


def test_a_template_with_macros_is_refused(
    document: Document, theme: Theme, assets: Path, template: Template, tmp_path: Path
) -> None:
    package = read_package(template.path.read_bytes())
    package.add("word/vbaProject.bin", b"macro", "application/vnd.ms-office.vbaProject")
    path = tmp_path / "macros.docx"
    path.write_bytes(package.to_bytes())
    with pytest.raises(RenderError, match="macros"):
        write_word(document, theme, assets, template=Template(path))


def test_a_spreadsheet_is_refused(
    document: Document, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(b"PK not really")
    with pytest.raises(RenderError, match="not a Word file"):
        write_word(document, theme, assets, template=Template(path))
