"""The chapter on children known to social care, made from invented figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]

GROUPS = ("in_need", "protection_plan", "looked_after")


def scores(figure: Figure, ours: str, england: str, cohort: str = "200") -> list[Any]:
    return [
        row
        for group in GROUPS
        for row in (
            figure("attainment_8_social_care", ours, social_care=group, cohort=cohort),
            figure("attainment_8_social_care", england, "england", social_care=group),
        )
    ]


def test_scores_above_england_are_strengths(make: Make, figure: Figure) -> None:
    page = make("children_in_need", *scores(figure, "25.0", "20.0"))

    assert "above" in page.under(STRENGTHS)
    assert page.under(DEVELOPMENTS) == ""


def test_scores_below_england_are_areas_for_development_with_small_groups_named(
    make: Make, figure: Figure
) -> None:
    page = make("children_in_need", *scores(figure, "13.0", "20.0", cohort="40"))

    assert "below Exampleland" in page.under(DEVELOPMENTS)
    assert "(40 children)" in page.under(DEVELOPMENTS)
    assert page.under(STRENGTHS) == ""


def test_scores_close_to_england_are_neither(make: Make, figure: Figure) -> None:
    page = make("children_in_need", *scores(figure, "20.2", "20.0"))

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_of_a_group_of_ten_or_fewer_nothing_is_said(make: Make, figure: Figure) -> None:
    page = make("children_in_need", *scores(figure, "15.0", "20.0", cohort="10"))

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_a_withheld_score_is_shown_as_withheld(make: Make, figure: Figure) -> None:
    page = make(
        "children_in_need",
        figure("attainment_8_social_care", "20.0", social_care="in_need", cohort="200"),
        figure("attainment_8_social_care", "c", social_care="looked_after"),
        figure("attainment_8_social_care", "21.0", "england", social_care="looked_after"),
    )

    assert "looked after" not in page.under(STRENGTHS) + page.under(DEVELOPMENTS)
    assert "[c] withheld to protect confidentiality" in page.text


def test_shares_are_context_and_never_better_or_worse(make: Make, figure: Figure) -> None:
    page = make(
        "children_in_need",
        figure("attainment_8_social_care", "20.0", social_care="in_need", cohort="200"),
        figure("share_sen_support", "18.0", social_care="in_need"),
        figure("share_sen_support", "28.0", "england", social_care="in_need"),
    )

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""
    assert any("SEN Support" in chart.alt for chart in page.charts)


def test_the_share_in_special_schools_is_worked_out_from_the_counts(
    make: Make, figure: Figure
) -> None:
    phases = {"primary": "60", "secondary": "20", "special": "20"}
    page = make(
        "children_in_need",
        figure("attainment_8_social_care", "20.0", social_care="in_need", cohort="200"),
        *(
            figure("pupils_in_state_funded_schools", count, social_care=group, phase=phase)
            for group in GROUPS
            for phase, count in phases.items()
        ),
    )

    assert "Children in need 60 20 20 100" in page.text
    assert "Special schools teach 20.0% of children in need" in page.text


def test_a_chapter_with_nothing_to_highlight_begins_with_its_figures(
    make: Make, figure: Figure
) -> None:
    near = [figure("attainment_8_social_care", "16.0", social_care="in_need", cohort="200")]
    near += [
        figure("attainment_8_social_care", "17.1", "england", social_care="in_need", cohort="9000")
    ]
    page = make("children_in_need", *near)

    assert (
        "In 2020/21 the average Attainment 8 score in Exampleshire was 16.0 for children in need, "
        "compared with 17.1 in Exampleland."
    ) in page.text
    assert "can come from chance alone in groups of this size." in page.text
    assert page.text.index("was 16.0 for") < page.text.rindex("Results at the end")
