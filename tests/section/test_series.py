"""What stands under a table or chart: its notes, each once, and where its figures come from."""

from __future__ import annotations

from dataclasses import replace

from reportgen.arithmetic import mean
from reportgen.facts import Missing, difference
from reportgen.measures import EVERYONE, Break, Group
from reportgen.section.series import group_labels, label_columns, notes_on, source_of
from tests.invented import NEAR, SCORE, breaks, facts, row, when
from tests.reading import plain

LAST = when("2020/21")


def notes(*args: object) -> list[str]:
    return [plain(note) for note in notes_on(*args)]  # type: ignore[arg-type]


def test_the_notes_of_figures_are_each_printed_once() -> None:
    rows = [
        row("score", "2019/20", 58, note="The day is not known."),
        row("score", "2020/21", 59, note="The day is not known."),
        row("score", "2018/19", 57, note="Worked out."),
    ]

    assert notes(facts(*rows).observations) == ["The day is not known.", "Worked out."]


def test_a_question_for_the_officer_is_never_printed() -> None:
    assert notes([row("score", "2020/21", 59, query="Is this so?")]) == []


def test_the_notes_of_figures_that_went_into_a_figure_are_printed_too() -> None:
    first, second = facts(
        row("score", "2019/20", 58), row("score", "2020/21", 59, note="Worked out.")
    ).observations

    assert notes([difference(second, first)]) == ["Worked out."]


def test_a_break_is_told_in_full_beside_several_periods_and_in_brief_beside_one() -> None:
    measure = breaks(SCORE, "2020/21", label="Graded otherwise")
    both = facts(row(measure, "2019/20", 58), row(measure, "2020/21", 59)).observations

    assert notes(both) == ["Counting changed in 2020/21."]
    assert notes(both[1:]) == ["2020/21: graded otherwise; not comparable with other years."]
    assert notes(both[:1]) == []


def test_that_a_series_begins_with_the_years_shown_is_not_told() -> None:
    measure = replace(SCORE, breaks=(Break("2019/20", "level", "The scale changed."),))
    years = ("2018/19", "2019/20", "2020/21")
    rows = facts(*(row(measure, year, 50) for year in years)).observations

    assert notes(rows) == ["The scale changed."]
    assert notes(rows[1:]) == []


def test_every_symbol_shown_is_explained_once() -> None:
    assert notes([], [Missing.SUPPRESSED, Missing.NOT_AVAILABLE, Missing.SUPPRESSED]) == [
        "[c] withheld to protect confidentiality.",
        "[x] not available.",
    ]


def test_a_neighbour_mean_that_leaves_areas_out_says_how_many_it_has() -> None:
    known = facts(row("score", "2020/21", 50, NEAR[0]))
    whole = facts(row("score", "2020/21", 50, NEAR[0]), row("score", "2020/21", 52, NEAR[1]))

    assert notes([known.find("score", LAST, area="neighbours")]) == [
        "The neighbour average is the mean of the 1 of 2 areas with a figure."
    ]
    assert notes([whole.find("score", LAST, area="neighbours")]) == []


def mean_notes(known: dict[str, tuple[int, ...]], of: int = 4) -> list[str]:
    """Return what is said of means of so many neighbours, for a group each, in some years."""
    means = [
        mean([row("score", year, 50 + n) for n in range(count)], of, "statistical neighbours")
        for year, counts in known.items()
        for count in counts
    ]
    return notes([fact for fact in means if fact])


def test_a_mean_of_fewer_neighbours_is_told_with_the_years_it_is_of_and_no_others() -> None:
    years = {"2015/16": (3,), "2016/17": (3,), "2017/18": (4,), "2018/19": (3,), "2019/20": (2,)}
    assert mean_notes(years) == [
        "The neighbour average in 2015/16 to 2016/17 and 2018/19 is the mean of the 3 of 4 areas "
        "with a figure.",
        "The neighbour average in 2019/20 is the mean of the 2 of 4 areas with a figure.",
    ]


def test_of_groups_whose_means_rest_on_different_neighbours_all_are_told_at_once() -> None:
    said = (
        "Where some of the 4 neighbours have no figure, the neighbour average is the mean of the "
        "others, of 2 at the least."
    )
    assert mean_notes({"2019/20": (4, 2)}) == [said]
    assert mean_notes({"2018/19": (4,), "2019/20": (3, 2)}) == [said]
    assert mean_notes({"2018/19": (4, 4), "2019/20": (4,)}) == []


def test_the_years_of_one_publication_are_drawn_together() -> None:
    rows = [
        row("score", year, 58, source=f"DfE, Key stage 4 performance {year}")
        for year in ("2020/21", "2018/19", "2019/20")
    ]

    assert plain(source_of(facts(*rows).observations)) == (
        "Source: DfE, Key stage 4 performance, 2018/19 to 2020/21."
    )


def test_several_publications_are_all_named() -> None:
    rows = [row("score", "2020/21", 58, source="DfE"), row("roll", "2020/21", 58, source="Council")]

    assert plain(source_of(facts(*rows).observations)) == "Source: DfE; Council."


def test_figures_without_a_source_have_no_source_line() -> None:
    assert source_of([row("score", "2020/21", 58, source="")]) == ()
    assert source_of([]) == ()


def test_groups_are_labelled_and_everyone_by_what_the_measure_is_about() -> None:
    groups = (Group.of(sex="girls"), Group.of(sex="girls", need="plan"), EVERYONE)

    assert group_labels(facts(), "score", groups) == ("Girls", "Girls, EHC plan", "All pupils")


def test_groups_of_one_dimension_take_one_column() -> None:
    heads, labels = label_columns(
        facts(), "score", [Group.of(sex="girls"), Group.of(sex="boys"), EVERYONE]
    )

    assert heads == ("Sex",)
    assert labels == [("Girls",), ("Boys",), ("All pupils",)]


def test_groups_of_several_dimensions_in_turn_take_two_columns() -> None:
    groups = [Group.of(sex="girls"), Group.of(need="plan")]

    assert label_columns(facts(), "score", groups) == (
        ("Characteristic", "Group"),
        [("Sex", "Girls"), ("Special educational needs", "EHC plan")],
    )


def test_groups_that_two_dimensions_narrow_take_a_column_for_each_that_varies() -> None:
    girls = [Group.of(sex="girls", need=need) for need in ("support", "plan")]
    all_four = [*girls, *(Group.of(sex="boys", need=need) for need in ("support", "plan"))]

    assert label_columns(facts(), "score", girls) == (
        ("Special educational needs",),
        [("SEN Support",), ("EHC plan",)],
    )
    assert label_columns(facts(), "score", all_four)[1][-1] == ("EHC plan", "Boys")


def test_provisional_figures_are_said_to_be_so_once_for_all_their_years() -> None:
    rows = [
        row("score", "2018/19", 57),
        row("score", "2020/21", 59, status="provisional"),
        row("score", "2019/20", 58, status="provisional"),
        row("roll", "2020/21", 58, status="provisional"),
        row("score", "2021/22", 58, status="revised"),
    ]

    assert notes(facts(*rows).observations) == ["Figures for 2019/20 and 2020/21 are provisional."]
