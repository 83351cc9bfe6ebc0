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
        self._kinds = {kind: Name("/" + kind) for kind in get_args(Kind)}
        self._type = Name.StructElem

    def element(self, node: Node, parent: Object) -> Object:
        """Return a node and all under it as elements of the file.

        One that holds no others is made in a single step: every step is a call into another
        language, and there are thousands of elements.
        """
        leaves = [kid for kid in node.kids if isinstance(kid, Leaf)]
        home = self.painted.marks[leaves[0]][0][0] if leaves else 0
        marks = {leaf: self._marks(leaf, home) for leaf in leaves}
        entries = self._entries(node, parent)
        if leaves:
            entries["/Pg"] = self.pages[home]
        holds_others = len(leaves) < len(node.kids)
        if leaves and not holds_others:
            entries["/K"] = _held([kid for leaf in leaves for kid in marks[leaf]])
        made = self.pdf.make_indirect(Dictionary(entries))
        self.owners |= dict.fromkeys(leaves, made)
        if node.id:
            self.notes[node.id] = made
        if holds_others:
            kids: list[object] = []
            for kid in node.kids:
                kids += [self.element(kid, made)] if isinstance(kid, Node) else marks[kid]
            made.K = _held(kids)
        return made

    def _entries(self, node: Node, parent: Object) -> dict[str, object]:
        return {
            "/Type": self._type,
            "/S": self._kinds[node.kind],
            "/P": parent,
            **_attributes(node, self.painted),
        }

    def _marks(self, leaf: Leaf, home: int) -> list[object]:
        """Return the marks of a leaf, and the links on it, as kids of an element.

        A mark on another page than the one that is the element's home says on which.
        """
        kids: list[object] = [
            mark if page == home else Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mark)
            for page, mark in self.painted.marks[leaf]
        ]
        if leaf.link:
            for area in self.painted.areas[leaf.link]:
                annotation = self._annotation(leaf.link, area)
                self.linked.append(leaf)
                kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[area.page]))
        return kids

    def _annotation(self, link: Destination, area: Area) -> Object:
        words = f"{link.words} ({link.url})" if link.url else f"Go to {link.words}"
        made = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(area.box),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(words),
                StructParent=len(self.pages) + len(self.linked),
            )
        )
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


def _held(kids: list[object]) -> object:
    return kids[0] if len(kids) == 1 else Array(kids)


def _attributes(node: Node, painted: Painted) -> dict[str, object]:
    found: dict[str, object] = {}
    if node.scope:
        found["/A"] = Dictionary(O=Name.Table, Scope=Name("/" + node.scope))
    if node.summary:
        found["/A"] = Dictionary(O=Name.Table, Summary=String(node.summary))
    if node.numbering:
        found["/A"] = Dictionary(O=Name.List, ListNumbering=Name("/" + node.numbering))
    if node.alt:
        found["/Alt"] = String(node.alt)
    if node.kind == "Figure":
        area = next(painted.boxes[leaf] for leaf in node.leaves())
        found["/A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(area.box))
    if node.id:
        found["/ID"] = String(node.id)
    return found


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
