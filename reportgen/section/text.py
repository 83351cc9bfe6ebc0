"""Turn facts and templates into the words of a chapter, with every number kept alive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.document import (
    Bullets,
    Heading,
    Inline,
    Inlines,
    Item,
    KeyFigures,
    Number,
    Paragraph,
    Text,
    Tile,
)
from reportgen.errors import Place
from reportgen.facts import Fact, Facts, Missing, Observation, behind
from reportgen.findings import review
from reportgen.measures import EVERYONE
from reportgen.mention import read_mention
from reportgen.section.part import Absent, Parts, Plan, Statements, Words
from reportgen.settings import KeyFigure
from reportgen.wording import state


def notes(chapter: str) -> Iterator[Words]:
    """Yield the chapter's notes on method, as a panel headed "How to read this chapter"."""
    yield Words(chapter, "Notes", title="How to read this chapter", notice=True)


def words(chapter: str, heading: str, title: str | None = None) -> Iterator[Words]:
    """Yield a passage of the officers' words, under its own heading unless `title` is given.

    An empty `title` prints the passage without a heading.
    """
    yield Words(chapter, heading, title=heading if title is None else title)


def action_plan(chapter: str) -> Plan:
    """Return the place of the chapter's action plan."""
    return Plan(chapter)


def heading(title: str) -> Heading:
    """Return a heading within the chapter."""
    return Heading(2, (Text(title),), id=f"heading.{_slug(title)}")


def strengths_and_development(facts: Facts, *measures: str, by: tuple[str, ...] = ()) -> Parts:
    """Yield what the figures of some measures say: strengths first, then areas for development.

    `by` names the dimensions whose groups are compared as well as everyone.
    """
    found = tuple(item for measure in measures for item in review(facts, measure, by=by))
    yield Statements(state(found, facts))


def say(template: str, **parts: Fact | Number | str | None) -> Paragraph | Absent:
    """Return a paragraph with a number, or words, in the place of each name in braces.

    A fact is shown with its unit. If one of them is None, nothing is said: the result is `Absent`.
    """
    inlines: list[Inline] = []
    for index, piece in enumerate(re.split(r"\{(\w+)\}", template)):
        if index % 2 == 0:
            inlines += [Text(piece)] if piece else []
            continue
        part = parts[piece]
        if part is None:
            return Absent(f"the sentence “{template}”", f"there is no figure for {piece}")
        if isinstance(part, str):
            inlines.append(Text(part))
        else:
            inlines.append(part if isinstance(part, Number) else Number(part, "unit"))
    return Paragraph(tuple(inlines), id=f"say.{_slug(template)[:48]}")


def key_figures(facts: Facts, *figures: tuple[str, str]) -> KeyFigures | Absent:
    """Return tiles for the latest figures of some measures, each given with the words under it.

    Each says its benchmarks or, without any, the counts behind it and its date. Measures without a
    figure are left out.
    """
    found = []
    for measure, label in figures:
        periods = facts.periods(measure, EVERYONE)
        fact = facts.find(measure, periods[-1]) if periods else None
        if fact:
            beside = _benchmarks(fact, facts) or _counts(fact)
            found.append(Tile(Number(fact, "unit"), (Text(label),), beside))
    if not found:
        return Absent("key figures", "there is no figure for any of them")
    return KeyFigures(tuple(found), f"key_figures.{_slug(figures[0][0])}")


def neighbours_list(facts: Facts) -> Bullets | Absent:
    """Return the statistical neighbours, nearest first."""
    neighbours = facts.comparators.neighbours
    if not neighbours or not neighbours.members:
        return Absent("the list of statistical neighbours", "report.toml names none")
    items = tuple(Item((Text(area.name),)) for area in neighbours.members)
    return Bullets(items, id="neighbours", ordered=True)


def tile(facts: Facts, figure: KeyFigure) -> Tile:
    """Return the tile of one key figure.

    Raises `DataError` if the figure is not there.
    """
    number = read_mention(figure.figure, facts, None)
    if number.style == "unit" and number.fact.unit.noun:
        number = replace(number, style="plain")
    beside = _live(figure.beside, facts) or _benchmarks(number.fact, facts)
    return Tile(number, (Text(figure.label),), beside)


def _live(text: str, facts: Facts) -> Inlines:
    """Return words of report.toml, with every figure that they mention in braces."""
    parts = re.split(r"\{([^{}]*)\}", text)
    return tuple(
        read_mention(part, facts, Place("report.toml")) if index % 2 else Text(part)
        for index, part in enumerate(parts)
        if part
    )


def _benchmarks(fact: Fact, facts: Facts) -> Inlines:
    """Return the benchmarks of a figure as a tile says them: "England 50.9, South East 52.1"."""
    if not isinstance(fact, Observation):
        return ()
    inlines: list[Inline] = []
    for role in ("england", "neighbours"):
        area = facts.comparators.area(role)
        other = facts.find(fact.measure.id, fact.period, fact.group, role)
        if area and other and not isinstance(other.value, Missing):
            inlines += [Text(f", {area.name} " if inlines else f"{area.name} ")]
            inlines.append(Number(other, "unit" if not other.unit.noun else "plain"))
    return tuple(inlines)


def _counts(fact: Fact) -> Inlines:
    """Return the counts behind a figure and its date: "33,088 of 87,160, January 2021"."""
    if not isinstance(fact, Observation):
        return ()
    parts = [behind(fact, "numerator"), behind(fact, "denominator")]
    when = Text(fact.period.label)
    if not (parts[0] and parts[1]):
        return (when,)
    return (Number(parts[0]), Text(" of "), Number(parts[1]), Text(", "), when)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
