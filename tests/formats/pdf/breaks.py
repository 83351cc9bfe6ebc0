"""Ways of breaking a whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Break = Callable[[pikepdf.Pdf], None]
BREAKS: dict[str, Break] = {}


def breaks(what: str) -> Callable[[Break], Break]:
    """Keep a way of breaking a file under its name."""

    def keep(function: Break) -> Break:
        BREAKS[what] = function
        return function

    return keep


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every element of the structure tree."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get(Name.K, Array())
        kids = kids if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in kids if isinstance(kid, Dictionary) and Name.S in kid]


def first(pdf: pikepdf.Pdf, kind: str, number: int = 0) -> Any:
    """Return an element of a kind."""
    return [e for e in elements(pdf) if "/" + kind == e.S][number]


def annotation(pdf: pikepdf.Pdf) -> Any:
    """Return a link on a page."""
    return next(page.obj.Annots[0] for page in pdf.pages if Name.Annots in page.obj)


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes, page: int = 3) -> None:
    """Change the first of some bytes on a page."""
    contents = pdf.pages[page].obj.Contents
    data = contents.read_bytes()
    assert old in data
    contents.write(data.replace(old, new, 1))


def font(pdf: pikepdf.Pdf) -> Any:
    """Return a font."""
    return next(iter(pdf.pages[3].obj.Resources.Font.values()))


@breaks("a mark is dropped from its element")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "H1", 1).K


@breaks("a mark is in two elements")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TD", 0).K = first(pdf, "TD", 1).K


@breaks("two marks of a page are swapped in the tree")
def _(pdf: pikepdf.Pdf) -> None:
    one, two = first(pdf, "TD", 0), first(pdf, "TD", 1)
    one.K, two.K = two.K, one.K


@breaks("two marks are swapped on the page")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/MCID 3>>", b"/MCID 999>>")
    rewrite(pdf, b"/MCID 4>>", b"/MCID 3>>")
    rewrite(pdf, b"/MCID 999>>", b"/MCID 4>>")


@breaks("a mark is on the page twice")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/MCID 3>>", b"/MCID 4>>")


@breaks("a mark is not closed")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"EMC", b"")


@breaks("text is outside every mark")
def _(pdf: pikepdf.Pdf) -> None:
    data = pdf.pages[3].obj.Contents.read_bytes()
    name = next(iter(pdf.pages[3].obj.Resources.Font)).encode()
    pdf.pages[3].obj.Contents.write(data + b"\nBT " + name + b" 9 Tf <41> Tj ET")


@breaks("a path is outside every mark")
def _(pdf: pikepdf.Pdf) -> None:
    data = pdf.pages[3].obj.Contents.read_bytes()
    pdf.pages[3].obj.Contents.write(data + b"\n0 0 9 9 re f")


@breaks("text becomes decoration")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/H1 <</MCID 0>> BDC", b"/Artifact BMC")


@breaks("a mark has another tag on the page")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/H1 <</MCID 0>> BDC", b"/P <</MCID 0>> BDC")


@breaks("the parent tree leads to another element")
def _(pdf: pikepdf.Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[7][0], nums[7][1] = nums[7][1], nums[7][0]


@breaks("the parent tree is shorter than the page")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree.Nums[7][-1]


@breaks("a page has no key to the parent tree")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3].obj.StructParents


@breaks("the next key is taken")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 1


@breaks("an element points to another parent")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TD").P = first(pdf, "P")


@breaks("there is no structure tree")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@breaks("a header cell has no scope")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TH").A


@breaks("a row has lost a cell")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TBody").K[0].K[-1]


@breaks("a table has no header row")
def _(pdf: pikepdf.Pdf) -> None:
    for cell in first(pdf, "THead").K.K:
        cell.S = Name.TD


@breaks("a figure has no words")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").Alt


@breaks("a figure has no box")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").A


@breaks("a heading skips a level")
def _(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        if element.S == Name.H2:
            element.S = Name.H3


@breaks("an element is of no known kind")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Div").S = Name("/Box")


@breaks("a list item has no label and body")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "LI").K[0].S = Name.P


@breaks("a list does not say how it is numbered")
def _(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "L").A


@breaks("a link has lost its annotation in the tree")
def _(pdf: pikepdf.Pdf) -> None:
    link = first(pdf, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary)])


@breaks("an annotation leads to another element")
def _(pdf: pikepdf.Pdf) -> None:
    annotation(pdf).StructParent = pdf.pages[2].obj.StructParents


@breaks("an annotation has no words")
def _(pdf: pikepdf.Pdf) -> None:
    del annotation(pdf).Contents


@breaks("an annotation is not printed")
def _(pdf: pikepdf.Pdf) -> None:
    del annotation(pdf).F


@breaks("a link leads to no page")
def _(pdf: pikepdf.Pdf) -> None:
    annotation(pdf).Dest[0] = pdf.Root


@breaks("the tab order is not that of the structure")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3].obj.Tabs


@breaks("a font does not say what its codes stand for")
def _(pdf: pikepdf.Pdf) -> None:
    del font(pdf).ToUnicode


@breaks("a font maps a code to no character")
def _(pdf: pikepdf.Pdf) -> None:
    data = font(pdf).ToUnicode.read_bytes()
    font(pdf).ToUnicode.write(data.replace(b"<41> <0041>", b"<41> <0000>"))


@breaks("a font maps a code to another character")
def _(pdf: pikepdf.Pdf) -> None:
    data = font(pdf).ToUnicode.read_bytes()
    font(pdf).ToUnicode.write(data.replace(b"<74> <0074>", b"<74> <0078>"))


@breaks("a font is not embedded")
def _(pdf: pikepdf.Pdf) -> None:
    del font(pdf).FontDescriptor.FontFile2


@breaks("there is no language")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


@breaks("there is no title")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo[Name.Title]


@breaks("the file does not say it is tagged")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


@breaks("the pages have no labels")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.PageLabels


@breaks("a bookmark has another title")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("Elsewhere")


@breaks("two notes have one id")
def _(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Note").ID = first(pdf, "Note", 1).ID


@breaks("a note cannot be found")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


@breaks("there is no description")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@breaks("the colours are not described")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@breaks("an attached file is not said to belong to the report")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF


@breaks("a file runs a script when opened")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
