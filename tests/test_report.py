"""Running the chapters: those that the data can fill, and a failure named by its line."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Heading, Text
from reportgen.errors import DataError, Problem, ProjectError, SectionError
from reportgen.facts import Facts
from reportgen.report import has_data, run
from reportgen.section import Absent, Parts, Section, Statements
from reportgen.settings import Ruling, Telling
from tests.invented import chapter, facts, report, row, statement

WORDS = Heading(2, (Text("Words"),), "words")


def test_chapters_run_in_the_order_of_the_report() -> None:
    chapters = run(report(facts(), chapter("Second", WORDS), chapter("First")))

    assert [item.section.title for item in chapters] == ["Second", "First"]
    assert [item.parts for item in chapters] == [(WORDS,), ()]


def test_a_chapter_whose_measures_have_no_figure_of_ours_is_left_out() -> None:
    known = facts(row("score", "2020/21", 59), row("roll", "2020/21", 9, "england"))
    chapters = [
        chapter("Both", uses=("score", "roll")),
        chapter("England’s", uses=("roll",)),
        chapter("Nobody’s", uses=("absence",)),
        chapter("Words"),
    ]

    assert [item.section.title for item in run(report(known, *chapters))] == ["Both", "Words"]


def test_a_chapter_needs_a_number_and_not_only_withheld_figures() -> None:
    """A chapter of symbols alone says nothing; `check` says that it is left out."""
    withheld = row("score", "2019/20", "c")
    assert not has_data(chapter("Chapter", uses=("score",)), facts(withheld))
    assert has_data(
        chapter("Chapter", uses=("score",)), facts(withheld, row("score", "2020/21", 1))
    )


def test_what_is_absent_is_kept_with_its_reason() -> None:
    absent = Absent("the trend", "there is no figure for it")
    (found,) = run(report(facts(), chapter("Chapter", absent)))

    assert found.parts == (absent,)


def failing(source: str, folder: Path) -> Section:
    """A chapter of a file of its own, as the project's are."""
    path = folder / "attainment.py"
    path.write_text(source, encoding="utf-8")
    module = ModuleType("attainment")
    exec(compile(source, str(path), "exec"), module.__dict__)
    return Section("Attainment", "attainment", (), module.__dict__["parts"])


def test_a_chapter_that_fails_is_named_with_the_line_of_its_own_file(tmp_path: Path) -> None:
    source = "def parts(facts):\n    yield from ()\n    facts.measure('atainment')\n"

    with pytest.raises(SectionError) as failure:
        run(report(facts(), failing(source, tmp_path)))

    (problem,) = failure.value.problems
    assert str(problem.place) == "sections/attainment.py, row 3"
    assert problem.what == "the chapter cannot be made: KeyError: 'atainment'"
    assert isinstance(failure.value.__cause__, KeyError)


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("yield notes", "the chapter yields several parts at once", "write yield from"),
        ("yield 5", "the chapter yields 5", "it can yield only what the functions of"),
        ("yield from 5", "TypeError: 'int' object is not iterable", "write yield without from"),
    ],
)
def test_a_slip_in_what_a_chapter_yields_is_named_with_its_line(
    line: str, what: str, hint: str, tmp_path: Path
) -> None:
    source = f"def parts(facts):\n    notes = iter(())\n    {line}\n    yield from notes\n"
    with pytest.raises(SectionError) as failure:
        run(report(facts(), failing(source, tmp_path)))

    (problem,) = failure.value.problems
    assert str(problem.place) == "sections/attainment.py, row 3"
    assert problem.what.endswith(what)
    assert hint in problem.hint


def test_an_error_that_already_says_what_is_wrong_is_passed_on() -> None:
    refusal = DataError(Problem("no such figure"))

    def parts(facts: Facts) -> Parts:
        yield WORDS
        raise refusal

    with pytest.raises(DataError) as failure:
        run(report(facts(), Section("Chapter", "chapter", (), parts)))

    assert failure.value is refusal


@pytest.mark.parametrize("key", ["mute", "keep"])
def test_a_ruling_on_nothing_is_refused_with_the_nearest_name(key: str) -> None:
    high = Statements((statement("strength", "score.all.england.above.2020-21"),))
    ruling = (Ruling("score.all.england.above.2019-20", "told elsewhere"),)
    telling = Telling(mute=ruling) if key == "mute" else Telling(keep=ruling)
    made = report(facts(), chapter("Home", high), findings=telling)

    with pytest.raises(ProjectError, match=r"score\.all\.england\.above\.2020-21") as failure:
        run(made)
    (problem,) = failure.value.problems
    assert f"[[findings.{key}]]" in problem.what
    assert str(problem.place) == "report.toml"


def test_a_chapter_says_as_much_as_the_report_has_room_for() -> None:
    three = Statements(tuple(statement("strength", text, n) for n, text in enumerate("abc")))
    (found,) = run(report(facts(), chapter("Home", three), findings=Telling(2)))
    (part,) = found.parts

    assert isinstance(part, Statements)
    assert [item.id for item in part.statements] == ["b", "c"]
    assert [item.id for item, _ in part.left] == ["a"]
