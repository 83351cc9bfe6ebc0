"""Paint pages, marking everything on them with the leaf it belongs to.

Text gets onto a page only through a `Run`, and a run has a leaf or is decoration of the page: there
is no third way, so no text can stay outside the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportgen.formats.pdf.codes import Lettering, Subset
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.operators import Pen, rgb
from reportgen.formats.pdf.pages import Page
from reportgen.formats.pdf.strips import Box, Panel, Plate, Run, Strip
from reportgen.formats.pdf.tree import Destination, Leaf


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a page that leads somewhere: left, bottom, right and top in points."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Painted:
    """What is painted on the pages, and where everything on them is.

    `fonts` has what is used of each font; `sizes` gives the width and height of each page in
    points, `contents` what is painted on it. `marks` gives for each leaf its (page, mark) pairs;
    `leaves` for each page the leaf of each of its marks; `areas` the places of each link; `spots`
    the page and height of each block; `boxes` the page and rectangle of each drawing.
    """

    fonts: tuple[Subset, ...]
    sizes: tuple[tuple[float, float], ...]
    contents: tuple[bytes, ...]
    marks: dict[Leaf, list[tuple[int, int]]]
    leaves: list[list[Leaf]]
    areas: dict[Destination, list[Area]]
    spots: dict[str, tuple[int, float]]
    boxes: dict[Leaf, Area]


@dataclass(slots=True)
class _Ledger:
    marks: dict[Leaf, list[tuple[int, int]]] = field(default_factory=dict)
    leaves: list[list[Leaf]] = field(default_factory=list)
    areas: dict[Destination, list[Area]] = field(default_factory=dict)
    boxes: dict[Leaf, Area] = field(default_factory=dict)


def paint(
    pages: tuple[Page, ...],
    running: tuple[tuple[Run, ...], ...],
    fonts: Fonts,
    over: tuple[tuple[Box | Run, ...], ...] = (),
) -> Painted:
    """Return the pages painted, each with its running lines, and with marks `over` everything."""
    spots = find_spots(pages)
    ledger = _Ledger()
    contents: list[bytes] = []
    pen = Pen(fonts, Lettering())
    marks = over or ((),) * len(pages)
    for number, (page, lines, last) in enumerate(zip(pages, running, marks, strict=True)):
        brush = _Brush(number, page.frame.height, pen, ledger, spots)
        brush.page(page, lines)
        brush.over(last)
        contents.append("\n".join(brush.code).encode("latin-1"))
    return Painted(
        pen.lettering.subsets(),
        tuple((page.frame.width, page.frame.height) for page in pages),
        tuple(contents),
        ledger.marks,
        ledger.leaves,
        ledger.areas,
        spots,
        ledger.boxes,
    )


def find_spots(pages: tuple[Page, ...]) -> dict[str, tuple[int, float]]:
    """Return the page and the height on it, upwards in points, at which each block begins."""
    return {
        name: (number, page.frame.height - y)
        for number, page in enumerate(pages)
        for strip, y in page.placed
        for name in strip.names
    }


class _Brush:
    """Writes the operators of one page."""

    def __init__(
        self,
        number: int,
        height: float,
        pen: Pen,
        ledger: _Ledger,
        spots: dict[str, tuple[int, float]],
    ) -> None:
        self.number, self.height = number, height
        self.pen, self.ledger, self.spots = pen, ledger, spots
        self.code: list[str] = []
        self.leaves: list[Leaf] = []
        self.open: Leaf | str | None = None
        self.fill = ""
        ledger.leaves.append(self.leaves)

    def page(self, page: Page, lines: Iterable[Run]) -> None:
        """Paint a page: its running lines, the grounds, then the strips from the top down."""
        for run in lines:
            self._begin("/Artifact <</Type /Pagination>>")
            self._text(run.x, self.height - run.y, run, run.text)
        for box in _grounds(page.placed):
            self._box(box, 0, 0, page.frame.left)
        left = 0.0 if page.sheet == "cover" else page.frame.left
        for strip, y in page.placed:
            for mark in strip.marks:
                if isinstance(mark, Run):
                    self._run(mark, left, y)
                elif isinstance(mark, Box):
                    self._box(mark, 0, y, left)
                else:
                    self._plate(mark, left, y)
        self._end()

    def over(self, marks: Iterable[Box | Run]) -> None:
        """Paint marks that belong to the sheet and not to the document."""
        for mark in marks:
            self._begin("/Artifact <</Type /Pagination /Subtype /Watermark>>")
            if isinstance(mark, Run):
                self._text(mark.x, self.height - mark.y, mark, mark.text)
            else:
                self._rectangle(mark, 0, 0)
        self._end()

    def _run(self, run: Run, left: float, top: float) -> None:
        leaf = run.leaf
        if leaf is None or leaf is not self.open:
            self._begin("/Artifact <</Type /Pagination>>" if leaf is None else leaf)
        x, y = left + run.x, self.height - top - run.y
        link = leaf.link if leaf else None
        if not (link or run.end or run.page_of):
            self._text(x, y, run, run.text)  # as nearly always
            return
        text = str(self.spots[run.page_of][0] + 1) if run.page_of else run.text
        width = run.font.width(text, run.size)
        if run.end:
            x -= width
        if run.page_of:
            text = " " + text
            x -= run.font.width(" ", run.size)
        self._text(x, y, run, text)
        if link:
            self._area(link, (x, y - run.size * 0.22, x + width, y + run.size * 0.8))

    def _area(self, link: Destination, box: tuple[float, float, float, float]) -> None:
        """Note where a link is; runs on the same line make one area."""
        areas = self.ledger.areas.setdefault(link, [])
        if areas:
            last = areas[-1]
            if last.page == self.number and abs(last.box[1] - box[1]) < 1:
                box = (min(last.box[0], box[0]), box[1], max(last.box[2], box[2]), box[3])
                areas.pop()
        left, bottom, right, top = (round(part, 2) for part in box)
        areas.append(Area(self.number, (left, bottom, right, top)))

    def _text(self, x: float, y: float, run: Run, text: str) -> None:
        self._colour(run.colour)
        num = self.pen.num
        shown = self.pen.lettering.show(run.font, text, num[run.size])
        self.code.append(f"BT {num[x]} {num[y]} Td {shown} ET")

    def _box(self, box: Box, x: float, top: float, left: float) -> None:
        self._begin("/Artifact <</Type /Layout>>")
        self._rectangle(box, left + x, top)

    def _rectangle(self, box: Box, x: float, top: float) -> None:
        self._colour(box.colour)
        bottom = self.height - top - box.y - box.height
        sides = (x + box.x, bottom, box.width, box.height)
        self.code.append(f"{self.pen.num.row(*sides)} re f")

    def _plate(self, plate: Plate, left: float, top: float) -> None:
        drawing = plate.drawing
        x, y = left + plate.x, self.height - top - plate.y - drawing.height
        box = (x, y, x + drawing.width, y + drawing.height)
        self._begin(plate.leaf)
        self.ledger.boxes[plate.leaf] = Area(self.number, box)
        if plate.leaf.link:
            self._area(plate.leaf.link, box)
        self.code.append(f"q 1 0 0 1 {self.pen.num.row(x, y)} cm")
        self.code += self.pen.draw(drawing.parts)
        self.code.append("Q")

    def _colour(self, colour: str) -> None:
        if colour != self.fill:
            self.code.append(f"{rgb(colour)} rg")
            self.fill = colour

    def _begin(self, owner: Leaf | str) -> None:
        """Open a mark for what comes next, unless the one for it is still open."""
        if owner is self.open or (isinstance(owner, str) and owner == self.open):
            return
        closed = "" if self.open is None else "EMC\n"
        if isinstance(owner, Leaf):
            mark = len(self.leaves)
            self.leaves.append(owner)
            self.ledger.marks.setdefault(owner, []).append((self.number, mark))
            self.code.append(f"{closed}/{owner.tag} <</MCID {mark}>> BDC")
        else:
            self.code.append(f"{closed}{owner} BDC")
        self.open = owner

    def _end(self) -> None:
        if self.open is not None:
            self.code.append("EMC")
        self.open = None


def _grounds(placed: tuple[tuple[Strip, float], ...]) -> list[Box]:
    """Return the panels of a page, each from the top of its first strip to the foot of its last."""
    spans: dict[Panel, tuple[float, float]] = {}
    for strip, y in placed:
        if strip.panel:
            top, _ = spans.get(strip.panel, (y, 0))
            spans[strip.panel] = (top, y + strip.height)
    return [
        Box(panel.x, top, panel.width, end - top, panel.colour)
        for panel, (top, end) in spans.items()
    ]
