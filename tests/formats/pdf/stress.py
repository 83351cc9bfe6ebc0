"""A made-up report that is hard to set."""

from __future__ import annotations

from itertools import permutations

from pdf_sample import (
    LONG,
    bullets,
    callouts,
    chart,
    document,
    front_sheet,
    linked,
    paragraph,
    plan,
    table,
    tiles,
    words,
)

from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Column,
    Contents,
    Document,
    Heading,
    Item,
    PageBreak,
    Row,
    Table,
    TableCell,
    Text,
)


def stress(chapters: int = 7) -> Document:
    """Return a report that is hard to set: every kind beside every other, and all at length."""
    own: list[Block] = [front_sheet(), Contents(), chart("trend", 1)]
    for chapter in range(1, chapters + 1):
        own += [
            PageBreak(),
            Heading(1, words(f"Chapter {chapter} " + "with many words " * 6), f"c{chapter}", "1"),
        ]
        own += _neighbours(chapter)
        own += [
            _endless(f"c{chapter}.endless"),
            table(f"c{chapter}.long", 70, 150),
            linked(),
            Bullets(tuple(Item(words(LONG)) for _ in range(30)), f"c{chapter}.list"),
            Callout("strength", tuple(paragraph() for _ in range(30)), f"c{chapter}.strength"),
            Callout("notice", tuple(paragraph() for _ in range(20)), f"c{chapter}.notice", "Read"),
        ]
    return document(*own)


def _neighbours(chapter: int) -> list[Block]:
    """Return blocks in an order in which each kind stands before each other."""
    kinds = ("heading", "paragraph", "bullets", "tiles", "callout", "table", "chart", "plan")
    out: list[Block] = []
    for place, pair in enumerate(permutations(kinds, 2)):
        for side, kind in enumerate(pair):
            out += _made(kind, f"c{chapter}.{place}.{side}")
    return out


def _made(kind: str, id: str) -> list[Block]:
    match kind:
        case "heading":
            return [
                Heading(2, words("A section"), f"{id}.a"),
                Heading(3, words("A part"), f"{id}.b"),
            ]
        case "paragraph":
            return [paragraph(id=id)]
        case "bullets":
            return [bullets(id)]
        case "tiles":
            return [tiles(id)]
        case "callout":
            return list(callouts(id))
        case "table":
            return [table(id, 9)]
        case "chart":
            return [chart(id, 9)]
        case _:
            return [plan(id, 9)]


def _endless(id: str) -> Table:
    """Return a table with rows higher than a page, empty cells and words too long for any."""
    url = "https://www.gov.uk/" + "statistics/" * 30 + "x" * 200
    high = TableCell(tuple(paragraph() for _ in range(40)))
    rows = (
        Row((TableCell.of(Text(url)), high, TableCell.of(Text("W" * 90)))),
        Row((TableCell(()), TableCell(()), TableCell(()))),
        Row((TableCell.of(Text("short")), TableCell((bullets(),)), high)),
    )
    columns = (Column(words("Address")), Column(words("Words"), width=3), Column(()))
    return Table(Caption("Table", (), 8), columns, rows, id, row_headers=False)
