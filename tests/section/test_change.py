"""Sentences about how far apart two figures are: over time, and between areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.facts import Observation
from reportgen.measures import Group
from reportgen.section import apart, changes
from tests.invented import ROLL, SCORE, TAUGHT, WORTH, breaks, facts, row
from tests.reading import why, words

DATES = ("2020-03", "2021-07-31", "2021-10-31")


def said(*rows: Observation, group: Group | None = None) -> list[str]:
    measure = rows[0].measure.id
    parts = changes(facts(*rows), measure, *([group] if group else []))
    return [words(part) for part in parts]


def rolls(*values: object) -> list[Observation]:
    return [row("roll", date, value) for date, value in zip(DATES, values, strict=False)]


def test_each_change_is_told_and_then_the_whole() -> None:
    assert said(*rolls(734, 1002, 903)) == [
        "The number of pupils rose by 268 (36.5%) between March 2020 and 31 July 2021, "
        "from 734 to 1,002.",
        "The number of pupils fell by 99 (9.9%) between 31 July 2021 and 31 October 2021, "
        "from 1,002 to 903.",
        "Overall, the number of pupils rose by 169 (23.0%) between March 2020 and "
        "31 October 2021, from 734 to 903.",
    ]


def test_two_dates_have_one_change_and_one_date_has_none() -> None:
    assert len(said(*rolls(734, 1002))) == 1
    assert said(*rolls(734)) == []
    assert list(changes(facts(), "roll")) == []


def test_what_is_the_same_did_not_change() -> None:
    assert said(*rolls(734, 734)) == [
        "The number of pupils was the same in March 2020 and at 31 July 2021, at 734."
    ]


def test_a_rise_from_nobody_has_no_percentage() -> None:
    assert said(*rolls(0, 5)) == [
        "The number of pupils rose by 5 between March 2020 and 31 July 2021, from 0 to 5."
    ]
    assert "(100.0%)" in said(*rolls(5, 0))[0]


def test_a_change_is_the_difference_of_what_a_reader_sees() -> None:
    rise = [row("score", "2019/20", "10.04"), row("score", "2020/21", "10.16")]
    level = [row("score", "2019/20", "10.04"), row("score", "2020/21", "9.96")]

    assert "rose by 0.2 (" in said(*rise)[0]
    assert "from 10.0 to 10.2." in said(*rise)[0]
    assert "was the same in 2019/20 and in 2020/21, at 10.0." in said(*level)[0]


def test_a_change_of_a_percentage_is_in_points_and_of_money_in_pounds() -> None:
    shares = [row(TAUGHT, "2019/20", "1.5"), row(TAUGHT, "2020/21", "2.5")]
    pounds = [row(WORTH, "2019/20", 2000), row(WORTH, "2020/21", 1500)]

    assert said(*shares) == [
        "The share taught at home rose by 1.0 percentage point between 2019/20 and 2020/21, "
        "from 1.5% to 2.5%."
    ]
    assert said(*pounds) == [
        "The worth of a voucher fell by £500 (25.0%) between 2019/20 and 2020/21, "
        "from £2,000 to £1,500."
    ]


def test_a_withheld_figure_is_passed_over() -> None:
    assert said(*rolls(734, "c", 903)) == [
        "The number of pupils rose by 169 (23.0%) between March 2020 and 31 October 2021, "
        "from 734 to 903."
    ]


def test_nothing_is_said_across_a_break_nor_of_the_whole() -> None:
    measure = breaks(ROLL, "31 July 2021")
    rows = [row(measure, date, n) for date, n in zip(DATES, (734, 1002, 903), strict=True)]

    assert [text[:30] for text in said(*rows)] == ["The number of pupils fell by 9"]


def test_a_group_has_changes_of_its_own() -> None:
    rows = [row("roll", date, n, sex="girls") for date, n in zip(DATES, (30, 40, 50), strict=True)]
    girls, known = Group.of(sex="girls"), facts(*rolls(1, 2, 3), *rows)
    ids = [part.id for group in ((), (girls,)) for part in changes(known, "roll", *group)]  # type: ignore[union-attr]

    assert said(*rows, group=girls)[0].startswith("The number of pupils rose by 10 (33.3%)")
    assert len(set(ids)) == 6


@pytest.mark.parametrize(
    ("ours", "theirs", "text"),
    [
        (59, 51, "8.0 points above England."),
        (51, 52, "1.0 point below England."),
        ("51.04", "50.96", "level with England."),
    ],
)
def test_our_latest_figure_is_above_or_below_anothers(ours: str, theirs: str, text: str) -> None:
    known = facts(
        row("score", "2020/21", ours),
        row("score", "2020/21", theirs, "england"),
        row("score", "2019/20", 99),
    )

    assert words(apart(known, "score")) == f"In 2020/21 the average score in Ourshire was {text}"


def test_a_measure_may_be_plural_and_stand_higher_rather_than_above() -> None:
    measure = replace(SCORE, plural=True, verb_higher="higher than", phrase="average scores")
    rows = [row(measure, "2020/21", 59), row(measure, "2020/21", 51, "region")]

    assert words(apart(facts(*rows), "score", against="region")) == (
        "In 2020/21 the average scores in Ourshire were 8.0 points higher than Mid England."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row("score", "2020/21", 59)],
        [row("score", "2020/21", "c"), row("score", "2020/21", 51, "england")],
        [row("score", "2020/21", 59), row("score", "2020/21", "c", "england")],
        [row("score", "2020/21", 59), row("score", "2019/20", 51, "england")],
    ],
)
def test_without_both_figures_nothing_is_said(rows: list[Observation]) -> None:
    assert why(apart(facts(*rows), "score")) == "one of the two is not there"
