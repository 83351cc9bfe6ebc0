"""Figures that are given twice are refused, those of one file or of a copy in one message."""

from __future__ import annotations

import pytest

from tests.load.test_figures import ROW, Read, problems


def test_a_figure_given_twice_names_both_rows(figures: Read) -> None:
    (within,) = problems(lambda: figures(ROW.format("1") + ROW.format("1.0")))
    assert within.startswith("figures/1.csv, row 3: the same figure as row 2: score, Ourshire")
    (across,) = problems(lambda: figures(ROW.format("1"), ROW.format("2")))
    assert across.startswith("figures/2.csv, row 2: the same figure as row 2 of figures/1.csv")


def test_rows_that_were_pasted_in_twice_are_told_once(figures: Read) -> None:
    years = [f"{year}/{(year + 1) % 100:02d}" for year in range(2001, 2013)]
    rows = "".join(ROW.format("1").replace("2020/21", year) for year in years)
    (same,) = problems(lambda: figures(rows + rows))
    (other,) = problems(lambda: figures(rows + rows.replace(",1,", ",2,")))

    assert same.startswith(
        "figures/1.csv, row 14: 12 rows from here on give figures that stand above, with the same "
        "values: this one that of row 2"
    )
    assert "12 of them with another value, the first in row 14 here and row 2 above" in other


@pytest.mark.parametrize(
    ("value", "what"),
    [("40", "with the same values"), ("41", "the first in row 2 here and row 2 there")],
)
def test_a_file_that_was_copied_is_one_problem(figures: Read, value: str, what: str) -> None:
    years = ("2017/18", "2018/19", "2019/20", "2020/21")
    one, other = (
        "".join(ROW.format(number).replace("2020/21", year) for year in years)
        for number in ("40", value)
    )
    (problem,) = problems(lambda: figures(one, other))
    assert problem.startswith("figures/2.csv: all 4 rows also stand in figures/1.csv, ")
    assert what in problem
