"""Ofsted: how schools and early years settings are rated.

Sources: Ofsted, State-funded schools inspections and outcomes; Department for Education, Education
provision: children under 5 years of age.
"""

from reportgen import (
    Facts,
    Parts,
    action_plan,
    bars,
    notes,
    section,
    shares_table,
    strengths_and_development,
    trend,
    words,
)

RATED = ("pupils_good_outstanding_schools", "ey_providers_good_outstanding")


@section("Ofsted", uses=("schools_by_rating", *RATED))
def ofsted(facts: Facts) -> Parts:
    yield from notes("ofsted")
    yield from strengths_and_development(facts, *RATED, "funded_3_4_in_good_outstanding")
    yield from words("ofsted", "Context", title="Inspection since March 2020")
    latest = max(facts.periods("schools_by_rating"), default=None)
    yield bars(facts, "schools_by_rating", latest, by="ofsted_grade", against=())
    yield shares_table(
        facts,
        "schools_by_rating",
        latest,
        by="ofsted_grade",
        title=f"Schools by latest Ofsted grade at {latest}",
        whole="All inspected schools",
    )
    for measure in RATED:
        yield trend(facts, measure)
    yield trend(
        facts, "funded_3_4_in_good_outstanding", against=("neighbours", "region", "england")
    )
    yield action_plan("ofsted")
