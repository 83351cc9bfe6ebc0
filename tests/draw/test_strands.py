"""Series turned into values, words and looks."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from reportgen.document import Chart, Point, Series
from reportgen.draw.colour import ENOUGH, SEEN, contrast
from reportgen.draw.strands import like, strands
from reportgen.facts import Missing
from reportgen.theme import Theme


def chart(charts: ModuleType) -> Chart:
    rows = [charts.series(role, [50.04, None, Missing.SUPPRESSED]) for role in charts.ROLES]
    return charts.chart("line", ("2018", "2019", "2020"), *rows)


def test_bars_are_as_long_as_the_values_displayed(charts: ModuleType, theme: Theme) -> None:
    ours = strands(replace(chart(charts), kind="bars"), theme)[0]
    assert [spot.value for spot in ours.spots] == [50.0, None, None]
    assert [spot.text for spot in ours.spots] == ["50.0", "", "[c]"]


def test_points_of_a_line_stand_at_the_values_themselves(charts: ModuleType, theme: Theme) -> None:
    ours = strands(chart(charts), theme)[0]
    assert [spot.value for spot in ours.spots] == [50.04, None, None]
    assert [spot.text for spot in ours.spots] == ["50.0", "", "[c]"]


def test_every_bar_can_be_seen_on_the_ground(charts: ModuleType, theme: Theme) -> None:
    for strand in strands(chart(charts), theme):
        assert contrast(strand.fill, theme.colour["ground"]) >= SEEN


def test_every_ink_can_be_read_on_the_panel(charts: ModuleType, theme: Theme) -> None:
    for strand in strands(chart(charts), theme):
        assert contrast(strand.ink, theme.colour["panel"]) >= ENOUGH
        assert strand.colour == theme.colour[strand.role]


def test_only_our_own_line_is_bold_and_only_england_is_dashed(
    charts: ModuleType, theme: Theme
) -> None:
    found = strands(chart(charts), theme)
    assert [strand.bold for strand in found] == [True, False, False, False]
    assert [bool(strand.dashes) for strand in found] == [False, False, False, True]


def test_a_series_with_nothing_to_show_is_left_out(charts: ModuleType, theme: Theme) -> None:
    empty = Series("Nowhere", (Point(None),), "region")
    made = charts.chart("bars", ("All",), charts.series("ours", [1.0]), empty)
    assert [strand.name for strand in strands(made, theme)] == ["Westshire"]


def test_the_unit_comes_from_a_number_that_is_there(charts: ModuleType) -> None:
    made = charts.chart(
        "bars", ("A", "B"), charts.series("ours", [Missing.SUPPRESSED, 2.0], 1, charts.SHARE)
    )
    found = like(made)
    assert found
    assert found.fact.unit == charts.SHARE
    assert like(charts.chart("bars", ("A",), charts.series("ours", [None]))) is None
