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
from reportgen.facts import Fact, Missing, share, total
from reportgen.period import Period

RATED = ("pupils_good_outstanding_schools", "ey_providers_good_outstanding")
FEW = 5
"""Of fewer schools than this no share is given and no chart is drawn."""
RANKED = {
    "outstanding": "rated outstanding",
    "good": "rated good",
    "requires_improvement": "rated as requiring improvement",
    "inadequate": "rated inadequate",
}


@section("Ofsted", uses=("schools_by_rating", *RATED))
def ofsted(facts: Facts) -> Parts:
    yield from notes("ofsted")
    latest = facts.latest("schools_by_rating")
    _, whole = good_or_outstanding(facts, latest)
    few = whole is not None and not isinstance(whole.value, Missing) and whole.value < FEW
    measures = RATED[1:] if few else RATED
    yield from strengths_and_development(facts, *measures)
    yield from schools_in_words(facts, latest) if few else schools_by_grade(facts, latest)
    for measure in measures:
        yield trend(facts, measure)
    yield trend(
        facts, "funded_3_4_in_good_outstanding", against=("neighbours", "region", "england")
    )
    yield action_plan("ofsted")


def schools_by_grade(facts: Facts, latest: Period | None) -> Parts:
    """Yield how many schools have each grade, in a chart, a table and a sentence."""
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


def schools_in_words(facts: Facts, latest: Period | None) -> Parts:
    """Yield the grades of a handful of schools in sentences."""
    _, whole = good_or_outstanding(facts, latest)
    counts = {
        grade: schools
        for grade, schools in by_grade(facts, latest).items()
        if schools and not isinstance(schools.value, Missing) and schools.value
    }
    if not whole or not counts:
        yield say(f"At {latest} no school in {facts.ours.spoken} had an overall grade from Ofsted.")
        return
    each = [f"{{{grade}}} {RANKED[grade]}" for grade in RANKED if grade in counts]
    listed = ": " + " and ".join(filter(None, [", ".join(each[:-1]), each[-1]]))
    if whole.value == 1:
        listed = f", and was {RANKED[next(iter(counts))]}"
    yield say(
        f"At {latest} {{whole}} in {facts.ours.spoken} had an overall grade from Ofsted{listed}. "
        "Of so few schools no share is given.",
        whole=Number(whole, "words"),
        **{grade: Number(schools, "words") for grade, schools in counts.items()},
    )


def by_grade(facts: Facts, date: Period | None) -> dict[str, Fact | None]:
    """Return how many inspected schools have each grade."""
    groups = facts.groups("schools_by_rating", date, "ofsted_grade") if date else ()
    return {
        group.member("ofsted_grade") or "": facts.find("schools_by_rating", date, group)
        for group in groups
        if date
    }


def good_or_outstanding(facts: Facts, date: Period | None) -> tuple[Fact | None, Fact | None]:
    """Return how many inspected schools are good or outstanding, and how many there are."""
    if date is None:
        return None, None
    grades = by_grade(facts, date)
    best = [grades.get("outstanding"), grades.get("good")]
    known = [schools for schools in best if schools]
    every = [schools for schools in grades.values() if schools]
    whole = facts.find("schools_by_rating", date) or total(every)
    return total(known) if len(known) == len(best) else None, whole
