"""Made-up figures turned into the charts and tables of the report in `sample`."""

from __future__ import annotations

from decimal import Decimal

from reportgen.area import Area
from reportgen.document import (
    Band,
    Bullets,
    Caption,
    Chart,
    Column,
    Item,
    Number,
    Paragraph,
    Point,
    Reference,
    Row,
    Series,
    Table,
    TableCell,
    Text,
)
from reportgen.facts import Cell, Missing, Observation
from reportgen.measures import EVERYONE, Measure, Unit
from reportgen.period import PeriodKind, read_period

YEARS = ("2017/18", "2018/19", "2019/20", "2020/21")
OURS = Area("E06000000", "Westshire")
ENGLAND = Area("E92000001", "England")
POINTS = Unit("points", noun="points", noun_one="point")
SCORE = Measure("attainment_8", "Attainment 8", "average Attainment 8 score", POINTS, "mean", 1)


def number(value: str, area: Area = OURS, year: str = "2020/21", row: int = 2) -> Number:
    """Return a figure of the made-up report."""
    period = read_period(year, PeriodKind.ACADEMIC)
    cell = Cell("figures/attainment.csv", row, "value")
    return Number(Observation(SCORE, area, period, EVERYONE, Decimal(value), cell))


def words(text: str) -> tuple[Text]:
    """Return a text as inlines."""
    return (Text(text),)


def line_chart() -> Chart:
    """Return a chart over time, with a break, a band, hollow points and a missing value."""
    ours = ("55.0", "55.1", "58.0", "59.0")
    neighbours = ("49.4", "49.1", "52.3", "53.3")
    england = ("46.6", "46.7", None, "50.9")
    hollow = (False, False, True, True)

    def series(name: str, role: str, values: tuple[str | None, ...]) -> Series:
        points = tuple(
            Point(number(value, year=year) if value else Missing.NOT_AVAILABLE, mark)
            for value, year, mark in zip(values, YEARS, hollow, strict=True)
        )
        return Series(name, points, role)  # type: ignore[arg-type]

    return Chart(
        kind="line",
        caption=Caption(
            "Figure",
            words("Pupils in Westshire scored above England and similar areas every year"),
            1,
            words("Average Attainment 8 score at the end of key stage 4, 2017/18 to 2020/21"),
        ),
        categories=YEARS,
        series=(
            series("Westshire", "ours", ours),
            series("Statistical neighbours", "neighbours", neighbours),
            series("England", "england", england),
        ),
        id="attainment.trend",
        alt="Line chart. Westshire rose from 55.0 to 59.0; England from 46.6 to 50.9.",
        joined=(True, False, False),
        bands=(Band(2, 3, "grades awarded differently"),),
        notes=(words("Grades were awarded differently in 2020 and 2021."),),
        source=words("Source: Department for Education, Key stage 4 performance."),
        tables=(Reference("attainment.by_sex", "Table 1"),),
    )


def bar_chart() -> Chart:
    """Return a chart of groups, with a value that was withheld."""
    names = ("SEN support", "Disadvantaged", "Free school meals", "EHC plan")
    ours: tuple[str | None, ...] = ("46.1", "40.8", "39.6", None)
    england = ("36.7", "40.3", "39.1", "15.7")
    return Chart(
        kind="bars",
        caption=Caption(
            "Figure",
            words("The lead was widest for pupils with SEN support"),
            2,
            words("Average Attainment 8 score by pupil group, 2020/21"),
        ),
        categories=names,
        series=(
            Series(
                "Westshire",
                tuple(Point(number(v) if v else Missing.SUPPRESSED) for v in ours),
                "ours",
            ),
            Series("England", tuple(Point(number(v, ENGLAND)) for v in england), "england"),
        ),
        id="attainment.groups",
        alt="Bar chart. SEN support: Westshire 46.1, England 36.7.",
        source=words("Source: Department for Education, Key stage 4 performance."),
    )


def column_chart() -> Chart:
    """Return a chart of a few dates."""
    values = ("734", "812", "903")
    return Chart(
        kind="columns",
        caption=Caption("Figure", words("More children are taught at home"), 3),
        categories=("March 2020", "October 2020", "October 2021"),
        series=(Series("Westshire", tuple(Point(number(v)) for v in values), "ours"),),
        id="ehe.counts",
        alt="Column chart. 734 children in March 2020, 903 in October 2021.",
    )


def data_table() -> Table:
    """Return a table of numbers with a total and a withheld value."""
    rows = [("Girls", "60.2", "51.9"), ("Boys", "57.8", "49.1"), ("All pupils", "59.0", "50.9")]
    return Table(
        caption=Caption("Table", words("Attainment 8 score by sex"), 1, words("Points, 2020/21")),
        columns=(
            Column(words("Pupils"), "left", 1.0),
            Column(words("Westshire"), "right", 1.0),
            Column(words("England"), "right", 1.0),
        ),
        rows=tuple(
            Row(
                (
                    TableCell.of(Text(name)),
                    TableCell.of(number(ours)),
                    TableCell.of(number(england, ENGLAND)),
                ),
                total=name == "All pupils",
            )
            for name, ours, england in rows
        ),
        id="attainment.by_sex",
        notes=(words("[c] withheld to protect confidentiality."),),
        source=words("Source: Department for Education, Key stage 4 performance."),
        summary="Attainment 8 score of girls, boys and all pupils in Westshire and England.",
    )


def plan_table() -> Table:
    """Return a plan: cells of several paragraphs, a list, and an empty cell."""
    tasks = Bullets((Item(words("train champions")), Item(words("share what works"))), ordered=True)
    first = Row(
        (
            TableCell((Paragraph(words("Train school-based champions in every school.")), tasks)),
            TableCell.of(Text("Better results for disadvantaged pupils in summer 2022.")),
            TableCell.of(Text("2021/22")),
        )
    )
    second = Row(
        (
            TableCell(
                (
                    Paragraph(words("Agree the practice that works best with headteachers.")),
                    Paragraph(words("Develop early help with partners.")),
                )
            ),
            TableCell((Bullets((Item(words("a shared strategy")), Item(words("one plan")))),)),
            TableCell(()),
        )
    )
    return Table(
        caption=Caption("Table", words("What we will do, what it should achieve and when"), 2),
        columns=(
            Column(words("What we will do"), width=3.0),
            Column(words("What this should achieve"), width=2.4),
            Column(words("When"), width=1.0),
        ),
        rows=(first, second),
        id="attainment.plan",
        summary="Actions, what each should achieve and when.",
        row_headers=False,
    )


def wide_table() -> Table:
    """Return a table too wide for an upright page, long enough to go on to a second one."""
    columns = tuple(
        Column(words(name), "right" if place else "left", 1.0)
        for place, name in enumerate(("School type", *YEARS, "Change", "England"))
    )
    rows = tuple(
        Row(
            (
                TableCell.of(Text(f"Type {n}")),
                *(TableCell.of(number(str(40 + n + m))) for m in range(6)),
            )
        )
        for n in range(1, 41)
    )
    caption = Caption("Table", words("Scores by type of school"), 3)
    return Table(caption, columns, rows, "attainment.types", summary="Scores by type.", wide=True)
