"""What is refused, with every place that is at fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import (
    Block,
    Callout,
    Chart,
    Heading,
    Link,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    TableCell,
    Text,
)
from reportgen.errors import RenderError
from reportgen.formats.pdf import write_pdf
from reportgen.theme import Theme

Refused = Callable[..., str]


@pytest.fixture
def refused(sample: ModuleType, theme: Theme, assets: Path) -> Refused:
    """What is said when some blocks are written."""

    def write(*blocks: Block) -> str:
        with pytest.raises(RenderError) as caught:
            write_pdf(sample.document(*blocks), theme, assets)
        return str(caught.value)

    return write


def heading(level: int, words: str = "A heading") -> Heading:
    return Heading(level, (Text(words),), f"h{level}")  # type: ignore[arg-type]


def test_a_heading_that_skips_a_level_is_refused(refused: Refused) -> None:
    assert "“h3”: a heading of level 3 follows one of level 1" in refused(heading(1), heading(3))


def test_a_first_heading_of_level_two_is_refused(refused: Refused) -> None:
    assert "“h2”: a heading of level 2 follows one of level 0" in refused(heading(2))


def test_a_heading_without_words_is_refused(refused: Refused) -> None:
    assert "a heading has no words" in refused(heading(1, " "))


def test_a_chart_without_words_is_refused(refused: Refused, sample: ModuleType) -> None:
    chart: Chart = replace(sample.chart(), alt=" ")
    assert "“trend”: a chart has no words" in refused(chart)


def test_a_row_that_does_not_fit_its_columns_is_refused(
    refused: Refused, sample: ModuleType
) -> None:
    table: Table = sample.table()
    short = replace(table, rows=(*table.rows, Row((TableCell(()),))))
    assert "“by_sex”: row 4 of a table has 1 cells under 3 headings" in refused(short)


def test_a_reference_to_nothing_is_refused(refused: Refused) -> None:
    said = refused(Paragraph((Reference("nowhere", "Figure 9"),), "p"))
    assert "“p”: “Figure 9” refers to “nowhere”, which is not in the report" in said


def test_two_blocks_of_one_id_are_refused(refused: Refused, sample: ModuleType) -> None:
    assert "“trend”: two blocks have this id" in refused(sample.chart(), sample.chart())


def test_a_character_that_no_typeface_has_is_refused_with_its_place(refused: Refused) -> None:
    inner = Paragraph((Link((Text("北京 school"),), "https://example.org"),))
    said = refused(Callout("notice", (inner,), "the.notice"))
    assert "“the.notice”: no typeface has the character “北” (U+5317) of “北京 school”" in said
    assert "U+4EAC" in said


@pytest.mark.parametrize("char", ["\0", "\a", "\x1b", "\x7f", "\uffff", "\uef00", "\ud800"])
def test_a_character_that_means_nothing_is_refused(char: str, refused: Refused) -> None:
    said = refused(Paragraph((Text(f"a{char}b"),), "p"))
    assert f"“p”: no typeface has the character “{char}” (U+{ord(char):04X})" in said


@pytest.mark.parametrize("words", ["", " ", "\xa0", "\u200b"])
def test_a_link_without_words_is_refused(words: str, refused: Refused) -> None:
    link = Link((Strong((Text(words),)),), "https://example.org")
    assert "“p”: a link has no words" in refused(Paragraph((Text("See "), link), "p"))
    reference = Reference("p", words)
    assert "“p”: a link has no words" in refused(Paragraph((Text("See "), reference), "p"))


def test_a_script_that_runs_from_right_to_left_is_refused(refused: Refused) -> None:
    said = refused(Paragraph((Text("محمد"),), "p"))
    assert "cannot be set in its own order" in said


@pytest.mark.parametrize("part", ["title", "subtitle", "organisation"])
def test_a_script_that_cannot_be_set_is_refused_by_the_setting_that_has_it(
    part: str, sample: ModuleType, theme: Theme, assets: Path
) -> None:
    document = replace(sample.document(), **{part: "Report محمد"})
    with pytest.raises(RenderError, match=f"the {part} in report.toml: .*\n?.*Latin letters"):
        write_pdf(document, theme, assets)


def test_a_name_drawn_in_a_chart_is_looked_at_too(refused: Refused, sample: ModuleType) -> None:
    chart: Chart = replace(sample.chart(), categories=("2017/18", "北", "2019/20", "2020/21"))
    assert "“trend”: no typeface has the character “北”" in refused(chart)


def test_all_problems_are_told_at_once(refused: Refused) -> None:
    said = refused(
        heading(2), Paragraph((Text("北"),), "p"), Paragraph((Reference("x", "y"),), "q")
    )
    assert len(said.split("“h2”")) == len(said.split("“p”")) == len(said.split("“q”")) == 2


def test_a_document_without_a_title_is_refused(
    sample: ModuleType, theme: Theme, assets: Path
) -> None:
    with pytest.raises(RenderError, match="the document has no title"):
        write_pdf(replace(sample.document(), title=" "), theme, assets)


def test_a_missing_typeface_is_refused_by_name(
    sample: ModuleType, theme: Theme, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=r"Arimo-Regular\.ttf: this typeface cannot be read"):
        write_pdf(sample.document(), theme, tmp_path)
