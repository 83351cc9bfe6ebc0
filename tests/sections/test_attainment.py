"""The chapter on attainment, made from invented figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]


def test_a_score_above_england_is_a_strength(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "50.0", cohort="900"),
        figure("attainment_8", "46.0", "england"),
    )

    assert "above Exampleland" in page.under(STRENGTHS)
    assert "50.0" in page.under(STRENGTHS)
    assert page.under(DEVELOPMENTS) == ""


def test_a_score_below_england_is_an_area_for_development(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "41.0", cohort="900"),
        figure("attainment_8", "46.0", "england"),
    )

    assert "below Exampleland" in page.under(DEVELOPMENTS)
    assert page.under(STRENGTHS) == ""


def test_a_score_close_to_england_is_neither(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "46.3", cohort="900"),
        figure("attainment_8", "46.0", "england"),
    )

    assert "above Exampleland" not in page.text
    assert "below Exampleland" not in page.text
    assert page.under(DEVELOPMENTS) == ""


def test_a_small_group_is_said_to_be_small(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "46.0", cohort="900"),
        figure("attainment_8", "46.0", "england"),
        figure("attainment_8", "10.0", sen="ehc_plan", sex="girls", cohort="40"),
        figure("attainment_8", "14.0", "england", sen="ehc_plan", sex="girls"),
        figure("attainment_8", "8.0", sen="ehc_plan", cohort="90"),
        figure("attainment_8", "14.0", "england", sen="ehc_plan"),
    )

    assert "(90 pupils)" in page.under(DEVELOPMENTS)


def test_a_withheld_score_is_shown_as_withheld_and_nothing_is_said_of_it(
    make: Make, figure: Figure
) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "50.0", fsm="not_fsm", cohort="900"),
        figure("attainment_8", "46.0", "england", fsm="not_fsm"),
        figure("attainment_8", "c", fsm="fsm", cohort="8"),
        figure("attainment_8", "38.0", "england", fsm="fsm"),
    )

    assert "free school meals scored" not in page.under(STRENGTHS) + page.under(DEVELOPMENTS)
    assert "[c] withheld to protect confidentiality" in page.text


def test_without_anyone_to_compare_with_the_figures_are_still_shown(
    make: Make, figure: Figure
) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "49.0", period="2019/20", cohort="900"),
        figure("attainment_8", "50.0", cohort="900"),
    )

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""
    names = {series.name for chart in page.charts for series in chart.series}
    assert names == {"Exampleshire"}


def test_one_year_makes_no_line(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "50.0", cohort="900"),
        figure("attainment_8", "46.0", "england"),
    )

    assert page.charts
    assert "line" not in [chart.kind for chart in page.charts]


def test_a_line_never_crosses_the_years_that_were_graded_differently(
    make: Make, figure: Figure
) -> None:
    years = ("2017/18", "2018/19", "2019/20", "2020/21")
    page = make(
        "attainment",
        *(figure("attainment_8", str(45 + n), period=year) for n, year in enumerate(years)),
        *(figure("attainment_8", "44.0", "england", period=year) for year in years),
    )
    last = [chart for chart in page.charts if chart.kind == "line"][-1]

    assert last.categories == years
    assert last.joined == (True, False, False)
    assert [point.hollow for point in last.series[0].points] == [False, False, True, True]
    assert "There were no exams in 2021" in page.text
    assert "in 2019/20, a rise" not in page.text
    assert "in 2020/21, a rise" not in page.text


def test_the_gap_is_england_less_ours_and_the_gap_within_the_area_stands_beside_it(
    make: Make, figure: Figure
) -> None:
    groups = {"disadvantaged": ("35.0", "40.0"), "not_disadvantaged": ("60.0", "54.0")}
    page = make(
        "attainment",
        *(figure("attainment_8", ours, disadvantage=g) for g, (ours, _) in groups.items()),
        *(figure("attainment_8", all, "england", disadvantage=g) for g, (_, all) in groups.items()),
    )

    assert "Exampleshire 35.0 60.0 19.0 25.0" in page.text
    assert "40.0 54.0 14.0 14.0" in page.text


def test_a_cohort_table_adds_up_and_says_what_its_groups_leave_out(
    make: Make, figure: Figure
) -> None:
    sexes = {"boys": ("60", "30"), "girls": ("50", "40")}
    page = make(
        "attainment",
        figure("ks4_cohort", "95", sex="boys"),
        figure("ks4_cohort", "90", sex="girls"),
        *(figure("ks4_cohort", a, sex=s, first_language="english") for s, (a, _) in sexes.items()),
        *(
            figure("ks4_cohort", b, sex=s, first_language="other_language")
            for s, (_, b) in sexes.items()
        ),
    )

    assert "English 60 50 110 59.5" in page.text
    assert "Other or not recorded 5 0 5 2.7" in page.text
    assert "All pupils 95 90 185 100" in page.text


def test_what_officers_write_stands_after_what_the_figures_say(make: Make, figure: Figure) -> None:
    page = make(
        "attainment",
        figure("attainment_8", "50.0", cohort="900"),
        figure("attainment_8", "46.0", "england"),
        words="## Notes\n\nA note.\n\n## Areas of strength\n\n- The score was {attainment_8}.\n",
        actions="attainment,Do it.,It is done.,Soon\n",
    )
    strengths = page.under(STRENGTHS)

    assert strengths.index("above Exampleland") < strengths.index("The score was 50.0 points.")
    assert "How to read this chapter A note." in page.text
    assert "Do it. It is done. Soon" in page.under("Action plan")
