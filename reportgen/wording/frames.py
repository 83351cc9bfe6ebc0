"""Choose the frame that a finding is said with, by its rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportgen.document import Inlines
from reportgen.facts import Facts
from reportgen.findings.finding import Finding, Rule
from reportgen.wording.counting import composition, level, mode, part, total
from reportgen.wording.moves import change, crossing, record, steady
from reportgen.wording.places import extremes, gap, rank, target

FRAMES: Mapping[Rule, Callable[[Facts, Finding], Inlines]] = {
    "change": change,
    "crossing": crossing,
    "run": steady,
    "record": record,
    "rank": rank,
    "gap": gap,
    "target": target,
    "level": level,
    "part": part,
    "composition": composition,
    "total": total,
    "mode": mode,
    "extremes": extremes,
}
"""The frame of every rule that is not a comparison with other areas by group and year."""
