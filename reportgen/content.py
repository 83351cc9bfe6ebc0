"""Hold what officers know and the figures do not: their words and their plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.document import Bullets, Heading, Paragraph
from reportgen.facts import Cell

Prose = tuple[Heading | Paragraph | Bullets, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One row of an action plan; `measure` links it to what it should move."""

    chapter: str
    what: tuple[Paragraph | Bullets, ...]
    achieve: tuple[Paragraph | Bullets, ...]
    timeframe: str
    cell: Cell
    owner: str = ""
    measure: str = ""


FRONT_SHEET = "front_sheet"
"""The words file that belongs to no chapter: the covering report of a committee paper."""


@dataclass(frozen=True, slots=True)
class Content:
    """The officers' words by chapter and heading, and the actions in the order of their file."""

    words: Mapping[str, Mapping[str, Prose]] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()

    def passage(self, chapter: str, heading: str) -> Prose:
        """Return the words under a heading of a chapter's file; empty where there are none."""
        passages = self.words.get(chapter, {})
        return next(
            (prose for name, prose in passages.items() if name.casefold() == heading.casefold()), ()
        )

    def plan(self, chapter: str) -> tuple[Action, ...]:
        """Return the actions of a chapter."""
        return tuple(action for action in self.actions if action.chapter == chapter)
