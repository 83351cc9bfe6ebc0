"""Keep what was read from a file, by its content, so that a second build need not read it again.

A kept reading is used only if its own checksum fits; a damaged or older one is read anew.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.errors import Place, Problem
from reportgen.kept import Kept
from reportgen.load.candidate import Block, Figures, Reading, Value
from reportgen.load.cells import SYMBOLS
from reportgen.load.sources import Source
from reportgen.load.wanted import Wanted
from reportgen.measures import Group
from reportgen.period import Period, PeriodKind

if TYPE_CHECKING:
    from reportgen.load.read import Project

_FORMAT = "7"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of kept readings. It may be deleted at any time."""

    folder: Path

    def key(self, data: bytes, name: str, period: str, rests_on: str) -> str:
        """Return the name under which a reading is kept: of all that it depends on."""
        digest = hashlib.sha256(repr((_FORMAT, name, period, rests_on)).encode())
        digest.update(hashlib.sha256(data).digest())
        return digest.hexdigest()

    def get(self, key: str, sources: Sequence[Source]) -> list[Reading] | None:
        """Return the readings kept under a key, or None if there are none that are whole."""
        content = Kept(self.folder).find(f"{key}.reading")
        try:
            items = json.loads(zlib.decompress(content)) if content else None
            return None if items is None else [_reading(item, sources) for item in items]
        except (ValueError, KeyError, IndexError, TypeError, zlib.error):
            return None

    def put(self, key: str, readings: Iterable[Reading]) -> None:
        """Keep readings under a key; where the folder cannot be written, keep nothing."""
        packed = json.dumps([_plain(reading) for reading in readings], separators=(",", ":"))
        Kept(self.folder).keep(f"{key}.reading", zlib.compress(packed.encode(), 1))


def rests_on(project: Project, wanted: Wanted) -> str:
    """Return a checksum of all but the file itself that a reading depends on."""
    about = (
        project.sources,
        project.areas.known,
        project.dictionary.dimensions,
        [(m.id, m.unit, m.better, m.places) for m in project.dictionary.measures.values()],
        sorted(wanted.codes),
        sorted(wanted.ranked),
        wanted.everything,
    )
    return hashlib.sha256(repr(about).encode()).hexdigest()


def _plain(reading: Reading) -> dict[str, Any]:
    """Return a reading as lists and texts."""
    return {
        "file": reading.file,
        "form": reading.form,
        "rows": reading.rows,
        "aside": dict(reading.aside),
        "counted": sorted(reading.counted),
        "remarks": [(item.what, str(item.place), item.hint) for item in reading.remarks],
        "blocks": [_plain_block(block) for block in reading.blocks],
    }


def _plain_block(block: Block) -> list[Any]:
    period = block.period
    found = block.found
    return [
        (block.source.measure, block.source.rank),
        (period.kind.value, str(period.start), str(period.end), period.label),
        block.group.pairs,
        block.status,
        block.column,
        found.areas,
        [_text(value) for value in found.values],
        found.rows,
        [[_text(count) for count in counts] for counts in found.counts],
    ]


def _reading(plain: dict[str, Any], sources: Sequence[Source]) -> Reading:
    ranked = {(source.measure, source.rank): source for source in sources}
    remarks = tuple(Problem(what, Place(place), hint) for what, place, hint in plain["remarks"])
    return Reading(
        plain["file"],
        plain["form"],
        plain["rows"],
        tuple(_block(block, ranked) for block in plain["blocks"]),
        plain["aside"],
        (),
        remarks,
        frozenset(plain["counted"]),
    )


def _block(plain: list[Any], sources: Mapping[tuple[str, int], Source]) -> Block:
    (measure, rank), (kind, start, end, label), pairs, status, column, *found = plain
    return Block(
        sources[measure, rank],
        Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label),
        Group(tuple((dimension, member) for dimension, member in pairs)),
        status,
        column,
        _figures(*found),
    )


def _figures(
    areas: Sequence[str],
    values: Sequence[str],
    rows: Sequence[int],
    counts: Sequence[Sequence[str | None]],
) -> Figures:
    return Figures(
        tuple(areas),
        tuple([SYMBOLS[text] if text in SYMBOLS else Decimal(text) for text in values]),
        tuple(rows),
        tuple([tuple([None if c is None else Decimal(c) for c in each]) for each in counts]),
    )


def _text(value: Value | None) -> str | None:
    if value is None:
        return None
    return str(value) if isinstance(value, Decimal) else value.value[0]
