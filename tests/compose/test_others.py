"""The appendix of findings that no chapter had room for."""

from __future__ import annotations

from reportgen.compose import compose
from reportgen.compose.others import NOTHING, OPENING, others
from reportgen.document import Heading, PageBreak, Paragraph
from reportgen.findings import review
from reportgen.report import run
from reportgen.section import Statements
from reportgen.settings import Ruling, Telling
from reportgen.wording import state
from tests.invented import chapter, facts, report, row, statement
from tests.reading import words

LEVEL = facts(row("score", "2020/21", 50), row("score", "2020/21", 50, "england"))
THREE = Statements(tuple(statement("strength", text, n) for n, text in enumerate("abc")))


def page(*parts: Statements, **settings: object) -> list[str]:
    made = report(LEVEL, chapter("Home", *parts), **settings)
    return [words(block) for block in others(run(made)) if isinstance(block, Heading | Paragraph)]


def test_what_was_found_and_not_chosen_stands_under_its_chapter() -> None:
    assert page(THREE, findings=Telling(1)) == ["Other findings", OPENING, "Home", "a", "b"]


def test_where_all_was_chosen_there_is_no_such_page() -> None:
    assert page(THREE) == []


def test_what_an_officer_muted_is_nowhere() -> None:
    telling = Telling(1, (Ruling("b", "told elsewhere"),))
    assert page(THREE, findings=telling) == ["Other findings", OPENING, "Home", "a"]


def test_nothing_to_highlight_is_a_line_of_its_own() -> None:
    (line,) = page(Statements(state(review(LEVEL, "score"), LEVEL)))[3:]
    assert line.startswith(NOTHING)
    assert "level with England" in line


def test_the_page_is_there_only_where_the_report_has_an_appendix() -> None:
    for asked in (True, False):
        made = report(LEVEL, chapter("Home", THREE), findings=Telling(1), appendix=asked)
        blocks = compose(made).blocks
        heads = [words(block) for block in blocks if isinstance(block, Heading)]
        assert (any("Other findings" in head for head in heads)) is asked
        assert any(isinstance(block, PageBreak) for block in blocks)
