"""A mention finds one figure in the form it asks for, or is refused."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.area import Area, Comparators, Neighbours
from reportgen.document import plain
from reportgen.errors import DataError, Place
from reportgen.facts import Facts
from reportgen.measures import Dictionary, Dimension, Group, Measure, Member, Unit
from reportgen.mention import read_mention, read_text
from reportgen.observation import Cell, Observation
from reportgen.period import PeriodKind, read_period

OURS, ENGLAND = Area("E06000900", "Ourshire"), Area("E92000001", "England")
NEAR, FAR = Area("E06000901", "Nearshire"), Area("E06000902", "Farshire")
SCORE = Measure(
    "score", "Score", "score", Unit("points", noun="points"), "mean", 1, aliases=("A8",)
)
SPEND = Measure("spend", "Spending", "spending", Unit("pounds", before="£"), "money")
SEX = Dimension("sex", "Sex", (Member("girls", "Girls"), Member("boys", "Boys")))
SEN = Dimension("sen", "SEN", (Member("none", "None"), Member("plan", "EHC plan")))
LANGUAGE = Dimension("language", "Language", (Member("none", "None"), Member("english", "English")))


def observation(measure: Measure, area: Area, year: str, value: str, **group: str) -> Observation:
    period = read_period(year, PeriodKind.ACADEMIC)
    cell = Cell("figures/a.csv", 2, "value")
    count = Decimal(85) if group else None
    return Observation(measure, area, period, Group.of(**group), Decimal(value), cell, cohort=count)


@pytest.fixture
def facts() -> Facts:
    rows = (
        observation(SCORE, OURS, "2019/20", "58.04"),
        observation(SCORE, OURS, "2020/21", "59"),
        observation(SCORE, OURS, "2020/21", "13.9", sex="girls", sen="plan"),
        observation(SCORE, OURS, "2020/21", "41", sen="none"),
        observation(SCORE, ENGLAND, "2020/21", "50.9"),
        observation(SCORE, NEAR, "2020/21", "52"),
        observation(SCORE, FAR, "2020/21", "55"),
        observation(SPEND, OURS, "2020/21", "2250000"),
    )
    neighbours = Neighbours(Area("SN", "Statistical neighbours"), (NEAR, FAR))
    dictionary = Dictionary(
        {"score": SCORE, "spend": SPEND},
        {"sex": SEX, "sen": SEN, "language": LANGUAGE},
        {unit.id: unit for unit in (SCORE.unit, SPEND.unit)},
    )
    return Facts(rows, dictionary, Comparators(OURS, neighbours, None, ENGLAND))


@pytest.mark.parametrize(
    ("mention", "text"),
    [
        ("score | 2020/21", "59.0 points"),
        ("score|2020-21|plain", "59.0"),
        ("A8 | England | 2020/21", "50.9 points"),
        ("score | e92000001 | 202021", "50.9 points"),
        ("score | neighbours | 2020/21", "53.5 points"),
        ("score | Statistical Neighbours | 2020/21", "53.5 points"),
        ("score | Nearshire", "52.0 points"),
        ("score | girls | EHC  plan", "13.9 points"),
        ("score | sex=girls | sen = plan | cohort | plain", "85"),
        ("score | None", "41.0 points"),
        ("spend | short", "£2.25m"),
    ],
)
def test_a_mention_is_found_however_it_is_written(facts: Facts, mention: str, text: str) -> None:
    assert read_mention(mention, facts, None).text == text


@pytest.mark.parametrize(
    ("mention", "what", "hint"),
    [
        ("skore", "the measure “skore” is not known", "did you mean “score”?"),
        ("score", "it does not say which period", "add one of: 2019/20, 2020/21"),
        ("score | 2018/19", "the files hold no such figure", "there is one for 2019/20, 2020/21"),
        ("score | boys | 2020/21", "the files hold no such figure", "there are figures for: "),
        ("score | 2020/21 | grils", "“grils” is not known", "did you mean “Girls”"),
        ("score | language=none", "the files hold no such figure", "there are figures for"),
        ("score | girls | boys", "two parts name a sex", "keep one"),
        ("score | 2020/21 | 2019/20", "two parts name the period", "keep one"),
        ("score | England | ours", "two parts name the area", "keep one"),
        ("spend | none", "could mean several groups", "write sen=none or language=none"),
        ("spend | numerator", "the figure has no numerator", "figures/a.csv, row 2"),
        (
            "score | neighbours | cohort | 2020/21",
            "mean of 2 of 2 statistical neighbours",
            "one area",
        ),
        ("", "the measure “” is not known", "it begins with"),
    ],
)
def test_a_mention_without_exactly_one_meaning_is_refused(
    facts: Facts, mention: str, what: str, hint: str
) -> None:
    with pytest.raises(DataError) as caught:
        read_mention(mention, facts, Place("words/a.md", 3))
    (problem,) = caught.value.problems
    assert problem.place == Place("words/a.md", 3)
    assert what in problem.what
    assert hint in problem.hint


def test_a_line_of_words_keeps_its_numbers_live(facts: Facts) -> None:
    line = read_text("{score | 2020/21 | plain} in 2021; {score | 2019/20} before", facts, None)
    assert plain(line) == "59.0 in 2021; 58.0 points before"
    assert len(line) == 4


def test_an_area_without_figures_is_named_as_such(facts: Facts) -> None:
    known = replace(facts, listed=(Area("E10000030", "Surrey"),))
    with pytest.raises(DataError, match=r"no figure of Surrey for Score\n.*England, Farshire"):
        read_mention("score | 2020/21 | Surrey", known, None)
    with pytest.raises(DataError, match="“Narnia” is not known"):
        read_mention("score | 2020/21 | Narnia", known, None)
