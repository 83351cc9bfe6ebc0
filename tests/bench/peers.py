"""Write a document for two other typesetters, Typst and WeasyPrint, so that they do the same work.

The pages need not look the same: the same words, tables, figures and tags are set.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import assert_never

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Inline,
    Inlines,
    KeyFigures,
    Link,
    Number,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Table,
    TableCell,
    Text,
    plain,
)

_TYPST = """#set document(title: {title})
#set page(paper: "a4", margin: (x: 22mm, top: 26mm, bottom: 24mm), numbering: "1 of 1",
  header: [#{title} #h(1fr) #{organisation}])
#set text(font: "Arimo", size: 11pt, lang: "en", region: "GB")
#set table(stroke: none)
#show figure: set block(breakable: true)
"""


def typst(document: Document, pictures: Mapping[str, str]) -> str:
    """Return a document in Typst's language; `pictures` are the files of its charts by id."""
    head = _TYPST.replace("{title}", _quoted(document.title))
    head = head.replace("{organisation}", _quoted(document.organisation))
    return head + "\n".join(_typst(block, document, pictures) for block in document.blocks)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _t_words(inlines: Inlines) -> str:
    return "".join(map(_t_inline, inlines))


def _t_inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return f"#{_quoted(text)};"
        case Number():
            return f"#{_quoted(inline.text)};"
        case Reference(_, label):
            return f"#{_quoted(label)};"
        case Strong(inner):
            return f"#strong[{_t_words(inner)}];"
        case Link(inner, url):
            return f"#link({_quoted(url)})[{_t_words(inner)}];"
        case _:
            assert_never(inline)


def _typst(block: Block, document: Document, pictures: Mapping[str, str]) -> str:
    match block:
        case Heading():
            number = Text(f"{block.number} ")
            return f"#heading(level: {block.level})[{_t_words((number, *block.inlines))}]\n"
        case Paragraph(inlines):
            return f"{_t_words(inlines)}\n"
        case Bullets():
            return _t_list(block)
        case KeyFigures(tiles):
            cells = ", ".join(
                f"[#text(size: 26pt)[{_t_inline(t.number)}]\n\n{_t_words(t.what)}"
                f"\n\n{_t_words(t.beside)}]"
                for t in tiles
            )
            return f"#grid(columns: 3, gutter: 7mm, {cells})\n"
        case Callout():
            inner = "\n".join(_typst(each, document, pictures) for each in block.blocks)
            label = f"#strong[#{_quoted(block.label)};]\n\n"
            return f"#block(stroke: (left: 2pt), inset: 8pt)[{label}{inner}]\n"
        case Table():
            return _t_table(block, document, pictures)
        case Chart():
            image = f"image({_quoted(pictures[block.id])}, alt: {_quoted(block.alt)})"
            under = "\n\n".join(map(_t_words, (*block.notes, block.source)))
            return f"#figure({image}, caption: [{_t_caption(block.caption)}])\n{under}\n"
        case Contents():
            return "#outline(depth: 2)\n"
        case PageBreak():
            return "#pagebreak(weak: true)\n"
        case FrontSheet(fields):
            rows = "\n\n".join(f"#{_quoted(name)}; {_t_words(words)}" for name, words in fields)
            return f"#text(size: 36pt)[#{_quoted(document.title)};]\n\n{rows}\n#pagebreak()\n"
        case _:
            assert_never(block)


def _t_list(block: Bullets) -> str:
    items = ", ".join(
        f"[{_t_words(item.inlines)}{_t_list(item.inner) if item.inner else ''}]"
        for item in block.items
    )
    return f"#{'enum' if block.ordered else 'list'}({items})\n"


def _t_caption(caption: Caption) -> str:
    return f"{_t_words(caption.title)} {_t_words(caption.subtitle)}"


def _t_table(block: Table, document: Document, pictures: Mapping[str, str]) -> str:
    def cell(held: TableCell) -> str:
        return "[" + "\n".join(_typst(each, document, pictures) for each in held.blocks) + "]"

    widths = ", ".join(f"{column.width}fr" for column in block.columns)
    aligned = ", ".join(column.align for column in block.columns)
    header = ", ".join(f"[{_t_words(column.heading)}]" for column in block.columns)
    rows = ", ".join(cell(held) for row in block.rows for held in row.cells)
    table = (
        f"table(columns: ({widths},), align: ({aligned},), table.header({header}), "
        f"table.hline(), {rows})"
    )
    under = "\n\n".join(map(_t_words, (*block.notes, block.source)))
    return f"#figure({table}, caption: [{_t_caption(block.caption)}])\n{under}\n"


_HTML = """<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 26mm 22mm 24mm; @bottom-right {{ content: "Page " counter(page) }} }}
body {{ font: 11pt/1.4 Arimo, Arial, sans-serif }} table {{ width: 100%; font-size: 10pt }}
h1 {{ break-before: page }} figure {{ margin: 0 }} .notice {{ background: #f3f2f1; padding: 8pt }}
.strength, .development {{ border-left: 2pt solid; padding-left: 8pt }}
.tiles {{ display: grid; grid-template-columns: 1fr 1fr 1fr }} tr {{ break-inside: avoid }}
</style><body>"""


def html(document: Document, pictures: Mapping[str, str]) -> str:
    """Return a document as HTML with a print style; `pictures` are the files of its charts."""
    head = _HTML.format(title=escape(document.title))
    return head + "\n".join(_html(block, document, pictures) for block in document.blocks)


def _h_words(inlines: Inlines) -> str:
    return escape(plain(inlines))


def _html(block: Block, document: Document, pictures: Mapping[str, str]) -> str:
    match block:
        case Heading():
            words = escape(f"{block.number} ") + _h_words(block.inlines)
            return f"<h{block.level}>{words}</h{block.level}>"
        case Paragraph(inlines):
            return f"<p>{_h_words(inlines)}</p>"
        case Bullets():
            return _h_list(block)
        case KeyFigures(tiles):
            cells = (
                f"<div><b>{escape(t.number.text)}</b><p>{_h_words(t.what)}</p>"
                f"<p>{_h_words(t.beside)}</p></div>"
                for t in tiles
            )
            return f'<div class="tiles">{"".join(cells)}</div>'
        case Callout():
            inner = "".join(_html(each, document, pictures) for each in block.blocks)
            return f'<div class="{block.kind}"><p><b>{escape(block.label)}</b></p>{inner}</div>'
        case Table():
            return _h_table(block, document, pictures)
        case Chart():
            image = f'<img src="{pictures[block.id]}" alt="{escape(block.alt)}" width="100%">'
            under = "".join(f"<p>{_h_words(each)}</p>" for each in (*block.notes, block.source))
            title = _h_words(block.caption.title + block.caption.subtitle)
            return f"<figure><figcaption>{title}</figcaption>{image}</figure>{under}"
        case Contents():
            heads = (each for each in document.blocks if isinstance(each, Heading))
            return "".join(f"<p>{_h_words(head.inlines)}</p>" for head in heads if head.level < 3)
        case PageBreak():
            return ""
        case FrontSheet(fields):
            rows = "".join(f"<p>{escape(name)} {_h_words(words)}</p>" for name, words in fields)
            return f"<h1>{escape(document.title)}</h1>{rows}"
        case _:
            assert_never(block)


def _h_list(block: Bullets) -> str:
    items = "".join(
        f"<li>{_h_words(item.inlines)}{_h_list(item.inner) if item.inner else ''}</li>"
        for item in block.items
    )
    return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"


def _h_table(block: Table, document: Document, pictures: Mapping[str, str]) -> str:
    head = "".join(f"<th>{_h_words(column.heading)}</th>" for column in block.columns)
    rows = "".join(
        "<tr>"
        + "".join(
            "<td>" + "".join(_html(each, document, pictures) for each in cell.blocks) + "</td>"
            for cell in row.cells
        )
        + "</tr>"
        for row in block.rows
    )
    title = _h_words(block.caption.title + block.caption.subtitle)
    under = "".join(f"<p>{_h_words(each)}</p>" for each in (*block.notes, block.source))
    return (
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{under}"
    )
