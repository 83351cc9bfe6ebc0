"""Rank, gap, target and the groups that stand best and worst."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.area import Area, Comparators, Neighbours
from reportgen.facts import Facts, Observation
from reportgen.findings import extremes, gap, rank, target
from reportgen.findings.rank import band, place, quantile
from reportgen.measures import Group
from tests.invented import ABSENCE, ENGLAND, OURS, SCORE, facts, row

PLACES = tuple(Area(f"A{n}", f"Area {n}") for n in range(10))
TEN = Comparators(OURS, Neighbours(Area("mean", "Statistical neighbours"), PLACES), None, ENGLAND)
DISADVANTAGED, OTHER = Group.of(need="plan"), Group.of(need="none")


def ranked(ours: str, *others: str, measure: object = SCORE) -> Facts:
    rows = [row(measure, "2020/21", ours)]  # type: ignore[arg-type]
    pairs = zip(PLACES, others, strict=False)
    rows += [row(measure, "2020/21", value, area) for area, value in pairs]  # type: ignore[arg-type]
    return facts(*rows, comparators=TEN)


def test_the_best_by_the_measures_direction_is_first() -> None:
    others = [str(n) for n in range(40, 50)]
    (high,) = rank(ranked("50", *others), "score")
    assert high.figure("rank").value == 1
    assert high.figure("of").value == 11
    (low,) = rank(ranked("50", *others, measure=ABSENCE), "absence")
    assert low.figure("rank").value == 11
    assert (high.kind, low.kind) == ("strength", "development")


def test_equal_figures_share_the_better_place_and_say_so() -> None:
    (found,) = rank(ranked("48.04", "48.0", "50", *["40"] * 8), "score")
    assert found.figure("rank").value == 2
    assert "joint" in dict(found.figures)


def test_no_rank_among_too_few_areas() -> None:
    assert rank(ranked("50", *["40"] * 7, *["c"] * 3), "score") == ()
    (found,) = rank(ranked("50", *["40"] * 8, *["c"] * 2), "score")
    assert found.figure("of").value == 9


def test_quartile_bands_run_from_a_the_best_to_d() -> None:
    others = [row(SCORE, "2020/21", str(n), Area(f"B{n}", "")) for n in range(1, 41)]
    tops = {"40.5": "A", "25": "B", "15": "C", "0.5": "D"}
    for value, expected in tops.items():
        assert band(SCORE, row(SCORE, "2020/21", value), others) == expected
    assert band(ABSENCE, row(ABSENCE, "2020/21", "0.5"), others) == "A"


def test_there_are_no_bands_without_a_spread() -> None:
    others = [row(SCORE, "2020/21", "50", Area(f"B{n}", "")) for n in range(40)]
    assert band(SCORE, row(SCORE, "2020/21", "50"), others) == ""


def test_a_quantile_lies_on_the_line_between_its_neighbours() -> None:
    values = [Decimal(n) for n in (1, 2, 3, 4)]
    assert quantile(values, Decimal("0.25")) == Decimal("1.75")
    assert quantile(values, Decimal(1)) == 4


def test_a_place_counts_only_those_that_show_better() -> None:
    others = [row(SCORE, "2020/21", value) for value in ("50.04", "50.06")]
    assert place(SCORE, row(SCORE, "2020/21", "50.0"), others) == 2


def gaps(group: str, other: str, england_group: str, england_other: str) -> Facts:
    rows: list[Observation] = []
    for area, value, member in (
        ("ours", group, "plan"),
        ("ours", other, "none"),
        ("england", england_group, "plan"),
        ("england", england_other, "none"),
    ):
        rows.append(row(SCORE, "2020/21", value, area, need=member))  # type: ignore[arg-type]
    return facts(*rows)


def test_the_gap_is_measured_to_others_in_england_and_to_others_here() -> None:
    national, local = gap(gaps("40.8", "61.5", "40.3", "54.7"), "score", DISADVANTAGED, OTHER)
    assert national.figure("gap").value == Decimal("13.9")
    assert local.figure("gap").value == Decimal("20.7")
    assert national.comparisons[0].theirs.value == Decimal("14.4")
    assert (national.kind, local.kind) == ("strength", "development")


def test_a_gap_with_a_withheld_part_is_left_out() -> None:
    found = gap(gaps("40.8", "c", "40.3", "54.7"), "score", DISADVANTAGED, OTHER)
    assert [item.id.split(".")[3] for item in found] == ["national"]


def aim(value: str) -> Observation:
    return row(SCORE, "2020/21", value, Area("target", "Target"))


@pytest.mark.parametrize(
    ("ours", "colour"), [("50.0", "green"), ("51", "green"), ("47.5", "amber"), ("47.4", "red")]
)
def test_a_target_is_green_amber_or_red_by_a_twentieth(ours: str, colour: str) -> None:
    (found,) = target(facts(row(SCORE, "2020/21", ours)), "score", aim("50"))
    assert found.figures[0][0] == colour
    assert found.kind == ("strength" if colour == "green" else "development")


def test_less_is_better_than_a_target_where_lower_is_better() -> None:
    goal = replace(aim("5.0"), measure=ABSENCE)
    (found,) = target(facts(row(ABSENCE, "2020/21", "4.0")), "absence", goal)
    assert found.figures[0][0] == "green"


def test_the_best_and_the_worst_group_are_named_once_each() -> None:
    rows = []
    for member, ours in (("none", "60"), ("support", "51"), ("plan", "45")):
        rows.append(row(SCORE, "2020/21", ours, need=member, cohort=200))
        rows.append(row(SCORE, "2020/21", "50", "england", need=member))
    best, worst = extremes(facts(*rows), "score", "need")
    assert (best.group, worst.group) == (Group.of(need="none"), Group.of(need="plan"))


def test_small_groups_are_neither_best_nor_worst() -> None:
    rows = []
    for member, ours in (("none", "60"), ("support", "51"), ("plan", "45")):
        rows.append(row(SCORE, "2020/21", ours, need=member, cohort=50))
        rows.append(row(SCORE, "2020/21", "50", "england", need=member))
    assert extremes(facts(*rows), "score", "need") == ()
