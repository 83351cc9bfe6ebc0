"""Runs of years on one side of another area."""

from __future__ import annotations

from reportgen.facts import Facts
from reportgen.findings import review, streak
from tests.invented import SCORE, breaks, facts, row

YEARS = ("2016/17", "2017/18", "2018/19", "2019/20", "2020/21")


def world(ours: str, england: str, neighbours: str = "", measure: object = SCORE) -> Facts:
    """Return a figure a year from words of numbers; a dot is a year without a row."""
    rows = [
        row(measure, year, value, area)  # type: ignore[arg-type]
        for area, words in (("ours", ours), ("england", england), ("neighbours", neighbours))
        for year, value in zip(YEARS, words.split(), strict=False)
        if value != "."
    ]
    return facts(*rows)


def test_a_run_is_told_from_its_first_year_to_the_last() -> None:
    (found,) = streak(world("49 51 52 53 54", "50 50 50 50 50"), "score")
    assert [period.label for period in found.periods] == list(YEARS[1:])
    assert found.id == "score.all.england.above.2017-18_2020-21"


def test_two_years_are_not_a_run() -> None:
    assert streak(world("49 49 49 51 52", "50 50 50 50 50"), "score") == ()


def test_a_year_in_line_ends_a_run() -> None:
    assert streak(world("52 52 52 52 50", "50 50 50 50 50"), "score") == ()


def test_a_missing_year_ends_a_run() -> None:
    assert streak(world("52 52 . 52 52", "50 50 50 50 50"), "score") == ()


def test_a_withheld_last_year_leaves_no_run() -> None:
    assert streak(world("52 52 52 52 c", "50 50 50 50 50"), "score") == ()


def test_a_break_in_the_series_does_not_end_a_run_within_each_year() -> None:
    broken = breaks(SCORE, "2019/20")
    (found,) = streak(world("52 52 52 52 52", "50 50 50 50 50", measure=broken), "score")
    assert len(found.periods) == 5


def test_an_area_with_a_shorter_run_is_named_for_the_last_year_alone() -> None:
    (found,) = streak(world("52 52 52 52 52", "50 50 50 50 50", "52 52 52 51 51"), "score")
    assert len(found.against("england")) == 5
    assert [item.period.label for item in found.against("neighbours")] == ["2020/21"]


def test_every_year_in_which_another_area_told_the_other_story_is_named() -> None:
    (found,) = streak(world("52 52 52 52 52", "50 50 50 50 50", "51 53 51 53 51"), "score")
    told = [(item.period.label, item.relation) for item in found.against("neighbours")]
    assert told == [("2017/18", "below"), ("2019/20", "below"), ("2020/21", "above")]


def test_another_area_may_tell_the_other_story_all_along() -> None:
    (found,) = streak(world("52 52 52", "50 50 50", "53 54 55"), "score")
    assert [item.relation for item in found.against("neighbours")] == ["below"] * 3
    assert found.kind == "strength"


def test_a_review_does_not_repeat_the_years_of_a_run() -> None:
    found = review(world("52 52 52 52 52", "50 50 50 50 50"), "score")
    assert [item.rule for item in found if item.rule in ("streak", "benchmark")] == ["streak"]
