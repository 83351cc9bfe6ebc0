"""Turn inlines into runs: words, links, and mentions of figures and tables as live references."""

from __future__ import annotations

from typing import assert_never

from reportgen.document import Inlines, Link, Number, Reference, Strong, Text, plain
from reportgen.formats.word.fields import field, run
from reportgen.formats.word.pen import Pen, caption_mark, heading_mark
from reportgen.formats.word.xml import Element, el


def words(pen: Pen, key: str, inlines: Inlines) -> list[Element]:
    """Return the runs of some inlines inside the bookmark of their key."""
    return pen.identify(key, runs(pen, inlines), inlines)


def runs(pen: Pen, inlines: Inlines, strong: bool = False) -> list[Element]:
    """Return the runs of some inlines; `strong` sets all of them apart."""
    made: list[Element] = []
    for inline in inlines:
        match inline:
            case Text(text):
                made.append(run(text, *_character("Strong" if strong else "")))
            case Number():
                made.append(run(inline.text, *_character("Strong" if strong else "")))
            case Strong(inner):
                made += runs(pen, inner, strong=True)
            case Link(inner, url):
                words = run(plain(inner), *_character("Hyperlink"))
                made.append(el("w:hyperlink", words, history="1", **{"r:id": pen.link(url)}))
            case Reference():
                made += _reference(pen, inline, strong)
            case _:
                assert_never(inline)
    return made


def _reference(pen: Pen, reference: Reference, strong: bool) -> list[Element]:
    """Return a number as a field that Word keeps right, other words as a link within the report."""
    target, label = reference.target, reference.label
    if pen.names.get(target) == label:
        name = run(label, *_character("Strong" if strong else ""))
        return field(f"REF {caption_mark(target)} \\h", [name])
    mark = caption_mark(target) if target in pen.names else heading_mark(target)
    return [el("w:hyperlink", run(label, *_character("Hyperlink")), anchor=mark, history="1")]


def _character(style: str) -> tuple[Element, ...]:
    return (el("w:rStyle", val=style),) if style else ()
