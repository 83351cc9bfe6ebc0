"""The words of a chapter: sentences with live numbers, and the places of officers' words."""

from __future__ import annotations

from reportgen.area import Area, Comparators, Neighbours
from reportgen.document import Heading, Number, Paragraph
from reportgen.facts import share
from reportgen.measures import Group
from reportgen.section import (
    Plan,
    Section,
    Statements,
    Words,
    action_plan,
    heading,
    neighbours_list,
    notes,
    say,
    section,
    strengths_and_development,
)
from reportgen.section import words as passage
from tests.invented import ALONE, OURS, SCORE, facts, row
from tests.reading import why, words


def test_a_sentence_keeps_its_numbers_alive_and_shows_them_with_their_units() -> None:
    figure = row("absence", "2020/21", "4.44")
    said = say("In {year}, {rate} were absent.", year="2020/21", rate=figure)

    assert words(said) == "In 2020/21, 4.4% were absent."
    assert isinstance(said, Paragraph)
    assert [part.fact for part in said.inlines if isinstance(part, Number)] == [figure]


def test_a_number_may_be_given_in_a_style_of_its_own() -> None:
    figure = Number(row("given", "2020/21", 3), "words")

    assert words(say("{n} were given.", n=figure)) == "three vouchers were given."


def test_a_sentence_may_end_or_begin_with_a_number_or_have_none() -> None:
    assert words(say("{n}", n=row("roll", "2020/21", 900))) == "900 pupils"
    assert words(say("Nothing to add.")) == "Nothing to add."


def test_without_one_of_its_figures_a_sentence_is_not_said() -> None:
    said = say("{a} and {b}.", a=row("roll", "2020/21", 900), b=None)

    assert why(said) == "there is no figure for b"


def test_with_one_of_its_figures_withheld_a_sentence_is_not_said() -> None:
    lost, known = row("roll", "2020/21", "c"), row("roll", "2020/21", 900)

    assert why(say("{a} of {b}.", a=lost, b=known)) == (
        "the figure for a is withheld to protect confidentiality"
    )
    assert why(say("{a}.", a=Number(share(lost, known)))) == (
        "the figure for a is withheld to protect confidentiality"
    )


def test_sentences_of_one_form_about_different_things_have_ids_of_their_own() -> None:
    form = "In the last of the years that are known, the number of pupils in {where} was {n}."
    said = [
        say(form, where=place, n=row("roll", "2020/21", 9)) for place in ("primary", "secondary")
    ]

    assert len({part.id for part in said if isinstance(part, Paragraph)}) == 2


def test_a_sentence_keeps_its_id_when_its_figures_change() -> None:
    said = [say("{n} on roll.", n=row("roll", "2020/21", n)) for n in (900, 901)]

    assert len({part.id for part in said if isinstance(part, Paragraph)}) == 1


def test_the_neighbours_are_listed_nearest_first() -> None:
    assert words(neighbours_list(facts())) == "Nearshire Farshire"


def test_a_report_without_neighbours_lists_none() -> None:
    no_members = Comparators(OURS, Neighbours(Area("SN-mean", "Statistical neighbours")))

    for comparators in (ALONE, no_members):
        assert why(neighbours_list(facts(comparators=comparators))) == "report.toml names none"


def test_officers_words_are_asked_for_by_chapter_and_heading() -> None:
    assert list(passage("home", "Context")) == [Words("home", "Context", "Context")]
    assert list(passage("home", "Context", title="Why")) == [Words("home", "Context", "Why")]
    assert list(passage("home", "Context", title="")) == [Words("home", "Context", "")]
    assert list(notes("home")) == [Words("home", "Notes", "How to read this chapter", notice=True)]
    assert action_plan("home") == Plan("home", "Action plan")


def test_headings_of_different_words_have_ids_of_their_own() -> None:
    first, second = heading("Results in 2020/21"), heading("Results in 2019/20")

    assert isinstance(first, Heading)
    assert (words(first), first.level) == ("Results in 2020/21", 2)
    assert first.id != second.id


def test_what_the_figures_say_is_in_one_place_strengths_first() -> None:
    known = facts(
        row("score", "2020/21", 59),
        row("score", "2020/21", 51, "england"),
        row("score", "2020/21", 40, sex="boys"),
        row("score", "2020/21", 49, "england", sex="boys"),
    )
    (found,) = strengths_and_development(known, "score", by=("sex",))

    assert isinstance(found, Statements)
    assert [item.kind for item in found.statements] == ["strength", "development"]
    assert "59.0" in found.statements[0].text
    assert "40.00" in found.statements[1].text


def test_measures_without_figures_have_nothing_to_say() -> None:
    (found,) = strengths_and_development(facts(), "score", "absence", by=("sex",))

    assert found == Statements(())


def test_of_figures_that_are_all_withheld_it_is_said_that_they_are() -> None:
    known = facts(
        *(row("score", "2020/21", "c", sex=sex) for sex in ("girls", "boys")),
        row("absence", "2020/21", "4.4"),
    )
    (found,) = strengths_and_development(known, "score", "absence", by=("sex",))

    assert isinstance(found, Statements)
    assert [words(item) for item in found.otherwise] == [
        "In 2020/21 the average score in Ourshire was withheld to protect confidentiality for "
        "girls and boys.",
        "In 2020/21 the absence rate in Ourshire was 4.4%.",
    ]


@section("A chapter", uses=("score",))
def one_chapter(known):  # type: ignore[no-untyped-def]
    """Say nothing much."""
    yield heading(f"{len(known.observations)} figures")


def test_a_section_is_named_by_its_module_and_keeps_its_first_words() -> None:
    assert isinstance(one_chapter, Section)
    assert (one_chapter.title, one_chapter.uses) == ("A chapter", ("score",))
    assert one_chapter.name == "test_text"
    assert one_chapter.summary == "Say nothing much."


def test_a_section_runs_only_when_it_is_asked_for_its_parts() -> None:
    assert [words(part) for part in one_chapter.run(facts(row("score", "2020/21", 1)))] == [
        "1 figures"
    ]


def test_a_gap_that_one_definition_finds_wide_is_no_strength_by_the_other() -> None:
    plan, none = Group.of(need="plan"), Group.of(need="none")

    def told(ours: tuple[str, str], england: tuple[str, str]) -> list[tuple[str, bool]]:
        rows = [
            row(SCORE, "2020/21", value, area, need=need)
            for area, pair in (("ours", ours), ("england", england))
            for need, value in zip(("plan", "none"), pair, strict=True)
        ]
        (part,) = strengths_and_development(facts(*rows), "score", gap=(plan, none))
        assert isinstance(part, Statements)
        return [(item.kind, "there" in item.text) for item in part.statements]

    assert told(("20", "30"), ("30", "45")) == [("development", False)]
    assert told(("32", "60"), ("30", "45")) == [("development", True)]
    assert told(("35", "40"), ("30", "45")) == [("strength", False)]
