"""A chapter's parts become blocks: words and plans in their places, no heading over nothing."""

from __future__ import annotations

from reportgen.compose.lower import lower
from reportgen.content import Action, Content, Prose
from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
)
from reportgen.report import Chapter
from reportgen.section import Absent, Part, Statements, action_plan, heading, notes
from reportgen.section import words as passage
from tests.invented import action, chapter, chart, prose, statement
from tests.reading import grid, words

ABSENT = Absent("the trend", "there is no figure for it")


def blocks(
    *parts: Part,
    words: dict[str, Prose] | None = None,
    actions: tuple[Action, ...] = (),
) -> list[Block]:
    home = chapter("Home", *parts)
    return lower(Chapter(home, parts), Content({"home": words or {}}, actions))


def outline(found: list[Block]) -> list[str]:
    return [
        f"{'#' * block.level} {words(block)}" if isinstance(block, Heading) else words(block)
        for block in found
    ]


def test_blocks_pass_and_what_is_absent_leaves_nothing() -> None:
    assert outline(blocks(Paragraph((Text("One."),)), ABSENT, Paragraph((Text("Two."),)))) == [
        "One.",
        "Two.",
    ]


def test_no_heading_stands_over_nothing() -> None:
    found = blocks(
        heading("Nothing under it"),
        ABSENT,
        heading("Something"),
        Heading(3, (Text("Nothing"),), "deep"),
        Heading(3, (Text("Deeper"),), "deeper"),
        Paragraph((Text("Here."),)),
        heading("At the end"),
        ABSENT,
    )

    assert outline(found) == ["## Something", "### Deeper", "Here."]


def test_a_heading_stays_over_a_heading_with_something_under_it() -> None:
    found = blocks(heading("Wide"), Heading(3, (Text("Deep"),), "deep"), Paragraph((Text("."),)))

    assert outline(found) == ["## Wide", "### Deep", "."]


def test_officers_words_stand_where_the_chapter_asks_for_them() -> None:
    found = blocks(
        *passage("home", "Context"),
        *passage("home", "No such words"),
        *passage("home", "Plainly", title=""),
        *passage("home", "Renamed", title="Behind it"),
        words={
            "Renamed": prose("Three."),
            "context": prose("One.", "- a list"),
            "Plainly": prose("Two."),
        },
    )

    assert outline(found) == ["## Context", "One.", "a list", "Two.", "## Behind it", "Three."]


def test_notes_are_a_panel_with_every_word_of_them() -> None:
    deep = Heading(3, (Text("Coverage"),), "")
    (found,) = blocks(*notes("home"), words={"Notes": (*prose("One."), deep, *prose("- two"))})

    assert isinstance(found, Callout)
    assert (found.kind, found.label) == ("notice", "How to read this chapter")
    assert words(found) == "One. Coverage two"
    assert found.blocks[1] == Paragraph((Strong((Text("Coverage"),)),), "home.words.notes.2")


def test_what_the_figures_say_comes_before_what_officers_add() -> None:
    said = (
        statement("strength", "Scores are high."),
        statement("context", "Rolls rose."),
        statement("development", "Boys do less well."),
    )
    found = blocks(
        Statements(said),
        words={
            "Areas of strength": prose("Schools share what works."),
            "Areas for development": (
                Heading(3, (Text("Attendance"),), ""),
                *prose("- More of it."),
            ),
        },
    )

    assert outline(found) == [
        "## Areas of strength",
        "Scores are high. Schools share what works.",
        "## Areas for development",
        "Boys do less well. Attendance More of it.",
        "## Also of note",
        "Rolls rose.",
    ]
    assert [block.kind for block in found if isinstance(block, Callout)] == [
        "strength",
        "development",
    ]


def test_officers_may_name_a_strength_where_the_figures_name_none() -> None:
    found = blocks(Statements(()), words={"Areas of strength": prose("Schools share.")})

    assert outline(found) == ["## Areas of strength", "Schools share."]


def test_where_nobody_says_anything_there_is_no_heading() -> None:
    assert blocks(heading("Findings"), Statements(())) == []


def test_a_plan_is_a_table_of_its_own_chapters_actions() -> None:
    mine = (action("home", "Visit schools"), action("home", "Train leaders", "Confidence"))
    title, found = blocks(action_plan("home"), actions=(*mine, action("other", "Nothing here")))

    assert words(title) == "Action plan"
    assert grid(found) == [
        ["What we will do", "What this should achieve", "When"],
        ["Visit schools", "Better", "By July"],
        ["Train leaders", "Confidence", "By July"],
    ]
    assert isinstance(found, Table)
    assert not found.row_headers


def test_a_plan_says_who_where_any_action_has_an_owner() -> None:
    _, found = blocks(
        action_plan("home"),
        actions=(action("home", "Visit", owner="Head of service"), action("home", "Train")),
    )

    assert [line[-1] for line in grid(found)] == ["Who", "Head of service", ""]


def test_a_chapter_without_actions_has_no_plan() -> None:
    assert blocks(action_plan("home"), actions=(action("other", "Nothing here"),)) == []


def test_ids_are_the_chapters_own_inside_callouts_too() -> None:
    found = blocks(
        chart("score.trend"),
        Statements((statement("strength", "high"),)),
        *passage("home", "History"),
        words={"Context": prose("Both."), "History": prose("One.", "- two")},
    )
    ids = [block.id for block in found]  # type: ignore[union-attr]
    inner = [item.id for block in found if isinstance(block, Callout) for item in block.blocks]

    assert ids[0] == "home.score.trend"
    assert inner == ["home.high"]
    assert all(id.startswith("home.") for id in ids)
    assert len(set(ids)) == len(ids)


def test_a_mention_of_the_chapters_own_chart_leads_to_it_and_another_is_left_alone() -> None:
    own, other = Reference("score.trend"), Reference("away.score.trend")
    text, items, _ = blocks(
        Paragraph((own, other), "p"),
        Callout("notice", (Paragraph((own,), "q"),), "c"),
        chart("score.trend"),
    )

    assert isinstance(text, Paragraph)
    assert isinstance(items, Callout)
    assert text.inlines == (Reference("home.score.trend"), other)
    assert items.blocks[0] == Paragraph((Reference("home.score.trend"),), "home.q")


def test_a_list_of_officers_stays_a_list() -> None:
    (found,) = blocks(*passage("home", "Context", ""), words={"Context": prose("- one")})

    assert isinstance(found, Bullets)
