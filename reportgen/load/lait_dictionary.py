"""Turn the data dictionary of the Local Authority Interactive Tool into what it says of each key.

sections/measures.toml decides what a measure means. Where the publisher's dictionary says the
opposite, a remark says so; nothing is changed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from reportgen.errors import DataError, Place, Problem
from reportgen.load.candidate import Reading
from reportgen.load.cells import tidy
from reportgen.load.download import Download, open_path, records
from reportgen.load.forms import Form
from reportgen.load.periods import LAIT_KINDS
from reportgen.load.reasons import NOT_FIGURES
from reportgen.load.sheet import sheet_of
from reportgen.load.sources import Source
from reportgen.measures import Better, Dictionary, Measure
from reportgen.period import PeriodKind

_SILENT = ("", "-", "NA")
_POLARITY: Mapping[str, Better] = {"high": "higher", "low": "lower"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the dictionary says of a key; None, or nothing, where it is silent.

    `percent` is whether its axis is one of percent, `places` the decimals that the tool shows.
    """

    key: str
    title: str
    topic: str
    row: int
    better: Better | None = None
    percent: bool | None = None
    places: int | None = None
    kind: PeriodKind | None = None


def read_lait_dictionary(
    download: Download, sources: Iterable[Source], dictionary: Dictionary
) -> Reading:
    """Return a reading without figures, with a remark for each measure that is contradicted."""
    rows = max(len(records(download)) - 1, 0)
    remarks = contradictions(entries_of(download), sources, dictionary, download.file)
    aside = {NOT_FIGURES: rows} if rows else {}
    form = Form.LAIT_DICTIONARY.words
    return Reading(download.file, form, rows, aside=aside, remarks=tuple(remarks))


def entries_of(download: Download) -> Mapping[str, Entry]:
    """Return what a data dictionary says, by key. Of a key that stands twice, the first counts."""
    found: dict[str, Entry] = {}
    for row in sheet_of(records(download), download.file, download.header).rows:
        axis, places = row["y_axis_name"], row["dps"]
        entry = Entry(
            row["measure_short"],
            tidy(row["measure"] or row["chart_title"]),
            row["topic"],
            row.number,
            _POLARITY.get(row["polarity"].casefold()),
            None if axis in _SILENT else "%" in axis,
            int(places) if re.fullmatch("[0-9]", places) else None,
            LAIT_KINDS.get(row["year_type"].casefold()),
        )
        found.setdefault(entry.key, entry)
    return found


def entries_beside(path: Path, tables: Iterable[Download]) -> Mapping[str, Entry]:
    """Return what the data dictionary among the tables of a file says, else one in its folder."""
    for table in tables:
        if table.form is Form.LAIT_DICTIONARY:
            return entries_of(table)
    for other in sorted(path.parent.glob("*.csv")):
        try:
            found = [t for t in open_path(other, other.name) if t.form is Form.LAIT_DICTIONARY]
        except DataError:
            continue
        if found:
            return entries_of(found[0])
    return {}


def contradictions(
    entries: Mapping[str, Entry], sources: Iterable[Source], dictionary: Dictionary, file: str
) -> Iterator[Problem]:
    """Yield a remark for each measure that means something else than the dictionary says."""
    told: dict[str, dict[str, Entry]] = {}
    for source in sources:
        measure = dictionary.measures[source.measure]
        for key in source.items:
            if key in entries:
                for said in _against(entries[key], source, measure):
                    told.setdefault(measure.id, {}).setdefault(said, entries[key])
    for id, found in told.items():
        first = next(iter(found.values()))
        what = f"{id} is not what the data dictionary says: {'; '.join(found)} ({first.key})"
        hint = (
            "mend the measure or its source in sections/measures.toml, if the dictionary is right"
        )
        yield Problem(what, Place(file, first.row), hint)


def _against(entry: Entry, source: Source, measure: Measure) -> Iterator[str]:
    """Yield in words what an entry says otherwise than a measure and its source."""
    if entry.better and measure.better and entry.better != measure.better:
        yield f"{entry.better} is better there, {measure.better} here"
    percent = measure.unit.after == "%"
    if source.times == 1 and entry.percent is not None and entry.percent != percent:
        unit = measure.unit.noun or measure.unit.id
        yield f"it is {'' if entry.percent else 'not '}in percent there, in {unit} here"
    if entry.places is not None and measure.places > entry.places:
        yield f"it is shown with {entry.places} decimals there, with {measure.places} here"
    kind = source.period_kind or PeriodKind.ACADEMIC
    if entry.kind and entry.kind is not kind:
        yield f"its years are of the kind “{entry.kind.value}” there, “{kind.value}” here"


def unknown_measures(keys: Iterable[str], entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield lines that name by topic the measures of some keys, and say how to add one."""
    known = [entries.get(key) or Entry(key, "not in the data dictionary", "?", 0) for key in keys]
    listed = sorted(known, key=lambda entry: (entry.topic, entry.key))
    for topic, theirs in groupby(listed, key=lambda entry: entry.topic):
        yield f"{topic}:"
        yield from (f"  {entry.key}: {entry.title}" for entry in theirs)
    first = next((entry for entry in listed if entry.row), None)
    if first:
        yield "To add one, write in sections/measures.toml (sections/README.md explains every key):"
        yield from (f"  {line}" for line in _as_measure(first))


def _as_measure(entry: Entry) -> Iterator[str]:
    """Yield the lines of measures.toml for an entry, as far as it tells them."""
    id = re.sub("[^a-z0-9]+", "_", entry.key.casefold()).strip("_")
    title = entry.title.replace("\\", "").replace('"', "'")
    unit, kind = ("percent", "share") if entry.percent else ("…", "…")
    yield f"[measures.{id}]"
    yield f'name = "{title}"'
    yield 'phrase = "…"'
    yield f'unit = "{unit}"'
    yield f'kind = "{kind}"'
    yield from [f"places = {entry.places}"] if entry.places is not None else []
    yield from [f'better = "{entry.better}"'] if entry.better else []
    yield f"[[measures.{id}.sources]]"
    yield 'form = "lait"'
    yield 'title = "Department for Education, Local Authority Interactive Tool"'
    yield f'period_kind = "{(entry.kind or PeriodKind.ACADEMIC).value}"'
    yield f'items = [{{ key = "{entry.key}" }}]'
