"""The latest figures in a sentence that judges nothing."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts import Observation
from reportgen.period import PeriodKind, read_period
from reportgen.section import course, latest
from reportgen.section.plain import withheld
from tests.invented import ROLL, SCORE, breaks, facts, row
from tests.reading import why, words

BOTH = ("england", "neighbours")


def term(text: str, value: object) -> Observation:
    return replace(row("roll", "", value), period=read_period(text, PeriodKind.TERM))


def test_the_latest_figure_stands_beside_those_of_other_areas() -> None:
    known = facts(
        row("score", "2019/20", 40),
        row("score", "2020/21", 41),
        row("score", "2020/21", "42.25", "england"),
        row("score", "2020/21", 43, "neighbours"),
    )

    assert words(latest(known, "score", against=BOTH)) == (
        "In 2020/21 the average score in Ourshire was 41.0, compared with 42.3 in England and 43.0 "
        "for statistical neighbours."
    )
    assert words(latest(known, "score")) == "In 2020/21 the average score in Ourshire was 41.0."


def test_groups_are_given_in_one_sentence_and_other_areas_in_their_order() -> None:
    known = facts(
        row("score", "2020/21", 41, sex="girls"),
        row("score", "2020/21", 39, sex="boys"),
        row("score", "2020/21", 42, "england", sex="girls"),
        row("score", "2020/21", 40, "england", sex="boys"),
        row("score", "2020/21", 43, "neighbours", sex="boys"),
    )

    assert words(latest(known, "score", "sex", BOTH)) == (
        "In 2020/21 the average score in Ourshire was 41.00 for girls and 39.00 for boys. "
        "In the same order it was 42.00 and 40.00 in England."
    )


def test_a_withheld_figure_gives_way_to_the_one_before_it() -> None:
    known = facts(row("roll", "2019/20", 50), row("roll", "2020/21", "c"))

    assert words(latest(known, "roll")).startswith("In 2019/20 the number of pupils")
    assert why(latest(facts(), "roll")) == "there is no figure for it"
    assert why(latest(facts(row("roll", "2020/21", "c")), "roll")) == "there is no figure for it"


def test_figures_that_are_withheld_are_said_to_be_beside_those_of_other_areas() -> None:
    known = facts(
        row("score", "2019/20", 40, sex="girls"),
        row("score", "2020/21", "c", sex="girls"),
        row("score", "2020/21", "x", sex="boys"),
        row("score", "2020/21", 42, "england", sex="girls"),
        row("score", "2020/21", 40, "england", sex="boys"),
        row("score", "2020/21", 43, "neighbours", sex="boys"),
    )

    assert words(withheld(known, "score", "sex", BOTH)) == (
        "In 2020/21 the average score in Ourshire was withheld to protect confidentiality for "
        "girls and not available for boys. In the same order it was 42.00 and 40.00 in England."
    )


def test_of_everyone_it_is_said_without_a_group() -> None:
    known = facts(row("roll", "2020/21", "c"), row("roll", "2020/21", 9, "england"))

    assert words(withheld(known, "roll", against=BOTH)) == (
        "In 2020/21 the number of pupils in Ourshire was withheld to protect confidentiality. "
        "It was 9 in England."
    )


def test_nothing_is_said_to_be_withheld_where_a_figure_is_there() -> None:
    one = facts(row("score", "2020/21", "c", sex="girls"), row("score", "2020/21", 9, sex="boys"))
    low = facts(row("roll", "2020/21", "low"))

    assert why(withheld(one, "score", "sex")) == "there is no figure for it"
    assert why(withheld(low, "roll")) == "there is no figure for it"
    assert why(withheld(facts(), "roll")) == "there is no figure for it"


def test_a_count_changed_over_the_whole_time_known() -> None:
    known = facts(*(row("roll", f"20{y}/{y + 1}", n) for y, n in ((18, 50), (19, "x"), (20, 60))))

    assert words(course(known, "roll")) == (
        "The number of pupils rose by 10 (20.0%) between 2018/19 and 2020/21, from 50 to 60."
    )


def test_a_change_begins_after_the_last_break() -> None:
    measure = breaks(ROLL, "2019/20")
    rows = [row(measure, f"20{y}/{y + 1}", n) for y, n in ((18, 50), (19, 80), (20, 60))]

    assert "fell by 20 (25.0%) between 2019/20 and 2020/21" in words(course(facts(*rows), "roll"))
    assert words(course(facts(*rows[:2]), "roll")).startswith("In 2019/20 the number of pupils")


def test_a_term_is_compared_with_the_same_term_of_another_year() -> None:
    autumn, spring, later = (
        term("autumn term 2023", 50),
        term("spring term 2024", 70),
        term("autumn term 2024", 60),
    )

    assert "between autumn term 2023 and autumn term 2024, from 50 to 60" in words(
        course(facts(autumn, spring, later), "roll")
    )
    assert "70" in words(course(facts(autumn, spring), "roll"))
    assert "rose" not in words(course(facts(autumn, spring), "roll"))


def test_one_number_has_no_course_and_none_has_no_sentence() -> None:
    assert words(course(facts(row("roll", "2020/21", 5)), "roll")) == (
        "In 2020/21 the number of pupils in Ourshire was 5."
    )
    assert why(course(facts(), SCORE.id)) == "there is no figure for it"


def test_groups_of_very_few_are_not_spoken_of() -> None:
    known = facts(
        row("score", "2020/21", 41, sex="girls", cohort=50),
        row("score", "2020/21", 39, sex="boys", cohort=7),
    )

    assert words(latest(known, "score", "sex")) == (
        "In 2020/21 the average score in Ourshire was 41.00 for girls."
    )
