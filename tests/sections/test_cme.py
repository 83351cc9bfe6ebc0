"""The chapter on children missing education, made from invented figures: nothing is judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]
Figure = Callable[..., Any]


def count(figure: Figure, value: str, term: str, area: str = "ours") -> Any:
    return figure("cme_children", value, area, f"autumn term {term}", kind="term")


def test_one_number_is_a_sentence_and_no_chart(make: Make, figure: Figure) -> None:
    page = make("cme", count(figure, "570", "2025"), count(figure, "9000", "2025", "england"))

    assert "In the autumn term 2025 the number of children missing education" in page.text
    assert "was 570." in page.text
    assert page.charts == ()
    assert "Exampleland" not in page.text


def test_two_numbers_are_a_change_and_a_chart(make: Make, figure: Figure) -> None:
    page = make("cme", count(figure, "500", "2024"), count(figure, "570", "2025"))

    assert "rose by 70 (14.0%) between autumn term 2024 and autumn term 2025" in page.text
    assert [chart.kind for chart in page.charts] == ["columns"]
    assert page.under("Areas for development") == page.under("Areas of strength") == ""
