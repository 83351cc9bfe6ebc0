"""Turn styles into the styles part of a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.formats.word.style import CELL_AIR, Border, Style, Tab
from reportgen.formats.word.xml import Element, el, hex_colour, root, twips
from reportgen.theme import Theme


def styles_part(styles: Iterable[Style], theme: Theme, language: str) -> Element:
    """Return the root of styles.xml: defaults, then every style, then the styles of tables."""
    face = theme.face["word"]
    defaults = el(
        "w:docDefaults",
        el(
            "w:rPrDefault",
            el(
                "w:rPr",
                el("w:rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face),
                el("w:sz", val=22),
                el("w:szCs", val=22),
                el("w:lang", val=language, eastAsia=language, bidi="ar-SA"),
            ),
        ),
        el("w:pPrDefault"),
    )
    part = root("w:styles", "w r", defaults)
    part.extend(style_element(style) for style in styles)
    part.append(_default("character", "DefaultParagraphFont", "Default Paragraph Font"))
    part.append(_default("numbering", "NoList", "No List"))
    part.extend(table_styles(theme))
    return part


def style_element(style: Style) -> Element:
    """Return a style as Word keeps it."""
    attributes = {"type": style.kind, "styleId": style.id}
    if style.id == "Normal":
        attributes["default"] = "1"
    elif style.name[0].isupper() and style.id not in _BUILT_IN:
        attributes["customStyle"] = "1"
    element = el("w:style", el("w:name", val=style.name), **attributes)
    if style.based_on:
        element.append(el("w:basedOn", val=style.based_on))
    if style.next:
        element.append(el("w:next", val=style.next))
    element.append(el("w:uiPriority", val=1 if style.id in _OFFERED else 99))
    if style.id in _OFFERED or style.kind == "paragraph":
        element.append(el("w:qFormat"))
    paragraph = _paragraph_properties(style)
    if style.kind == "paragraph" and len(paragraph):
        element.append(paragraph)
    run = _run_properties(style)
    if len(run):
        element.append(run)
    return element


_BUILT_IN = (
    *("Title", "Subtitle", "TOCHeading", "Strong", "Hyperlink"),
    *("ListBullet", "ListBullet2", "ListBullet3", "ListNumber", "ListNumber2", "ListNumber3"),
)
"""Styles of Word's own whose names begin with a capital."""
_OFFERED = (
    *("Normal", "Heading1", "Heading2", "Heading3", "Lead", "Note", "ListBullet", "ListNumber"),
    *("Strength", "Development", "Notice", "Caption", "Source", "Strong"),
)
"""Styles that Word offers first."""


def _paragraph_properties(style: Style) -> Element:
    """Return `w:pPr`; the order of its children is the schema's."""
    properties = el("w:pPr")
    if style.keep_next:
        properties.append(el("w:keepNext"))
    if style.keep_lines:
        properties.append(el("w:keepLines"))
    if style.numbering:
        list_id, level = style.numbering
        level_element = el("w:ilvl", val=level) if level else None
        properties.append(el("w:numPr", level_element, el("w:numId", val=list_id)))
    if style.borders:
        properties.append(el("w:pBdr", *(border_element(border) for border in style.borders)))
    if style.shade:
        properties.append(el("w:shd", val="clear", color="auto", fill=hex_colour(style.shade)))
    if style.tabs:
        properties.append(el("w:tabs", *map(_tab, style.tabs)))
    for element in (_spacing(style), _indent(style)):
        if element.attrib:
            properties.append(element)
    if style.close:
        properties.append(el("w:contextualSpacing"))
    if style.align:
        properties.append(el("w:jc", val=style.align))
    if style.outline is not None:
        properties.append(el("w:outlineLvl", val=style.outline))
    return properties


def _spacing(style: Style) -> Element:
    line, rule = None, None
    if style.at_least is not None:
        line, rule = twips(style.at_least), "atLeast"
    elif style.leading is not None:
        line, rule = round(240 * style.leading), "auto"
    before = None if style.before is None else twips(style.before)
    after = None if style.after is None else twips(style.after)
    return el("w:spacing", before=before, after=after, line=line, lineRule=rule)


def _indent(style: Style) -> Element:
    return el(
        "w:ind",
        left=None if style.left is None else twips(style.left),
        right=None if style.right is None else twips(style.right),
        hanging=None if style.hanging is None else twips(style.hanging),
    )


def _run_properties(style: Style) -> Element:
    """Return `w:rPr`; the order of its children is the schema's."""
    properties = el("w:rPr")
    if style.bold:
        properties.extend((el("w:b"), el("w:bCs")))
    if style.caps:
        properties.append(el("w:caps"))
    if style.colour:
        properties.append(el("w:color", val=hex_colour(style.colour)))
    if style.size:
        half = round(style.size * 2)
        properties.extend((el("w:sz", val=half), el("w:szCs", val=half)))
    if style.underline:
        properties.append(el("w:u", val="single"))
    return properties


def border_element(border: Border) -> Element:
    """Return a rule on one side of a paragraph."""
    return el(
        f"w:{border.side}",
        val="single",
        sz=round(border.width * 8),
        space=round(border.space),
        color=hex_colour(border.colour),
    )


def _tab(tab: Tab) -> Element:
    leader = "dot" if tab.dotted else None
    return el("w:tab", val=tab.side, leader=leader, pos=twips(tab.at))


def _default(kind: str, id: str, name: str) -> Element:
    return el(
        "w:style",
        el("w:name", val=name),
        el("w:uiPriority", val=99),
        el("w:semiHidden"),
        el("w:unhideWhenUsed"),
        type=kind,
        default="1",
        styleId=id,
    )


# -- tables ---------------------------------------------------------------------------------------


def table_styles(theme: Theme) -> list[Element]:
    """Return the table styles: Word's own default, that of data, and that of key figures."""
    return [_table_normal(), _report_table(theme), _key_figures()]


def _table_normal() -> Element:
    style = _default("table", "TableNormal", "Normal Table")
    margins = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    style.append(
        el("w:tblPr", el("w:tblInd", w=0, type="dxa"), el("w:tblCellMar", *map(_margin, margins)))
    )
    return style


def _margin(side: tuple[str, int]) -> Element:
    return el(f"w:{side[0]}", w=side[1], type="dxa")


def _table_style(id: str, name: str, *properties: Element) -> Element:
    return el(
        "w:style",
        el("w:name", val=name),
        el("w:basedOn", val="TableNormal"),
        el("w:uiPriority", val=1),
        el("w:qFormat"),
        *properties,
        type="table",
        customStyle="1",
        styleId=id,
    )


def _rule(side: str, eighths: int, colour: str) -> Element:
    return el(f"w:{side}", val="single", sz=eighths, space=0, color=hex_colour(colour))


def _report_table(theme: Theme) -> Element:
    brand, rule = theme.colour["brand"], theme.colour["rule"]
    air = twips(CELL_AIR)
    margins = (("top", air), ("left", 0), ("bottom", air), ("right", 170))
    return _table_style(
        "ReportTable",
        "Report Table",
        el(
            "w:tblPr",
            el("w:tblInd", w=0, type="dxa"),
            el("w:tblBorders", _rule("bottom", 12, brand), _rule("insideH", 4, rule)),
            el("w:tblCellMar", *map(_margin, margins)),
        ),
        el(
            "w:tblStylePr",
            el("w:rPr", el("w:b"), el("w:color", val=hex_colour(brand))),
            el(
                "w:tcPr",
                el("w:tcBorders", _rule("bottom", 12, brand)),
                el("w:vAlign", val="bottom"),
            ),
            type="firstRow",
        ),
    )


def _key_figures() -> Element:
    margins = (("top", 0), ("left", 0), ("bottom", 90), ("right", 0))
    return _table_style(
        "KeyFigures",
        "Key Figures",
        el(
            "w:tblPr",
            el("w:tblInd", w=0, type="dxa"),
            el("w:tblCellMar", *map(_margin, margins)),
        ),
    )
