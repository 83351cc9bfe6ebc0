"""Find what a reader must be told beside a finding, so that it does not mislead.

A group within the group may stand the other way; and everyone may stand above another area while
each part of them stands below, because the parts differ in size.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.facts import Facts
from reportgen.findings.finding import Finding, favour
from reportgen.findings.noise import rests_on_noise
from reportgen.measures import EVERYONE, Dimension


def exceptions(finding: Finding, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings on groups within a finding's own group that stand against it.

    Everyone has no exceptions of this kind: every group is spoken of in its own right.
    """
    if finding.group == EVERYONE or finding.kind != "strength":
        return ()
    mine = set(finding.group.pairs)
    return tuple(
        other
        for other in findings
        if other.kind == "development"
        and other.measure.id == finding.measure.id
        and set(other.periods) & set(finding.periods)
        and mine < set(other.group.pairs)
        and not rests_on_noise(other)
    )


def reversals(finding: Finding, findings: Sequence[Finding], facts: Facts) -> tuple[Dimension, ...]:
    """Return the dimensions all of whose members stand against a finding about everyone.

    Only dimensions whose members make up everyone count: two or more, none inside another, each
    with a finding for the last period.
    """
    sign = favour(finding.measure, finding.relation)
    if finding.group != EVERYONE or not sign:
        return ()
    last = finding.periods[-1]
    found = []
    for dimension in facts.dictionary.dimensions.values():
        wanted = {((dimension.id, member.id),) for member in dimension.members}
        signs = {
            other.group.pairs: favour(other.measure, item.relation)
            for other in findings
            if other.measure.id == finding.measure.id
            for item in other.against(finding.role)
            if item.period == last and other.group.pairs in wanted
        }
        apart = not any(member.within for member in dimension.members)
        if apart and len(wanted) > 1 and set(signs) == wanted and set(signs.values()) == {-sign}:
            found.append(dimension)
    return tuple(found)
