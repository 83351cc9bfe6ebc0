"""The titles of bars in invented worlds of groups say what the rows say, and hide nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import plain
from reportgen.measures import Measure
from reportgen.wording import bars_title
from tests.invented import when
from tests.wording.groupworlds import (
    BY,
    Table,
    full,
    grouped,
    grouped_facts,
    grouped_rows,
    scores,
)
from tests.wording.readbars import Who, problems
from tests.wording.worlds import YEARS

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
@settings(deadline=None, max_examples=200)
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
