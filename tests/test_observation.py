"""Numbers as published and as worked out: withheld ones stay withheld, and cells are remembered."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.facts import Cell, Derived, Missing, Observation, behind, difference
from reportgen.show import show
from tests.invented import PERCENT, facts, row


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("[c]", "withheld to protect confidentiality"),
        ("[z]", "not applicable"),
        ("[x]", "not available"),
        ("[low]", "rounds to zero but is not zero"),
        ("[k]", "rounds to zero but is not zero"),
        ("[u]", "too unreliable to publish"),
    ],
)
def test_every_reason_has_its_symbol_and_its_words(symbol: str, words: str) -> None:
    reasons = {reason.symbol: reason.words for reason in Missing}

    assert reasons[symbol] == words
    assert len(reasons) == 6


def test_a_cell_is_named_by_file_row_and_column() -> None:
    assert str(Cell("figures/a.csv", 41, "cohort")) == "figures/a.csv row 41 cohort"


def test_a_published_number_came_from_one_cell() -> None:
    (first, second) = facts(row("score", "2019/20", 58), row("score", "2020/21", 59)).observations

    assert first.cells == (Cell("figures/invented.csv", 2, "value"),)
    assert second.cells == (Cell("figures/invented.csv", 3, "value"),)


def test_a_worked_out_number_came_from_every_cell_it_rests_on_each_once() -> None:
    a, b = facts(row("score", "2019/20", 58), row("score", "2020/21", 59)).observations
    gap = difference(b, a)
    again = Derived(Decimal(1), PERCENT, 0, "invented", (gap, a, b))

    assert gap.cells == (b.cell, a.cell)
    assert again.cells == (b.cell, a.cell)


def test_a_count_behind_a_figure_is_a_figure_of_its_own() -> None:
    rate = row("absence", "2020/21", "4.4", numerator=44, denominator=1000, phase="primary")
    count = behind(rate, "numerator")
    whole = behind(rate, "denominator")

    assert count is not None
    assert whole is not None
    assert (show(count, "unit"), show(whole, "unit")) == ("44 absences", "1,000 pupils")
    assert (count.group, count.period, count.area) == (rate.group, rate.period, rate.area)
    assert (count.cell.column, whole.cell.column) == ("numerator", "denominator")
    assert count.places == 0


def test_what_is_counted_may_be_named_for_one_sentence() -> None:
    rate = row("absence", "2020/21", "4.4", numerator=12)
    count = behind(rate, "numerator", "days lost")

    assert count is not None
    assert show(count, "unit") == "12 days lost"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("permanent exclusions", "one permanent exclusion"),
        ("children", "one child"),
        ("entries", "one entry"),
        ("pass", "one pass"),
        ("staff", "one staff"),
    ],
)
def test_one_of_what_is_counted_is_named_in_the_singular(many: str, one: str) -> None:
    count = behind(row("absence", "2020/21", "4.4", numerator=1), "numerator", many)

    assert count is not None
    assert show(count, "words") == one


@pytest.mark.parametrize("column", ["numerator", "denominator", "cohort"])
def test_a_count_that_the_source_does_not_give_is_none_and_no_zero(column: str) -> None:
    figure: Observation = row("score", "2020/21", 59)

    assert behind(figure, column) is None  # type: ignore[arg-type]


def test_a_count_of_nobody_is_a_zero_and_not_nothing() -> None:
    rate = row("absence", "2020/21", "0", numerator=0)
    count = behind(rate, "numerator")

    assert count is not None
    assert show(count, "unit") == "0 absences"


def test_a_withheld_figure_may_still_have_a_count_behind_it() -> None:
    rate = row("absence", "2020/21", "c", denominator=1000)
    whole = behind(rate, "denominator")

    assert rate.value is Missing.SUPPRESSED
    assert whole is not None
    assert show(whole) == "1,000"
