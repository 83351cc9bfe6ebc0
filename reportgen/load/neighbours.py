"""Turn a workbook or CSV of DfE's statistical neighbours into each authority's nearest ten."""

from __future__ import annotations

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

    def neighbours(self, number: str, areas: Areas) -> Neighbours | None:
        """Return the neighbours of an authority, or None if the model has none for it."""
        known = (areas.of_number(other) for other in self.nearest.get(number, ()))
        members = tuple(item.area for item in known if item)
        if not members:
            return None
        mean = Area("neighbours", "Statistical neighbours")
        return Neighbours(mean, members, "Department for Education statistical neighbour model")


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


def _rank(name: str) -> re.Match[str] | None:
    return re.fullmatch(r"sn_?([0-9]{1,2})", name)
