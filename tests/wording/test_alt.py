"""A chart in words, for those who cannot see it."""

from __future__ import annotations

from reportgen.document import Caption, Chart, Number, Point, Series, Text
from reportgen.facts import Missing
from reportgen.wording import alt_text
from tests.invented import SCORE, row


def point(value: str) -> Point:
    return Point(Number(row(SCORE, "2020/21", value)))


def chart(kind: str, **series: list[Point]) -> Chart:
    caption = Caption(
        "Figure",
        (Text("Pupils in Ourshire scored above England every year"),),
        subtitle=(Text("Average score (points), Ourshire, 2018/19 to 2020/21"),),
    )
    names = {"ours": "Ourshire", "england": "England"}
    return Chart(
        kind,  # type: ignore[arg-type]
        caption,
        ("2018/19", "2019/20", "2020/21"),
        tuple(Series(names[role], tuple(points), role) for role, points in series.items()),  # type: ignore[arg-type]
        "chart",
        "",
    )


def test_a_line_is_told_by_its_ends_and_its_widest_gap() -> None:
    ours = [point("51"), point("55"), point("53")]
    england = [point("50"), point("50"), point("50")]
    assert alt_text(chart("line", ours=ours, england=england), table="Table 3") == (
        "Line chart: Average score (points), Ourshire, 2018/19 to 2020/21. "
        "Pupils in Ourshire scored above England every year. "
        "Ourshire: 51.0 in 2018/19, 53.0 in 2020/21. England: 50.0 in 2018/19, 50.0 in 2020/21. "
        "The widest gap with England is for 2019/20: 55.0 compared with 50.0. "
        "The figures are in Table 3."
    )


def test_bars_are_told_one_by_one() -> None:
    told = alt_text(chart("bars", ours=[point("51"), point("55"), point("53")]))
    assert "Ourshire: 2018/19 51.0, 2019/20 55.0 and 2020/21 53.0." in told


def test_a_withheld_value_is_not_told() -> None:
    ours = [point("51"), Point(Missing.SUPPRESSED), Point(None)]
    assert "Ourshire: 51.0 in 2018/19." in alt_text(chart("line", ours=ours))


def test_a_series_without_a_figure_says_so() -> None:
    nothing = [Point(None), Point(None), Point(None)]
    assert "Ourshire: no figures." in alt_text(chart("line", ours=nothing))
