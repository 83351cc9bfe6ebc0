"""The Word file as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document import Document
from reportgen.errors import RenderError
from reportgen.formats.word import write_word
from reportgen.formats.word.package import Package
from reportgen.theme import Theme


def main(package: Package) -> str:
    return package.parts["word/document.xml"].decode("utf-8")


def words(package: Package) -> str:
    return " ".join(re.sub(r"<w:instrText.*?</w:instrText>|<[^>]*>", " ", main(package)).split())


def test_the_same_document_gives_the_same_bytes(
    docx: bytes, document: Document, theme: Theme, assets: Path
) -> None:
    assert write_word(document, theme, assets) == docx


def test_every_word_of_every_kind_of_block_is_in_the_file(package: Package) -> None:
    said = words(package)
    for text in (
        "Education standards report",
        "Children’s and Education Select Committee",
        "of inspected schools good or outstanding",
        "▲ Attainment",
        "How to read this chapter.",
        "Pupils in Westshire scored above England and similar areas every year",
        "Average Attainment 8 score by pupil group, 2020/21",
        "Grades were awarded differently in 2020 and 2021.",
        "a list inside a list",
        "the department’s statistics",
        "Train school-based champions in every school.",
        "Type 40",
        "The page is upright again.",
    ):
        assert text in said


def test_word_is_never_told_to_update_fields_on_opening(package: Package) -> None:
    settings = package.parts["word/settings.xml"].decode("utf-8")
    assert "updateFields" not in settings
    assert "w:dirty" not in main(package)


def test_the_file_is_of_word_2013_and_in_british_english(package: Package) -> None:
    settings = package.parts["word/settings.xml"].decode("utf-8")
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
    assert 'w:lang w:val="en-GB"' in package.parts["word/styles.xml"].decode("utf-8")
    assert "<dc:language>en-GB" in package.parts["docProps/core.xml"].decode("utf-8")


def test_the_properties_name_the_organisation_and_the_date_of_the_document(
    package: Package,
) -> None:
    core = package.parts["docProps/core.xml"].decode("utf-8")
    assert "<dc:title>Education standards report<" in core
    assert "<dc:creator>Westshire Council<" in core
    assert core.count("2021-11-18T00:00:00Z") == 2


def test_a_draft_says_so_on_every_page_and_a_final_does_not(
    package: Package, document: Document, theme: Theme, assets: Path
) -> None:
    from reportgen.formats.word.package import read_package

    draft = read_package(write_word(replace(document, draft=True), theme, assets))
    assert b"Draft" in draft.parts["word/footer1.xml"]
    assert b"Draft" not in package.parts["word/footer1.xml"]


def test_every_bookmark_has_a_name_of_its_own_and_an_end(package: Package) -> None:
    names = re.findall(r'bookmarkStart w:id="(\d+)" w:name="([^"]+)"', main(package))
    ends = re.findall(r'bookmarkEnd w:id="(\d+)"', main(package))
    assert len({name for _, name in names}) == len(names)
    assert sorted(id for id, _ in names) == sorted(ends)
    assert all(re.fullmatch(r"\w{1,40}", name) for _, name in names)


def test_every_reference_and_entry_leads_to_a_bookmark(package: Package) -> None:
    text = main(package)
    names = set(re.findall(r'bookmarkStart w:id="\d+" w:name="([^"]+)"', text))
    wanted = set(re.findall(r"(?:REF|PAGEREF) (\w+)", text))
    wanted |= set(re.findall(r'w:anchor="(\w+)"', text))
    assert wanted
    assert wanted <= names


def test_every_field_that_opens_also_closes(package: Package) -> None:
    text = main(package)
    kinds = re.findall(r'fldCharType="(\w+)"', text)
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_the_wide_table_lies_on_sideways_pages_with_header_and_footer(package: Package) -> None:
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", main(package))
    assert [("landscape" in section) for section in sections] == [False, True, False]
    assert all("headerReference" in section for section in sections)
    assert all("footerReference" in section for section in sections)
    assert [("titlePg" in section) for section in sections] == [True, False, False]


def test_a_template_that_is_not_there_is_named(document: Document, theme: Theme) -> None:
    with pytest.raises(RenderError, match=r"nowhere.template\.docx"):
        write_word(document, theme, Path("nowhere"))


def test_a_template_that_is_no_word_file_is_refused(
    document: Document, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "template.docx").write_bytes(b"no zip")
    with pytest.raises(RenderError, match="not a Word file"):
        write_word(document, theme, tmp_path)
