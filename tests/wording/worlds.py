"""Invented worlds of one measure: ties, gaps, breaks, noise, and a region that may do better.

Each world is there twice: as raw rows for a reader, and as facts for the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from reportgen.area import Area, Comparators, Neighbours
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.findings import crossing, record, review, run
from reportgen.measures import EVERYONE, Break, Dictionary, Measure
from reportgen.wording import Statement, state
from tests.invented import DIMENSIONS, PERCENT, POINTS, when
from tests.wording.published import ENGLAND, Raw, phrase
from tests.wording.sizes import Scale

YEARS = tuple(f"{year}/{(year + 1) % 100}" for year in range(2014, 2022))
OURS, REGION, NEAR = 1, 989, (2, 3, 4)
AREAS = (OURS, ENGLAND, *NEAR, REGION)
NAMES = {
    OURS: "Ourshire",
    ENGLAND: "England",
    2: "Nearshire",
    3: "Farshire",
    4: "Midshire",
    REGION: "South East",
}

near_ties = st.sampled_from(["50", "50.04", "50.05", "49.95", "49.949", "50.1", "0", "-0.04", "-3"])
numbers = st.decimals(-5, 100, places=3, allow_nan=False).map(str)
cells = st.one_of(near_ties, numbers, st.just("c"), st.just(""))
above, level = st.sampled_from(["52", "53", "54", "c", ""]), st.sampled_from(["50", "51"])
around = st.sampled_from(["50", "53", "56", ""])
STYLES = {
    "wild": {},
    "steady": {OURS: above, ENGLAND: level, REGION: around},
    "run": {OURS: st.sampled_from(["52", "53.5", "59"]), ENGLAND: level, REGION: around},
}
"""What the figures of an area are drawn from: whatever there is, unless a style says it."""
noises = st.sampled_from([None, None, "0.5", "2", "4"])
tolerances = st.sampled_from(["0", "0", "0.1", "1"])
people = st.sampled_from([None, 700, 40_000])
given = st.sampled_from([True, True, False])


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Return a measure of any kind that has a better side, with breaks, noise and a tolerance."""
    breaks = sorted(set(draw(st.lists(st.sampled_from(YEARS), max_size=2))))
    kind = draw(st.sampled_from(["mean", "share", "rate"]))
    noise = draw(noises)
    return Measure(
        "m",
        "M",
        phrase("m"),
        PERCENT if kind == "share" else POINTS,
        kind,
        draw(st.sampled_from([0, 1, 2])),
        better=draw(st.sampled_from(["higher", "lower"])),
        tolerance=Decimal(draw(tolerances)),
        noise=Decimal(noise) if noise else None,
        spread=draw(st.sampled_from([None, Decimal(20)])),
        breaks=tuple(Break(year, "level", "Counting changed.") for year in breaks),
    )


class World:
    """The same figures twice, shown by its rows alone where a test fails."""

    def __init__(self, raw: Raw, facts: Facts) -> None:
        self.raw, self.facts = raw, facts

    def __repr__(self) -> str:
        values = {key[1:]: str(float(value)) for key, value in self.raw.values.items()}
        return f"{self.raw.higher}, {self.raw.scales}, {self.raw.breaks}, {values}"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Return the same figures twice: as raw rows, and as facts."""
    measure = draw(measures())
    raw = Raw(names=dict(NAMES), neighbours={OURS: list(NEAR)}, regions={OURS: REGION})
    raw.higher["m"] = measure.better == "higher"
    raw.scales["m"] = scale_of(measure)
    raw.breaks["m"] = {item.period for item in measure.breaks}
    rows: list[Observation] = []
    style, pupils = STYLES[draw(st.sampled_from(sorted(STYLES)))], draw(people)
    near = draw(st.sampled_from([level, level, around]))
    for area in AREAS:
        for year in YEARS:
            text = draw(style.get(area, near if style else cells))
            count = pupils if area == OURS and draw(given) else None
            if text:
                rows.append(_observation(measure, area, year, text, len(rows), count))
                raw.years["m", area].add(year)
            if text and text != "c":
                raw.values["m", area, year] = Fraction(text)
            if text and count:
                raw.pupils["m", area, year] = count
    return World(raw, facts_of(measure, rows))


def scale_of(measure: Measure) -> Scale:
    """Return what a reader must know of a measure to judge a difference."""
    noise, spread = measure.noise, measure.spread
    return Scale(
        measure.kind,
        measure.places,
        Fraction(measure.tolerance),
        None if noise is None else Fraction(noise),
        None if spread is None else Fraction(spread),
    )


def _observation(
    measure: Measure, area: int, year: str, text: str, row: int, pupils: int | None
) -> Observation:
    value = Missing.SUPPRESSED if text == "c" else Decimal(text)
    cohort = None if pupils is None else Decimal(pupils)
    return Observation(
        measure,
        Area(str(area), NAMES[area]),
        when(year),
        EVERYONE,
        value,
        Cell("rows", row + 2, "value"),
        cohort=cohort,
        source="one",
    )


def facts_of(measure: Measure, rows: Sequence[Observation]) -> Facts:
    """Return facts of some rows on one measure, with all areas."""
    near = tuple(Area(str(area), NAMES[area]) for area in NEAR)
    comparators = Comparators(
        Area(str(OURS), NAMES[OURS]),
        Neighbours(Area("mean", "Statistical neighbours"), near),
        Area(str(REGION), NAMES[REGION]),
        Area(str(ENGLAND), NAMES[ENGLAND]),
    )
    dimensions = {item.id: item for item in DIMENSIONS}
    return Facts(tuple(rows), Dictionary({measure.id: measure}, dimensions, {}), comparators)


def told(facts: Facts) -> tuple[Statement, ...]:
    """Return all that is said of the one measure of a world."""
    found = [
        *review(facts, "m"),
        *crossing(facts, "m"),
        *record(facts, "m"),
        *run(facts, "m"),
    ]
    return state(found, facts)
