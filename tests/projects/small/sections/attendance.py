"""Attendance: how often the pupils of a made-up area are absent, and how many children there are.

Source: nobody. Every figure is made up.
"""

from reportgen import (
    Facts,
    Parts,
    changes,
    columns,
    notes,
    section,
    strengths_and_development,
    trend,
)


@section("Attendance", uses=("absence_rate", "children"))
def attendance(facts: Facts) -> Parts:
    yield from notes("attendance")
    yield from strengths_and_development(facts, "absence_rate")
    yield trend(facts, "absence_rate")
    yield from changes(facts, "children")
    yield columns(facts, "children", "Children in a made-up town")
