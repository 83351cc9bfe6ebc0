"""Tables of one measure: gaps, cohorts, figures by group, and details."""

from __future__ import annotations

import pytest

from reportgen.facts import Observation
from reportgen.measures import Group
from reportgen.section import cohort_table, details_table, figures_table, gap_table
from reportgen.show import MINUS
from tests.invented import NEAR, facts, row, when
from tests.reading import grid, plain, title, under, why

LAST = when("2020/21")
NEEDS = ("none", "support", "plan")


def gap(*rows: Observation) -> object:
    return gap_table(facts(*rows), "score", LAST, "need", "plan", "none")


def plans(area: object = "ours", **values: object) -> list[Observation]:
    """Rows of pupils with a plan and without a need, as two decimals."""
    return [row("score", "2020/21", value, area, need=need) for need, value in values.items()]  # type: ignore[arg-type]


def test_a_gap_is_set_against_others_in_england_and_within_the_area() -> None:
    rows = [*plans(plan="15.00", none="62.50"), *plans("england", plan="15.70", none="54.55")]

    assert grid(gap(*rows)) == [
        ["Area", "EHC plan", "No need", "Gap to others in England", "Gap within the area"],
        ["Ourshire", "15.00", "62.50", "39.55", "47.50"],
        [
            "England: national EHC plan to national other",
            "15.70",
            "54.55",
            "38.85",
            "38.85",
        ],
    ]
    assert title(gap(*rows)) == (
        "Average score: the gap between EHC plan and other pupils, 2020/21"
    )


def test_a_gap_that_is_turned_round_has_a_minus() -> None:
    rows = [*plans(plan="60.00", none="55.00"), *plans("england", plan="50.00", none="54.50")]

    assert grid(gap(*rows))[1][3:] == [f"{MINUS}5.50", f"{MINUS}5.00"]


def test_a_gap_of_neighbours_is_that_of_their_means() -> None:
    rows = [
        *plans("england", plan=20, none=50),
        *plans(NEAR[0], plan=10, none=40),
        *plans(NEAR[1], plan=20, none=50),
    ]

    assert grid(gap(*rows))[1] == ["Statistical neighbours", "15.00", "45.00", "35.00", "30.00"]


def test_a_gap_is_the_difference_of_what_a_reader_sees() -> None:
    rows = [*plans(plan="15.004", none="62.496"), *plans("england", plan=20, none="54.504")]

    assert grid(gap(*rows))[1][1:] == ["15.00", "62.50", "39.50", "47.50"]


def test_a_withheld_group_withholds_its_gaps_and_the_symbol_is_explained() -> None:
    rows = [*plans(plan="c", none=62), *plans("england", plan=15, none=54)]
    table = gap(*rows)

    assert grid(table)[1] == ["Ourshire", "[c]", "62.00", "[c]", "[c]"]
    assert "[c] withheld to protect confidentiality." in under(table)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        plans(plan=15, none=62),
        plans("england", plan=15),
        [*plans(plan=15), *plans("england", plan=15)],
    ],
)
def test_without_a_group_or_englands_others_there_is_no_gap(rows: list[Observation]) -> None:
    assert why(gap(*rows)) == "no figures"


def cohort(**counts: tuple[object, object]) -> list[Observation]:
    """Rows of girls and boys for each need."""
    return [
        row("roll", "2020/21", value, sex=sex, need=need)
        for need, pair in counts.items()
        for sex, value in zip(("girls", "boys"), pair, strict=True)
    ]


def test_a_cohort_is_added_up_both_ways_with_shares_that_say_so() -> None:
    table = cohort_table(facts(*cohort(support=(1000, 200), plan=(100, 300))), "roll", LAST, "need")

    assert grid(table) == [
        ["Special educational needs", "Girls", "Boys", "All", "Share of all (%)"],
        ["SEN Support", "1,000", "200", "1,200", "75.0"],
        ["EHC plan", "100", "300", "400", "25.0"],
        ["All pupils", "1,100", "500", "1,600", "100.0"],
    ]
    assert title(table) == "Pupils on roll by special educational needs and sex, 2020/21"


def test_a_withheld_part_withholds_every_sum_it_is_in() -> None:
    table = cohort_table(facts(*cohort(support=(1000, 200), plan=("c", 300))), "roll", LAST, "need")

    assert grid(table)[1:] == [
        ["SEN Support", "1,000", "200", "1,200", "[c]"],
        ["EHC plan", "[c]", "300", "[c]", "[c]"],
        ["All pupils", "[c]", "500", "[c]", "[c]"],
    ]


def test_what_a_published_total_has_beyond_the_groups_is_a_row_of_its_own() -> None:
    rows = cohort(support=(1000, 200), plan=(100, 300))
    whole = [row("roll", "2020/21", n, sex=sex) for sex, n in (("girls", 1105), ("boys", 510))]
    table = cohort_table(facts(*rows, *whole), "roll", LAST, "need")

    assert grid(table)[3:] == [
        ["Other or not recorded", "5", "10", "15", "0.9"],
        ["All pupils", "1,105", "510", "1,615", "100.0"],
    ]


def test_a_group_within_another_is_not_counted_twice() -> None:
    rows = [
        row("roll", "2020/21", n, sex=sex, origin=origin)
        for origin, n in (("asian", 30), ("chinese", 10), ("white", 70))
        for sex in ("girls", "boys")
    ]
    table = cohort_table(facts(*rows), "roll", LAST, "origin")

    assert grid(table)[-1] == ["All pupils", "100", "100", "200", "100.0"]


def test_a_group_that_is_not_given_for_one_sex_has_no_total() -> None:
    rows = [*cohort(support=(1000, 200)), row("roll", "2020/21", 300, sex="boys", need="plan")]
    table = cohort_table(facts(*rows), "roll", LAST, "need")

    assert grid(table)[2] == ["EHC plan", "[x]", "300", "[x]"]
    assert "[x] not available." in under(table)


def test_figures_by_group_stand_beside_those_of_other_areas() -> None:
    known = facts(
        row("score", "2020/21", 41, need="plan"),
        row("score", "2020/21", 60, need="none"),
        row("score", "2020/21", 15, "england", need="plan"),
        row("score", "2020/21", 51, "region", need="none"),
        row("score", "2020/21", 59),
    )

    assert grid(figures_table(known, "score", LAST, "need", whole="All pupils")) == [
        ["Special educational needs", "Ourshire", "Mid England", "England"],
        ["No need", "60.00", "51.00", "[x]"],
        ["EHC plan", "41.00", "[x]", "15.00"],
        ["All pupils", "59.0", "[x]", "[x]"],
    ]


def test_figures_across_another_dimension_may_be_those_of_another_area() -> None:
    rows = [
        row("score", "2020/21", value, "england", sex=sex, need="plan")
        for sex, value in (("girls", 17), ("boys", 14))
    ]
    support = row("score", "2020/21", 36, "england", sex="girls", need="support")
    groups = [Group.of(need="support"), Group.of(need="plan")]
    table = figures_table(
        facts(*rows, support), "score", LAST, groups, across="sex", area="england", title="England"
    )

    assert title(table) == "England"
    assert grid(table)[1:] == [
        ["SEN Support", "36.00", "[x]", "[x]"],
        ["EHC plan", "17.00", "14.00", "[x]"],
    ]


def test_means_are_never_added_up() -> None:
    rows = [row("score", "2020/21", 41, need=need) for need in NEEDS]

    assert grid(figures_table(facts(*rows), "score", LAST, "need", whole="All pupils"))[-1] == [
        "All pupils",
        "[x]",
    ]


def test_a_table_of_no_figures_is_absent() -> None:
    assert why(figures_table(facts(), "score", LAST, "need")) == "there are no figures"
    assert why(figures_table(facts(), "score", None, "need")) == "there are no figures"
    assert why(cohort_table(facts(), "roll", LAST, "need")) == "there are no figures"
    other_year = facts(row("score", "2019/20", 41, need="plan"))
    assert why(figures_table(other_year, "score", LAST, "need")) == "there are no figures"


def test_details_have_a_row_for_each_figure_and_a_column_for_each_dimension() -> None:
    known = facts(
        row("roll", "", 16, sex="boys", need="plan"),
        row("roll", "", 5, sex="girls", need="plan"),
        row("roll", "", 4, sex="girls", need="none"),
        row("roll", "", 99, sex="girls"),
        row("roll", "", 98, "england", sex="girls", need="none"),
    )
    table = details_table(known, "roll", ("need", "sex"), "Who there is", value="How many")

    assert grid(table) == [
        ["Special educational needs", "Sex", "How many"],
        ["No need", "Girls", "4"],
        ["EHC plan", "Girls", "5"],
        ["EHC plan", "Boys", "16"],
    ]


def test_a_withheld_detail_is_shown_and_explained() -> None:
    table = details_table(facts(row("roll", "", "c", sex="girls")), "roll", ("sex",), "Who")

    assert grid(table) == [["Sex", "Pupils on roll"], ["Girls", "[c]"]]
    assert "[c] withheld to protect confidentiality." in under(table)


def test_details_of_nothing_are_absent() -> None:
    assert why(details_table(facts(), "roll", ("sex",), "Who there is")) == "there are no figures"


def test_a_table_names_its_unit_under_its_title_and_says_how_it_is_made_up() -> None:
    rows = [row("absence", "2020/21", 4, phase=phase) for phase in ("primary", "secondary")]
    table = figures_table(facts(*rows), "absence", LAST, "phase")

    assert title(table) == "Absence rate by type of school, 2020/21"
    assert plain(table.caption.subtitle) == "Per cent"  # type: ignore[union-attr]
    assert (
        table.summary == "2 rows by Type of school. Column of figures: Ourshire."  # type: ignore[union-attr]
    )
    assert under(table)[-1] == "Source: Office of Invention, Figures."
