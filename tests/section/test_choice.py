"""Which statements a chapter prints, and why the others are not among them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.errors import SectionError
from reportgen.facts import Facts
from reportgen.findings import review
from reportgen.section import Statements, strengths_and_development
from reportgen.section.choice import CHANCE, FAINT, QUIET, chosen
from reportgen.settings import Ruling, Telling
from reportgen.wording import state
from tests.invented import ABSENCE, SCORE, facts, row, statement


def said(*scores: int, kind: str = "strength") -> Statements:
    return Statements(tuple(statement(kind, f"{kind}{n}", n) for n in scores))


def kept(part: Statements) -> list[str]:
    return [item.id for item in part.statements]


def groups(**values: tuple[str, str]) -> Facts:
    rows = []
    for member, (ours, england) in values.items():
        rows += [row(SCORE, "2020/21", ours, need=member)]
        rows += [row(SCORE, "2020/21", england, "england", need=member)]
    return facts(*rows)


def test_the_best_are_kept_in_the_order_of_the_chapter() -> None:
    part = chosen(said(1, 9, 3, 8), Telling(2))
    assert kept(part) == ["strength9", "strength8"]
    assert [(item.id, why) for item, why in part.left] == [
        ("strength1", "there is no room"),
        ("strength3", "there is no room"),
    ]


def test_each_kind_has_room_of_its_own() -> None:
    both = Statements((*said(1, 2).statements, *said(1, 2, kind="development").statements))
    assert kept(chosen(both, Telling(1))) == ["strength2", "development2"]


def test_a_pinned_statement_is_printed_whatever_its_score() -> None:
    part = replace(said(1, 9, 8), pinned=("strength1",))
    assert kept(chosen(part, Telling(2))) == ["strength1", "strength9"]


def test_a_muted_statement_is_not_printed_and_keeps_the_reason() -> None:
    part = chosen(said(1, 2), Telling(6, (Ruling("strength2", "told elsewhere"),)))
    assert kept(part) == ["strength1"]
    assert [(item.id, why) for item, why in part.left] == [("strength2", "muted: told elsewhere")]


def test_what_may_be_chance_among_many_groups_is_printed_only_where_it_is_kept() -> None:
    spread = replace(SCORE, spread=Decimal(20))
    members = [
        *({"need": need} for need in ("none", "support", "plan")),
        *({"origin": origin} for origin in ("asian", "chinese", "white")),
    ]
    rows = [row(spread, "2020/21", "50", "england", **member) for member in members]
    rows += [row(spread, "2020/21", "50", cohort=400, **member) for member in members[1:]]
    rows += [row(spread, "2020/21", "48", cohort=400, **members[0])]
    world = facts(*rows)
    part = Statements(state(review(world, "score", ("need", "origin")), world))
    keep = Ruling("score.need_none", "councillors asked for it")
    told, asked = chosen(part, Telling()), chosen(part, Telling(keep=(keep,)))
    assert kept(told) == []
    assert CHANCE in [why for _, why in told.left]
    assert kept(asked) == ["score.need_none.england.below.2020-21"]


def test_figures_that_are_only_similar_are_no_strength() -> None:
    noisy = replace(SCORE, noise=Decimal(3))
    world = facts(row(noisy, "2020/21", 52), row(noisy, "2020/21", 50, "england"))
    part = chosen(Statements(state(review(world, "score"), world)), Telling())
    assert part.statements == ()
    assert [why for _, why in part.left] == [FAINT]


def test_level_with_everybody_is_nothing_to_highlight() -> None:
    world = facts(row(SCORE, "2020/21", 50), row(SCORE, "2020/21", 50, "england"))
    part = chosen(Statements(state(review(world, "score"), world)), Telling(6))
    assert part.statements == ()
    assert [why for _, why in part.left] == [QUIET]


def test_a_strength_without_room_for_what_stands_against_it_is_not_printed() -> None:
    fell = facts(
        row(SCORE, "2019/20", 60), row(SCORE, "2020/21", 55), row(SCORE, "2020/21", 50, "england")
    )
    worse = facts(row(ABSENCE, "2020/21", 90), row(ABSENCE, "2020/21", 1, "england"))
    items = (
        *(replace(item, score=Decimal(50)) for item in state(review(fell, "score"), fell)),
        *(replace(item, score=Decimal(60)) for item in state(review(worse, "absence"), worse)),
    )
    part = chosen(Statements(items), Telling(1))
    assert [item.kind for item in items] == ["strength", "development", "development"]
    assert kept(part) == ["absence.all.england.above.2020-21"]
    assert "no room for what stands against it" in [why for _, why in part.left]


def test_what_stands_against_another_group_takes_no_strength_away() -> None:
    world = groups(plan=("60", "50"), support=("40", "50"), none=("30", "50"))
    part = chosen(Statements(state(review(world, "score", ("need",)), world)), Telling(1))
    assert [item.kind for item in part.statements] == ["strength", "development"]


def test_what_is_true_of_everyone_goes_before_groups_and_the_last_year_before_others() -> None:
    rows = [row(SCORE, "2020/21", 48), row(SCORE, "2020/21", 50, "england")]
    for year, ours in (("2019/20", 20), ("2020/21", 46)):
        rows += [row(SCORE, year, ours, need="plan"), row(SCORE, year, 50, "england", need="plan")]
    world = facts(*rows)
    part = Statements(state(review(world, "score", ("need",)), world))
    said = [kept(chosen(part, Telling(most))) for most in (1, 2, 3)]
    assert said[0] == ["score.all.england.below.2020-21"]
    assert said[1] == [*said[0], "score.need_plan.england.below.2020-21"]
    assert set(said[2]) == {*said[1], "score.need_plan.england.below.2019-20"}


def test_the_author_of_a_chapter_puts_first_and_leaves_out() -> None:
    world = groups(plan=("60", "50"), support=("52", "50"))
    ask = {"by": ("need",), "first": ("score.need_support",)}
    (part,) = strengths_and_development(world, "score", **ask)  # type: ignore[arg-type]
    assert isinstance(part, Statements)
    assert "SEN Support" in part.statements[0].text
    assert part.pinned == (part.statements[0].id,)
    (less,) = strengths_and_development(
        world, "score", by=("need",), without=("score.need_support",)
    )
    assert isinstance(less, Statements)
    assert len(less.statements) == len(part.statements) - 1


def test_a_name_that_names_nothing_is_refused_where_there_is_something_to_name() -> None:
    ask = {"by": ("need",), "without": ("score.need_suport",)}
    with pytest.raises(SectionError, match="need_suport"):
        list(strengths_and_development(groups(plan=("60", "50")), "score", **ask))  # type: ignore[arg-type]
    (part,) = strengths_and_development(facts(), "score", **ask)  # type: ignore[arg-type]
    assert part == Statements(())


def test_a_chapter_compares_with_the_areas_it_or_the_report_names() -> None:
    rows = [row(SCORE, "2020/21", v, a) for v, a in ((49, "ours"), (50, "england"), (48, "region"))]  # type: ignore[arg-type]
    world = facts(*rows)
    (plain,) = strengths_and_development(world, "score")
    (asked,) = strengths_and_development(world, "score", against=("england", "region"))
    told = replace(world, comparators=replace(world.comparators, told=("region", "england")))
    (report,) = strengths_and_development(told, "score")
    kinds = [part.statements[0].kind for part in (plain, asked, report)]  # type: ignore[union-attr]
    texts = [part.statements[0].text for part in (plain, asked, report)]  # type: ignore[union-attr]
    assert kinds == ["development", "development", "strength"]
    assert ["Mid England" in text for text in texts] == [False, True, True]


def test_what_stands_against_a_strength_is_told_though_its_area_was_not_asked_for() -> None:
    rows = [row(SCORE, "2020/21", v, a) for v, a in ((52, "ours"), (50, "england"), (53, "region"))]  # type: ignore[arg-type]
    (part,) = strengths_and_development(facts(*rows), "score")
    assert isinstance(part, Statements)
    assert (
        "was above England (50.0) but slightly below Mid England (53.0)" in part.statements[0].text
    )
