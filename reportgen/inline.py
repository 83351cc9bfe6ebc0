"""The inlines of a document: words, and numbers that are not yet words.

A number in a sentence stays a `Number` until a renderer asks for its text, so that a figure can be
traced from any page and a rewording keeps it alive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from reportgen.errors import Place
from reportgen.facts import Fact
from reportgen.show import Style, show


@dataclass(frozen=True, slots=True)
class Text:
    """Words that do not change with the data."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    inlines: tuple[Inline, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in running text; `places` overrides the decimals of the fact.

    Its text is worked out once: checks, Word and PDF each ask for it several times.
    """

    fact: Fact
    style: Style = "plain"
    places: int | None = None
    _text: str = field(default="", init=False, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The figure as the page shows it."""
        if not self._text:
            object.__setattr__(self, "_text", show(self.fact, self.style, self.places))
        return self._text


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a table, figure or heading, linked to it: "Figure 4", or words of its own.

    `target` is the block's id. Without a `label` compose gives it the number of its table or
    figure. `place` is where an officer wrote it, for messages.
    """

    target: str
    label: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


Inline = Text | Strong | Link | Number | Reference
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """Return the words of some inlines, numbers as they are shown."""
    return "".join([_plain(inline) for inline in inlines])


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(inlines) | Link(inlines, _):
            return plain(inlines)
        case Number():
            return inline.text
        case Reference(_, label):
            return label
        case _:
            assert_never(inline)
