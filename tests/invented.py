"""Invented areas, measures, figures, chapters and reports, each put together from a few words.

No number here was ever published. `facts(row(…), row(…))` is all that most tests need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.area import Area, Comparators, Neighbours, Role
from reportgen.content import Action, Content, Prose
from reportgen.document import Bullets, Caption, Chart, Item, Paragraph, Text
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.measures import Break, Dictionary, Dimension, Group, Measure, Member, Unit
from reportgen.period import Period, PeriodKind, read_period
from reportgen.report import Report
from reportgen.section import Part, Section
from reportgen.settings import Settings
from reportgen.wording import Statement

POINTS = Unit(
    "points", noun="points", noun_one="point", difference="points", difference_one="point"
)
PERCENT = Unit(
    "percent", after="%", difference="percentage points", difference_one="percentage point"
)
POUNDS = Unit("pounds", before="£")
PUPILS = Unit("pupils", noun="pupils", noun_one="pupil")
VOUCHERS = Unit("vouchers", noun="vouchers", noun_one="voucher")
UNITS = (POINTS, PERCENT, POUNDS, PUPILS, VOUCHERS)

SCORE = Measure(
    "score", "Average score", "average score", POINTS, "mean", 1, 2, better="higher", verb="scored"
)
ABSENCE = Measure(
    "absence",
    "Absence rate",
    "absence rate",
    PERCENT,
    "rate",
    1,
    better="lower",
    counted="absences",
)
ROLL = Measure("roll", "Pupils on roll", "number of pupils", PUPILS, "count")
MEALS = Measure("meals", "Pupils eligible for meals", "number of such pupils", PUPILS, "count")
TAUGHT = Measure("taught", "Pupils taught at home", "share taught at home", PERCENT, "share", 1)
GIVEN = Measure("given", "Vouchers", "number of vouchers", VOUCHERS, "count")
WORTH = Measure("worth", "Worth of each", "worth of a voucher", POUNDS, "money")
MEASURES = (SCORE, ABSENCE, ROLL, MEALS, TAUGHT, GIVEN, WORTH)

DIMENSIONS = (
    Dimension(
        "sex",
        "Sex",
        (Member("girls", "Girls", noun="girls"), Member("boys", "Boys", noun="boys")),
    ),
    Dimension(
        "need",
        "Special educational needs",
        (
            Member("none", "No need", after="without a need", reference=True),
            Member("support", "SEN Support", after="with SEN Support"),
            Member("plan", "EHC plan", after="with an EHC plan"),
        ),
    ),
    Dimension(
        "origin",
        "Ethnic group",
        (
            Member("asian", "Asian", before="Asian"),
            Member("chinese", "Chinese", before="Chinese", within="asian"),
            Member("white", "White", before="White"),
        ),
        "ethnic group",
    ),
    Dimension(
        "phase",
        "Type of school",
        (
            Member("primary", "Primary", noun="primary schools"),
            Member("secondary", "Secondary", noun="secondary schools"),
        ),
        preposition="in",
    ),
)

OURS = Area("E06000900", "Ourshire")
NEAR = (Area("E06000901", "Nearshire"), Area("E06000902", "Farshire"))
MEAN = Area("SN-mean", "Statistical neighbours")
REGION = Area("E12000099", "Mid England")
ENGLAND = Area("E92000001", "England")
COMPARATORS = Comparators(OURS, Neighbours(MEAN, NEAR), REGION, ENGLAND)
ALONE = Comparators(OURS)

SOURCE = "Office of Invention, Figures"
_SYMBOLS = {item.value[0]: item for item in Missing}
_FIELDS = ("numerator", "denominator", "cohort")
_WORDS = ("status", "source", "note", "query")


def dictionary(*measures: Measure) -> Dictionary:
    """Return a dictionary of the measures above, those given put in the place of their likes."""
    found = {measure.id: measure for measure in (*MEASURES, *measures)}
    return Dictionary(
        found, {item.id: item for item in DIMENSIONS}, {item.id: item for item in UNITS}
    )


def when(text: str) -> Period:
    """Return the period of a text: an academic year if it has a slash, else a date, else none."""
    if not text:
        return read_period("", PeriodKind.UNDATED)
    return read_period(text, PeriodKind.ACADEMIC if "/" in text else PeriodKind.AS_AT)


def breaks(measure: Measure, *starts: str, label: str = "") -> Measure:
    """Return a measure that is not comparable across the beginnings of some periods."""
    found = tuple(Break(start, "level", f"Counting changed in {start}.", label) for start in starts)
    return replace(measure, breaks=found)


def row(
    measure: Measure | str, period: str, value: object, area: Role | Area = "ours", **more: Any
) -> Observation:
    """Return one figure; `more` are counts behind it, its status, source or note, and its group.

    A value is a number, or one of the symbols of a figures file. The group is given by dimension:
    `row("score", "2020/21", "41.5", "england", sex="girls", cohort=85)`.
    """
    what = dictionary().measures[measure] if isinstance(measure, str) else measure
    place = area if isinstance(area, Area) else COMPARATORS.area(area)
    assert place
    counts = {name: Decimal(str(more.pop(name))) for name in _FIELDS if name in more}
    words = {name: more.pop(name) for name in _WORDS if name in more}
    return Observation(
        what,
        place,
        when(period),
        Group.of(**more),
        _SYMBOLS.get(str(value)) or Decimal(str(value)),
        Cell("figures/invented.csv", 0, "value"),
        **counts,
        **{"source": SOURCE, **words},
    )


def facts(
    *rows: Observation,
    measures: Iterable[Measure] = (),
    comparators: Comparators = COMPARATORS,
) -> Facts:
    """Return facts that hold some rows, each from the next line of one file.

    The measures of the rows are those of the dictionary.
    """
    known = dictionary(*(o.measure for o in rows), *measures)
    placed = tuple(
        replace(o, cell=replace(o.cell, row=number)) for number, o in enumerate(rows, start=2)
    )
    return Facts(placed, known, comparators)


def chapter(
    title: str, *parts: Part, name: str = "", uses: tuple[str, ...] = (), summary: str = ""
) -> Section:
    """Return a chapter that always has the same parts; its name is made from its title."""
    return Section(title, name or title.casefold(), uses, lambda facts: iter(parts), summary)


def chart(id: str) -> Chart:
    """Return a chart of nothing, called by its id."""
    return Chart("line", Caption("Figure", (Text(id),)), (), (), id, alt="")


def statement(kind: Any, text: str, score: object = 0) -> Statement:
    """Return a statement that rests on no finding, called by its words."""
    return Statement(kind, text, (Text(text),), (), Decimal(str(score)))


def prose(*texts: str) -> Prose:
    """Return officers’ words: a paragraph for each text, a list for one that begins "- "."""
    return tuple(
        Bullets((Item((Text(text[2:]),)),)) if text.startswith("- ") else Paragraph((Text(text),))
        for text in texts
    )


def action(chapter: str, what: str, achieve: str = "Better", owner: str = "") -> Action:
    """Return one row of an action plan, due by July."""
    cell = Cell("actions.csv", 2, "what_we_will_do")
    ways = [(Paragraph((Text(text),)),) for text in (what, achieve)]
    return Action(chapter, ways[0], ways[1], "By July", cell, owner)


def report(
    facts: Facts,
    *chapters: Section,
    words: Mapping[str, Mapping[str, Prose]] | None = None,
    actions: tuple[Action, ...] = (),
    **settings: Any,
) -> Report:
    """Return a report of some chapters; `settings` are those of `Settings`."""
    chosen = {
        "name": "invented",
        "title": "An invented report",
        "organisation": "Ourshire Council",
        "date": date(2021, 11, 3),
        **settings,
    }
    names = tuple(item.name for item in chapters)
    plan = Settings(comparators=facts.comparators, chapters=names, **chosen)
    return Report(plan, facts, Content(words or {}, actions), chapters, Path("."), Path("."))
