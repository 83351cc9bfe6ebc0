"""Two measures share a sentence only where the same is so of both."""

from __future__ import annotations

from dataclasses import replace

from reportgen.findings import streak
from reportgen.wording import state
from tests.invented import ABSENCE, facts, row

AWAY = replace(ABSENCE, phrase="absence")
LATE = replace(ABSENCE, id="late", name="Late rate", phrase="lateness")


def said_of(near_away: str, near_late: str) -> list[str]:
    rows = []
    for measure, near in ((AWAY, near_away), (LATE, near_late)):
        for year in ("2018/19", "2019/20", "2020/21"):
            rows += [row(measure, year, "4.0"), row(measure, year, "8.0", "england")]
            rows.append(row(measure, year, near, "neighbours"))
    world = facts(*rows)
    found = [*streak(world, "absence"), *streak(world, "late")]
    return [item.text for item in state(found, world)]


def test_runs_on_one_side_of_both_areas_are_told_together() -> None:
    (text,) = said_of("4.1", "4.1")
    assert "absence and the lateness in Ourshire were well below England and slightly below" in text


def test_runs_on_two_sides_of_an_area_that_is_near_are_told_apart() -> None:
    below, above = said_of("4.1", "3.9")
    assert "well below England and slightly below statistical neighbours" in below
    assert "well below England but slightly above statistical neighbours" in above
