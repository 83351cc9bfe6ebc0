"""Turn inlines into runs: words, links, and mentions of figures and tables as live references."""

from __future__ import annotations

from typing import assert_never

from reportgen.document import Inlines, Link, Number, Reference, Strong, Text, plain
from reportgen.formats.word.fields import field, run
from reportgen.formats.word.pen import Pen, caption_mark
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
            case Reference(target, label):
                name = run(label, *_character("Strong" if strong else ""))
                made += field(f"REF {caption_mark(target)} \\h", [name])
            case _:
                assert_never(inline)
    return made


def _character(style: str) -> tuple[Element, ...]:
    return (el("w:rStyle", val=style),) if style else ()
