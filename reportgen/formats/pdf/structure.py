"""Turn the tree of a document and the record of its pages into the structure of a tagged PDF.

Adds to a file the structure tree, with the way back from every mark to its element, and the links
(ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import quote

from reportgen.formats.pdf.canvas import Area, Painted
from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.syntax import array, dictionary, names, ref, string
from reportgen.formats.pdf.tree import Destination, Leaf, Node

_PLAIN: Final = "%:/?#[]@!$&'()*+,;=~"
"""What stands for itself in an address, besides letters and digits (RFC 3986, 2)."""


class Structure(NamedTuple):
    """The number of the structure tree, and those of the links on each page."""

    number: int
    links: list[list[int]]


def add_structure(file: File, root: Node, painted: Painted, pages: Sequence[int]) -> Structure:
    """Add the structure tree and the links to a file, given the numbers of its pages."""
    tree = file.number()
    builder = _Builder(file, painted, pages)
    top = builder.element(root, tree)
    about: dict[str, object] = {
        "Type": "/StructTreeRoot",
        "K": array([ref(top)]),
        "ParentTree": ref(file.add(dictionary({"Nums": builder.parents()}))),
        "ParentTreeNextKey": len(pages) + len(builder.linked),
    }
    if builder.notes:
        notes = {id: ref(number) for id, number in builder.notes.items()}
        about["IDTree"] = ref(file.add(names(notes)))
    file.put(tree, dictionary(about))
    return Structure(tree, builder.links)


def destination(painted: Painted, pages: Sequence[int], block: str) -> str:
    """Return the place of a block, with a little air above it."""
    page, height = painted.spots[block]
    return f"[{ref(pages[page])} /XYZ null {height + 8:.2f} null]"


class _Builder:
    """Makes elements, and notes which element every mark and every link belongs to."""

    def __init__(self, file: File, painted: Painted, pages: Sequence[int]) -> None:
        self.links: list[list[int]] = [[] for _ in pages]
        self.linked: list[Leaf] = []
        self.notes: dict[str, int] = {}
        self._file, self._painted, self._pages = file, painted, pages
        self._owners: dict[Leaf, int] = {}
        self._attributes: dict[str, int] = {}

    def element(self, node: Node, parent: int) -> int:
        """Add a node and all under it to the file; return the number of its element."""
        number = self._file.number()
        home = -1
        kids: list[str] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(f"{self.element(kid, number)} 0 R")
                continue
            self._owners[kid] = number
            marks = self._painted.marks.get(kid, ())
            if home < 0 and marks:
                home = marks[0][0]
            for page, mark in marks:
                kids.append(str(mark) if page == home else self._elsewhere(page, mark))
            if kid.link and kid.tag == "Link":
                kids += self._places(kid, kid.link)
        place = f"/Pg {self._pages[home]} 0 R" if home >= 0 else ""
        held = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        about = f"/S/{node.kind}/P {parent} 0 R{place}{held}{self._described(node, number)}"
        self._file.put(number, f"<<{about}>>")  # that it is an element need not be said
        return number

    def _described(self, node: Node, number: int) -> str:
        """Return what an element has besides its kind and its place."""
        about = ""
        if node.scope:
            about += f" /A {ref(self._shared('/Table', 'Scope', node.scope))}"
        if node.numbering:
            about += f" /A {ref(self._shared('/List', 'ListNumbering', node.numbering))}"
        if node.summary:
            summary = {"O": "/Table", "Summary": string(node.summary)}
            about += f" /A {dictionary(summary)}"
        if node.alt:  # of a figure
            area = next(self._painted.boxes[leaf] for leaf in node.leaves())
            layout = {"O": "/Layout", "Placement": "/Block", "BBox": _box(area)}
            about += f" /Alt {string(node.alt)} /A {dictionary(layout)}"
        if node.id:
            self.notes[node.id] = number
            about += f" /ID {string(node.id)}"
        if node.page_of:
            said = f", page {self._painted.spots[node.page_of][0] + 1}"
            about += f" /ActualText {string(said)}"
        return about

    def _shared(self, owner: str, key: str, value: str) -> int:
        """Return the attributes of a header cell or a list: one object for all that are alike."""
        if value not in self._attributes:
            about = {"O": owner, key: f"/{value}"}
            self._attributes[value] = self._file.add(dictionary(about))
        return self._attributes[value]

    def _elsewhere(self, page: int, mark: int) -> str:
        """Return a mark on another page than the one that is the home of its element."""
        return dictionary({"Type": "/MCR", "Pg": ref(self._pages[page]), "MCID": mark})

    def _places(self, leaf: Leaf, link: Destination) -> list[str]:
        """Add the places where a link can be pressed; return them as kids of its element."""
        kids = []
        for area in self._painted.areas[link]:
            annotation = self._annotation(link, area)
            self.linked.append(leaf)
            self.links[area.page].append(annotation)
            page = ref(self._pages[area.page])
            kids.append(dictionary({"Type": "/OBJR", "Obj": ref(annotation), "Pg": page}))
        return kids

    def _annotation(self, link: Destination, area: Area) -> int:
        words = f"{link.words} ({link.url})" if link.url else f"Go to {link.words}"
        about: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": _box(area),
            "Border": "[0 0 0]",
            "F": 4,
            "StructParent": len(self._pages) + len(self.linked),
            "Contents": string(words),
        }
        if link.url:
            about["A"] = dictionary({"S": "/URI", "URI": string(quote(link.url, _PLAIN))})
        else:
            about["Dest"] = destination(self._painted, self._pages, link.block)
        return self._file.add(dictionary(about))

    def parents(self) -> str:
        """Return, for each page, the element of each mark; then for each link its element."""
        nums: list[object] = []
        for number, leaves in enumerate(self._painted.leaves):
            nums += [number, array([f"{self._owners[leaf]} 0 R" for leaf in leaves])]
        for number, leaf in enumerate(self.linked, len(self._pages)):
            nums += [number, ref(self._owners[leaf])]
        return array(nums)


def _box(area: Area) -> str:
    return array(f"{side:.2f}" for side in area.box)
