"""Say what qualifies a message: few pupils, few events, breaks, what stands against it."""

from __future__ import annotations

from reportgen.document import Inlines, Number
from reportgen.facts import Facts
from reportgen.findings.finding import Caveat
from reportgen.findings.guards import cohort, is_stale, people, period_of, used_of
from reportgen.findings.noise import beyond_chance, z_of
from reportgen.measures import Dimension, Group
from reportgen.period import Period
from reportgen.wording.degrees import far
from reportgen.wording.groups import (
    after_verb,
    area_words,
    bare,
    group_words,
    owned_words,
    periods_words,
    standing_words,
)
from reportgen.wording.message import Message
from reportgen.wording.notes import caveats, mean_note
from reportgen.wording.numbers import counted, figure
from reportgen.wording.words import join, join_words, lower_first, run, sentence

NAMED = 500
"""Under this many pupils an area for development says how many there are."""
CHANCE = (
    "{in} of this size, chance alone could give this difference from {area}",
    "{some} of this size can differ this much from {area} by chance alone",
)
"""Two ways of saying that a difference may be chance, so that a list need not repeat itself."""


def people_words(message: Message) -> Inlines:
    """Return how many pupils a message is about: "85 pupils"; empty if they are many or not known.

    Of several years it is the last in which they are few. An area for development names them under
    500, anything else where the measure calls it small.
    """
    limit = NAMED if message.kind == "development" else message.measure.small
    found = {
        item.period: item.ours
        for finding in message.findings
        for item in finding.comparisons
        if (pupils := cohort(item.ours)) is not None and pupils < limit
    }
    last = max(found, default=None)
    number = people(found[last]) if last else None
    if last is None or number is None:
        return ()
    when = f" {last.phrase()}" if len(message.periods) > 1 else ""
    if message.measure.kind == "rate":
        return run("a group of ", Number(number), when)
    return run(Number(number, "unit"), when)


def few_words(message: Message, period: Period) -> Inlines:
    """Return the few events behind a rate: "two permanent exclusions"; empty if they are many."""
    found = [item for item in _caveats(message, "few") if item.period == period]
    return counted(found[0].fact) if found and len(message.groups) == 1 else ()


def caveat_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return what is said after a message: the few among many groups, means with gaps, status."""
    said: list[Inlines] = []
    if len(message.groups) > 1:
        said += _small_sentences(facts, message)
    said += _stale_sentences(facts, message)
    said += _mean_sentences(message)
    said += break_sentences(message)
    provisional = {item.period.label: None for item in _caveats(message, "provisional")}
    said += [sentence(f"figures for {label} are provisional") for label in provisional]
    return said


def chance_sentence(facts: Facts, message: Message) -> list[Inlines]:
    """Return that chance alone would often give what a message on few pupils or events says.

    It stands beside every such message, so that none depends on what another says.
    """
    if message.rule != "benchmark" or len(message.groups) > 1:
        return []
    deciding = message.findings[-1].comparisons[0]
    few = few_words(message, deciding.period)
    known = z_of(message.measure, deciding) is not None and deciding.relation != "in line"
    if not known or not (few or people_words(message)):
        return []
    if beyond_chance(message.measure, deciding) is not False:
        return []
    words = ("with counts", "counts") if few else ("in a group", "a group")
    form = CHANCE[len(message.findings[0].id) % len(CHANCE)]
    area = area_words(facts, deciding.role)
    return [sentence(form.format(**{"in": words[0], "some": words[1], "area": area}))]


def _small_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return which of several groups are small, each with its number of pupils."""
    small: dict[Group, list[Caveat]] = {}
    for finding in message.findings:
        found = [item for item in finding.caveats if item.code == "small"]
        if found:
            small.setdefault(finding.group, []).extend(found)
    if not small:
        return []
    measure = message.measure
    if len(small) == 1:
        ((group, items),) = small.items()
        counts = join([run(figure(i.fact), f" {i.period.phrase()}") for i in items])
        return [sentence(group_words(facts, measure, group), " are a small group (", counts, ")")]
    listed = join(
        [
            run(figure(items[-1].fact), f" {group_words(facts, measure, group)}")
            for group, items in small.items()
        ]
    )
    return [sentence("these groups are small: ", listed, f" {message.periods[-1].phrase()}")]


def _stale_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return of which earlier period the figure of another area is, where it has none as new."""
    said = {}
    for role in message.roles:
        for item in message.comparisons(role):
            when = period_of(item.theirs)
            if when and is_stale(item):
                whose = f"{owned_words(facts, role)} figure is that for {bare(when)}"
                said[role] = sentence(f"{whose}, as there is none for {bare(item.period)}")
    return list(said.values())


def _mean_sentences(message: Message) -> list[Inlines]:
    """Return of how many neighbours an average is, in each period where it leaves some out."""
    found = _caveats(message, "part")
    notes = {mean_note(item.fact) for item in found}
    if len(notes) == 1:
        return [run(f"The {lower_first(note)}") for note in notes]
    dated = [(used, item.period) for item in found if (used := used_of(item.fact))]
    if not dated:
        return []
    counts = join_words([f"{used[0]} {period.phrase()}" for used, period in dated])
    of = dated[0][0][1]
    return [sentence(f"the neighbour average is the mean of {counts} of {of} areas")]


def link_sentences(facts: Facts, message: Message) -> list[Inlines]:
    """Return what stands against a message: a group within its group, or every part of it."""
    said = []
    for other in message.exceptions:
        who = standing_words(facts, other.measure, [other.group])
        stands = far(facts, other.measure, other.against(other.role), deciding=True)
        side = after_verb(other.measure, stands)
        area = area_words(facts, other.role)
        said.append(sentence(f"{who} {side} {area} {periods_words(other.periods)}"))
    first, *more = message.reversed or (None,)
    if first:
        said.append(_reversed(facts, message, first))
    if more:
        names = join_words([f"by {lower_first(dimension.name)}" for dimension in more])
        said.append(sentence(f"the same is true of each group {names}"))
    return said


def _reversed(facts: Facts, message: Message, dimension: Dimension) -> Inlines:
    """Return that every group of a dimension stands the other way than all of them together."""
    finding = message.findings[-1]
    measure, above = finding.measure, finding.relation == "above"
    groups = [Group.of(**{dimension.id: member.id}) for member in dimension.members]
    side = measure.verb_lower if above else measure.verb_higher
    who = standing_words(facts, measure, groups)
    area = area_words(facts, finding.role)
    return sentence(f"even so, {who} {side} {area} {finding.periods[-1].phrase()}")


def break_sentences(message: Message) -> list[Inlines]:
    """Return the reasons to compare a message's periods only with care."""
    periods = sorted({item.period for item in _caveats(message, "break")})
    return [run(reason) for reason in caveats(message.measure, periods)]


def _caveats(message: Message, code: str) -> list[Caveat]:
    found: dict[Period, Caveat] = {}
    for finding in message.findings:
        for item in finding.caveats:
            if item.code == code:
                found.setdefault(item.period, item)
    return list(found.values())
