"""Turn a mention of a figure, as officers write it between braces, into a live number.

    {attainment_8 | 2020/21 | England | girls}

A mention that could mean two figures, or none, is refused: the words never hold a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from reportgen.area import ROLES, Area, Role
from reportgen.document import Inlines, Number, Text
from reportgen.errors import DataError, Place, Problem, did_you_mean
from reportgen.facts import Derived, Fact, Facts, behind
from reportgen.measures import EVERYONE, Group, Measure
from reportgen.period import Period, read_period
from reportgen.show import Style

Behind = Literal["numerator", "denominator", "cohort"]


@dataclass(frozen=True, slots=True)
class Mention:
    """What a mention asks for; None where it leaves the choice open."""

    measure: Measure
    period: Period | None = None
    area: Role | Area | None = None
    group: Group = EVERYONE
    style: Style | None = None
    behind: Behind | None = None


def read_mention(text: str, facts: Facts, place: Place | None) -> Number:
    """Return the figure that a mention names, in the form it asks for.

    The first part is the measure; a period, an area, groups and a form follow in any order. The
    area is ours if none is named; the period may be left out where the files hold only one. Raises
    `DataError` at `place` if a part is not known or there is no such figure.
    """
    mention = parse_mention(text, facts, place)
    fact = _find(mention, text, facts, place)
    if mention.behind:
        fact = _behind(fact, mention.behind, text, place)
    return Number(fact, mention.style or "unit")


def read_text(text: str, facts: Facts, place: Place | None) -> Inlines:
    """Return a line of plain words with every mention in braces as a live number.

    Raises `DataError` as `read_mention` does.
    """
    pieces = re.split(r"\{([^{}]*)\}", text)
    return tuple(
        read_mention(piece, facts, place) if index % 2 else Text(piece)
        for index, piece in enumerate(pieces)
        if piece or index % 2
    )


def check_mention(text: str, facts: Facts, place: Place | None) -> Text:
    """Return a mention as it is written, once its measure is known to be one.

    For when the figures could not all be read, so that what they lack is no fault of the words.
    Raises `DataError` if there is no such measure.
    """
    first = " ".join(text.split("|")[0].split())
    if _measure(first, facts) is None:
        hint = did_you_mean(first, facts.dictionary.measures, "it begins with the id of a measure")
        raise _refused(text, f"the measure “{first}” is not known", place, hint)
    return Text(f"{{{text}}}")


def parse_mention(text: str, facts: Facts, place: Place | None) -> Mention:
    """Return what a mention asks for, whether or not there is such a figure.

    Raises `DataError` if a part is not known, or two parts say the same kind of thing.
    """
    first, *parts = (" ".join(part.split()) for part in text.split("|"))
    measure = _measure(first, facts)
    if measure is None:
        hint = did_you_mean(first, facts.dictionary.measures, "it begins with the id of a measure")
        raise _refused(text, f"the measure “{first}” is not known", place, hint)
    said: dict[str, object] = {}
    pairs: dict[str, str] = {}
    vocabulary = _vocabulary(measure, facts)
    for part in parts:
        kind, value = _meaning(part, measure, vocabulary, facts, text, place)
        if kind == "group":
            dimension, member = cast("tuple[str, str]", value)
            if dimension in pairs:
                raise _refused(text, f"two parts name a {dimension}", place, "keep one of them")
            pairs[dimension] = member
        elif kind in said:
            raise _refused(text, f"two parts name the {kind}", place, "keep one of them")
        else:
            said[kind] = value
    return Mention(
        measure,
        cast("Period | None", said.get("period")),
        cast("Role | Area | None", said.get("area")),
        Group.of(**pairs),
        cast("Style | None", said.get("form")),
        cast("Behind | None", said.get("count")),
    )


def _measure(word: str, facts: Facts) -> Measure | None:
    wanted = word.casefold()
    for measure in facts.dictionary.measures.values():
        if wanted == measure.id.casefold() or wanted in map(str.casefold, measure.aliases):
            return measure
    return None


def _vocabulary(measure: Measure, facts: Facts) -> Mapping[str, tuple[str, object]]:
    """Return every word that a part may be, lower case, with what it means; groups apart."""
    words: dict[str, tuple[str, object]] = {}
    near = facts.comparators.neighbours
    for one in (*facts.listed, *(near.members if near else ())):
        words |= {word.casefold(): ("area", one) for word in (one.name, one.code)}
    for item in facts.of(measure.id):
        words[item.area.name.casefold()] = ("area", item.area)
        words[item.area.code.casefold()] = ("area", item.area)
    for role in ROLES:
        if area := facts.comparators.area(role):
            meaning: Role | Area = role if role == "neighbours" else area
            words |= {word.casefold(): ("area", meaning) for word in (role, area.name, area.code)}
    for style in get_args(Style):
        words[style] = ("form", style)
    for count in get_args(Behind):
        words[count] = ("count", count)
    return words


def _meaning(
    part: str,
    measure: Measure,
    vocabulary: Mapping[str, tuple[str, object]],
    facts: Facts,
    text: str,
    place: Place | None,
) -> tuple[str, object]:
    """Return what one part of a mention means: ("area", …), ("period", …), ("group", …)."""
    word = part.casefold()
    if word in vocabulary:
        return vocabulary[word]
    if period := _period(part, measure, facts):
        return "period", period
    found = _members(word, facts)
    used = {dimension for o in facts.of(measure.id) for dimension in o.group.dimensions}
    if len(found) > 1:
        found = [pair for pair in found if pair[0] in used] or found
    if len(found) == 1:
        return "group", found[0]
    if found:
        options = " or ".join(f"{dimension}={part}" for dimension, _ in found)
        raise _refused(text, f"“{part}” could mean several groups", place, f"write {options}")
    if not facts.of(measure.id):
        raise _refused(text, f"no file has a row for {measure.id}", place)
    members = (m.name for d in facts.dictionary.dimensions.values() for m in d.members)
    periods = (str(period) for period in _periods(measure, facts))
    names = ", ".join(sorted({item.area.name for item in facts.of(measure.id)}))
    otherwise = (
        "a part is a period, an area that the files hold figures of "
        f"({names}), a group or a form such as plain or numerator"
    )
    listed = {word.casefold() for area in facts.listed for word in (area.name, area.code)}
    words = [word for word in vocabulary if word not in listed]
    hint = did_you_mean(part, [*words, *members, *periods], otherwise)
    raise _refused(text, f"“{part}” is not known", place, hint)


def _members(word: str, facts: Facts) -> list[tuple[str, str]]:
    """Return the (dimension, member) pairs that a word names, "dimension=member" being exact."""
    wanted, _, exact = word.partition("=")
    dimension_id, member_word = (wanted.strip(), exact.strip()) if exact else ("", word)
    return [
        (dimension.id, member.id)
        for dimension in facts.dictionary.dimensions.values()
        for member in dimension.members
        if (not dimension_id or dimension.id.casefold() == dimension_id)
        and member_word in map(str.casefold, (member.id, member.name, *member.aliases))
    ]


def _periods(measure: Measure, facts: Facts) -> list[Period]:
    found = {item.period for item in facts.of(measure.id)}
    return sorted(found, key=lambda period: (period.kind.value, period.start, period.end))


def _period(part: str, measure: Measure, facts: Facts) -> Period | None:
    """Return the period of the measure that a part names, by its label or in another form."""
    periods = _periods(measure, facts)
    for period in periods:
        if period.label.casefold() == part.casefold():
            return period
    for kind in dict.fromkeys(period.kind for period in periods):
        try:
            return read_period(part, kind)
        except ValueError:
            continue
    return None


def _find(mention: Mention, text: str, facts: Facts, place: Place | None) -> Fact:
    area = mention.area or "ours"
    period = mention.period or _only_period(mention, area, text, facts, place)
    fact = facts.find(mention.measure.id, period, mention.group, area)
    if fact is None:
        raise _none(mention, area, text, facts, place)
    return fact


def _none(
    mention: Mention, area: Role | Area, text: str, facts: Facts, place: Place | None
) -> DataError:
    """Return the refusal of a mention of a figure that is not there, with what there is."""
    rows = facts.of(mention.measure.id)
    where = area if isinstance(area, Area) else facts.comparators.area(area)
    if rows and isinstance(area, Area) and not any(item.area == where for item in rows):
        names = sorted({item.area.name for item in rows})
        hint = "there are figures of " + ", ".join(names)
        what = f"the files hold no figure of {area.name} for {mention.measure.name}"
        return _refused(text, what, place, hint)
    return _refused(text, "the files hold no such figure", place, _instead(mention, area, facts))


def _only_period(
    mention: Mention, area: Role | Area, text: str, facts: Facts, place: Place | None
) -> Period:
    periods = [p for p in _periods(mention.measure, facts) if _there(mention, area, p, facts)]
    if len(periods) == 1:
        return periods[0]
    if periods:
        listed = ", ".join(map(str, periods))
        raise _refused(text, "it does not say which period", place, f"add one of: {listed}")
    raise _none(mention, area, text, facts, place)


def _there(mention: Mention, area: Role | Area, period: Period, facts: Facts) -> bool:
    return facts.find(mention.measure.id, period, mention.group, area) is not None


def _instead(mention: Mention, area: Role | Area, facts: Facts) -> str:
    """Return a hint that says for which periods, areas or groups there is a figure."""
    rows = facts.of(mention.measure.id)
    if not rows:
        return f"no file has a row for {mention.measure.id}"
    periods = [p for p in _periods(mention.measure, facts) if _there(mention, area, p, facts)]
    if periods:
        return "there is one for " + ", ".join(map(str, periods))
    same = {o.area.name for o in rows if o.group == mention.group}
    if same:
        return "for this group there are figures of " + ", ".join(sorted(same))
    groups = {facts.dictionary.label(o.group, "everyone") for o in rows}
    return "there are figures for: " + "; ".join(sorted(groups)[:12])


def _behind(fact: Fact, column: Behind, text: str, place: Place | None) -> Fact:
    if isinstance(fact, Derived):
        raise _refused(text, f"a {fact.rule} has no {column} of its own", place, "name one area")
    count = behind(fact, column)
    if count is None:
        hint = f"fill in the column “{column}” of {fact.cell.file}, row {fact.cell.row}"
        raise _refused(text, f"the figure has no {column}", place, hint)
    return count


def _refused(text: str, what: str, place: Place | None, hint: str = "") -> DataError:
    return DataError(Problem(f"{{{' '.join(text.split())}}}: {what}", place, hint))
