"""Find in a saved Word file what keeps someone from reading it, or a reader from opening it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from reportgen.draw.colour import ENOUGH, contrast
from reportgen.formats.word.package import Package, read_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SMALLEST = 17
"""Half points."""


def complaints(docx: bytes) -> list[str]:
    """Return everything that is wrong with a file; nothing for one that all can read."""
    package = read_package(docx)
    root = etree.fromstring(package.parts["word/document.xml"])
    found: list[str] = []
    for rule in RULES:
        found += rule(package, root)
    return found


def heading_levels(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield headings that skip a level."""
    levels = {
        id: int(name[-1])
        for id, name in style_names(package).items()
        if re.fullmatch(r"heading \d", name)
    }
    levels |= {id: levels[base] for id, base in bases(package).items() if base in levels}
    last = 0
    for paragraph in root.iter(f"{W}p"):
        level = levels.get(style_of(paragraph))
        if level and "TOC" not in style_of(paragraph):
            if level > last + 1:
                yield f"heading {text_of(paragraph)!r} skips from level {last} to {level}"
            last = level


def style_names(package: Package) -> dict[str, str]:
    """Return the names of styles by id, in small letters."""
    styles = etree.fromstring(package.parts["word/styles.xml"])
    return {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").casefold()
        for style in styles.iter(f"{W}style")
    }


def bases(package: Package) -> dict[str, str]:
    """Return what styles are based on, by id."""
    styles = etree.fromstring(package.parts["word/styles.xml"])
    return {
        style.get(f"{W}styleId"): style.find(f"{W}basedOn").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}basedOn") is not None
    }


def alternative_texts(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield drawings that say nothing and are not marked as decoration; and ids used twice."""
    drawings = list(root.iter(f"{WP}docPr"))
    for drawing in drawings:
        decorative = next(drawing.iter(DECORATIVE), None) is not None
        if bool(drawing.get("descr")) == decorative:
            yield f"drawing {drawing.get('name')!r} has no alternative text"
    for id, count in Counter(drawing.get("id") for drawing in drawings).items():
        if count > 1:
            yield f"{count} drawings have the id {id}"


def tables(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield tables without a repeated header row or a description, and cells that are merged."""
    for table in root.iter(f"{W}tbl"):
        name = table.find(f"{W}tblPr/{W}tblDescription")
        if name is None:
            yield f"the table {text_of(table)[:40]!r} has no description"
        style = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        grid = style_names(package)[style] == "key figures"
        if not grid and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield f"the table {text_of(table)[:40]!r} has no header row"
        if list(table.iter(f"{W}gridSpan", f"{W}vMerge")):
            yield f"the table {text_of(table)[:40]!r} has merged cells"
        if list(table.iter(f"{W}tbl"))[1:]:
            yield f"the table {text_of(table)[:40]!r} holds a table"


def empty_paragraphs(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield paragraphs that only make space; those in cells and at the end of sections may."""
    for paragraph in root.iter(f"{W}p"):
        held = paragraph.getparent().tag == f"{W}tc"
        section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        drawn = paragraph.find(f".//{W}drawing") is not None
        if not (held or section or drawn or text_of(paragraph).strip()):
            yield "there is an empty paragraph"


def names(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield a missing title or language."""
    core = package.parts["docProps/core.xml"].decode("utf-8")
    if not re.search(r"<dc:title>[^<]+<", core):
        yield "the file has no title"
    if "<dc:language>en-GB<" not in core:
        yield "the file names no language"
    if 'w:lang w:val="en-GB"' not in package.parts["word/styles.xml"].decode("utf-8"):
        yield "the styles name no language"


def links(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield links whose words do not say where they lead."""
    for link in root.iter(f"{W}hyperlink"):
        words = text_of(link).strip()
        if (
            not words
            or re.match(r"https?:|www\.", words)
            or words.lower() in ("here", "click here")
        ):
            yield f"the link {words!r} does not say where it leads"


def fields(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield fields that do not close, references to nothing and bookmarks of one name."""
    kinds = Counter(e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar"))
    if len(set(kinds.values())) > 1:
        yield f"fields that open do not all close: {dict(kinds)}"
    marks = Counter(e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart"))
    yield from (f"{count} bookmarks are called {n}" for n, count in marks.items() if count > 1)
    wanted = {e.get(f"{W}anchor") for e in root.iter(f"{W}hyperlink")} - {None}
    for code in root.iter(f"{W}instrText"):
        found = re.match(r"\s*(?:PAGE)?REF (\w+)", code.text or "")
        wanted |= {found[1]} if found else set()
    yield from (f"there is no bookmark {name}" for name in sorted(wanted - set(marks)))


def colours(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield styles whose words do not stand out from their ground, or are too small."""
    styles = etree.fromstring(package.parts["word/styles.xml"])
    by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    used = {style_of(paragraph) for paragraph in root.iter(f"{W}p")}
    for id in sorted(used - {end_of_section(package)}):
        style = by_id[id]
        ink = _inherited(by_id, style, f"{W}rPr/{W}color", f"{W}val")
        ground = _inherited(by_id, style, f"{W}pPr/{W}shd", f"{W}fill") or "FFFFFF"
        if ink and contrast(f"#{ink}", f"#{ground}") < ENOUGH:
            yield f"the style {id} has a contrast under {ENOUGH}"
        size = style.find(f"{W}rPr/{W}sz")
        if size is not None and int(size.get(f"{W}val")) < SMALLEST:
            yield f"the style {id} is smaller than {SMALLEST / 2} points"


def end_of_section(package: Package) -> str:
    """Return the id of the style that holds the end of a section and no words."""
    return next((id for id, name in style_names(package).items() if name == "section end"), "")


def words_in_boxes(package: Package, root: etree._Element) -> Iterator[str]:
    """Yield text boxes, which many readers skip."""
    if next(root.iter(f"{W}txbxContent"), None) is not None:
        yield "there are words in a text box"


def _inherited(
    by_id: dict[str | None, etree._Element], style: etree._Element | None, path: str, key: str
) -> str:
    while style is not None:
        found = style.find(path)
        if found is not None:
            value: str = found.get(key)
            return value
        base = style.find(f"{W}basedOn")
        style = by_id.get(base.get(f"{W}val")) if base is not None else None
    return ""


def style_of(paragraph: etree._Element) -> str:
    """Return the id of a paragraph's style."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if found is None else str(found.get(f"{W}val"))


def text_of(element: etree._Element) -> str:
    """Return the words inside an element."""
    return "".join(e.text or "" for e in element.iter(f"{W}t"))


Rule = Callable[[Package, etree._Element], Iterator[str]]
RULES: tuple[Rule, ...] = (
    heading_levels,
    alternative_texts,
    tables,
    empty_paragraphs,
    names,
    links,
    fields,
    colours,
    words_in_boxes,
)
