"""Turn headings, paragraphs and lists into Word paragraphs in the right styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.document import Block, Bullets, Heading, Paragraph, Text
from reportgen.formats.word.fields import run
from reportgen.formats.word.inlines import words
from reportgen.formats.word.numbering import LEGAL, UNCOUNTED, Where, legal
from reportgen.formats.word.pen import Pen, heading_mark
from reportgen.formats.word.xml import Element, el, tag

_ROLES = {"body": "Normal", "lead": "Lead", "small": "Note"}
_LIST_STYLES = {
    "callout": "StrengthList",
    "notice": "NoticeList",
    "table": "TableBullet",
}


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph in a style; `properties` are in the order of the schema."""
    own = el("w:pStyle", val=style) if style != "Normal" else None
    made = el("w:p")
    if own is not None or properties:
        made.append(el("w:pPr", own, *properties))
    made.extend(content)
    return made


def heading(pen: Pen, block: Heading) -> list[Element]:
    """Return a heading with the bookmark that the contents lead to."""
    counted = pen.chapters_numbered and block.level == 1
    listed = pen.paragraphs_numbered and block.number != ""
    said = block.inlines
    if block.number and not (counted or listed):
        said = (Text(f"{block.number} "), *said)
    content = pen.mark(heading_mark(block.id), words(pen, block.id, said))
    made = paragraph(f"Heading{block.level}", content)
    if listed:
        own = block.level == 1 and not pen.numbered_directly
        if legal(block.number) != LEGAL or not own:
            set_property(made, _numbered(legal(block.number), 0))
    elif counted and not block.number:
        set_property(made, _numbered(UNCOUNTED, 0))
    return [made]


def _numbered(list_id: int, level: int) -> Element:
    return el("w:numPr", el("w:ilvl", val=level), el("w:numId", val=list_id))


def prose(pen: Pen, block: Paragraph, style: str = "", key: str = "") -> list[Element]:
    """Return a paragraph in the style of its role, or in the one given."""
    content = words(pen, block.id or key, block.inlines)
    if not block.number:
        return [paragraph(style or _ROLES[block.role], content)]
    list_id = legal(block.number)
    place = () if list_id == LEGAL else (_numbered(list_id, 1),)
    return [paragraph("NumberedParagraph", content, *place)]


def bullets(
    pen: Pen, block: Bullets, where: Where = "body", style: str = "", key: str = "", level: int = 0
) -> list[Element]:
    """Return a list, and the lists inside its items, as paragraphs in list styles."""
    list_id = pen.lists.use(where, block.ordered, level)
    made: list[Element] = []
    for place, item in enumerate(block.items, start=1):
        name = f"{block.id or key}.{place}"
        content = words(pen, name, item.inlines)
        made.append(_item(content, where, style, list_id, block.ordered, level))
        if item.inner:
            made += bullets(pen, item.inner, where, style, name, min(level + 1, 2))
    return made


def _item(
    content: list[Element], where: Where, style: str, list_id: int, ordered: bool, level: int
) -> Element:
    if where == "body":
        chosen = ("ListNumber" if ordered else "ListBullet") + (str(level + 1) if level else "")
        if not ordered:
            return paragraph(chosen, content)
    else:
        chosen = style or _LIST_STYLES[where]
    if where == "table" and ordered:
        chosen = "TableListNumber"
    return paragraph(chosen, content, _numbered(list_id, level))


def plain_paragraph(style: str, text: str) -> Element:
    """Return a paragraph of words that are the same in every report."""
    return paragraph(style, [run(text)])


def break_before(element: Element) -> None:
    """Let an element begin a page, through the first paragraph in it."""
    first = element if element.tag == tag("w:p") else next(element.iter(tag("w:p")))
    set_property(first, el("w:pageBreakBefore"))


def begin_page(element: Element) -> None:
    """Let an element begin a page, and stand at its head whatever space its style has above it."""
    break_before(element)
    if element.tag == tag("w:p"):
        own = element.find(f"{tag('w:pPr')}/{tag('w:spacing')}")
        spacing = el("w:spacing") if own is None else own
        spacing.set(tag("w:before"), "0")
        set_property(element, spacing)


_ORDER = [
    tag(name)
    for name in (
        *("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr"),
        *("w:widowControl", "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs"),
        *("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
        *("w:sectPr", "w:pPrChange"),
    )
]


def keep_with_list(made: Sequence[Element], following: Sequence[Block]) -> None:
    """Hold the last paragraph made on the page of the list that it leads into, if one follows."""
    if made and following and isinstance(following[0], Bullets):
        set_property(made[-1], el("w:keepNext"))


def set_property(element: Element, new: Element) -> None:
    """Give a paragraph a property, in its place among the others and in place of its like."""
    properties = element.find(tag("w:pPr"))
    if properties is None:
        properties = el("w:pPr")
        element.insert(0, properties)
    old = properties.find(new.tag)
    if old is not None:
        properties.remove(old)
    place = _ORDER.index(new.tag)
    after = [child for child in properties if _ORDER.index(child.tag) < place]
    properties.insert(len(after), new)
