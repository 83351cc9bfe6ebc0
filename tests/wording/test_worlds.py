"""In invented worlds of ties, zeros, gaps, breaks and withheld figures, nothing false is said."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.area import Area, Comparators, Neighbours
from reportgen.document import Number
from reportgen.facts import Cell, Facts, Missing, Observation
from reportgen.findings import compare, crossing, record, review, run
from reportgen.measures import EVERYONE, Break, Dictionary, Group, Measure
from reportgen.wording import Statement, state
from tests.invented import DIMENSIONS, PERCENT, POINTS, when
from tests.wording import readgroups
from tests.wording.published import Raw, phrase
from tests.wording.readback import problems

YEARS = tuple(f"{year}/{(year + 1) % 100}" for year in range(2014, 2022))
ENGLAND, OURS, NEAR = 970, 1, (2, 3, 4)
AREAS = (OURS, ENGLAND, *NEAR)
NAMES = {OURS: "Ourshire", ENGLAND: "England", 2: "Nearshire", 3: "Farshire", 4: "Midshire"}

near_ties = st.sampled_from(["50", "50.04", "50.05", "49.95", "49.949", "50.1", "0", "-0.04", "-3"])
numbers = st.decimals(-5, 100, places=3, allow_nan=False).map(str)
cells = st.one_of(near_ties, numbers, st.just("c"), st.just(""))
above, level = st.sampled_from(["52", "53", "54", "c", ""]), st.sampled_from(["50", "51"])
kinds = st.sampled_from(["mean", "share", "rate"])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Raw, Facts]:
    """Return the same figures twice: as raw rows, and as facts."""
    breaks = frozenset(draw(st.lists(st.sampled_from(YEARS), max_size=2)))
    kind = draw(kinds)
    higher = draw(st.booleans())
    measure = Measure(
        "m",
        "M",
        phrase("m"),
        PERCENT if kind == "share" else POINTS,
        kind,
        draw(st.sampled_from([0, 1, 2])),
        better="higher" if higher else "lower",
        breaks=tuple(Break(year, "level", "Counting changed.") for year in sorted(breaks)),
    )
    raw = Raw(names=dict(NAMES), neighbours={OURS: list(NEAR)}, higher={"m": higher})
    raw.places["m"] = measure.places
    raw.breaks["m"] = set(breaks)
    rows = []
    steady = draw(st.booleans())
    for area in AREAS:
        for year in YEARS:
            text = draw((above if area == OURS else level) if steady else cells)
            if text:
                rows.append(_observation(measure, area, year, text, len(rows)))
                raw.years["m", area].add(year)
            if text and text != "c":
                raw.values["m", area, year] = Fraction(text)
    return raw, _facts(measure, rows)


def _observation(measure: Measure, area: int, year: str, text: str, row: int) -> Observation:
    value = Missing.SUPPRESSED if text == "c" else Decimal(text)
    cell = Cell("rows", row + 2, "value")
    place = Area(str(area), NAMES[area])
    return Observation(measure, place, when(year), EVERYONE, value, cell, source="one")


def _facts(measure: Measure, rows: list[Observation]) -> Facts:
    near = tuple(Area(str(area), NAMES[area]) for area in NEAR)
    comparators = Comparators(
        Area(str(OURS), NAMES[OURS]),
        Neighbours(Area("mean", "Statistical neighbours"), near),
        None,
        Area(str(ENGLAND), NAMES[ENGLAND]),
    )
    dimensions = {item.id: item for item in DIMENSIONS}
    return Facts(tuple(rows), Dictionary({"m": measure}, dimensions, {}), comparators)


def told(facts: Facts) -> tuple[Statement, ...]:
    found = [
        *review(facts, "m"),
        *crossing(facts, "m"),
        *record(facts, "m"),
        *run(facts, "m"),
    ]
    return state(found, facts)


@given(worlds())
@settings(deadline=None, max_examples=300)
def test_nothing_false_is_said_of_any_world(world: tuple[Raw, Facts]) -> None:
    raw, facts = world
    for said in told(facts):
        assert not list(problems(raw, OURS, "m", said.kind, said.text)), said.text


@given(worlds(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_rows_changes_nothing(
    world: tuple[Raw, Facts], order: random.Random
) -> None:
    _, facts = world
    rows = list(facts.observations)
    order.shuffle(rows)
    other = _facts(facts.measure("m"), rows)
    assert [s.text for s in told(facts)] == [s.text for s in told(other)]


EVERY = (
    Group.of(sex="girls"),
    Group.of(sex="boys"),
    Group.of(need="none"),
    Group.of(need="support"),
    Group.of(need="plan"),
    Group.of(need="plan", sex="girls"),
    Group.of(origin="asian"),
    Group.of(origin="chinese"),
    Group.of(origin="white"),
)
groups = st.sampled_from((*EVERY, EVERYONE))
people = st.sampled_from([3, 10, 11, 85, 99, 100, 400])
grouped = st.dictionaries(
    st.tuples(groups, st.sampled_from(YEARS[-3:]), st.sampled_from(AREAS)),
    st.tuples(st.one_of(near_ties, numbers, st.just("c")), people),
    min_size=4,
    max_size=60,
)


def _grouped(table: dict[tuple[Group, str, int], tuple[str, int]]) -> Facts:
    measure = Measure("m", "M", "score", POINTS, "mean", 1, better="higher", verb="scored")
    rows = []
    for n, ((group, year, area), (text, count)) in enumerate(table.items()):
        value = Missing.SUPPRESSED if text == "c" else Decimal(text)
        cell = Cell("rows", n + 2, "value")
        place, cohort = Area(str(area), NAMES[area]), Decimal(count)
        rows.append(Observation(measure, place, when(year), group, value, cell, None, None, cohort))
    return _facts(measure, rows)


def _england(
    table: dict[tuple[Group, str, int], tuple[str, int]], group: Group, year: str, last: bool
) -> str:
    """Return England's value for a year; of the last year, else that of up to two years before."""
    back = YEARS[: YEARS.index(year) + 1][: -4 if last else -2 : -1]
    rows = [table[group, one, ENGLAND] for one in back if (group, one, ENGLAND) in table]
    return rows[0][0] if rows else "c"


def _tenths(text: str) -> int:
    """Return a value in tenths, half away from zero."""
    value = Fraction(text)
    size = abs(value) * 10 + Fraction(1, 2)
    return (size.numerator // size.denominator) * (1 if value >= 0 else -1)


@given(grouped)
@settings(deadline=None, max_examples=200)
def test_every_group_stands_as_its_rows_say(
    table: dict[tuple[Group, str, int], tuple[str, int]],
) -> None:
    facts = _grouped(table)
    found = compare(facts, "m", by=("sex", "need", "origin"), against=("england",))
    stood = {(item.group, item.periods[0].label): item.relation for item in found}
    years = sorted({y for (_, y, area), (text, _) in table.items() if area == OURS and text != "c"})
    expected = {}
    for (group, year, area), (text, count) in table.items():
        theirs = _england(table, group, year, year in years[-1:])
        if area == OURS and year in years[-2:] and "c" not in (text, theirs) and count >= 11:
            step = _tenths(text) - _tenths(theirs)
            expected[group, year] = "above" if step > 0 else "below" if step < 0 else "in line"
    assert stood == expected
    for item in found:
        small = table[item.group, item.periods[0].label, OURS][1] < 100
        assert small == any(caveat.code == "small" for caveat in item.caveats)


@given(grouped)
@settings(deadline=None, max_examples=200)
def test_every_favourable_and_adverse_group_is_told_once_with_its_figures(
    table: dict[tuple[Group, str, int], tuple[str, int]],
) -> None:
    facts = _grouped(table)
    by = ("sex", "need", "origin")
    found = review(facts, "m", by)
    statements = state(found, facts)
    covered = [finding.id for said in statements for finding in said.findings]
    assert len(covered) == len(set(covered))
    spoken = {
        item.id
        for item in found
        if item.kind == "development" or item.group.member("need") != "none"
    }
    assert set(covered) == spoken
    for said in statements:
        assert all(isinstance(n.text, str) for n in said.inlines if isinstance(n, Number))
        assert "  " not in said.text
        assert said.text[0].isupper() or said.text[0].isdigit()


@given(grouped)
@settings(deadline=None, max_examples=150)
def test_no_sentence_is_longer_than_a_reader_can_hold(
    table: dict[tuple[Group, str, int], tuple[str, int]],
) -> None:
    facts = _grouped(table)
    for said in state(review(facts, "m", ("sex", "need", "origin")), facts):
        for sentence in said.text.replace(". ", ".\n").split("\n"):
            assert len(sentence.split()) <= 25, sentence


def _rows(table: dict[tuple[Group, str, int], tuple[str, int]]) -> readgroups.Rows:
    """Return the table as a reader holds it: tenths, the mean of the neighbours worked out."""
    rows = readgroups.Rows()
    means: dict[tuple[readgroups.Who, str], list[Fraction]] = {}
    for (group, year, area), (text, count) in table.items():
        key = (group.pairs, year)
        if area == OURS:
            rows.pupils[key] = count
        if text != "c" and area in NEAR:
            means.setdefault(key, []).append(Fraction(text))
        elif text != "c":
            rows.exact[*key, "ours" if area == OURS else "england"] = Fraction(text)
    for key, values in means.items():
        rows.exact[*key, "neighbours"] = sum(values) / len(values)
        rows.near[key] = (len(values), len(NEAR))
    rows.values.update({key: _tenths(str(value)) for key, value in rows.exact.items()})
    return rows


@st.composite
def full(draw: st.DrawFn) -> dict[tuple[Group, str, int], tuple[str, int]]:
    """Return worlds with every group in every year, so that whole dimensions are spoken of."""
    lift = draw(st.sampled_from([-6, -2, 0, 2, 6]))
    table = {}
    for group in EVERY:
        size = draw(people)
        for year in YEARS[-3:]:
            for area in AREAS:
                step = draw(st.integers(-2, 2)) + (lift if area == OURS else 0)
                text = draw(
                    st.sampled_from([str(50 + step), f"{50 + step}.04", "c"][: 2 + (step > 1)])
                )
                table[group, year, area] = (text, size)
    return table


@given(st.one_of(grouped, full()))
@settings(deadline=None, max_examples=150)
def test_every_sentence_about_groups_is_borne_out_by_its_rows(
    table: dict[tuple[Group, str, int], tuple[str, int]],
) -> None:
    facts = _grouped(table)
    for said in state(review(facts, "m", ("sex", "need", "origin")), facts):
        assert not list(readgroups.problems(_rows(table), said.text)), said.text


@given(full(), st.sampled_from(EVERY))
@settings(deadline=None, max_examples=25)
def test_a_figure_that_is_not_the_one_in_the_rows_is_noticed(
    table: dict[tuple[Group, str, int], tuple[str, int]], group: Group
) -> None:
    facts = _grouped(table)
    said = [
        one
        for one in state(review(facts, "m", ("sex", "need", "origin")), facts)
        if any(item.group == group for item in one.findings) and len(one.findings) == 1
    ]
    ours = {
        key: (str(Decimal(text) + 1), count)
        for key, (text, count) in table.items()
        if key[0] == group and key[2] == OURS and text != "c"
    }
    rows = _rows({**table, **ours})
    assert all(list(readgroups.problems(rows, one.text)) for one in said)
