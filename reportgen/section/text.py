"""Turn facts and templates into the words of a chapter, with every number kept alive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.area import Role
from reportgen.document import (
    Bullets,
    Heading,
    Inline,
    Item,
    Number,
    Paragraph,
    Text,
)
from reportgen.facts import Fact, Facts, Missing
from reportgen.findings import Finding, review
from reportgen.findings import gap as find_gap
from reportgen.measures import Group
from reportgen.section.part import Absent, Parts, Plan, Statements, Words
from reportgen.section.plain import latest, withheld
from reportgen.wording import arrange, state
from reportgen.wording.arrange import named


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


def strengths_and_development(
    facts: Facts,
    *measures: str,
    by: tuple[str, ...] = (),
    against: tuple[Role, ...] = (),
    gap: tuple[Group, Group] | None = None,
    first: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> Parts:
    """Yield what the figures of some measures say: strengths first, then areas for development.

    `by` names the dimensions whose groups are compared as well as everyone; `against` the areas,
    without which they are those of report.toml; `gap` a group and the others whose gap is judged
    beside England's. Statements named in `first` stand first, in that
    order, and are always printed; those named in `without` are left out. A name is an id, or the
    beginning of one up to a dot. Where there is nothing to say, the latest figures are said as they
    are. Raises `SectionError` for a name that names nothing.
    """
    roles = against or facts.comparators.told
    found = [item for id in measures for item in review(facts, id, by=by, against=roles)]
    found += [item for id in measures for item in _gaps(facts, id, gap)]
    said = state(found, facts)
    if said and (first or without):
        said = arrange(said, first, without)
    pinned = tuple(item.id for item in said if any(named(item, name) for name in first))
    yield Statements(said, pinned, otherwise=_plainly(facts, measures, by, roles))


def _plainly(
    facts: Facts, measures: Sequence[str], by: Sequence[str], against: Sequence[Role]
) -> tuple[Paragraph, ...]:
    """Return the latest figure of each measure, or of its groups where it has none of everyone.

    Where there is none at all, it is said why there is none of the latest period. Of several ways
    to divide people into groups it is the one with the fewest.
    """
    said: list[Paragraph] = []
    few = sorted(by, key=lambda way: len(facts.dictionary.dimensions[way].members))
    for measure in measures:
        ways = [latest(facts, measure, way, against) for way in ("", *few)]
        ways += [withheld(facts, measure, way, against) for way in ("", *few)]
        said += [way for way in ways if isinstance(way, Paragraph)][:1]
    return tuple(said)


def _gaps(facts: Facts, measure: str, gap: tuple[Group, Group] | None) -> list[Finding]:
    """Return the gap that is good or bad by one definition or both; the bad goes first."""
    found = find_gap(facts, measure, *gap) if gap else ()
    bad = [item for item in found if item.kind == "development"]
    return (bad or [item for item in found if item.kind == "strength"])[:1]


def say(template: str, **parts: Fact | Number | str | None) -> Paragraph | Absent:
    """Return a paragraph with a number, or words, in the place of each name in braces.

    A fact is shown with its unit. If a number is not there or was withheld, nothing is said: the
    result is `Absent`.
    """
    inlines: list[Inline] = []
    meaning = template
    for index, piece in enumerate(re.split(r"\{(\w+)\}", template)):
        if index % 2 == 0:
            inlines += [Text(piece)] if piece else []
            continue
        part = parts[piece]
        if isinstance(part, str):
            inlines.append(Text(part))
            meaning = meaning.replace(f"{{{piece}}}", part)
            continue
        if part is None:
            return Absent(f"the sentence “{template}”", f"there is no figure for {piece}")
        number = part if isinstance(part, Number) else Number(part, "unit")
        if isinstance(lost := number.fact.value, Missing):
            return Absent(f"the sentence “{template}”", f"the figure for {piece} is {lost.words}")
        inlines.append(number)
    return Paragraph(tuple(inlines), id=f"say.{_slug(meaning)}")


def neighbours_list(facts: Facts) -> Bullets | Absent:
    """Return the statistical neighbours, nearest first."""
    neighbours = facts.comparators.neighbours
    if not neighbours or not neighbours.members:
        return Absent("the list of statistical neighbours", "report.toml names none")
    items = tuple(Item((Text(area.name),)) for area in neighbours.members)
    return Bullets(items, id="neighbours", ordered=True)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
