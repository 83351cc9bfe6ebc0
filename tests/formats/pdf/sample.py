"""A made-up report with every kind of block."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.area import Area
from reportgen.document import (
    Band,
    Block,
    Bullets,
    Callout,
    Caption,
    Chart,
    Column,
    Contents,
    Document,
    FrontSheet,
    Heading,
    Item,
    KeyFigures,
    Link,
    Number,
    PageBreak,
    Paragraph,
    Point,
    Reference,
    Row,
    Series,
    Strong,
    Table,
    TableCell,
    Text,
    Tile,
)
from reportgen.facts import Cell, Missing, Observation
from reportgen.measures import EVERYONE, Measure, Unit
from reportgen.period import PeriodKind, read_period

YEARS = ("2017/18", "2018/19", "2019/20", "2020/21")
OURS, ENGLAND = Area("E06000000", "Westshire"), Area("E92000001", "England")
POINTS = Unit("points", noun="points", noun_one="point")
POUNDS = Unit("pounds", before="£")
SCORE = Measure("attainment_8", "Attainment 8", "average Attainment 8 score", POINTS, "mean", 1)
SPENT = Measure("spent", "Spending", "spending", POUNDS, "count")
LONG = (
    "Pupils in Westshire did better than pupils in similar areas and in England as a whole in each "
    "of the last three years, and the difference grew a little every year until schools closed. "
)


def number(value: str, year: str = "2020/21", measure: Measure = SCORE) -> Number:
    """Return a figure."""
    cell = Cell("figures/attainment.csv", 2, "value")
    period = read_period(year, PeriodKind.ACADEMIC)
    return Number(Observation(measure, OURS, period, EVERYONE, Decimal(value), cell))


def words(text: str) -> tuple[Text]:
    """Return a text as inlines."""
    return (Text(text),)


def paragraph(text: str = LONG, id: str = "") -> Paragraph:
    """Return a paragraph."""
    return Paragraph(words(text), id)


def chart(id: str = "trend", count: int = 1) -> Chart:
    """Return a chart over time with a break, a band and hollow points."""
    values = {
        "Westshire": ("55.0", "55.1", "58.0", "59.0"),
        "England": ("46.6", "46.7", "", "50.9"),
    }
    series = tuple(
        Series(
            name,
            tuple(
                Point(number(value, year) if value else Missing.NOT_AVAILABLE, hollow=place > 1)
                for place, (value, year) in enumerate(zip(line, YEARS, strict=True))
            ),
            "ours" if name == "Westshire" else "england",
        )
        for name, line in values.items()
    )
    title = words("Pupils in Westshire scored above England every year")
    return Chart(
        "line",
        Caption("Figure", title, count, words("Average score, 2017/18 to 2020/21")),
        YEARS,
        series,
        id,
        alt="Line chart. Westshire rose from 55.0 to 59.0; England from 46.6 to 50.9.",
        joined=(True, False, False),
        bands=(Band(2, 3, "grades awarded differently"),),
        notes=(words("Grades were awarded differently in 2020 and 2021."),),
        source=words("Department for Education, Key stage 4 performance."),
    )


def table(id: str = "by_sex", count: int = 1, rows: int = 3, wide: bool = False) -> Table:
    """Return a table of numbers with a total."""
    body = [
        Row(
            (
                TableCell.of(Text(f"School {n}")),
                TableCell.of(number(str(40 + n % 30))),
                TableCell.of(number(str(50 - n % 20))),
            ),
            total=n == rows,
        )
        for n in range(1, rows + 1)
    ]
    return Table(
        Caption("Table", words("Attainment 8 by school"), count, words("Points, 2020/21")),
        (
            Column(words("School")),
            Column(words("Westshire"), "right"),
            Column(words("England"), "right"),
        ),
        tuple(body),
        id,
        notes=(words("[c] withheld to protect confidentiality."),),
        source=words("Source: Department for Education."),
        summary="The score of each school beside that of England.",
        wide=wide,
    )


def plan(id: str = "plan", count: int = 2) -> Table:
    """Return a plan: cells of several paragraphs and lists, and an empty cell."""
    tasks = Bullets((Item(words("train champions")), Item(words("share what works"))), ordered=True)
    rows = (
        Row(
            (
                TableCell((paragraph("Train champions in every school."), tasks)),
                TableCell.of(Text("Better results in summer 2022.")),
                TableCell.of(Text("2021/22")),
            )
        ),
        Row(
            (
                TableCell((paragraph("Agree what works."), paragraph("Develop early help."))),
                TableCell((Bullets((Item(words("one plan")),)),)),
                TableCell(()),
            )
        ),
    )
    columns = (
        Column(words("What we will do"), width=3),
        Column(words("What this should achieve"), width=2.4),
        Column(words("When")),
    )
    caption = Caption("Table", words("What we will do, what it should achieve and when"), count)
    return Table(caption, columns, rows, id, summary="Actions.", row_headers=False)


def tiles(id: str = "glance.figures") -> KeyFigures:
    """Return key figures that do not fill their last row."""
    return KeyFigures(
        (
            Tile(number("59.0"), words("Attainment 8 score"), words("England 50.9")),
            Tile(number("903"), words("children educated at home")),
            Tile(number("2251340", measure=SPENT), words("spent on vouchers"), words("2020/21")),
            Tile(number("1.2"), words("suspension rate"), words("England 1.0")),
        ),
        id,
    )


def callouts(id: str = "glance") -> tuple[Callout, ...]:
    """Return a callout of each kind."""
    scored = (Text("Attainment 8 was above England ("), number("59.0"), Text(")."))
    listed = Bullets((Item(words("in primary schools")), Item(words("in secondary schools"))))
    return (
        Callout("strength", (Paragraph(scored),), f"{id}.strength", "Attainment"),
        Callout("development", (paragraph("Suspensions rose:"), listed), f"{id}.development"),
        Callout("notice", (paragraph(), listed), f"{id}.notice", "How to read this chapter"),
    )


def bullets(id: str = "", ordered: bool = False) -> Bullets:
    """Return a list with a list in it, and one in that."""
    deepest = Bullets((Item(words("a third level")),))
    inner = Bullets(
        (Item(words("a second level"), deepest), Item(words(LONG))), ordered=not ordered
    )
    return Bullets((Item(words("first"), inner), Item(words("second"))), id, ordered)


def linked() -> Paragraph:
    """Return a paragraph with a reference and with a link that runs over several lines."""
    site = Link(
        (
            Text("the department’s statistics, "),
            Strong(words("published every year")),
            Text(" " + LONG),
        ),
        "https://www.gov.uk/education-statistics",
    )
    return Paragraph(
        (
            Text("Pupils scored "),
            number("59.0"),
            Text(" ("),
            Reference("trend", "Figure 1"),
            Text("), "),
            Strong((Text("above "), number("50.9"))),
            Text(" in England. See "),
            site,
            Text("."),
        )
    )


def front_sheet() -> FrontSheet:
    """Return a cover with facts and bars."""
    fields = (
        ("Committee", words("Children’s and Education Select Committee")),
        ("Date", words("18 November 2021")),
        ("Report of", words("Service Director, Education")),
    )
    return FrontSheet(fields, (0.3, 0.4, 0.5, 0.7, 0.8, 1.0))


def blocks() -> tuple[Block, ...]:
    """Return a block of every kind."""
    return (
        front_sheet(),
        Contents(),
        PageBreak(),
        Heading(1, words("At a glance"), "glance"),
        tiles(),
        Heading(2, words("What is going well"), "glance.good"),
        *callouts()[:1],
        Heading(2, words("What needs to improve"), "glance.bad"),
        *callouts()[1:2],
        PageBreak(),
        Heading(1, words("Attainment"), "attainment", "1"),
        callouts()[2],
        Paragraph(words("Results were strong."), "attainment.lead", "lead"),
        linked(),
        chart(),
        Heading(2, words("By school"), "attainment.schools"),
        table(),
        Heading(3, words("What officers say"), "attainment.officers"),
        bullets("attainment.list"),
        bullets("attainment.steps", ordered=True),
        Paragraph(words("Figures are provisional."), "attainment.small", "small"),
        Heading(2, words("Action plan"), "attainment.plan"),
        plan(),
        Heading(2, words("Every school"), "attainment.every"),
        table("every", 3, 60, wide=True),
        Heading(1, words("After the wide table"), "after", "2"),
        paragraph(),
    )


def document(*own: Block, draft: bool = False) -> Document:
    """Return a report of some blocks, or of one of every kind."""
    return Document(
        "Education standards report",
        "Outcomes for children and young people, 2020 and 2021",
        "Westshire Council",
        date(2021, 11, 18),
        own or blocks(),
        subject="Education outcomes",
        draft=draft,
    )
