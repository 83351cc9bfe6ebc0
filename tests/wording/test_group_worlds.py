"""In invented worlds of groups, small ones among them, nothing false is said of any group."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from reportgen.document import Number
from reportgen.findings import compare, review
from reportgen.measures import Group, Measure
from reportgen.wording import state
from tests.wording.groupworlds import (
    BY,
    EVERY,
    SCORE,
    Table,
    full,
    grouped,
    grouped_facts,
    grouped_rows,
    said_of,
    scores,
)
from tests.wording.readgroups import problems
from tests.wording.worlds import ENGLAND, OURS, REGION, YEARS


def _england(table: Table, group: Group, year: str, last: bool) -> str:
    """Return England's value for a year; of the last year, else that of up to two years before."""
    back = YEARS[: YEARS.index(year) + 1][: -4 if last else -2 : -1]
    rows = [table[group, one, ENGLAND] for one in back if (group, one, ENGLAND) in table]
    return rows[0][0] if rows else "c"


def _tenths(text: str) -> int:
    """Return a value in tenths, half away from zero."""
    value = Fraction(text)
    size = abs(value) * 10 + Fraction(1, 2)
    return (size.numerator // size.denominator) * (1 if value >= 0 else -1)


@given(grouped)
@settings(deadline=None, max_examples=200)
def test_every_group_stands_as_its_rows_say(
    table: Table,
) -> None:
    facts = grouped_facts(table)
    found = compare(facts, "m", by=BY, against=("england",))
    stood = {(item.group, item.periods[0].label): item.relation for item in found}
    years = sorted({y for (_, y, area), (text, _) in table.items() if area == OURS and text != "c"})
    expected = {}
    for (group, year, area), (text, count) in table.items():
        theirs = _england(table, group, year, year in years[-1:])
        if area == OURS and year in years[-2:] and "c" not in (text, theirs) and count >= 11:
            step = _tenths(text) - _tenths(theirs)
            expected[group, year] = "above" if step > 0 else "below" if step < 0 else "in line"
    assert stood == expected
    for item in found:
        small = table[item.group, item.periods[0].label, OURS][1] < 100
        assert small == any(caveat.code == "small" for caveat in item.caveats)


@given(grouped)
@settings(deadline=None, max_examples=200)
def test_every_favourable_and_adverse_group_is_told_once_with_its_figures(
    table: Table,
) -> None:
    facts = grouped_facts(table)

    found = review(facts, "m", BY)
    statements = state(found, facts)
    covered = [finding.id for said in statements for finding in said.findings]
    assert len(covered) == len(set(covered))
    spoken = {
        item.id
        for item in found
        if item.kind == "development" or item.group.member("need") != "none"
    }
    assert set(covered) == spoken
    for said in statements:
        assert all(isinstance(n.text, str) for n in said.inlines if isinstance(n, Number))
        assert "  " not in said.text
        assert said.text[0].isupper() or said.text[0].isdigit()


@given(grouped)
@settings(deadline=None, max_examples=150)
def test_no_sentence_is_longer_than_a_reader_can_hold(
    table: Table,
) -> None:
    facts = grouped_facts(table)
    for said in state(review(facts, "m", BY), facts):
        for sentence in said.text.replace(". ", ".\n").split("\n"):
            assert len(sentence.split()) <= 25, sentence


@given(st.one_of(grouped, full()), scores())
@settings(deadline=None, max_examples=200)
def test_every_sentence_about_groups_is_borne_out_by_its_rows(
    table: Table, measure: Measure
) -> None:
    rows = grouped_rows(table, measure)
    for said in said_of(table, measure):
        assert not list(problems(rows, said.kind, said.text)), said.text


@given(full(), st.sampled_from(EVERY))
@settings(deadline=None, max_examples=25)
def test_a_figure_that_is_not_the_one_in_the_rows_is_noticed(table: Table, group: Group) -> None:
    said = [
        one
        for one in said_of(table)
        if any(item.group == group for item in one.findings) and len(one.findings) == 1
    ]
    ours = {
        key: (str(Decimal(text) + 1), count)
        for key, (text, count) in table.items()
        if key[0] == group and key[2] == OURS and text != "c"
    }
    rows = grouped_rows({**table, **ours})
    assert all(list(problems(rows, one.kind, one.text)) for one in said)


@given(full(), scores())
@settings(deadline=None, max_examples=40)
def test_a_size_in_the_place_of_similar_is_noticed(table: Table, measure: Measure) -> None:
    rows = grouped_rows(table, measure)
    for said in said_of(table, measure):
        for old, new in (("similarly to but above", "above"), ("similarly to", "slightly below")):
            other = said.text.replace(old, new, 1)
            assert other == said.text or list(problems(rows, said.kind, other)), other


@given(full(), scores())
@settings(deadline=None, max_examples=40)
def test_a_side_without_similar_is_noticed_where_all_is_noise(
    table: Table, measure: Measure
) -> None:
    said = [one for one in said_of(table, measure) if len(one.findings) == 1]
    said = [one for one in said if not {"similar", "similarly", "level"} & set(one.text.split())]
    said = [one for one in said if one.findings[0].rule == "benchmark"]
    rows = grouped_rows(table, replace(SCORE, noise=Decimal(1000)))
    assert all(list(problems(rows, one.kind, one.text)) for one in said)


@given(full())
@settings(deadline=None, max_examples=40)
def test_a_region_that_does_better_and_goes_unsaid_is_noticed(table: Table) -> None:
    said = [one for one in said_of(table) if one.kind == "strength"]
    region = {key: ("99", 400) for key in table if key[2] == REGION}
    rows = grouped_rows({**table, **region})
    kept = [one for one in said if one.findings[0].rule in ("benchmark", "streak")]
    assert all(list(problems(rows, one.kind, one.text)) for one in kept)


@pytest.mark.parametrize(
    "words",
    [
        "similarly to England",
        "similarly to but above England",
        "below the South East",
        "by chance",
        "every ethnic group",
    ],
)
def test_the_worlds_hold_what_the_readers_are_for(words: str) -> None:
    quick = settings(phases=[Phase.generate], max_examples=2_000, deadline=None, database=None)
    worlds = st.tuples(full(), scores())
    assert find(
        worlds,
        lambda world: any(words in one.text for one in said_of(*world)),
        settings=quick,
        random=Random(1),
    )
