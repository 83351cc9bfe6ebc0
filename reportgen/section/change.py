"""Turn the distance between two figures into a sentence: over time, or between areas.

The sentences say how large each distance is and nothing of whether it is good.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportgen.area import Role
from reportgen.document import Inline, Number, Paragraph, Text
from reportgen.facts import Derived, Fact, Facts, Missing, percent_change
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.part import Absent, Parts
from reportgen.section.series import sentence_case
from reportgen.show import shown, shown_difference
from reportgen.wording.numbers import difference_unit


def changes(facts: Facts, measure: str, group: Group = EVERYONE) -> Parts:
    """Yield a paragraph for each change between dates that follow each other, and for the whole.

    Changes across a break in comparability are left out.
    """
    known = [(p, f) for p in facts.periods(measure, group) if (f := facts.find(measure, p, group))]
    known = [(p, f) for p, f in known if not isinstance(f.value, Missing)]
    what = facts.measure(measure)
    steps = [pair for pair in pairwise(known) if what.comparable(pair[0][0], pair[1][0])]
    for (start, old), (end, new) in steps:
        yield _change(what.phrase, (start, old), (end, new), f"{measure}.change.{end.label}")
    if len(steps) > 1 and len(steps) == len(known) - 1:
        (start, old), (end, new) = known[0], known[-1]
        yield _change(what.phrase, (start, old), (end, new), f"{measure}.change.whole", "Overall, ")


def apart(facts: Facts, measure: str, against: Role = "england") -> Paragraph | Absent:
    """Return how far our latest figure is above or below another area's, in a sentence."""
    what, period = facts.measure(measure), facts.latest(measure)
    ours = facts.find(measure, period) if period else None
    theirs = facts.find(measure, period, area=against) if period else None
    area = facts.comparators.area(against)
    gap = shown_difference(ours, theirs) if ours and theirs else None
    if not period or not area or not gap or isinstance(gap.value, Missing):
        return Absent(f"how far {what.name} is from another area’s", "one of the two is not there")
    step = shown(gap) or 0
    beyond = what.verb_higher if step > 0 else what.verb_lower
    size = Number(replace(_size(gap), unit=difference_unit(gap.unit)), "unit")
    who = sentence_case(f"{period.phrase()} the {what.phrase} in {facts.ours.name} ")
    verb = "were " if what.plural else "was "
    rest = (size, Text(f" {beyond} {area.name}.")) if step else (Text(f"level with {area.name}."),)
    return Paragraph((Text(who + verb), *rest), f"{measure}.apart.{against}")


def _change(
    phrase: str, before: tuple[Period, Fact], after: tuple[Period, Fact], id: str, opening: str = ""
) -> Paragraph:
    (start, old), (end, new) = before, after
    gap = shown_difference(new, old)
    step = shown(gap) or 0
    subject = f"{opening}the {phrase}" if opening else f"The {phrase}"
    if not step:
        same = f"{subject} was the same {start.phrase()} and {end.phrase()}, at "
        return Paragraph((Text(same), Number(new, "plain"), Text(".")), id)
    verb = "rose" if step > 0 else "fell"
    percent = percent_change(new, old)
    inlines: list[Inline] = [Text(f"{subject} {verb} by "), Number(_size(gap), "plain")]
    if not isinstance(percent.value, Missing):
        inlines += [Text(" ("), Number(_size(percent), "unit"), Text(")")]
    inlines += [Text(f" between {start.label} and {end.label}, from "), Number(old, "plain")]
    inlines += [Text(" to "), Number(new, "plain"), Text(".")]
    return Paragraph(tuple(inlines), id)


def _size(change: Derived) -> Derived:
    """Return a change without its sign, for a sentence whose verb gives the direction."""
    assert not isinstance(change.value, Missing)
    return replace(change, value=abs(change.value))
