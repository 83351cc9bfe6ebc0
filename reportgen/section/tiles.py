"""Turn figures into tiles: the number large, what it is, and what it stands beside."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.document import Inline, Inlines, KeyFigures, Number, Text, Tile
from reportgen.errors import Place
from reportgen.facts import Fact, Facts, Missing, Observation, behind
from reportgen.measures import EVERYONE
from reportgen.mention import read_mention
from reportgen.section.part import Absent
from reportgen.settings import KeyFigure
from reportgen.show import Style


def key_figures(facts: Facts, *figures: tuple[str, str]) -> KeyFigures | Absent:
    """Return tiles for the latest figures of some measures, each given with the words under it.

    Each says its benchmarks or, without any, the counts behind it and its date. Measures without a
    figure are left out.
    """
    found = []
    for measure, label in figures:
        periods = facts.periods(measure, EVERYONE)
        fact = facts.find(measure, periods[-1]) if periods else None
        if fact and not isinstance(fact.value, Missing):
            beside = _benchmarks(fact, facts) or _counts(fact)
            found.append(Tile(Number(fact, _style(fact)), (Text(label),), beside))
    if not found:
        return Absent("key figures", "there is no figure for any of them")
    return KeyFigures(tuple(found), f"key_figures.{figures[0][0]}")


def tile(facts: Facts, figure: KeyFigure) -> Tile:
    """Return the tile of one key figure.

    Raises `DataError` if the figure is not there.
    """
    place = Place("report.toml", figure.row)
    number = read_mention(figure.figure, facts, place)
    if number.style == "unit":
        number = replace(number, style=_style(number.fact))
    beside = _live(figure.beside, facts, place) or _benchmarks(number.fact, facts)
    return Tile(number, (Text(figure.label),), beside)


def _live(text: str, facts: Facts, place: Place) -> Inlines:
    """Return words of report.toml, with every figure that they mention in braces."""
    parts = re.split(r"\{([^{}]*)\}", text)
    return tuple(
        read_mention(part, facts, place) if index % 2 else Text(part)
        for index, part in enumerate(parts)
        if part
    )


def _benchmarks(fact: Fact, facts: Facts) -> Inlines:
    """Return the benchmarks of a figure as a tile says them: "England 50.9, neighbours 53.3"."""
    if not isinstance(fact, Observation):
        return ()
    inlines: list[Inline] = []
    for role in ("england", "neighbours"):
        area = facts.comparators.area(role)
        other = facts.find(fact.measure.id, fact.period, fact.group, role)
        if area and other and not isinstance(other.value, Missing):
            name = "neighbours" if role == "neighbours" else area.name
            inlines += [Text(f", {name} " if inlines else f"{name} ")]
            inlines.append(Number(other, _style(other)))
    return tuple(inlines)


def _counts(fact: Fact) -> Inlines:
    """Return the counts behind a figure, its date and its publisher."""
    if not isinstance(fact, Observation):
        return ()
    parts = [behind(fact, "numerator"), behind(fact, "denominator")]
    publisher = fact.source.split(",")[0]
    where = Text(", ".join(part for part in (fact.period.label, publisher) if part))
    if not (parts[0] and parts[1]):
        return (where,)
    return (Number(parts[0]), Text(" of "), Number(parts[1]), Text("; "), where)


def _style(fact: Fact) -> Style:
    """Return how a tile shows a figure: with £ or %, its noun left to the words under it."""
    return "plain" if fact.unit.noun else "unit"
