"""Attainment: how well pupils do at the end of key stage 4.

Source: Department for Education, Key stage 4 performance, published each October, revised in
February.
"""

from reportgen import (
    Facts,
    Group,
    Parts,
    action_plan,
    bars,
    cohort_table,
    figures_table,
    gap_table,
    gaps,
    heading,
    notes,
    section,
    strengths_and_development,
    trend,
)
from reportgen.period import Period

GROUPS = ("sex", "ethnicity", "first_language", "sen", "disadvantage", "fsm")
WATCHED = (
    Group.of(fsm="fsm"),
    Group.of(disadvantage="disadvantaged"),
    Group.of(sen="sen_support"),
    Group.of(sen="ehc_plan"),
)
DISADVANTAGE = (Group.of(disadvantage="disadvantaged"), Group.of(disadvantage="not_disadvantaged"))


@section("Attainment", uses=("attainment_8", "ks4_cohort"))
def attainment(facts: Facts) -> Parts:
    yield from notes("attainment")
    yield from strengths_and_development(facts, "attainment_8", by=GROUPS, gap=DISADVANTAGE)
    yield heading("The gap for disadvantaged pupils")
    yield from gaps(facts, "attainment_8", "disadvantage", "disadvantaged", "not_disadvantaged")
    shown = facts.periods("attainment_8")[-2:]
    for year in shown:
        yield heading(f"Attainment 8 in {year}")
        yield trend(facts, "attainment_8", until=year)
        yield bars(facts, "attainment_8", year, by="disadvantage")
        yield gap_table(
            facts, "attainment_8", year, "disadvantage", "disadvantaged", "not_disadvantaged"
        )
        yield bars(facts, "attainment_8", year, groups=WATCHED)
        for by in ("ethnicity", "sen", "fsm"):
            yield bars(facts, "attainment_8", year, by, with_sex(facts, year, by))
        yield figures_table(
            facts,
            "attainment_8",
            year,
            by=[group for by in GROUPS[1:] for group in facts.groups("attainment_8", year, by)],
            across="sex",
            area="england",
            title=f"Attainment 8 in England by group and sex, {year}",
        )
    counted = facts.periods("ks4_cohort")[-2:]
    for year in (year for year in counted if year in shown or not shown):
        yield heading(f"Pupils behind the results in {year}")
        for by in GROUPS[1:]:
            yield cohort_table(facts, "ks4_cohort", year, by)
    yield action_plan("attainment")


def with_sex(facts: Facts, year: Period, by: str) -> list[Group]:
    """Return the groups of a dimension, and after each those by sex that we have a figure for."""
    groups = []
    for group in facts.groups("attainment_8", year, by):
        split = [group.with_("sex", sex) for sex in ("boys", "girls")]
        groups += [group, *(part for part in split if facts.find("attainment_8", year, part))]
    return groups
