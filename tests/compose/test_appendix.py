"""The figures in full: each figure of the report is readable somewhere, and no table is in part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.area import Area
from reportgen.compose import compose
from reportgen.document import Chart, Document, Number, Table, Text, numbers_in, plain
from reportgen.facts import Observation
from reportgen.measures import EVERYONE, Group
from reportgen.section import Part, bars, figures_table, trend
from tests.invented import (
    ENGLAND,
    MEAN,
    NEAR,
    OURS,
    REGION,
    chapter,
    facts,
    report,
    row,
    when,
)
from tests.reading import grid, headings, title, under

GIRLS, BOYS = Group.of(sex="girls"), Group.of(sex="boys")
PLACES = st.sampled_from([OURS, ENGLAND, REGION, MEAN, *NEAR, Area("E06000999", "Elsewhere")])
GROUPS = st.sampled_from(
    [{}, {"sex": "girls"}, {"sex": "boys"}, {"need": "plan"}, {"need": "plan", "sex": "boys"}]
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["score", "absence", "roll"]),
        st.sampled_from(["2019/20", "2020/21", "2021-01-21", ""]),
        st.one_of(st.integers(0, 99), st.sampled_from("cz")),
        PLACES,
        GROUPS,
    ),
    max_size=25,
    unique_by=lambda r: (r[0], r[1], r[3].code, tuple(r[4].items())),
)


def of(*rows: Observation, parts: tuple[Part, ...] = (), **settings: object) -> Document:
    return compose(report(facts(*rows), chapter("Home", *parts), **settings))


def in_full(document: Document) -> list[Table]:
    return [
        block
        for block in document.blocks
        if isinstance(block, Table) and block.id.startswith("appendix.")
    ]


def readable(document: Document) -> Iterator[Number]:
    """Every figure that is not only in a picture."""
    text = tuple(block for block in document.blocks if not isinstance(block, Chart))
    yield from numbers_in(text)


@settings(max_examples=60)
@given(ROWS)
def test_every_figure_is_readable_somewhere(rows: list[tuple]) -> None:  # type: ignore[type-arg]
    known = facts(*(row(*cells, **group) for *cells, group in rows))
    parts = (
        trend(known, "score"),
        bars(known, "roll", when("2020/21"), by="sex"),
        figures_table(known, "roll", when("2020/21"), "sex"),
    )
    document = compose(report(known, chapter("Home", *parts)))
    shown = {cell for number in readable(document) for cell in number.fact.cells}

    # The neighbours' own figures are read in their mean, which stands before one given ready made.
    single = {o.cell for o in known.observations if o.area not in (*NEAR, MEAN)}
    assert single <= shown
    assert all(
        len(line) == len(table[0]) for table in map(grid, in_full(document)) for line in table
    )


def test_a_table_in_full_has_every_area_and_the_pupils_behind_ours() -> None:
    (table,) = in_full(
        of(
            row("score", "2019/20", 58, cohort=5981),
            row("score", "2020/21", 59, cohort=6070),
            row("score", "2020/21", 51, "england"),
            row("score", "2019/20", "c", "region"),
            row("score", "2020/21", "53.25", MEAN),
        )
    )

    assert title(table) == "Average score"
    assert grid(table) == [
        [
            "Period",
            "Ourshire",
            "Statistical neighbours",
            "Mid England",
            "England",
            "Pupils in Ourshire",
        ],
        ["2019/20", "58.0", "[x]", "[c]", "[x]", "5,981"],
        ["2020/21", "59.0", "53.3", "[x]", "51.0", "6,070"],
    ]
    assert under(table)[-3:] == [
        "[c] withheld to protect confidentiality.",
        "[x] not available.",
        "Source: Office of Invention, Figures.",
    ]


def test_groups_stand_in_printed_order_beside_everyone_with_the_finer_decimals() -> None:
    (table,) = in_full(
        of(
            row("score", "2020/21", 57, sex="boys"),
            row("score", "2020/21", 61, sex="girls"),
            row("score", "2020/21", 59),
        )
    )

    assert title(table) == "Average score by sex"
    assert grid(table)[1:] == [
        ["2020/21", "Girls", "61.00"],
        ["2020/21", "Boys", "57.00"],
        ["2020/21", "All pupils", "59.00"],
    ]


def test_everyone_stands_among_the_groups_where_a_chart_draws_them_in_finer_decimals() -> None:
    years = ("2018/19", "2019/20", "2020/21")
    rows = [row("score", year, "59.123") for year in years]
    rows += [row("score", "2020/21", n, sex=sex) for sex, n in (("girls", 61), ("boys", 57))]
    known = facts(*rows)
    drawn = bars(known, "score", when("2020/21"), groups=(GIRLS, BOYS, EVERYONE))
    whole, divided = in_full(of(*rows, parts=(drawn,)))

    assert [line[-1] for line in grid(whole)[1:]] == ["59.1", "59.1", "59.1"]
    assert grid(divided)[1:] == [
        ["2020/21", "Girls", "61.00"],
        ["2020/21", "Boys", "57.00"],
        ["2020/21", "All pupils", "59.12"],
    ]


def test_groups_of_two_dimensions_have_a_column_for_each() -> None:
    (table,) = in_full(of(row("roll", "", 9, need="plan", sex="girls")))

    assert grid(table) == [
        ["Period", "Special educational needs", "Sex", "Ourshire"],
        ["No date", "EHC plan", "Girls", "9"],
    ]


def test_a_figure_that_a_table_of_the_chapter_shows_is_not_shown_again() -> None:
    rows = [row("roll", "2020/21", 9, sex="girls"), row("roll", "2020/21", 8, sex="boys")]
    known = facts(*rows)
    shown = figures_table(known, "roll", when("2020/21"), "sex")

    assert in_full(of(*rows, parts=(shown,))) == []
    assert "Figures in full" not in headings(of(*rows, parts=(shown,)))


def test_a_figure_of_a_chart_alone_is_shown_in_full() -> None:
    rows = [row("score", year, 50) for year in ("2019/20", "2020/21")]
    document = of(*rows, parts=(trend(facts(*rows), "score"),))

    assert headings(document)[-1] == "Figures in full"
    assert len(in_full(document)) == 1


def test_with_one_figure_unread_the_others_of_its_table_stand_beside_it() -> None:
    rows = [row("roll", "2020/21", n, sex=sex) for sex, n in (("girls", 9), ("boys", 8))]
    later = row("roll", "2021/22", 7, sex="girls")
    shown = figures_table(facts(*rows), "roll", when("2020/21"), "sex")
    (table,) = in_full(of(*rows, later, parts=(shown,)))

    assert [line[0] for line in grid(table)[1:]] == ["2020/21", "2021/22", "2020/21"]


@pytest.mark.parametrize("order", [1, -1])
def test_tables_stand_in_the_order_of_chapters_then_of_the_dictionary(order: int) -> None:
    rows = [row(name, "2020/21", 9) for name in ("score", "absence", "roll", "given")]
    known = facts(*rows[::order])
    about = chapter("Home", trend(known, "roll"), uses=("roll",))
    tables = in_full(compose(report(known, about)))

    assert [table.id.split(".")[1] for table in tables] == ["roll", "score", "absence", "given"]


def test_a_report_may_do_without() -> None:
    assert in_full(of(row("score", "2020/21", 59), appendix=False)) == []


def test_the_words_under_the_heading_say_what_the_tables_are() -> None:
    document = of(row("score", "2020/21", 59))
    at = [plain(getattr(block, "inlines", ())) for block in document.blocks].index(
        "Figures in full"
    )

    assert document.blocks[at + 1].inlines[0] == Text(  # type: ignore[union-attr]
        "These are the figures behind the charts, and others that no table shows. They are given "
        "for every area that the chapters compare."
    )
