"""How everyone, and each group, stands to other areas."""

from __future__ import annotations

from dataclasses import replace

from reportgen.facts import Observation
from reportgen.findings import compare
from reportgen.measures import Group
from tests.invented import ABSENCE, ROLL, SCORE, facts, row, when


def pair(ours: str, england: str, year: str = "2020/21", **more: str) -> tuple[Observation, ...]:
    cohort = {"cohort": more.pop("cohort")} if "cohort" in more else {}
    return (
        row(SCORE, year, ours, **cohort, **more),
        row(SCORE, year, england, "england", **more),
    )


def test_above_england_is_a_strength_where_higher_is_better() -> None:
    (found,) = compare(facts(*pair("52.0", "50.0")), "score")
    assert (found.kind, found.relation, found.role) == ("strength", "above", "england")


def test_above_england_is_an_area_for_development_where_lower_is_better() -> None:
    rows = (row(ABSENCE, "2020/21", "6.0"), row(ABSENCE, "2020/21", "5.0", "england"))
    (found,) = compare(facts(*rows), "absence")
    assert (found.kind, found.relation) == ("development", "above")


def test_a_measure_without_a_direction_is_only_context() -> None:
    rows = (row(ROLL, "2020/21", "900"), row(ROLL, "2020/21", "500", "england"))
    (found,) = compare(facts(*rows), "roll")
    assert found.kind == "context"


def test_the_next_area_decides_where_the_first_is_in_line() -> None:
    rows = (*pair("50.0", "50.0"), row(SCORE, "2020/21", "48.0", "neighbours"))
    (found,) = compare(facts(*rows), "score")
    assert (found.kind, found.role) == ("strength", "neighbours")
    assert [item.role for item in found.comparisons] == ["neighbours", "england"]


def test_england_decides_before_the_neighbours_and_both_are_kept() -> None:
    rows = (*pair("51.0", "50.0"), row(SCORE, "2020/21", "53.0", "neighbours"))
    (found,) = compare(facts(*rows), "score")
    assert found.kind == "strength"
    assert [(item.role, item.relation) for item in found.comparisons] == [
        ("england", "above"),
        ("neighbours", "below"),
    ]


def test_the_id_is_made_of_what_the_finding_means() -> None:
    (found,) = compare(facts(*pair("49.0", "50.0", need="plan")), "score", by=("need",))
    assert found.id == "score.need_plan.england.below.2020-21"


def test_groups_of_several_dimensions_are_found_where_there_are_rows() -> None:
    world = facts(*pair("13.9", "14.5", need="plan", sex="girls", cohort="85"))
    (found,) = compare(world, "score", by=("sex", "need"))
    assert found.group == Group.of(need="plan", sex="girls")
    assert compare(world, "score", by=("need",)) == ()


def test_the_last_two_years_with_a_figure_are_compared() -> None:
    years = ("2017/18", "2018/19", "2019/20")
    rows = [item for year in years for item in pair("52.0", "50.0", year)]
    withheld = row(SCORE, "2020/21", "c")
    found = compare(facts(*rows, withheld), "score")
    assert [item.periods[0].label for item in found] == ["2018/19", "2019/20"]


def test_years_after_the_date_of_the_report_are_left_out() -> None:
    world = facts(*pair("52.0", "50.0", "2019/20"), *pair("52.0", "50.0", "2021/22"))
    dated = replace(world, as_at=when("31 October 2020").start)
    assert [item.periods[0].label for item in compare(dated, "score")] == ["2019/20"]


def test_a_withheld_figure_gives_no_finding() -> None:
    assert compare(facts(*pair("c", "50.0")), "score") == ()
    assert compare(facts(*pair("50.0", "c")), "score") == ()


def test_a_figure_without_any_other_area_gives_no_finding() -> None:
    assert compare(facts(row(SCORE, "2020/21", "50.0")), "score") == ()


def test_few_pupils_are_a_caveat_with_their_number() -> None:
    (found,) = compare(facts(*pair("13.9", "14.5", cohort="85")), "score")
    assert [(item.code, item.fact.value) for item in found.caveats] == [("small", 85)]


def test_a_handful_of_events_is_a_caveat_with_their_number() -> None:
    ours = row(ABSENCE, "2020/21", "0.2", numerator=2, denominator=1468)
    (found,) = compare(facts(ours, row(ABSENCE, "2020/21", "0.1", "england")), "absence")
    (caveat,) = found.caveats
    assert (caveat.code, caveat.fact.value, caveat.fact.unit.noun) == ("few", 2, "absences")


def test_a_provisional_figure_is_a_caveat() -> None:
    ours = row(SCORE, "2020/21", "52.0", status="provisional")
    (found,) = compare(facts(ours, row(SCORE, "2020/21", "50.0", "england")), "score")
    assert [item.code for item in found.caveats] == ["provisional"]
