"""Where pages end."""

from __future__ import annotations

from reportgen.formats.pdf.pages import Page, paginate
from reportgen.formats.pdf.strips import FORBIDDEN, Strip, named
from reportgen.formats.pdf.styles import Frame

FRAME = Frame(width=100, height=140, left=10, right=10, top=20, bottom=20)
"""Room for a hundred points."""


def line(name: str = "", height: float = 10, **more: object) -> Strip:
    strip = Strip(height, names=(name,) if name else ())
    return strip._replace(**more)  # type: ignore[arg-type]


def names(pages: tuple[Page, ...]) -> list[list[str]]:
    """Return the names of the strips of each page."""
    return [[name for strip, _ in page.placed for name in strip.names] for page in pages]


def lines(count: int, **more: object) -> tuple[Strip, ...]:
    return tuple(line(str(number), **more) for number in range(count))


def test_a_page_holds_what_fits() -> None:
    assert [len(page) for page in names(paginate(lines(10), FRAME))] == [10]
    assert len(paginate(lines(11), FRAME)) == 2


def test_nothing_is_lost_or_told_twice() -> None:
    found = names(paginate(lines(57, before=3), FRAME))
    assert [name for page in found for name in page] == [str(number) for number in range(57)]


def test_a_strip_is_never_below_the_margin() -> None:
    for page in paginate(lines(57, before=3, after=5), FRAME):
        for strip, y in page.placed:
            assert FRAME.top <= y
            assert y + strip.height <= FRAME.height - FRAME.bottom + 0.01


def test_a_heading_stays_with_what_follows() -> None:
    strips = (*lines(9), line("heading", keep=True), line("text"), line("more"))
    assert names(paginate(strips, FRAME))[1] == ["heading", "text", "more"]


def test_a_heading_goes_on_rather_than_keep_two_lines_at_the_foot() -> None:
    strips = (*lines(7), line("heading", keep=True, heading=True), *lines(8))
    assert names(paginate(strips, FRAME))[1][0] == "heading"
    plain = (*lines(7), line("heading", keep=True), *lines(8))
    assert names(paginate(plain, FRAME))[0][-1] != "6"


def test_a_table_stays_whole_while_less_than_a_third_of_a_page_is_left_empty() -> None:
    def cut(above: int) -> bool:
        rows = tuple(line("row", penalty=80.0) for _ in range(5))
        first = rows[0]._replace(penalty=0.0)
        strips = (*lines(above), first, *rows, *lines(6))
        return any("row" in page for page in names(paginate(strips, FRAME))[:1])

    assert not cut(7)
    assert cut(3)


def figure(name: str, height: float) -> tuple[Strip, ...]:
    """Return a caption and the chart it stands over."""
    return (line(name, keep=True), line(height=height - 10))


def test_text_runs_on_and_is_not_carried_over_to_make_pages_alike() -> None:
    strips = (*lines(9), *figure("first", 60), *figure("second", 60))
    assert names(paginate(strips, FRAME)) == [
        [str(number) for number in range(9)],
        ["first"],
        ["second"],
    ]


def test_a_figure_that_has_room_is_not_carried_over_to_make_pages_a_little_more_alike() -> None:
    strips = (*lines(7), *figure("small", 25), *figure("large", 67), *figure("last", 60))
    assert [page[-1] for page in names(paginate(strips, FRAME))] == ["small", "large", "last"]


def test_a_figure_is_carried_over_from_a_page_that_would_leave_the_next_half_empty() -> None:
    strips = (*lines(7), *figure("small", 25), *figure("large", 45), *figure("last", 60))
    assert [page[0] for page in names(paginate(strips, FRAME))] == ["0", "small", "last"]


def test_a_chain_that_no_page_can_hold_is_cut_all_the_same() -> None:
    assert sum(map(len, names(paginate(lines(25, keep=True), FRAME)))) == 25


def test_a_strip_higher_than_a_page_has_a_page_of_its_own() -> None:
    found = names(paginate((line("a"), line("high", 400), line("b")), FRAME))
    assert found == [["a"], ["high"], ["b"]]


def test_air_is_closed_up_for_a_last_line() -> None:
    strips = tuple(line(str(number), before=2) for number in range(9))
    (page,) = paginate(strips, FRAME)
    last, y = page.placed[-1]
    assert y + last.height <= FRAME.height - FRAME.bottom + 0.01
    assert len(paginate((*strips, line("9", before=2)), FRAME)) == 2


def test_air_at_the_top_of_a_page_is_dropped() -> None:
    pages = paginate((*lines(10), line("next", before=30)), FRAME)
    assert pages[1].placed[0][1] == FRAME.top


def test_a_new_page_begins_where_it_is_asked_for() -> None:
    assert names(paginate((line("a"), line("b", new_page=True)), FRAME)) == [["a"], ["b"]]


def test_a_wide_strip_turns_the_sheet_and_the_next_turns_it_back() -> None:
    strips = (line("a"), line("wide", sheet="landscape"), line("b"))
    pages = paginate(strips, FRAME)
    assert [page.sheet for page in pages] == ["portrait", "landscape", "portrait"]
    assert pages[1].frame.width == FRAME.height


def test_a_header_is_repeated_where_its_table_goes_on() -> None:
    header = line("header")
    rows = tuple(row._replace(header=(header._replace(names=("again",)),)) for row in lines(12))
    found = names(paginate((header, *rows), FRAME))
    assert found[0][0] == "header"
    assert [page[0] for page in found[1:]] == ["again"] * (len(found) - 1)


def test_a_costly_break_is_avoided() -> None:
    strips = [*lines(8), line("8", penalty=FORBIDDEN / 2), line("9"), line("10")]
    assert all(page[0] != "8" for page in names(paginate(tuple(strips), FRAME)))


def test_a_name_is_given_to_the_first_strip() -> None:
    first, second = named((line(), line()), "a", "", "b")
    assert (first.names, second.names) == (("a", "b"), ())
