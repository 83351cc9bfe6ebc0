"""Officers' words become prose with live numbers; what cannot be printed is refused by line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.content import Prose
from reportgen.document import (
    Bullets,
    Heading,
    Link,
    Number,
    Paragraph,
    Reference,
    Strong,
    Text,
    plain,
)
from reportgen.errors import DataError
from reportgen.facts import Facts
from reportgen.load.words import check_words, read_words
from reportgen.measures import Dictionary
from reportgen.observation import Observation

Read = Callable[[str], Prose]


@pytest.fixture
def facts(
    figures: Callable[..., tuple[Observation, ...]],
    dictionary: Dictionary,
    comparators: Comparators,
) -> Facts:
    rows = figures("score,E06000900,Ourshire,2020/21,academic year,,,59.04,,,Made up,\n")
    return Facts(rows, dictionary, comparators)


@pytest.fixture
def read(tmp_path: Path, facts: Facts) -> Read:
    def notes(text: str) -> Prose:
        folder = tmp_path / "words"
        folder.mkdir(exist_ok=True)
        (folder / "attainment.md").write_text(text, encoding="utf-8")
        return read_words(folder, tmp_path, facts)["attainment"]["Notes"]

    return notes


def test_every_kind_of_prose_is_kept(read: Read) -> None:
    prose = read(
        "## Notes\n\nSome **strong *words*** and\na [link](https://example.org).\n\n"
        "### Method\n\n1. One\n2. Two\n   - inner\n"
    )
    paragraph, heading, bullets = prose
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (
        Text("Some "),
        Strong((Text("strong words"),)),
        Text(" and a "),
        Link((Text("link"),), "https://example.org"),
        Text("."),
    )
    assert isinstance(heading, Heading)
    assert (heading.level, heading.id) == (3, "words.attainment.notes.method")
    assert isinstance(bullets, Bullets)
    assert bullets.ordered
    assert bullets.items[1].inner
    assert plain(bullets.items[1].inner.items[0].inlines) == "inner"


def test_a_link_within_the_report_becomes_a_mention_that_knows_its_line(read: Read) -> None:
    (paragraph,) = read("## Notes\n\nSee [](#score.trend_2) and\nthe [chapter](#home).\n")
    assert isinstance(paragraph, Paragraph)
    _, number, _, chapter, _ = paragraph.inlines
    assert (number, chapter) == (Reference("score.trend_2"), Reference("home", "chapter"))
    assert isinstance(chapter, Reference)
    assert str(chapter.place) == "words/attainment.md, row 4"


def test_a_mention_becomes_a_live_number(read: Read) -> None:
    (paragraph,) = read("## Notes\n\nThe score was **{score |\n2020/21}** \\{so\\}.\n")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines) == "The score was 59.0 points {so}."
    strong = paragraph.inlines[1]
    assert isinstance(strong, Strong)
    assert isinstance(strong.inlines[0], Number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "row 3: a table cannot be printed"),
        ("![chart](chart.png)", "row 3: a picture cannot be printed"),
        ("one\n<b>two</b>", "row 4: HTML cannot be printed"),
        ("<div>two</div>", "row 3: HTML cannot be printed"),
        ("```\ncode\n```", "row 3: a block of code cannot be printed"),
        ("    set in", "row 3: text set in by four spaces cannot be printed"),
        ("some `code`", "row 3: words between backticks cannot be printed"),
        ("some ~~old~~ words", "row 3: words struck out cannot be printed"),
        ("> quoted", "row 3: a block quotation cannot be printed"),
        ("one\n\n***", "row 5: a line across the page cannot be printed"),
        ("#### Deep", "row 3: a heading of level 4"),
        ("# Title", "row 3: a heading of level 1"),
        ("- one\n\n  two", "row 5: a second paragraph in one point"),
        ("-\n- two", "row 3: a point without words"),
        ("[here](attainment.md)", "row 3: “attainment.md” is not an address"),
        ("[**bold**](#home)", "row 3: the words of the link to #home hold more than words"),
        ("one\n{score | 2020/21", "row 4: “{” without its partner"),
        ("one\n\ntwo {scor}", "row 5: {scor}: the measure “scor” is not known"),
        ("## Notes", "row 3: two passages are headed “Notes”"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_line(
    read: Read, text: str, expected: str
) -> None:
    with pytest.raises(DataError) as caught:
        read(f"## Notes\n\n{text}\n")
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"words/attainment.md, {expected}")


def test_words_before_the_first_heading_are_refused(read: Read) -> None:
    with pytest.raises(DataError, match="row 1: words stand before the first heading"):
        read("Hello\n\n## Notes\n")


def test_the_id_of_a_paragraph_changes_with_its_words_only(read: Read) -> None:
    (first,) = read("## Notes\n\nOne\n")
    _, moved = read("## Notes\n\nZero\n\nOne\n")
    (changed,) = read("## Notes\n\nOther\n")
    assert first.id == moved.id != changed.id


def test_words_are_checked_even_when_figures_are_not_there(tmp_path: Path, facts: Facts) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "a.md").write_text("## Notes\n\n{score | 1999/00}\n", encoding="utf-8")
    (paragraph,) = check_words(folder, tmp_path, facts)["a"]["Notes"]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines) == "{score | 1999/00}"


def test_without_a_folder_there_are_no_words(tmp_path: Path, facts: Facts) -> None:
    assert read_words(tmp_path / "words", tmp_path, facts) == {}


def test_words_saved_by_an_older_windows_program_are_read(tmp_path: Path, facts: Facts) -> None:
    (tmp_path / "words").mkdir()
    path = tmp_path / "words" / "ehe.md"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path.write_bytes("## Notes\n\nL’École – “vu”.\n".encode(encoding))
        words = read_words(tmp_path / "words", tmp_path, facts)
        (paragraph,) = words["ehe"]["Notes"]
        assert isinstance(paragraph, Paragraph)
        assert plain(paragraph.inlines) == "L’École – “vu”."
    path.write_bytes(b"## Notes\n\nL\x81\n")
    with pytest.raises(DataError, match=r"row 3: .*\n.*text editor.*UTF-8"):
        read_words(tmp_path / "words", tmp_path, facts)
