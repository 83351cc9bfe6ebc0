"""What the figures of a report say, chosen or not, and why: the lists behind two commands."""

from __future__ import annotations

import pytest

from reportgen.check.told import COLUMNS, Told, explained, matching, table, told
from reportgen.errors import ReportgenError
from reportgen.facts import Facts
from reportgen.report import Report
from reportgen.section import strengths_and_development
from reportgen.settings import Ruling, Telling
from tests.invented import chapter, facts, report, row

WORLD = facts(
    row("score", "2020/21", 59),
    row("score", "2020/21", 51, "england"),
    row("score", "2020/21", 52, sex="girls", cohort=85),
    row("score", "2020/21", 50, "england", sex="girls"),
)
ALL = "score.all.england.above.2020-21"
GIRLS = "score.sex_girls.england.above.2020-21"


def made(world: Facts = WORLD, telling: Telling | None = None) -> Report:
    parts = strengths_and_development(world, "score", by=("sex",))
    return report(world, chapter("Home", *parts), findings=telling or Telling())


def whys(found: tuple[Told, ...]) -> dict[str, str]:
    return {item.statement.id: item.why for item in found}


def test_every_statement_is_listed_with_whether_it_is_printed() -> None:
    assert whys(told(made())) == {ALL: "printed", GIRLS: "printed"}
    assert whys(told(made(telling=Telling(1)))) == {ALL: "printed", GIRLS: "there is no room"}
    muted = Telling(6, (Ruling(GIRLS, "too few"),))
    assert whys(told(made(telling=muted))) == {ALL: "printed", GIRLS: "muted: too few"}


def test_a_statement_is_found_by_its_id_the_beginning_of_one_or_its_words() -> None:
    found = told(made())
    for words in (GIRLS, "score.sex_girls", "Girls  (85 PUPILS)"):
        assert [item.statement.id for item in matching(found, words)] == [GIRLS]
    assert matching(found, "") == found
    assert len(matching(found, "England")) == 2


def test_words_that_nothing_says_are_refused_with_the_nearest_id() -> None:
    with pytest.raises(ReportgenError, match="sex_girls"):
        matching(told(made()), "score.sex_girl.england.above.2020-21")


def test_the_table_has_a_row_for_each_finding_with_its_cells() -> None:
    head, *rows = table(told(made()))
    assert head == COLUMNS
    girls = dict(zip(head, rows[1], strict=True))
    assert girls["finding"] == girls["statement"] == GIRLS
    assert (girls["chosen"], girls["rule"], girls["group"]) == (
        "printed",
        "benchmark",
        "sex=girls",
    )
    assert girls["cells"] == ("figures/invented.csv row 4 value; figures/invented.csv row 5 value")
    assert "girls (85 pupils)" in girls["words"]


def test_an_explanation_has_rule_arithmetic_cells_caveats_score_and_the_rest() -> None:
    found = told(made())
    lines = [line.strip() for line in explained(WORLD, found[1], found)]
    assert lines[0] == f"{GIRLS} (home, strength, printed, score {found[1].statement.score})"
    assert lines[1] == found[1].statement.text
    assert lines[3].startswith("Rule: our figure beside that of another area")
    assert "2020/21: 52.00 − 50.00 (England) = 2.00, above" in lines
    assert "Caveat: few pupils (2020/21: 85 pupils)" in lines
    assert "From: figures/invented.csv rows 4, 5, value" in lines
    assert any(line.startswith("Score: size ") and line.endswith(lines[0][-6:-1]) for line in lines)
    assert lines[-1] == f"Also found: {ALL} (printed, score {found[0].statement.score})"
