"""Turn the figures of a report into remarks: what to settle, and what no reader will see."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.document import Document
from reportgen.errors import Place, Problem
from reportgen.facts import Cell, Facts, Missing, Observation


def figure_remarks(facts: Facts, chapters: Document) -> tuple[Problem, ...]:
    """Return remarks on the figures, questions first; `chapters` is the report without appendix."""
    shown = {cell for number in chapters.numbers() for cell in number.fact.cells}
    return (
        *_questions(facts.observations),
        *_sums(facts.observations),
        *_unsettled(facts.observations),
        *_withheld(facts),
        *_unused(facts, shown),
    )


def _questions(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Yield the questions that stand beside figures, in the order of the files."""
    asked = [item for item in observations if item.query]
    for item in sorted(asked, key=lambda item: (item.cell.file, item.cell.row)):
        yield Problem(item.query, Place(item.cell.file, item.cell.row, "query"))


def _sums(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Yield the shares that lie outside 0 to 100, or are not what their own counts give."""
    for item in observations:
        value = item.value
        if isinstance(value, Missing) or item.measure.kind != "share" or item.unit.after != "%":
            continue
        place = Place(item.cell.file, item.cell.row, item.cell.column)
        if not 0 <= value <= 100:
            yield Problem(f"{value}% is no share of a whole", place, "check the figure")
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
