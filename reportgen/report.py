"""Run the chapters of a report: sections and facts in, the parts of each chapter out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.content import Content
from reportgen.errors import Place, Problem, ReportgenError, SectionError
from reportgen.facts import Facts
from reportgen.section import Part, Section
from reportgen.settings import Settings


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

    A chapter whose measures have no figure at all is left out. Raises `SectionError` naming the
    chapter, if its function fails.
    """
    return tuple(
        Chapter(section, _parts(section, report.facts))
        for section in report.sections
        if has_data(section, report.facts)
    )


def has_data(section: Section, facts: Facts) -> bool:
    """Return whether any measure that a section uses has a figure for the report's own area."""
    return not section.uses or any(facts.periods(measure) for measure in section.uses)


def _parts(section: Section, facts: Facts) -> tuple[Part, ...]:
    try:
        return tuple(section.run(facts))
    except ReportgenError:
        raise
    except Exception as error:
        raise SectionError(
            Problem(
                f"the chapter cannot be made: {type(error).__name__}: {error}",
                Place(f"sections/{section.name}.py", _line(error, section.name)),
                "the last lines of the traceback name the call that failed",
            )
        ) from error


def _line(error: Exception, name: str) -> int | None:
    """Return the line of the section's own file at which an error passed through it."""
    trace, line = error.__traceback__, None
    while trace:
        if Path(trace.tb_frame.f_code.co_filename).stem == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
