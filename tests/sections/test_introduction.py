"""The introduction, made from invented figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]


def schools(figure: Figure, kind: str, number: str, academies: str = "") -> list[Any]:
    where = {"period": "2021-09", "kind": "as at", "school_type": kind}
    rows = [figure("schools", number, **where)]
    return rows + ([figure("schools_academy", academies, **where)] if academies else [])


def test_schools_are_added_up_and_those_within_others_counted_once(
    make: Make, figure: Figure
) -> None:
    page = make(
        "introduction",
        *schools(figure, "primary_all", "30", "7"),
        *schools(figure, "infant", "10", "3"),
        *schools(figure, "junior", "20", "4"),
        *schools(figure, "special_school", "5", "1"),
    )

    assert "All schools 35 8" in page.text


def test_academies_that_are_not_known_leave_the_total_unknown(make: Make, figure: Figure) -> None:
    page = make(
        "introduction",
        *schools(figure, "primary_all", "30", "7"),
        *schools(figure, "nursery", "2"),
    )

    assert "Nursery 2 [x]" in page.text
    assert "All schools 32 [x]" in page.text
    assert "[x] not available" in page.text


def test_a_big_number_names_the_counts_behind_it_and_its_date(make: Make, figure: Figure) -> None:
    page = make(
        "introduction",
        figure(
            "pupils_ethnic_minority_share",
            "25",
            period="2021-01",
            kind="census",
            numerator="500",
            denominator="2000",
        ),
    )

    assert "25%" in page.text
    assert "500 of 2,000" in page.text
    assert "January 2021" in page.text


def test_each_year_group_has_a_row_of_its_own(make: Make, figure: Figure) -> None:
    where = {"period": "", "kind": "undated", "phase": "primary"}
    page = make(
        "introduction",
        figure("age_at_31_august", "5", year_group="year_1", key_stage="ks1", **where),
        figure("age_at_31_august", "6", year_group="year_2", key_stage="ks1", **where),
    )

    assert "Year 1 Key stage 1 Primary 5" in page.text
    assert "Year 2 Key stage 1 Primary 6" in page.text


def test_there_are_no_strengths_or_areas_for_development(make: Make, figure: Figure) -> None:
    page = make(
        "introduction",
        figure("cyp_share_of_population", "30", period="mid-2018", kind="as at"),
        figure("cyp_share_of_population", "20", "england", period="mid-2018", kind="as at"),
    )

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""
