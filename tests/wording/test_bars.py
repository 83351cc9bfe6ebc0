"""Titles of bars: who stands where, in words that hide nobody."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import plain
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.wording import bars_title
from tests.invented import ABSENCE, ROLL, SCORE, TAUGHT, facts, row, when

PRIMARY, SECONDARY = Group.of(phase="primary"), Group.of(phase="secondary")


def bars(measure: Measure, pairs: dict[str, tuple[str, str]], by: str) -> str:
    rows = []
    for member, (ours, england) in pairs.items():
        rows.append(row(measure, "2020/21", ours, **{by: member}))
        rows.append(row(measure, "2020/21", england, "england", **{by: member}))
    world = facts(*rows)
    groups = world.groups(measure.id, when("2020/21"), by)
    return plain(bars_title(world, measure.id, groups, when("2020/21")))


@pytest.mark.parametrize(
    ("measure", "by", "pairs", "expected"),
    [
        (
            SCORE,
            "origin",
            {"asian": ("60", "50"), "chinese": ("70", "60"), "white": ("52", "51")},
            "Every ethnic group scored above England in 2020/21",
        ),
        (
            SCORE,
            "sex",
            {"girls": ("60", "50"), "boys": ("49", "50")},
            "Girls scored above England, boys below",
        ),
        (
            SCORE,
            "need",
            {"none": ("60", "50"), "support": ("49", "50"), "plan": ("21", "20")},
            "Pupils with SEN Support scored below England, the other two above",
        ),
        (
            ABSENCE,
            "phase",
            {"primary": ("4", "5"), "secondary": ("6", "5")},
            "The absence rate was below England’s in primary schools, above in secondary schools",
        ),
        (
            ABSENCE,
            "phase",
            {"primary": ("4", "5"), "secondary": ("4", "5")},
            "The absence rate was below England’s in primary and secondary schools in 2020/21",
        ),
        (ROLL, "sex", {"girls": ("6", "5")}, "The number of pupils for girls was 6 in 2020/21"),
        (
            ROLL,
            "sex",
            {"girls": ("6", "5"), "boys": ("5", "5")},
            "Girls were the largest group, at 6",
        ),
        (
            replace(TAUGHT, name="Pupils with SEN Support"),
            "sex",
            {"girls": ("6", "5"), "boys": ("5", "5")},
            "The share taught at home was highest among girls, at 6.0%",
        ),
        (
            SCORE,
            "need",
            {"none": ("60", "50"), "support": ("49", "50"), "plan": ("20", "20")},
            "Pupils with SEN Support scored below England, pupils without a need above",
        ),
        (
            ABSENCE,
            "origin",
            {"asian": ("6", "5"), "chinese": ("5", "5"), "white": ("4", "5")},
            "The absence rate was above England’s for Asian pupils, below for White pupils",
        ),
    ],
)
def test_bars_are_titled_with_who_stands_where(
    measure: Measure, by: str, pairs: dict[str, tuple[str, str]], expected: str
) -> None:
    assert bars(measure, pairs, by) == expected


def test_bars_without_anything_to_compare_with_have_a_plain_title() -> None:
    world = facts(row(SCORE, "2020/21", "50", sex="girls"), row(SCORE, "2020/21", "51", sex="boys"))
    groups = world.groups("score", when("2020/21"), "sex")
    assert plain(bars_title(world, "score", groups, when("2020/21"))) == (
        "The average score was highest for boys, at 51.00"
    )


def test_a_bar_for_everyone_is_not_counted_among_the_groups() -> None:
    rows = []
    for value, group in (("4", {"phase": "primary"}), ("6", {"phase": "secondary"}), ("6", {})):
        rows += [row(ABSENCE, "2020/21", value, **group)]
        rows += [row(ABSENCE, "2020/21", "5", "england", **group)]
    world = facts(*rows)
    groups = (PRIMARY, SECONDARY, EVERYONE)
    assert plain(bars_title(world, "absence", groups, when("2020/21"))) == (
        "The absence rate was below England’s in primary schools, above in secondary schools"
    )


def test_a_fact_about_some_is_said_as_what_they_had() -> None:
    plans = replace(TAUGHT, name="Pupils with an EHC plan")
    world = facts(row(plans, "2020/21", "39.5", sex="girls"))
    girls = (Group.of(sex="girls"),)
    assert plain(bars_title(world, "taught", girls, when("2020/21"))) == (
        "39.5% of girls had an EHC plan"
    )


ORIGINS = ("asian", "chinese", "white")
sixes = st.lists(
    st.sampled_from(["44", "48", "50", "50.04", "52", "59", "c"]), min_size=6, max_size=6
)


@given(sixes)
@settings(deadline=None, max_examples=200)
def test_the_title_of_bars_is_short_and_never_hides_who_is_below(values: list[str]) -> None:
    pairs = dict(zip(ORIGINS, zip(values[:3], values[3:], strict=True), strict=True))
    title = bars(SCORE, pairs, "origin")
    assert 0 < len(title.split()) <= 15
    below = [
        member
        for member, (ours, england) in pairs.items()
        if "c" not in (ours, england) and Decimal(england) - Decimal(ours) >= Decimal("0.5")
    ]
    assert not below or "below" in title


@given(sixes, st.sampled_from([ROLL, TAUGHT]))
@settings(deadline=None, max_examples=100)
def test_a_title_without_a_direction_names_a_largest_group_only_where_there_is_one(
    values: list[str], measure: Measure
) -> None:
    pairs = dict(zip(ORIGINS, zip(values[:3], values[3:], strict=True), strict=True))
    title = bars(measure, pairs, "origin")
    known = [int(Decimal(ours)) for ours, _ in pairs.values() if ours != "c"]
    single = len(known) > 1 and sorted(known)[-1] > sorted(known)[-2]
    assert len(title.split()) <= 15
    assert ("largest" in title or "highest" in title) is single
