"""Labels moved apart: never overlapping, in order, and no further than they must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.draw.labels import spread

LABELS = st.lists(st.tuples(st.floats(-200, 200), st.floats(1, 40)), min_size=1, max_size=8)
AIR = st.floats(0, 5)


def room(sizes: list[float], air: float) -> float:
    return sum(sizes) + air * (len(sizes) - 1)


@given(LABELS, AIR, st.floats(0, 100))
def test_labels_keep_their_order_their_distance_and_their_bounds(
    labels: list[tuple[float, float]], air: float, spare: float
) -> None:
    wanted, sizes = [want for want, _ in labels], [size for _, size in labels]
    low, high = 0.0, room(sizes, air) + spare
    placed = spread(wanted, sizes, low, high, air)
    assert placed is not None
    assert placed[0] - sizes[0] / 2 >= low - 1e-6
    assert placed[-1] + sizes[-1] / 2 <= high + 1e-6
    for (one, size), (other, following) in pairwise(zip(placed, sizes, strict=True)):
        assert other - following / 2 >= one + size / 2 + air - 1e-6


@given(LABELS, AIR, st.floats(0, 100), st.data())
def test_no_other_allowed_places_are_nearer(
    labels: list[tuple[float, float]], air: float, spare: float, data: st.DataObject
) -> None:
    wanted, sizes = [want for want, _ in labels], [size for _, size in labels]
    high = room(sizes, air) + spare
    placed = spread(wanted, sizes, 0.0, high, air)
    assert placed is not None
    slack = sorted(
        data.draw(st.lists(st.floats(0, spare), min_size=len(sizes), max_size=len(sizes)))
    )
    other, used = [], 0.0
    for size, extra in zip(sizes, slack, strict=True):
        other.append(used + size / 2 + extra)
        used += size + air

    def moved(places: tuple[float, ...] | list[float]) -> float:
        return sum((place - want) ** 2 for place, want in zip(places, wanted, strict=True))

    assert moved(placed) <= moved(other) + 1e-4


@given(LABELS, AIR)
def test_labels_that_have_room_stay_where_they_are(
    labels: list[tuple[float, float]], air: float
) -> None:
    sizes = [size for _, size in labels]
    wanted, used = [], 0.0
    for size in sizes:
        wanted.append(used + size / 2)
        used += size + air
    placed = spread(wanted, sizes, 0.0, used, air)
    assert placed == pytest.approx(wanted)


def test_two_labels_at_one_place_move_apart_by_half_each() -> None:
    assert spread([10, 10], [4, 4], 0, 20, 2) == pytest.approx((7, 13))


def test_labels_with_too_little_room_are_not_placed() -> None:
    assert spread([1, 2], [10, 10], 0, 19) is None


def test_no_labels_need_no_room() -> None:
    assert spread([], [], 0, 0) == ()
