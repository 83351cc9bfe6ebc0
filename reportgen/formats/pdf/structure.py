"""Turn the tree of a document and the record of its pages into a tagged PDF.

Adds the structure tree with the way back from every mark to its element, the links, the bookmarks
and the page labels to a file that has only pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from reportgen.formats.pdf.canvas import Area, Painted
from reportgen.formats.pdf.strips import Entry
from reportgen.formats.pdf.tree import Destination, Kind, Leaf, Node

_ANNOTATION = b"""
<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g] /Border [0 0 0] /F 4 /StructParent %d >>
"""


def add_structure(pdf: Pdf, root: Node, painted: Painted, entries: tuple[Entry, ...]) -> None:
    """Add the structure tree, the links, the bookmarks and the page labels to a PDF."""
    builder = _Builder(pdf, painted)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = Array([builder.element(root, tree)])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=builder.parents()))
    tree.ParentTreeNextKey = len(pdf.pages) + len(builder.linked)
    if builder.notes:
        tree.IDTree = pdf.make_indirect(_names(builder.notes))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    _add_bookmarks(pdf, entries, painted)


class _Builder:
    """Makes elements, and notes which element every mark and every link belongs to."""

    def __init__(self, pdf: Pdf, painted: Painted) -> None:
        self.pdf, self.painted = pdf, painted
        self.pages = [page.obj for page in pdf.pages]
        self.owners: dict[Leaf, Object] = {}
        self.linked: list[Leaf] = []
        self.notes: dict[str, Object] = {}
        self._attributes: dict[str, Object] = {}
        self._kinds = {kind: Name("/" + kind) for kind in get_args(Kind)}

    def element(self, node: Node, parent: Object) -> Object:
        """Return a node and all under it as elements of the file.

        Their entries are set one by one: there are thousands, and a whole dictionary takes longer
        to hand over to another language.
        """
        made = self.pdf.make_indirect(Dictionary())
        made.S, made.P = self._kinds[node.kind], parent  # that it is an element need not be said
        if node.scope or node.numbering or node.alt or node.summary or node.id or node.page_of:
            self._describe(made, node)
        home = -1
        kids: list[object] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self.element(kid, made))
                continue
            self.owners[kid] = made
            marks = self.painted.marks.get(kid, ())
            if home < 0 and marks:
                home = marks[0][0]
                made.Pg = self.pages[home]
            if len(marks) == 1 and not kid.link and marks[0][0] == home:
                kids.append(marks[0][1])  # as nearly always
            else:
                kids += self._marks(kid, home)
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _describe(self, made: Object, node: Node) -> None:
        """Add to an element what it has besides its kind and its place."""
        if node.scope or node.numbering:
            made.A = self._shared(node.scope, node.numbering)
        if node.summary:
            made.A = Dictionary(O=Name.Table, Summary=String(node.summary))
        if node.alt:  # of a figure
            made.Alt = String(node.alt)
            area = next(self.painted.boxes[leaf] for leaf in node.leaves())
            made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(area.box))
        if node.id:
            made.ID = String(node.id)
            self.notes[node.id] = made
        if node.page_of:
            made.ActualText = String(f", page {self.painted.spots[node.page_of][0] + 1}")

    def _shared(self, scope: str, numbering: str) -> Object:
        """Return the attributes of a header cell or a list: one object for all that are alike."""
        name = scope or numbering
        if name not in self._attributes:
            owner, key = (Name.Table, "/Scope") if scope else (Name.List, "/ListNumbering")
            about = Dictionary({"/O": owner, key: Name("/" + name)})
            self._attributes[name] = self.pdf.make_indirect(about)
        return self._attributes[name]

    def _marks(self, leaf: Leaf, home: int) -> list[object]:
        """Return the marks of a leaf, if any, and the links on it, as kids of an element.

        A mark on another page than the one that is the element's home says on which.
        """
        kids: list[object] = [
            mark if page == home else Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mark)
            for page, mark in self.painted.marks.get(leaf, ())
        ]
        if leaf.link and leaf.tag == "Link":
            for area in self.painted.areas[leaf.link]:
                annotation = self._annotation(leaf.link, area)
                self.linked.append(leaf)
                kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[area.page]))
        return kids

    def _annotation(self, link: Destination, area: Area) -> Object:
        words = f"{link.words} ({link.url})" if link.url else f"Go to {link.words}"
        number = len(self.pages) + len(self.linked)
        made = self.pdf.make_indirect(Object.parse(_ANNOTATION % (*area.box, number)))
        made.Contents = String(words)
        if link.url:
            made.A = Dictionary(S=Name.URI, URI=String(link.url))
        else:
            made.Dest = _destination(self.painted, self.pages, link.block)
        page = self.pages[area.page]
        if Name.Annots not in page:
            page.Annots = Array([])
        page.Annots.append(made)
        return made

    def parents(self) -> Array:
        """Return, for each page, the element of each mark; then for each link its element."""
        nums: list[object] = []
        for number, leaves in enumerate(self.painted.leaves):
            nums += [number, Array([self.owners[leaf] for leaf in leaves])]
        for number, leaf in enumerate(self.linked, len(self.pages)):
            nums += [number, self.owners[leaf]]
        return Array(nums)


def _names(found: dict[str, Object]) -> Dictionary:
    pairs = [part for id in sorted(found) for part in (String(id), found[id])]
    ids = sorted(found)
    limits = Array([String(ids[0]), String(ids[-1])])
    return Dictionary(Kids=Array([Dictionary(Limits=limits, Names=Array(pairs))]))


def _destination(painted: Painted, pages: Sequence[Object], block: str) -> Array:
    """Return the place of a block, with a little air above it."""
    page, height = painted.spots[block]
    return Array([pages[page], Name.XYZ, None, round(height + 8, 2), None])


def _add_bookmarks(pdf: Pdf, entries: tuple[Entry, ...], painted: Painted) -> None:
    """Add the headings as bookmarks, each level inside the one above."""
    pages = [page.obj for page in pdf.pages]
    with pdf.open_outline() as outline:
        open_items: list[tuple[int, OutlineItem]] = []
        for entry in entries:
            item = OutlineItem(entry.text, _destination(painted, pages, entry.block))
            while open_items and open_items[-1][0] >= entry.level:
                open_items.pop()
            siblings = open_items[-1][1].children if open_items else outline.root
            siblings.append(item)
            item.is_closed = entry.level > 1
            open_items.append((entry.level, item))
