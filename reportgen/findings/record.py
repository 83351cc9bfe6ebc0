"""Turn facts into findings about long series: the highest or lowest yet, steady rises and falls."""

from __future__ import annotations

from itertools import pairwise

from reportgen.facts import Fact, Facts
from reportgen.findings.benchmark import reported
from reportgen.findings.change import cautions, comparable_series, moved, steady_run
from reportgen.findings.finding import Comparison, Finding, displayed, finding_id, kind_of
from reportgen.findings.guards import caveats, follows
from reportgen.findings.noise import inside_noise
from reportgen.findings.score import scored
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period

FEWEST_POINTS = 5
"""A record needs this many comparable figures; with fewer, one of them is always a record."""

Series = tuple[tuple[Period, Fact], ...]


def record(facts: Facts, measure_id: str, group: Group = EVERYONE) -> tuple[Finding, ...]:
    """Return the finding that our last figure is the highest or lowest of its comparable series.

    It must be so as displayed and without a tie, over at least five figures, and the last year must
    not be one to compare only with care.
    """
    series = comparable_series(facts, measure_id, group)
    measure = facts.measure(measure_id)
    if len(series) < FEWEST_POINTS or cautions(measure, (series[-1][0],)):
        return ()
    last = displayed(series[-1][1])
    others = [displayed(fact, series[-1][1].places) for _, fact in series[:-1]]
    if min(others) <= last <= max(others):
        return ()
    nearest = max(others) if last > max(others) else min(others)
    rival = series[others.index(nearest)]
    item = Comparison(
        "ours", series[-1][0], "above" if last > nearest else "below", series[-1][1], rival[1]
    )
    word = "highest" if last > nearest else "lowest"
    return (_finding(facts, measure_id, group, series, item, "record", word),)


def run(
    facts: Facts, measure_id: str, group: Group = EVERYONE, at_least: int = 3
) -> tuple[Finding, ...]:
    """Return the finding that our figure rose, or fell, in each of several years up to the last.

    Empty where the last year is withheld: "the last three years" would leave it out unsaid.
    """
    series = comparable_series(facts, measure_id, group)
    if not series or series[-1][0] != reported(facts, measure_id)[-1]:
        return ()
    measure = facts.measure(measure_id)
    steps = steady_run(series)
    while steps and not _unbroken(series[-steps - 1 :]):
        steps -= 1
    if steps < at_least or cautions(measure, tuple(period for period, _ in series[-steps - 1 :])):
        return ()
    kept = series[-steps - 1 :]
    item = moved(measure, kept[0], kept[-1])
    if item.relation == "in line" or inside_noise(measure, item):
        return ()
    word = "rose" if item.relation == "above" else "fell"
    return (_finding(facts, measure_id, group, kept, item, "run", word),)


def _unbroken(series: Series) -> bool:
    return all(follows(later[0], earlier[0]) for earlier, later in pairwise(series))


def _finding(
    facts: Facts,
    measure_id: str,
    group: Group,
    series: Series,
    item: Comparison,
    rule: str,
    word: str,
) -> Finding:
    measure = facts.measure(measure_id)
    periods = tuple(period for period, _ in series)
    finding = Finding(
        finding_id(measure, group, rule, word, periods),
        "record" if rule == "record" else "run",
        kind_of(measure, [item]),
        measure,
        group,
        periods,
        (item,),
        caveats(measure, [item]),
        tuple((period.label, fact) for period, fact in series),
    )
    return scored(finding, periods[-1])
