"""The lists of figures and tables stand last, and only where there is something to list."""

from __future__ import annotations

from reportgen.compose.lists import FEWEST, lists
from reportgen.document import Caption, Chart, Contents, PageBreak, Table, Text
from tests.invented import chart
from tests.reading import words


def table(id: str) -> Table:
    return Table(Caption("Table", (Text(id),)), (), (), id)


def charts(count: int) -> list[Chart]:
    return [chart(f"c{n}") for n in range(count)]


def tables(count: int) -> list[Table]:
    return [table(f"t{n}") for n in range(count)]


def test_figures_come_before_tables_under_one_heading_on_a_page_of_their_own() -> None:
    page, title, *found = lists([*charts(FEWEST), *tables(FEWEST)])
    figures, first, tables_, second = found

    assert isinstance(page, PageBreak)
    assert words(title) == "List of figures and tables"
    assert (words(figures), words(tables_)) == ("Figures", "Tables")
    assert (first, second) == (Contents("", of="figures"), Contents("", of="tables"))


def test_a_handful_is_not_listed() -> None:
    _, title, *found = lists([*charts(FEWEST - 1), *tables(FEWEST)])

    assert words(title) == "List of tables"
    assert found == [Contents("", of="tables")]
    assert lists([*charts(FEWEST - 1), *tables(FEWEST - 1)]) == []
