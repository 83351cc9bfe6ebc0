"""Gather every finding about a measure, each truth once: what a section asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.benchmark import AGAINST, compare
from reportgen.findings.chance import allow_for_many
from reportgen.findings.change import change
from reportgen.findings.finding import Finding
from reportgen.findings.rank import rank_among_most
from reportgen.findings.streak import streak
from reportgen.period import Period

REST = Decimal("0.5")
"""What a finding on the rest of a dimension keeps of its score: its news is that of everyone."""


def review(
    facts: Facts,
    measure_id: str,
    by: Sequence[str] = (),
    periods: Sequence[Period] | None = None,
    against: Sequence[Role] = AGAINST,
) -> tuple[Finding, ...]:
    """Return the runs, comparisons, changes and rank of a measure, each truth once.

    A run takes in the years that it covers; groups are scored with an allowance for their number,
    and the rest of a dimension, such as pupils not eligible for free meals, lower than the others.
    """
    runs = streak(facts, measure_id, against=against)
    compared = compare(facts, measure_id, by, periods, against)
    found = [_scored_as_rest(facts, item) for item in allow_for_many(compared)]
    kept = (item for item in found if not any(_covers(run, item) for run in runs))
    return (*runs, *kept, *change(facts, measure_id), *rank_among_most(facts, measure_id))


def _scored_as_rest(facts: Facts, item: Finding) -> Finding:
    if not facts.dictionary.is_reference(item.group):
        return item
    lost = (item.score * (REST - 1)).quantize(Decimal("0.01"))
    return replace(item, score=item.score + lost, why=(*item.why, ("all the others", lost)))


def _covers(run: Finding, item: Finding) -> bool:
    """Return whether a run already says what a comparison does.

    A run names each of its years in which another area told the other story, so that nothing
    adverse goes unsaid.
    """
    return item.group == run.group and set(item.periods) <= set(run.periods)
