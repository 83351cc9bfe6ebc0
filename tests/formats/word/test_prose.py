"""Paragraphs that begin a page stand at its head."""

from __future__ import annotations

from reportgen.formats.word.prose import begin_page, paragraph
from reportgen.formats.word.xml import Element, el, tag


def properties(element: Element) -> dict[str, dict[str, str]]:
    """Return the attributes of a paragraph's properties by name, in their order."""
    found = element.find(tag("w:pPr"))
    assert found is not None
    return {
        own.tag.split("}")[1]: {name.split("}")[1]: value for name, value in own.attrib.items()}
        for own in found
    }


def test_a_heading_that_begins_a_page_has_no_space_above_it() -> None:
    made = paragraph("Heading2", [])
    begin_page(made)
    assert properties(made) == {
        "pStyle": {"val": "Heading2"},
        "pageBreakBefore": {},
        "spacing": {"before": "0"},
    }


def test_the_space_below_a_paragraph_that_begins_a_page_stays() -> None:
    made = paragraph("Caption", [], el("w:spacing", before=280, after=40), el("w:ind", right=90))
    begin_page(made)
    assert properties(made)["spacing"] == {"before": "0", "after": "40"}
    assert list(properties(made)) == ["pStyle", "pageBreakBefore", "spacing", "ind"]


def test_a_table_begins_a_page_through_its_first_paragraph() -> None:
    cells = [el("w:tc", paragraph("TableHeading", [])) for _ in range(2)]
    begin_page(el("w:tbl", el("w:tr", *cells)))
    first, second = (cell[0] for cell in cells)
    assert list(properties(first)) == ["pStyle", "pageBreakBefore"]
    assert list(properties(second)) == ["pStyle"]
