"""Turn what Word computes into fields that already hold their result.

A field is written with the words it would show, so a reader that does not compute fields shows the
same page, and Word has no reason to ask a question on opening.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.formats.word.xml import Element, el

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run(text: str, *properties: Element) -> Element:
    """Return a run of text. A tab and a line break in it stay what they are."""
    element = el("w:r")
    if properties:
        element.append(el("w:rPr", *properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            element.append(el("w:br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                element.append(el("w:tab"))
            if words:
                element.append(_text("w:t", words))
    return element


def begin(code: str) -> list[Element]:
    """Return the runs that open a field, up to where its result goes."""
    return [
        el("w:r", el("w:fldChar", fldCharType="begin")),
        el("w:r", _text("w:instrText", f" {code} ")),
        el("w:r", el("w:fldChar", fldCharType="separate")),
    ]


def end() -> Element:
    """Return the run that closes a field."""
    return el("w:r", el("w:fldChar", fldCharType="end"))


def field(code: str, result: Iterable[Element]) -> list[Element]:
    """Return a whole field with its result."""
    return [*begin(code), *result, end()]


def _text(name: str, words: str) -> Element:
    element = el(name, _printable(words))
    if words != words.strip() or "  " in words:
        element.set(_SPACE, "preserve")
    return element


def _printable(words: str) -> str:
    """Return the words without the control characters that XML cannot hold."""
    return "".join(c for c in words if c >= " ")
