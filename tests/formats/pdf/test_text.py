"""How words become lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Inlines, Link, Strong, Text
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.passages import passage
from reportgen.formats.pdf.strips import Run
from reportgen.formats.pdf.styles import Style
from reportgen.formats.pdf.text import set_lines
from reportgen.formats.pdf.tree import Node

STYLE = Style(11, 15, "#000000")
FONTS = Fonts.read(Path(__file__).parents[3] / "assets" / "fonts", "Arimo")


Line = tuple[Run, ...]


def lines(inlines: Inlines, width: float, even: bool = False) -> list[Line]:
    said = passage(inlines, STYLE, "P", "#12436D")
    return set_lines(said.pieces, STYLE, FONTS, 0, width, even=even)


def text(found: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in found]


def end(line: Line) -> float:
    """Return where the last word of a line ends."""
    return line[-1].x + line[-1].font.width(line[-1].text.rstrip(" "), STYLE.size)


def test_a_space_stays_at_the_end_of_a_line() -> None:
    assert text(lines((Text("one two"),), 25)) == ["one ", "two"]


def test_a_compound_is_parted_after_its_hyphen_and_without_a_space() -> None:
    assert text(lines((Text("well-being"),), 40)) == ["well-", "being"]


def test_a_school_year_is_not_parted() -> None:
    assert text(lines((Text("in 2019/20"),), 45)) == ["in ", "2019/20"]


def test_words_that_touch_stay_together_across_bold() -> None:
    inlines = (Text("a ("), Strong((Text("bold"),)), Text(") b"))
    assert text(lines(inlines, 38)) == ["a ", "(bold) ", "b"]


def test_a_word_longer_than_a_line_is_cut_at_its_pauses() -> None:
    assert text(lines((Text("www.gov.uk/statistics"),), 70)) == ["www.gov.uk/", "statistics"]


def test_a_word_without_pauses_is_cut_where_the_line_is_full() -> None:
    found = lines((Text("x" * 100),), 60)
    assert "".join(text(found)) == "x" * 100
    assert all(end(line) <= 60.01 for line in found)


def test_a_number_keeps_its_unit_beside_it(sample: ModuleType) -> None:
    number = sample.number("9.0")
    with_unit = type(number)(number.fact, "unit")
    assert text(lines((Text("scored "), with_unit), 60)) == ["scored ", "9.0\xa0points"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("at the end of key stage 4", "stage\xa04"),
        ("who were in Year 11", "Year\xa011"),
        ("as is shown in Table 6", "Table\xa06"),
        ("measured by Attainment 8", "Attainment\xa08"),
    ],
)
def test_a_word_is_not_parted_from_the_number_it_goes_with(words: str, kept: str) -> None:
    width = FONTS.width(words, False, STYLE.size) - 1
    assert text(lines((Text(words),), width))[-1] == kept


def test_a_number_wider_than_its_line_is_not_cut() -> None:
    assert text(lines((Text("about 5,080 pupils"),), 20))[-2:] != ["0 ", "pupils"]
    assert "5,080 " in text(lines((Text("about 5,080 pupils"),), 20))


def test_a_heading_is_set_in_lines_of_like_length() -> None:
    words = (Text("Pupils scored above England every year"),)
    plain, even = lines(words, 170), lines(words, 170, even=True)
    assert len(plain) == len(even) == 2
    assert abs(end(even[0]) - end(even[1])) < abs(end(plain[0]) - end(plain[1]))


@pytest.mark.parametrize("first", [Text("Table X:"), Strong((Text("Table X:"),))])
def test_a_heading_is_not_cut_at_a_hyphen_where_it_need_not_be(first: Text | Strong) -> None:
    inlines = (first, Text(" Funded three- and four-year-olds at good or outstanding providers"))
    assert text(lines(inlines, 330, even=True)) == [
        "Table X: Funded three- and four-year-olds ",
        "at good or outstanding providers",
    ]
    compound = (Text("high-performing"),)
    assert text(lines(compound, 60, even=True)) == ["high-", "performing"]


def test_an_accent_written_apart_joins_its_letter() -> None:
    assert text(lines((Text("Cafe\u0301"),), 100)) == ["Café"]


def test_a_space_of_no_width_is_left_out() -> None:
    assert text(lines((Text("a\u200bb"),), 100)) == ["ab"]


def test_a_letter_of_another_script_is_set_in_the_face_that_has_it() -> None:
    (line,) = lines((Text("ქართ Georgia"),), 200)
    assert [run.font.name for run in line] == ["DejaVuSans", "Arimo-Regular"]


def test_a_link_is_one_element_though_part_of_it_is_bold() -> None:
    link = Link((Text("one "), Strong((Text("two"),))), "https://example.org")
    said = passage((Text("see "), link, Text(".")), STYLE, "P", "#12436D")
    assert [kid.kind if isinstance(kid, Node) else "leaf" for kid in said.kids] == [
        "leaf",
        "Link",
        "leaf",
    ]


@given(
    st.lists(st.text("abcdefghijk-/. ", min_size=1, max_size=30), min_size=1, max_size=8),
    st.floats(min_value=20, max_value=400),
)
def test_no_letter_is_lost_and_no_line_too_long(parts: list[str], width: float) -> None:
    inlines = tuple(Strong((Text(p),)) if n % 2 else Text(p) for n, p in enumerate(parts))
    found = lines(inlines, width)
    assert "".join(text(found)).replace(" ", "") == "".join(parts).replace(" ", "")
    assert all(end(line) <= width + 0.02 for line in found)


@pytest.mark.parametrize("width", [60.0, 100.0, 300.0])
def test_runs_stand_one_after_another(width: float) -> None:
    for line in lines((Text("some "), Strong((Text("words of "),)), Text("two weights")), width):
        for one, two in pairwise(line):
            assert one.x + one.font.width(one.text, one.size) == pytest.approx(two.x, abs=0.1)
