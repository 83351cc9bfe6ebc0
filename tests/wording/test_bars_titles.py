"""The titles of bars in invented worlds of groups say what the rows say, and hide nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import plain
from reportgen.measures import Group, Measure
from reportgen.wording import bars_title
from tests.invented import when
from tests.wording.groupworlds import (
    BY,
    SCORE,
    Table,
    full,
    grouped,
    grouped_facts,
    grouped_rows,
    scores,
)
from tests.wording.published import ENGLAND
from tests.wording.readbars import Who, problems
from tests.wording.worlds import OURS, YEARS

Title = tuple[list[Who], str, str]


def titles(table: Table, measure: Measure) -> list[Title]:
    """Return the groups, the year and the title of every chart of two groups or more."""
    facts, found = grouped_facts(table, measure), []
    for by in BY:
        for year in YEARS[-3:]:
            groups = facts.groups("m", when(year), by)
            if len(groups) > 1:
                title = plain(bars_title(facts, "m", groups, when(year)))
                found.append(([group.pairs for group in groups], year, title))
    return found


@given(st.one_of(grouped, full()), scores())
@settings(deadline=None, max_examples=120)
def test_every_title_of_bars_is_borne_out_by_the_rows(table: Table, measure: Measure) -> None:
    rows = grouped_rows(table, measure)
    for groups, year, title in titles(table, measure):
        assert not list(problems(rows, groups, year, title)), title


@given(full(), scores())
@settings(deadline=None, max_examples=60)
def test_a_title_of_bars_is_noticed_where_the_rows_are_turned_round(
    table: Table, measure: Measure
) -> None:
    rows = grouped_rows(table, measure)
    for key, value in rows.exact.items():
        if key[2] != "ours":
            mine = rows.exact.get((*key[:2], "ours"), value)
            rows.exact[key] = mine + (Fraction(90) if mine >= value else Fraction(-90))
    rows.scale = replace(rows.scale, noise=None, tolerance=Fraction(0), spread=None)
    for groups, year, title in titles(table, measure):
        if " scored " in title:
            assert list(problems(rows, groups, year, title)), title


def test_a_group_below_is_named_where_one_is_similar_and_one_level() -> None:
    measure, table = replace(SCORE, spread=Decimal(20)), {}
    values = {"asian": ("45", 10_000), "chinese": ("45", 20), "white": ("50", 10_000)}
    for origin, (ours, pupils) in values.items():
        table[Group.of(origin=origin), YEARS[-1], OURS] = (ours, pupils)
        table[Group.of(origin=origin), YEARS[-1], ENGLAND] = ("50", 10_000)
    assert [title for *_, title in titles(table, measure)] == ["Asian pupils scored below England"]
