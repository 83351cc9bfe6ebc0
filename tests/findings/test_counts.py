"""Levels, parts of a whole, shares, sums and the commonest."""

from __future__ import annotations

from decimal import Decimal

from reportgen.findings import composition, flow, level, mode, part
from reportgen.measures import EVERYONE, Group
from tests.invented import GIVEN, ROLL, TAUGHT, facts, row

GIRLS, BOYS = Group.of(sex="girls"), Group.of(sex="boys")


def test_a_level_takes_its_kind_from_the_section_that_asks() -> None:
    world = facts(row(ROLL, "2020/21", 16, sex="girls"), row(ROLL, "2020/21", 8, sex="boys"))
    (found,) = level(world, "roll", (GIRLS, BOYS), kind="development")
    assert found.kind == "development"
    assert [fact.value for _, fact in found.figures] == [16, 8]


def test_a_withheld_level_is_not_told() -> None:
    assert level(facts(row(ROLL, "2020/21", "c")), "roll", (EVERYONE,)) == ()


def test_the_counts_behind_a_share_are_told_where_they_give_it() -> None:
    right = row(TAUGHT, "2020/21", "71.4", numerator=125, denominator=175)
    (found,) = part(facts(right), "taught")
    assert found.figure("part").value == 125
    wrong = row(TAUGHT, "2020/21", "71.5", numerator=125, denominator=175)
    assert part(facts(wrong), "taught") == ()


def test_a_composition_lists_the_largest_part_first() -> None:
    world = facts(row(ROLL, "2020/21", 40, sex="girls"), row(ROLL, "2020/21", 60, sex="boys"))
    (found,) = composition(world, "roll", "sex")
    names = [name for name, _ in found.figures]
    assert names[2:4] == ["sex_boys", "sex_girls"]
    assert found.figure("sex_boys").value == 60


def test_a_composition_with_a_withheld_part_is_not_told() -> None:
    world = facts(row(ROLL, "2020/21", 40, sex="girls"), row(ROLL, "2020/21", "c", sex="boys"))
    assert composition(world, "roll", "sex") == ()


def test_members_counted_inside_another_are_not_parts() -> None:
    values = {"asian": 30, "chinese": 10, "white": 70}
    world = facts(*(row(ROLL, "2020/21", n, origin=m) for m, n in values.items()))
    (found,) = composition(world, "roll", "origin")
    assert found.figure("whole").value == 100


def test_members_counted_inside_one_that_is_not_given_are_parts() -> None:
    world = facts(*(row(ROLL, "2020/21", n, origin=m) for m, n in (("chinese", 10), ("white", 70))))
    (found,) = composition(world, "roll", "origin")
    assert found.figure("whole").value == 80
    assert found.figure("origin_chinese").value == Decimal("12.5")


def test_a_flow_is_added_up_and_a_stock_is_not() -> None:
    years = {"2019/20": 10, "2020/21": 12}
    (found,) = flow(facts(*(row(GIVEN, year, n) for year, n in years.items())), "given")
    assert found.figure("total").value == 22
    days = {"31 March 2020": 10, "31 March 2021": 12}
    assert flow(facts(*(row(GIVEN, day, n) for day, n in days.items())), "given") == ()


def test_a_sum_over_a_withheld_part_is_not_told() -> None:
    years = {"2019/20": "c", "2020/21": 12}
    assert flow(facts(*(row(GIVEN, year, n) for year, n in years.items())), "given") == ()


def test_the_commonest_member_is_told_unless_two_are_equal() -> None:
    world = facts(row(ROLL, "2020/21", 40, sex="girls"), row(ROLL, "2020/21", 60, sex="boys"))
    (found,) = mode(world, "roll", "sex")
    assert found.group == BOYS
    equal = facts(row(ROLL, "2020/21", 50, sex="girls"), row(ROLL, "2020/21", 50, sex="boys"))
    assert mode(equal, "roll", "sex") == ()
