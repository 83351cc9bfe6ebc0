"""Turn the kinds of list into Word's numbering, tied to the list styles.

A list that counts starts again at 1: each gets a `w:num` of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reportgen.formats.word.block_styles import INSET
from reportgen.formats.word.xml import Element, el, root, twips

Where = Literal["body", "callout", "notice", "table"]


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: its id, whether it counts, and where its words begin (points)."""

    id: int
    ordered: bool
    indent: float
    step: float
    style: str = ""


KINDS = (
    ListKind(1, False, 14, 14, "ListBullet"),
    ListKind(2, True, 20, 20, "ListNumber"),
    ListKind(3, False, INSET + 12, 12),
    ListKind(4, False, 9 + 12, 12),
    ListKind(5, False, 10, 10),
    ListKind(6, True, 14, 14),
    ListKind(7, True, INSET + 18, 18),
    ListKind(8, True, 9 + 18, 18),
)
LEGAL = 9
"""The list of a committee report: chapters 1., paragraphs 1.1, and 1.1.1 below them."""
UNCOUNTED = 10
"""The list of headings that are not counted, in a style whose headings are."""
ANNEX = 11
"""The list of the appendix to a committee report: chapters A1., paragraphs A1.1."""
LEGAL_STEP = 36.0
_LEGAL = (
    ("Heading1", "%1.", LEGAL_STEP),
    ("NumberedParagraph", "%1.%2", LEGAL_STEP),
    ("NumberedSubparagraph", "%1.%2.%3", 2 * LEGAL_STEP),
)
_OF = {
    ("body", False): 1,
    ("body", True): 2,
    ("callout", False): 3,
    ("notice", False): 4,
    ("table", False): 5,
    ("table", True): 6,
    ("callout", True): 7,
    ("notice", True): 8,
}
_BULLETS = ("\N{BULLET}", "\N{EN DASH}", "\N{BULLET}")
_COUNTS = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))


class Lists:
    """The lists of one document; `part` is what they come to.

    With `legal`, headings and paragraphs are numbered by one list of several levels.
    """

    def __init__(self, legal: bool = False) -> None:
        self._legal = legal
        self._kinds = tuple(_set_in(kind) for kind in KINDS) if legal else KINDS
        self._first = ANNEX + 1
        self._restarted: list[tuple[int, int]] = []

    def use(self, where: Where, ordered: bool, level: int = 0) -> int:
        """Return the id for a list; a counting one is new each time."""
        kind = _OF[where, ordered]
        if not ordered:
            return kind
        self._restarted.append((kind, level))
        return self._first + len(self._restarted) - 1

    def indent(self, id: int, level: int) -> float:
        """Return how far the words of a list are set in, in points."""
        if id in (LEGAL, ANNEX):
            return _LEGAL[level][2]
        if id == UNCOUNTED:
            return 0.0
        kind = self._kinds[(id if id < self._first else self._restarted[id - self._first][0]) - 1]
        return kind.indent + kind.step * level

    def part(self) -> Element:
        """Return the root of numbering.xml: the kinds of list first, then the lists."""
        part = root("w:numbering", "w", *map(_abstract, self._kinds))
        if self._legal:
            part.append(_legal(LEGAL))
        part.append(_uncounted())
        if self._legal:
            part.append(_legal(ANNEX, "A"))
        part.extend(_number(kind.id, kind.id) for kind in self._kinds)
        if self._legal:
            part.append(_number(LEGAL, LEGAL))
        part.append(_number(UNCOUNTED, UNCOUNTED))
        if self._legal:
            part.append(_number(ANNEX, ANNEX))
        for place, (kind, level) in enumerate(self._restarted):
            part.append(_number(self._first + place, kind, level))
        return part


def _set_in(kind: ListKind) -> ListKind:
    """Return a kind of list in the body set in as far as the numbered paragraphs above it."""
    return replace(kind, indent=kind.indent + LEGAL_STEP) if kind.style else kind


def _number(id: int, kind: int, restart: int | None = None) -> Element:
    override = None
    if restart is not None:
        override = el("w:lvlOverride", el("w:startOverride", val=1), ilvl=restart)
    return el("w:num", el("w:abstractNumId", val=kind), override, numId=id)


def _uncounted() -> Element:
    level = el(
        "w:lvl",
        el("w:start", val=1),
        el("w:numFmt", val="none"),
        el("w:suff", val="nothing"),
        el("w:lvlText", val=""),
        el("w:lvlJc", val="left"),
        el("w:pPr", el("w:ind", left=0, firstLine=0)),
        ilvl=0,
    )
    return el(
        "w:abstractNum",
        el("w:nsid", val=f"5A7C{UNCOUNTED:04X}"),
        el("w:multiLevelType", val="singleLevel"),
        el("w:tmpl", val=f"3E21{UNCOUNTED:04X}"),
        level,
        abstractNumId=UNCOUNTED,
    )


def legal(number: str) -> int:
    """Return the list that a number of a heading or paragraph belongs to: "A2." is the appendix."""
    return ANNEX if number.startswith("A") else LEGAL


def _legal(id: int, letter: str = "") -> Element:
    """Return a list of chapters and paragraphs; that of the appendix is tied to no style."""
    levels = [
        el(
            "w:lvl",
            el("w:start", val=1),
            el("w:numFmt", val="decimal"),
            None if letter else el("w:pStyle", val=style),
            el("w:lvlText", val=letter + text),
            el("w:lvlJc", val="left"),
            el("w:pPr", el("w:ind", left=twips(left), hanging=twips(LEGAL_STEP))),
            ilvl=level,
        )
        for level, (style, text, left) in enumerate(_LEGAL)
    ]
    return el(
        "w:abstractNum",
        el("w:nsid", val=f"5A7C{id:04X}"),
        el("w:multiLevelType", val="multilevel"),
        el("w:tmpl", val=f"3E21{id:04X}"),
        *levels,
        abstractNumId=id,
    )


def _abstract(kind: ListKind) -> Element:
    return el(
        "w:abstractNum",
        el("w:nsid", val=f"5A7C{kind.id:04X}"),
        el("w:multiLevelType", val="hybridMultilevel" if not kind.ordered else "multilevel"),
        el("w:tmpl", val=f"3E21{kind.id:04X}"),
        *(_level(kind, level) for level in range(3)),
        abstractNumId=kind.id,
    )


def _level(kind: ListKind, level: int) -> Element:
    form, text = _COUNTS[level] if kind.ordered else ("bullet", _BULLETS[level])
    style = kind.style + (str(level + 1) if level else "") if kind.style else None
    return el(
        "w:lvl",
        el("w:start", val=1),
        el("w:numFmt", val=form),
        el("w:pStyle", val=style) if style else None,
        el("w:lvlText", val=text),
        el("w:lvlJc", val="left"),
        el(
            "w:pPr",
            el("w:ind", left=twips(kind.indent + kind.step * level), hanging=twips(kind.step)),
        ),
        ilvl=level,
    )
