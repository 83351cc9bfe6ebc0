"""Every kind of sentence, word for word, in `sentences.txt`, to be read aloud.

Set REPORTGEN_REWRITE=1 to write the file anew, and read the difference before keeping it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportgen.area import Area, Comparators, Neighbours
from reportgen.document import plain
from reportgen.facts import Facts, Observation
from reportgen.findings import (
    Finding,
    change,
    compare,
    composition,
    crossing,
    extremes,
    flow,
    gap,
    level,
    mode,
    part,
    rank,
    record,
    review,
    run,
    streak,
    target,
)
from reportgen.measures import Break, Group, Measure
from reportgen.wording import state
from reportgen.wording.plan import plan
from reportgen.wording.sentences import claim, shapes
from tests.invented import ABSENCE, ENGLAND, GIVEN, NEAR, OURS, ROLL, SCORE, TAUGHT, facts, row

GOLDEN = Path(__file__).parent / "sentences.txt"
YEARS = ("2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21")
PUPILS = replace(SCORE, spread=Decimal(20))


def beside(
    measure: Measure, words: str, year: str = "2020/21", **more: object
) -> list[Observation]:
    """Return our figure, England's and the neighbours', as many as there are words."""
    counts = {n: more.pop(n) for n in ("cohort", "numerator", "denominator") if n in more}
    group = {name: str(member) for name, member in more.items()}
    ours, *others = words.split()
    found = [row(measure, year, ours, **counts, **group)]
    for value, area in zip(others, ("england", "neighbours"), strict=False):
        found.append(row(measure, year, value, area, **group))  # type: ignore[arg-type]
    return found


def over(measure: Measure, ours: str, england: str = "", near: str = "") -> list[Observation]:
    """Return a figure a year up to 2020/21 for each area; a dot is a year without one."""
    found = []
    for area, words in (("ours", ours), ("england", england), ("neighbours", near)):
        values = words.split()
        pairs = zip(YEARS[len(YEARS) - len(values) :], values, strict=True)
        found += [row(measure, y, v, area) for y, v in pairs if v != "."]  # type: ignore[arg-type]
    return found


def reviewed(rows: Iterable[Observation], *by: str) -> list[str]:
    world = facts(*rows)
    ids = dict.fromkeys(o.measure.id for o in rows)
    return told(world, [item for id in ids for item in review(world, id, by)])


def told(world: Facts, found: Iterable[Finding]) -> list[str]:
    return [f"{item.kind}: {item.text}" for item in state(tuple(found), world)]


def every_shape(rows: Iterable[Observation]) -> list[str]:
    world = facts(*rows)
    (message,) = plan(compare(world, "score", ("need", "sex")), world)
    return [" ".join(map(plain, claim(world, message, shape))) for shape in shapes(message)]


def careful() -> Measure:
    closed = Break("2020/21", "caution", "Schools were closed to most pupils in early 2021.")
    return replace(ABSENCE, breaks=(closed,))


def gaps() -> list[Observation]:
    return [*beside(SCORE, "40.8 40.3", need="plan"), *beside(SCORE, "61.5 54.7", need="none")]


def origins(*values: str, year: str = "2020/21", cohort: int = 300) -> list[Observation]:
    pairs = zip(("asian", "chinese", "white"), values, strict=True)
    return [o for m, v in pairs for o in beside(SCORE, v, year, origin=m, cohort=cohort)]


def needs(*values: str) -> list[Observation]:
    pairs = zip(("none", "support", "plan"), values, strict=True)
    return [o for m, v in pairs for o in beside(SCORE, v, need=m, cohort=200)]


def ranked() -> list[str]:
    world = facts(*beside(SCORE, "50"), *(row(SCORE, "2020/21", "49", area) for area in NEAR))
    return told(world, rank(world, "score"))


def aimed(value: str) -> list[str]:
    world = facts(*beside(ABSENCE, value))
    goal = row(ABSENCE, "2020/21", "5.0", Area("target", "Target"))
    return told(world, target(world, "absence", goal))


def partial() -> list[str]:
    near = tuple(Area(f"N{n}", f"Place {n}") for n in range(3))
    areas = Comparators(
        OURS, Neighbours(Area("mean", "Statistical neighbours"), near), None, ENGLAND
    )
    rows = [row(SCORE, y, v, a) for y in YEARS[-2:] for v, a in (("50", OURS), ("48", ENGLAND))]
    rows += [row(SCORE, year, "49", near[0]) for year in YEARS[-2:]]
    rows += [row(SCORE, year, "51", near[1]) for year in YEARS[-1:]]
    world = facts(*rows, comparators=areas)
    return told(world, compare(world, "score"))


def with_all(
    rows: Iterable[Observation], *find: Callable[[Facts], tuple[Finding, ...]]
) -> list[str]:
    world = facts(*rows)
    return [text for one in find for text in told(world, one(world))]


LATE = replace(ABSENCE, id="late", name="Late rate", phrase="rate of lateness")
LONG = replace(
    TAUGHT,
    phrase="share of pupils who reached the expected standard in reading, writing and maths",
    better="higher",
)
PLAN, OTHER = Group.of(need="plan"), Group.of(need="none")
GIRLS, BOYS = Group.of(sex="girls"), Group.of(sex="boys")
SIXTEEN = (row(ROLL, "31 August 2021", 16, sex="girls"), row(ROLL, "31 August 2021", 1, sex="boys"))
HUNDRED = (row(ROLL, "2020/21", 40, sex="girls"), row(ROLL, "2020/21", 60, sex="boys"))
CASES: dict[str, Callable[[], list[str]]] = {
    "One comparison in each of its shapes": lambda: every_shape(beside(SCORE, "59.0 50.9 53.3")),
    "One against us, of few pupils": lambda: every_shape(
        beside(PUPILS, "13.9 14.5", need="plan", sex="girls", cohort=85)
    ),
    "Level with one area, above the other": lambda: reviewed(beside(SCORE, "40.2 40.2 38.8")),
    "Above one area, below the other": lambda: reviewed(beside(SCORE, "17.4 15.7 18.0")),
    "Below one area, above the other": lambda: reviewed(beside(ABSENCE, "8.0 7.8 8.7")),
    "In line within the tolerance": lambda: reviewed(
        beside(replace(SCORE, tolerance=Decimal("0.4")), "50.2 50.0 49.9")
    ),
    "Two years alike": lambda: reviewed(
        [
            *beside(SCORE, "46.8 36.4 37.9", "2019/20", need="support"),
            *beside(SCORE, "46.1 36.7 39.6", need="support"),
        ],
        "need",
    ),
    "A rate in two types of school": lambda: reviewed(
        [
            *beside(ABSENCE, "1.1 1.6 1.2", phase="primary"),
            *beside(ABSENCE, "5.6 12.5 8.2", phase="secondary"),
        ],
        "phase",
    ),
    "A rate of two events": lambda: reviewed(
        beside(ABSENCE, "0.2 0.1", phase="primary", numerator=2, denominator=1468), "phase"
    ),
    "Every group of a dimension": lambda: reviewed(
        origins("60 50 55", "70 60 61", "52 51 51"), "origin"
    ),
    "Every group but one against the neighbours": lambda: reviewed(
        origins("60 50 55", "70 60 61", "52 51 53", cohort=50), "origin"
    ),
    "Not every group": lambda: reviewed(origins("60 50", "70 60", "50 51"), "origin"),
    "A majority group speaks only where it does worse": lambda: (
        reviewed(needs("52 50", "41 40", "20 21"), "need")
        + reviewed(needs("49 50", "41 40", "21 20"), "need")
    ),
    "A group within a group against it": lambda: reviewed(
        [
            *beside(SCORE, "17.4 15.7", need="plan"),
            *beside(SCORE, "13.9 14.5", need="plan", sex="girls", cohort=85),
        ],
        "need",
        "sex",
    ),
    "Everyone above and each part below": lambda: reviewed(
        [
            *beside(SCORE, "51 50"),
            *beside(SCORE, "40 41", sex="girls"),
            *beside(SCORE, "60 61", sex="boys"),
        ],
        "sex",
    ),
    "A run of years": lambda: with_all(
        over(ABSENCE, "4 4 4 3", "5 5 5 4"), lambda w: streak(w, "absence")
    ),
    "A run of years, the neighbours for the last alone": lambda: with_all(
        over(ABSENCE, "4 4 4 3", "5 5 5 4", "3 3 4 4"), lambda w: streak(w, "absence")
    ),
    "A rise, and since the year before": lambda: reviewed(over(TAUGHT, "82 85 89 90")),
    "A fall that has stopped": lambda: reviewed(over(ABSENCE, "9 8 7 7")),
    "No change": lambda: reviewed(over(SCORE, "50 51 52 50")),
    "A count that rose": lambda: reviewed(over(ROLL, "734 1002")),
    "A year to compare with care, said once": lambda: reviewed(over(careful(), "9 8 7 6")),
    "A provisional figure": lambda: reviewed(
        [row(SCORE, "2020/21", 52, status="provisional"), row(SCORE, "2020/21", 50, "england")]
    ),
    "Neighbours that are not all there": partial,
    "An older figure of England’s": lambda: reviewed(over(SCORE, "51 52", "50 .", "48 53")),
    "Two measures alike": lambda: reviewed(
        [
            *beside(ABSENCE, "5.6 12.5 8.2", phase="secondary"),
            *beside(LATE, "3.8 7.4 5.5", phase="secondary"),
        ],
        "phase",
    ),
    "Two measures alike for years": lambda: reviewed(
        [*over(ABSENCE, "4 4 3", "5 5 4"), *over(LATE, "2 2 1", "3 3 3")]
    ),
    "Changing sides": lambda: with_all(
        over(ABSENCE, "6 4", "5 5"), lambda w: crossing(w, "absence")
    ),
    "A record and a steady run": lambda: with_all(
        over(TAUGHT, "50 51 52 53 54"), lambda w: record(w, "taught"), lambda w: run(w, "taught")
    ),
    "A place among others": ranked,
    "The gap, both ways": lambda: with_all(gaps(), lambda w: gap(w, "score", PLAN, OTHER)),
    "A target met, nearly met and missed": lambda: (
        aimed("5.0") + aimed("4.1") + aimed("5.2") + aimed("6")
    ),
    "The best and the worst group": lambda: with_all(
        needs("60 50", "51 50", "45 50"), lambda w: extremes(w, "score", "need")
    ),
    "Plain figures": lambda: (
        with_all(SIXTEEN, lambda w: level(w, "roll", (GIRLS, BOYS), kind="development"))
        + with_all([row(ROLL, "2020/21", 903)], lambda w: level(w, "roll"))
    ),
    "A part of a whole": lambda: with_all(
        beside(TAUGHT, "71.4", numerator=125, denominator=175), lambda w: part(w, "taught")
    ),
    "What a count is made of, and its commonest part": lambda: with_all(
        HUNDRED, lambda w: composition(w, "roll", "sex"), lambda w: mode(w, "roll", "sex")
    ),
    "A claim too long for one sentence": lambda: reviewed(
        [
            o
            for year, words in (("2019/20", "61 52 55"), ("2020/21", "62 53 56"))
            for o in beside(LONG, words, year, need="plan")
        ],
        "need",
    ),
    "A sum over years": lambda: with_all(over(GIVEN, "10475 10512"), lambda w: flow(w, "given")),
}


def test_every_kind_of_sentence_is_the_one_last_read_aloud() -> None:
    lines = [line for name, make in CASES.items() for line in (f"# {name}", *make(), "")]
    text = "\n".join(lines)
    if os.environ.get("REPORTGEN_REWRITE"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_changed_figure_changes_the_sentence_and_its_heading() -> None:
    assert reviewed(beside(SCORE, "51 50"))[0].startswith("strength: ")
    assert reviewed(beside(SCORE, "49 50"))[0].startswith("development: ")
    assert change(facts(*over(SCORE, "50 51")), "score")[0].kind == "strength"
