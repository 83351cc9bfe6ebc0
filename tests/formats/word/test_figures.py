"""A chart leads to the table that has its figures, in every program that opens the draft."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx as reader
import pytest
from lxml import etree

from reportgen.document import Block, Chart, Reference
from reportgen.formats.word import write_word
from reportgen.formats.word.package import Package, Relation, read_package
from reportgen.formats.word.pen import caption_mark
from reportgen.formats.word.xml import tag
from reportgen.settings import Charts
from reportgen.theme import Theme
from tests.formats.word import sample
from tests.formats.word.test_readers import convert, root_of

KINDS: tuple[Charts, ...] = ("native", "picture")


def with_tables(chart: Chart, *tables: tuple[str, str]) -> bytes:
    """Return a draft of a chart whose figures some tables have, and of those tables."""
    blocks: tuple[Block, ...] = (
        replace(chart, tables=tuple(Reference(target, label) for target, label in tables)),
        sample.data_table(),
        sample.plan_table(),
    )
    return write_word(replace(sample.document(), blocks=blocks), sample.theme(), sample.ASSETS)


def links(docx: bytes) -> list[tuple[str, str]]:
    """Return where every chart leads and what is said of it there."""
    package = read_package(docx)
    aims = {link.id: link for link in package.relations["word/document.xml"]}
    found = etree.fromstring(package.parts["word/document.xml"]).iter(tag("a:hlinkClick"))
    return [(aims[own.get(tag("r:id"))].target, own.get("tooltip", "")) for own in found]


@pytest.mark.parametrize("charts", KINDS)
def test_a_chart_leads_to_the_table_that_has_its_figures(
    charts: Charts, theme: Theme, assets: Path
) -> None:
    docx = write_word(sample.document(), theme, assets, charts=charts)
    aim = (f"#{caption_mark('attainment.by_sex')}", "Go to Table 1")
    assert links(docx) == [aim] * (2 if charts == "native" else 1)


def test_a_chart_of_several_tables_leads_to_the_first_that_is_there() -> None:
    absent, first = ("attainment.absent", "Table 9"), ("attainment.plan", "Table 2")
    docx = with_tables(sample.bar_chart(), absent, first, ("attainment.by_sex", "Table 1"))
    assert set(links(docx)) == {(f"#{caption_mark('attainment.plan')}", "Go to Table 2")}


def test_a_chart_whose_figures_no_table_has_leads_nowhere() -> None:
    assert links(with_tables(sample.column_chart())) == []


def test_readers_that_look_for_a_part_behind_every_link_open_the_draft(package: Package) -> None:
    inside = [own for own in package.relations["word/document.xml"] if own.target.startswith("#")]
    assert inside == [Relation(own.id, own.kind, own.target, external=True) for own in inside]
    assert inside
    assert reader.Document(io.BytesIO(package.to_bytes())).paragraphs


@pytest.mark.needs("soffice")
def test_the_link_of_a_chart_survives_libreoffice(either: bytes, tmp_path: Path) -> None:
    names = {own.get(tag("w:name")) for own in root_of(either).iter(tag("w:bookmarkStart"))}
    saved = convert(either, "docx:Office Open XML Text", tmp_path).read_bytes()
    kept = read_package(saved).relations["word/document.xml"]
    aims = {own.target.removeprefix("#") for own in kept}
    assert caption_mark("attainment.by_sex") in aims & names
