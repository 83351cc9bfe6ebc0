"""Errors: what went wrong, where, and what to do next, in words an officer can act on."""

from __future__ import annotations

import pytest

from reportgen import errors
from reportgen.errors import (
    DataError,
    Place,
    Problem,
    ProjectError,
    ReportgenError,
    did_you_mean,
)


def test_a_place_names_the_file_the_row_and_the_column() -> None:
    assert str(Place("figures/a.csv", 41, "value")) == "figures/a.csv, row 41, column “value”"
    assert str(Place("words/a.md", 3)) == "words/a.md, row 3"
    assert str(Place("report.toml")) == "report.toml"


def test_a_problem_says_where_then_what_then_what_to_do() -> None:
    problem = Problem("there is no such area", Place("figures/a.csv", 4), "add it to report.toml")

    assert str(problem) == (
        "figures/a.csv, row 4: there is no such area\n    add it to report.toml"
    )


def test_a_problem_may_have_neither_place_nor_hint() -> None:
    assert str(Problem("nothing to build")) == "nothing to build"


def test_an_error_says_all_of_its_problems() -> None:
    error = DataError(Problem(what) for what in ("the first", "the second"))

    assert [problem.what for problem in error.problems] == ["the first", "the second"]
    assert str(error) == "the first\nthe second"


def test_an_error_of_one_problem_holds_it_alone() -> None:
    problem = Problem("only this")

    assert ProjectError(problem).problems == (problem,)


def test_each_kind_of_error_has_an_exit_status_of_its_own() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, ReportgenError)
    ]

    assert sorted(kind.exit_code for kind in kinds) == list(range(1, len(kinds) + 1))


@pytest.mark.parametrize("status", [0, 1])
def test_no_kind_of_error_ends_as_success_or_as_a_bug(status: int) -> None:
    kinds = ReportgenError.__subclasses__()

    assert len(kinds) == 7
    assert status not in {kind.exit_code for kind in kinds}


def test_a_misspelt_word_is_answered_with_the_nearest_in_its_own_spelling() -> None:
    assert did_you_mean(" ATTAINMENT_9 ", ["Attainment_8", "exclusions"]) == (
        "did you mean “Attainment_8”?"
    )


def test_a_word_near_to_two_is_answered_with_both() -> None:
    hint = did_you_mean("boy", ["boys", "buoy", "girls"])

    assert hint in ("did you mean “boys” or “buoy”?", "did you mean “buoy” or “boys”?")


def test_a_word_near_to_none_is_answered_with_what_else_there_is_to_say() -> None:
    assert did_you_mean("zebra", ["girls", "boys"], "use girls or boys") == "use girls or boys"
    assert did_you_mean("zebra", [], "") == ""
