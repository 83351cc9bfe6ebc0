"""The title of a line of one group is borne out by the rows of that group."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import plain
from reportgen.measures import Group, Measure
from reportgen.wording import trend_title
from tests.wording.groupnames import NAMES
from tests.wording.grouprows import Rows
from tests.wording.groupworlds import (
    EVERY,
    Table,
    full,
    grouped,
    grouped_facts,
    grouped_rows,
    scores,
)
from tests.wording.readtitles import Line, problems
from tests.wording.sizes import Pair
from tests.wording.worlds import OURS


def line_of(rows: Rows, table: Table, group: Group) -> Line:
    """Return what the line of a group shows; of ten pupils or fewer nothing is compared."""
    who = group.pairs
    name = next(name for name, pairs in NAMES.items() if pairs == who and pairs)
    years = sorted(year for one, year, area in table if one == group and area == OURS)
    known = {year: rows.value(who, year, "ours") for year in years}

    def pair(area: str, year: str) -> Pair | None:
        return rows.pair(who, year, area) if rows.pupils.get((who, year), 0) > 10 else None

    return Line(
        years,
        {year: value for year, value in known.items() if value is not None},
        pair,
        True,
        f"{name[:1].upper()}{name[1:]} scored",
        f"The score for {name}",
        "M in Ourshire",
        rows.scale.tolerance,
    )


@given(st.one_of(grouped, full()), scores())
@settings(deadline=None, max_examples=80)
def test_every_title_of_a_group_is_borne_out_by_its_rows(table: Table, measure: Measure) -> None:
    rows, facts = grouped_rows(table, measure), grouped_facts(table, measure)
    for group in EVERY:
        line = line_of(rows, table, group)
        if line.years:
            title = plain(trend_title(facts, "m", group))
            assert not list(problems(line, title)), title


@given(full(), scores())
@settings(deadline=None, max_examples=40)
def test_another_groups_title_is_noticed(table: Table, measure: Measure) -> None:
    rows, facts = grouped_rows(table, measure), grouped_facts(table, measure)
    rows.exact = {
        key: value + (Fraction(200) if key[2] == "ours" else 0) for key, value in rows.exact.items()
    }
    for group in EVERY:
        title = plain(trend_title(facts, "m", group))
        if " above " not in title and any(char.isdigit() for char in title):
            line = line_of(rows, table, group)
            assert not line.mine or list(problems(line, title)), title
