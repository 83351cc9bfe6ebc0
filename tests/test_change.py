"""One figure changes in a file, and everything that rests on it changes together, and nothing else.

Pupils eligible for free school meals scored below England in 2019/20; in the copy they score above.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.compose import compose
from reportgen.document import (
    Block,
    Callout,
    Chart,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
    numbers_in,
)
from reportgen.facts import Cell, Fact, Observation
from reportgen.measures import Group
from reportgen.project import read_project
from tests.reading import grid, tiles, title, under, values, words

ROOT = Path(__file__).parent.parent
NAME = "buckinghamshire-2021"
FIGURES = "figures/attainment_8.csv"
ROW = "attainment_8,E06000060,Buckinghamshire,2019/20,academic year,,,,,,fsm,{},372,"
BELOW, ABOVE, STILL_BELOW = "37.1", "41.3", "37.0"
MEALS = Group.of(fsm="fsm")
CHART = "attainment.attainment_8.fsm.2019-20"


@dataclass(frozen=True)
class Piece:
    """A part of a report that is read by itself: its words, and the figures in it."""

    said: str
    facts: tuple[Fact, ...]

    @property
    def about_meals(self) -> bool:
        return any(o.group == MEALS for fact in self.facts for o in published(fact))


def published(fact: Fact) -> Iterator[Observation]:
    if isinstance(fact, Observation):
        yield fact
        return
    for item in fact.inputs:
        yield from published(item)


def facts_of(*blocks: Block) -> tuple[Fact, ...]:
    return tuple(number.fact for number in numbers_in(blocks))


def chapters(document: Document) -> Iterable[Block]:
    """The blocks of a document after its at-a-glance page."""
    first = next(n for n, b in enumerate(document.blocks) if isinstance(b, Heading) and b.number)
    return document.blocks[first:]


def pieces(document: Document) -> Iterator[Piece]:
    for block in chapters(document):
        match block:
            case Callout():
                for inner in block.blocks:
                    yield Piece(words(inner), facts_of(inner))
            case Table():
                yield Piece(f"{title(block)} {under(block)} {block.summary}", ())
                for row, cells in zip(block.rows, grid(block)[1:], strict=True):
                    inside = [inner for cell in row.cells for inner in cell.blocks]
                    yield Piece(" | ".join(cells), facts_of(*inside))
            case Chart():
                said = f"{title(block)} {values(block)} {block.alt} {under(block)}"
                yield Piece(said, facts_of(block))
            case KeyFigures():
                yield Piece(str(tiles(block)), facts_of(block))
            case Heading() | Paragraph():
                yield Piece(words(block), facts_of(block))


@dataclass(frozen=True)
class Change:
    before: Document
    after: Document
    still_below: Document
    cell: Cell

    def said(self, document: Document, kind: str) -> list[str]:
        """What a document says of the changed figure among its strengths or developments."""
        return [
            words(inner)
            for block in chapters(document)
            if isinstance(block, Callout) and block.kind == kind
            for inner in block.blocks
            if any(self.cell in fact.cells for fact in facts_of(inner))
        ]


def composed(folder: Path, value: str) -> Document:
    """The document of a copy of the sample report in which the figure has another value."""
    for name in ("sections", "assets", f"data/{NAME}"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    path = folder / "data" / NAME / FIGURES
    text = path.read_text(encoding="utf-8")
    assert text.count(ROW.format(BELOW)) == 1
    path.write_text(text.replace(ROW.format(BELOW), ROW.format(value)), encoding="utf-8")
    return compose(read_project(folder / "data" / NAME))


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    lines = (ROOT / "data" / NAME / FIGURES).read_text(encoding="utf-8").splitlines()
    row = next(n for n, line in enumerate(lines, 1) if line.startswith(ROW.format(BELOW)))
    copies = [composed(tmp_path_factory.mktemp(value), value) for value in (ABOVE, STILL_BELOW)]
    return Change(compose(read_project(ROOT / "data" / NAME)), *copies, Cell(FIGURES, row, "value"))


def block(document: Document, id: str) -> Block:
    return next(found for found in document.blocks if getattr(found, "id", "") == id)


def chart(document: Document) -> Chart:
    found = block(document, CHART)
    assert isinstance(found, Chart)
    return found


def test_the_sentence_moves_from_development_to_strength_and_says_so(change: Change) -> None:
    (before,) = change.said(change.before, "development")
    (after,) = change.said(change.after, "strength")

    assert change.said(change.before, "strength") == []
    assert change.said(change.after, "development") == []
    assert "below England" in before
    assert "below" not in after
    assert "above" in after
    assert (BELOW in before, ABOVE in after) == (True, True)


def test_the_headlines_no_longer_hold_it_against_the_area(change: Change) -> None:
    def headlines(document: Document) -> list[str]:
        return [
            words(found)
            for found in document.blocks
            if isinstance(found, Callout) and found.id.startswith("glance.")
        ]

    (before,) = change.said(change.before, "development")

    assert all(before != text for text in headlines(change.after))
    assert not any("2019/20" in text and BELOW in text for text in headlines(change.after))
    said = {piece.said for piece in pieces(change.after)}
    assert set(headlines(change.after)) <= said


def test_the_point_of_the_chart_moves_and_no_other_does(change: Change) -> None:
    before, after = values(chart(change.before)), values(chart(change.after))

    assert before["Buckinghamshire"] == [BELOW, "59.3"]
    assert after["Buckinghamshire"] == [ABOVE, "59.3"]
    assert {**before, "Buckinghamshire": []} == {**after, "Buckinghamshire": []}


def test_the_title_of_the_chart_says_what_it_now_shows(change: Change) -> None:
    assert "similarly to England" in title(chart(change.before))
    assert "similar" not in title(chart(change.after))
    assert "above England" in title(chart(change.after))


def test_the_alt_text_says_what_the_chart_now_shows(change: Change) -> None:
    before, after = chart(change.before).alt, chart(change.after).alt

    assert f"Buckinghamshire and England, Eligible for free school meals: {BELOW} and" in before
    assert f"Buckinghamshire and England, Eligible for free school meals: {ABOVE} and" in after
    assert before.replace(BELOW, ABOVE) == after


def test_the_cell_of_the_table_changes_and_no_other_does(change: Change) -> None:
    """The figures in full are the table that shows this figure."""
    found = [
        (one, other)
        for one, other in zip(change.before.blocks, change.after.blocks, strict=True)
        if isinstance(one, Table) and one != other
    ]
    changed = [
        (was, now)
        for one, other in found
        for row, next_row in zip(grid(one), grid(other), strict=True)
        for was, now in zip(row, next_row, strict=True)
        if was != now
    ]

    assert changed == [(BELOW, ABOVE)]


def test_what_is_not_about_those_pupils_stays_word_for_word_in_its_place(change: Change) -> None:
    before, after = (
        [piece.said for piece in pieces(document) if not piece.about_meals]
        for document in (change.before, change.after)
    )

    assert len(before) > 300
    assert before == after


def test_a_change_that_decides_nothing_changes_the_number_alone(change: Change) -> None:
    before = [
        piece.said.replace(BELOW, STILL_BELOW) if piece.about_meals else piece.said
        for piece in pieces(change.before)
    ]

    assert before == [piece.said for piece in pieces(change.still_below)]
    assert any(STILL_BELOW in piece.said for piece in pieces(change.still_below))


def test_every_place_that_shows_the_figure_shows_the_new_one(change: Change) -> None:
    def texts(document: Document) -> set[str]:
        return {n.text for n in document.numbers() if n.fact.cells == (change.cell,)}

    assert texts(change.before) == {BELOW}
    assert texts(change.after) == {ABOVE}
