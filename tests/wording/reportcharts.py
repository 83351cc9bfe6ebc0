"""A chart of a report turned into what the rows behind the report say that it should show."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from reportgen.document import Chart, Document, Table, plain
from tests.reading import grid
from tests.wording.rawreports import EVERYONE, Cell, Group, Key
from tests.wording.seen import Seen
from tests.wording.test_every_alt import span, spoken


@dataclass(frozen=True)
class World:
    """The rows behind a report, what is in its settings, and what its measures mean."""

    rows: Mapping[Key, Cell]
    settings: Mapping[str, Any]
    meanings: Mapping[str, Any]

    @property
    def ours(self) -> str:
        return str(self.settings["area"]["code"])

    def area(self, role: str) -> Mapping[str, Any] | None:
        found = self.settings["benchmarks"].get(role) if role in ("england", "region") else None
        return found or (self.settings.get("neighbours") if role == "neighbours" else None)

    def cell(self, role: str, measure: str, period: str, group: Group) -> Cell:
        """Return a figure, why there is none, or nothing where there is no row."""
        if role == "ours":
            return self.rows.get((measure, self.ours, period, group))
        place = self.area(role)
        if place is None:
            return None
        if role == "neighbours":
            keys = [(measure, one["code"], period, group) for one in place.get("members", ())]
            cells = [self.rows[key] for key in keys if key in self.rows]
            known = [cell for cell in cells if isinstance(cell, Fraction)]
            if known:
                return sum(known, Fraction(0)) / len(known)
            if cells:
                return cells[0] if len({*cells}) == 1 else ""
        return self.rows.get((measure, place["code"], period, group))


def world(report: Path, rows: Mapping[Key, Cell]) -> World:
    """Return what is behind a report."""
    project = next(one for one in report.parents if (one / "sections").is_dir())
    settings = tomllib.loads((report / "report.toml").read_text(encoding="utf-8"))
    meanings = tomllib.loads((project / "sections" / "measures.toml").read_text(encoding="utf-8"))
    return World(rows, settings, meanings)


TOKENS = {"ours": "OURS", "neighbours": "NEAR", "region": "REGION", "england": "ENGLAND"}


def seen_in(one: World, chart: Chart, document: Document) -> Seen:
    """Return what a chart of a report should show."""
    measure = chart.id.split(".")[1]
    meaning = one.meanings["measures"][measure]
    unit = one.meanings["units"][meaning["unit"]]
    sign = unit.get("before", "") + unit.get("after", "")
    keys = _keys(one, chart, measure)
    drawn = [role for role in TOKENS if role in _roles(chart)]
    cells = {
        TOKENS[role]: [one.cell(role, measure, period, group) for _, period, group in keys]
        for role in drawn
    }
    detailed = any(group for _, _, group in keys)
    places = meaning.get("detail_places") if detailed else None
    breaks = meaning.get("breaks", [])
    names = [name for name, _, _ in keys]
    kind = _kind(chart, names, cells)
    line = kind == "line"
    return Seen(
        kind,
        _subject(one, chart, drawn),
        names,
        cells,
        {
            TOKENS[role]: spoken(_name(one, role))
            if role != "neighbours"
            else _lower(_name(one, role))
            for role in drawn
        },
        meaning.get("places", 0) if places is None else places,
        sign,
        Fraction(str(meaning.get("tolerance", 0))),
        frozenset(b["period"] for b in breaks if b["kind"] == "level" and line),
        _bands(breaks, names) if line else (),
        _tables(document),
    )


def _name(one: World, role: str) -> str:
    place = one.settings["area"] if role == "ours" else one.area(role)
    return str(place["name"])  # type: ignore[index]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _roles(chart: Chart) -> set[str]:
    return {series.role for series in chart.series}


def _keys(one: World, chart: Chart, measure: str) -> list[tuple[str, str, Group]]:
    """Return the name, period and group of each category that should be drawn."""
    way, last = chart.id.split(".")[2], chart.id.rsplit(".", 1)[-1]
    mine = [key for key in one.rows if key[:2] == (measure, one.ours)]
    if way in ("trend", "columns"):
        periods = [key[2] for key in mine if key[3] == EVERYONE]
        until = last.replace("-", "/").replace("_", " ")
        periods = sorted(periods, key=_order)
        periods = periods[: periods.index(until) + 1]
        years = all(re.fullmatch(r"\d{4}(/\d\d)?", period) for period in periods)
        shown = span(periods[0], periods[-1]) if years and way == "trend" else periods
        return [(period, period, EVERYONE) for period in shown]
    period = last.replace("-", "/").replace("_", " ")
    return [(name, period, _group(one, chart, name)) for name in chart.categories]


def _order(period: str) -> tuple[int, int, int]:
    """Return what puts printed periods in order."""
    months = ["January", "February", "March", "April", "May", "June", "July", "August"]
    months += ["September", "October", "November", "December"]
    words = period.split()
    month = next((months.index(word) + 1 for word in words if word in months), 0)
    day = int(words[0]) if len(words) == 3 else 0
    return (int(re.findall(r"\d{4}", period)[-1]), month, day)


def _group(one: World, chart: Chart, name: str) -> Group:
    """Return the group that a category names: "Girls, EHC plan"."""
    way = chart.id.split(".")[2]
    if name.startswith("All ") and name != "All other pupils":
        return EVERYONE
    pairs = set()
    for label in name.split(", "):
        found = [
            (dimension, member["id"])
            for dimension, meaning in one.meanings["groups"].items()
            for member in meaning["members"]
            if member["name"] == label
        ]
        own = [pair for pair in found if pair[0] == way]
        pairs.add((own or found)[0])
    return frozenset(pairs)


def _kind(chart: Chart, names: list[str], cells: Mapping[str, list[Cell]]) -> str:
    if chart.id.split(".")[2] != "trend":
        return "columns" if ".columns." in chart.id else "bars"
    known = [cell for cell in cells["OURS"] if cell is not None]
    return "columns" if len(known) == 2 or 2 * len(known) < len(names) else "line"


def _subject(one: World, chart: Chart, drawn: list[str]) -> str:
    """Return the subtitle without the areas and without a sign that stands at each figure."""
    areas = [_name(one, "ours")]
    areas += [
        _lower(_name(one, role)) if role == "neighbours" else spoken(_name(one, role))
        for role in drawn
        if role != "ours"
    ]
    listed = " and ".join([", ".join(areas[:-1]), areas[-1]] if areas[1:] else areas)
    text = plain(chart.caption.subtitle)
    assert f", {listed}" in text, (text, listed)
    return re.sub(r" \((?:%|£)\)", "", text.replace(f", {listed}", "", 1))


def _bands(
    breaks: list[dict[str, str]], names: list[str]
) -> tuple[tuple[str, str, str, bool], ...]:
    """Return the shaded years, those in a row with the same words together."""
    found: list[tuple[str, str, str, bool]] = []
    labels = {b["period"]: (b.get("label", ""), b["kind"] == "level") for b in breaks}
    before = ""
    for name in names:
        label, hollow = labels.get(name, ("", False))
        if label and found and found[-1][1] == before and found[-1][2] == label:
            found[-1] = (found[-1][0], name, label, found[-1][3] or hollow)
        elif label:
            found.append((name, name, label, hollow))
        before = name
    return tuple(found)


def _tables(document: Document) -> dict[str, frozenset[Fraction]]:
    """Return the figures that stand in each table of a report, by its number."""
    found = {}
    for block in document.blocks:
        if isinstance(block, Table):
            texts = (text.strip("%£").replace(",", "") for row in grid(block)[1:] for text in row)
            numbers = (text.replace("−", "-") for text in texts)
            held = (Fraction(text) for text in numbers if re.fullmatch(r"-?\d+(\.\d+)?", text))
            found[str(block.caption.number)] = frozenset(held)
    return found
