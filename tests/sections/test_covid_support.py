"""The chapter on support in the pandemic, made from invented figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRENGTHS, DEVELOPMENTS = "Areas of strength", "Areas for development"
Make = Callable[..., Any]
Figure = Callable[..., Any]


def vouchers(figure: Figure, number: str, each: str, occasion: str) -> list[Any]:
    where = {"programme": "winter_grant", "occasion": occasion}
    return [figure("vouchers", number, **where), figure("voucher_value", each, **where)]


def test_what_vouchers_cost_is_worked_out_and_added_up(make: Make, figure: Figure) -> None:
    page = make(
        "covid_support",
        *vouchers(figure, "100", "30", "christmas"),
        *vouchers(figure, "200", "15", "easter"),
    )

    assert "Christmas holidays 100 £30 £3,000" in page.text
    assert "Easter holidays 200 £15 £3,000" in page.text
    assert "£6,000" in page.text


def test_a_number_that_was_withheld_leaves_the_amount_withheld(make: Make, figure: Figure) -> None:
    page = make(
        "covid_support",
        *vouchers(figure, "100", "30", "christmas"),
        *vouchers(figure, "c", "15", "easter"),
    )

    assert "Easter holidays [c] £15 [c]" in page.text
    assert "[c] withheld to protect confidentiality" in page.text


def test_devices_are_listed_by_who_paid(make: Make, figure: Figure) -> None:
    page = make(
        "covid_support",
        figure("devices", "30", funder="dfe", recipient="year_10_disadvantaged"),
        figure("devices", "70", funder="dfe", recipient="social_worker"),
        figure("devices", "40", funder="council", recipient="vulnerable"),
        figure("device_spend", "4000", funder="council", recipient="vulnerable"),
    )

    assert "paid for 100 devices in all" in page.text
    assert "£4,000" in page.text


def test_there_are_no_strengths_or_areas_for_development(make: Make, figure: Figure) -> None:
    page = make("covid_support", *vouchers(figure, "100", "30", "christmas"))

    assert page.under(STRENGTHS) == page.under(DEVELOPMENTS) == ""


def test_the_words_stand_under_their_own_headings(make: Make, figure: Figure) -> None:
    page = make(
        "covid_support",
        *vouchers(figure, "100", "30", "christmas"),
        words="## Pupils\n\nOne.\n\n## Families\n\nTwo.\n\n## Schools and leaders\n\nThree.\n",
    )

    assert "One." in page.under("Pupils")
    assert "Two." in page.under("Families")
    assert "£3,000" in page.under("Families")
    assert "Three." in page.under("Schools and leaders")
