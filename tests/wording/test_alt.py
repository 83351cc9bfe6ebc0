"""A chart in words, for those who cannot see it."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Band, Caption, Chart, Number, Point, Series, Text
from reportgen.facts import Missing
from reportgen.wording import alt_text
from tests.invented import ROLL, SCORE, row


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


def test_a_line_is_told_by_our_values_the_ends_of_others_and_the_widest_gap() -> None:
    ours = [point("51"), point("55"), point("53")]
    england = [point("50"), point("50"), point("50")]
    assert alt_text(chart("line", ours=ours, england=england), table="Table 3") == (
        "Line chart: Average score (points), Ourshire, 2018/19 to 2020/21. "
        "Pupils in Ourshire scored above England every year. "
        "Ourshire, 2018/19: 51.0; 2019/20: 55.0; 2020/21: 53.0. "
        "England, 2018/19: 50.0; 2020/21: 50.0. "
        "Widest gap with England: 2019/20, 55.0 compared with 50.0. "
        "The figures are in Table 3."
    )


def test_of_a_long_line_the_ends_and_the_turns_are_told() -> None:
    long = replace(
        chart("line", ours=[point(value) for value in ["3", "4", "5", "9", "5", "1", "5", "6"]]),
        categories=tuple(str(year) for year in range(2010, 2018)),
    )
    assert "Ourshire, 2010: 3.0; 2013: 9.0; 2015: 1.0; 2017: 6.0." in alt_text(long)


def test_bars_are_told_one_by_one() -> None:
    told = alt_text(chart("bars", ours=[point("51"), point("55"), point("53")]))
    assert "Ourshire, 2018/19: 51.0; 2019/20: 55.0; 2020/21: 53.0." in told


def test_breaks_bands_and_hollow_marks_are_told() -> None:
    hollow = [point("51"), replace(point("55"), hollow=True), replace(point("53"), hollow=True)]
    drawn = replace(
        chart("line", ours=hollow),
        joined=(False, True),
        bands=(Band(1, 2, "Grades awarded differently"),),
    )
    told = alt_text(drawn)
    assert "The lines break before 2019/20, as figures are not comparable." in told
    assert (
        "A shaded band marks 2019/20 to 2020/21, with hollow markers: grades awarded differently."
        in told
    )


def test_a_withheld_value_is_told_with_its_reason() -> None:
    ours = [point("51"), Point(Missing.SUPPRESSED), Point(None)]
    told = alt_text(chart("line", ours=ours))
    assert "Ourshire, 2018/19: 51.0." in told
    assert "Ourshire, 2019/20: withheld to protect confidentiality." in told


def test_without_a_better_side_there_is_no_gap_to_tell() -> None:
    ours = [Point(Number(row(ROLL, "2020/21", value))) for value in (1, 2, 3)]
    england = [Point(Number(row(ROLL, "2020/21", value))) for value in (5, 5, 5)]
    assert "gap" not in alt_text(chart("bars", ours=ours, england=england))


def test_a_series_without_a_figure_says_so() -> None:
    nothing = [Point(None), Point(None), Point(None)]
    assert "Ourshire: no figures." in alt_text(chart("line", ours=nothing))
