"""Name the parts that a section may yield, and turn a generator function into a `Section`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.document import Block, Paragraph
from reportgen.facts import Facts
from reportgen.wording import Statement


@dataclass(frozen=True, slots=True)
class Words:
    """The place of a passage of the officers' words; `notice` sets it apart in a panel.

    `title` is printed as a heading above the passage; without words there is no heading either.
    """

    chapter: str
    heading: str
    title: str = ""
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The place of a chapter's action plan."""

    chapter: str
    title: str = "Action plan"


OWN_WORDS = ("Areas of strength", "Areas for development", "Context")
"""The passages of a words file that stand beside what the figures say."""


@dataclass(frozen=True, slots=True)
class Statements:
    """The place of the strengths and areas for development, and of what else is to note.

    What the figures give comes first; the chapter's own words follow, from `OWN_WORDS`. `pinned`
    are the ids of those that are printed whatever their score; `left` are those that were found
    and not chosen, each with the reason. `otherwise` is printed where nothing else is.
    """

    statements: tuple[Statement, ...]
    pinned: tuple[str, ...] = ()
    left: tuple[tuple[Statement, str], ...] = ()
    otherwise: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """Something that a section asked for and the data cannot give, with the reason."""

    what: str
    why: str


Part = Block | Words | Plan | Statements | Absent
Parts = Iterator[Part]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its title, the measures it needs, and the function that makes its parts.

    `name` is the module's, which is also the chapter's name in report.toml.
    """

    title: str
    name: str
    uses: tuple[str, ...]
    run: Callable[[Facts], Parts]
    summary: str = ""


def section(
    title: str, uses: tuple[str, ...] = ()
) -> Callable[[Callable[[Facts], Parts]], Section]:
    """Return a decorator that makes a generator function a chapter of this title.

    `uses` names measures that the chapter is about: without a figure for any of them, it is left
    out of the report and `check` says so. With no measures named, it is always printed.
    """

    def decorate(run: Callable[[Facts], Parts]) -> Section:
        name = run.__module__.rpartition(".")[2]
        return Section(title, name, uses, run, summary=(run.__doc__ or "").strip())

    return decorate
