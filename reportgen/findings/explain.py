"""Say why a finding is said: the rule, the arithmetic, the cells, the caveats and the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.facts import Cell, Fact, Facts, Missing, Observation
from reportgen.findings.finding import Comparison, Finding, Rule
from reportgen.findings.noise import inside_noise, usual_movement, z_of
from reportgen.show import MINUS, show

RULES: Mapping[Rule, str] = {
    "benchmark": "our figure beside that of another area in one period, both as displayed",
    "streak": "our figure on one side of another area's in each of at least three years in a row",
    "crossing": "our figure on one side of another area's last year and on the other this year",
    "change": "our last figure beside an earlier one of the same unbroken series",
    "run": "our figure higher, or lower, than the year before in at least three years in a row",
    "record": "our last figure the highest, or lowest, of at least five comparable ones",
    "rank": "our place among areas with a figure, 1 the best, equal figures sharing the better",
    "gap": "how far a group is behind the others, beside the same two groups in England",
    "target": "our figure beside its target: green at it or better, amber within 5%, else red",
    "level": "a plain figure",
    "part": "a share and the two counts that give it",
    "composition": "the share of each group in a count, where no group is withheld",
    "total": "the sum of a count over its periods, where none is withheld",
    "mode": "the one commonest group of a count, where none is withheld and none is equal to it",
    "extremes": "the group of a dimension that stands best, or worst, to the same group elsewhere",
}


CAVEATS: Mapping[str, str] = {
    "small": "few pupils",
    "few": "few events",
    "part": "a mean of some of the neighbours",
    "provisional": "provisional",
    "stale": "a figure of an earlier period",
    "break": "counted or graded differently",
    "chance": "chance alone could give it, once all groups compared are allowed for",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one finding is said; `arithmetic` has a line for each comparison or further figure."""

    id: str
    kind: str
    rule: str
    arithmetic: tuple[str, ...]
    cells: tuple[Cell, ...]
    caveats: tuple[str, ...]
    score: Decimal
    parts: tuple[tuple[str, Decimal], ...]


def explain(finding: Finding, facts: Facts) -> Explanation:
    """Return why a finding is said, in words and numbers that can be checked by hand."""
    lines = [_compared(item, facts) + _noise(finding, item) for item in finding.comparisons]
    lines += [f"{name}: {_figure(fact)}" for name, fact in finding.figures]
    cells = dict.fromkeys(cell for fact in finding.evidence for cell in fact.cells)
    caveats = tuple(
        f"{CAVEATS[item.code]} ({item.period}: {_figure(item.fact)})" for item in finding.caveats
    )
    return Explanation(
        finding.id,
        finding.kind,
        RULES[finding.rule],
        tuple(lines),
        tuple(cells),
        caveats,
        finding.score,
        finding.why,
    )


def _compared(item: Comparison, facts: Facts) -> str:
    """Return a comparison as a sum: "2020/21: 13.9 − 14.5 (England) = −0.6, below"."""
    area = facts.comparators.area(item.role)
    name = "an earlier figure" if item.role == "ours" else area.name if area else item.role
    ours, theirs = show(item.ours), show(item.theirs, places=item.ours.places)
    exact = _exact(item)
    size = f"{item.size:,f}".replace("-", MINUS)
    return f"{item.period}: {ours} − {theirs} ({name}) = {size}{exact}, {item.relation}"


def _noise(finding: Finding, item: Comparison) -> str:
    """Return how a difference lies to what may be nothing, as far as that is known."""
    if finding.rule not in ("benchmark", "change", "run"):
        return ""
    usual, z = usual_movement(finding.measure, item), z_of(finding.measure, item)
    known = [f"usual movement {usual:f}"] if usual is not None else []
    known += [f"{z:.1f} standard errors"] if z is not None else []
    inside = ", inside the noise" if inside_noise(finding.measure, item) else ""
    return f" ({', '.join(known)}{inside})" if known else ""


def _exact(item: Comparison) -> str:
    ours, theirs = item.ours.value, item.theirs.value
    if isinstance(ours, Missing) or isinstance(theirs, Missing) or ours - theirs == item.size:
        return ""
    raw = f"{(ours - theirs).normalize():f}".replace("-", MINUS)
    return f" as displayed ({raw} before rounding)"


def _figure(fact: Fact) -> str:
    rule = "" if isinstance(fact, Observation) else f" ({fact.rule})"
    return f"{show(fact, 'unit')}{rule}"
