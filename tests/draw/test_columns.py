"""Columns: from zero, values on top, dates below."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.draw.columns import lay_out_columns
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Picture, Stroke, Words
from reportgen.facts import Missing
from reportgen.theme import Theme

WIDTH = 470.0
DATES = ("31 March 2020", "31 October 2020", "31 October 2021")


def columns(picture: Picture) -> list[Box]:
    return [m for m in picture.marks if isinstance(m, Box) and m.name.startswith("column")]


def words(picture: Picture, name: str) -> list[Words]:
    return [m for m in picture.marks if isinstance(m, Words) and m.name.startswith(name)]


def zero(picture: Picture) -> float:
    (line,) = [m for m in picture.marks if isinstance(m, Stroke) and m.name == "zero"]
    return line.points[0][1]


def test_columns_stand_on_zero_with_value_above_and_date_below(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [734, 1002, 903], 0)
    picture = lay_out_columns(charts.chart("columns", DATES, row), theme, faces, WIDTH)
    found = columns(picture)
    assert {column.bottom for column in found} == {zero(picture)}
    assert [column.top - column.bottom for column in found] == pytest.approx(
        [value / 1002 * (found[1].top - found[1].bottom) for value in (734, 1002, 903)]
    )
    values = words(picture, "value")
    assert [value.text for value in values] == ["734", "1,002", "903"]
    assert all(value.y > column.top for value, column in zip(values, found, strict=True))
    assert all(date.y < zero(picture) for date in words(picture, "category"))


def test_a_column_below_zero_has_its_value_under_it(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [-12.1, 4.2])
    picture = lay_out_columns(charts.chart("columns", ("2019", "2020"), row), theme, faces, WIDTH)
    down, up = columns(picture)
    assert down.top == up.bottom == zero(picture)
    value = words(picture, "value")[0]
    assert value.text == "−12.1"
    assert value.y < down.bottom


def test_a_withheld_value_is_a_symbol_on_the_zero_line(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [Missing.SUPPRESSED, 20])
    picture = lay_out_columns(charts.chart("columns", ("2019", "2020"), row), theme, faces, WIDTH)
    assert len(columns(picture)) == 1
    symbol = words(picture, "value")[0]
    assert symbol.text == "[c]"
    assert zero(picture) < symbol.y < zero(picture) + 6


def test_several_series_have_a_key(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    rows = (charts.series("ours", [734, 1002], 0), charts.series("england", [634, 1102], 0))
    picture = lay_out_columns(charts.chart("columns", ("2019", "2020"), *rows), theme, faces, WIDTH)
    assert [mark.text for mark in words(picture, "key")] == ["Westshire", "England"]


def test_columns_too_many_for_their_values_become_bars(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    dates = [f"{1990 + at}" for at in range(20)]
    row = charts.series("ours", [1_000_000.0] * 20, 0)
    picture = lay_out_columns(charts.chart("columns", dates, row), theme, faces, WIDTH)
    assert not columns(picture)
    assert [m.name for m in picture.marks if isinstance(m, Box)] == ["bar ours"] * 20


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), width=st.sampled_from([300.0, 470.0, 700.0]))
def test_labels_of_any_chart_touch_nothing(
    data: st.DataObject, width: float, charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    chart = data.draw(charts.random_charts("columns", lowest=-1))
    picture = lay_out_columns(chart, theme, faces, width)
    assert list(charts.faults(picture, faces)) == []
