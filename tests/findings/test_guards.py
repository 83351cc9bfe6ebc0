"""What may be compared, and what must be said beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.facts import mean
from reportgen.findings.guards import (
    comparison,
    enough,
    follows,
    like,
    people_about,
    relation,
    same_point,
    usable,
    used_of,
)
from reportgen.measures import EVERYONE, Group
from reportgen.period import PeriodKind, read_period
from tests.invented import ABSENCE, SCORE, facts, row, when

NONE = Decimal(0)


def test_two_values_that_print_alike_are_in_line() -> None:
    ours, theirs = row(SCORE, "2020/21", "50.04"), row(SCORE, "2020/21", "49.96", "england")
    assert relation(ours, theirs, NONE) == "in line"


def test_a_difference_that_shows_is_above_or_below() -> None:
    ours, theirs = row(SCORE, "2020/21", "50.05"), row(SCORE, "2020/21", "49.94", "england")
    assert relation(ours, theirs, NONE) == "above"
    assert relation(theirs, ours, NONE) == "below"


@pytest.mark.parametrize(("tolerance", "expected"), [("0.3", "in line"), ("0.2", "above")])
def test_a_difference_up_to_the_tolerance_is_in_line(tolerance: str, expected: str) -> None:
    ours, theirs = row(SCORE, "2020/21", "50.3"), row(SCORE, "2020/21", "50.0", "england")
    assert relation(ours, theirs, Decimal(tolerance)) == expected


def test_a_withheld_value_is_never_compared() -> None:
    ours, theirs = row(SCORE, "2020/21", "c"), row(SCORE, "2020/21", "50.0", "england")
    assert relation(ours, theirs, NONE) is None
    assert relation(theirs, ours, NONE) is None


def test_values_are_compared_at_the_places_of_ours() -> None:
    ours = row(SCORE, "2020/21", "50.04", sex="girls")
    theirs = row(SCORE, "2020/21", "50.00", "england", sex="girls")
    assert relation(ours, theirs, NONE) == "above"


@pytest.mark.parametrize(("cohort", "expected"), [(10, False), (11, True)])
def test_nothing_is_said_of_fewer_pupils_than_the_measure_allows(
    cohort: int, expected: bool
) -> None:
    assert usable(SCORE, row(SCORE, "2020/21", "50.0", cohort=cohort)) is expected


def test_a_councils_own_count_is_not_set_beside_a_national_release() -> None:
    ours = row(ABSENCE, "2020/21", "4.0", status="local", source="Ourshire's system")
    theirs = row(ABSENCE, "2020/21", "5.0", "england")
    assert not like(ours, theirs)
    assert comparison(facts(ours, theirs), ABSENCE, EVERYONE, when("2020/21"), "england") is None


def test_local_figures_from_one_source_are_compared() -> None:
    ours = row(ABSENCE, "2020/21", "4.0", status="local")
    theirs = row(ABSENCE, "2020/21", "5.0", "england")
    assert like(ours, theirs)


def test_a_mean_says_how_many_areas_it_rests_on() -> None:
    rows = [row(SCORE, "2020/21", "50.0"), row(SCORE, "2020/21", "c")]
    assert used_of(mean(rows, of=2)) == (1, 2)  # type: ignore[arg-type]
    noted = row(SCORE, "2020/21", "50.0", note="Mean of 7 of 10 neighbours, unrounded")
    assert used_of(noted) == (7, 10)
    assert used_of(row(SCORE, "2020/21", "50.0")) is None


def test_a_year_follows_the_one_before_it_and_no_other() -> None:
    assert follows(when("2020/21"), when("2019/20"))
    assert not follows(when("2020/21"), when("2018/19"))
    assert not follows(when("2019/20"), when("2020/21"))


def test_a_term_does_not_follow_another_term_of_the_year_before() -> None:
    spring = read_period("spring 2021", PeriodKind.TERM)
    autumn = read_period("autumn 2020", PeriodKind.TERM)
    assert not same_point(spring, autumn)
    assert same_point(spring, read_period("spring 2020", PeriodKind.TERM))


def test_a_group_is_at_least_as_large_as_what_is_counted_within_it() -> None:
    measure = replace(SCORE, cohort="roll")
    asian, chinese = Group.of(origin="asian"), Group.of(origin="chinese")
    known = facts(
        row(measure, "2020/21", "45", origin="asian"),
        row("roll", "2018/19", 300, origin="chinese"),
        row("roll", "2017/18", 11, origin="chinese"),
        row("roll", "2018/19", 900, origin="white"),
    )
    ours = known.find("score", when("2020/21"), asian)
    assert ours is not None
    assert people_about(known, ours) == 300
    assert enough(known, ours)

    alone = facts(
        row(measure, "2020/21", "45", origin="chinese"),
        row("roll", "2018/19", 300, origin="asian"),
    )
    ours = alone.find("score", when("2020/21"), chinese)
    assert ours is not None
    assert people_about(alone, ours) is None
    assert not enough(alone, ours)
