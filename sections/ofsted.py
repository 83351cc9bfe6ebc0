"""Ofsted: how schools and early years settings are rated.

Sources: Ofsted, State-funded schools inspections and outcomes; Department for Education, Education
provision: children under 5 years of age.
"""

from reportgen import (
    Facts,
    Parts,
    action_plan,
    apart,
    bars,
    notes,
    say,
    section,
    shares_table,
    strengths_and_development,
    trend,
)
from reportgen.document import Number
from reportgen.facts import Fact, share, total
from reportgen.period import Period

RATED = ("pupils_good_outstanding_schools", "ey_providers_good_outstanding")


@section("Ofsted", uses=("schools_by_rating", *RATED))
def ofsted(facts: Facts) -> Parts:
    yield from notes("ofsted")
    yield from strengths_and_development(facts, *RATED)
    latest = facts.latest("schools_by_rating")
    yield bars(facts, "schools_by_rating", latest, by="ofsted_grade", against=())
    yield shares_table(
        facts,
        "schools_by_rating",
        latest,
        by="ofsted_grade",
        title=f"Schools by latest Ofsted grade at {latest}",
        whole="All inspected schools",
    )
    good, whole = good_or_outstanding(facts, latest)
    yield say(
        f"At {latest}, {{share}} of inspected schools were good or outstanding: {{good}} of "
        "{whole}. This counts schools, not pupils.",
        good=good and Number(good),
        whole=whole and Number(whole),
        share=share(good, whole) if good and whole else None,
    )
    yield apart(facts, "pupils_good_outstanding_schools")
    for measure in RATED:
        yield trend(facts, measure)
    yield trend(
        facts, "funded_3_4_in_good_outstanding", against=("neighbours", "region", "england")
    )
    yield action_plan("ofsted")


def good_or_outstanding(facts: Facts, date: Period | None) -> tuple[Fact | None, Fact | None]:
    """Return how many inspected schools are good or outstanding, and how many there are."""
    if date is None:
        return None, None
    grades = {
        group.member("ofsted_grade"): facts.find("schools_by_rating", date, group)
        for group in facts.groups("schools_by_rating", date, "ofsted_grade")
    }
    best = [grades.get("outstanding"), grades.get("good")]
    known = [schools for schools in best if schools]
    every = [schools for schools in grades.values() if schools]
    whole = facts.find("schools_by_rating", date) or total(every)
    return total(known) if len(known) == len(best) else None, whole
