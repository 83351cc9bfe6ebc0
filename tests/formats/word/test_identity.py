"""A block is known again, whatever a person does to the text around it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from reportgen.document import Document, Paragraph, Text
from reportgen.formats.word import Draft, build_id, read_baseline, write_word
from reportgen.formats.word.baseline import NAMESPACE
from reportgen.formats.word.package import Package, read_package
from reportgen.theme import Theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def marks(docx: bytes) -> dict[str, str]:
    """Return the words inside every bookmark of ours."""
    root = etree.fromstring(read_package(docx).parts["word/document.xml"])
    found = {}
    for start in root.iter(f"{W}bookmarkStart"):
        name, words = start.get(f"{W}name"), []
        for element in start.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
                break
            words += [t.text for t in element.iter(f"{W}t")]
        if name.startswith("rg_"):
            found[name] = "".join(words)
    return found


def test_every_paragraph_cell_and_chart_has_a_bookmark_around_it(docx: bytes) -> None:
    root = etree.fromstring(read_package(docx).parts["word/document.xml"])
    without = {"TOC1", "TOC2", "TOCHeading", "TableofFigures"}
    without |= {"StrengthLabel", "DevelopmentLabel"}
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in without:
            continue
        if next(paragraph.iter(f"{W}t", f"{W}drawing"), None) is not None:
            names = [e.get(f"{W}name") for e in paragraph.iter(f"{W}bookmarkStart")]
            assert any(name.startswith("rg_") for name in names), etree.tostring(paragraph)[:400]


def test_a_bookmark_has_a_name_that_word_and_the_tool_both_take(docx: bytes) -> None:
    assert all(re.fullmatch(r"rg_[a-z2-7]{10}", name) for name in marks(docx))


def test_a_new_block_changes_no_other_blocks_bookmark(
    docx: bytes, document: Document, theme: Theme, assets: Path
) -> None:
    more = Paragraph((Text("Something new."),), "attainment.new")
    blocks = (*document.blocks[:14], more, *document.blocks[14:])
    after = marks(write_word(replace(document, blocks=blocks), theme, assets))
    before = marks(docx)
    assert {name: after.get(name) for name in before} == before
    assert len(after) == len(before) + 1


def test_the_baseline_of_a_draft_says_what_every_bookmark_said(
    document: Document, theme: Theme, assets: Path
) -> None:
    draft = write_word(document, theme, assets, draft=Draft("k3v9q2ab"))
    baseline = read_baseline(draft)
    assert baseline
    root = etree.fromstring(baseline)
    assert root.get("build") == "k3v9q2ab"
    inside = marks(draft)
    said = {block.get("mark"): "".join(block.itertext()) for block in root}
    assert set(said) == set(inside)
    charts = {block.get("mark") for block in root if block.get("id", "").endswith(".chart")}
    assert {n: s for n, s in said.items() if n not in charts} == {
        n: s for n, s in inside.items() if n not in charts
    }


def test_a_number_in_the_baseline_keeps_its_name_and_its_cell(
    document: Document, theme: Theme, assets: Path
) -> None:
    baseline = read_baseline(write_word(document, theme, assets, draft=Draft("k3v9q2ab")))
    assert baseline
    block = etree.fromstring(baseline).find(f"{{{NAMESPACE}}}block[@id='attainment.text']")
    number = block.find(f"{{{NAMESPACE}}}number")
    assert dict(number.attrib) == {
        "style": "plain",
        "measure": "attainment_8",
        "period": "2020/21",
        "area": "E06000000",
        "cells": "figures/attainment.csv row 2 value",
    }


def test_a_draft_tracks_changes_and_carries_its_build_id(
    document: Document, theme: Theme, assets: Path
) -> None:
    parts = read_package(write_word(document, theme, assets, draft=Draft("k3v9q2ab"))).parts
    assert b"<w:trackRevisions/>" in parts["word/settings.xml"]
    assert b"k3v9q2ab" in parts["docProps/custom.xml"]
    assert b"build k3v9q2ab" in parts["word/footer1.xml"]


def test_a_build_id_changes_with_any_word_and_with_nothing_else(document: Document) -> None:
    assert build_id(document) == build_id(replace(document))
    assert re.fullmatch(r"[a-z2-7]{8}", build_id(document))
    assert build_id(replace(document, subtitle="Other")) != build_id(document)


def test_a_final_carries_nothing_that_is_not_for_publication(package: Package, docx: bytes) -> None:
    assert b"trackRevisions" not in package.parts["word/settings.xml"]
    assert "docProps/custom.xml" not in package.parts
    assert read_baseline(docx) is None
