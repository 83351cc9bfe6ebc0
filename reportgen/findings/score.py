"""Say how much a finding matters, and why: the same parts for every rule.

Score = 100 × weight of the rule × (0.40 size + 0.25 certainty + 0.20 scope + 0.15 recency), and 5
more for a finding that is not in our favour. Size is the difference over four times the noise of
the measure, or over a quarter of the value compared with; beyond 1 it counts for little more. What
rests on a handful of events keeps a third of its score.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.findings.finding import Comparison, Finding, displayed
from reportgen.findings.guards import few_events
from reportgen.findings.noise import beyond_chance, usual_movement
from reportgen.measures import Measure
from reportgen.period import Period

_WEIGHT: dict[str, Decimal] = {
    "benchmark": Decimal(1),
    "target": Decimal(1),
    "streak": Decimal("1.1"),
    "crossing": Decimal("0.9"),
    "record": Decimal("0.8"),
    "gap": Decimal("0.8"),
    "change": Decimal("0.7"),
    "run": Decimal("0.7"),
    "rank": Decimal("0.7"),
    "level": Decimal("0.6"),
    "part": Decimal("0.6"),
    "composition": Decimal("0.5"),
    "total": Decimal("0.5"),
    "mode": Decimal("0.5"),
    "extremes": Decimal("0.4"),
}
_SURE, _UNKNOWN, _UNSURE = Decimal(1), Decimal("0.6"), Decimal("0.35")
_SMALL = Decimal("0.7")
HANDFUL = 5
"""Under this many events a rate says so little that its finding keeps only part of its score."""
_HANDFUL_KEEPS = Decimal("0.35")


def scored(finding: Finding, latest: Period) -> Finding:
    """Return a finding with its score and the parts of it; `latest` is the report's last period."""
    deciding = finding.against(finding.role)[-1] if finding.comparisons else None
    large = size(finding.measure, deciding) if deciding else Decimal("0.5")
    sure = certainty(finding, deciding) if deciding else _UNKNOWN
    weight = 100 * _WEIGHT[finding.rule]
    recent = 1 if latest in finding.periods else Decimal("0.5")
    parts: tuple[tuple[str, Decimal], ...] = (
        ("size", _points(weight * Decimal("0.40") * large)),
        ("certainty", _points(weight * Decimal("0.25") * sure)),
        ("scope", _points(weight * Decimal("0.20") * scope(finding))),
        ("recency", _points(weight * Decimal("0.15") * recent)),
        ("not in our favour", _points(Decimal(5 if finding.kind == "development" else 0))),
    )
    if deciding and few_events(finding.measure, deciding.ours, HANDFUL):
        lost = (_HANDFUL_KEEPS - 1) * sum((part for _, part in parts), Decimal(0))
        parts = (*parts, ("a handful of events", _points(lost)))
    return replace(finding, score=sum((part for _, part in parts), Decimal(0)), why=parts)


def _points(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def size(measure: Measure, item: Comparison) -> Decimal:
    """Return how large a difference is, from 0 to 1, and a little more for the very large."""
    usual = usual_movement(measure, item)
    base = 4 * usual if usual else abs(displayed(item.theirs, item.ours.places)) / 4
    if not base:
        return Decimal(1 if item.size else 0)
    found = abs(item.size) / base
    return found if found <= 1 else 1 + (1 - 1 / found) / 8


def certainty(finding: Finding, item: Comparison) -> Decimal:
    """Return how sure a direction is: 1 beyond chance, 0.35 within it, 0.6 where unknown."""
    sure = beyond_chance(finding.measure, item)
    value = _UNKNOWN if sure is None else _SURE if sure else _UNSURE
    return value * _SMALL if any(item.code == "small" for item in finding.caveats) else value


def scope(finding: Finding) -> Decimal:
    """Return how many pupils a finding takes in: all, a group, or a group within a group."""
    wide = {0: Decimal(1), 1: Decimal("0.7")}
    return wide.get(len(finding.group.pairs), Decimal("0.5"))
