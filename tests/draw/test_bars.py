"""Bars: from zero, with their values at their ends and a name for each series."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.draw.bars import lay_out_bars
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Picture, Stroke, Words
from reportgen.errors import RenderError
from reportgen.facts import Missing
from reportgen.theme import Theme

WIDTH = 470.0
GROUPS = ("SEN support", "Disadvantaged", "Free school meals", "EHC plan")


def bars(picture: Picture, role: str) -> list[Box]:
    return [m for m in picture.marks if isinstance(m, Box) and m.name == f"bar {role}"]


def words(picture: Picture, name: str) -> list[Words]:
    return [m for m in picture.marks if isinstance(m, Words) and m.name == name]


def zero(picture: Picture) -> float:
    (line,) = [m for m in picture.marks if isinstance(m, Stroke) and m.name == "zero"]
    return line.points[0][0]


def test_bars_begin_at_zero_and_are_as_long_as_their_values(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    values = [46.1, 40.8, 39.6, 17.4]
    rows = (charts.series("ours", values), charts.series("england", [36.7, 40.3, 39.1, 15.7]))
    picture = lay_out_bars(charts.chart("bars", GROUPS, *rows), theme, faces, WIDTH)
    found = bars(picture, "ours")
    assert {bar.left for bar in found} == {zero(picture)}
    lengths = [bar.right - bar.left for bar in found]
    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [value / values[0] for value in values]
    )


def test_bars_below_zero_go_the_other_way_with_their_values_outside(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [0.3, -0.5], 1)
    picture = lay_out_bars(charts.chart("bars", ("Girls", "Boys"), row), theme, faces, WIDTH)
    up, down = bars(picture, "ours")
    assert up.left == down.right == zero(picture)
    (value,) = [mark for mark in words(picture, "value") if mark.text == "−0.5"]
    assert value.align == "right"
    assert value.x < down.left


def test_the_first_bars_carry_the_names(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    rows = (charts.series("ours", [46.1, 40.8]), charts.series("england", [36.7, 40.3]))
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], *rows), theme, faces, WIDTH)
    names, values = words(picture, "name"), words(picture, "value")
    assert [name.text for name in names] == ["Westshire", "England"]
    assert [name.y for name in names] == [value.y for value in values[:2]]
    assert not words(picture, "key")


def test_names_too_long_for_the_bars_stand_in_a_key(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    rows = (charts.series("ours", [46.1, 40.8]), charts.series("neighbours", [36.7, 40.3]))
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], *rows), theme, faces, 220)
    assert [mark.text for mark in words(picture, "key")] == ["Westshire", "Statistical neighbours"]
    assert not words(picture, "name")


def test_a_single_series_needs_no_name(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    row = charts.series("ours", [46.1, 40.8])
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], row), theme, faces, WIDTH)
    assert not words(picture, "name")
    assert not words(picture, "key")


def test_a_withheld_value_is_a_grey_symbol_at_zero_and_no_bar(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [Missing.SUPPRESSED, 20.1])
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], row), theme, faces, WIDTH)
    assert len(bars(picture, "ours")) == 1
    (symbol,) = [mark for mark in words(picture, "value") if mark.text == "[c]"]
    assert symbol.colour == theme.colour["muted"]
    assert zero(picture) < symbol.x < zero(picture) + 6


def test_height_fits_the_number_of_bars(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    def height(count: int) -> float:
        row = charts.series("ours", [10.0] * count)
        names = [f"Group {at}" for at in range(count)]
        return lay_out_bars(charts.chart("bars", names, row), theme, faces, WIDTH).height

    assert height(8) == pytest.approx(8 * height(1))
    assert height(1) < 40


def test_the_space_between_groups_is_narrower_than_a_bar(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    rows = (charts.series("ours", [46.1, 40.8]), charts.series("england", [36.7, 40.3]))
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], *rows), theme, faces, WIDTH)
    ours, england = bars(picture, "ours"), bars(picture, "england")
    assert 0 < england[0].bottom - ours[1].top < ours[0].top - ours[0].bottom


def test_equal_labels_have_equal_bars(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    row = charts.series("ours", [89.6, 90.4], 0)
    picture = lay_out_bars(charts.chart("bars", GROUPS[:2], row), theme, faces, WIDTH)
    one, other = bars(picture, "ours")
    assert one.right == other.right


def test_more_than_four_series_are_refused(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    rows = [charts.series("ours", [1.0])] * 5
    with pytest.raises(RenderError, match="5 series"):
        lay_out_bars(charts.chart("bars", ("All",), *rows), theme, faces, WIDTH)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), width=st.sampled_from([300.0, 470.0, 700.0]))
def test_labels_of_any_chart_touch_nothing(
    data: st.DataObject, width: float, charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    chart = data.draw(charts.random_charts("bars", lowest=-1))
    picture = lay_out_bars(chart, theme, faces, width)
    assert list(charts.faults(picture, faces)) == []
    start = zero(picture)
    for mark in picture.marks:
        if isinstance(mark, Box) and mark.name.startswith("bar "):
            assert start in (mark.left, mark.right)
