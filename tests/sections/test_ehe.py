"""The chapter on elective home education, made from invented figures: no value is better."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]


def count(figure: Figure, value: str, date: str, area: str = "ours") -> Any:
    return figure("ehe_children", value, area, date, kind="as at")


def test_how_large_each_change_is_is_said_without_a_judgement(make: Make, figure: Figure) -> None:
    page = make("ehe", count(figure, "200", "2020-03"), count(figure, "250", "2021-07-31"))

    assert "rose by 50 (25.0%) between March 2020 and 31 July 2021, from 200 to 250" in page.text
    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""
    for word in ("significant", "better than", "worse than", "slight"):
        assert word not in page.text


def test_a_fall_is_called_a_fall_and_has_no_minus_sign(make: Make, figure: Figure) -> None:
    page = make("ehe", count(figure, "250", "2021-07-31"), count(figure, "200", "2021-10-31"))

    assert "fell by 50 (20.0%)" in page.text


def test_the_same_number_is_called_the_same(make: Make, figure: Figure) -> None:
    page = make("ehe", count(figure, "200", "2021-07-31"), count(figure, "200", "2021-10-31"))

    assert "was the same at 31 July 2021 and at 31 October 2021, at 200" in page.text


def test_three_dates_are_columns_that_nothing_joins(make: Make, figure: Figure) -> None:
    dates = ("2020-03", "2021-07-31", "2021-10-31")
    page = make("ehe", *(count(figure, "200", date) for date in dates))

    assert [chart.kind for chart in page.charts] == ["columns"]
    assert page.charts[0].categories == ("March 2020", "31 July 2021", "31 October 2021")


def test_england_is_no_yardstick_for_a_choice(make: Make, figure: Figure) -> None:
    page = make(
        "ehe",
        count(figure, "200", "2021-10-31"),
        count(figure, "900", "2021-10-31", "england"),
    )

    assert "Exampleland" not in page.text


def test_a_withheld_count_takes_part_in_no_change(make: Make, figure: Figure) -> None:
    dates = {"2020-03": "200", "2021-07-31": "c", "2021-10-31": "250"}
    page = make("ehe", *(count(figure, value, date) for date, value in dates.items()))

    assert "31 July 2021, from" not in page.text
    assert "[c] withheld to protect confidentiality" in page.text


def test_one_date_makes_no_change(make: Make, figure: Figure) -> None:
    page = make("ehe", count(figure, "200", "2021-10-31"))

    assert " rose " not in page.text
    assert " fell " not in page.text
    assert "200" in page.text


def test_children_to_each_post_are_worked_out(make: Make, figure: Figure) -> None:
    page = make(
        "ehe",
        count(figure, "200", "2021-10-31"),
        figure("ehe_officers", "1.60", period="autumn term 2021", kind="term"),
    )

    assert "about 125 children for each full-time post" in page.text


def test_children_of_a_school_year_changed_over_all_that_is_known(
    make: Make, figure: Figure
) -> None:
    years = {"2021/22": "200", "2022/23": "x", "2023/24": "260", "2024/25": "300"}
    page = make("ehe", *(figure("ehe_in_year", n, period=year) for year, n in years.items()))

    assert "rose by 100 (50.0%) between 2021/22 and 2024/25, from 200 to 300" in page.text
    assert page.text.count(" rose ") == 1


def test_one_year_is_a_sentence_and_no_chart(make: Make, figure: Figure) -> None:
    page = make("ehe", figure("ehe_in_year", "10"), figure("ehe_in_year", "x", period="2019/20"))

    assert "in 2020/21 the number of children educated at home" in page.text.casefold()
    assert page.charts == ()
