"""Everyone can read the Word file: nothing that a person or a screen reader needs is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document import Document, KeyFigures
from reportgen.formats.word import write_word
from reportgen.formats.word.package import read_package
from reportgen.theme import Theme
from tests.formats.word import sample
from tests.formats.word.lint import complaints


def test_the_lint_finds_nothing(every: bytes) -> None:
    assert complaints(every) == []


def test_the_lint_sees_what_is_taken_away(docx: bytes) -> None:
    changes = {
        "w:tblHeader": "no header row",
        "w:tblDescription": "no description",
        ' descr="Line chart': "no alternative text",
        'fldCharType="end"': "do not all close",
    }
    for taken, complaint in changes.items():
        package = read_package(docx)
        main = package.parts["word/document.xml"].decode("utf-8")
        changed = main.replace(taken, taken.replace("w:tbl", "w:no").replace("e", "x", 1))
        if taken.startswith(" descr"):
            changed = main.replace(taken, ' descr="" title="Line chart')
        if "fld" in taken:
            changed = main.replace(taken, 'fldCharType="separate"', 1)
        package.add("word/document.xml", changed.encode("utf-8"))
        assert any(complaint in said for said in complaints(package.to_bytes())), taken


def test_every_table_of_figures_repeats_its_header_and_keeps_its_rows_whole(docx: bytes) -> None:
    main = read_package(docx).parts["word/document.xml"].decode("utf-8")
    rows = main.count("<w:tr>")
    assert main.count("<w:cantSplit/>") == rows
    assert main.count("<w:tblHeader/>") == 3


def test_every_table_of_figures_is_called_by_its_number_and_described(docx: bytes) -> None:
    main = read_package(docx).parts["word/document.xml"].decode("utf-8")
    found = re.findall(r'<w:tblCaption w:val="([^"]*)"/><w:tblDescription w:val="([^"]*)"/>', main)
    assert [name for name, _ in found if name.startswith("Table")] == [
        f"Table {n}" for n in range(1, main.count("<w:tblHeader/>") + 1)
    ]
    assert all(description for _, description in found)


@pytest.mark.parametrize(
    ("count", "empty"),
    [(1, " The last 2 cells are empty."), (5, " The last cell is empty."), (6, "")],
)
def test_key_figures_are_not_read_out_twice(
    count: int, empty: str, document: Document, theme: Theme, assets: Path
) -> None:
    tiles = KeyFigures(sample.tiles().tiles[:1] * count, "tiles")
    made = write_word(replace(document, blocks=(tiles,)), theme, assets)
    main = read_package(made).parts["word/document.xml"].decode("utf-8")
    described = f"Key figures: {count}. What a figure counts stands under it in its cell.{empty}"
    assert f'<w:tblDescription w:val="{described}"/>' in main
