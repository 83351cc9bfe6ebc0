"""Page numbers are printed where they are known, and only there."""

from __future__ import annotations

from dataclasses import replace

from reportgen.formats.word.boxes import Box
from reportgen.formats.word.pages import known_pages, settled, spots

PAGE = 700.0


def pages(*boxes: Box, height: float = PAGE) -> dict[str, int]:
    """Return the page of every mark."""
    found = zip(boxes, spots(boxes, height, 500.0), strict=True)
    return {mark: spot.page for box, spot in found for mark in box.marks}


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


def begun(boxes: tuple[Box, ...], *places: int) -> tuple[Box, ...]:
    return tuple(replace(b, begins_page=n in places or b.begins_page) for n, b in enumerate(boxes))


def test_what_hangs_by_a_hair_begins_the_next_page_with_what_it_is_held_with() -> None:
    heading = Box(49, keep_next=True, marks=("heading",))
    boxes = (Box(600), heading, Box(50), Box(610, begins_page=True, marks=("after",)))
    assert settled(boxes, PAGE, 500.0) == [1]
    assert known_pages(begun(boxes, 1), PAGE, 500.0) == {"heading": 2, "after": 3}


def test_pages_that_every_layout_agrees_on_are_left_alone() -> None:
    assert settled((Box(600), Box(80), Box(300), Box(690, begins_page=True)), PAGE, 500.0) == []


def test_a_table_whose_end_hangs_by_a_hair_begins_the_next_page_with_its_caption() -> None:
    rows = [Box(100, table=1, keep_next=n == 4, last=n == 4) for n in range(5)]
    boxes = (Box(80), Box(99, keep_next=True, marks=("caption",)), *rows, Box(20, marks=("rg_n",)))
    assert settled(boxes, PAGE, 500.0) == [1]


def test_a_page_may_end_here_or_there_where_no_entry_depends_on_it() -> None:
    text = [Box(20.1, marks=(f"rg_{n}",)) for n in range(60)]
    boxes = (*text, Box(100, marks=("heading",)), Box(50), Box(690, begins_page=True))
    assert settled(boxes, PAGE, 500.0) == []
    assert known_pages(boxes, PAGE, 500.0)["heading"] == 2


def test_a_paragraph_whose_last_lines_may_be_overleaf_begins_the_next_page() -> None:
    last = Box(4 * 15, lines=4, marks=("last",))
    boxes = (Box(640), last, Box(690, begins_page=True, marks=("after",)))
    assert settled(boxes, PAGE, 500.0) == [1]
    assert known_pages(begun(boxes, 1), PAGE, 500.0) == {"last": 2, "after": 3}
    assert settled((Box(600), *boxes[1:]), PAGE, 500.0) == []


def test_a_table_longer_than_a_page_is_not_moved_again_and_again() -> None:
    rows = [Box(99.7, table=1) for _ in range(8)]
    boxes = (*rows, Box(700, begins_page=True, marks=("after",)))
    assert settled(boxes, PAGE, 500.0) == []


def test_rows_that_only_word_holds_together_leave_the_page_unknown() -> None:
    rows = [Box(100, table=1, keep_next=n > 3, last=n == 5) for n in range(6)]
    loose = (Box(60), *rows, Box(50, marks=("note",)), Box(540, marks=("after",)))
    assert known_pages(loose, PAGE, 500.0) == {"note": 2}


def test_after_a_page_that_turns_the_heights_are_its_own() -> None:
    boxes = (Box(10, turns=True), Box(450), Box(49, marks=("hair",)), Box(30, marks=("after",)))
    assert settled(boxes, PAGE, 500.0) == [2]


def test_a_heading_may_take_the_whole_of_a_short_paragraph_with_it() -> None:
    heading, text = Box(20, keep_next=True, marks=("heading",)), Box(60, lines=4, marks=("text",))
    assert pages(Box(630), heading, text) == {"heading": 1, "text": 1}
    assert known_pages((Box(630), heading, text), PAGE, 500.0) == {}
    assert known_pages((Box(600), heading, text), PAGE, 500.0) == {"heading": 1, "text": 1}
