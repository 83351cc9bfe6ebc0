"""Turn the kinds of list into Word's numbering, tied to the list styles.

A list that counts starts again at 1: each gets a `w:num` of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    """The lists of one document; `part` is what they come to."""

    def __init__(self, extra: int = 0) -> None:
        self._first = len(KINDS) + 1 + extra
        self._restarted: list[int] = []

    def use(self, where: Where, ordered: bool) -> int:
        """Return the id for a list; a counting one is new each time."""
        kind = _OF[where, ordered]
        if not ordered:
            return kind
        self._restarted.append(kind)
        return self._first + len(self._restarted) - 1

    def indent(self, id: int) -> float:
        """Return how far the words of a list are set in, in points."""
        kind = id if id < self._first else self._restarted[id - self._first]
        return KINDS[kind - 1].indent

    def part(self) -> Element:
        """Return the root of numbering.xml: the kinds of list first, then the lists."""
        part = root("w:numbering", "w", *(_abstract(kind) for kind in KINDS))
        part.extend(_number(kind.id, kind.id) for kind in KINDS)
        for place, kind in enumerate(self._restarted):
            part.append(_number(self._first + place, kind, restart=True))
        return part


def _number(id: int, kind: int, restart: bool = False) -> Element:
    override = el("w:lvlOverride", el("w:startOverride", val=1), ilvl=0) if restart else None
    return el("w:num", el("w:abstractNumId", val=kind), override, numId=id)


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
