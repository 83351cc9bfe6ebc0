"""Turn the latest figures of a measure, or why there are none, into a sentence that judges nothing.

It is for what no finding is about: a measure of which no value is better, a single figure, or
results that are level with everyone else's.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.document import Inlines, Paragraph
from reportgen.facts import Fact, Facts, Missing
from reportgen.findings.guards import enough
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period, PeriodKind
from reportgen.section.change import change
from reportgen.section.part import Absent
from reportgen.wording.beside import where
from reportgen.wording.groups import group_words
from reportgen.wording.numbers import figure
from reportgen.wording.words import Words, join, join_words, run, sentence

_UNPUBLISHED = (
    Missing.SUPPRESSED,
    Missing.NOT_APPLICABLE,
    Missing.NOT_AVAILABLE,
    Missing.UNRELIABLE,
)
"""Why there is nothing to print; a figure that rounds to zero is small, not missing."""


def latest(
    facts: Facts, measure: str, by: str = "", against: Sequence[Role] = ()
) -> Paragraph | Absent:
    """Return the latest figure of a measure in a sentence, beside those of other areas.

    With `by` it gives the figure of each group of a dimension. Groups and areas without a number,
    and groups of very few, are left out.
    """
    what = facts.measure(measure)
    for period in reversed(facts.periods(measure)):
        groups = facts.groups(measure, period, by) if by else (EVERYONE,)
        ours = _numbers(facts, measure, period, groups, "ours")
        if ours:
            break
    else:
        return Absent(f"the latest figure of {what.name}", "there is no figure for it")
    lead = _lead(facts, measure, period)
    said = [run(figure(fact), _among(facts, measure, group)) for group, fact in ours]
    known = tuple(group for group, _ in ours)
    if len(ours) == 1:
        beside = _beside(facts, measure, period, known, against)
        other = run(", compared with ", join(beside)) if beside else ()
        return Paragraph(sentence(lead, join(said), other), f"{measure}.latest")
    other = _in_order(facts, measure, period, known, against)
    return Paragraph(run(sentence(lead, join(said)), other), f"{measure}.latest.{by}")


def withheld(
    facts: Facts, measure: str, by: str = "", against: Sequence[Role] = ()
) -> Paragraph | Absent:
    """Return why there is no latest figure of a measure, beside those of other areas.

    With `by` it is that of the groups of a dimension. Where a figure is there, nothing is said.
    """
    what, period = facts.measure(measure), facts.latest(measure)
    lost = _lost(facts, measure, period, by) if period else {}
    if not period or not lost:
        return Absent(f"the latest figure of {what.name}", "there is no figure for it")
    told = []
    for reason in dict.fromkeys(lost.values()):
        alike = [group for group in lost if lost[group] is reason and group.pairs]
        whom = join_words([group_words(facts, what, group) for group in alike])
        told.append(f"{reason.words} for {whom}" if whom else reason.words)
    other = _in_order(facts, measure, period, tuple(lost), against)
    said = sentence(_lead(facts, measure, period), join_words(told))
    return Paragraph(run(said, other), f"{measure}.withheld.{by}".rstrip("."))


def _lost(facts: Facts, measure: str, period: Period, by: str) -> dict[Group, Missing]:
    """Return why no group has a figure of a period; nothing at all where one has."""
    lost = {}
    for group in facts.groups(measure, period, by) if by else (EVERYONE,):
        fact = facts.find(measure, period, group)
        why = fact.value if fact else None
        if not isinstance(why, Missing) or why not in _UNPUBLISHED:
            return {}
        lost[group] = why
    return lost


def _lead(facts: Facts, measure: str, period: Period) -> str:
    """Return how a sentence about our figure begins: "In 2020/21 the score in Ourshire was "."""
    what = facts.measure(measure)
    be = "were" if what.plural else "was"
    return f"{period.phrase()} the {what.phrase} in {facts.ours.spoken} {be} ".lstrip()


def _in_order(
    facts: Facts, measure: str, period: Period, groups: Sequence[Group], against: Sequence[Role]
) -> Inlines:
    """Return a sentence with the figures of other areas, in the order of the groups before it."""
    beside = _beside(facts, measure, period, groups, against)
    if not beside:
        return ()
    be = "were" if facts.measure(measure).plural else "was"
    order = "In the same order it " if len(groups) > 1 else "It "
    first, *rest = beside
    return run(f" {order}{be} ", first, *(run(", and ", item) for item in rest), ".")


def _beside(
    facts: Facts, measure: str, period: Period, groups: Sequence[Group], against: Sequence[Role]
) -> list[Words]:
    """Return the figures of each area that has one for every group: "49.1 and 52.0 in England"."""
    beside: list[Words] = []
    for role in against:
        theirs = _numbers(facts, measure, period, groups, role)
        if len(theirs) == len(groups):
            beside.append(run(join([figure(fact) for _, fact in theirs]), f" {where(facts, role)}"))
    return beside


def course(facts: Facts, measure: str, group: Group = EVERYONE) -> Paragraph | Absent:
    """Return how a count changed over the whole time that may be compared, in a sentence.

    A term is compared with the first of the same season. Where nothing may be compared with the
    latest number, the sentence gives that number alone.
    """
    what = facts.measure(measure)
    known = [(p, f) for p in facts.periods(measure, group) if (f := facts.find(measure, p, group))]
    known = [(p, f) for p, f in known if not isinstance(f.value, Missing)]
    if not known:
        return Absent(f"the latest figure of {what.name}", "there is no figure for it")
    end = known[-1]
    alike = [item for item in known[:-1] if _alike(item[0], end[0])]
    first = next((item for item in alike if what.comparable(item[0], end[0])), None)
    if not first:
        return latest(facts, measure)
    return change(what, first, end, f"{measure}.course")


def _alike(one: Period, other: Period) -> bool:
    """Return whether two periods stand at the same time of the year, where they are terms."""
    return one.kind is not PeriodKind.TERM or one.start.month == other.start.month


def _numbers(
    facts: Facts, measure: str, period: Period, groups: Sequence[Group], role: Role
) -> list[tuple[Group, Fact]]:
    found = ((group, facts.find(measure, period, group, role)) for group in groups)
    return [(group, fact) for group, fact in found if fact and enough(facts, fact)]


def _among(facts: Facts, measure: str, group: Group) -> str:
    """Return whom a figure is of, as it follows the figure: " for children in need"."""
    return f" for {group_words(facts, facts.measure(measure), group)}" if group.pairs else ""
