"""The chapter on exclusions, made from invented figures: a lower rate is better."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]


def test_a_lower_rate_is_a_strength(make: Make, figure: Figure) -> None:
    page = make(
        "exclusions",
        figure("suspension_rate", "3.00"),
        figure("suspension_rate", "5.00", "england"),
    )

    assert "below Exampleland" in page.under(STRENGTHS)
    assert page.under(DEVELOPMENTS) == ""


def test_a_higher_rate_is_an_area_for_development(make: Make, figure: Figure) -> None:
    page = make(
        "exclusions",
        figure("suspension_rate", "7.00"),
        figure("suspension_rate", "5.00", "england"),
    )

    assert "above Exampleland" in page.under(DEVELOPMENTS)
    assert page.under(STRENGTHS) == ""


def test_rates_that_print_alike_are_called_neither(make: Make, figure: Figure) -> None:
    page = make(
        "exclusions",
        figure("suspension_rate", "5.001"),
        figure("suspension_rate", "5.004", "england"),
    )

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_a_rate_that_stands_for_a_few_pupils_gives_their_number(make: Make, figure: Figure) -> None:
    counts = {"numerator": "5", "denominator": "1500", "phase": "special"}
    page = make(
        "exclusions",
        figure("permanent_exclusion_rate", "0.33333", **counts),
        figure("permanent_exclusion_rate", "0.05", "england", phase="special"),
    )

    assert "0.333%, or five permanent exclusions" in page.under(DEVELOPMENTS)


def test_the_counts_behind_the_rates_stand_in_a_table(make: Make, figure: Figure) -> None:
    rows = [
        figure("permanent_exclusion_rate", "0.01", numerator="5", denominator="50000"),
        figure("suspension_rate", "1.00", numerator="500", denominator="50000"),
    ]
    phase = [{**row, "phase": "primary"} for row in rows]
    page = make("exclusions", *rows, *phase)

    assert "Primary 5 500 50,000" in page.text


def test_a_withheld_rate_is_shown_as_withheld_and_nothing_is_said_of_it(
    make: Make, figure: Figure
) -> None:
    page = make(
        "exclusions",
        figure("suspension_rate", "c", phase="special"),
        figure("suspension_rate", "7.00", "england", phase="special"),
        figure("suspension_rate", "3.00", phase="primary"),
        figure("suspension_rate", "5.00", "england", phase="primary"),
    )

    assert "special schools" not in page.under(STRENGTHS) + page.under(DEVELOPMENTS)
    assert "[c] withheld to protect confidentiality" in page.text


def test_without_anyone_to_compare_with_the_line_is_still_drawn(make: Make, figure: Figure) -> None:
    years = ("2016/17", "2017/18", "2018/19")
    page = make("exclusions", *(figure("suspension_rate", "3.00", period=year) for year in years))
    line = next(chart for chart in page.charts if chart.kind == "line")

    assert line.categories == years
    assert [series.name for series in line.series] == ["Exampleshire"]
    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_a_missing_year_is_a_gap_in_the_line_and_not_a_zero(make: Make, figure: Figure) -> None:
    years = ("2015/16", "2016/17", "2018/19")
    page = make("exclusions", *(figure("suspension_rate", "3.00", period=year) for year in years))
    line = next(chart for chart in page.charts if chart.kind == "line")

    assert line.categories == ("2015/16", "2016/17", "2017/18", "2018/19")
    assert [point.number is None for point in line.series[0].points] == [False, False, True, False]


def test_a_lockdown_year_is_marked_and_joined_with_care(make: Make, figure: Figure) -> None:
    years = ("2017/18", "2018/19", "2019/20")
    page = make("exclusions", *(figure("suspension_rate", "3.00", period=year) for year in years))
    line = next(chart for chart in page.charts if chart.kind == "line")

    assert line.joined == (True, True)
    assert [(band.first, band.last) for band in line.bands] == [(2, 2)]
    assert "Compare that year with others only with care" in page.text


def test_one_year_makes_no_line(make: Make, figure: Figure) -> None:
    page = make("exclusions", figure("suspension_rate", "3.00"))

    assert page.charts
    assert "line" not in [chart.kind for chart in page.charts]
