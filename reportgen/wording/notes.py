"""Say what stands beside charts and tables: breaks in a series, and means that leave areas out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts import Fact
from reportgen.findings.guards import used_of
from reportgen.measures import Measure
from reportgen.period import Period


def caveats(measure: Measure, periods: Sequence[Period]) -> tuple[str, ...]:
    """Return the reasons of the breaks that touch some periods, oldest first, each once."""
    shown = {period.label for period in periods}
    reasons = [item.reason for item in measure.breaks if item.period in shown]
    return tuple(dict.fromkeys(reasons))


def mean_note(fact: Fact | None) -> str:
    """Return the note on a neighbour mean that leaves areas out; empty where it leaves none out."""
    used = used_of(fact) if fact is not None else None
    if used is None or used[0] >= used[1]:
        return ""
    return f"Neighbour average is the mean of {used[0]} of {used[1]} areas."
