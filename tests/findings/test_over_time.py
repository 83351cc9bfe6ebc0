"""Changes, records, steady runs and crossings of our own figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.facts import Facts
from reportgen.findings import change, crossing, record, run
from reportgen.measures import Break, Measure
from tests.invented import ABSENCE, ROLL, SCORE, breaks, facts, row

YEARS = ("2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21")


def series(measure: Measure, words: str, area: str = "ours", **more: str) -> Facts:
    pairs = zip(YEARS, words.split(), strict=False)
    rows = [row(measure, y, v, area, **more) for y, v in pairs if v != "."]  # type: ignore[arg-type]
    return facts(*rows)


def test_a_change_is_told_from_the_first_figure_and_from_the_one_before() -> None:
    found = change(series(SCORE, "50 51 52 53 54 55"), "score")
    assert [[period.label for period in item.periods] for item in found] == [
        ["2015/16", "2020/21"],
        ["2019/20", "2020/21"],
    ]
    assert {item.kind for item in found} == {"strength"}


def test_a_rise_is_an_area_for_development_where_lower_is_better() -> None:
    (found,) = change(series(ABSENCE, "4.0 5.0"), "absence")
    assert (found.kind, found.id) == ("development", "absence.all.change.rose.2015-16_2016-17")


def test_nothing_is_said_of_change_across_a_break() -> None:
    broken = breaks(SCORE, "2018/19")
    found = change(series(broken, "50 51 52 60 61 62"), "score")
    assert found[0].periods[0].label == "2018/19"
    assert change(series(breaks(SCORE, "2020/21"), "50 51 52 60 61 62"), "score") == ()


def test_a_year_to_compare_with_care_makes_a_change_context() -> None:
    careful = replace(SCORE, breaks=(Break("2020/21", "caution", "Schools were closed."),))
    found = change(series(careful, "50 51 52 53 54 55"), "score")
    assert {item.kind for item in found} == {"context"}
    assert {caveat.code for item in found for caveat in item.caveats} == {"break"}


def test_a_movement_within_the_usual_noise_is_neither_good_nor_bad() -> None:
    noisy = replace(SCORE, noise=Decimal("2"))
    (found,) = change(series(noisy, "50.0 51.0"), "score")
    assert (found.kind, found.relation) == ("context", "above")


def test_a_provisional_figure_is_not_set_beside_a_final_one() -> None:
    rows = (row(SCORE, "2019/20", "50"), row(SCORE, "2020/21", "52", status="provisional"))
    assert change(facts(*rows), "score") == ()


def test_a_local_count_is_not_set_beside_a_published_one() -> None:
    rows = (row(SCORE, "2019/20", "72.0"), row(SCORE, "2020/21", "40.6", status="local"))
    local = replace(rows[1], source="Ourshire's own system")
    assert change(facts(rows[0], local), "score") == ()


def test_the_highest_of_five_or_more_is_a_record() -> None:
    (found,) = record(series(SCORE, "50 51 52 53 54"), "score")
    assert (found.kind, found.id) == ("strength", "score.all.record.highest.2015-16_2019-20")
    assert record(series(SCORE, "51 52 53 54"), "score") == ()


def test_a_tie_is_no_record() -> None:
    assert record(series(SCORE, "50 54 52 53 54"), "score") == ()
    assert record(series(SCORE, "50 54.04 52 53 53.96"), "score") == ()


def test_the_lowest_score_is_a_record_of_the_other_kind() -> None:
    (found,) = record(series(SCORE, "55 54 53 52 51"), "score")
    assert (found.kind, found.relation) == ("development", "below")


def test_three_rises_in_a_row_are_a_run() -> None:
    (found,) = run(series(SCORE, "50 49 50 51 52"), "score")
    assert [period.label for period in found.periods] == list(YEARS[1:5])
    assert run(series(SCORE, "50 51 51 52 53"), "score") == ()


def test_a_gap_in_the_years_ends_a_run() -> None:
    assert run(series(SCORE, "50 51 . 52 53"), "score") == ()


def test_a_withheld_last_year_leaves_no_run() -> None:
    assert run(series(SCORE, "49 50 51 52 53 c"), "score") == ()


def test_a_change_of_sides_is_a_crossing() -> None:
    rows = [row(SCORE, y, v) for y, v in (("2019/20", "49"), ("2020/21", "51"))]
    rows += [row(SCORE, y, "50", "england") for y in ("2019/20", "2020/21")]
    (found,) = crossing(facts(*rows), "score", against=("england",))
    assert (found.kind, found.id) == (
        "strength",
        "score.all.england.crossed.above.2019-20_2020-21",
    )


def test_from_in_line_to_above_is_no_crossing() -> None:
    rows = [row(SCORE, y, v) for y, v in (("2019/20", "50"), ("2020/21", "51"))]
    rows += [row(SCORE, y, "50", "england") for y in ("2019/20", "2020/21")]
    assert crossing(facts(*rows), "score") == ()


def test_a_count_without_a_direction_changes_as_context() -> None:
    (found,) = change(series(ROLL, "734 1002"), "roll")
    assert found.kind == "context"
