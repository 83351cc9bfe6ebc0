"""Key figures: the number large, what it is, and what it stands beside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.errors import DataError
from reportgen.section import key_figures
from reportgen.section.tiles import tile
from reportgen.settings import KeyFigure
from tests.invented import MEAN, facts, row
from tests.reading import plain, tiles, why


def test_a_tile_has_the_latest_figure_and_its_benchmarks() -> None:
    known = facts(
        row("score", "2020/21", 59),
        row("score", "2019/20", 58),
        row("score", "2020/21", 51, "england"),
        row("score", "2020/21", "53.25", MEAN),
        row("score", "2020/21", 55, "region"),
    )

    assert tiles(key_figures(known, ("score", "average score"))) == [
        ("59.0", "average score", "England 51.0, neighbours 53.3")
    ]


def test_without_a_benchmark_a_tile_has_the_counts_its_date_and_its_publisher() -> None:
    known = facts(
        row("absence", "2020/21", "4.4", numerator=44, denominator=1000),
        row("worth", "2020/21", 15, source=""),
    )

    assert tiles(key_figures(known, ("absence", "are absent"), ("worth", "each"))) == [
        ("4.4%", "are absent", "44 of 1,000; 2020/21, Office of Invention"),
        ("£15", "each", "2020/21"),
    ]


def test_a_withheld_benchmark_is_left_out() -> None:
    known = facts(row("score", "2020/21", 59), row("score", "2020/21", "c", "england"))

    assert tiles(key_figures(known, ("score", "score")))[0][2] == "2020/21, Office of Invention"


def test_a_withheld_figure_has_no_tile_and_the_one_before_it_stands_for_nothing() -> None:
    known = facts(
        row("score", "2019/20", 58), row("score", "2020/21", "c"), row("roll", "2020/21", 900)
    )

    assert tiles(key_figures(known, ("score", "score"), ("roll", "pupils"))) == [
        ("900", "pupils", "2020/21, Office of Invention")
    ]


def test_measures_without_a_figure_for_everyone_are_left_out() -> None:
    known = facts(row("roll", "2020/21", 900), row("score", "2020/21", 61, sex="girls"))

    assert tiles(key_figures(known, ("score", "score"), ("roll", "pupils")))[0][:2] == (
        "900",
        "pupils",
    )
    assert why(key_figures(known, ("score", "score"))) == "there is no figure for any of them"


def test_a_key_figure_of_the_settings_is_the_one_it_mentions() -> None:
    known = facts(
        row("score", "2019/20", 58),
        row("score", "2020/21", 59),
        row("score", "2019/20", 51, "england"),
    )
    found = tile(known, KeyFigure("score | 2019/20", "average score"))

    assert (found.number.text, plain(found.what)) == ("58.0", "average score")
    assert plain(found.beside) == "England 51.0"


def test_what_the_settings_say_beside_a_figure_may_mention_others() -> None:
    known = facts(row("score", "2019/20", 58), row("score", "2020/21", 59))
    beside = KeyFigure("score | 2020/21", "score", "{score | 2019/20} the year before")
    found = tile(known, beside)

    assert plain(found.beside) == "58.0 points the year before"
    assert found.beside[0].fact is known.observations[0]  # type: ignore[union-attr]


def test_the_settings_may_say_how_a_figure_is_written() -> None:
    known = facts(row("worth", "2020/21", 2252540))

    assert tile(known, KeyFigure("worth | 2020/21 | short", "spent")).number.text == "£2.25m"


@pytest.mark.parametrize("part", ["figure", "beside"])
def test_a_mention_of_no_figure_is_refused(part: str) -> None:
    known = facts(row("score", "2020/21", 59))
    figure = KeyFigure("score | 2020/21", "score")
    lost = "score | 2011/12" if part == "figure" else "{score | 2011/12}"

    with pytest.raises(DataError, match="2011/12"):
        tile(known, replace(figure, **{part: lost}))
