"""Turn a count that is known at a few dates into sentences about how it rose and fell.

The sentences say how large each change is and nothing of whether it is good.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportgen.document import Inline, Number, Paragraph, Text
from reportgen.facts import Fact, Facts, Missing, difference, percent_change
from reportgen.measures import EVERYONE, Group
from reportgen.period import Period
from reportgen.section.part import Parts
from reportgen.show import shown


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


def _change(
    phrase: str, before: tuple[Period, Fact], after: tuple[Period, Fact], id: str, opening: str = ""
) -> Paragraph:
    (start, old), (end, new) = before, after
    gap = difference(new, old)
    step = shown(gap) or 0
    subject = f"{opening}the {phrase}" if opening else f"The {phrase}"
    inlines: list[Inline]
    if not step:
        same = f"{subject} was the same {start.phrase()} and {end.phrase()}, at "
        return Paragraph((Text(same), Number(new, "plain"), Text(".")), id)
    verb = "rose" if step > 0 else "fell"
    inlines = [Text(f"{subject} {verb} by "), Number(_size(gap), "plain"), Text(" (")]
    inlines += [Number(_size(percent_change(new, old)), "unit")]
    inlines += [Text(f") between {start.label} and {end.label}, from "), Number(old, "plain")]
    inlines += [Text(" to "), Number(new, "plain"), Text(".")]
    return Paragraph(tuple(inlines), id)


def _size(change: Fact) -> Fact:
    """Return a change without its sign, for a sentence whose verb gives the direction."""
    assert not isinstance(change.value, Missing)
    return replace(change, value=abs(change.value))
