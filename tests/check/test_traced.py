"""Any sentence, row or chart traced to its cells."""

from __future__ import annotations

from reportgen.check.traced import pieces, traced
from reportgen.compose import compose
from reportgen.document import Document
from reportgen.section import changes, say, trend
from tests.invented import chapter, facts, prose, report, row


def made() -> Document:
    known = facts(
        row("roll", "2018/19", 100), row("roll", "2019/20", 110), row("roll", "2020/21", 121)
    )
    parts = (
        *changes(known, "roll"),
        say("A sentence without a number."),
        trend(known, "roll"),
    )
    home = chapter("Home", *parts)
    return compose(report(known, home, words={"home": {"Notes": prose("Ours alone.")}}))


def lines(words: str) -> list[str]:
    return list(traced(made(), words))


def test_a_worked_out_figure_is_traced_to_its_rule_and_its_cells() -> None:
    found = "\n".join(lines("rose by 10 "))

    assert "10: the first minus the second: 110 (" in found
    assert "from figures/invented.csv row 3 value" in found
    assert "from figures/invented.csv row 2 value" in found


def test_a_chart_is_found_by_its_id_and_each_point_has_its_cell() -> None:
    (id,) = {piece.id for piece in pieces(made()) if "Line chart" in piece.text}
    found = lines(id)

    assert found[0] == id
    assert sum(", from figures/invented.csv row" in line for line in found) == 3


def test_words_without_a_figure_say_so() -> None:
    assert any("No figure is in these words" in line for line in lines("without a number"))


def test_blocks_explained_elsewhere_are_left_out() -> None:
    (id,) = {piece.id for piece in pieces(made()) if "without a number" in piece.text}

    assert list(traced(made(), "without a number", but=(id,))) == []


def test_words_that_stand_nowhere_give_nothing() -> None:
    assert lines("nowhere at all") == []
