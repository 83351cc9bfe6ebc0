"""Turn groups, areas and periods into the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.area import Role
from reportgen.facts import Facts
from reportgen.findings.finding import Comparison, slug
from reportgen.measures import EVERYONE, Dimension, Group, Measure
from reportgen.period import Period, PeriodKind
from reportgen.wording.words import in_words, join_words, lower_first

ORDER: tuple[Role, ...] = ("england", "neighbours", "region")
"""The order in which a sentence names the areas compared with."""

SIMILAR = "similar to"
"""How two figures stand that hardly differ."""


def group_words(facts: Facts, measure: Measure, group: Group) -> str:
    """Return who a figure is about: "girls with an EHC plan", "pupils in Buckinghamshire"."""
    if group == EVERYONE:
        return f"{measure.about} in {facts.ours.spoken}"
    return facts.dictionary.noun_phrase(group, measure.about)


def groups_words(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    """Return several groups as a list; a last word they share is said once, at its end."""
    names = [group_words(facts, measure, group) for group in groups]
    heads, last = zip(*(name.rpartition(" ")[::2] for name in names), strict=True)
    plain = set(last) == {measure.about} or not any(" " in head for head in heads)
    if len(names) > 1 and len(set(last)) == 1 and plain and all(heads):
        return f"{join_words(heads)} {last[0]}"
    return join_words(names)


def subject_words(facts: Facts, measure: Measure, group: Group) -> str:
    """Return a measure and whom it is about: "the suspension rate in special schools"."""
    if group == EVERYONE:
        return f"the {measure.phrase} in {facts.ours.spoken}"
    link, who = preposition(facts, measure, group), group_words(facts, measure, group)
    return f"the {measure.phrase} {link} {who}"


def standing_words(facts: Facts, measure: Measure, groups: Sequence[Group]) -> str:
    """Return the beginning of a claim: "girls scored", "the rate in special schools was"."""
    if measure.verb:
        return f"{groups_words(facts, measure, groups)} {measure.verb}"
    who = subject_words(facts, measure, groups[0])
    if len(groups) > 1:
        link = preposition(facts, measure, groups[0])
        who = f"the {measure.phrase} {link} {groups_words(facts, measure, groups)}"
    return f"{who} {'were' if measure.plural else 'was'}"


def side_words(measure: Measure, item: Comparison) -> str:
    """Return on which side of another figure ours is, without saying how far."""
    if item.relation == "in line":
        return "level with" if item.same else after_verb(measure, SIMILAR)
    return measure.verb_higher if item.relation == "above" else measure.verb_lower


def after_verb(measure: Measure, stands: str) -> str:
    """Return how a figure stands as it follows what those measured did: "scored similarly to"."""
    return stands.replace(SIMILAR, "similarly to", 1) if measure.verb else stands


def group_named(facts: Facts, measure: Measure, name: str) -> Group:
    """Return the group that an id names, such as "sen_ehc_plan-sex_girls"; else everyone."""
    found = (o.group for o in facts.of(measure.id) if slug(o.group) == name)
    return next(found, EVERYONE)


def members_of(facts: Facts, measure: Measure, dimension: Dimension) -> tuple[Group, ...]:
    """Return the members of a dimension that our figures on a measure give, in whatever period.

    One that is never given is not part of how the measure is published.
    """
    ours = {o.group for o in facts.own(measure.id)}
    named = [Group.of(**{dimension.id: member.id}) for member in dimension.members]
    return tuple(group for group in named if group in ours)


def everyone_of(dimension: Dimension) -> str:
    """Return the words for all members of a dimension: "every main ethnic group"."""
    return f"every {dimension.phrase}"


def area_words(facts: Facts, role: Role) -> str:
    """Return an area as a sentence names it: "England", "statistical neighbours"."""
    area = facts.comparators.area(role)
    name = area.name if area else role
    if role == "neighbours":
        return lower_first(name.split(" (")[0])
    return area.spoken if area else role


def owned_words(facts: Facts, role: Role) -> str:
    """Return an area before what is its own: "England’s", "statistical neighbours’"."""
    name = area_words(facts, role)
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def preposition(facts: Facts, measure: Measure, group: Group) -> str:
    """Return the word between a measure and a group: what the dimension asks for, or "for".

    A share is of the people in a group, so that it stands "among" them.
    """
    usual = "among" if measure.kind == "share" else "for"
    if group == EVERYONE:
        return usual
    asked = facts.dictionary.dimensions[group.dimensions[0]].preposition
    return usual if asked == "for" else asked


def periods_words(periods: Sequence[Period], run: bool = False) -> str:
    """Return when something holds: "in 2019/20", "in both 2019/20 and 2020/21".

    For a `run` of years that follow each other: "in each of the three years to 2020/21".
    """
    if run and len(periods) > 2:
        return f"in each of the {in_words(len(periods))} years to {bare(periods[-1])}"
    if len(periods) == 1:
        return periods[0].phrase()
    labels = [period.label for period in periods]
    if periods[0].kind is PeriodKind.CENSUS:
        what = "counts" if labels[0].isdigit() else "censuses"
        return f"in {'both ' if len(labels) == 2 else ''}the {join_words(labels)} {what}"
    lead = periods[0].phrase().removesuffix(labels[0]).strip() or "in"
    return f"{lead} {'both ' if len(labels) == 2 else ''}{join_words(labels)}"


def bare(period: Period) -> str:
    """Return a period as it follows "to" or "since": "2020/21", "the 2021 count"."""
    return period.phrase().removeprefix("in ").removeprefix("at ")


def span_words(periods: Sequence[Period]) -> str:
    """Return the stretch some periods cover: "2016/17 to 2020/21"; empty for undated ones."""
    ordered = sorted(periods)
    labels = list(dict.fromkeys(period.label for period in ordered if period.label))
    return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}" if labels else ""
