"""Turn the paragraphs and tables of a Word file into boxes with heights, to know where pages end.

The heights follow from the styles and the widths of Arial alone. They are an estimate, and `pages`
treats them as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from reportgen.formats.word.metrics import LINE, width
from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.style import CELL_AIR, Style
from reportgen.formats.word.xml import Element, tag

EMU = 12700
_P, _R, _T, _TAB = tag("w:p"), tag("w:r"), tag("w:t"), tag("w:tab")
_BOLD = ("Strong",)
ENDS = (" ", "-", "\N{EN DASH}")
"""After these a line may end."""


@dataclass(frozen=True, slots=True)
class Box:
    """What stands on a page as one: a paragraph, or a row of a table. Lengths are points.

    `lines` is how many it may be broken into, 1 for what is kept whole. `table` counts tables, 0
    outside them; `header` is the height of the row that its table repeats, and `last` says that it
    is the last one. `element` is the paragraph or table that the box is, or is part of. `close`
    takes the space after the box before it away. `turns` says that a section ends after it, and
    that the pages which follow lie the other way.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    lines: int = 1
    keep_next: bool = False
    begins_page: bool = False
    table: int = 0
    header: float = 0.0
    last: bool = False
    close: bool = False
    turns: bool = False
    marks: tuple[str, ...] = ()
    element: Element | None = None

    @property
    def listed(self) -> bool:
        """Whether it has a bookmark to which a contents or a list may lead."""
        return any(not mark.startswith("rg_") for mark in self.marks)


def resolve(styles: Iterable[Style]) -> Mapping[str, Style]:
    """Return every style with what it inherits filled in."""
    found: dict[str, Style] = {}
    for style in styles:
        base = found.get(style.based_on or "")
        if base:
            inherited = {
                field.name: getattr(base, field.name)
                for field in fields(style)
                if _unset(getattr(style, field.name)) and field.name not in _OWN
            }
            if style.leading or style.at_least:
                inherited.pop("at_least", None)
                inherited.pop("leading", None)
            style = replace(style, **inherited)
        found[style.id] = style
    return found


_OWN = ("outline", "next", "numbering")
"""What a style does not inherit."""


def _unset(value: object) -> bool:
    return value is None or value is False or value == ()


class Boxes:
    """The boxes of a body, in order; tables are counted as they come."""

    def __init__(self, styles: Mapping[str, Style], lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._tables = 0

    def of(self, elements: Sequence[Element], room: float) -> Iterator[Box]:
        """Yield the boxes of elements that have `room` points across."""
        previous: Style | None = None
        for element in elements:
            if element.tag == _P:
                box, style = self._paragraph(element, room)
                if style.close and previous is style:
                    box = replace(box, before=0.0, close=True)
                yield self._framed(box, style, previous)
                previous = style
            elif element.tag == tag("w:tbl"):
                yield from self._table(element)
                previous = None

    def _framed(self, box: Box, style: Style, previous: Style | None) -> Box:
        """Return a box with the room that rules above and below its first and last lines take."""
        if previous and previous.borders == style.borders:
            return box
        edges = [b.width + b.space for b in style.borders if b.side in ("top", "bottom")]
        return replace(box, height=box.height + sum(edges)) if edges else box

    def _paragraph(self, element: Element, room: float) -> tuple[Box, Style]:
        properties = element.find(tag("w:pPr"))
        style = self._styles[_value(properties, "w:pStyle") or "Normal"]
        size = style.size or 11.0
        high = max((style.leading or 1.0) * LINE * size, style.at_least or 0.0)
        inside = room - self._left(properties, style) - _right(properties, style)
        count = lines(list(pieces_of(element, style)), inside)
        extent = next(element.iter(tag("wp:extent")), None)
        drawing = int(extent.get("cy", "0")) / EMU if extent is not None else 0.0
        if drawing and element.find(f".//{tag('wp:anchor')}") is None:
            count, high = 1, drawing + 1.0
        whole = style.keep_lines or _has(properties, "w:keepLines") or count < 4
        before, after = _spacing(properties, style)
        section = properties.find(tag("w:sectPr")) if properties is not None else None
        box = Box(
            count * high,
            before,
            after,
            lines=1 if whole else count,
            keep_next=style.keep_next or _has(properties, "w:keepNext"),
            begins_page=_has(properties, "w:pageBreakBefore"),
            turns=section is not None,
            marks=tuple(e.get(tag("w:name"), "") for e in element.iter(tag("w:bookmarkStart"))),
            element=element,
        )
        return box, style

    def _left(self, properties: Element | None, style: Style) -> float:
        list_id = style.numbering[0] if style.numbering else 0
        level = style.numbering[1] if style.numbering else 0
        numbered = properties.find(tag("w:numPr")) if properties is not None else None
        if numbered is not None:
            list_id = int(_value(numbered, "w:numId") or 0)
            level = int(_value(numbered, "w:ilvl") or 0)
        if list_id:
            return self._lists.indent(list_id, level)
        return style.left or 0.0

    def _table(self, element: Element) -> Iterator[Box]:
        self._tables += 1
        widths = [int(e.get(tag("w:w"), "0")) / 20 for e in element.iter(tag("w:gridCol"))]
        style = _value(element.find(tag("w:tblPr")), "w:tblStyle")
        top, right, bottom = _AIR.get(style or "", (0.0, 5.4, 0.0))
        header = 0.0
        rows = element.findall(tag("w:tr"))
        for place, row in enumerate(rows):
            cells = row.findall(tag("w:tc"))
            inner = [
                list(self.of(cell, own - (0 if _at_edge(cell) else right)))
                for cell, own in zip(cells, widths, strict=True)
            ]
            high = max(stacked(own) for own in inner)
            box = Box(
                high + top + bottom + (1.5 if place in (0, len(rows) - 1) and top else 0.5),
                keep_next=all(own[0].keep_next for own in inner if own),
                table=self._tables,
                header=header,
                last=place == len(rows) - 1,
                begins_page=any(box.begins_page for own in inner for box in own),
                marks=tuple(mark for own in inner for box in own for mark in box.marks),
                element=element,
            )
            if row.find(f"{tag('w:trPr')}/{tag('w:tblHeader')}") is not None:
                header += box.height
            yield box


_AIR = {"ReportTable": (CELL_AIR, 8.5, CELL_AIR), "KeyFigures": (0.0, 0.0, 4.5)}
"""The margins of cells (top, right, bottom) by table style."""


def _at_edge(cell: Element) -> bool:
    """Return whether the words of a cell reach the end of its table."""
    return cell.find(f"{tag('w:tcPr')}/{tag('w:tcMar')}") is not None


def gap(above: Box | None, below: Box) -> float:
    """Return the space between two boxes: the larger of what both ask for."""
    if above is None or below.close:
        return below.before
    return max(above.after, below.before)


def stacked(boxes: Sequence[Box]) -> float:
    """Return the height of boxes on top of each other, with the space around them."""
    high, above = 0.0, None
    for box in boxes:
        high += gap(above, box) + box.height
        above = box
    return high + (above.after if above else 0.0)


def lines(words: Sequence[tuple[str, float]], room: float) -> int:
    """Return how many lines words of the given widths take; "\\n" among them ends a line."""
    count, used = 1, 0.0
    for text, wide in words:
        if text == "\n":
            count, used = count + 1, 0.0
            continue
        if used and used + width_without_space(text, wide) > room:
            count, used = count + 1, 0.0
        used += wide
    return count


def width_without_space(text: str, wide: float) -> float:
    """Return the width of a word without the space after it, which may hang over the edge."""
    return wide if not text.endswith(" ") else wide * len(text.rstrip()) / max(len(text), 1)


def pieces_of(element: Element, style: Style) -> Iterator[tuple[str, float]]:
    """Yield the words of a paragraph, cut where a line may end, with their widths in points."""
    size = style.size or 11.0
    for run in element.iter(_R):
        bold = style.bold or _value(run.find(tag("w:rPr")), "w:rStyle") in _BOLD
        for child in run:
            if child.tag == _T:
                text = child.text or ""
                text = text.upper() if style.caps else text
                for word in _pieces(text):
                    yield word, width(word, size, bold)
            elif child.tag == tag("w:br"):
                yield "\n", 0.0
            elif child.tag == _TAB:
                yield "\t", 30.0


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in the pieces between which a line may end."""
    piece = ""
    for character in text:
        piece += character
        if character in ENDS:
            yield piece
            piece = ""
    if piece:
        yield piece


def _right(properties: Element | None, style: Style) -> float:
    """Return how far the right edge of a paragraph is drawn in, in points."""
    own = properties.find(tag("w:ind")) if properties is not None else None
    given = own.get(tag("w:right")) if own is not None else None
    return int(given) / 20 if given else style.right or 0.0


def _spacing(properties: Element | None, style: Style) -> tuple[float, float]:
    own = properties.find(tag("w:spacing")) if properties is not None else None
    before, after = style.before or 0.0, style.after or 0.0
    if own is not None:
        before = int(own.get(tag("w:before"), before * 20)) / 20
        after = int(own.get(tag("w:after"), after * 20)) / 20
    return before, after


def _value(parent: Element | None, name: str) -> str | None:
    found = parent.find(tag(name)) if parent is not None else None
    value: str | None = found.get(tag("w:val")) if found is not None else None
    return value


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(tag(name)) is not None
