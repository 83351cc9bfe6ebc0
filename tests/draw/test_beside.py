"""Labels above and below points, in the free slots of a column."""

from __future__ import annotations

import pytest

from reportgen.draw.beside import AIR, merged, nearest, place


def around(point: float) -> tuple[float, float]:
    return point - 3, point + 3


def test_a_lone_label_stands_above_its_point() -> None:
    placed = place([50], [50], [around(50)], 7, (0, 100), [0])
    assert placed
    assert placed.middles == pytest.approx((50 + 3 + AIR + 3.5,))


def test_a_label_goes_below_where_a_line_is_close_above() -> None:
    placed = place([50], [50, 60], [around(50), around(60)], 7, (0, 100), [0])
    assert placed
    assert placed.middles[0] < 50


def test_two_close_points_are_labelled_above_and_below() -> None:
    placed = place([50, 53], [50, 53], [around(50), around(53)], 7, (0, 100), [0, 0])
    assert placed
    assert placed.middles[0] < 47
    assert placed.middles[1] > 56


def test_labels_keep_the_order_of_their_points() -> None:
    points = [40.0, 44.0, 48.0, 52.0]
    placed = place(points, points, [around(point) for point in points], 7, (0, 100), [0] * 4)
    assert placed
    assert list(placed.middles) == sorted(placed.middles)


def test_a_label_leans_to_the_side_of_its_line() -> None:
    assert place([50], [50], [around(50)], 7, (0, 100), [-1]).middles[0] < 50


def test_labels_that_do_not_fit_are_not_placed() -> None:
    assert place([5], [5], [around(5)], 7, (0, 10), [0]) is None


def test_the_nearest_free_place_is_the_point_itself_where_nothing_is() -> None:
    assert nearest(50, [around(20)], 7, (0, 100)) == pytest.approx(50)


def test_the_nearest_free_place_is_just_clear_of_what_is_in_the_way() -> None:
    assert nearest(50, [(45, 52)], 7, (0, 100)) == pytest.approx(52 + AIR + 3.5)


def test_intervals_that_touch_become_one() -> None:
    assert merged([(5, 6), (0, 1), (5.5, 9)]) == [(-AIR, 1 + AIR), (5 - AIR, 9 + AIR)]
