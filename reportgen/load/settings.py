"""Turn report.toml into settings, with everything that is wrong with it gathered by line."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast, get_args

from reportgen.area import ROLES, Area, Comparators, Neighbours, Role
from reportgen.errors import ProjectError, did_you_mean
from reportgen.load.folders import find_files
from reportgen.load.sources import Source, read_source
from reportgen.load.toml import Table, read_table
from reportgen.measures import Dictionary
from reportgen.period import PeriodKind, read_period
from reportgen.settings import (
    FORMATS,
    Charts,
    DataPath,
    Format,
    Glance,
    KeyFigure,
    Profile,
    Ruling,
    Settings,
    Telling,
    Word,
)

_DAY = date(1900, 1, 1)
_NOWHERE = Area("", "")


def read_settings(folder: Path, root: Path, chapters: Collection[str]) -> Settings:
    """Return the settings of a report; `chapters` are those the project has.

    Raises `ProjectError` with every unknown key, wrong type, unknown chapter and missing file.
    """
    top = read_table(folder / "report.toml", "report.toml")
    glance, look, data = top.table("glance"), top.table("look"), top.table("data")
    word = top.table("word")
    settings = Settings(
        name=folder.resolve().name,
        title=top.need("title", str, "?"),
        organisation=top.need("organisation", str, "?"),
        date=top.need("date", date, _DAY),
        comparators=_comparators(top),
        chapters=_chapters(top, chapters),
        subtitle=top.words("subtitle"),
        as_at=top.get("as_at", date),
        status="Final" if top.one_of("status", ("Draft", "Final"), "Draft") == "Final" else "Draft",
        front_sheet=_front_sheet(top),
        glance=_glance(glance) if glance else Glance(),
        findings=_findings(found) if (found := top.table("findings")) else Telling(),
        formats=_formats(top),
        appendix=top.get("appendix", bool, True) is not False,
        attachments=top.get("attachments", bool, True) is not False,
        fewest=_fewest(data) if data else 6,
        data=_data(data, folder) if data else (),
        profile=_profile(top),
        word=_word(word, root) if word else Word(),
    )
    if look:
        settings = _look(look, settings, root)
    if not (settings.appendix or settings.attachments):
        hint = "make one of them true, or leave it out"
        what = "with “appendix” and “attachments” both false, a chart’s figures are nowhere to read"
        top.wrong("attachments", what, hint)
    top.finish()
    if top.problems:
        raise ProjectError(top.problems)
    return settings


def read_overrides(folder: Path, dictionary: Dictionary) -> tuple[Source, ...]:
    """Return the sources that a report names itself, in place of those of its measures.

    Raises `ProjectError` with everything in them that is not known.
    """
    top = read_table(folder / "report.toml", "report.toml")
    data = top.table("data")
    found: list[Source] = []
    for rank, table in enumerate(data.tables("sources") if data else ()):
        measure = table.need("measure", str, "?")
        if measure not in dictionary.measures:
            hint = did_you_mean(measure, dictionary.measures, "see sections/measures.toml")
            table.wrong("measure", f"the measure “{measure}” is not known", hint)
        found.append(read_source(table, measure, rank, dictionary))
    if top.problems:
        raise ProjectError(top.problems)
    return tuple(found)


def _fewest(table: Table) -> int:
    """Return how many people an average must be of to be printed; 0 prints all."""
    fewest = table.get("fewest", int, 6)
    if fewest is None or fewest < 0:
        table.wrong("fewest", "“fewest” cannot be below zero", "0 prints every figure")
    return fewest or 0


def _data(table: Table, folder: Path) -> tuple[DataPath, ...]:
    """Return the files that [data] names, each a path or { path = …, period = … }."""
    found = []
    for value in table.get("files", list, []) or []:
        if isinstance(value, str):
            found.append(DataPath(value))
        elif isinstance(value, dict):
            inner = Table(value, table.file, table.text, (*table.path, "files"), table.problems)
            found.append(DataPath(inner.need("path", str, "?"), _when(inner)))
            inner.finish()
        else:
            table.wrong("files", f"“files” should list paths, but {value} is among them")
    for item in found:
        if not find_files(folder, item.path):
            hint = "paths are seen from the report's folder, with forward slashes"
            written = item.path.replace("\t", "\\t").replace("\n", "\\n")
            table.wrong("files", f"there is no file {written}", hint)
    table.tables("sources")  # read by `read_overrides`
    table.finish()
    return tuple(found)


def _when(table: Table) -> str:
    """Return the period of a file. Notes a problem if it is neither a day nor a year."""
    period = table.words("period")
    try:
        if period:
            read_period(period, PeriodKind.AS_AT)
    except ValueError as error:
        table.wrong("period", str(error), "write it as mid-2024 or 2025-08-31")
        return ""
    return period


def _area(table: Table | None) -> Area:
    if table is None:
        return _NOWHERE
    area = Area(table.need("code", str, "?"), table.need("name", str, "?"))
    table.finish()
    return area


def _comparators(top: Table) -> Comparators:
    if "area" not in top.values:
        top.wrong("area", "[area] is missing", "add it, with the code and name of your area")
    ours = _area(top.table("area"))
    benchmarks = top.table("benchmarks")
    region = england = None
    if benchmarks:
        region = _area(inner) if (inner := benchmarks.table("region")) else None
        england = _area(inner) if (inner := benchmarks.table("england")) else None
        benchmarks.finish()
    table = top.table("neighbours")
    near = _neighbours(table, ours) if table else None
    return Comparators(ours, near, region, england, _told(top))


def _neighbours(table: Table, ours: Area) -> Neighbours:
    members = tuple(_area(inner) for inner in table.tables("members"))
    mean = Area(table.need("code", str, "?"), table.words("name", "Statistical neighbours"))
    codes = [area.code for area in members]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        table.wrong("members", f"{code} is listed twice among the members")
    if ours.code in codes:
        table.wrong("members", f"{ours} is listed among its own neighbours", "remove it")
    neighbours = Neighbours(mean, members, table.words("model"))
    table.finish()
    return neighbours


def _chapters(top: Table, known: Collection[str]) -> tuple[str, ...]:
    given = top.get("chapters", list)
    if given is None and "chapters" in top.values:
        return ()
    if not given:
        listed = ", ".join(known)
        top.wrong("chapters", "no chapters are listed", f"add chapters = […]; there are: {listed}")
    names = top.texts("chapters")
    for name in dict.fromkeys(names):
        if name not in known:
            hint = did_you_mean(name, known, "the chapters are: " + ", ".join(known))
            top.wrong("chapters", f"the chapter “{name}” is not known", hint)
        if names.count(name) > 1:
            top.wrong("chapters", f"the chapter “{name}” is listed twice", "remove one of them")
    return tuple(dict.fromkeys(names))


def _formats(top: Table) -> tuple[Format, ...]:
    names = top.texts("formats")
    for name in names:
        if name not in FORMATS:
            hint = did_you_mean(name, FORMATS, "the formats are: " + ", ".join(FORMATS))
            top.wrong("formats", f"the format “{name}” is not known", hint)
    return cast("tuple[Format, ...]", names) or ("docx", "pdf")


def _front_sheet(top: Table) -> tuple[tuple[str, str], ...]:
    """Return the fields in the order given; a date is written out in words."""
    table = top.table("front_sheet")
    fields = []
    for key, value in table.values.items() if table else ():
        name = key.replace("_", " ")
        if isinstance(value, date):
            fields.append((name[:1].upper() + name[1:], f"{value.day} {value:%B %Y}"))
        elif isinstance(value, str | int | Decimal) and not isinstance(value, bool):
            fields.append((name[:1].upper() + name[1:], str(value)))
        elif table:
            table.wrong(key, f"“{key}” should be text in quotation marks")
    return tuple(fields)


def _glance(table: Table) -> Glance:
    figures = []
    for inner in table.tables("key_figures"):
        figure, label = inner.need("figure", str, "?"), inner.need("label", str, "?")
        if re.search(r"\{.*\}", label):
            hint = "mention the figure under “beside”, and leave the braces out"
            inner.wrong("label", "“label” mentions a figure, and none is looked up there", hint)
        figures.append(KeyFigure(figure, label, inner.words("beside"), inner.row("figure")))
        inner.finish()
    headlines = table.get("headlines", int, Glance().headlines)
    if headlines is not None and headlines < 0:
        table.wrong("headlines", "“headlines” cannot be below zero")
    table.finish()
    return Glance(tuple(figures), headlines or 0)


def _profile(top: Table) -> Profile:
    profiles = get_args(Profile)
    return cast("Profile", top.one_of("profile", profiles, "standalone"))


def _word(table: Table, root: Path) -> Word:
    """Return how the Word document is made."""
    template = table.words("template")
    if template and not (root / template).is_file():
        table.wrong("template", f"there is no file {template}", "write a path within the project")
    inner = table.table("styles")
    styles = [(role, inner.words(role)) for role in inner.values] if inner else []
    if styles and not template:
        hint = "name it under “template”, or leave the styles out"
        table.wrong("styles", "[word.styles] names styles of a template, and there is none", hint)
    charts = table.one_of("charts", get_args(Charts), "native")
    table.finish()
    return Word(cast("Charts", charts), template, tuple(styles))


def _findings(table: Table) -> Telling:
    """Return how many findings are told, and which in any case; `against` is read elsewhere."""
    most = table.get("most", int, Telling().most)
    if most is None or most < 1:
        table.wrong("most", "“most” should be 1 or more", "leave it out for 6")
        most = Telling().most
    mute = _rulings(table, "mute", "say why the report does not print it")
    keep = _rulings(table, "keep", "say why the report prints it in any case")
    table.asked.add("against")  # read by `_told`
    table.finish()
    return Telling(most, mute, keep)


def _rulings(table: Table, key: str, hint: str) -> tuple[Ruling, ...]:
    found = []
    for inner in table.tables(key):
        found.append(Ruling(inner.need("id", str, "?"), inner.need("reason", str, "?")))
        if not found[-1].reason.strip():
            inner.wrong("reason", "“reason” is empty", hint)
        inner.finish()
    return tuple(found)


def _told(top: Table) -> tuple[Role, ...]:
    """Return the areas that sentences compare with; those of [findings] against, in its order."""
    table = top.table("findings")
    names = table.texts("against") if table else ()
    known = [role for role in ROLES if role != "ours"]
    for name in names:
        if table and name not in known:
            hint = did_you_mean(name, known, "the areas are: " + ", ".join(known))
            table.wrong("against", f"“{name}” is not an area to compare with", hint)
    return cast("tuple[Role, ...]", tuple(dict.fromkeys(names))) or ("england", "neighbours")


def _look(table: Table, settings: Settings, root: Path) -> Settings:
    theme = table.words("theme")
    if theme and not (root / theme).is_file():
        table.wrong("theme", f"there is no file {theme}", "write a path within the project")
    size = table.get("body_size", Decimal, Decimal(11)) or Decimal(11)
    if not 8 <= size <= 18:
        table.wrong("body_size", f"a body_size of {size} points cannot be read", "write 8 to 18")
    table.finish()
    return dataclasses.replace(settings, theme=theme, body_size=float(size))
