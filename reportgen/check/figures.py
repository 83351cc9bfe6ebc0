"""Turn the figures of a report into remarks: what to settle, and what no reader will see."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from reportgen.document import Document
from reportgen.errors import Place, Problem
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.load.candidate import FileAccount
from reportgen.load.forms import Form
from reportgen.load.small import PEOPLE
from reportgen.measures import Group
from reportgen.period import PeriodKind

_FEW = 5


def figure_remarks(
    facts: Facts, chapters: Document, files: Iterable[FileAccount] = ()
) -> tuple[Problem, ...]:
    """Return remarks on the figures, questions first; `chapters` is the report without appendix.

    `files` tell those of the report's own form from downloads.
    """
    own = {file.file for file in files if file.form == Form.TIDY.words}
    shown = {cell for number in chapters.numbers() for cell in number.fact.cells}
    return (
        *_questions(facts.observations),
        *_few(facts.observations, own),
        *_sums(facts.observations),
        *_kinds(facts),
        *_unsettled(facts.observations),
        *_withheld(facts),
        *_unused(facts, shown),
    )


def _questions(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Yield the questions that stand beside figures, in the order of the files."""
    asked = [item for item in observations if item.query]
    for item in sorted(asked, key=lambda item: (item.cell.file, item.cell.row)):
        yield Problem(item.query, Place(item.cell.file, item.cell.row, "query"))


def _few(observations: Iterable[Observation], own: Set[str]) -> Iterator[Problem]:
    """Yield, for each file, its rows about so few people that one of them might be known by it."""
    rows: dict[str, set[int]] = defaultdict(set)
    for item in observations:
        if _is_few(item):
            rows[item.cell.file].add(item.cell.row)
    for file, found in sorted(rows.items()):
        listed = [str(row) for row in sorted(found)]
        more = f" and {len(listed) - 12:,} more" if len(listed) > 12 else ""
        where = f"row{'s' * (len(listed) > 1)} {', '.join(listed[:12])}{more}"
        what = f"figures of groups of 1 to {_FEW} people: {where}"
        hint = "withhold them before publication, so that nobody is known by them: write c as value"
        if file not in own:
            hint = "the publisher gives them; to withhold one, write its row in figures/ with c"
        yield Problem(what, Place(file), hint)


def _is_few(item: Observation) -> bool:
    if isinstance(item.value, Missing):
        return False
    counts_people = item.measure.kind == "count" and item.unit.noun in PEOPLE
    few = [item.cohort, item.value if counts_people and item.group.pairs else None]
    return any(count is not None and 1 <= count <= _FEW for count in few)


def _kinds(facts: Facts) -> Iterator[Problem]:
    """Yield the measures of which figures for one group are about several kinds of period."""
    kinds: dict[tuple[str, Group], Counter[PeriodKind]] = defaultdict(Counter)
    for item in facts.observations:
        if item.area == facts.ours:
            kinds[item.measure.name, item.group][item.period.kind] += 1
    mixed: dict[str, Counter[PeriodKind]] = defaultdict(Counter)
    for (name, _), counted in kinds.items():
        if len(counted) > 1:
            mixed[name].update(counted)
    for name, counted in sorted(mixed.items()):
        listed = ", ".join(f"{kind.value} ({n:,})" for kind, n in counted.most_common())
        hint = "charts use the commonest alone; check the column “period_kind”"
        yield Problem(f"{name}: our figures are of several kinds of period: {listed}", None, hint)


def _sums(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Yield the shares that are not what their own counts give."""
    for item in observations:
        value = item.value
        if isinstance(value, Missing) or item.measure.kind != "share" or item.unit.after != "%":
            continue
        place = Place(item.cell.file, item.cell.row, item.cell.column)
        if not item.numerator or not item.denominator:
            continue
        given = 100 * item.numerator / item.denominator
        if abs(given - value) > _rounding(value) + _coarseness(item.numerator, item.denominator):
            counts = f"{item.numerator} of {item.denominator} is {given:.2f}%"
            yield Problem(f"{counts}, but the figure is {value}%", place, "check all three")


def _rounding(value: Decimal) -> Decimal:
    """Return how far a value may lie from the exact one: half a unit of its last place."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Decimal("0.51").scaleb(-max(places, 0))


def _coarseness(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return how far off a share may be because its counts were published to the nearest ten."""
    if numerator % 10 or denominator % 10:
        return Decimal(0)
    return 100 * (5 / denominator + 5 * numerator / denominator**2)


def _unsettled(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Yield the measures and periods whose figures may still change."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for item in observations:
        if item.status in ("provisional", "revised"):
            name = item.measure.name
            counted[item.cell.file, name, item.period.label, item.status] += 1
    for (file, name, period, status), count in sorted(counted.items()):
        what = f"{name}, {period}: {_figures(count)} {status}"
        hint = "look for a later release before publication" if status == "provisional" else ""
        yield Problem(what, Place(file), hint)


def _withheld(facts: Facts) -> Iterator[Problem]:
    """Yield, for each measure, how many of our own figures are not numbers, and why."""
    counted: dict[str, Counter[Missing]] = defaultdict(Counter)
    rows: Counter[str] = Counter()
    for item in facts.observations:
        if item.area == facts.ours:
            rows[item.measure.name] += 1
            if isinstance(item.value, Missing):
                counted[item.measure.name][item.value] += 1
    for name in sorted(counted):
        why = ", ".join(
            f"{n} {reason.words}"
            for reason, n in sorted(counted[name].items(), key=lambda pair: pair[0].name)
        )
        total = sum(counted[name].values())
        has = "has" if total == 1 else "have"
        yield Problem(f"{name}: {total:,} of our {rows[name]:,} figures {has} no number ({why})")


def _unused(facts: Facts, shown: set[Cell]) -> Iterator[Problem]:
    """Yield the measures of which no chapter shows anything."""
    ours: dict[str, list[Observation]] = defaultdict(list)
    for item in facts.observations:
        if item.area == facts.ours:
            ours[item.measure.id].append(item)
    for id, items in sorted(ours.items()):
        if not any(_same(item.cell, shown) for item in items):
            files = ", ".join(sorted({item.cell.file for item in items}))
            what = (
                f"{facts.measure(id).name}: {_figures(len(items))} read, and no chapter shows any"
            )
            yield Problem(what, Place(files), "an appendix, if there is one, prints them")


def _same(cell: Cell, shown: set[Cell]) -> bool:
    """Return whether a figure, or a count of its row, is among those shown."""
    columns = (cell.column, "numerator", "denominator", "cohort")
    return any(Cell(cell.file, cell.row, column) in shown for column in columns)


def _figures(count: int) -> str:
    return "1 figure is" if count == 1 else f"{count:,} figures are"
