"""Where lines lie and where they go, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.document import Chart, Point, Series
from reportgen.facts import Derived
from reportgen.wording.lines import courses, standing
from tests.invented import ABSENCE, POINTS, SCORE
from tests.wording.test_alt import chart, point

YEARS = tuple(str(year) for year in range(2014, 2020))


def line(*ours: object, **others: list[object]) -> Chart:
    return chart("line", *YEARS[: len(ours)], ours=[*ours], **others)


def test_a_line_above_for_some_years_and_below_in_the_last_says_both() -> None:
    drawn = line(5, 5, 5, 3, england=[4, 4, 4, 4])
    assert standing(drawn) == (
        "The line for the Isles of Scilly is above that for England in 3 of 4 years, "
        "but below it in 2017."
    )


def test_years_without_both_figures_are_not_counted() -> None:
    drawn = line(5, None, 6, 3, england=[4, 4, None, 2])
    assert standing(drawn).endswith(
        "above that for England in each of the two years with both figures."
    )


def test_lines_that_meet_are_level() -> None:
    drawn = line(5, 5, 4, england=[5, 5, 5])
    assert standing(drawn).startswith("The line for the Isles of Scilly is level with that for")
    assert "in 2 of 3 years, but below it in 2016; furthest apart in 2016." in standing(drawn)


def test_dates_are_no_years() -> None:
    drawn = chart("line", "March 2020", "May 2020", ours=[1, 2], england=[0, 0])
    assert standing(drawn).endswith("above that for England at every date.")


def test_neighbours_stand_in_where_england_is_not_drawn() -> None:
    assert "above that for statistical neighbours" in standing(line(5, 6, neighbours=[4, 4]))
    assert standing(line(5, 6)) == ""
    assert standing(line(5, 6, region=[4, 4])) == ""


def test_the_widest_gap_is_named_only_where_there_is_one() -> None:
    assert "furthest" not in standing(line(5, 6, 5, england=[4, 5, 4]))
    assert "furthest apart in 2015, at 9.0 and 4.0" in standing(line(5, 9, 5, england=[4, 4, 4]))


def test_a_line_goes_up_down_or_neither() -> None:
    similar = replace(SCORE, tolerance=Decimal("0.4"))
    assert "The Isles of Scilly up from 5.0 to 5.3" in courses(line(5, 9, "5.3"))
    assert "The Isles of Scilly down from 5.0 to 4.0" in courses(line(5, 9, 4))
    assert "The Isles of Scilly 5.0 in both 2014 and 2016" in courses(line(5, 9, 5))
    numbers = tuple(point(value, similar) for value in (5, 9, "5.3"))
    drawn = replace(line(5, 9, 5), series=(Series("Ourshire", numbers, "ours"),))
    assert courses(drawn) == "Ourshire from 5.0 to 5.3."


def test_a_line_that_begins_later_says_when() -> None:
    told = courses(line(1, 2, 3, 4, england=[None, 5, 6, None]))
    assert told.endswith("England up from 5.0 in 2015 to 6.0 in 2016.")
    assert courses(line(1, 2, 3, england=[None, 5, None])).endswith("England 5.0 in 2015.")
    broken = replace(line(1, 2, 3, england=[4, 5, None]), joined=(True, False))
    assert courses(broken) == (
        "Since the last break, in 2016: the Isles of Scilly 3.0; England no figure."
    )


def test_the_highest_and_the_lowest_are_told_where_they_are_not_at_the_ends() -> None:
    assert courses(line(3, 9, 1, 4)).endswith(
        "up from 3.0 to 4.0, highest 9.0 in 2015, lowest 1.0 in 2016."
    )
    assert courses(line(3, 9, 9, 4)).endswith("up from 3.0 to 4.0, highest 9.0 first in 2015.")
    assert courses(line(3, 4, 5, 6)).endswith("up from 3.0 to 6.0.")


def test_of_four_lines_two_are_followed_and_two_named() -> None:
    told = courses(line(1, 2, neighbours=[1, 2], region=[1, 2], england=[1, 3]))
    assert told == ("The Isles of Scilly up from 1.0 to 2.0; England up from 1.0 to 3.0.")


def test_a_minus_is_a_word_and_a_percent_sign_stays() -> None:
    points = (point("-1.5", ABSENCE), point("-0.5", ABSENCE))
    drawn = replace(line(1, 2), series=(Series("Ourshire", points, "ours"),))
    assert courses(drawn) == "Ourshire up from minus 1.5% to minus 0.5%."


def test_a_figure_worked_out_from_nothing_is_never_similar() -> None:
    nothing = tuple(
        Point(replace(point(1).number, fact=Derived(Decimal(n), POINTS, 1, "made", ())))  # type: ignore[type-var]
        for n in (1, 2)
    )
    drawn = replace(line(1, 2), series=(Series("Ourshire", nothing, "ours"),))
    assert "up from 1.0 to 2.0" in courses(drawn)
