"""Page numbers are printed where they are known, and only there."""

from __future__ import annotations

from reportgen.formats.word.boxes import Box
from reportgen.formats.word.pages import known_pages, lay_out

PAGE = 700.0


def pages(*boxes: Box, height: float = PAGE) -> dict[str, int]:
    return dict(lay_out(boxes, height, 500.0))


def test_a_box_that_does_not_fit_goes_to_the_next_page() -> None:
    assert pages(Box(400, marks=("a",)), Box(400, marks=("b",))) == {"a": 1, "b": 2}


def test_the_space_between_two_boxes_is_the_larger_of_both() -> None:
    boxes = (Box(340, after=20), Box(340, before=20, marks=("b",)))
    assert pages(*boxes) == {"b": 1}
    assert pages(Box(340, after=21), Box(340, before=20, marks=("b",))) == {"b": 2}


def test_a_heading_goes_with_what_it_stays_with() -> None:
    boxes = (Box(600), Box(50, keep_next=True, marks=("heading",)), Box(100, marks=("text",)))
    assert pages(*boxes) == {"heading": 2, "text": 2}


def test_a_paragraph_is_broken_with_two_lines_on_each_side() -> None:
    long = Box(10 * 14, lines=10)
    assert pages(Box(640), long, Box(620, marks=("after",))) == {"after": 3}
    assert pages(Box(640), long, Box(500, marks=("after",))) == {"after": 2}
    assert pages(Box(690), Box(42, marks=("whole",))) == {"whole": 2}


def test_a_table_that_goes_on_repeats_its_header() -> None:
    header = Box(100, table=1)
    rows = [Box(100, table=1, header=100.0) for _ in range(11)]
    assert pages(header, *rows, Box(10, marks=("after",))) == {"after": 2}
    assert pages(header, *rows, Box(110, marks=("after",))) == {"after": 3}


def test_a_page_that_turns_has_its_own_height() -> None:
    boxes = (Box(10, turns=True), Box(450, marks=("wide",)), Box(100, marks=("next",)))
    assert pages(*boxes) == {"wide": 2, "next": 3}


def test_a_page_that_hangs_by_a_hair_is_not_known() -> None:
    boxes = (Box(600), Box(99, marks=("hair",)), Box(700, begins_page=True, marks=("after",)))
    assert known_pages(boxes, PAGE, 500.0) == {}
    boxes = (Box(600), Box(80, marks=("safe",)), Box(690, begins_page=True, marks=("after",)))
    assert known_pages(boxes, PAGE, 500.0) == {"safe": 1, "after": 2}
