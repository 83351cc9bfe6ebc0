"""Turn notes that a chapter has given already into one short note that says where they stand.

The rule it guards: what a reader must not do with a chart is said with every chart; only the
reasons are said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.document import Block, Chart, Inlines, Reference, Table, Text, plain
from reportgen.measures import Break, Measure
from reportgen.wording import join_words

MOST = 2
"""So many notes are given again in full: a short one would save hardly a line."""


def tell_once(blocks: Sequence[Block], measures: Iterable[Measure]) -> list[Block]:
    """Return the blocks of a chapter, breaks told in full above in brief where they come again."""
    breaks = [item for measure in measures for item in measure.breaks if item.kind == "level"]
    known = {item.reason for item in breaks}
    homes: dict[str, set[str]] = {}
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Table | Chart):
            reasons = known.intersection(map(plain, block.notes))
            home = max(homes, key=lambda id: len(homes[id] & reasons), default="")
            again = homes[home] & reasons if home else set()
            if len(again) > MOST:
                brief = _brief([item for item in breaks if item.reason in again], home)
                block = replace(block, notes=_instead(block.notes, again, brief))
                reasons -= again
            if reasons:
                homes[block.id] = reasons
        told.append(block)
    return told


def _instead(notes: tuple[Inlines, ...], again: set[str], brief: Inlines) -> tuple[Inlines, ...]:
    """Return notes in which a brief one has the place of the first of those it stands for."""
    first = next(at for at, note in enumerate(notes) if plain(note) in again)
    kept = [note for note in notes if plain(note) not in again]
    return (*kept[:first], brief, *kept[first:])


def _brief(breaks: Sequence[Break], home: str) -> Inlines:
    """Return what must be heeded where the reasons stand under another chart or table."""
    years = join_words(list(dict.fromkeys(item.period for item in breaks)))
    return (
        Text(
            f"New series begin in {years}, and should not be compared with the years before. "
            "The reasons are given under "
        ),
        Reference(home),
        Text("."),
    )
