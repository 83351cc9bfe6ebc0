"""Charts that Word draws: the page's numbers behind them, and nothing that misleads."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from reportgen.document import Band, Chart, Point, Series
from reportgen.draw import picture
from reportgen.draw.strands import strands
from reportgen.formats.word import write_word
from reportgen.formats.word.chart_grid import Grid, grid, number_form
from reportgen.formats.word.chart_lines import axis_form, frame
from reportgen.formats.word.chart_marks import band_lines, tick_texts
from reportgen.formats.word.chart_workbook import workbook
from reportgen.formats.word.package import Package, read_package
from reportgen.formats.word.xml import tag
from reportgen.theme import Theme
from tests.draw import charts
from tests.formats.word import sample


def sheet(chart: Chart, theme: Theme) -> Grid:
    return grid(chart, strands(chart, theme))


def cells(chart: Chart, theme: Theme) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheet(chart, theme))))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def xml(package: Package, number: int) -> str:
    names = sorted((n for n in package.parts if n.startswith("word/charts/chart")), key=len)
    return package.parts[names[number - 2]].decode("utf-8")  # the cover is the first drawing


def test_the_sheet_behind_a_chart_holds_the_numbers_of_the_page_and_no_others(
    theme: Theme,
) -> None:
    assert cells(sample.bar_chart(), theme) == [
        [None, "Westshire", "England"],
        ["SEN support", 46.1, 36.7],
        ["Disadvantaged", 40.8, 40.3],
        ["Free school meals", 39.6, 39.1],
        ["EHC plan (Westshire [c])", None, 15.7],
    ]


def test_a_line_that_may_not_cross_a_break_is_several_columns(theme: Theme) -> None:
    rows = cells(sample.line_chart(), theme)
    assert rows[0][1:4] == ["Westshire, to 2018/19", "Westshire, to 2019/20", "Westshire"]
    assert [row[1] for row in rows[1:]] == [55.0, 55.1, None, None]
    assert [row[3] for row in rows[1:]] == [None, None, None, 59.0]


def test_a_value_that_is_missing_is_a_gap_and_never_a_zero(package: Package, theme: Theme) -> None:
    england = [c for c in sheet(sample.line_chart(), theme).columns if c.strand.role == "england"]
    assert all(column.values[2] is None for column in england)
    assert all('dispBlanksAs val="gap"' in xml(package, number) for number in (2, 3, 4))


def test_words_in_a_sheet_never_start_a_formula(theme: Theme) -> None:
    made = Grid(("=1+1",), (), "General")
    book = openpyxl.load_workbook(io.BytesIO(workbook(made)))
    assert book.active["A2"].data_type == "s"


def test_values_that_were_awarded_differently_have_hollow_markers(package: Package) -> None:
    assert xml(package, 2).count("<c:dPt>") == 5


def test_shaded_years_are_in_no_cell(package: Package, theme: Theme) -> None:
    assert "grades awarded differently" in xml(package, 2)
    assert "c:numLit" in xml(package, 2)
    said = [cell for row in cells(sample.line_chart(), theme) for cell in row]
    assert "grades awarded differently" not in said


def test_lines_are_named_at_their_ends_and_there_is_no_key(package: Package) -> None:
    assert "<c:legend>" not in xml(package, 2)
    assert xml(package, 2).count('showSerName val="1"') == 4


def test_bars_begin_at_zero(package: Package) -> None:
    assert '<c:min val="0"/>' in xml(package, 3)


def test_an_axis_that_is_shown_begins_at_a_round_number(theme: Theme, assets: Path) -> None:
    years = tuple(str(year) for year in range(1990, 2022))
    points = tuple(Point(sample.number(str(40 + n % 7))) for n in range(len(years)))
    chart = replace(
        sample.line_chart(),
        categories=years,
        series=(Series("Westshire", points, "ours"),),
        joined=(True,) * (len(years) - 1),
        bands=(),
    )
    around = frame(sheet(chart, theme), picture(chart, theme, 166, assets))
    assert around.step
    assert around.low % around.step == 0
    assert around.low <= 40
    assert around.high >= 46


def test_no_axis_is_shown_where_every_value_is_printed(theme: Theme, assets: Path) -> None:
    chart = sample.line_chart()
    around = frame(sheet(chart, theme), picture(chart, theme, 166, assets))
    assert around.step is None
    assert around.low < Decimal("46.6") < Decimal("59.0") < around.high


def test_colours_are_slots_of_the_theme(package: Package) -> None:
    used = set(re.findall(r'schemeClr val="(\w+)"', xml(package, 2)))
    assert {"accent1", "accent2", "accent6"} <= used


def test_the_language_of_a_chart_is_that_of_the_document(package: Package) -> None:
    assert '<c:lang val="en-GB"/>' in xml(package, 2)


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (("59.0", "5"), "#,##0.0"),
        (("90%", "85%"), '#,##0"%"'),
        (("£58,700",), '"£"#,##0'),
        (("£2.25m",), '"£"#,##0.00,,"m"'),
        (("+1.3", "−0.6"), '+#,##0.0;"−"#,##0.0;#,##0.0'),
        (("1.0", "−0.6"), '#,##0.0;"−"#,##0.0'),
    ],
)
def test_a_cell_is_written_as_the_page_writes_its_number(texts: tuple[str, ...], form: str) -> None:
    assert number_form(texts) == form


def test_the_ticks_of_an_axis_have_the_decimals_of_their_step() -> None:
    assert axis_form('#,##0.00"%"', Decimal(5)) == '#,##0"%"'
    assert axis_form("#,##0.00", Decimal("2.5")) == "#,##0.0"


def test_programs_that_do_not_draw_words_charts_find_a_picture_as_large_beside_each(
    package: Package,
) -> None:
    body = etree.fromstring(package.parts["word/document.xml"])
    pairs = [
        alternative
        for alternative in body.iter(tag("mc:AlternateContent"))
        if next(alternative.iter(tag("c:chart")), None) is not None
    ]
    assert len(pairs) == 3
    for choice, fallback in pairs:
        chart, shown = choice.find(f".//{tag('wp:inline')}"), fallback.find(f".//{tag('pic:pic')}")
        properties = [side.find(f".//{tag('wp:docPr')}") for side in (choice, fallback)]
        sizes = {e.get("cy") for side in (choice, fallback) for e in side.iter(tag("wp:extent"))}
        assert choice.get("Requires") == "wpi"
        assert choice.nsmap["wpi"]
        assert chart is not None
        assert shown is not None
        assert len({p.get("descr") for p in properties}) == len(sizes) == 1
        assert len({p.get("id") for p in properties}) == 2


def test_the_picture_beside_a_chart_holds_its_words_as_words(package: Package) -> None:
    names = sorted(name for name in package.parts if name.endswith(".svg"))
    pictures = [etree.fromstring(package.parts[name]) for name in names]
    said = [text.text for text in pictures[0].iter("{http://www.w3.org/2000/svg}text")]
    assert len(pictures) == 3
    assert {"55.0", "59.0", "Westshire", "England", "2018/19"} <= set(said)


def test_a_line_and_a_first_bar_are_named_after_their_value(package: Package) -> None:
    for number in (2, 3):
        chart = etree.fromstring(xml(package, number).encode())
        rich = chart.iter(tag("c:rich"))
        texts = ["".join(t.text or "" for t in label.iter(tag("a:t"))) for label in rich]
        assert any(re.fullmatch(r"[\d.]+  Westshire", text) for text in texts)
        assert all(fld.get("type") in ("VALUE", "SERIESNAME") for fld in chart.iter(tag("a:fld")))


def test_words_that_no_band_can_hold_are_in_a_key_under_the_chart(
    theme: Theme, assets: Path
) -> None:
    crowded = replace(
        sample.line_chart(), bands=(Band(2, 2, "Schools closed " * 8), Band(3, 3, "Open again"))
    )
    document = replace(sample.document(), blocks=(crowded,))
    package = read_package(write_word(document, theme, assets))
    chart = etree.fromstring(xml(package, 2).encode())
    (key,) = chart.iter(tag("c:legend"))
    assert key.find(tag("c:legendPos")).get("val") == "b"
    hidden = {entry.find(tag("c:idx")).get("val") for entry in key.iter(tag("c:legendEntry"))}
    lines = chart.find(f".//{tag('c:lineChart')}").iter(tag("c:ser"))
    assert hidden == {line.find(tag("c:idx")).get("val") for line in lines}
    bands = chart.find(f".//{tag('c:barChart')}")
    names = [name.text for name in bands.iter(tag("c:v")) if ": " in (name.text or "")]
    assert [name.split(": ")[0] for name in names] == ["A  2019/20", "B  2020/21"]
    inside = ["".join(mark.itertext()) for mark in bands.iter(tag("c:dLbl"))]
    assert [text.strip() for text in inside] == ["A", "B"]


def test_bands_of_one_cause_are_once_in_the_key_under_the_chart(theme: Theme, assets: Path) -> None:
    cause = "Schools closed " * 8
    crowded = replace(sample.line_chart(), bands=(Band(0, 0, cause), Band(3, 3, cause)))
    document = replace(sample.document(), blocks=(crowded,))
    package = read_package(write_word(document, theme, assets))
    chart = etree.fromstring(xml(package, 2).encode())
    (key,) = chart.iter(tag("c:legend"))
    hidden = {entry.find(tag("c:idx")).get("val") for entry in key.iter(tag("c:legendEntry"))}
    first, second = chart.find(f".//{tag('c:barChart')}").iter(tag("c:ser"))
    assert first.find(tag("c:idx")).get("val") not in hidden
    assert second.find(tag("c:idx")).get("val") in hidden
    assert first.find(f".//{tag('c:v')}").text.startswith("2017/18 and 2020/21: Schools closed")
    assert not list(first.iter(tag("c:dLbl")))


def test_the_words_of_a_band_are_in_the_lines_of_the_picture(theme: Theme, assets: Path) -> None:
    drawn = picture(sample.line_chart(), theme, 166, assets)
    (lines,) = band_lines(drawn)
    assert " ".join(lines) == "grades awarded differently"


def long_series() -> Chart:
    """Return a chart of eighteen years in which one line begins at a number of the axis."""
    years = tuple(f"{2006 + at}/{7 + at:02}" for at in range(18))
    lines = {"ours": 0.08, "neighbours": 0.10, "region": 0.13, "england": 0.12}
    swing = (0.0, 0.01, -0.03, -0.04, 0.02, -0.02)
    rows = (
        charts.series(role, [first + swing[at % 6] for at in range(18)], 2, charts.SHARE)
        for role, first in lines.items()
    )
    return charts.chart("line", years, *rows, joined=(True,) * 17)


def test_the_years_named_under_a_long_chart_are_as_far_apart_as_in_its_picture(
    theme: Theme, assets: Path
) -> None:
    document = replace(sample.document(), blocks=(long_series(), sample.line_chart()))
    package = read_package(write_word(document, theme, assets))
    long, short = (etree.fromstring(xml(package, number).encode()) for number in (2, 3))
    assert [skip.get("val") for skip in long.iter(tag("c:tickLblSkip"))] == ["3"]
    assert not list(short.iter(tag("c:tickLblSkip")))


def test_the_axis_of_a_chart_has_the_unit_that_its_picture_has(theme: Theme, assets: Path) -> None:
    chart = long_series()
    around = frame(sheet(chart, theme), picture(chart, theme, 166, assets))
    assert around.step
    assert around.form == '#,##0.00"%"'


def test_the_axis_of_a_chart_has_the_foot_and_the_steps_that_its_picture_has(
    theme: Theme, assets: Path
) -> None:
    years = tuple(str(2017 + at) for at in range(5))
    lines = {
        "ours": (94.0, 97.3, 95.0, 95.3, 95.7),
        "neighbours": (91.7, 92.3, 92.0, 92.8, 93.2),
        "region": (94.0, 93.6, 93.5, 94.9, 95.0),
        "england": (93.0, 92.7, 91.3, 92.4, 92.6),
    }
    rows = (charts.series(role, values, 1, charts.SHARE) for role, values in lines.items())
    chart = charts.chart("line", years, *rows, joined=(True,) * 4)
    drawn = picture(chart, theme, 166, assets)
    around = frame(sheet(chart, theme), drawn)
    assert around.step
    said = [f"{around.low + around.step * at:.0f}%" for at in range(len(tick_texts(drawn)))]
    assert said == tick_texts(drawn)
    assert around.height == pytest.approx(drawn.height, abs=0.1)


def test_no_first_value_lies_on_a_number_of_the_axis(theme: Theme, assets: Path) -> None:
    chart = long_series()
    drawn = picture(chart, theme, 166, assets)
    firsts = {name: said[0] for name, said in frame(sheet(chart, theme), drawn).said.items()}
    assert {name for name, how in firsts.items() if how.side == "l" and how.valued} == {
        "Westshire",
        "South East",
        "England",
    }
    assert not firsts["Statistical neighbours"].valued
