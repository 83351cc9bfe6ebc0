"""Exclusions: how often pupils are permanently excluded or suspended.

Source: Department for Education, Suspensions and permanent exclusions in England, published each
July.
"""

from typing import Final

from reportgen import (
    EVERYONE,
    Facts,
    Parts,
    action_plan,
    bars,
    counts_table,
    notes,
    section,
    strengths_and_development,
    trend,
)

MEASURES = {
    "permanent_exclusion_rate": "Permanent exclusions",
    "suspension_rate": "Suspensions",
}
AGAINST: Final = ("neighbours", "region", "england")


@section("Exclusions", uses=tuple(MEASURES))
def exclusions(facts: Facts) -> Parts:
    yield from notes("exclusions")
    yield from strengths_and_development(facts, *MEASURES, by=("phase",))
    for measure in MEASURES:
        yield trend(facts, measure, against=AGAINST)
        year = facts.latest(measure)
        phases = facts.groups(measure, year, "phase") if year else ()
        groups = (*phases, EVERYONE) if phases else ()
        yield bars(facts, measure, year, groups=groups, against=AGAINST)
    year = facts.latest("permanent_exclusion_rate")
    yield counts_table(facts, MEASURES, "Pupils", year, by="phase")
    yield action_plan("exclusions")
