"""Allow for many comparisons at once: with forty groups, two differ from England by chance alone.

The procedure of Benjamini and Hochberg (1995) at a false discovery rate of 0.10, over the findings
on groups of one review.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.findings.finding import Caveat, Finding
from reportgen.findings.noise import z_of
from reportgen.measures import EVERYONE

RATE = 0.10
LOSS = Decimal("0.35")
"""What a finding that may be chance keeps of its score."""


def allow_for_many(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings, those on groups that may be chance marked so and scored lower.

    Findings whose counts are not known are left as they are.
    """
    tested = {item.id: p for item in findings if (p := p_value(item)) is not None}
    ranked = sorted(tested.values())
    passed = [p for n, p in enumerate(ranked, start=1) if p <= RATE * n / len(ranked)]
    limit = max(passed, default=-1.0)
    return tuple(
        _lowered(item) if item.id in tested and tested[item.id] > limit else item
        for item in findings
    )


def p_value(finding: Finding) -> float | None:
    """Return how often chance alone would give so large a difference; None where not known."""
    if finding.group == EVERYONE or finding.rule != "benchmark":
        return None
    z = z_of(finding.measure, finding.comparisons[0])
    return None if z is None else math.erfc(float(z) / math.sqrt(2))


def _lowered(finding: Finding) -> Finding:
    lost = (finding.score * (LOSS - 1)).quantize(Decimal("0.01"))
    why = (*finding.why, ("one of many comparisons", lost))
    mark = Caveat("chance", finding.periods[-1], finding.comparisons[0].ours)
    caveats = (*finding.caveats, mark)
    return replace(finding, caveats=caveats, score=finding.score + lost, why=why)


def may_be_chance(finding: Finding) -> bool:
    """Return whether a finding is marked as one that chance alone may have given."""
    return any(item.code == "chance" for item in finding.caveats)
