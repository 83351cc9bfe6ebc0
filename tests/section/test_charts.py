"""Charts: a line that never crosses a break, bars of groups, columns at a few dates."""

from __future__ import annotations

from reportgen.document import Band, Chart, plain
from reportgen.facts import Observation
from reportgen.measures import EVERYONE, Group
from reportgen.section import bars, columns, trend
from tests.invented import ABSENCE, ALONE, NEAR, SCORE, breaks, facts, row, when
from tests.reading import title, under, values, why

YEARS = ("2018/19", "2019/20", "2020/21")
LAST = when("2020/21")


def series(measure: object, *points: object, area: str = "ours") -> list[Observation]:
    """Rows of one area for the years above; None leaves a year out."""
    pairs = zip(YEARS, points, strict=True)
    return [row(measure, year, value, area) for year, value in pairs if value is not None]  # type: ignore[arg-type]


def chart(part: object) -> Chart:
    assert isinstance(part, Chart), part
    return part


def test_a_trend_shows_every_year_of_every_area() -> None:
    known = facts(
        *series("score", 57, 58, 59),
        *series("score", 50, 51, 52, area="england"),
        row("score", "2020/21", 53, NEAR[0]),
        row("score", "2020/21", 55, NEAR[1]),
    )
    line = chart(trend(known, "score"))

    assert (line.kind, line.categories) == ("line", YEARS)
    assert values(line) == {
        "Ourshire": ["57.0", "58.0", "59.0"],
        "Statistical neighbours": ["", "", "54.0"],
        "England": ["50.0", "51.0", "52.0"],
    }
    assert [item.role for item in line.series] == ["ours", "neighbours", "england"]
    assert line.joined == (True, True)
    assert line.bands == ()


def test_a_trend_says_what_it_shows_in_its_title_and_its_alt_text() -> None:
    known = facts(*series("score", 57, 58, 59), *series("score", 50, 51, 52, area="england"))
    line = chart(trend(known, "score"))

    assert title(line) == (
        "Pupils in Ourshire scored above England in each of the three years to 2020/21"
    )
    assert (
        plain(line.caption.subtitle)
        == "Average score (points), Ourshire and England, 2018/19 to 2020/21"
    )
    assert line.alt == (
        "Line chart with two lines: Average score (points), 2018/19 to 2020/21. "
        "The line for Ourshire is above that for England in every year. "
        "Ourshire, 2018/19: 57.0; 2019/20: 58.0; 2020/21: 59.0. "
        "England, 2018/19: 50.0; 2019/20: 51.0; 2020/21: 52.0."
    )
    assert title(line) not in line.alt


def test_a_missing_year_is_a_gap_and_no_zero() -> None:
    line = chart(trend(facts(*series("score", 57, None, 59)), "score"))

    assert line.categories == YEARS
    assert values(line) == {"Ourshire": ["57.0", "", "59.0"]}


def test_a_withheld_year_shows_its_symbol_and_a_note_says_why() -> None:
    line = chart(trend(facts(*series("score", 57, "c", 59)), "score"))

    assert values(line) == {"Ourshire": ["57.0", "[c]", "59.0"]}
    assert "Where a line has no point: [c] withheld to protect confidentiality." in under(line)


def test_a_line_is_not_joined_across_a_break_and_the_break_is_explained() -> None:
    measure = breaks(SCORE, "2020/21")
    line = chart(trend(facts(*series(measure, 57, 58, 59)), "score"))

    assert line.joined == (True, False)
    assert "Counting changed in 2020/21." in under(line)


def test_a_line_is_not_joined_across_a_break_in_a_year_that_is_missing() -> None:
    measure = breaks(SCORE, "2019/20")
    line = chart(trend(facts(row(measure, "2017/18", 56), *series(measure, 57, None, 59)), "score"))

    assert line.joined == (True, False, True)


def test_two_years_are_columns_and_the_years_between_stay_empty() -> None:
    drawn = chart(trend(facts(*series("score", 57, None, 59)), "score"))

    assert (drawn.kind, drawn.categories) == ("columns", YEARS)
    assert drawn.joined == ()


def test_years_of_one_cause_are_marked_by_one_band_and_drawn_hollow() -> None:
    measure = breaks(SCORE, "2019/20", "2020/21", label="Graded otherwise")
    line = chart(trend(facts(*series(measure, 57, 58, 59)), "score"))

    assert line.bands == (Band(1, 2, "Graded otherwise"),)
    assert [point.hollow for point in line.series[0].points] == [False, True, True]


def test_a_trend_of_a_report_compared_with_nobody_is_our_line_alone() -> None:
    rows = [*series("score", 57, 58, 59), *series("score", 50, 51, 52, area="england")]
    line = chart(trend(facts(*rows, comparators=ALONE), "score"))

    assert values(line) == {"Ourshire": ["57.0", "58.0", "59.0"]}
    assert title(line) == (
        "The average score in Ourshire rose from 57.0 in 2018/19 to 59.0 in 2020/21"
    )


def test_an_area_without_a_figure_has_no_line() -> None:
    rows = [*series("score", 57, 58, 59), *series("score", "c", "c", "c", area="england")]

    assert list(values(trend(facts(*rows), "score"))) == ["Ourshire"]


def test_a_trend_of_one_year_is_a_bar_for_each_area() -> None:
    known = facts(row("score", "2020/21", 59), row("score", "2020/21", 52, "england"))
    bar = chart(trend(known, "score"))

    assert (bar.kind, bar.categories) == ("bars", ("All pupils",))
    assert values(bar) == {"Ourshire": ["59.0"], "England": ["52.0"]}


def test_a_trend_may_end_before_the_last_year_and_be_of_a_group() -> None:
    rows = [row("score", year, 60 + n, sex="girls") for n, year in enumerate(YEARS)]
    known = facts(*rows, *series("score", 57, 58, 59))
    line = chart(trend(known, "score", group=Group.of(sex="girls"), until=when("2019/20")))

    assert line.categories == ("2018/19", "2019/20")
    assert values(line) == {"Ourshire": ["60.00", "61.00"]}


def test_without_a_figure_of_ours_there_is_no_trend() -> None:
    england = series("score", 50, 51, 52, area="england")

    assert why(trend(facts(*england), "score")) == "there is no figure for it"
    assert why(trend(facts(*series("score", 57, 58, 59)), "roll")) == "there is no figure for it"
    withheld = facts(*series("score", "c", "c", "c"), *england)
    assert why(trend(withheld, "score")) == "there is no figure for it"


def test_bars_stand_for_the_groups_of_a_dimension_in_printed_order() -> None:
    known = facts(
        row("score", "2020/21", 57, sex="boys"),
        row("score", "2020/21", "61.25", sex="girls"),
        row("score", "2020/21", 53, "england", sex="girls"),
        row("score", "2020/21", 49, "england", sex="boys"),
        row("score", "2019/20", 44, sex="boys"),
    )
    bar = chart(bars(known, "score", LAST, by="sex"))

    assert (bar.kind, bar.categories) == ("bars", ("Girls", "Boys"))
    assert values(bar) == {"Ourshire": ["61.25", "57.00"], "England": ["53.00", "49.00"]}
    assert bar.joined == ()


def test_bars_of_everyone_and_groups_have_the_finer_decimals_throughout() -> None:
    known = facts(row("score", "2020/21", 59), row("score", "2020/21", 61, sex="girls"))
    bar = bars(known, "score", LAST, groups=(Group.of(sex="girls"), EVERYONE))

    assert chart(bar).categories == ("Girls", "All pupils")
    assert values(bar) == {"Ourshire": ["61.00", "59.00"]}


def test_a_group_without_a_figure_of_ours_has_no_bar() -> None:
    known = facts(
        row("score", "2020/21", 61, sex="girls"), row("score", "2020/21", 49, "england", sex="boys")
    )

    assert chart(bars(known, "score", LAST, by="sex")).categories == ("Girls",)


def test_a_withheld_group_keeps_its_place_with_its_symbol() -> None:
    known = facts(
        row("score", "2020/21", "c", sex="girls"), row("score", "2020/21", 57, sex="boys")
    )
    bar = bars(known, "score", LAST, by="sex")

    assert values(bar) == {"Ourshire": ["[c]", "57.00"]}
    assert "[c] withheld to protect confidentiality." in under(bar)


def test_bars_are_compared_with_the_areas_asked_for() -> None:
    rows = [
        row("score", "2020/21", n, area, sex="girls")
        for n, area in ((61, "ours"), (55, "region"), (53, "england"))
    ]
    known = facts(*rows)

    assert list(values(bars(known, "score", LAST, "sex", against=("region",)))) == [
        "Ourshire",
        "Mid England",
    ]
    assert list(values(bars(known, "score", LAST, "sex", against=()))) == ["Ourshire"]


def test_bars_of_nothing_are_absent() -> None:
    england = row("score", "2020/21", 53, "england", sex="girls")
    withheld = row("score", "2020/21", "c", sex="girls")

    assert why(bars(facts(england), "score", LAST, by="sex")) == "no figures"
    assert why(bars(facts(withheld, england), "score", LAST, by="sex")) == "no figures"
    assert why(bars(facts(england), "score", None, by="sex")) == "there is no figure for it"


def test_columns_stand_at_the_dates_that_are_known_and_no_others() -> None:
    known = facts(
        row("roll", "2021-10-31", 903), row("roll", "2020-03", 734), row("roll", "2021-07-31", 1002)
    )
    upright = chart(columns(known, "roll", "Pupils at the dates known"))

    assert upright.kind == "columns"
    assert upright.categories == ("March 2020", "31 July 2021", "31 October 2021")
    assert values(upright) == {"Ourshire": ["734", "1,002", "903"]}
    assert title(upright) == "Pupils at the dates known"
    assert "March 2020: 734" in upright.alt


def test_columns_of_nothing_are_absent() -> None:
    assert why(columns(facts(), "roll", "Pupils")) == "there is no figure for it"
    withheld = facts(row("roll", "2021-10-31", "c"))
    assert why(columns(withheld, "roll", "Pupils")) == "there is no figure for it"


def test_charts_of_different_subjects_have_ids_of_their_own() -> None:
    girls = [row("score", year, 60, sex="girls") for year in YEARS]
    boys = [row("score", year, 57, sex="boys") for year in YEARS]
    known = facts(*girls, *boys, *series("score", 57, 58, 59), *series(ABSENCE, 4, 5, 6))
    parts = [
        trend(known, "score"),
        trend(known, "score", until=when("2019/20")),
        trend(known, "score", group=Group.of(sex="girls")),
        trend(known, "absence"),
        bars(known, "score", LAST, by="sex"),
        bars(known, "score", when("2019/20"), by="sex"),
        bars(known, "score", LAST, groups=(Group.of(sex="boys"),)),
        columns(known, "score", "Columns"),
    ]

    assert len({chart(part).id for part in parts}) == len(parts)
