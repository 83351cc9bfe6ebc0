"""Turn the tree of a document and the record of its pages into the structure tree of a PDF.

With it come the way back from every mark to its element, and the links. A file has thousands of
elements: each is put as one line of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.formats.pdf.canvas import Area, Painted
from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.syntax import array, real, ref, text
from reportgen.formats.pdf.tree import Destination, Leaf, Node


@dataclass(frozen=True, slots=True)
class Structure:
    """The number of the structure tree, and the numbers of the links on each page."""

    tree: int
    links: tuple[tuple[int, ...], ...]


def add_structure(objects: Objects, root: Node, painted: Painted, pages: list[int]) -> Structure:
    """Add the structure tree and the links of pages that have, or will have, these numbers."""
    tree = objects.promise()
    builder = _Builder(objects, painted, pages)
    top = builder.element(root, tree)
    parents = objects.add(f"<</Nums{array(builder.parents())}>>")
    notes = f"/IDTree {ref(objects.add(_names(builder.notes)))}" if builder.notes else ""
    keys = len(pages) + len(builder.linked)
    objects.put(
        tree,
        f"<</Type/StructTreeRoot/K[{ref(top)}]/ParentTree {ref(parents)}"
        f"/ParentTreeNextKey {keys}{notes}>>",
    )
    return Structure(tree, tuple(map(tuple, builder.links)))


class _Builder:
    """Makes elements, and notes which element every mark and every link belongs to."""

    def __init__(self, objects: Objects, painted: Painted, pages: list[int]) -> None:
        self.objects, self.painted = objects, painted
        self.pages = [ref(page) for page in pages]
        self.owners: dict[Leaf, str] = {}
        self.linked: list[str] = []
        self.links: list[list[int]] = [[] for _ in pages]
        self.notes: dict[str, str] = {}

    def element(self, node: Node, parent: int) -> int:
        """Return the number of a node, added with all under it."""
        number = self.objects.promise()
        kids: list[str] = []
        home: int | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(ref(self.element(kid, number)))
            else:
                if home is None:
                    home = self.painted.marks[kid][0][0]
                kids += self._marks(kid, number, home)
        page = "" if home is None else f"/Pg {self.pages[home]}"
        held = f"/K {kids[0]}" if len(kids) == 1 else f"/K{array(kids)}" if kids else ""
        more = self._attributes(node, number)
        made = f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R{page}{held}{more}>>"
        self.objects.put(number, made)
        return number

    def _marks(self, leaf: Leaf, element: int, home: int) -> list[str]:
        """Return the marks of a leaf, and the links on it, as kids of its element.

        A mark on another page than the element's says on which.
        """
        self.owners[leaf] = ref(element)
        kids = [
            str(mark) if page == home else f"<</Type/MCR/Pg {self.pages[page]}/MCID {mark}>>"
            for page, mark in self.painted.marks[leaf]
        ]
        if leaf.link:
            for area in self.painted.areas[leaf.link]:
                link = ref(self._link(leaf.link, area, element))
                kids.append(f"<</Type/OBJR/Obj {link}/Pg {self.pages[area.page]}>>")
        return kids

    def _link(self, link: Destination, area: Area, element: int) -> int:
        """Return the number of the place of a link on a page."""
        words = f"{link.words} ({link.url})" if link.url else f"Go to {link.words}"
        leads = (
            f"/A<</S/URI/URI{text(link.url)}>>"
            if link.url
            else f"/Dest{destination(self.painted, self.pages, link.block)}"
        )
        number = self.objects.add(
            f"<</Type/Annot/Subtype/Link/Rect{array(map(real, area.box))}/Border[0 0 0]/F 4"
            f"/Contents{text(words)}/StructParent {len(self.pages) + len(self.linked)}{leads}>>"
        )
        self.links[area.page].append(number)
        self.linked.append(ref(element))
        return number

    def _attributes(self, node: Node, number: int) -> str:
        found = ""
        if node.scope:
            found += f"/A<</O/Table/Scope/{node.scope}>>"
        if node.summary:
            found += f"/A<</O/Table/Summary{text(node.summary)}>>"
        if node.numbering:
            found += f"/A<</O/List/ListNumbering/{node.numbering}>>"
        if node.alt:
            found += f"/Alt{text(node.alt)}"
        if node.kind == "Figure":
            area = next(self.painted.boxes[leaf] for leaf in node.leaves())
            found += f"/A<</O/Layout/Placement/Block/BBox{array(map(real, area.box))}>>"
        if node.id:
            found += f"/ID{text(node.id)}"
            self.notes[node.id] = ref(number)
        return found

    def parents(self) -> list[str]:
        """Return, for each page, the element of each mark; then for each link its element."""
        marks = (array(self.owners[leaf] for leaf in leaves) for leaves in self.painted.leaves)
        return [f"{key} {owner}" for key, owner in enumerate((*marks, *self.linked))]


def _names(found: dict[str, str]) -> str:
    """Return the tree by which notes are found by their ids."""
    ids = sorted(found)
    pairs = array(f"{text(id)} {found[id]}" for id in ids)
    return f"<</Kids[<</Limits[{text(ids[0])} {text(ids[-1])}]/Names{pairs}>>]>>"


def destination(painted: Painted, pages: Sequence[str], block: str) -> str:
    """Return the place of a block, with a little air above it."""
    page, height = painted.spots[block]
    return f"[{pages[page]}/XYZ null {real(round(height + 8, 2))} null]"
