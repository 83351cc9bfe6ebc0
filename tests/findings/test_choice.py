"""Which findings may stand alone, which are told together, and which are left for lack of room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.findings import compare, explain, select
from reportgen.findings.chance import LOSS, allow_for_many
from reportgen.findings.finding import Finding, Kind
from reportgen.findings.links import exceptions, reversals
from reportgen.findings.noise import beyond_chance, inside_noise, z_of
from tests.invented import ABSENCE, SCORE, TAUGHT, facts, row

SPREAD = replace(SCORE, spread=Decimal(20))


def both(measure: object, ours: str, england: str, **more: object) -> tuple[object, object]:
    counts = {name: more.pop(name) for name in ("cohort", "numerator") if name in more}
    return (
        row(measure, "2020/21", ours, **counts, **more),  # type: ignore[arg-type]
        row(measure, "2020/21", england, "england", **more),  # type: ignore[arg-type]
    )


def test_a_mean_is_beyond_chance_by_its_spread_and_its_pupils() -> None:
    many = compare(facts(*both(SPREAD, "53", "50", cohort=400)), "score")[0]
    few = compare(facts(*both(SPREAD, "53", "50", cohort=100)), "score")[0]
    assert z_of(SPREAD, many.comparisons[0]) == Decimal(3)
    assert beyond_chance(SPREAD, many.comparisons[0]) is True
    assert beyond_chance(SPREAD, few.comparisons[0]) is False
    assert many.score > few.score


def test_a_share_is_tested_against_the_share_it_is_compared_with() -> None:
    found = compare(facts(*both(TAUGHT, "60", "50", cohort=100)), "taught")[0]
    assert z_of(TAUGHT, found.comparisons[0]) == Decimal(2)


def test_a_rate_of_events_is_tested_as_a_count() -> None:
    found = compare(facts(*both(ABSENCE, "4.0", "1.0", numerator=16, cohort=400)), "absence")[0]
    assert z_of(ABSENCE, found.comparisons[0]) == Decimal(4)


def test_two_events_where_half_of_one_is_usual_may_be_chance() -> None:
    found = compare(facts(*both(ABSENCE, "0.4", "0.1", numerator=2, cohort=500)), "absence")[0]
    assert beyond_chance(ABSENCE, found.comparisons[0]) is False


def test_what_rests_on_a_handful_of_events_keeps_a_third_of_its_score() -> None:
    few = compare(facts(*both(ABSENCE, "0.4", "0.1", numerator=4, cohort=1000)), "absence")[0]
    more = compare(facts(*both(ABSENCE, "0.4", "0.1", numerator=5, cohort=1250)), "absence")[0]
    assert 2 * few.score < more.score
    assert few.score == sum(part for _, part in few.why)


def test_without_counts_the_usual_movement_of_the_measure_stands_in() -> None:
    noisy = replace(SCORE, noise=Decimal("0.5"))
    found = compare(facts(*both(noisy, "50.9", "50")), "score")[0]
    assert beyond_chance(noisy, found.comparisons[0]) is False
    assert beyond_chance(SCORE, found.comparisons[0]) is None


def test_a_difference_that_chance_would_often_give_or_below_the_usual_movement_is_noise() -> None:
    few = compare(facts(*both(SPREAD, "53.9", "50", cohort=100)), "score")[0]
    more = compare(facts(*both(SPREAD, "54.0", "50", cohort=100)), "score")[0]
    assert [inside_noise(SPREAD, item.comparisons[0]) for item in (few, more)] == [True, False]
    noisy = replace(SCORE, noise=Decimal("0.5"))
    near = compare(facts(*both(noisy, "50.49", "50")), "score")[0]
    far = compare(facts(*both(noisy, "50.5", "50")), "score")[0]
    assert [inside_noise(noisy, item.comparisons[0]) for item in (near, far)] == [True, False]
    assert not inside_noise(SCORE, near.comparisons[0])


def test_of_many_groups_those_that_may_be_chance_score_less() -> None:
    rows = [
        *both(SPREAD, "60", "50", need="support", cohort=400),
        *both(SPREAD, "51", "50", need="plan", cohort=150),
        *both(SPREAD, "51", "50", cohort=400),
    ]
    found = compare(facts(*rows), "score", by=("need",))
    after = {item.id: item for item in allow_for_many(found)}
    for item in found:
        lost = item.group.member("need") == "plan"
        expected = (item.score * LOSS).quantize(Decimal("0.01")) if lost else item.score
        assert after[item.id].score == expected


def test_an_adverse_group_within_a_favourable_one_is_its_exception() -> None:
    rows = [
        *both(SCORE, "17.4", "15.7", need="plan"),
        *both(SCORE, "13.9", "14.5", need="plan", sex="girls"),
        *both(SCORE, "40", "45", sex="boys"),
    ]
    found = compare(facts(*rows), "score", by=("need", "sex"))
    plan = next(item for item in found if item.group.pairs == (("need", "plan"),))
    assert [item.id for item in exceptions(plan, found)] == [
        "score.need_plan-sex_girls.england.below.2020-21"
    ]


def test_everyone_above_while_each_part_is_below_is_a_reversal() -> None:
    rows = [
        *both(SCORE, "51", "50"),
        *both(SCORE, "40", "41", sex="girls"),
        *both(SCORE, "60", "61", sex="boys"),
    ]
    world = facts(*rows)
    found = compare(world, "score", by=("sex",))
    assert [item.id for item in reversals(found[0], found, world)] == ["sex"]
    level = facts(*rows[:2], *both(SCORE, "40", "40", sex="girls"), *rows[4:])
    found = compare(level, "score", by=("sex",))
    assert reversals(found[0], found, level) == ()


@dataclass(frozen=True)
class Said:
    """A statement as far as choosing goes."""

    id: str
    kind: Kind
    score: Decimal
    findings: tuple[Finding, ...]


def said(id: str, kind: Kind, score: int, measure: object = SCORE) -> Said:
    found = compare(facts(*both(measure, "52", "50")), measure.id)  # type: ignore[attr-defined]
    return Said(id, kind, Decimal(score), found)


def test_the_best_are_chosen_and_the_rest_keep_their_reason() -> None:
    items = [said("a", "strength", 90), said("b", "strength", 80), said("c", "strength", 70)]
    choice = select(items, most=2)
    assert [item.id for item in choice.chosen] == ["a", "b"]
    assert [(item.id, why) for item, why in choice.left] == [("c", "there is no room")]


def test_no_measure_is_told_more_than_its_share() -> None:
    items = [said(id, "strength", 90) for id in "abcd"] + [said("e", "strength", 10, ABSENCE)]
    choice = select(items, most=9, per_measure=3)
    assert [item.id for item in choice.chosen] == ["a", "b", "c", "e"]


def test_what_stands_against_a_strength_is_chosen_with_it() -> None:
    items = [
        said("good", "strength", 90),
        said("other", "strength", 85, ABSENCE),
        said("bad", "development", 75),
    ]
    assert [item.id for item in select(items, most=2).chosen] == ["good", "bad"]


def test_a_strength_is_left_out_where_there_is_no_room_for_what_stands_against_it() -> None:
    items = [said("good", "strength", 90), said("bad", "development", 75)]
    choice = select(items, most=1)
    assert [item.id for item in choice.chosen] == ["bad"]
    assert choice.left[0][1] == "no room for what stands against it"


def test_an_explanation_gives_the_sum_and_the_cells() -> None:
    world = facts(*both(SCORE, "13.9", "14.5", cohort=85))
    told = explain(compare(world, "score")[0], world)
    assert told.arithmetic == ("2020/21: 13.9 − 14.5 (England) = −0.6, below",)
    assert [cell.row for cell in told.cells] == [2, 3]
    assert told.caveats == ("few pupils (2020/21: 85 pupils)",)
    assert told.score == sum(part for _, part in told.parts)


def test_an_explanation_says_what_may_be_nothing() -> None:
    noisy = replace(SPREAD, noise=Decimal("0.5"))
    world = facts(*both(noisy, "50.4", "50", cohort=100))
    (told,) = (explain(finding, world) for finding in compare(world, "score"))
    end = "above (usual movement 0.5, 0.2 standard errors, inside the noise)"
    assert told.arithmetic[0].endswith(end)
