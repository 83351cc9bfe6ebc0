"""Turn inlines into the words of a paragraph, each piece with its place in the structure tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple, assert_never

from reportgen.document import Inlines, Link, Number, Reference, Strong, Text
from reportgen.formats.pdf.styles import Style
from reportgen.formats.pdf.tree import Destination, Kind, Leaf, Node

_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Where a word may be parted or joined, which way it runs, how its bytes are ordered."""


class Piece(NamedTuple):
    """Words of one look and one place in the tree."""

    text: str
    bold: bool
    colour: str
    leaf: Leaf | None


class Passage(NamedTuple):
    """The words of a paragraph, and the part of the structure tree they belong to."""

    pieces: tuple[Piece, ...]
    kids: tuple[Node | Leaf, ...]


def tidy(text: str) -> str:
    """Return a text as it is set: accents joined to their letters, line breaks as spaces.

    Characters that paint nothing are left out: texts from elsewhere have them here and there.
    """
    if text.isascii() and text.isprintable():
        return text
    joined = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _BREAKS.sub(" ", joined)


def lone_text(inlines: Inlines) -> str:
    """Return the text of inlines that are but one text or number; of others none."""
    if len(inlines) != 1:
        return ""
    match inlines[0]:
        case Text(text):
            return tidy(text)
        case Number(text=text):
            return _unbroken(tidy(text), 16)
        case _:
            return ""


def passage(inlines: Inlines, style: Style, tag: Kind, link: str) -> Passage:
    """Return the words of some inlines with the leaves that hold them under an element.

    Spaces alone are no words. `tag` is the kind of that element, `link` the colour of words that
    lead elsewhere.
    """
    pieces: list[Piece] = []
    kids: list[Node | Leaf] = []
    leaf: Leaf | None = None
    for text, bold, destination in _flat(inlines, style.bold):
        if not text:
            continue
        if destination is None:
            if leaf is None:
                leaf = Leaf(tag)
                kids.append(leaf)
            pieces.append(Piece(text, bold, style.colour, leaf))
        else:
            leaf = None
            inner = kids[-1].kids[0] if kids and isinstance(kids[-1], Node) else None
            if not (isinstance(inner, Leaf) and inner.link is destination):
                inner = Leaf("Link", destination)
                kids.append(_link(inner, destination))
            pieces.append(Piece(text, bold, link, inner))
    if not any(piece.text.strip() for piece in pieces):
        return Passage((), ())
    return Passage(tuple(pieces), tuple(kids))


def _link(leaf: Leaf, destination: Destination) -> Node:
    node = Node("Link", (leaf,))
    return Node("Reference", (node,)) if destination.block else node


def _flat(inlines: Inlines, bold: bool) -> Iterator[tuple[str, bool, Destination | None]]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield tidy(text), bold, None
            case Number():
                yield _unbroken(tidy(inline.text), 16), bold, None
            case Strong(inner):
                yield from _flat(inner, True)
            case Link(inner, url):
                parts = list(_flat(inner, bold))
                destination = Destination("".join(part[0] for part in parts), url=url)
                yield from ((text, strong, destination) for text, strong, _ in parts)
            case Reference(target, label):
                yield _unbroken(tidy(label), 12), bold, Destination(label, block=target)
            case _:
                assert_never(inline)


def _unbroken(text: str, length: int) -> str:
    """Return a text, one shorter than so many letters without a place to end a line."""
    return text.replace(" ", "\xa0") if len(text) < length else text
