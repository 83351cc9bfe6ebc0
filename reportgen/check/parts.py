"""Turn the chapters of a report into remarks: what was left out, and words that nobody prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.content import FRONT_SHEET
from reportgen.errors import Place, Problem
from reportgen.load.folders import unread_files
from reportgen.report import Chapter, Report, has_data
from reportgen.section import Absent, Plan, Statements, Words
from reportgen.section.part import OWN_WORDS


def part_remarks(report: Report, chapters: Iterable[Chapter]) -> tuple[Problem, ...]:
    """Return remarks on chapters, parts, passages and actions that are not printed."""
    run = tuple(chapters)
    return (
        *_chapters(report),
        *_absent(run),
        *_passages(report, run),
        *_actions(report, run),
        *_mutes(report),
        *unread_files(report.folder),
    )


def _chapters(report: Report) -> Iterator[Problem]:
    """Yield the chapters that the figures cannot fill."""
    for section in report.sections:
        if not has_data(section, report.facts):
            what = f"the chapter “{section.title}” is left out"
            hint = "none of the measures it is about has a figure: " + ", ".join(section.uses)
            yield Problem(what, Place(f"sections/{section.name}.py"), hint)


def _absent(chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Yield the charts, tables and sentences that the figures are not there for."""
    for chapter in chapters:
        place = Place(f"sections/{chapter.section.name}.py")
        for part in chapter.parts:
            if isinstance(part, Absent):
                yield Problem(f"left out: {part.what}", place, part.why)


def _passages(report: Report, chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Yield the passages of officers' words that no chapter asks for."""
    asked: set[tuple[str, str]] = set()
    for chapter in chapters:
        for part in chapter.parts:
            if isinstance(part, Words):
                asked.add((part.chapter, part.heading.casefold()))
            elif isinstance(part, Statements):
                asked |= {(chapter.section.name, title.casefold()) for title in OWN_WORDS}
    for name, passages in sorted(report.content.words.items()):
        if name == FRONT_SHEET and report.settings.profile == "committee":
            continue
        for heading in passages:
            if (name, heading.casefold()) not in asked:
                hint = "its chapter does not ask for a passage of this name, or is left out"
                if name == FRONT_SHEET:
                    hint = 'write profile = "committee" in report.toml to print it'
                place = Place(f"words/{name}.md")
                yield Problem(f"the passage “{heading}” is not printed", place, hint)


def _actions(report: Report, chapters: Iterable[Chapter]) -> Iterator[Problem]:
    """Yield the actions of chapters that print no plan."""
    printed = {
        part.chapter for chapter in chapters for part in chapter.parts if isinstance(part, Plan)
    }
    for action in report.content.actions:
        if action.chapter not in printed:
            place = Place(action.cell.file, action.cell.row, "chapter")
            hint = "the chapter is not in this report, or has no action plan"
            yield Problem(f"an action for “{action.chapter}” is not printed", place, hint)


def _mutes(report: Report) -> Iterator[Problem]:
    """Yield the findings that report.toml asks not to print, each with the officer's reason."""
    for mute in report.settings.findings.mute:
        yield Problem(f"the finding “{mute.id}” is muted", Place("report.toml"), mute.reason)
