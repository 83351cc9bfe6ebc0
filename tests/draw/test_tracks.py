"""Unbroken parts of lines, and what lies in a strip of the page."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.draw.strands import Spot, Strand
from reportgen.draw.tracks import RADIUS, crossing, in_strip, known, runs


def strand(*values: float | None) -> Strand:
    spots = tuple(Spot(value, "") for value in values)
    return Strand("A", "ours", spots, "#000000", "#000000", "#000000", (), True)


def test_a_line_without_breaks_is_one_run() -> None:
    assert list(runs(strand(1, 2, 3), ())) == [(0, 2)]


def test_a_break_and_a_gap_both_end_a_run() -> None:
    line = strand(1, 2, 3, None, 5, 6)
    assert list(runs(line, (True, False, True, True, True))) == [(0, 1), (2, 2), (4, 5)]


@given(
    st.lists(st.booleans(), min_size=2, max_size=9).flatmap(
        lambda there: st.tuples(
            st.just(there),
            st.lists(st.booleans(), min_size=len(there) - 1, max_size=len(there) - 1),
        )
    )
)
def test_every_value_is_in_one_run_and_no_run_crosses_a_break(
    case: tuple[list[bool], list[bool]],
) -> None:
    there, joined = case
    line = strand(*(1.0 if here else None for here in there))
    found = list(runs(line, joined))
    columns = [at for first, last in found for at in range(first, last + 1)]
    assert columns == [at for at, here in enumerate(there) if here]
    assert all(joined[at] for first, last in found for at in range(first, last))


def test_a_steep_line_takes_up_more_of_a_wide_strip() -> None:
    track = ((0.0, 0.0), (100.0, 100.0))
    narrow, wide = crossing(track, 45, 55), crossing(track, 30, 70)
    assert narrow
    assert wide
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_a_marker_beside_a_strip_is_not_in_it() -> None:
    track = ((0.0, 50.0),)
    assert crossing(track, RADIUS + 0.1, 20) is None
    assert crossing(track, RADIUS - 0.1, 20) is not None


def test_labels_in_a_strip_take_up_room_too() -> None:
    assert in_strip((), [(0, 10, 5, 20), (50, 10, 60, 20)], 4, 40) == [(10, 20)]


def test_a_value_that_is_missing_has_no_place(charts: ModuleType) -> None:
    with pytest.raises(ValueError, match="column 1"):
        known(strand(1, None), 1)
