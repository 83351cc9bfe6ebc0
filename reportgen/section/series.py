"""Turn facts into the rows of values, and the notes and source, that charts and tables share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from reportgen.area import Role
from reportgen.document import Inlines, Number, Point, Series, Text
from reportgen.facts import Derived, Fact, Facts, Missing, Observation
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period
from reportgen.wording import caveats, join_words
from reportgen.wording.words import lower_first, upper_first

Key = tuple[Period, Group]
_MEAN = re.compile(r"mean of (\d+) of (\d+) statistical neighbours")


def area_series(
    facts: Facts, measure: str, keys: Iterable[Key], roles: Iterable[Role], places: int | None
) -> tuple[Series, ...]:
    """Return a series for each role that has a figure at any of the keys, in the order given."""
    wanted = tuple(keys)
    rows = []
    for role in roles:
        area = facts.comparators.area(role)
        found = [facts.find(measure, period, group, role) for period, group in wanted]
        if area and any(fact and not isinstance(fact.value, Missing) for fact in found):
            points = tuple(
                Point(as_point(fact, places), hollow=is_hollow(facts.measure(measure), period))
                for fact, (period, _) in zip(found, wanted, strict=True)
            )
            rows.append(Series(area.name, points, role))
    return tuple(rows)


def as_point(fact: Fact | None, places: int | None = None) -> Number | Missing | None:
    """Return what a chart holds for a fact: a number, the reason it is missing, or nothing."""
    if fact is None:
        return None
    return fact.value if isinstance(fact.value, Missing) else Number(fact, "plain", places)


def is_hollow(measure: Measure, period: Period) -> bool:
    """Return whether a period's values are drawn hollow: they were come by in another way."""
    found = measure.break_at(period)
    return bool(found and found.label and found.kind == "level")


def facts_in(series: Iterable[Series]) -> tuple[Fact, ...]:
    """Return the facts behind the points of some series."""
    numbers = [point.number for row in series for point in row.points]
    return tuple(number.fact for number in numbers if isinstance(number, Number))


def reasons_in(series: Iterable[Series]) -> tuple[Missing, ...]:
    """Return the reasons of the points of some series that are missing, each once."""
    numbers = [point.number for row in series for point in row.points]
    return tuple(dict.fromkeys(number for number in numbers if isinstance(number, Missing)))


def notes_on(
    facts: Iterable[Fact], missing: Iterable[Missing] = (), where: str = ""
) -> tuple[Inlines, ...]:
    """Return the notes printed under a chart or table that shows some facts.

    First what the measures' breaks say of the periods shown, then which of them are provisional,
    how many neighbours a mean rests on where some are missing, each figure's own note, and what
    every symbol means; `where` begins these where the symbols themselves are not drawn.
    """
    shown = tuple(facts)
    observations = _observations(shown)
    texts: list[str] = []
    for measure in dict.fromkeys(o.measure.id for o in observations):
        mine = [o for o in observations if o.measure.id == measure]
        texts += _break_notes(mine[0].measure, sorted({o.period for o in mine}, key=_age))
    texts.append(_provisional_note(observations))
    texts += _mean_notes(shown)
    texts += [o.note for o in observations]
    reasons = set(missing)
    texts += [f"{where}{item.symbol} {item.words}." for item in Missing if item in reasons]
    return tuple((Text(text),) for text in dict.fromkeys(texts) if text)


def _break_notes(measure: Measure, periods: list[Period]) -> list[str]:
    """Return what the breaks say of some periods: in full for several, in brief for one alone.

    Where one period is shown no reader compares it with another on the page, and the chapter's
    notes say why it stands apart. That the first of several begins a series matters to none of
    them, unless its years are marked.
    """
    if len(periods) > 1:
        start = measure.break_at(periods[0])
        new = start is not None and start.kind == "level" and not start.label
        return list(caveats(measure, periods[1:] if new else periods))
    found = measure.break_at(periods[0]) if periods else None
    if not found or not found.label:
        return []
    warning = "not comparable with" if found.kind == "level" else "compare with care with"
    return [f"{periods[0].label}: {lower_first(found.label)}; {warning} other years."]


def _provisional_note(observations: Iterable[Observation]) -> str:
    """Return "Figures for 2024/25 are provisional."; empty where none is."""
    periods = {o.period for o in observations if o.status == "provisional"}
    if not periods:
        return ""
    when = join_words([period.label for period in sorted(periods, key=_age)])
    return f"Figures for {when} are provisional." if when else "These figures are provisional."


def _mean_notes(facts: Sequence[Fact]) -> list[str]:
    """Return which neighbour means rest on fewer areas than there are: all of them, or of when.

    Where groups of one year differ, or there are many cases, it is said of all of them at once.
    """
    used: dict[Period, set[int]] = {}
    whole = 0
    for fact in facts:
        found = _MEAN.fullmatch(fact.rule) if isinstance(fact, Derived) else None
        if found:
            used.setdefault(_observations((fact,))[0].period, set()).add(int(found[1]))
            whole = int(found[2])
    counts = set().union(*used.values())
    short = sorted(counts - {whole})
    if not short:
        return []
    if len(short) > 2 or any(len(here) > 1 for here in used.values()):
        return [
            f"Where some of the {whole} neighbours have no figure, the neighbour average is the "
            f"mean of the others, of {short[0]} at the least."
        ]
    notes = []
    known = sorted(used, key=_age)
    for count in dict.fromkeys(n for period in known for n in used[period] if n != whole):
        when = f" in {_runs(used, count)}" if len(counts) > 1 else ""
        which = f"the {count} of {whole} areas with a figure"
        notes.append(f"The neighbour average{when} is the mean of {which}.")
    return notes


def _runs(used: Mapping[Period, set[int]], count: int) -> str:
    """Return the periods with a mean of so many areas, those that follow each other together."""
    periods = sorted(used, key=_age)
    runs = [
        [period.label for period in run]
        for alike, run in groupby(periods, key=lambda period: count in used[period])
        if alike
    ]
    return join_words([_span(run) for run in runs])


def _span(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"


def source_of(facts: Iterable[Fact]) -> Inlines:
    """Return "Source: …" for some facts, years of one publication drawn together."""
    years: dict[str, list[str]] = {}
    for observation in _observations(tuple(facts)):
        name, label = observation.source, observation.period.label
        stem = name.removesuffix(label).rstrip(" ,") if label else name
        years.setdefault(stem, []).extend([label] if stem != name else [])
    parts = []
    for stem, found in years.items():
        labels = sorted(set(found))
        span = _span(labels) if labels else ""
        parts.append(f"{stem}, {span}" if span else stem)
    return (Text(f"Source: {'; '.join(parts)}."),) if any(parts) else ()


def everyone_label(measure: Measure) -> str:
    """Return the words for everyone: "All pupils"."""
    return f"All {measure.about}"


def group_labels(facts: Facts, measure: str, groups: Iterable[Group]) -> tuple[str, ...]:
    """Return the words for groups in a chart or a table's first column."""
    everyone = everyone_label(facts.measure(measure))
    return tuple(
        facts.dictionary.label(group) if group != EVERYONE else everyone for group in groups
    )


def label_columns(
    facts: Facts, measure: str, groups: Sequence[Group]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the headings and the words of the columns that name groups in a table.

    Groups of one dimension take one column. Groups of several, such as disadvantage and sex in
    turn, take two: what divides them, and the member. Groups that two dimensions narrow at once
    take a column for each, but not for one in which they are all alike.
    """
    names = facts.dictionary.dimensions
    ways = {group.dimensions for group in groups if group != EVERYONE}
    if len(ways) > 1:
        pairs = [
            (" and ".join(upper_first(names[dim].name) for dim in group.dimensions), label)
            for group, label in zip(groups, group_labels(facts, measure, groups), strict=True)
        ]
        return ("Characteristic", "Group"), [(way or "All", label) for way, label in pairs]
    dimensions = next(iter(ways), ())
    varying = [dim for dim in dimensions if len({group.member(dim) for group in groups}) > 1]
    kept = tuple(varying or dimensions[:1])
    labels = [
        tuple(_member_label(facts, dim, group, groups) for dim in kept)
        if group != EVERYONE
        else (everyone_label(facts.measure(measure)),)
        for group in groups
    ]
    return tuple(upper_first(names[dim].name) for dim in kept) or ("Group",), labels


def is_within(facts: Facts, group: Group, groups: Iterable[Group]) -> bool:
    """Return whether another of the groups already counts this one."""
    members = ((dim, facts.dictionary.dimensions[dim].member(id)) for dim, id in group.pairs)
    wider = {group.with_(dim, member.within) for dim, member in members if member.within}
    return not wider.isdisjoint(groups)


def _member_label(facts: Facts, dimension: str, group: Group, groups: Sequence[Group]) -> str:
    """Return the name of a group's member, as "of which: …" under the member that counts it."""
    member = facts.dictionary.dimensions[dimension].member(group.member(dimension) or "")
    inside = member.within and group.with_(dimension, member.within) in groups
    return f"of which: {member.name}" if inside else member.name


def _observations(facts: tuple[Fact, ...]) -> tuple[Observation, ...]:
    found: list[Observation] = []
    for fact in facts:
        found += [fact] if isinstance(fact, Observation) else _observations(fact.inputs)
    return tuple({observation.cell: observation for observation in found}.values())


def _age(period: Period) -> tuple[str, str]:
    return (period.start.isoformat(), period.end.isoformat())
