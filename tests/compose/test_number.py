"""Counting: figures and tables in reading order, and mentions that lead to them."""

from __future__ import annotations

import pytest

from reportgen.compose.number import number_blocks
from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    FrontSheet,
    Heading,
    Item,
    KeyFigures,
    Link,
    Number,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    TableCell,
    Text,
    Tile,
    plain,
)
from reportgen.errors import Place, ProjectError
from tests.invented import chart, row
from tests.reading import grid, under, words

MENTION = (Text("See "), Reference("b"), Text("."))


def table(id: str, *cells: TableCell) -> Table:
    return Table(
        Caption("Table", (Text(id),)), (Column(()),), tuple(Row((cell,)) for cell in cells), id
    )


def names(blocks: tuple[Block, ...]) -> list[str]:
    return [block.caption.name for block in blocks if isinstance(block, Table | Chart)]


def test_figures_and_tables_are_counted_apart_in_reading_order() -> None:
    blocks = number_blocks([chart("a"), table("b"), PageBreak(), chart("c"), table("d")])

    assert names(blocks) == ["Figure 1", "Table 1", "Figure 2", "Table 2"]
    assert isinstance(blocks[2], PageBreak)


def test_a_mention_is_given_the_number_of_what_it_names_before_or_after_it() -> None:
    before, *_, after = number_blocks(
        [Paragraph(MENTION, "x"), chart("a"), chart("b"), Paragraph(MENTION, "y")]
    )

    assert (words(before), words(after)) == ("See Figure 2.", "See Figure 2.")


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, MENTION, "h"),
        Bullets((Item((Text("Outside."),), Bullets((Item(MENTION),))),)),
        Bullets((Item(MENTION),)),
        Callout("notice", (Paragraph(MENTION, "p"),), "c"),
        Paragraph((Strong((Link(MENTION, "https://example.org"),)),)),
    ],
)
def test_a_mention_is_numbered_wherever_words_run(block: Block) -> None:
    found, _ = number_blocks([block, chart("b")])

    assert "See Figure 1." in words(found)


def test_a_mention_is_numbered_in_the_cells_and_notes_of_a_table() -> None:
    noted = Table(
        Caption("Table", MENTION, subtitle=MENTION),
        (Column(MENTION),),
        (Row((TableCell((Bullets((Item(MENTION),)),)),)),),
        "t",
        notes=(MENTION,),
        source=MENTION,
    )
    found, _ = number_blocks([noted, chart("b")])

    assert isinstance(found, Table)
    assert grid(found) == [["See Figure 1."], ["See Figure 1."]]
    assert under(found) == ["See Figure 1.", "See Figure 1."]
    assert plain(found.caption.title + found.caption.subtitle) == "See Figure 1." * 2


def test_a_mention_is_numbered_beside_a_tile_and_on_the_cover() -> None:
    tiles = KeyFigures((Tile(Number(row("roll", "2020/21", 1)), MENTION, MENTION),), "k")
    cover, found, _ = number_blocks([FrontSheet((("About", MENTION),)), tiles, chart("b")])

    assert isinstance(cover, FrontSheet)
    assert isinstance(found, KeyFigures)
    assert plain(cover.fields[0][1]) == "See Figure 1."
    assert plain(found.tiles[0].what + found.tiles[0].beside) == "See Figure 1." * 2


def test_all_that_is_wrong_with_ids_and_mentions_is_said_together() -> None:
    blocks = [
        chart("a"),
        table("a"),
        Paragraph((Reference("nowhere"),), "p"),
        Callout("strength", (Paragraph((), "q"), Paragraph((), "q")), "c"),
    ]

    with pytest.raises(ProjectError) as refusal:
        number_blocks(blocks)

    assert [problem.what for problem in refusal.value.problems] == [
        "two parts of the report are both “a”",
        "two parts of the report are both “q”",
        "a reference leads to “nowhere”, which is no table or figure",
    ]
    assert all(problem.hint for problem in refusal.value.problems)


def test_a_heading_has_no_number_to_be_mentioned_by() -> None:
    mention = Paragraph((Reference("home", place=Place("words/home.md", 3)),))

    with pytest.raises(ProjectError, match="has no words") as refusal:
        number_blocks([Heading(1, (Text("Home"),), "home"), chart("home.trend"), mention])

    (problem,) = refusal.value.problems
    assert str(problem.place) == "words/home.md, row 3"
    assert "home.trend" in problem.hint


def test_words_of_their_own_may_lead_to_a_heading_or_a_figure() -> None:
    mentions = Paragraph((Reference("home", "the chapter"), Text(", "), Reference("b", "below")))
    *_, found = number_blocks([Heading(1, (Text("Home"),), "home"), chart("b"), mentions])

    assert words(found) == "the chapter, below"


def test_a_slip_in_an_id_is_answered_with_the_nearest() -> None:
    lost = Paragraph((Reference("home.trent"), Reference("hom", "the chapter")))

    with pytest.raises(ProjectError) as refusal:
        number_blocks([Heading(1, (Text("Home"),), "home"), chart("home.trend"), lost])

    assert [problem.hint for problem in refusal.value.problems] == [
        "did you mean “home.trend”?",
        "did you mean “home”?",
    ]


def test_blocks_without_an_id_are_never_taken_for_each_other() -> None:
    blocks = (Paragraph((Text("one"),)), Paragraph((Text("one"),)), Bullets(()))

    assert number_blocks(blocks) == blocks
