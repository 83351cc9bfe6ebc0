"""A chapter made from invented figures: each test says its few rows and reads what comes out."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reportgen.compose import compose
from reportgen.document import Block, Chart, Document, Heading, Table, plain
from reportgen.formats.text import write_text
from reportgen.project import read_project

ROOT = Path(__file__).parent.parent.parent
AREAS = {
    "ours": ("X00000001", "Exampleshire"),
    "england": ("X92000001", "Exampleland"),
    "region": ("X12000001", "Examplemidlands"),
    "neighbours": ("SN-made-up", "Statistical neighbours"),
}
SETTINGS = """
title = "An invented report"
organisation = "Exampleshire Council"
date = 2021-11-18
chapters = ["{chapter}"]
appendix = false
area = {{ code = "X00000001", name = "Exampleshire" }}
benchmarks.england = {{ code = "X92000001", name = "Exampleland" }}
benchmarks.region = {{ code = "X12000001", name = "Examplemidlands" }}
neighbours = {{ code = "SN-made-up", name = "Statistical neighbours" }}
"""
Row = Mapping[str, str]


def row(
    measure: str,
    value: str,
    area: str = "ours",
    period: str = "2020/21",
    kind: str = "academic year",
    **more: str,
) -> Row:
    """A row of a figures file; `more` names groups, a cohort or counts."""
    code, name = AREAS[area]
    cells = {"measure": measure, "value": value, "period": period, "period_kind": kind}
    return {**cells, "area_code": code, "area": name, "source": "Invented", **more}


@dataclass(frozen=True)
class Page:
    """What a chapter came out as."""

    document: Document

    @property
    def text(self) -> str:
        return in_words(self.document, self.document.blocks)

    @property
    def charts(self) -> tuple[Chart, ...]:
        return tuple(block for block in self.document.blocks if isinstance(block, Chart))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.document.blocks if isinstance(block, Table))

    def under(self, heading: str) -> str:
        """The words from a heading to the next one as high; empty if there is no such heading."""
        kept: list[Block] = []
        level = 0
        for block in self.document.blocks:
            if isinstance(block, Heading):
                if plain(block.inlines) == heading:
                    level = block.level
                elif block.level <= level:
                    level = 0
            if level:
                kept.append(block)
        return in_words(self.document, kept)


def in_words(document: Document, blocks: Iterable[Block]) -> str:
    """The words of some blocks on one line, without the marks that set them apart."""
    kept = tuple(blocks)
    part = replace(document, blocks=kept, title="", subtitle="", organisation="")
    text = write_text(part) if kept else ""
    return re.sub(r"\s+", " ", re.sub(r"(?m)^\| ?", "", text))


Make = Callable[..., Page]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A function from a chapter's name, rows, words and actions to the chapter."""

    def chapter(name: str, *rows: Row, words: str = "", actions: str = "") -> Page:
        shutil.copytree(
            ROOT / "sections", tmp_path / "sections", ignore=shutil.ignore_patterns("__pycache__")
        )
        folder = tmp_path / "data" / "invented"
        (folder / "figures").mkdir(parents=True)
        (folder / "words").mkdir()
        (folder / "report.toml").write_text(SETTINGS.format(chapter=name), encoding="utf-8")
        columns = list(dict.fromkeys(column for cells in rows for column in cells))
        with (folder / "figures" / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        if words:
            (folder / "words" / f"{name}.md").write_text(words, encoding="utf-8")
        if actions:
            head = "chapter,what_we_will_do,what_this_should_achieve,timeframe\n"
            (folder / "actions.csv").write_text(head + actions, encoding="utf-8")
        return Page(compose(read_project(folder)))

    return chapter


@pytest.fixture
def figure() -> Callable[..., Row]:
    """The function that writes one row."""
    return row
