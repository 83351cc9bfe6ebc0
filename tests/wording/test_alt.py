"""A chart in words, for those who cannot see it."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Band, Caption, Chart, Number, Point, Series, Text
from reportgen.facts import Missing
from reportgen.wording import alt_text
from tests.invented import ROLL, SCORE, row

NAMES = {
    "ours": "Isles of Scilly",
    "neighbours": "Statistical neighbours",
    "region": "South West",
    "england": "England",
}


def point(value: object, measure: object = SCORE) -> Point:
    """Return a point of a chart: a figure, nothing for None, or why there is none."""
    if value is None or isinstance(value, Missing):
        return Point(value)
    return Point(Number(row(measure, "2020/21", value)))  # type: ignore[arg-type]


def chart(kind: str, *categories: str, **series: list[object]) -> Chart:
    caption = Caption(
        "Figure",
        (Text("Pupils on the islands scored above England every year"),),
        subtitle=(Text("Average score (points), Isles of Scilly, 2018/19 to 2020/21"),),
    )
    rows = tuple(
        Series(NAMES[role], tuple(point(value) for value in values), role)  # type: ignore[arg-type]
        for role, values in series.items()
    )
    topic = "Average score (points), 2018/19 to 2020/21"
    return Chart(kind, caption, categories, rows, "chart", "", topic=topic)  # type: ignore[arg-type]


YEARS = ("2018/19", "2019/20", "2020/21")
OPENING = "Average score (points), 2018/19 to 2020/21."


def test_lines_are_told_by_which_is_above_and_where_each_goes() -> None:
    drawn = chart("line", *YEARS, ours=[51, 55, 53], england=[50, 50, 50])
    assert alt_text(drawn, ["Table 3"]) == (
        f"Line chart with two lines: {OPENING} "
        "The line for the Isles of Scilly is above that for England in every year; "
        "furthest apart in 2019/20, at 55.0 and 50.0. "
        "The Isles of Scilly up from 51.0 to 53.0; "
        "England 50.0 in both 2018/19 and 2020/21. "
        "The figures are in Table 3."
    )


def test_without_a_table_every_figure_of_a_line_is_told() -> None:
    told = alt_text(chart("line", *YEARS, ours=[51, 55, 53], england=[50, None, 50]))
    assert "The Isles of Scilly, 2018/19: 51.0; 2019/20: 55.0; 2020/21: 53.0." in told
    assert "England, 2018/19: 50.0; 2020/21: 50.0." in told
    assert "No figure for England for 2019/20." in told
    assert "Table" not in told


def test_what_the_caption_says_is_not_said_again() -> None:
    told = alt_text(chart("bars", "Girls", "Boys", ours=[51, 52]))
    assert "scored" not in told
    assert "Average score (points), Isles of Scilly" not in told


def test_bars_of_two_areas_stand_side_by_side() -> None:
    drawn = chart("bars", "Girls", "Boys", ours=[51, 52], england=[50, 53])
    assert alt_text(drawn) == (
        f"Bar chart with four bars: {OPENING} "
        "The Isles of Scilly and England, Girls: 51.0 and 50.0; Boys: 52.0 and 53.0."
    )


def test_of_more_areas_england_stands_beside_us_where_a_table_has_the_others() -> None:
    drawn = chart("bars", "Girls", "Boys", ours=[5, 2], neighbours=[6, 7], england=[5, 3])
    assert alt_text(drawn, ["Table 1", "Table 2"]).endswith(
        "The Isles of Scilly and England, Girls: 5.0 and 5.0; Boys: 2.0 and 3.0. "
        "Also drawn: statistical neighbours. The figures are in Tables 1 and 2."
    )
    assert alt_text(drawn).endswith(
        "The Isles of Scilly, statistical neighbours and England, "
        "Girls: 5.0, 6.0 and 5.0; Boys: 2.0, 7.0 and 3.0."
    )


def test_of_areas_that_are_only_named_nothing_missing_is_told() -> None:
    drawn = chart("line", *YEARS, ours=[5, 2, 3], neighbours=[6, 7, 8], england=[5, 3, 3])
    region = chart("line", *YEARS, region=[None, 2, 3]).series
    told = alt_text(replace(drawn, series=(*drawn.series, *region)), ["Table 1"])
    assert "Also drawn: statistical neighbours and the South West. The figures" in told
    assert "No figure for the South West for 2018/19." in alt_text(
        replace(drawn, series=(*drawn.series, *region))
    )


def test_breaks_and_bands_are_told_and_nothing_moves_across_a_break() -> None:
    drawn = chart("line", *YEARS, ours=[51, 55, 53], england=[50, 50, 49])
    hollow = tuple(
        replace(series, points=(series.points[0], *(replace(p, hollow=True) for p in rest)))
        for series in drawn.series
        for rest in (series.points[1:],)
    )
    drawn = replace(
        drawn,
        series=hollow,
        joined=(False, True),
        bands=(Band(1, 2, "Grades awarded differently"),),
    )
    told = alt_text(drawn, ["Table 1"])
    assert "Since the last break, in 2019/20: the Isles of Scilly down from 55" in told
    assert "The lines break before 2019/20, where figures stop being comparable." in told
    assert (
        "A shaded band marks 2019/20 to 2020/21 (grades awarded differently; hollow markers)."
        in told
    )
    twice = replace(drawn, joined=(False, False), bands=(*drawn.bands, Band(0, 0, "Schools shut")))
    assert "Since the last break, in 2020/21: the Isles of Scilly 53.0;" in alt_text(
        twice, ["Table 1"]
    )
    assert "Shaded bands mark 2019/20 to 2020/21 (" in alt_text(twice)
    assert "The lines break before 2019/20 and 2020/21," in alt_text(twice)


def test_many_breaks_are_counted() -> None:
    names = tuple(str(year) for year in range(2016, 2020))
    drawn = replace(chart("line", *names, ours=[1, 2, 3, 4]), joined=(False, False, False))
    assert "The line breaks three times, the last before 2019, where" in alt_text(drawn)


def test_a_missing_figure_is_told_with_its_reason_and_years_in_a_row_as_a_span() -> None:
    names = tuple(str(year) for year in range(2014, 2020))
    ours = [51, Missing.SUPPRESSED, None, None, None, 53]
    told = alt_text(chart("line", *names, ours=ours, england=[51, 50, None, None, None, 52]))
    assert (
        "No figure for the Isles of Scilly for 2015: withheld to protect confidentiality." in told
    )
    assert "No figures for any area for 2016 to 2018." in told


def test_of_bars_a_figure_that_is_missing_is_told_once() -> None:
    drawn = chart("bars", "Girls", "Boys", "Others", ours=[None, 2, None], england=[5, 3, None])
    assert alt_text(drawn).endswith(
        "The Isles of Scilly and England, Girls: no figure and 5.0; Boys: 2.0 and 3.0. "
        "No figures for any area for Others."
    )
    assert alt_text(drawn, ["Table 1"]).endswith(
        "The Isles of Scilly and England, Boys: 2.0 and 3.0. "
        "No figures for any area for Others. No figure for the Isles of Scilly for Girls. "
        "The figures are in Table 1."
    )


def test_of_many_groups_the_highest_and_the_lowest_are_told() -> None:
    names = "ABCDEFGHI"
    drawn = chart("bars", *names, ours=[1, 2, 3, 4, 9, 8, 7, 6, 1], england=[5] * 9)
    assert alt_text(drawn, ["Table 1"]).endswith(
        "The Isles of Scilly: highest for E, 9.0; lowest for A and I, 1.0. "
        "The Isles of Scilly is above England for 4 of 9 groups. The figures are in Table 1."
    )
    assert "I: 1.0 and 5.0." in alt_text(drawn)
    alone = replace(drawn, series=drawn.series[:1])
    assert "groups" not in alt_text(alone, ["Table 1"])


def test_of_many_groups_none_is_above_where_no_two_figures_stand_side_by_side() -> None:
    ours, england = [1, *[None] * 8], [None, *[5] * 8]
    told = alt_text(chart("bars", *"ABCDEFGHI", ours=ours, england=england), ["Table 1"])
    assert "highest for A, 1.0; lowest for A, 1.0. No figures for the Isles of Scilly for" in told
    nothing = alt_text(chart("bars", *"ABCDEFGHI", ours=[None] * 9, england=[5] * 9), ["Table 1"])
    assert "to 2020/21. No figures for the Isles of Scilly for A, B, C" in nothing


def test_an_area_without_a_figure_has_none_told() -> None:
    told = alt_text(chart("line", *YEARS, ours=[None, None, None]))
    assert told == f"Line chart with one line: {OPENING} " + (
        "No figures for the Isles of Scilly for 2018/19 to 2020/21."
    )


def test_a_chart_without_a_topic_is_told_by_its_subtitle() -> None:
    drawn = replace(chart("columns", *YEARS, ours=[1, 2, 3]), topic="")
    assert alt_text(drawn).startswith(
        "Column chart with three columns: Average score (points), Isles of Scilly, 2018/19"
    )
    bare = replace(drawn, caption=replace(drawn.caption, subtitle=()))
    assert alt_text(bare).startswith("Column chart with three columns. The Isles")


def test_of_one_group_every_area_is_told_even_where_a_table_has_them() -> None:
    drawn = chart("bars", "Girls", ours=[5], neighbours=[6], england=[7])
    assert "and England, Girls: 5.0, 6.0 and 7.0." in alt_text(drawn, ["Table 1"])


def test_a_count_is_told_without_its_noun() -> None:
    numbers = tuple(point(value, ROLL) for value in (1, 1234))
    drawn = replace(
        chart("columns", "March 2020", "July 2021", ours=[1, 2]),
        series=(Series("Ourshire", numbers, "ours"),),
    )
    assert alt_text(drawn).endswith("Ourshire, March 2020: 1; July 2021: 1,234.")
