"""Measures and groups: what may be compared with what, and in which words and order."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.measures import EVERYONE, Break, Group, Measure
from reportgen.period import Period, PeriodKind, read_period
from tests.invented import DIMENSIONS, SCORE, breaks, dictionary, when

YEARS = st.integers(2000, 2030)
MEMBERS = {item.id: [member.id for member in item.members] for item in DIMENSIONS}
GROUPS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(members) for name, members in MEMBERS.items()}
).map(lambda members: Group.of(**members))


def year(first: int) -> Period:
    return when(f"{first}/{(first + 1) % 100:02d}")


def broken(*years: int) -> Measure:
    return breaks(SCORE, *(year(first).label for first in years))


@given(YEARS, YEARS, st.lists(YEARS, max_size=4))
def test_figures_are_comparable_unless_a_new_series_begins_between_them(
    one: int, other: int, starts: list[int]
) -> None:
    earlier, later = sorted([one, other])
    between = any(earlier < start <= later for start in starts)

    assert broken(*starts).comparable(year(one), year(other)) is not between


@given(YEARS, YEARS, st.lists(YEARS, max_size=4))
def test_comparing_is_the_same_both_ways_and_with_oneself(
    one: int, other: int, starts: list[int]
) -> None:
    measure, a, b = broken(*starts), year(one), year(other)

    assert measure.comparable(a, b) == measure.comparable(b, a)
    assert measure.comparable(a, a)


@given(st.lists(YEARS, min_size=3, max_size=3), st.lists(YEARS, max_size=4))
def test_no_way_leads_round_a_break(three: list[int], starts: list[int]) -> None:
    a, b, c = (year(first) for first in sorted(three))
    measure = broken(*starts)

    assert measure.comparable(a, c) == (measure.comparable(a, b) and measure.comparable(b, c))


def test_a_caution_marks_a_period_and_forbids_nothing() -> None:
    warning = Break("2019/20", "caution", "Schools were closed.", "Schools closed")
    measure = replace(SCORE, breaks=(warning,))

    assert measure.comparable(when("2018/19"), when("2019/20"))
    assert measure.break_at(when("2019/20")) is warning
    assert measure.break_at(when("2020/21")) is None


def test_figures_of_different_kinds_of_period_are_never_compared() -> None:
    with pytest.raises(TypeError, match="never compared"):
        SCORE.comparable(when("2019/20"), when("2020"))


@pytest.mark.parametrize("start", ["31 July 2021", "July 2021", "2021"])
def test_a_break_between_two_dates_is_seen_though_it_is_neither(start: str) -> None:
    measure = breaks(SCORE, start)
    before, at, after = (when(text) for text in ("2020-03", "2021-07-31", "2021-10-31"))

    assert not measure.comparable(before, after)
    assert not measure.comparable(before, at)
    assert measure.comparable(at, after)


def test_a_break_of_another_kind_of_period_says_nothing_of_this_one() -> None:
    measure = breaks(SCORE, "2019/20")

    assert measure.comparable(when("2018"), when("2021"))


def test_a_break_of_calendar_years_is_named_by_its_year() -> None:
    measure = breaks(SCORE, "2019")
    years = [read_period(text, PeriodKind.CALENDAR) for text in ("2018", "2019", "2020")]

    assert [measure.comparable(years[0], later) for later in years[1:]] == [False, False]
    assert measure.comparable(*years[1:])


@given(GROUPS)
def test_a_group_is_the_same_in_whatever_order_it_is_narrowed(group: Group) -> None:
    narrowed = EVERYONE
    for dimension, member in reversed(group.pairs):
        narrowed = narrowed.with_(dimension, member)

    assert narrowed == group
    assert narrowed.pairs == tuple(sorted(group.pairs))
    assert hash(narrowed) == hash(group)


@given(GROUPS, GROUPS)
def test_narrowing_sets_one_member_and_keeps_the_others(group: Group, other: Group) -> None:
    for dimension, member in other.pairs:
        narrowed = group.with_(dimension, member)
        assert narrowed.member(dimension) == member
        assert {*narrowed.dimensions} == {*group.dimensions, dimension}
        assert all(
            narrowed.member(name) == group.member(name)
            for name in group.dimensions
            if name != dimension
        )


def test_everyone_is_narrowed_by_nothing() -> None:
    assert (EVERYONE.dimensions, EVERYONE.member("sex")) == ((), None)
    assert Group.of() == EVERYONE


@given(st.lists(GROUPS, max_size=8), st.randoms(use_true_random=False))
def test_groups_stand_in_one_order_however_they_come(groups: list[Group], random: object) -> None:
    known = dictionary()
    shuffled = list(groups)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert sorted(shuffled) == sorted(groups)
    assert sorted(shuffled, key=known.sort_key) == sorted(groups, key=known.sort_key)


def test_groups_are_printed_in_the_order_of_the_dictionary_not_of_the_alphabet() -> None:
    groups = [
        Group.of(sex=sex, need=need) for need, sex in product(("plan", "none"), ("boys", "girls"))
    ]
    known = dictionary()

    assert [known.label(group) for group in sorted(groups, key=known.sort_key)] == [
        "Girls, No need",
        "Girls, EHC plan",
        "Boys, No need",
        "Boys, EHC plan",
    ]


@pytest.mark.parametrize(
    ("group", "label", "phrase"),
    [
        (EVERYONE, "All", "pupils"),
        (Group.of(sex="girls"), "Girls", "girls"),
        (Group.of(need="plan"), "EHC plan", "pupils with an EHC plan"),
        (Group.of(need="plan", sex="girls"), "Girls, EHC plan", "girls with an EHC plan"),
        (
            Group.of(origin="asian", need="support"),
            "SEN Support, Asian",
            "Asian pupils with SEN Support",
        ),
    ],
)
def test_a_group_has_words_for_a_label_and_for_a_sentence(
    group: Group, label: str, phrase: str
) -> None:
    known = dictionary()

    assert known.label(group) == label
    assert known.noun_phrase(group, "pupils") == phrase
