"""Turn the metadata of an open data file into what its columns are, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.errors import DataError
from reportgen.load.download import Download, open_path, records
from reportgen.load.forms import Form, fold_column
from reportgen.load.sheet import sheet_of


@dataclass(frozen=True, slots=True)
class Meta:
    """The label of each column, and whether it divides the rows or counts something."""

    labels: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)


def read_meta(path: Path, tables: Iterable[Download]) -> Meta:
    """Return the metadata among the tables of a file, else of `x.meta.csv` beside its `x.csv`.

    Downloads do not always have any: then the columns speak for themselves.
    """
    metas = [table for table in tables if table.form is Form.EES_META]
    beside = beside_of(path)
    if not metas and beside:
        try:
            metas = [t for t in open_path(beside, beside.name) if t.form is Form.EES_META]
        except DataError:
            metas = []
    labels: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for meta in metas:
        for row in sheet_of(records(meta), meta.file, meta.header).rows:
            name = fold_column(row["col_name"])
            labels[name], kinds[name] = row["label"], row["col_type"].casefold()
    return Meta(labels, kinds)


def beside_of(path: Path) -> Path | None:
    """Return the metadata file beside a data file, if there is one."""
    stem = path.name.removesuffix(".gz").removesuffix(".csv")
    beside = path.with_name(f"{stem}.meta.csv")
    return beside if beside != path and beside.is_file() else None
