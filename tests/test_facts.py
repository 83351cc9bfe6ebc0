"""Facts: every number is found by what it is about, and none is made up where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Derived, Missing
from reportgen.measures import EVERYONE, Group
from reportgen.period import PeriodKind, read_period
from reportgen.show import show
from tests.invented import ALONE, ENGLAND, MEAN, NEAR, OURS, SCORE, breaks, facts, row, when

GIRLS, BOYS = Group.of(sex="girls"), Group.of(sex="boys")
LAST = when("2020/21")


def test_a_figure_is_found_by_measure_period_group_and_area() -> None:
    known = facts(
        row("score", "2020/21", 59),
        row("score", "2020/21", 61, sex="girls"),
        row("score", "2020/21", 51, "england"),
        row("score", "2019/20", 58),
        row("absence", "2020/21", 4),
    )

    assert [o.value for o in known.of("score")] == [59, 61, 51, 58]
    assert known.find("score", LAST) is known.observations[0]
    assert known.find("score", LAST, GIRLS) is known.observations[1]
    assert known.find("score", LAST, area="england") is known.observations[2]
    assert known.find("score", when("2019/20")) is known.observations[3]
    assert known.find("absence", LAST) is known.observations[4]


def test_an_area_that_plays_no_part_is_found_by_itself() -> None:
    known = facts(row("score", "2020/21", 48, NEAR[1]))

    assert known.find("score", LAST, area=NEAR[1]) is known.observations[0]


def test_what_is_not_there_is_none_and_no_zero() -> None:
    known = facts(row("score", "2020/21", 59))

    assert known.find("score", when("2019/20")) is None
    assert known.find("score", LAST, GIRLS) is None
    assert known.find("score", LAST, area="england") is None
    assert known.find("score", LAST, area="neighbours") is None
    assert known.of("roll") == ()
    assert known.periods("roll") == ()


def test_a_withheld_figure_is_found_with_its_reason() -> None:
    found = facts(row("score", "2020/21", "c")).find("score", LAST)

    assert found is not None
    assert found.value is Missing.SUPPRESSED


def test_a_report_that_is_compared_with_no_area_finds_none() -> None:
    known = facts(row("score", "2020/21", 51, "england"), comparators=ALONE)

    assert known.find("score", LAST, area="england") is None
    assert known.find("score", LAST, area="neighbours") is None
    assert known.find("score", LAST, area=ENGLAND) is known.observations[0]


def test_the_neighbours_are_the_mean_of_their_own_figures() -> None:
    known = facts(
        row("score", "2020/21", 50, NEAR[0]),
        row("score", "2020/21", 53, NEAR[1]),
        row("score", "2020/21", 99, MEAN),
    )
    found = known.find("score", LAST, area="neighbours")

    assert isinstance(found, Derived)
    assert (found.value, found.rule) == (Decimal("51.5"), "mean of 2 of 2 statistical neighbours")
    assert found.cells == (known.observations[0].cell, known.observations[1].cell)


def test_a_neighbour_whose_figure_is_withheld_or_not_there_is_left_out_of_the_mean() -> None:
    known = facts(row("score", "2020/21", 50, NEAR[0]), row("score", "2020/21", "c", NEAR[1]))
    found = known.find("score", LAST, area="neighbours")

    assert isinstance(found, Derived)
    assert (show(found), found.rule) == ("50.0", "mean of 1 of 2 statistical neighbours")


@pytest.mark.parametrize("own", [(), (row("score", "2020/21", "c", NEAR[0]),)])
def test_without_the_neighbours_own_figures_the_mean_that_a_file_gives_stands(own: tuple) -> None:
    known = facts(*own, row("score", "2020/21", "49.5", MEAN))

    assert known.find("score", LAST, area="neighbours") is known.observations[-1]


def test_periods_are_those_of_the_area_asked_for_oldest_first() -> None:
    known = facts(
        row("score", "2020/21", 59),
        row("score", "2018/19", 57),
        row("score", "2019/20", "c", sex="girls"),
        row("score", "2017/18", 46, "england"),
    )

    assert [p.label for p in known.periods("score")] == ["2018/19", "2019/20", "2020/21"]
    assert [p.label for p in known.periods("score", EVERYONE)] == ["2018/19", "2020/21"]
    assert [p.label for p in known.periods("score", GIRLS)] == ["2019/20"]
    assert [p.label for p in known.periods("score", area="england")] == ["2017/18"]


@pytest.mark.parametrize(
    ("most", "one"),
    [(("2018/19", "2019/20"), "2021-01-21"), (("2020-01-20", "2021-01-21"), "2019/20")],
)
def test_periods_are_of_the_kind_that_most_figures_have(most: tuple[str, ...], one: str) -> None:
    known = facts(*(row("roll", period, 900) for period in (one, *most)))

    assert known.periods("roll") == tuple(when(text) for text in most)


@given(st.permutations(range(6)))
def test_what_is_found_does_not_depend_on_the_order_of_the_rows(order: list[int]) -> None:
    rows = [
        row("score", "2020/21", 59),
        row("score", "2019/20", 58),
        row("score", "2021-01-21", 57),
        row("score", "2020-01-20", 56),
        row("score", "2020/21", 61, sex="girls"),
        row("score", "2020/21", 57, sex="boys"),
    ]
    known, shuffled = facts(*rows), facts(*(rows[n] for n in order))

    assert shuffled.periods("score") == known.periods("score")
    assert shuffled.groups("score", LAST, "sex") == known.groups("score", LAST, "sex")
    found = shuffled.find("score", LAST)
    assert found is not None
    assert found.value == 59


def test_groups_are_those_of_one_dimension_in_printed_order() -> None:
    known = facts(
        row("score", "2020/21", 57, sex="boys"),
        row("score", "2020/21", 61, sex="girls"),
        row("score", "2020/21", 40, need="plan"),
        row("score", "2020/21", 42, need="plan", sex="girls"),
        row("score", "2020/21", 59),
        row("score", "2019/20", 45, need="support"),
    )

    assert known.groups("score", LAST, "sex") == (GIRLS, BOYS)
    assert known.groups("score", LAST, "need") == (Group.of(need="plan"),)
    assert known.groups("score", LAST, "origin") == ()


def test_groups_within_a_group_are_those_that_divide_it() -> None:
    known = facts(
        row("score", "2020/21", 42, need="plan", sex="girls"),
        row("score", "2020/21", 41, need="support", sex="boys"),
        row("score", "2020/21", 40, need="plan", sex="boys"),
    )
    plan = Group.of(need="plan")

    assert known.groups("score", LAST, "sex", base=plan) == (
        plan.with_("sex", "girls"),
        plan.with_("sex", "boys"),
    )


def test_a_group_counts_if_any_area_of_the_report_has_it_and_no_other_does() -> None:
    known = facts(
        row("score", "2020/21", 61, "england", sex="girls"),
        row("score", "2020/21", 57, NEAR[0], sex="boys"),
    )

    assert known.groups("score", LAST, "sex") == (GIRLS,)


def test_facts_know_their_area_and_what_their_measures_mean() -> None:
    changed = breaks(SCORE, "2019/20")
    known = facts(row(changed, "2020/21", 59))

    assert known.ours == OURS
    assert known.measure("score") is changed
    with pytest.raises(KeyError):
        known.measure("no such measure")


def test_one_day_under_two_names_is_one_key() -> None:
    known = facts(row("roll", "2018-06-30", 900))

    assert known.find("roll", read_period("mid-2018", PeriodKind.AS_AT)) is known.observations[0]
