"""The heights from which pages are known are those of the styles that the file holds."""

from __future__ import annotations

from lxml import etree

from reportgen.formats.word.boxes import Box, Boxes, resolve
from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.package import Package
from reportgen.formats.word.styles import styles
from reportgen.formats.word.xml import tag
from reportgen.theme import Theme


def rows(package: Package, theme: Theme, place: int) -> list[Box]:
    """Return the boxes of a table of the made-up report; `place` counts tables from 0."""
    tables = list(etree.fromstring(package.parts["word/document.xml"])[0].iter(tag("w:tbl")))
    known = Boxes(resolve(styles(theme, theme.size["body"])), Lists())
    return list(known.of([tables[place]], 470.0))


def test_a_row_is_as_high_as_its_line_with_the_air_of_the_style(
    package: Package, theme: Theme
) -> None:
    parts = etree.fromstring(package.parts["word/styles.xml"])
    (style,) = (
        own for own in parts.iter(tag("w:style")) if own.get(tag("w:styleId")) == "ReportTable"
    )
    margins = style.find(f"{tag('w:tblPr')}/{tag('w:tblCellMar')}")
    air = sum(int(margins.find(tag(f"w:{side}")).get(tag("w:w"))) for side in ("top", "bottom"))
    _, girls, *_ = rows(package, theme, 1)
    assert abs(girls.height - theme.leading["table"] - air / 20 - 0.5) < 0.01
