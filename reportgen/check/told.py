"""Turn a report into everything its figures say: chosen or not, why, and from which cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.check.traced import traced
from reportgen.compose import compose
from reportgen.errors import Place, Problem, ReportgenError, did_you_mean
from reportgen.facts import Cell, Facts
from reportgen.findings import Finding, explain
from reportgen.project import read_project
from reportgen.report import Report, run
from reportgen.section import Statements
from reportgen.wording import Statement
from reportgen.wording.arrange import named

PRINTED = "printed"
COLUMNS = (
    "chapter",
    "kind",
    "chosen",
    "score",
    "statement",
    "finding",
    "rule",
    "measure",
    "group",
    "periods",
    "against",
    "words",
    "cells",
)
MOST_ELSE = 3
"""How many other statements of the same measure an explanation names."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a chapter, and why it is printed or not: "printed", or a reason."""

    chapter: str
    statement: Statement
    why: str = PRINTED

    @property
    def printed(self) -> bool:
        """Whether the chapter prints it."""
        return self.why == PRINTED


def read_told(report_folder: Path) -> tuple[Facts, tuple[Told, ...]]:
    """Return the facts of a report and every statement they give, printed or not.

    Raises `ReportgenError` if the report cannot be read.
    """
    report = read_project(report_folder)
    return report.facts, told(report)


def told(report: Report) -> tuple[Told, ...]:
    """Return every statement of a report by chapter, as it stands there, and then those left."""
    found: list[Told] = []
    for chapter in run(report):
        name = chapter.section.name
        parts = [part for part in chapter.parts if isinstance(part, Statements)]
        found += [Told(name, item) for part in parts for item in part.statements]
        found += [Told(name, item, why) for part in parts for item, why in part.left]
    return tuple(found)


def explained_in(report_folder: Path, words: str) -> Iterator[str]:
    """Yield the lines that explain every sentence, row or chart that some words or an id name.

    Statements are explained with rule, arithmetic and score, all else by the figures in it. Without
    words, every statement is explained. Raises `ReportgenError` if nothing says them.
    """
    report = read_project(report_folder)
    found = told(report)
    chosen = _matching(found, words)
    for item in chosen:
        yield from explained(report.facts, item, found)
    said = 0
    if words.split():
        ids = [item.statement.id for item in found]
        for line in traced(compose(report), words, ids):
            said += 1
            yield line
    if not chosen and not said:
        matching(found, words)


def matching(found: Sequence[Told], words: str) -> tuple[Told, ...]:
    """Return the statements that an id, or the beginning of one, names; else those with the words.

    Without words, all of them. Raises `ReportgenError` if there is none.
    """
    chosen = _matching(found, words)
    if chosen:
        return chosen
    wanted = " ".join(words.split())
    ids = [item.statement.id for item in found]
    hint = did_you_mean(wanted, ids, "`reportgen findings REPORT` lists them all")
    raise ReportgenError(Problem(f"nothing has the id or the words “{wanted}”", hint=hint))


def _matching(found: Sequence[Told], words: str) -> tuple[Told, ...]:
    wanted = " ".join(words.split())
    if not wanted:
        return tuple(found)
    by_id = tuple(item for item in found if named(item.statement, wanted))
    by_words = tuple(item for item in found if _says(item, wanted))
    return by_id or by_words


def table(found: Sequence[Told]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each finding behind the statements, after a row of headings."""
    yield COLUMNS
    for item in found:
        for finding in item.statement.findings:
            cells = dict.fromkeys(cell for fact in finding.evidence for cell in fact.cells)
            yield (
                item.chapter,
                item.statement.kind,
                item.why,
                str(item.statement.score),
                item.statement.id,
                finding.id,
                finding.rule,
                finding.measure.id,
                " ".join(f"{dim}={member}" for dim, member in finding.group.pairs),
                " ".join(period.label for period in finding.periods),
                " ".join(finding.roles),
                item.statement.text,
                "; ".join(str(cell) for cell in cells),
            )


def explained(facts: Facts, item: Told, found: Sequence[Told]) -> Iterator[str]:
    """Yield the lines that say why a statement is made: rule, arithmetic, cells and score."""
    said = item.statement
    yield f"{said.id} ({item.chapter}, {said.kind}, {item.why}, score {said.score})"
    yield f"  {said.text}"
    for finding in said.findings:
        yield from _finding(facts, finding)
    for other in _else(item, found):
        yield f"  Also found: {other.statement.id} ({other.why}, score {other.statement.score})"


def _finding(facts: Facts, finding: Finding) -> Iterator[str]:
    why = explain(finding, facts)
    yield f"  {why.id}"
    yield f"    Rule: {why.rule}."
    for line in why.arithmetic:
        yield f"    {line}"
    for line in why.caveats:
        yield f"    Caveat: {line}"
    for place in _places(why.cells):
        yield f"    From: {place}"
    parts = " ".join(f"{'+' if part >= 0 else '−'} {name} {abs(part)}" for name, part in why.parts)
    yield f"    Score: {parts.removeprefix('+ ')} = {why.score}"


def _places(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield the cells of each file and column on one line: "figures/a.csv rows 41, 52 value"."""
    rows: dict[tuple[str, str], list[int]] = {}
    for cell in cells:
        rows.setdefault((cell.file, cell.column), []).append(cell.row)
    for (file, column), found in rows.items():
        listed = ", ".join(str(row) for row in found)
        yield f"{Place(file)} row{'s' * (len(found) > 1)} {listed}, {column}"


def _else(item: Told, found: Sequence[Told]) -> Sequence[Told]:
    """Return the other statements on the same measure, the strongest first."""
    mine = {finding.measure.id for finding in item.statement.findings}
    others = [
        other
        for other in found
        if other.statement is not item.statement
        and mine & {finding.measure.id for finding in other.statement.findings}
    ]
    return sorted(others, key=lambda other: -other.statement.score)[:MOST_ELSE]


def _says(item: Told, words: str) -> bool:
    return words.casefold() in item.statement.text.casefold()
