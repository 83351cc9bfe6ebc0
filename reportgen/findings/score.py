"""Say how much a finding matters, and why: the same parts for every rule.

Score = 100 × weight of the rule × (0.40 size + 0.25 certainty + 0.20 scope + 0.15 recency), and 5
more for a finding that is not in our favour. Size is the difference over four times the noise of
the measure, or over a quarter of the value compared with; it never counts for more than 1.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.findings.finding import Comparison, Finding, displayed
from reportgen.findings.guards import cohort
from reportgen.measures import Measure
from reportgen.period import Period

_WEIGHT = {"benchmark": Decimal(1), "streak": Decimal("1.1")}
_SURE, _UNKNOWN, _UNSURE = Decimal(1), Decimal("0.6"), Decimal("0.35")
_SMALL = Decimal("0.7")


def scored(finding: Finding, latest: Period) -> Finding:
    """Return a finding with its score and the parts of it; `latest` is the report's last period."""
    deciding = finding.against(finding.role)[-1]
    parts = (
        ("size", Decimal("0.40") * size(finding.measure, deciding)),
        ("certainty", Decimal("0.25") * certainty(finding, deciding)),
        ("scope", Decimal("0.20") * scope(finding)),
        ("recency", Decimal("0.15") * (1 if latest in finding.periods else Decimal("0.5"))),
    )
    whole = 100 * _WEIGHT[finding.rule] * sum((part for _, part in parts), Decimal(0))
    adverse = Decimal(5 if finding.kind == "development" else 0)
    rounded = (whole + adverse).quantize(Decimal("0.01"))
    return replace(finding, score=rounded, why=(*parts, ("not in our favour", adverse)))


def size(measure: Measure, item: Comparison) -> Decimal:
    """Return how large a difference is, from 0 to 1."""
    if measure.noise:
        return min(Decimal(1), abs(item.size) / (4 * measure.noise))
    base = abs(displayed(item.theirs, item.ours.places))
    if not base:
        return Decimal(1 if item.size else 0)
    return min(Decimal(1), abs(item.size) / (base / 4))


def certainty(finding: Finding, item: Comparison) -> Decimal:
    """Return how sure a direction is: 1 beyond chance, 0.35 within it, 0.6 where unknown."""
    sure = beyond_chance(finding.measure, item)
    value = _UNKNOWN if sure is None else _SURE if sure else _UNSURE
    return value * _SMALL if any(item.code == "small" for item in finding.caveats) else value


def beyond_chance(measure: Measure, item: Comparison) -> bool | None:
    """Return whether a difference is larger than chance alone would often give; None if unknown.

    A mean is tested with the spread between pupils, z = difference ÷ (spread ÷ √n); otherwise the
    usual yearly movement of the measure stands in. The level is 1.96.
    """
    people = cohort(item.ours)
    if measure.kind == "mean" and measure.spread and people:
        return abs(item.size) * people.sqrt() / measure.spread >= Decimal("1.96")
    if measure.noise is not None:
        return abs(item.size) >= 2 * measure.noise
    return None


def scope(finding: Finding) -> Decimal:
    """Return how many pupils a finding takes in: all, a group, or a group within a group."""
    wide = {0: Decimal(1), 1: Decimal("0.7")}
    return wide.get(len(finding.group.pairs), Decimal("0.5"))
