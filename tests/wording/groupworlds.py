"""Invented worlds of groups, everyone among them: a table for readers, facts for the engine."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from reportgen.area import Area
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.findings import review
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.wording import Statement, state
from tests.invented import POINTS, when
from tests.wording.grouprows import Rows, Who
from tests.wording.worlds import (
    AREAS,
    ENGLAND,
    NAMES,
    NEAR,
    OURS,
    REGION,
    YEARS,
    facts_of,
    near_ties,
    noises,
    numbers,
    scale_of,
    tolerances,
)

Table = dict[tuple[Group, str, int], tuple[str, int]]
"""A value and a number of pupils by group, year and area."""
BY = ("sex", "need", "origin")
SCORE = Measure("m", "M", "score", POINTS, "mean", 1, better="higher", verb="scored")
EVERY = (
    Group.of(sex="girls"),
    Group.of(sex="boys"),
    Group.of(need="none"),
    Group.of(need="support"),
    Group.of(need="plan"),
    Group.of(need="plan", sex="girls"),
    Group.of(origin="asian"),
    Group.of(origin="chinese"),
    Group.of(origin="white"),
)
groups = st.sampled_from((*EVERY, EVERYONE))
people = st.sampled_from([3, 10, 11, 85, 99, 100, 400])
grouped: st.SearchStrategy[Table] = st.dictionaries(
    st.tuples(groups, st.sampled_from(YEARS[-3:]), st.sampled_from(AREAS)),
    st.tuples(st.one_of(near_ties, numbers, st.just("c")), people),
    min_size=4,
    max_size=60,
)


@st.composite
def full(draw: st.DrawFn) -> Table:
    """Return worlds with every group in every year, so that whole dimensions are spoken of."""
    lift, holes = draw(st.sampled_from([-6, -2, 0, 2, 6])), draw(st.booleans())
    table = {}
    for group in EVERY:
        size = draw(people)
        for year in YEARS[-3:]:
            for area in AREAS:
                step = draw(st.integers(-2, 2)) + (lift if area in (OURS, REGION) else 0)
                text = draw(
                    st.sampled_from(
                        [str(50 + step), f"{50 + step}.04", "c"][: 2 + (holes and step > 1)]
                    )
                )
                table[group, year, area] = (text, size)
    return table


@st.composite
def scores(draw: st.DrawFn) -> Measure:
    """Return a score with a tolerance, noise, that of two members, and how far pupils spread."""
    own = draw(st.sets(st.sampled_from([("sex", "girls"), ("need", "plan"), ("origin", "white")])))
    noise = draw(noises)
    return replace(
        SCORE,
        tolerance=Decimal(draw(tolerances)),
        noise=Decimal(noise) if noise else None,
        group_noise=tuple((one, Decimal(draw(st.sampled_from(["1", "3"])))) for one in sorted(own)),
        spread=draw(st.sampled_from([None, Decimal(4), Decimal(20)])),
    )


def grouped_facts(table: Table, measure: Measure = SCORE) -> Facts:
    """Return a table as the engine holds it."""
    rows = []
    for n, ((group, year, area), (text, count)) in enumerate(table.items()):
        value = Missing.SUPPRESSED if text == "c" else Decimal(text)
        cell = Cell("rows", n + 2, "value")
        place, cohort = Area(str(area), NAMES[area]), Decimal(count)
        rows.append(Observation(measure, place, when(year), group, value, cell, None, None, cohort))
    return facts_of(measure, rows)


def grouped_rows(table: Table, measure: Measure = SCORE) -> Rows:
    """Return a table as a reader holds it, the mean of the neighbours worked out."""
    rows = Rows(scale=scale_of(measure))
    rows.noise = {one: Fraction(noise) for one, noise in measure.group_noise}
    means: dict[tuple[Who, str], list[Fraction]] = {}
    areas = {OURS: "ours", ENGLAND: "England", REGION: "region"}
    for (group, year, area), (text, count) in table.items():
        key = (group.pairs, year)
        if area == OURS:
            rows.pupils[key] = count
        if text != "c" and area in NEAR:
            means.setdefault(key, []).append(Fraction(text))
        elif text != "c":
            rows.exact[*key, areas[area]] = Fraction(text)
    for key, values in means.items():
        rows.exact[*key, "neighbours"] = sum(values, Fraction(0)) / len(values)
        rows.near[key] = (len(values), len(NEAR))
    return rows


def said_of(table: Table, measure: Measure = SCORE) -> tuple[Statement, ...]:
    """Return all that is said of every group of a table."""
    facts = grouped_facts(table, measure)
    return state(review(facts, "m", BY), facts)
