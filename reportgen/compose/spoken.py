"""Turn the description of each chart into one that says which tables hold its figures.

Only once the tables are numbered can a listener be led to them. Where no table has all the figures
of a chart, its description tells them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from reportgen.document import Block, Chart, Number, Reference, Table, numbers_in
from reportgen.facts import Derived, Fact
from reportgen.wording import alt_text

Key = tuple[Hashable, ...]
MOST_TABLES = 4
"""Figures spread over more tables than this are told by the chart's description."""


def speak(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return numbered blocks in which each chart, and its description, lead to its figures.

    A chart without a topic keeps the description that its author gave it.
    """
    kept = tuple(blocks)
    tables = [block for block in kept if isinstance(block, Table)]
    held = {block.caption.name: _listed(block) for block in tables}
    homes = {block.caption.name: block.id for block in tables}
    return tuple(
        _led(block, _leading(_drawn(block), held), homes)
        if isinstance(block, Chart) and block.topic
        else block
        for block in kept
    )


def _led(chart: Chart, names: tuple[str, ...], homes: Mapping[str, str]) -> Chart:
    """Return a chart that leads to the tables of some names; `homes` are the ids of tables."""
    tables = tuple(Reference(homes[name], name) for name in names)
    return replace(chart, alt=alt_text(chart, names), tables=tables)


def _leading(wanted: frozenset[Key], tables: Mapping[str, frozenset[Key]]) -> tuple[str, ...]:
    """Return the names of the fewest tables that hold some figures; none if a few do not."""
    left = wanted
    names: list[str] = []
    while left and len(names) < MOST_TABLES:
        best = max(tables, key=lambda name: len(left & tables[name]), default="")
        if not best or not left & tables[best]:
            return ()
        names.append(best)
        left -= tables[best]
    return () if left else tuple(name for name in tables if name in names)


def _drawn(chart: Chart) -> frozenset[Key]:
    """Return the figures that a chart draws."""
    points = (point.number for series in chart.series for point in series.points)
    return frozenset(_key(number.fact) for number in points if isinstance(number, Number))


def _listed(table: Table) -> frozenset[Key]:
    """Return the figures that stand in a table."""
    return frozenset(_key(number.fact) for number in numbers_in((table,)))


def _key(fact: Fact) -> Key:
    """Return what tells a figure from others: what it is of, or how and from what it was made.

    A cell would not do: figures counted up from a list of schools come from the same ones.
    """
    if isinstance(fact, Derived):
        return (fact.rule, *(_key(item) for item in fact.inputs))
    return (fact.measure.id, fact.area.code, fact.period, fact.group)
