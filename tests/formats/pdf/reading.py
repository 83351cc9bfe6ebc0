"""Read a tagged PDF back from its bytes, knowing nothing of how it was written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

SHOW = ("Tj", "TJ", "'", '"')
PAINT = ("f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "Do", "sh")


@dataclass
class Mark:
    """A piece of marked content: the page, its number, the tag in the page, the text in it."""

    page: int
    number: int
    tag: str
    text: str = ""
    used: int = 0
    painted: bool = False

    @property
    def raw_text(self) -> str:
        """The text as the page has it."""
        return self.text


@dataclass
class PageText:
    """What a page holds: its marks, its decoration, and what is neither."""

    marks: dict[int, Mark] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)
    unbalanced: bool = False


def to_unicode(font: Any) -> dict[int, str]:
    """Return the characters that the codes of a font stand for."""
    if Name.ToUnicode not in font:
        return {}
    found: dict[int, str] = {}
    text = font.ToUnicode.read_bytes().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, char in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(char).decode("utf-16-be")
    return found


def read_page(pdf: pikepdf.Pdf, number: int) -> PageText:
    """Return the content of a page, sorted by what it is tagged as."""
    page = pdf.pages[number]
    fonts = page.obj.get(Name.Resources, Dictionary()).get(Name.Font, Dictionary())
    maps = {str(name): to_unicode(font) for name, font in fonts.items()}
    out = PageText()
    stack: list[Mark | str] = []
    current: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            stack.append(_opened(number, operands, out))
        elif operator == "EMC":
            if not stack:
                out.unbalanced = True
            else:
                stack.pop()
        elif operator == "Tf":
            name = str(operands[0])
            current = maps.get(name, {})
            if name not in maps:
                out.unmapped.append(f"the font {name}")
        elif operator in SHOW:
            _note(_decoded(operands, current, out), stack, out)
        elif operator in PAINT:
            _painted(operator, stack, out)
    out.unbalanced = out.unbalanced or bool(stack)
    return out


def _opened(page: int, operands: Any, out: PageText) -> Mark | str:
    tag = str(operands[0])[1:]
    inner = operands[1] if len(operands) > 1 else None
    if isinstance(inner, Dictionary) and Name.MCID in inner:
        mark = Mark(page, int(inner.MCID), tag)
        if mark.number in out.marks:
            out.repeated.append(mark.number)
        out.marks[mark.number] = mark
        return mark
    return tag


def _decoded(operands: Any, current: dict[int, str], out: PageText) -> str:
    pieces = operands[0] if isinstance(operands[0], Array) else [operands[-1]]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    for code in codes:
        if code not in current:
            out.unmapped.append(f"code {code}")
    return "".join(current.get(code, "\ufffd") for code in codes)


def _note(text: str, stack: list[Mark | str], out: PageText) -> None:
    if any(item == "Artifact" for item in stack):
        out.artifacts.append(text)
        return
    mark = next((item for item in reversed(stack) if isinstance(item, Mark)), None)
    if mark is None:
        out.untagged.append(text)
    else:
        mark.text += text


def _painted(operator: str, stack: list[Mark | str], out: PageText) -> None:
    if any(item == "Artifact" for item in stack):
        return
    mark = next((item for item in reversed(stack) if isinstance(item, Mark)), None)
    if mark is None:
        out.untagged.append(f"a painted path ({operator})")
    else:
        mark.painted = True


@dataclass
class Element:
    """An element of the structure tree with what it holds, in order."""

    kind: str
    raw: Any
    kids: list[Element | Mark | Any]

    @property
    def text(self) -> str:
        """The words under the element, spaces made plain."""
        return tidy(self.raw_text)

    @property
    def raw_text(self) -> str:
        """The words under the element as the page has them."""
        return "".join(kid.raw_text for kid in self.kids if isinstance(kid, Element | Mark))

    def walk(self) -> Iterator[Element]:
        """Yield the element and all under it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """Yield the marks under the element in reading order."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.marks()


def tidy(text: str) -> str:
    """Return a text with its spaces made plain and single."""
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


def read_tree(pdf: pikepdf.Pdf, pages: list[PageText], faults: list[str]) -> list[Element]:
    """Return the top elements of the structure tree; what cannot be followed is a fault."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    root = pdf.Root.get(Name.StructTreeRoot)
    if root is None or Name.K not in root:
        faults.append("there is no structure tree")
        return []
    top = root.K if isinstance(root.K, Array) else [root.K]
    return [_element(kid, root, pages, numbers, faults) for kid in top]


def _element(
    raw: Any, parent: Any, pages: list[PageText], numbers: dict[Any, int], faults: list[str]
) -> Element:
    kind = str(raw.get(Name.S, "/none"))[1:]
    if raw.get(Name.P) is None or raw.P.objgen != parent.objgen:
        faults.append(f"{kind} does not point to its parent")
    out = Element(kind, raw, [])
    kids = raw.get(Name.K, Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            _add_mark(out, raw.get(Name.Pg), kid, pages, numbers, faults)
        elif kid.get(Name.Type) == Name.MCR:
            place = kid.get(Name.Pg, raw.get(Name.Pg))
            _add_mark(out, place, int(kid.MCID), pages, numbers, faults)
        elif kid.get(Name.Type) == Name.OBJR:
            out.kids.append(kid)
        else:
            out.kids.append(_element(kid, raw, pages, numbers, faults))
    return out


def _add_mark(
    out: Element,
    page: Any,
    number: int,
    pages: list[PageText],
    numbers: dict[Any, int],
    faults: list[str],
) -> None:
    place = numbers.get(page.objgen) if page is not None else None
    mark = pages[place].marks.get(number) if place is not None else None
    if mark is None:
        faults.append(f"{out.kind} holds a mark {number} that no page has")
        return
    mark.used += 1
    if mark.tag != out.kind:
        faults.append(f"mark {number} is tagged {mark.tag} on the page and {out.kind} in the tree")
    out.kids.append(mark)


class Reading:
    """A file read back: its pages, the elements of its tree in order, and what cannot be read."""

    def __init__(self, data: bytes) -> None:
        self.faults: list[str] = []
        self.pdf = pikepdf.open(io.BytesIO(data))  # stays open while its elements are looked at
        self.pages = [read_page(self.pdf, number) for number in range(len(self.pdf.pages))]
        self.tops = read_tree(self.pdf, self.pages, self.faults)
        self.elements = [element for top in self.tops for element in top.walk()]


def said(data: bytes) -> list[tuple[str, str]]:
    """Return what a file says, in its reading order: the kind and the words of each element."""
    found = Reading(data)
    return [
        (element.kind, _words(element))
        for element in found.elements
        if element.kind in SPOKEN and (_words(element) or _is_empty_cell(element))
    ]


def _words(element: Element) -> str:
    """Return the words that are the element's own, not those of paragraphs inside it."""
    if element.kind == "Figure":
        return str(element.raw.get(Name.Alt, ""))
    own = (k.raw_text for k in element.kids if isinstance(k, Mark) or _inline(k))
    return tidy("".join(own))


def _inline(kid: Any) -> bool:
    return isinstance(kid, Element) and kid.kind in ("Link", "Reference")


def _is_empty_cell(element: Element) -> bool:
    return element.kind in ("TD", "TH") and not element.kids


SPOKEN = {"H1", "H2", "H3", "P", "Lbl", "LBody", "TH", "TD", "Figure", "Note", "TOCI"}


def heading_pages(data: bytes, ids: list[str]) -> dict[str, int]:
    """Return the page, from 1, of each heading after that of the contents, by its id in order."""
    found = Reading(data)
    marks = [
        next(kid for kid in element.kids if isinstance(kid, Mark))
        for element in found.elements
        if re.fullmatch(r"H[1-6]", element.kind)
    ]
    return {id: mark.page + 1 for id, mark in zip(ids, marks[-len(ids) :], strict=True)}


def drawn(data: bytes) -> list[str]:
    """Return the words inside each figure, as a reader that ignores the alternative finds them."""
    found = Reading(data)
    return [element.raw_text for element in found.elements if element.kind == "Figure"]


def by_page(data: bytes) -> list[str]:
    """Return the words of each page in the order of the structure tree."""
    found = Reading(data)
    words = [""] * len(found.pages)
    for mark in (mark for top in found.tops for mark in top.marks()):
        words[mark.page] += mark.text
    return words
