"""Turn the distance between two figures into a sentence: over time, or between areas.

The sentences say how large each distance is and nothing of whether it is good.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportgen.area import Role
from reportgen.document import Inline, Inlines, Number, Paragraph, Text
from reportgen.facts import Derived, Fact, Facts, Missing, percent_change
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.section.grid import slug
from reportgen.section.part import Absent, Parts
from reportgen.show import Style, shown, shown_difference
from reportgen.wording.numbers import difference_unit
from reportgen.wording.words import upper_first


def changes(facts: Facts, measure: str, group: Group = EVERYONE) -> Parts:
    """Yield a paragraph for each change between dates that follow each other, and for the whole.

    Changes across a break in comparability are left out.
    """
    known = [(p, f) for p in facts.periods(measure, group) if (f := facts.find(measure, p, group))]
    known = [(p, f) for p, f in known if not isinstance(f.value, Missing)]
    what = facts.measure(measure)
    steps = [pair for pair in pairwise(known) if what.comparable(pair[0][0], pair[1][0])]
    who = ".".join([measure, "change", *(member for _, member in group.pairs)])
    for before, after in steps:
        yield change(what, before, after, f"{who}.{slug(after[0].label)}")
    if len(steps) > 1 and len(steps) == len(known) - 1:
        yield change(what, known[0], known[-1], f"{who}.whole", "Overall, ")


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
    who = upper_first(f"{period.phrase()} the {what.phrase} in {facts.ours.spoken} ")
    verb = "were " if what.plural else "was "
    rest = (size, Text(f" {beyond} {area.name}.")) if step else (Text(f"level with {area.name}."),)
    return Paragraph((Text(who + verb), *rest), f"{measure}.apart.{against}")


def change(
    what: Measure,
    before: tuple[Period, Fact],
    after: tuple[Period, Fact],
    id: str,
    opening: str = "",
) -> Paragraph:
    """Return how a figure changed between two periods, which have a number each, in a sentence."""
    (start, old), (end, new) = before, after
    subject = upper_first(f"{opening}the {what.phrase}")
    style: Style = "plain" if what.unit.noun else "unit"
    gap = shown_difference(new, old)
    step = shown(gap) or 0
    if not step:
        be = "were" if what.plural else "was"
        same = f"{subject} {be} the same {start.phrase()} and {end.phrase()}, at "
        return Paragraph((Text(same), Number(new, style), Text(".")), id)
    verb = "rose" if step > 0 else "fell"
    inlines: list[Inline] = [Text(f"{subject} {verb} by "), *_by(gap, percent_change(new, old))]
    inlines += [Text(f" between {start.label} and {end.label}, from "), Number(old, style)]
    inlines += [Text(" to "), Number(new, style), Text(".")]
    return Paragraph(tuple(inlines), id)


def _by(gap: Derived, percent: Derived) -> Inlines:
    """Return the size of a change, and in brackets its percentage of what is not itself in %."""
    if gap.unit.noun:
        size = Number(_size(gap), "plain")
    else:
        size = Number(replace(_size(gap), unit=difference_unit(gap.unit)), "unit")
    if isinstance(percent.value, Missing) or gap.unit.after:
        return (size,)
    return (size, Text(" ("), Number(_size(percent), "unit"), Text(")"))


def _size(change: Derived) -> Derived:
    """Return a change without its sign, for a sentence whose verb gives the direction."""
    assert not isinstance(change.value, Missing)
    return replace(change, value=abs(change.value))
