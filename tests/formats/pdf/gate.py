"""Find every fault in a tagged archive PDF: what one validator or another does not see."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pdf_reading import (
    Element,
    Mark,
    PageText,
    Reading,
    by_page,
    drawn,
    heading_pages,
    said,
    tidy,
    to_unicode,
)
from pikepdf import Array, Dictionary, Name

__all__ = ["Gate", "by_page", "drawn", "faults", "heading_pages", "said"]

INSIDE = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
KNOWN = {
    "Document", "Sect", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Figure", "Caption", "TOC", "TOCI", "Reference", "Link", "Note",
    "Span",
}  # fmt: skip


class Gate(Reading):
    """A file read back, and the faults found in it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        pdf = self.pdf
        self._pages()
        self._parents(pdf)
        self._links(pdf)
        self._fonts(pdf)
        self._kinds()
        self._tables()
        self._notes(pdf)
        self._catalogue(pdf)
        self._bookmarks(pdf)
        self._archive(pdf)

    def _pages(self) -> None:
        for number, page in enumerate(self.pages, 1):
            self._page(f"page {number}", page)

    def _page(self, where: str, page: PageText) -> None:
        if page.unbalanced:
            self.faults.append(f"{where}: marks are not closed as they are opened")
        self.faults += [f"{where}: untagged: {text}" for text in page.untagged]
        self.faults += [f"{where}: {what} stands for no character" for what in page.unmapped]
        self.faults += [f"{where}: mark {number} is there twice" for number in page.repeated]
        for mark in page.marks.values():
            if mark.used != 1:
                self.faults.append(f"{where}: mark {mark.number} is in the tree {mark.used} times")
            if not mark.text and not mark.painted:
                self.faults.append(f"{where}: mark {mark.number} holds nothing")
        if sorted(page.marks) != list(range(len(page.marks))):
            self.faults.append(f"{where}: the numbers of its marks have gaps")

    def _parents(self, pdf: pikepdf.Pdf) -> None:
        """Every mark and every annotation finds its way back to the element that holds it."""
        root = pdf.Root.get(Name.StructTreeRoot, Dictionary())
        nums = root.get(Name.ParentTree, Dictionary()).get(Name.Nums, Array())
        tree = {int(nums[n]): nums[n + 1] for n in range(0, len(nums) - 1, 2)}
        if list(tree) != sorted(tree):
            self.faults.append("the parent tree is not in order")
        if root.get(Name.ParentTreeNextKey, 0) <= max(tree, default=-1):
            self.faults.append("the next key of the parent tree is taken")
        owners = {
            (kid.page, kid.number): element.raw.objgen
            for element in self.elements
            for kid in element.kids
            if isinstance(kid, Mark)
        }
        for number, page in enumerate(pdf.pages):
            key = page.obj.get(Name.StructParents)
            entry = tree.get(key) if key is not None else None
            if not isinstance(entry, Array) or len(entry) != len(self.pages[number].marks):
                self.faults.append(f"page {number + 1}: the parent tree has not all of its marks")
                continue
            for place, parent in enumerate(entry):
                if owners.get((number, place)) != parent.objgen:
                    self.faults.append(
                        f"page {number + 1}: mark {place} leads to another element than holds it"
                    )
        self.tree = tree

    def _links(self, pdf: pikepdf.Pdf) -> None:
        held = {}
        for element in self.elements:
            for kid in element.kids:
                if not isinstance(kid, Element | Mark):
                    held.setdefault(kid.Obj.objgen, []).append(element)
        pages = {page.obj.objgen for page in pdf.pages}
        for number, page in enumerate(pdf.pages, 1):
            if page.obj.get(Name.Tabs) != Name.S:
                self.faults.append(f"page {number}: the tab order is not that of the structure")
            for annotation in page.obj.get(Name.Annots, []):
                self._link(f"page {number}", annotation, held, pages)
        for element in self.elements:
            if element.kind == "Link" and all(
                isinstance(kid, Element | Mark) for kid in element.kids
            ):
                self.faults.append(f"the link “{element.text}” has no annotation")

    def _link(self, where: str, raw: Any, held: dict[Any, list[Element]], pages: set[Any]) -> None:
        owners = held.get(raw.objgen, [])
        if len(owners) != 1 or owners[0].kind != "Link":
            self.faults.append(f"{where}: an annotation is in {len(owners)} links of the tree")
        key = raw.get(Name.StructParent)
        entry = self.tree.get(int(key)) if key is not None else None
        if entry is None or not owners or entry.objgen != owners[0].raw.objgen:
            self.faults.append(f"{where}: an annotation does not lead back to its element")
        if not str(raw.get(Name.Contents, "")).strip():
            self.faults.append(f"{where}: an annotation has no words")
        if int(raw.get(Name.F, 0)) != 4:
            self.faults.append(f"{where}: an annotation is not for print")
        if Name.Dest in raw:
            if raw.Dest[0].objgen not in pages:
                self.faults.append(f"{where}: a link leads to no page")
        elif not str(raw.get(Name.A, Dictionary()).get(Name.URI, "")):
            self.faults.append(f"{where}: a link leads nowhere")

    def _fonts(self, pdf: pikepdf.Pdf) -> None:
        fonts = {
            font.objgen: font
            for page in pdf.pages
            for font in page.obj.Resources.get(Name.Font, Dictionary()).values()
        }
        for font in fonts.values():
            name = str(font.BaseFont)
            descriptor = font.get(Name.FontDescriptor, Dictionary())
            if Name.FontFile2 not in descriptor:
                self.faults.append(f"{name} is not embedded")
            characters = to_unicode(font)
            if not characters:
                self.faults.append(f"{name} does not say what its codes stand for")
            if {"\0", "\ufeff", "\ufffe", "\uffff"}.intersection(characters.values()):
                self.faults.append(f"{name} maps a code to no character")
            cut = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
            glyphs = cut["cmap"].tables[0].cmap
            for code in characters:
                if glyphs.get(code, ".notdef") == ".notdef":
                    self.faults.append(f"{name} has no glyph for the code {code}")

    def _kinds(self) -> None:
        level = 0
        for element in self.elements:
            kind = element.kind
            if kind not in KNOWN:
                self.faults.append(f"{kind} is no kind of element")
            allowed = INSIDE.get(kind)
            inner = [kid.kind for kid in element.kids if isinstance(kid, Element)]
            if allowed and not set(inner) <= allowed:
                self.faults.append(f"{kind} holds {sorted(set(inner) - allowed)}")
            if kind in ("LI", "TOC", "L", "THead", "TR") and not inner:
                self.faults.append(f"an {kind} is empty")
            if re.fullmatch(r"H[1-6]", kind):
                if int(kind[1]) > level + 1:
                    self.faults.append(f"{kind} “{element.text}” skips a level")
                level = int(kind[1])
            if kind in ("P", "H1", "H2", "H3", "Link", "Note", "Lbl") and not element.text:
                self.faults.append(f"a {kind} has no words")
            if kind == "Figure":
                self._figure(element)

    def _figure(self, element: Element) -> None:
        if not str(element.raw.get(Name.Alt, "")).strip():
            self.faults.append("a figure has no words for it")
        box = element.raw.get(Name.A, Dictionary()).get(Name.BBox)
        if box is None or not (box[0] < box[2] and box[1] < box[3]):
            self.faults.append("a figure does not say where it is")

    def _tables(self) -> None:
        for element in self.elements:
            if element.kind == "TH":
                scope = element.raw.get(Name.A, Dictionary()).get(Name.Scope)
                if scope not in (Name.Row, Name.Column):
                    self.faults.append(f"the header cell “{element.text}” heads nothing")
            if element.kind == "Table":
                rows = [inner for inner in element.walk() if inner.kind == "TR"]
                widths = {len(row.kids) for row in rows}
                if len(widths) > 1:
                    self.faults.append(f"a table has rows of {sorted(widths)} cells")
                parts = {kid.kind for kid in element.kids}
                if "THead" in parts and "TBody" not in parts:
                    self.faults.append("a table has a head and no body")
                if not any(kid.kind == "TH" for row in rows[:1] for kid in row.kids):
                    self.faults.append("a table has no header row")
            if element.kind == "L" and Name.ListNumbering not in element.raw.get(
                Name.A, Dictionary()
            ):
                self.faults.append("a list does not say how it is numbered")

    def _notes(self, pdf: pikepdf.Pdf) -> None:
        ids = [str(e.raw.get(Name.ID, "")) for e in self.elements if e.kind == "Note"]
        for id, times in Counter(ids).items():
            if not id or times > 1:
                self.faults.append(f"{times} notes have the id “{id}”")
        root = pdf.Root.get(Name.StructTreeRoot, Dictionary())
        if sorted(ids) != sorted(self._tree(root.get(Name.IDTree, Dictionary()))):
            self.faults.append("the notes cannot all be found by their ids")

    def _tree(self, tree: Any) -> list[str]:
        """Return the names of a tree that is all in its root, as a reader finds them by halving."""
        names = list(tree.get(Name.Names, Array()))[::2]
        if names != sorted(names, key=bytes):
            self.faults.append("names are not in the order of their bytes")
        return [str(name) for name in names]

    def _catalogue(self, pdf: pikepdf.Pdf) -> None:
        root = pdf.Root
        if not root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False):
            self.faults.append("the file does not say that it is tagged")
        if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(root.get(Name.Lang, ""))):
            self.faults.append("the file does not say its language")
        if not root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False):
            self.faults.append("the window does not show the title")
        if not str(pdf.docinfo.get(Name.Title, "")).strip():
            self.faults.append("the file has no title")
        if Name.PageLabels not in root:
            self.faults.append("the pages have no labels")
        for name in ("OpenAction", "AA", "AcroForm", "JavaScript"):
            if "/" + name in root:
                self.faults.append(f"the file has {name}")

    def _bookmarks(self, pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            found = [(level, tidy(str(item.title))) for level, item in _flat(outline.root, 1)]
        headings = [
            (int(element.kind[1]), element.text)
            for element in self.elements
            if re.fullmatch(r"H[1-6]", element.kind)
        ]
        if [title for _, title in found] != [text for _, text in headings[-len(found) :]]:
            self.faults.append("the bookmarks are not the headings")

    def _archive(self, pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as meta:
            for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title"):
                if key not in meta:
                    self.faults.append(f"the description lacks {key}")
            if meta.get("dc:title") != str(pdf.docinfo.get(Name.Title, "")):
                self.faults.append("the description has another title than the file")
        intents = pdf.Root.get(Name.OutputIntents, Array())
        if len(intents) != 1 or Name.DestOutputProfile not in intents[0]:
            self.faults.append("the colours are not described")
        elif intents[0].DestOutputProfile.read_bytes()[36:40] != b"acsp":
            self.faults.append("the colour profile is none")
        if Name.ID not in pdf.trailer:
            self.faults.append("the file has no id")
        names = pdf.Root.get(Name.Names, Dictionary()).get(Name.EmbeddedFiles, Dictionary())
        self._tree(names)
        files = list(names.get(Name.Names, Array()))[1::2]
        linked = {file.objgen for file in pdf.Root.get(Name.AF, Array())}
        for file in files:
            if file.objgen not in linked or Name.AFRelationship not in file:
                self.faults.append(f"{file.UF} does not say what it is to the report")


def _flat(items: Any, level: int) -> Any:
    for item in items:
        yield level, item
        yield from _flat(item.children, level + 1)


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a file; nothing for one that is whole."""
    try:
        return Gate(data).faults
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError) as error:
        return [f"the file cannot be read back: {type(error).__name__}: {error}"]
