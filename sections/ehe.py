"""Elective home education: children whose parents choose to teach them at home.

Sources: the council's case system; Department for Education, Elective home education. It is a
parent's choice: nothing here is better or worse.
"""

from reportgen import (
    Facts,
    Parts,
    action_plan,
    changes,
    columns,
    course,
    notes,
    say,
    section,
    words,
)
from reportgen.facts import ratio

FEW = 3
"""At so many dates or fewer, each change between them is told."""


@section("Elective home education", uses=("ehe_children", "ehe_in_year"))
def ehe(facts: Facts) -> Parts:
    yield from notes("ehe")
    yield from words("ehe", "Context", title="")
    if 1 < len(facts.periods("ehe_children")) <= FEW:
        yield from changes(facts, "ehe_children")
    else:
        yield course(facts, "ehe_children")
    yield columns(facts, "ehe_children", "Children educated at home, at the dates that are known")
    yield course(facts, "ehe_in_year")
    yield columns(facts, "ehe_in_year", "Children educated at home at any time in the school year")
    yield from caseload(facts)
    yield action_plan("ehe")


def caseload(facts: Facts) -> Parts:
    """Yield how many children there are for each member of the team."""
    latest = facts.latest("ehe_children")
    staffed = facts.latest("ehe_officers")
    children = facts.find("ehe_children", latest) if latest else None
    staff = facts.find("ehe_officers", staffed) if staffed else None
    each = ratio(children, staff, children.unit) if children and staff else None
    yield say(
        "With {staff} in permanent posts, the team had about {each} for each full-time post at "
        "{date}.",
        staff=staff,
        each=each,
        date=str(latest) if latest else None,
    )
