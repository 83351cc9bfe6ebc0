"""Turn sections/measures.toml into the dictionary of what every number means.

Everything wrong with the file is gathered and raised together, each with its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import cast, get_args

from reportgen.errors import ProjectError, did_you_mean
from reportgen.load.toml import Table, read_table
from reportgen.measures import Better, Break, Dictionary, Dimension, Kind, Measure, Member, Unit
from reportgen.period import PeriodKind, read_period
from reportgen.wording.words import lower_first

NEEDED = ("measure", "area_code", "area", "period", "period_kind", "value", "source")
"""The columns that every figures file has."""

RESERVED = (*NEEDED, "numerator", "denominator", "cohort", "status", "note", "query")
"""The columns of a figures file that are not dimensions."""


def read_dictionary(path: Path, file: str = "") -> Dictionary:
    """Return the dictionary in a measures file; `file` names it in messages.

    Raises `ProjectError` with every unknown key, unknown unit and bad value.
    """
    top = read_table(path, file or f"{path.parent.name}/{path.name}")
    units = {name: _unit(name, table) for name, table in top.named("units")}
    dimensions = {name: _dimension(name, table) for name, table in top.named("groups")}
    measures = {
        name: _measure(name, table, units, dimensions) for name, table in top.named("measures")
    }
    _refuse_repeats(top, measures)
    for name, table in top.named("measures"):
        cohort = measures[name].cohort
        if cohort and cohort not in measures:
            hint = did_you_mean(cohort, measures)
            table.wrong("cohort", f"the measure “{cohort}” is not known", hint)
    top.finish()
    if top.problems:
        raise ProjectError(top.problems)
    return Dictionary(measures, dimensions, units)


def _unit(name: str, table: Table) -> Unit:
    keys = ("before", "after", "noun", "noun_one", "difference", "difference_one")
    unit = Unit(name, **{key: table.words(key) for key in keys})
    table.finish()
    return unit


def _dimension(name: str, table: Table) -> Dimension:
    if name in RESERVED:
        table.wrong(name, f"“{name}” is a column of every figures file and cannot name a group")
    members = tuple(_member(inner) for inner in table.tables("members"))
    if not members:
        table.wrong("members", "no members are given", "add members = [{ id = …, name = … }, …]")
    ids = [member.id for member in members]
    taken: dict[str, str] = {}
    for member in members:
        if member.within and member.within not in ids:
            hint = did_you_mean(member.within, ids)
            table.wrong("members", f"“{member.id}” is within the unknown “{member.within}”", hint)
        for word in dict.fromkeys(map(str.casefold, (member.id, member.name, *member.aliases))):
            if taken.setdefault(word, member.id) is not member.id:
                table.wrong("members", f"“{word}” names both {taken[word]} and {member.id}")
    dimension = Dimension(
        name,
        table.need("name", str, name),
        members,
        table.words("phrase"),
        table.words("preposition", "for"),
    )
    table.finish()
    return dimension


def _member(table: Table) -> Member:
    id = table.need("id", str, "?")
    member = Member(
        id,
        table.need("name", str, id),
        table.words("before"),
        table.words("noun"),
        table.words("after"),
        table.texts("aliases"),
        table.get("reference", bool, False) or False,
        table.words("within"),
    )
    table.finish()
    return member


def _measure(
    name: str, table: Table, units: Mapping[str, Unit], dimensions: Mapping[str, Dimension]
) -> Measure:
    title = table.need("name", str, name)
    unit = table.need("unit", str, "")
    if unit not in units and "unit" in table.values:
        hint = did_you_mean(unit, units, "the units are: " + ", ".join(units))
        table.wrong("unit", f"the unit “{unit}” is not known", hint)
    table.need("kind", str, "count")
    places = _whole(table, "places", 0)
    detail = _whole(table, "detail_places", -1)
    measure = Measure(
        name,
        title,
        table.words("phrase", lower_first(title)),
        units.get(unit, Unit(unit)),
        cast(Kind, table.one_of("kind", get_args(Kind), "count")),
        places=places,
        detail_places=detail if detail >= 0 else None,
        plural=table.get("plural", bool, False) or False,
        better=cast("Better | None", table.one_of("better", get_args(Better), "") or None),
        tolerance=_positive(table, "tolerance") or Decimal(0),
        noise=_positive(table, "noise"),
        group_noise=_group_noise(table.table("group_noise"), dimensions),
        spread=_positive(table, "spread"),
        small=_whole(table, "small", 100),
        fewest=_whole(table, "fewest", 11),
        about=table.words("about", "pupils"),
        definition=table.words("definition"),
        verb_higher=table.words("verb_higher", "above"),
        verb_lower=table.words("verb_lower", "below"),
        verb=table.words("verb"),
        counted=table.words("counted"),
        cohort=table.words("cohort"),
        breaks=tuple(_break(inner) for inner in table.tables("breaks")),
        aliases=table.texts("aliases"),
        least=table.get("least", Decimal),
        most=table.get("most", Decimal),
    )
    if measure.least is not None and measure.most is not None and measure.most < measure.least:
        table.wrong("most", "“most” cannot be smaller than “least”")
    table.tables("sources")  # read by `read_sources`
    table.finish()
    return measure


def _group_noise(
    table: Table | None, dimensions: Mapping[str, Dimension]
) -> tuple[tuple[tuple[str, str], Decimal], ...]:
    """Return the noise of members by (dimension, member), from a table of tables."""
    found = []
    for name in table.values if table else ():
        assert table
        if name not in dimensions:
            table.wrong(name, f"“{name}” is not a dimension", did_you_mean(name, dimensions))
            continue
        inner = table.table(name)
        members = [member.id for member in dimensions[name].members]
        for member in inner.values if inner else ():
            assert inner
            if member not in members:
                hint = did_you_mean(member, members)
                inner.wrong(member, f"“{member}” is not a member of “{name}”", hint)
            noise = _positive(inner, member)
            found += [((name, member), noise)] if noise is not None else []
    return tuple(found)


def _break(table: Table) -> Break:
    kind = table.one_of("kind", ("level", "caution"), "level")
    period = table.need("period", str, "?")
    if "period" in table.values and not _is_period(period):
        hint = "write it as the figures do: 2019/20, 2019, 2021-08-31, mid-2018"
        table.wrong("period", f"“{period}” is no year or day", hint)
    found = Break(
        period,
        "caution" if kind == "caution" else "level",
        table.need("reason", str, "?"),
        table.words("label"),
    )
    table.finish()
    return found


def _is_period(text: str) -> bool:
    """Return whether a text names a period of any kind that figures may have."""
    for kind in PeriodKind:
        try:
            read_period(text, kind)
        except ValueError:
            continue
        return True
    return False


def _whole(table: Table, key: str, default: int) -> int:
    value = table.get(key, int, default)
    assert value is not None
    if value < 0 and key in table.values:
        table.wrong(key, f"“{key}” cannot be below zero")
    return value


def _positive(table: Table, key: str) -> Decimal | None:
    value = table.get(key, Decimal)
    if value is not None and value < 0:
        table.wrong(key, f"“{key}” cannot be below zero")
    return value


def _refuse_repeats(top: Table, measures: Mapping[str, Measure]) -> None:
    """Note every word that would name two measures."""
    taken = {id.casefold(): id for id in measures}
    for id, measure in measures.items():
        for alias in measure.aliases:
            if taken.setdefault(alias.casefold(), id) != id:
                top.wrong("measures", f"“{alias}” names both {taken[alias.casefold()]} and {id}")
