"""Turn a figure and its target into a finding: green, amber or red, by a rule that is printed.

Green: at the target or better. Amber: worse by up to a twentieth of the target. Red: worse than
that. All on the displayed values.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.facts import Fact, Facts, Missing
from reportgen.findings.benchmark import last_periods
from reportgen.findings.finding import Comparison, Finding, Relation, displayed, finding_id, kind_of
from reportgen.findings.guards import caveats, usable
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period

Rating = Literal["green", "amber", "red"]
AMBER = Decimal("0.05")


def target(
    facts: Facts,
    measure_id: str,
    aim: Fact,
    group: Group = EVERYONE,
    period: Period | None = None,
) -> tuple[Finding, ...]:
    """Return how our figure stands to a target; empty without a direction or a figure.

    The rating is the name of the finding's only further figure, which is the target itself.
    """
    measure = facts.measure(measure_id)
    when = period or max(last_periods(facts, measure_id), default=None)
    ours = facts.find(measure_id, when, group) if when else None
    if when is None or ours is None or measure.better is None or not usable(measure, ours):
        return ()
    if isinstance(aim.value, Missing):
        return ()
    return (scored(_finding(measure, group, when, ours, aim), when),)


def _finding(measure: Measure, group: Group, when: Period, ours: Fact, aim: Fact) -> Finding:
    size = displayed(ours) - displayed(aim, ours.places)
    relation: Relation = "above" if size > 0 else "below" if size < 0 else "in line"
    item = Comparison("ours", when, relation, ours, aim)
    colour = rating(measure, ours, aim)
    return Finding(
        finding_id(measure, group, "target", colour, (when,)),
        "target",
        "strength" if colour == "green" else kind_of(measure, [item]),
        measure,
        group,
        (when,),
        (item,),
        caveats(measure, [item]),
        ((colour, aim),),
    )


def rating(measure: Measure, ours: Fact, aim: Fact) -> Rating:
    """Return the colour of a figure against its target. Raises `ValueError` if one is missing."""
    goal = displayed(aim, ours.places)
    short = goal - displayed(ours)
    if measure.better == "lower":
        short = -short
    if short <= 0:
        return "green"
    return "amber" if short <= AMBER * abs(goal) else "red"
