"""Turn CommonMark into the blocks and inlines of the document, numbers in braces included.

Only what every format can hold passes: paragraphs, lists, strong, links and small headings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reportgen.document import (
    Bullets,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    Paragraph,
    Reference,
    Strong,
    Text,
    plain,
)
from reportgen.errors import DataError, Place, Problem

Resolve = Callable[[str, Place], Inline]
_REFUSED = {
    "table_open": ("a table", "put figures in a figures file, and let the chapter make the table"),
    "fence": ("a block of code", "remove the three backticks"),
    "code_block": ("text set in by four spaces", "remove the spaces at the start of the line"),
    "html_block": ("HTML", "write plain words; CommonMark has **strong** and [links](https://…)"),
    "hr": ("a line across the page", "remove it; a heading makes a new part"),
    "blockquote_open": ("a block quotation", "remove the “>” at the start of the line"),
    "image": ("a picture", "the formats draw charts from figures and hold no pictures of your own"),
    "code_inline": ("words between backticks", "remove the backticks"),
    "html_inline": ("HTML", "write plain words; “<” alone is written “\\<”"),
    "s_open": ("words struck out", "delete them or remove the “~~”"),
}


def _mention(state: StateInline, silent: bool) -> bool:
    """Read `{…}` as one token; a brace without its partner is one as well, to be refused later."""
    if state.src[state.pos] not in "{}":
        return False
    found = re.compile(r"\{([^{}]*)\}").match(state.src, state.pos)
    if not silent:
        token = state.push("mention" if found else "lone_brace", "", 0)
        token.content = found[1] if found else state.src[state.pos]
    state.pos = found.end() if found else state.pos + 1
    return True


def tokens_of(text: str) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each top-level block of a CommonMark text."""
    # Officers type straight quotes, or paste curly ones; the page has curly ones throughout.
    parser = MarkdownIt("commonmark", {"typographer": True})
    parser.enable(["table", "strikethrough", "smartquotes"])
    parser.inline.ruler.before("emphasis", "mention", _mention)
    block: list[Token] = []
    depth = 0
    for token in parser.parse(text):
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []


def slug(text: str) -> str:
    """Return text as a part of an id: lower case, with one underscore between words."""
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")


@dataclass
class Markdown:
    """Turns tokens into blocks, noting what is refused. `row` is added to every line."""

    file: str
    resolve: Resolve
    problems: list[Problem]
    row: int = 0
    column: str | None = None

    def blocks(self, tokens: Sequence[Token], id: str) -> tuple[Heading | Paragraph | Bullets, ...]:
        """Return the block that some tokens make up; empty, with a problem noted, if refused."""
        first = tokens[0]
        match first.type:
            case "paragraph_open":
                inlines = self._inlines(tokens[1])
                return (Paragraph(inlines, f"{id}.{_mark(tokens)}"),) if inlines else ()
            case "bullet_list_open" | "ordered_list_open":
                return (self._bullets(tokens, f"{id}.{_mark(tokens)}"),)
            case "heading_open" if first.tag == "h3":
                return (Heading(3, self._inlines(tokens[1]), f"{id}.{slug(tokens[1].content)}"),)
            case "heading_open":
                what = f"a heading of level {first.tag[1]}"
                self.wrong(first, what, "use ## for a passage and ### for a heading inside it")
            case _:
                self._refuse(first)
        return ()

    def wrong(self, token: Token, what: str, hint: str = "", below: int = 0) -> None:
        """Note a problem at the line of a token."""
        problem = Problem(what, self._place(token, below), hint)
        if problem not in self.problems:
            self.problems.append(problem)

    def _bullets(self, tokens: Sequence[Token], id: str = "") -> Bullets:
        items = [self._item(inner) for inner in _children(tokens)]
        return Bullets(tuple(items), id, ordered=tokens[0].type == "ordered_list_open")

    def _item(self, tokens: Sequence[Token]) -> Item:
        inlines: Inlines = ()
        inner: Bullets | None = None
        for part in _children(tokens):
            first = part[0]
            if first.type == "paragraph_open" and not inlines and inner is None:
                inlines = self._inlines(part[1])
            elif first.type in ("bullet_list_open", "ordered_list_open") and inner is None:
                inner = self._bullets(part)
            elif first.type == "paragraph_open":
                self.wrong(first, "a second paragraph in one point", "make it a point of its own")
            elif first.type in ("bullet_list_open", "ordered_list_open"):
                self.wrong(first, "two lists in one point", "use the same mark for both")
            elif first.type == "heading_open":
                self.wrong(first, "a heading inside a point", "put it above the list")
            else:
                self._refuse(first)
        if not inlines:
            self.wrong(tokens[0], "a point without words", "write something after the mark")
        return Item(inlines, inner)

    def _inlines(self, token: Token) -> Inlines:
        below = [0]
        children = iter(token.children or ())
        return _joined(self._run(children, token, below, strong=False))

    def _run(
        self, children: Iterator[Token], parent: Token, below: list[int], strong: bool
    ) -> list[Inline]:
        """Return the inlines up to the end of a span; emphasis of either weight is `Strong`."""
        out: list[Inline] = []
        for child in children:
            match child.type:
                case "text" | "text_special":
                    out.append(Text(child.content))
                case "softbreak" | "hardbreak":
                    below[0] += 1
                    out.append(Text(" "))
                case "mention":
                    out += self._number(child.content, parent, below[0])
                    below[0] += child.content.count("\n")
                case "strong_open" | "em_open":
                    inner = self._run(children, parent, below, strong=True)
                    out += inner if strong else [Strong(_joined(inner))]
                case "link_open":
                    inner = self._run(children, parent, below, strong)
                    out.append(self._link(child, _joined(inner), parent, below[0]))
                case "strong_close" | "em_close" | "link_close" | "s_close":
                    return out
                case "s_open":
                    self._refuse(child, parent, below[0])
                    out += self._run(children, parent, below, strong)
                case "lone_brace":
                    what = f"“{child.content}” without its partner"
                    hint = f"write \\{child.content} for the sign itself"
                    self.wrong(parent, what, hint, below[0])
                case _:
                    self._refuse(child, parent, below[0])
        return out

    def _number(self, text: str, parent: Token, below: int) -> list[Inline]:
        try:
            return [self.resolve(text, self._place(parent, below))]
        except DataError as error:
            self.problems += error.problems
            return []

    def _link(self, token: Token, inlines: Inlines, parent: Token, below: int) -> Inline:
        url = str(token.attrs.get("href", ""))
        if url.startswith("#"):
            return self._reference(unquote(url[1:]), inlines, parent, below)
        if not re.match(r"(https?://|mailto:)\S", url):
            hint = "a link begins with https:// (or mailto:)"
            self.wrong(parent, f"“{url}” is not an address", hint, below)
        if not inlines:
            self.wrong(parent, f"a link to {url} without words", "write [words](address)", below)
        return Link(inlines, url)

    def _reference(self, target: str, inlines: Inlines, parent: Token, below: int) -> Inline:
        """Return a mention of a table, figure or heading of the report; compose looks for it."""
        if any(not isinstance(inline, Text) for inline in inlines):
            hint = "write plain words, or none for its number: [](#…)"
            self.wrong(parent, f"the words of the link to #{target} hold more than words", hint)
        return Reference(target, plain(inlines), self._place(parent, below))

    def _refuse(self, token: Token, parent: Token | None = None, below: int = 0) -> None:
        what, hint = _REFUSED.get(token.type, (token.type, ""))
        self.wrong(parent or token, f"{what} cannot be printed", hint, below)

    def _place(self, token: Token, below: int) -> Place:
        line = token.map[0] + 1 + below if token.map else 1 + below
        return Place(self.file, self.row or line, self.column)


def _children(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the blocks directly inside the first token."""
    block: list[Token] = []
    depth = 0
    for token in tokens[1:-1]:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []


def _mark(tokens: Sequence[Token]) -> str:
    """Return a mark that changes only when the words do, whatever their place in the file.

    Numbers count as they are written, so that new figures leave the mark alone.
    """
    text = "\n".join(token.content for token in tokens if token.content)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _joined(inlines: list[Inline]) -> Inlines:
    """Return inlines with neighbouring texts as one."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and out and isinstance(out[-1], Text):
            out[-1] = Text(out[-1].text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            out.append(inline)
    return tuple(out)
