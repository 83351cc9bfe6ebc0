"""The at-a-glance page: the best of every chapter, half of it good news at most."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose import compose
from reportgen.compose.glance import choose, glance
from reportgen.document import Callout, Heading, KeyFigures, PageBreak
from reportgen.findings import compare
from reportgen.report import Chapter, Report, run
from reportgen.section import Statements
from reportgen.settings import Glance, KeyFigure
from reportgen.wording import Statement, state
from tests.invented import SCORE, chapter, facts, prose, report, row, statement
from tests.reading import tiles, words

KINDS = ("strength", "development")


def saying(title: str, *said: Statement) -> Chapter:
    parts = (Statements(said),)
    return Chapter(chapter(title, *parts), parts)


def chosen(chapters: list[Chapter], most: int) -> list[str]:
    return [item.text for _, item in choose(chapters, most)]


def of(kind: str, *scores: int, chapter: str = "") -> list[Statement]:
    return [statement(kind, f"{chapter}{kind[0]}{score}", score) for score in scores]


def test_half_are_strengths_and_half_are_areas_for_development() -> None:
    found = [saying("A", *of("strength", 1, 5, 3, 4), *of("development", 2, 9, 7))]

    assert chosen(found, 4) == ["s5", "s4", "d9", "d7"]


def test_chapters_take_turns_so_that_one_does_not_crowd_out_the_others() -> None:
    loud = saying("A", *of("strength", 90, 80, 70, chapter="A"))
    quiet = saying("B", *of("strength", 5, 1, chapter="B"))

    assert chosen([loud, quiet], 8) == ["As90", "Bs5", "As80", "Bs1"]
    assert chosen([loud, quiet], 2) == ["As90"]


@pytest.mark.parametrize(
    ("strengths", "developments", "kept"), [(1, 9, (1, 5)), (9, 1, (3, 1)), (0, 9, (0, 6))]
)
def test_room_that_strengths_leave_is_filled_and_never_with_more_of_them(
    strengths: int, developments: int, kept: tuple[int, int]
) -> None:
    said = [*of("strength", *range(strengths)), *of("development", *range(developments))]
    found = choose([saying("A", *said)], 6)

    assert tuple(sum(item.kind == kind for _, item in found) for kind in KINDS) == kept


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from((*KINDS, "context")), st.integers(0, 99)), max_size=5),
        max_size=4,
    ),
    st.integers(0, 9),
)
def test_the_choice_is_full_fair_and_without_repeats(
    said: list[list[tuple[str, int]]], most: int
) -> None:
    chapters = [
        saying(str(n), *(statement(kind, f"{n}.{m}", score) for m, (kind, score) in enumerate(own)))
        for n, own in enumerate(said)
    ]
    there = {kind: sum(k == kind for own in said for k, _ in own) for kind in KINDS}
    found = choose(chapters, most)
    kept = {kind: sum(item.kind == kind for _, item in found) for kind in KINDS}

    good = min(there["strength"], most // 2)
    assert kept == {"strength": good, "development": min(there["development"], most - good)}
    assert len(found) == sum(kept.values())
    assert len({item.id for _, item in found}) == len(found)
    assert [item.kind for _, item in found] == sorted(
        (item.kind for _, item in found), reverse=True
    )


def test_what_two_chapters_say_is_said_once() -> None:
    same = statement("strength", "high", 5)

    assert chosen([saying("A", same), saying("B", same)], 6) == ["high"]


KNOWN = facts(row("score", "2020/21", 59), row("score", "2020/21", 51, "england"))


def page(glance_of: Glance, *said: Statement) -> Report:
    return report(KNOWN, chapter("Home", Statements(said)), glance=glance_of)


def test_the_page_has_key_figures_then_headlines_by_kind() -> None:
    figures = (KeyFigure("score | 2020/21", "average score"),)
    said = (statement("strength", "High."), statement("development", "Low."))
    settings = page(Glance(figures, 6), *said)
    brk, title, top, good, first, bad, second = glance(settings, run(settings))

    assert isinstance(brk, PageBreak)
    assert isinstance(top, KeyFigures)
    assert isinstance(first, Callout)
    assert isinstance(second, Callout)
    assert [words(block) for block in (title, good, bad)] == [
        "At a glance",
        "What is going well",
        "What needs to improve",
    ]
    assert tiles(top) == [("59.0", "average score", "England 51.0")]
    assert (first.kind, first.label, words(first)) == ("strength", "Home", "High.")
    assert (second.kind, second.label, words(second)) == ("development", "Home", "Low.")


def test_a_kind_of_which_there_is_nothing_has_no_heading() -> None:
    settings = page(Glance((), 6), statement("development", "Low."))
    found = glance(settings, run(settings))

    assert [words(block) for block in found if isinstance(block, Heading)] == [
        "At a glance",
        "What needs to improve",
    ]


def test_without_anything_to_show_there_is_no_page() -> None:
    for settings in (page(Glance((), 6)), page(Glance((), 0), statement("strength", "High."))):
        assert glance(settings, run(settings)) == []


def test_the_officers_own_words_are_not_taken_for_headlines() -> None:
    words_of = {"home": {"Areas of strength": prose("Schools share.")}}
    found = report(KNOWN, chapter("Home", Statements(())), words=words_of)

    assert glance(found, run(found)) == []


def test_a_headline_is_the_statement_of_its_chapter_word_for_word() -> None:
    said = statement("strength", "High.", 1)
    document = compose(page(Glance((), 6), said))
    callouts = [block for block in document.blocks if isinstance(block, Callout)]

    assert [words(block) for block in callouts] == ["High.", "High."]
    assert callouts[0].id != callouts[1].id


def test_a_headline_about_the_latest_year_goes_before_one_about_an_earlier_year() -> None:
    rows = [
        row("score", "2019/20", 40),
        row("score", "2019/20", 60, "england"),
        row("score", "2020/21", 49),
        row("score", "2020/21", 50, "england"),
    ]
    said = state(compare(facts(*rows), "score"), facts(*rows))
    older = [replace(item, score=Decimal(99)) for item in said if "2019/20" in item.text]
    newer = [replace(item, score=Decimal(1)) for item in said if "2019/20" not in item.text]
    assert older
    assert newer

    assert chosen([saying("A", *older, *newer)], 1) == [newer[0].text]


def test_a_difference_inside_the_noise_is_no_headline() -> None:
    noisy = replace(SCORE, noise=Decimal(3))
    rows = [
        row(noisy, "2019/20", 40),
        row(noisy, "2019/20", 60, "england"),
        row(noisy, "2020/21", 48),
        row(noisy, "2020/21", 50, "england"),
    ]
    said = state(compare(facts(*rows), "score"), facts(*rows))
    (older,) = [item.text for item in said if "2019/20" in item.text]

    assert [item.kind for item in said] == ["development", "development"]
    assert chosen([saying("A", *said)], 2) == []
    assert older in [item.text for item in said]
