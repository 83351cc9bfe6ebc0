"""Lists, numbers and notes as British readers expect them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import Number, Text, plain
from reportgen.facts import mean
from reportgen.findings import compare, streak
from reportgen.measures import Break, Degree, Group, Measure
from reportgen.period import PeriodKind, read_period
from reportgen.wording import caveats, join_words, mean_note, state, subtitle
from reportgen.wording.degrees import degree
from reportgen.wording.groups import groups_words, periods_words, span_words
from reportgen.wording.numbers import difference_shown, figure
from reportgen.wording.statement import pick
from reportgen.wording.words import join, lower_first, run
from tests.invented import ABSENCE, SCORE, TAUGHT, facts, row, when


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_has_no_comma_before_and(items: list[str], expected: str) -> None:
    assert join_words(items) == expected


def test_a_list_keeps_its_numbers_alive() -> None:
    number = Number(row(SCORE, "2020/21", "50"))
    listed = join([number, "two", run(number, " each")])
    assert listed == (number, Text(", two and "), number, Text(" each"))


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ((("origin", "asian"), ("origin", "white")), "Asian and White pupils"),
        ((("phase", "primary"), ("phase", "secondary")), "primary and secondary schools"),
        (
            (("need", "support"), ("need", "plan")),
            "pupils with SEN Support and pupils with an EHC plan",
        ),
        ((("sex", "girls"), ("sex", "boys")), "girls and boys"),
    ],
)
def test_groups_share_their_last_word(members: tuple[tuple[str, str], ...], expected: str) -> None:
    groups = [Group.of(**{dimension: member}) for dimension, member in members]
    assert groups_words(facts(), SCORE, groups) == expected


@pytest.mark.parametrize(
    ("kind", "labels", "expected"),
    [
        (PeriodKind.ACADEMIC, ["2019/20"], "in 2019/20"),
        (PeriodKind.ACADEMIC, ["2019/20", "2020/21"], "in both 2019/20 and 2020/21"),
        (PeriodKind.CENSUS, ["2020", "2021"], "in both the 2020 and 2021 counts"),
        (PeriodKind.AS_AT, ["2021-08-31"], "at 31 August 2021"),
    ],
)
def test_periods_are_said_by_their_kind(kind: PeriodKind, labels: list[str], expected: str) -> None:
    assert periods_words([read_period(label, kind) for label in labels]) == expected


def test_a_run_of_years_is_counted() -> None:
    years = [when(f"{year}/{(year + 1) % 100}") for year in range(2015, 2019)]
    assert periods_words(years, run=True) == "in each of the four years to 2018/19"
    assert span_words(years) == "2015/16 to 2018/19"


def test_a_difference_is_that_of_the_figures_as_shown() -> None:
    world = facts(row(TAUGHT, "2020/21", "90.04"), row(TAUGHT, "2020/21", "84.96", "england"))
    (found,) = compare(world, "taught")
    assert difference_shown(found.comparisons[0]).text == "5.0 percentage points"


def test_a_degree_comes_from_the_table_of_the_project() -> None:
    world = facts(row(SCORE, "2020/21", "53"), row(SCORE, "2020/21", "50", "england"))
    items = compare(world, "score")[0].comparisons
    assert degree(world, SCORE, items) == ""
    strict = {"points": Degree(Decimal(4), Decimal(9))}
    other = replace(world, dictionary=replace(world.dictionary, degrees=strict))
    assert degree(other, SCORE, items) == "slightly"


def sized(ours: str, england: str, measure: Measure = SCORE, **more: object) -> str:
    rows = (row(measure, "2020/21", ours, **more), row(measure, "2020/21", england, "england"))
    world = facts(*rows)
    return degree(world, measure, compare(world, measure.id)[0].comparisons)


def test_a_difference_inside_chance_or_hardly_one_is_called_similar() -> None:
    spread = replace(SCORE, spread=Decimal(20))
    assert sized("56", "50", spread, cohort=20) == "similar"
    assert sized("56", "50", spread, cohort=900) == "well"
    assert [sized(ours, "50", SCORE) for ours in ("50.49", "50.5")] == ["similar", "slightly"]
    assert [sized(ours, "20.0", ABSENCE) for ours in ("20.9", "21.0")] == ["similar", "slightly"]


def test_a_rate_of_a_handful_of_events_has_no_word_for_its_size() -> None:
    assert sized("4.0", "1.0", ABSENCE, numerator=9, denominator=225) == ""
    assert sized("4.0", "1.0", ABSENCE, numerator=10, denominator=250) == "well"


def test_a_small_share_half_as_much_again_is_not_slightly_more() -> None:
    share = replace(TAUGHT, better="higher")
    assert sized("4.5", "3.0", share) == ""
    assert sized("51.5", "50.0", share) == "slightly"


def test_years_on_two_sides_inside_the_noise_are_similar_however_many() -> None:
    noisy = replace(SCORE, noise=Decimal(1))
    rows = []
    for year, near in (
        ("2017/18", "52.3"),
        ("2018/19", "52.3"),
        ("2019/20", "50"),
        ("2020/21", "51.8"),
    ):
        rows += [row(noisy, year, "52"), row(noisy, year, "45", "england")]
        rows.append(row(noisy, year, near, "neighbours"))
    world = facts(*rows)
    (said,) = state(streak(world, "score"), world)
    assert "similar to statistical neighbours in 2017/18, 2018/19 and 2020/21" in said.text


tenths = st.integers(1, 990).map(lambda n: Decimal(n) / 10)
STRENGTH = {"similar": 0, "slightly": 1, "": 2, "well": 3}


@given(tenths, tenths, tenths, st.sampled_from([SCORE, ABSENCE]), st.integers(20, 900))
@settings(deadline=None, max_examples=200)
def test_a_smaller_difference_never_sounds_the_greater(
    base: Decimal, one: Decimal, other: Decimal, measure: Measure, cohort: int
) -> None:
    sounds = [
        STRENGTH[sized(str(base + step), str(base), measure, cohort=cohort + n)]
        for n, step in enumerate(sorted((one, other)))
    ]
    assert sounds[0] <= sounds[1]


def test_a_note_says_which_breaks_touch_the_periods_shown() -> None:
    grades = replace(
        SCORE,
        breaks=(Break("2019/20", "level", "No exams."), Break("2020/21", "level", "None again.")),
    )
    assert caveats(grades, [when("2018/19"), when("2019/20")]) == ("No exams.",)
    assert caveats(grades, [when("2018/19")]) == ()


def test_a_note_says_of_how_many_areas_a_mean_is() -> None:
    rows = [row(SCORE, "2020/21", "50"), row(SCORE, "2020/21", "c")]
    assert mean_note(mean(rows, of=2)) == "Neighbour average is the mean of 1 of 2 areas."
    assert mean_note(mean(rows[:1], of=1)) == ""
    assert mean_note(None) == ""


@pytest.mark.parametrize("text", ["EHC plan", "EHCPs by type", "A-level entries", "A new count"])
def test_a_small_first_letter_spares_initials(text: str) -> None:
    assert lower_first("Statistical neighbours") == "statistical neighbours"
    assert lower_first(text) == text.replace("A new", "a new")


def test_a_way_to_divide_people_whose_name_is_an_abbreviation_keeps_its_capitals() -> None:
    known = facts(row("score", "2020/21", 5, need="plan"), row("score", "2020/21", 6, need="none"))
    need = replace(known.dictionary.dimensions["need"], name="SEN provision")
    ways = {**known.dictionary.dimensions, "need": need}
    named = replace(known, dictionary=replace(known.dictionary, dimensions=ways))
    groups = (Group.of(need="plan"), Group.of(need="none"))
    said = plain(subtitle(named, "score", [when("2020/21")], groups))
    assert said.startswith("Average score by SEN provision (points)")


def test_the_same_shape_is_not_used_twice_running() -> None:
    for n in range(50):
        assert pick(("subject", "period", "figure"), f"finding {n}", "period") != "period"
    assert pick(("subject",), "finding", "subject") == "subject"
    assert plain(run("a", "b")) == "ab"


def test_nothing_at_all_has_no_decimals_in_a_sentence() -> None:
    none, some = row(ABSENCE, "2020/21", "0"), row(ABSENCE, "2020/21", "0.04")
    assert [figure(none).text, figure(some).text, figure(none, some).text] == ["0%", "0.0%", "0%"]
