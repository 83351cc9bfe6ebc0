"""Turn the best of every chapter into the at-a-glance page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from reportgen.document import Block, Callout, Heading, KeyFigures, PageBreak, Paragraph, Text
from reportgen.findings.finding import favour
from reportgen.measures import EVERYONE
from reportgen.period import Period
from reportgen.report import Chapter, Report
from reportgen.section import Statements
from reportgen.section.choice import overtaken
from reportgen.section.tiles import tile
from reportgen.wording import Statement

TITLES: tuple[tuple[Literal["strength", "development"], str], ...] = (
    ("strength", "What is going well"),
    ("development", "What needs to improve"),
)


def glance(report: Report, chapters: Sequence[Chapter]) -> list[Block]:
    """Return the at-a-glance page: key figures, then headlines; nothing where neither is asked for.

    Half of the headlines are strengths and half areas for development, as far as there are enough
    of each; the chapters take turns, so that one subject does not crowd out the others.
    """
    settings = report.settings.glance
    tiles = tuple(tile(report.facts, figure) for figure in settings.key_figures)
    blocks: list[Block] = [KeyFigures(tiles, "glance.key_figures")] if tiles else []
    chosen = choose(chapters, settings.headlines)
    for kind, title in TITLES:
        said = [(chapter, item) for chapter, item in chosen if item.kind == kind]
        if said:
            blocks.append(Heading(2, (Text(title),), f"glance.{kind}"))
        blocks += [
            Callout(
                kind,
                (Paragraph(item.inlines, f"glance.{item.id}.text"),),
                f"glance.{item.id}",
                chapter.section.title,
            )
            for chapter, item in said
        ]
    if not blocks:
        return []
    return [PageBreak(), Heading(1, (Text("At a glance"),), "glance"), *blocks]


def choose(chapters: Sequence[Chapter], most: int) -> list[tuple[Chapter, Statement]]:
    """Return at most `most` statements, half of each kind, the chapters taking turns by score.

    Within a chapter a statement about a measure's latest year goes before any about an earlier one,
    good news without a but before other, and one about everyone before any about a group. One that
    a later year has overtaken is no headline, nor is one of figures that are only similar or that
    chance may have given. No page has more good news than half of what it may hold.
    """
    strengths = _in_turn(chapters, "strength")[: most // 2]
    developments = _in_turn(chapters, "development")
    return strengths + developments[: most - len(strengths)]


def _in_turn(chapters: Sequence[Chapter], kind: str) -> list[tuple[Chapter, Statement]]:
    ranked = []
    for position, chapter in enumerate(chapters):
        said = [
            item
            for part in chapter.parts
            if isinstance(part, Statements)
            for item in part.statements
            if item.kind == kind and _is_headline(item, part)
        ]
        latest = _latest_years(chapter)
        said.sort(
            key=lambda item: (
                not _is_current(item, latest),
                _is_mixed(item),
                not _of_everyone(item),
                -item.score,
            )
        )
        ranked += [(turn, position, chapter, item) for turn, item in enumerate(said)]
    ranked.sort(key=lambda entry: (entry[0], entry[1]))
    first: dict[str, tuple[Chapter, Statement]] = {}
    for _, _, chapter, item in ranked:
        first.setdefault(item.id, (chapter, item))
    return list(first.values())


def _is_headline(item: Statement, part: Statements) -> bool:
    told = (*part.statements, *(other for other, _ in part.left))
    doubtful = item.faint or item.may_be_chance or (_is_mixed(item) and not _of_everyone(item))
    return not doubtful and not overtaken(item, told)


def _latest_years(chapter: Chapter) -> dict[str, Period]:
    """Return the latest period that any statement of a chapter is about, by measure."""
    latest: dict[str, Period] = {}
    for part in chapter.parts:
        for item in part.statements if isinstance(part, Statements) else ():
            for finding in item.findings:
                for period in finding.periods:
                    known = latest.get(finding.measure.id)
                    if known is None or (period.kind is known.kind and known < period):
                        latest[finding.measure.id] = period
    return latest


def _is_mixed(item: Statement) -> bool:
    """Return whether something in good news stands against us."""
    pairs = [(one.measure, other) for one in item.findings for other in one.comparisons]
    return item.kind == "strength" and any(favour(m, one.relation) < 0 for m, one in pairs)


def _of_everyone(item: Statement) -> bool:
    return all(finding.group == EVERYONE for finding in item.findings)


def _is_current(item: Statement, latest: Mapping[str, Period]) -> bool:
    if not item.findings:
        return True
    return any(latest[f.measure.id] in f.periods for f in item.findings if f.periods)
