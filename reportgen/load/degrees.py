"""Read the sizes behind "slightly" and "well" from a table of words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import get_args

from reportgen.errors import ProjectError, did_you_mean
from reportgen.load.toml import read_table
from reportgen.measures import Degree, Dictionary, Kind


def read_degrees(path: Path, dictionary: Dictionary, file: str = "") -> Mapping[str, Degree]:
    """Return the sizes of a file by measure, unit or kind of measure; none if it is not there.

    Raises `ProjectError` with every name that is none of these, missing size and unknown key.
    """
    if not os.path.lexists(path):
        return {}
    top = read_table(path, file or f"{path.parent.name}/{path.name}")
    known: Iterable[str] = (*get_args(Kind), *dictionary.units, *dictionary.measures)
    found = {}
    for name in top.values:
        inner = top.table(name)
        if name not in known:
            hint = did_you_mean(name, known, "name a kind of measure, a unit or a measure")
            top.wrong(name, f"“{name}” is not a measure, a unit or a kind of measure", hint)
        if inner is None:
            continue
        plain, well = (
            inner.need("plain", Decimal, Decimal(0)),
            inner.need("well", Decimal, Decimal(0)),
        )
        if well < plain:
            inner.wrong("well", "“well” cannot be smaller than “plain”")
        relative = inner.get("relative", bool, False) is True
        similar = inner.get("similar", Decimal, Decimal(0)) or Decimal(0)
        if similar > plain:
            inner.wrong("similar", "“similar” cannot be larger than “plain”")
        found[name] = Degree(plain, well, relative, inner.get("never_slight", Decimal), similar)
        inner.finish()
    if top.problems:
        raise ProjectError(top.problems)
    return found
