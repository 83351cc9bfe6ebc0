"""How wide the columns of a table are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.formats.pdf.columns import allotted


def test_what_a_narrow_column_does_not_need_goes_to_the_others() -> None:
    assert allotted([1, 1, 1], [10, 10, 10], [20, 300, 20], 200) == pytest.approx([20, 160, 20])


def test_a_column_is_not_narrower_than_its_longest_word() -> None:
    assert allotted([1, 9], [50, 10], [400, 400], 100) == pytest.approx([50, 50])


def test_room_that_nobody_needs_is_shared_out() -> None:
    assert allotted([1, 3], [5, 5], [10, 10], 100) == pytest.approx([30, 70])


def test_a_word_too_long_for_any_column_takes_no_more_than_its_share() -> None:
    assert allotted([1, 3], [900, 20], [900, 800], 100) == pytest.approx([25, 75])


@given(
    st.lists(
        st.tuples(st.floats(0.1, 5), st.floats(1, 300), st.floats(0, 300)), min_size=1, max_size=8
    ),
    st.floats(50, 800),
)
def test_columns_fill_the_room(columns: list[tuple[float, float, float]], room: float) -> None:
    shares, least, more = zip(*columns, strict=True)
    most = [low + extra for low, extra in zip(least, more, strict=True)]
    assert sum(allotted(shares, least, most, room)) == pytest.approx(room, rel=1e-3)
