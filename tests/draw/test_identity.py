"""The key of a chart: equal for equal pictures, another for any other."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from reportgen.document import Band, Chart, Text
from reportgen.draw import chart_key
from reportgen.theme import Theme


def example(charts: ModuleType, last: float = 51.0) -> Chart:
    return charts.chart("line", ("2018", "2019"), charts.series("ours", [50.0, last]))


def test_equal_charts_have_equal_keys(charts: ModuleType, theme: Theme) -> None:
    assert chart_key(example(charts), theme, 166) == chart_key(example(charts), theme, 166)
    assert len(chart_key(example(charts), theme, 166)) == 64


def test_whatever_changes_the_picture_changes_the_key(charts: ModuleType, theme: Theme) -> None:
    chart = example(charts)
    named = replace(chart.series[0], name="Eastshire")
    hollow = replace(chart.series[0], points=(replace(chart.series[0].points[0], hollow=True),) * 2)
    others = [
        (example(charts, 52.0), theme, 166),
        (replace(chart, kind="bars"), theme, 166),
        (replace(chart, categories=("2018", "2020")), theme, 166),
        (replace(chart, series=(named,)), theme, 166),
        (replace(chart, series=(hollow,)), theme, 166),
        (replace(chart, joined=(False,)), theme, 166),
        (replace(chart, bands=(Band(0, 0, "a band"),)), theme, 166),
        (chart, replace(theme, colour={**theme.colour, "ours": "#000000"}), 166),
        (chart, replace(theme, size={**theme.size, "chart": 10}), 166),
        (chart, theme, 120),
    ]
    keys = [chart_key(*other) for other in others]
    assert len({chart_key(chart, theme, 166), *keys}) == len(others) + 1


def test_what_is_printed_around_the_picture_does_not_change_the_key(
    charts: ModuleType, theme: Theme
) -> None:
    chart = example(charts)
    other = replace(chart, alt="other words", source=(Text("another source"),), id="another")
    assert chart_key(chart, theme, 166) == chart_key(other, theme, 166)
