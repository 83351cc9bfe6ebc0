"""Turn the chapters of a report into remarks: what was left out, and words that nobody prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.content import FRONT_SHEET
from reportgen.errors import Place, Problem
from reportgen.facts import Facts
from reportgen.load.folders import unread_files
from reportgen.measures import Dictionary
from reportgen.report import Chapter, Report, has_data
from reportgen.section import Absent, Plan, Statements, Words
from reportgen.section.part import OWN_WORDS
from reportgen.wording.words import lower_first


def part_remarks(report: Report, chapters: Iterable[Chapter]) -> tuple[Problem, ...]:
    """Return remarks on chapters, parts, passages and actions that are not printed."""
    run = tuple(chapters)
    return (
        *_chapters(report),
        *_absent(run, report.facts),
        *_passages(report, run),
        *_actions(report, run),
        *_mutes(report),
        *unread_files(report.folder),
    )


def _chapters(report: Report) -> Iterator[Problem]:
    """Yield the chapters that the figures cannot fill."""
    for section in report.sections:
        if not has_data(section, report.facts):
            known = report.facts.dictionary.measures
            names = "; ".join(known[id].name if id in known else id for id in section.uses)
            withheld = any(report.facts.periods(id) for id in section.uses)
            lack = "all our figures are withheld or missing" if withheld else "we have no figure"
            what = f"the chapter “{section.title}” is left out: {lack}"
            yield Problem(what, None, f"it is about: {names}")


def _absent(chapters: Iterable[Chapter], facts: Facts) -> Iterator[Problem]:
    """Yield, for each chapter, the charts, tables and sentences that lack their figures."""
    for chapter in chapters:
        absent = [part.what for part in chapter.parts if isinstance(part, Absent)]
        if not absent:
            continue
        many = "1 part is" if len(absent) == 1 else f"{len(absent)} parts are"
        what = f"the chapter “{chapter.section.title}”: {many} left out, for want of figures"
        yield Problem(what, None, "; ".join(_together(absent, facts.dictionary)))


def _together(parts: Iterable[str], dictionary: Dictionary) -> Iterator[str]:
    """Yield what was left out in words, several periods of one chart or table as one."""
    periods: dict[str, list[str]] = {}
    for part in parts:
        part = re.sub(r"\{\w*\}", "…", part)
        found = re.fullmatch(r"(the (?:chart|table) of .*?) ((?:in|at|on|for) \S*\d.*)", part)
        what, when = (found[1], found[2]) if found else (part, "")
        for dimension in dictionary.dimensions.values():
            what = re.sub(
                rf" by {re.escape(dimension.id)}$", f" by {lower_first(dimension.name)}", what
            )
        periods.setdefault(what, []).append(when)
    for what, when in periods.items():
        first, *others = dict.fromkeys(when)
        yield " ".join(filter(None, [what, first, *(f"and {other}" for other in others)]))


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
