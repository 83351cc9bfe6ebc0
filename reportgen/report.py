"""Run the chapters of a report: sections and facts in, the parts of each chapter out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from inspect import isgenerator
from pathlib import Path

from reportgen.content import Content
from reportgen.errors import (
    Place,
    Problem,
    ProjectError,
    ReportgenError,
    SectionError,
    did_you_mean,
)
from reportgen.facts import Facts, Missing
from reportgen.section import Part, Section, Statements
from reportgen.section.choice import chosen
from reportgen.settings import Settings, Telling
from reportgen.wording.arrange import named

_LAST = "the last lines of the traceback name the call that failed"
_ONE = "where a call makes one part, write yield without from"
_EACH = "where a call makes several parts, such as notes, write yield from"
_NONE = "it can yield only what the functions of sections/README.md make, such as notes or trend"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report is made of. `root` is the project folder, `folder` the report's own."""

    settings: Settings
    facts: Facts
    content: Content
    sections: tuple[Section, ...]
    root: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section that has run: its parts in reading order."""

    section: Section
    parts: tuple[Part, ...]


def run(report: Report) -> tuple[Chapter, ...]:
    """Return the chapters that the data can fill, in the order of report.toml.

    A chapter whose measures have no number of ours is left out. Of the statements, as many are
    chosen as report.toml has room for. Raises `SectionError` naming the chapter, if its function
    fails, and `ProjectError` if report.toml mutes or keeps what no chapter says.
    """
    chapters = tuple(
        Chapter(section, _parts(section, report.facts))
        for section in report.sections
        if has_data(section, report.facts)
    )
    _refuse_unknown(report.settings.findings, chapters)
    return tuple(
        replace(chapter, parts=tuple(_within_room(part, report.settings) for part in chapter.parts))
        for chapter in chapters
    )


def _within_room(part: Part, settings: Settings) -> Part:
    telling = settings.findings
    return chosen(part, telling) if isinstance(part, Statements) else part


def _refuse_unknown(telling: Telling, chapters: Sequence[Chapter]) -> None:
    parts = [part for chapter in chapters for part in chapter.parts]
    said = [item for part in parts if isinstance(part, Statements) for item in part.statements]
    known = {item.id for item in said} | {f.id for item in said for f in item.findings}
    problems = [
        Problem(
            f"[[findings.{key}]] there is no finding “{ruling.id}”",
            Place("report.toml"),
            did_you_mean(ruling.id, sorted(known), "reportgen findings REPORT lists them all"),
        )
        for key, rulings in (("mute", telling.mute), ("keep", telling.keep))
        for ruling in rulings
        if not any(named(item, ruling.id) for item in said)
    ]
    if problems:
        raise ProjectError(problems)


def has_data(section: Section, facts: Facts) -> bool:
    """Return whether any measure that a section uses has a number for the report's own area."""
    return not section.uses or any(
        item.area == facts.ours and not isinstance(item.value, Missing)
        for measure in section.uses
        for item in facts.of(measure)
    )


def _parts(section: Section, facts: Facts) -> tuple[Part, ...]:
    try:
        return tuple(_only_parts(section.run(facts), section))
    except ReportgenError:
        raise
    except Exception as error:
        raise SectionError(
            Problem(
                f"the chapter cannot be made: {type(error).__name__}: {error}",
                _place(section, _line(error, section.name)),
                _ONE if "object is not iterable" in str(error) else _LAST,
            )
        ) from error


def _only_parts(found: Iterator[object], section: Section) -> Iterator[Part]:
    """Yield what a chapter yields. Raises `SectionError` at what is no part of a chapter."""
    for item in found:
        if not isinstance(item, Part):
            row = found.gi_frame.f_lineno if isgenerator(found) and found.gi_frame else None
            several = isinstance(item, Iterator)
            what = f"the chapter yields {'several parts at once' if several else repr(item)[:60]}"
            raise SectionError(Problem(what, _place(section, row), _EACH if several else _NONE))
        yield item


def _place(section: Section, row: int | None) -> Place:
    return Place(f"sections/{section.name}.py", row)


def _line(error: Exception, name: str) -> int | None:
    """Return the line of the section's own file at which an error passed through it."""
    trace, line = error.__traceback__, None
    while trace:
        if Path(trace.tb_frame.f_code.co_filename).stem == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
