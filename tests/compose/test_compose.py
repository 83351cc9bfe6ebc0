"""The whole report: its cover, the order of its parts, and chapters counted as they are printed."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.compose import compose
from reportgen.compose.cover import cover, decoration
from reportgen.document import Contents, FrontSheet, PageBreak, Paragraph, Reference, Text, plain
from reportgen.errors import DataError, ProjectError
from reportgen.section import Absent, Statements, action_plan, heading, trend
from reportgen.section import words as passage
from reportgen.settings import Glance, KeyFigure
from tests.invented import action, chapter, chart, facts, prose, report, row, statement
from tests.reading import headings, running_text, words

YEARS = ("2018/19", "2019/20", "2020/21")
KNOWN = facts(*(row("score", year, 57 + n) for n, year in enumerate(YEARS)))


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),), text)


def fields(**settings: object) -> list[tuple[str, str]]:
    front = cover(report(KNOWN, **settings))
    return [(name, plain(inlines)) for name, inlines in front.fields]


def test_a_report_is_cover_contents_glance_chapters_and_figures_in_full() -> None:
    home = chapter("Home", Statements((statement("strength", "High."),)), trend(KNOWN, "score"))
    document = compose(report(KNOWN, home, chapter("Away", said("Away."))))

    assert isinstance(document.blocks[0], FrontSheet)
    assert document.blocks[1:3] == (PageBreak(), Contents())
    assert headings(document) == [
        "At a glance",
        "What is going well",
        "1 Home",
        "Areas of strength",
        "2 Away",
        "Figures in full",
    ]


def test_every_chapter_and_the_pages_beside_them_begin_a_page() -> None:
    document = compose(report(KNOWN, chapter("A", said("a")), chapter("B", said("b"))))
    after = [
        words(block)
        for before, block in zip(document.blocks, document.blocks[1:], strict=False)
        if isinstance(before, PageBreak) and not isinstance(block, Contents)
    ]

    assert after == ["1 A", "2 B", "Figures in full"]


def test_chapters_are_counted_as_they_are_printed() -> None:
    chapters = [
        chapter("First", said("1")),
        chapter("No figures", said("never"), uses=("absence",)),
        chapter("Nothing made", Absent("the trend", "no figures"), heading("Over nothing")),
        chapter("Last", said("2"), uses=("score",)),
    ]
    document = compose(report(KNOWN, *chapters))

    assert headings(document) == ["1 First", "2 Last", "Figures in full"]
    assert "never" not in [text for _, text in running_text(document)]


def test_words_and_plans_reach_the_chapter_they_are_for() -> None:
    home = chapter("Home", *passage("home", "Context"), action_plan("home"))
    away = chapter("Away", *passage("away", "Context"), action_plan("away"))
    document = compose(
        report(
            facts(),
            home,
            away,
            words={"home": {"Context": prose("Ours.")}, "away": {"Context": prose("Theirs.")}},
            actions=(action("away", "Visit"),),
        )
    )

    assert list(running_text(document)) == [("Context", "Ours."), ("Context", "Theirs.")]
    assert headings(document) == ["1 Home", "Context", "2 Away", "Context", "Action plan"]


def test_a_mention_in_one_chapter_may_lead_to_a_chart_of_another() -> None:
    pointing = Paragraph((Text("See "), Reference("home.x"), Text(" and "), Reference("y")), "p")
    chapters = (chapter("Away", pointing, chart("y")), chapter("Home", chart("x")))
    document = compose(report(facts(), *chapters))

    assert list(running_text(document)) == [("1 Away", "See Figure 2 and Figure 1")]


def test_a_mention_of_nothing_and_a_part_made_twice_are_refused() -> None:
    lost = chapter("Home", Paragraph((Reference("nowhere"),), "p"))
    twice = chapter("Home", chart("x"), chart("x"))

    with pytest.raises(ProjectError, match="nowhere"):
        compose(report(facts(), lost))
    with pytest.raises(ProjectError, match=r"two parts of the report are both “home\.x”"):
        compose(report(facts(), twice))


def test_a_key_figure_of_no_figure_is_refused() -> None:
    lost = Glance((KeyFigure("score | 2011/12", "score"),))

    with pytest.raises(DataError, match="2011/12"):
        compose(report(KNOWN, chapter("A", said("a")), glance=lost))


def test_the_document_is_called_what_the_settings_call_it() -> None:
    document = compose(report(facts(), subtitle="Autumn 2021", status="Draft", body_size=12.0))

    assert (document.title, document.subtitle, document.subject) == (
        "An invented report",
        "Autumn 2021",
        "Autumn 2021",
    )
    assert (document.organisation, document.date) == ("Ourshire Council", date(2021, 11, 3))
    assert (document.language, document.draft, document.body_size) == ("en-GB", True, 12.0)
    assert not compose(report(facts(), status="Final")).draft


def test_the_cover_has_the_fields_given_then_date_data_date_and_status() -> None:
    given = (("Committee", "Children’s Services"), ("Report of", "Head of Education"))

    assert fields(front_sheet=given, as_at=date(2021, 9, 1), status="Final") == [
        *given,
        ("Date", "3 November 2021"),
        ("Data as at", "1 September 2021"),
        ("Status", "Final"),
    ]


def test_a_date_among_the_fields_given_is_not_said_twice() -> None:
    given = (("Meeting date", "11 November 2021"),)

    assert fields(front_sheet=given) == [*given, ("Status", "Draft")]


def test_the_bars_of_the_cover_are_our_own_figures_as_the_data_has_them() -> None:
    rows = [
        row("score", f"20{n}/{n + 1}", value)
        for n, value in zip(range(15, 19), (4, 1, 3, 2), strict=True)
    ]
    rows.append(row("score", "2020/21", 99, "england"))
    rows += [row("roll", f"20{n}/{n + 1}", n) for n in range(12, 20)]

    assert decoration(facts(*rows)) == (1.0, 0.25, 0.75, 0.5)


def test_the_cover_has_twelve_bars_at_most_and_none_of_too_few_figures() -> None:
    many = [row("score", f"{1950 + n}/{(51 + n) % 100:02d}", n + 1) for n in range(40)]
    heights = decoration(facts(*many))

    assert len(heights) == 12
    assert heights == tuple(sorted(set(heights)))
    assert heights[-1] == 1.0
    assert decoration(facts(*many[:3])) == ()
    assert decoration(facts(*(row("score", year, "c") for year in YEARS))) == ()
