"""The chapter on Ofsted, made from invented figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]

PUPILS = "pupils_good_outstanding_schools"


def year(figure: Figure, value: str, period: str = "2019", area: str = "ours") -> Any:
    return figure(PUPILS, value, area, period, kind="as at")


def test_a_share_above_england_is_a_strength(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "90"), year(figure, "85", area="england"))

    assert "above Exampleland" in page.under(STRENGTHS)
    assert page.under(DEVELOPMENTS) == ""


def test_a_share_below_england_is_an_area_for_development(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "80"), year(figure, "85", area="england"))

    assert "below Exampleland" in page.under(DEVELOPMENTS)
    assert page.under(STRENGTHS) == ""


def test_the_same_share_as_england_is_neither(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "85"), year(figure, "85", area="england"))

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""
    assert (
        "In 2019 the share of pupils in good or outstanding schools in Exampleshire was 85%, "
        "compared with 85% in Exampleland."
    ) in page.text
    assert "chance" not in page.text


def test_how_far_the_share_is_from_englands_is_said_in_points(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "90"), year(figure, "85", area="england"))

    assert "was 5 percentage points above Exampleland." in page.text


def test_years_without_a_figure_are_gaps(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "80", "2015"), year(figure, "90"))
    chart = next(chart for chart in page.charts if chart.categories[0] == "2015")
    known = [point.number is not None for point in chart.series[0].points]

    assert known == [True, False, False, False, True]


def test_a_share_that_is_not_available_is_shown_as_such(make: Make, figure: Figure) -> None:
    page = make("ofsted", year(figure, "80", "2017"), year(figure, "x", "2018"), year(figure, "90"))

    assert "[x] not available" in page.text


def test_grades_are_counted_and_their_shares_worked_out(make: Make, figure: Figure) -> None:
    grades = {"outstanding": "20", "good": "60", "requires improvement": "15", "inadequate": "5"}
    page = make(
        "ofsted",
        *(
            figure("schools_by_rating", n, period="2021-08-31", kind="as at", ofsted_grade=grade)
            for grade, n in grades.items()
        ),
    )

    assert "Outstanding 20 20.0%" in page.text
    assert "80.0% of inspected schools were good or outstanding: 80 of 100." in page.text
    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_pupils_and_schools_never_share_a_chart(make: Make, figure: Figure) -> None:
    page = make(
        "ofsted",
        year(figure, "90"),
        figure("schools_by_rating", "5", period="2021-08-31", kind="as at", ofsted_grade="good"),
        figure("ey_providers_good_outstanding", "96", period="2019", kind="as at"),
    )
    measures = [
        {point.number.fact.measure.id for series in chart.series for point in series.points}
        for chart in page.charts
    ]

    assert len(measures) == 3
    assert all(len(found) == 1 for found in measures)


def graded(figure: Figure, **grades: str) -> list[Any]:
    where = {"period": "2025-08-31", "kind": "as at"}
    return [
        figure("schools_by_rating", n, ofsted_grade=grade, **where) for grade, n in grades.items()
    ]


def test_one_school_is_told_in_words_without_a_chart_or_a_share(make: Make, figure: Figure) -> None:
    page = make(
        "ofsted",
        *graded(figure, outstanding="0", good="1", requires_improvement="0", inadequate="0"),
        year(figure, "100", "2025-08-31"),
        year(figure, "85", "2025-08-31", "england"),
    )

    assert (
        "At 31 August 2025 one school in Exampleshire had an overall grade from Ofsted, and was "
        "rated good. Of so few schools no share is given."
    ) in page.text
    assert page.charts == page.tables == ()
    assert page.under(STRENGTHS) == ""
    assert "%" not in page.text


def test_four_schools_are_told_by_their_grades(make: Make, figure: Figure) -> None:
    grades = {"outstanding": "1", "good": "2", "requires_improvement": "1", "inadequate": "0"}
    page = make("ofsted", *graded(figure, **grades))

    assert (
        "four schools in Exampleshire had an overall grade from Ofsted: one school rated "
        "outstanding, two schools rated good and one school rated as requiring improvement."
    ) in page.text
    assert page.charts == ()


def test_no_school_at_all_is_said(make: Make, figure: Figure) -> None:
    page = make("ofsted", *graded(figure, outstanding="0", good="0"))

    assert "At 31 August 2025 no school in Exampleshire had an overall grade" in page.text


def test_five_schools_have_a_chart(make: Make, figure: Figure) -> None:
    page = make("ofsted", *graded(figure, outstanding="2", good="3"))

    assert [chart.kind for chart in page.charts] == ["bars"]
    assert "100.0% of inspected schools were good or outstanding: 5 of 5." in page.text
