"""Blocks of every kind turned into a made-up report, for the tests of the Word draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from reportgen.compose.committee import number_paragraphs
from reportgen.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Item,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Text,
    Tile,
)
from reportgen.theme import Theme, read_theme
from tests.formats.word.exhibits import (
    ENGLAND,
    bar_chart,
    column_chart,
    data_table,
    line_chart,
    number,
    plan_table,
    wide_table,
    words,
)

ASSETS = Path(__file__).parents[3] / "assets"
LISTS = "Lists of figures and tables"


def theme() -> Theme:
    """Return the project's own theme."""
    return read_theme(ASSETS / "theme.toml")


def tiles() -> KeyFigures:
    """Return five key figures, so that the last row is not full."""
    return KeyFigures(
        tuple(
            Tile(number(value), words(what), words(beside))
            for value, what, beside in (
                ("59.0", "Attainment 8 score, all pupils, 2021", "England 50.9, neighbours 53.3"),
                ("90", "of inspected schools good or outstanding", "209 of 233, 31 August 2021"),
                ("903", "children educated at home", "31 October 2021; 734 in March 2020"),
                ("0.03", "permanent exclusion rate, 2019/20", "England 0.06; 29 exclusions"),
                ("1.18", "primary suspension rate, 2019/20", ""),
            )
        ),
        "glance.figures",
    )


def callouts() -> tuple[Callout, ...]:
    """Return a callout of each kind, with a list and several paragraphs."""
    scored = (Text("Attainment 8 was above England ("), number("59.0"), Text(" points)."))
    return (
        Callout("strength", (Paragraph(scored),), "glance.strength.1", "Attainment"),
        Callout(
            "strength",
            (
                Paragraph(words("Suspensions were below England for three years:")),
                Bullets((Item(words("in primary schools")), Item(words("in secondary schools")))),
            ),
            "glance.strength.2",
            "Strengths",
        ),
        Callout(
            "development",
            (
                Paragraph(words("Primary schools suspended pupils more often than England.")),
                Paragraph(words("This rests on 85 pupils.")),
            ),
            "glance.development.1",
            "Exclusions",
        ),
    )


def blocks() -> tuple[Block, ...]:
    """Return the blocks of the made-up report."""
    inner = Bullets((Item(words("a list inside a list")),))
    site = Link(words("the department’s statistics"), "https://www.gov.uk/education-statistics")
    return (
        FrontSheet(
            (
                ("Committee", words("Children’s and Education Select Committee")),
                ("Date", words("18 November 2021")),
                ("Report of", words("Service Director, Education")),
                ("Status", words("Draft")),
            ),
            (0.3, 0.4, 0.5, 0.7, 0.8, 1.0),
        ),
        Contents(),
        PageBreak(),
        Heading(1, words("At a glance"), "glance"),
        tiles(),
        Heading(2, words("What is going well"), "glance.strengths"),
        *callouts()[:2],
        Heading(2, words("What needs to improve"), "glance.developments"),
        callouts()[2],
        PageBreak(),
        Heading(1, words("Attainment"), "attainment", "1"),
        Callout(
            "notice",
            (Paragraph(words("There were no exams in 2020 and 2021. Do not compare years.")),),
            "attainment.notice",
            "How to read this chapter",
        ),
        Paragraph(words("Results were strong."), "attainment.lead", "lead"),
        Paragraph(
            (
                Text("Pupils scored "),
                number("59.0"),
                Text(" points ("),
                Reference("attainment.trend", "Figure 1"),
                Text("), "),
                Strong((Text("above "), number("50.9", ENGLAND))),
                Text(" in England. See "),
                site,
                Text("."),
            ),
            "attainment.text",
        ),
        line_chart(),
        bar_chart(),
        Heading(2, words("By sex"), "attainment.sex"),
        data_table(),
        Heading(3, words("What officers say"), "attainment.officers"),
        Bullets((Item(words("first"), inner), Item(words("second"))), "attainment.list"),
        Bullets((Item(words("count")), Item(words("again"))), "attainment.steps", ordered=True),
        Paragraph(words("Figures are provisional."), "attainment.small", "small"),
        column_chart(),
        Heading(2, words("Action plan: attainment"), "attainment.plan_heading"),
        plan_table(),
        Heading(2, words("By type of school"), "attainment.types_heading"),
        wide_table(),
        PageBreak(),
        Heading(1, words("After the wide table"), "after", "2"),
        Paragraph(words("The page is upright again."), "after.text"),
        PageBreak(),
        Heading(1, words(LISTS), "lists"),
        Heading(2, words("Figures"), "lists.figures"),
        Contents("", of="figures"),
        Heading(2, words("Tables"), "lists.tables"),
        Contents("", of="tables"),
    )


def document(draft: bool = False) -> Document:
    """Return the made-up report."""
    return Document(
        title="Education standards report",
        subtitle="Outcomes for children and young people, 2020 and 2021",
        organisation="Westshire Council",
        date=date(2021, 11, 18),
        blocks=blocks(),
        subject="Education outcomes",
        draft=draft,
    )


def paper(report: Document) -> Document:
    """Return a report as the appendix of a committee paper, its paragraphs counted."""
    front, *rest = report.blocks
    covering: tuple[Block, ...] = (
        Heading(1, words("Covering report"), "covering"),
        Heading(2, words("Executive summary"), "covering.1", "1."),
        Paragraph(words("Results were strong."), "covering.summary"),
        Paragraph(words("Two groups need help."), "covering.groups"),
        Heading(2, words("Recommendations"), "covering.2", "2."),
        Paragraph(words("The committee is asked to note the report."), "covering.note"),
        PageBreak(),
        Heading(1, words("Appendix A"), "covering.appendix"),
    )
    counted = [
        replace(block, number=f"A{block.number}.")
        if isinstance(block, Heading) and block.number
        else block
        for block in rest
    ]
    blocks = tuple(number_paragraphs((front, *covering, *counted)))
    return replace(report, blocks=blocks, profile="committee")
