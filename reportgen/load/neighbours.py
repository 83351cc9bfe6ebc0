"""Turn a workbook or CSV of DfE's statistical neighbours into each authority's nearest ten."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportgen.area import Area, Neighbours
from reportgen.load.areas import Areas
from reportgen.load.download import Download, records
from reportgen.load.forms import fold_column

_OWN = ("la num", "old_la_code")


@dataclass(frozen=True, slots=True)
class Model:
    """One version of the model: for each authority's DfE number those of its ten, nearest first."""

    file: str
    nearest: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def neighbours(self, number: str, areas: Areas, dated: str = "") -> Neighbours | None:
        """Return the neighbours of an authority, or None if the model has none for it.

        `dated` is when the model was made, where that is known.
        """
        known = (areas.of_number(other) for other in self.nearest.get(number, ()))
        members = tuple(item.area for item in known if item)
        if not members:
            return None
        mean = Area("neighbours", "Statistical neighbours")
        name = "Department for Education statistical neighbour model"
        return Neighbours(mean, members, f"{name}, {dated}" if dated else name)


def read_model(download: Download) -> Model:
    """Return the model in a table; rows without numbers, which only divide, are passed over."""
    header, *rows = records(download)
    names = [fold_column(name) for name in header]
    own = next(at for at, name in enumerate(names) if name in _OWN)
    columns = {int(found[1]): at for at, name in enumerate(names) if (found := _rank(name))}
    order = [at for _, at in sorted(columns.items())]
    nearest: dict[str, tuple[str, ...]] = {}
    for row in rows:
        cells = [cell.strip().removesuffix(".0") for cell in row]
        if own < len(cells) and re.fullmatch(r"[0-9]{3}", cells[own]):
            others = tuple(cells[at] for at in order if at < len(cells))
            nearest.setdefault(cells[own], tuple(n for n in others if n.isdigit()))
    return Model(download.file, nearest)


def current(models: Iterable[Model], areas: Areas) -> Model | None:
    """Return the newest of some models: the one that knows most of today's authorities.

    A model made before a change of authorities lacks those that the change made.
    """
    today = {item.number for item in areas.authorities}

    def known(model: Model) -> tuple[int, int, str]:
        inside = len(today & model.nearest.keys())
        return inside, -len(model.nearest.keys() - today), model.file

    return max(models, key=known, default=None)


def dated(model: Model, models: Iterable[Model]) -> str:
    """Return when a model was made, as the names of the files that hold it say: "May 2025".

    Empty where none says it. Two files hold one model if they agree on all that both know.
    """
    found = [when for other in models if _same(model, other) and (when := _date(other.file))]
    return max(found, key=len, default="")


def _same(one: Model, other: Model) -> bool:
    both = one.nearest.keys() & other.nearest.keys()
    return bool(both) and all(one.nearest[number] == other.nearest[number] for number in both)


def _date(file: str) -> str:
    """Return the month and year, or the year, in the name of a file; empty if it has none."""
    name = re.sub(r"[^a-z0-9]+", " ", file.rpartition("/")[2].casefold())
    months = "|".join(filter(None, calendar.month_name)).casefold()
    found = re.search(rf"(?:\b({months}) )?\b(20[0-9]{{2}})\b", name)
    return " ".join(filter(None, [(found[1] or "").capitalize(), found[2]])) if found else ""


def _rank(name: str) -> re.Match[str] | None:
    return re.fullmatch(r"sn_?([0-9]{1,2})", name)
