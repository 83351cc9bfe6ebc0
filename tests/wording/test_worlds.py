"""In invented worlds of ties, zeros, gaps, breaks and noise, nothing false is said of everyone."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from reportgen.facts import Facts
from reportgen.wording import Statement
from tests.wording.published import Raw
from tests.wording.readback import problems
from tests.wording.worlds import OURS, REGION, YEARS, World, facts_of, told, worlds


def wrong(raw: Raw, said: Statement) -> list[str]:
    return list(problems(raw, OURS, "m", said.kind, said.text))


@given(worlds())
@settings(deadline=None, max_examples=400)
def test_nothing_false_is_said_of_any_world(world: World) -> None:
    raw, facts = world.raw, world.facts
    for said in told(facts):
        assert not wrong(raw, said), said.text


@given(worlds(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_rows_changes_nothing(world: World, order: Random) -> None:
    facts = world.facts
    rows = list(facts.observations)
    order.shuffle(rows)
    other = facts_of(facts.measure("m"), rows)
    assert [s.text for s in told(facts)] == [s.text for s in told(other)]


@given(worlds())
@settings(deadline=None, max_examples=60)
def test_a_figure_of_ours_that_is_not_in_the_rows_is_noticed(world: World) -> None:
    raw, facts = world.raw, world.facts
    said = told(facts)
    for year in YEARS:
        if ("m", OURS, year) in raw.values:
            raw.values["m", OURS, year] += 7
    assert not [one.text for one in said if not wrong(raw, one)]


def claims(facts: Facts, rules: tuple[str, ...] = ("benchmark",)) -> list[Statement]:
    return [one for one in told(facts) if one.findings[0].rule in rules]


@given(worlds())
@settings(deadline=None, max_examples=100)
def test_a_side_without_similar_is_noticed_where_all_is_noise(world: World) -> None:
    raw, facts = world.raw, world.facts
    said = [one for one in claims(facts) if not {"similar", "level"} & set(one.text.split())]
    raw.scales["m"] = replace(raw.scales["m"], noise=Fraction(1000))
    assert not [one.text for one in said if not wrong(raw, one)]


@given(worlds())
@settings(deadline=None, max_examples=100)
def test_a_region_that_does_better_and_goes_unsaid_is_noticed(world: World) -> None:
    raw, facts = world.raw, world.facts
    said = [one for one in claims(facts, ("benchmark", "streak")) if one.kind == "strength"]
    better = deepcopy(raw)
    for year in YEARS:
        better.values["m", REGION, year] = Fraction(999 if raw.higher["m"] else -999)
    assert not [one.text for one in said if not wrong(better, one)]


CHANGED = (
    ("above", "below"),
    ("slightly ", ""),
    ("well ", "slightly "),
    ("similar to but above", "above"),
    ("similar to", "slightly below"),
)


@given(worlds())
@settings(deadline=None, max_examples=100)
def test_another_size_or_side_is_noticed(world: World) -> None:
    raw, facts = world.raw, world.facts
    for said in claims(facts, ("benchmark", "streak")):
        for old, new in CHANGED:
            other = said.text.replace(old, new, 1)
            assert other == said.text or list(problems(raw, OURS, "m", said.kind, other)), other


@pytest.mark.parametrize(
    "words",
    [
        "similar to England",
        "similar to but above England",
        "similar to but below England",
        "below the South East",
        "of those years",
        "changed little",
    ],
)
def test_the_worlds_hold_what_the_readers_are_for(words: str) -> None:
    quick = settings(phases=[Phase.generate], max_examples=5_000, deadline=None, database=None)
    assert find(
        worlds(),
        lambda world: any(words in one.text for one in told(world.facts)),
        settings=quick,
        random=Random(1),
    )
