"""What stands above a chart: its message in at most fifteen words, and what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.area import Role
from reportgen.document import plain
from reportgen.facts import Facts
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.wording import subtitle, trend_title
from tests.invented import ABSENCE, ROLL, SCORE, breaks, facts, row

YEARS = ("2016/17", "2017/18", "2018/19", "2019/20", "2020/21")
PRIMARY, SECONDARY = Group.of(phase="primary"), Group.of(phase="secondary")


def lines(measure: Measure, ours: str, england: str = "", near: str = "") -> Facts:
    areas = (("ours", ours), ("england", england), ("neighbours", near))
    return facts(
        *(
            row(measure, year, value, area)  # type: ignore[arg-type]
            for area, words in areas
            for year, value in zip(YEARS, words.split(), strict=False)
            if value != "."
        )
    )


def titled(world: Facts, measure: str = "score") -> str:
    return plain(trend_title(world, measure))


@pytest.mark.parametrize(
    ("ours", "england", "near", "expected"),
    [
        (
            "52 52 52",
            "50 50 50",
            "51 51 51",
            "Pupils scored above England and statistical neighbours in each of the three years to "
            "2018/19",
        ),
        (
            "52 52 52",
            "50 50 50",
            "",
            "Pupils in Ourshire scored above England in each of the three years to 2018/19",
        ),
        (
            "49 52 52 52",
            "50 50 50 50",
            "",
            "Pupils in Ourshire scored above England in each of the three years to 2019/20",
        ),
        ("49 49 52", "50 50 50", "", "Pupils in Ourshire scored above England in 2018/19"),
        (
            "50 50 50",
            "50 50 50",
            "",
            "Pupils in Ourshire scored level with England in each of the three years to 2018/19",
        ),
        (
            "52 52 52",
            "50 50 50",
            "51 51 53",
            "Pupils in Ourshire scored above England and below statistical neighbours in 2018/19",
        ),
        ("52 52 52", "", "", "The average score in Ourshire was 52.0 in 2018/19"),
        (
            "51 52 c",
            "",
            "",
            "The average score in Ourshire rose from 51.0 in 2016/17 to 52.0 in 2017/18",
        ),
        ("52 52 c", "50 50 50", "", "The average score in Ourshire was 52.0 in 2017/18"),
        ("c c c", "50 50 50", "", "Average score in Ourshire, 2016/17 to 2018/19"),
    ],
)
def test_a_line_is_titled_with_what_it_bears_out(
    ours: str, england: str, near: str, expected: str
) -> None:
    assert titled(lines(SCORE, ours, england, near)) == expected


def test_every_year_is_not_said_of_years_with_a_gap() -> None:
    world = lines(SCORE, "52 52 . 52 52", "50 50 50 50 50")
    assert titled(world) == "Pupils in Ourshire scored above England in 2020/21"


def test_a_rate_is_the_subject_of_its_own_title() -> None:
    world = lines(ABSENCE, "4 4 4", "5 5 5")
    assert titled(world, "absence") == (
        "The absence rate was below England’s in each of the three years to 2018/19"
    )


def test_a_measure_without_a_direction_has_a_plain_title() -> None:
    world = lines(ROLL, "900 901", "800 801")
    assert titled(world, "roll") == (
        "The number of pupils in Ourshire rose from 900 in 2016/17 to 901 in 2017/18"
    )


def test_a_rise_that_hides_a_turn_is_not_in_a_title() -> None:
    world = lines(ROLL, "900 990 901")
    assert titled(world, "roll") == "The number of pupils in Ourshire was 901 in 2018/19"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "absence rate",
            "The absence rate was above England and Mid England and below {} in 2020/21",
        ),
        (
            "rate of absence from school",
            "The rate of absence from school was above England’s and below {}’ in 2020/21",
        ),
    ],
)
def test_where_words_are_short_the_area_that_tells_the_same_is_left_out(
    name: str, expected: str
) -> None:
    measure = replace(ABSENCE, name=name.capitalize(), phrase=name)
    values: dict[Role, str] = {
        "ours": "5.5",
        "england": "5.0",
        "neighbours": "6.0",
        "region": "4.9",
    }
    world = facts(*(row(measure, "2020/21", value, role) for role, value in values.items()))
    title = trend_title(world, "absence", against=("neighbours", "region", "england"))
    assert plain(title) == expected.format("statistical neighbours")


def test_a_break_does_not_stop_a_title_about_each_year_within_itself() -> None:
    world = lines(breaks(SCORE, "2018/19"), "52 52 52", "50 50 50")
    assert titled(world) == (
        "Pupils in Ourshire scored above England in each of the three years to 2018/19"
    )


def test_a_subtitle_has_measure_place_and_period() -> None:
    world = lines(SCORE, "52 52 52")
    periods = world.periods("score")
    assert plain(subtitle(world, "score", periods)) == (
        "Average score (points), Ourshire, 2016/17 to 2018/19"
    )
    both = ("neighbours", "england")
    assert plain(subtitle(world, "score", periods, (), both)) == (  # type: ignore[arg-type]
        "Average score (points), Ourshire, statistical neighbours and England, 2016/17 to 2018/19"
    )
    assert plain(subtitle(lines(ROLL, "9"), "roll", periods[:1])) == (
        "Pupils on roll, Ourshire, 2016/17"
    )
    assert plain(subtitle(world, "score", periods[-1:], (PRIMARY, SECONDARY))) == (
        "Average score by type of school (points), Ourshire, 2018/19"
    )
    assert plain(subtitle(world, "score", periods[-1:], (Group.of(sex="girls"),))) == (
        "Average score (points), girls, Ourshire, 2018/19"
    )


values = st.lists(st.sampled_from(["48", "50", "50.04", "52", "c", "."]), min_size=1, max_size=5)


@given(ours=values, england=values, near=values)
@settings(deadline=None, max_examples=150)
def test_no_title_is_longer_than_fifteen_words(
    ours: list[str], england: list[str], near: list[str]
) -> None:
    world = lines(SCORE, *(" ".join(words) for words in (ours, england, near)))
    title = plain(trend_title(world, "score", EVERYONE))
    assert 0 < len(title.split()) <= 15
    assert title[0].isupper()
