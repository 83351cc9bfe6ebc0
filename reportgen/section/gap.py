"""Turn the figures of two groups into the attainment gap, in a table and in sentences.

The gap sets an area's own group against all others in England (England others − the area's group),
which is how DfE and Ofsted state it. It says nothing of the area's own other pupils, so the gap
within the area is always given as well.
"""

from __future__ import annotations

from reportgen.area import Role
from reportgen.document import Inline, Number, Paragraph, Table, Text
from reportgen.facts import Derived, Fact, Facts, Missing
from reportgen.measures import Group
from reportgen.period import Period
from reportgen.section.grid import Labels, slug, table
from reportgen.section.part import Absent, Parts
from reportgen.section.series import group_labels
from reportgen.show import shown, shown_difference
from reportgen.wording.words import lower_first, upper_first

_BESIDE: tuple[tuple[Role, str], ...] = (
    ("neighbours", "for statistical neighbours"),
    ("england", "in England itself"),
)


def gaps(facts: Facts, measure: str, by: str, group: str, other: str, years: int = 2) -> Parts:
    """Yield the gap of each of the last years in a sentence or two.

    A year without our figure, or where the group scored no lower than the others in England, has no
    gap to state.
    """
    for period in facts.periods(measure, Group.of(**{by: group}))[-years:]:
        yield _sentences(facts, measure, period, Group.of(**{by: group}), Group.of(**{by: other}))


def _sentences(
    facts: Facts, measure: str, period: Period, group: Group, other: Group
) -> Paragraph | Absent:
    what = facts.measure(measure)
    here, there = facts.find(measure, period, group), facts.find(measure, period, other)
    national = facts.find(measure, period, other, "england")
    wide, within = _gap(national, here), _gap(there, here)
    if wide is None or within is None:
        return Absent(
            f"the gap in {what.name} {period.phrase()}", "one of its figures is not there"
        )
    who = facts.dictionary.noun_phrase(group, what.about)
    opening = upper_first(f"{period.phrase()} {who} {what.verb or 'had a figure of'} ")
    inlines: list[Inline] = [Text(opening), Number(wide, "unit")]
    inlines += [Text(f" less than other {what.about} in England. ")]
    known = [
        (gap, where)
        for role, where in _BESIDE
        if (gap := _gap(national, facts.find(measure, period, group, role)))
    ]
    for n, (gap, where) in enumerate(known):
        inlines += [Text(" and " if n else "The same gap was "), Number(gap, "unit")]
        inlines += [Text(f" {where}" + (". " if gap is known[-1][0] else ""))]
    inlines += [Text(f"Within {facts.ours.spoken} the gap was "), Number(within, "unit"), Text(".")]
    return Paragraph(tuple(inlines), f"{measure}.gaps.{slug(period.label)}")


def _gap(more: Fact | None, less: Fact | None) -> Derived | None:
    """Return how far the second lies below the first, as printed; None if it does not."""
    if more is None or less is None:
        return None
    found = shown_difference(more, less)
    if isinstance(found.value, Missing) or (shown(found) or 0) <= 0:
        return None
    return found


def gap_table(
    facts: Facts, measure: str, period: Period, by: str, group: str, other: str
) -> Table | Absent:
    """Return the attainment gap of a period: one group, all others, and the gap, by area.

    The gap sets an area's own group against the others in England, which is how DfE and Ofsted
    state it (England others − the area's group); the last column sets it against the area's others.
    """
    ours, others = Group.of(**{by: group}), Group.of(**{by: other})
    national = facts.find(measure, period, others, "england")
    rows: list[tuple[Labels, list[Fact | None]]] = []
    labels = group_labels(facts, measure, (ours, others))
    for role in ("ours", "neighbours", "england"):
        area = facts.comparators.area(role)
        here = facts.find(measure, period, ours, role)
        there = facts.find(measure, period, others, role)
        if area and here and there and national:
            gaps = [shown_difference(national, here), shown_difference(there, here)]
            name = f"{area.name}: national {lower_first(labels[0])} to national other"
            rows.append(((name if role == "england" else area.name,), [here, there, *gaps]))
    name = facts.measure(measure).name
    if not rows:
        return Absent(f"the {lower_first(labels[0])} gap in {name} {period.phrase()}", "no figures")
    return table(
        f"{measure}.gap.{slug(period.label)}",
        f"{name}: the gap between {lower_first(labels[0])} and other pupils, {period.label}",
        ("Area", *labels, "Gap to others in England", "Gap within the area"),
        rows,
        unit=facts.measure(measure).unit,
    )
