"""The names at the ends of lines."""

from __future__ import annotations

from types import ModuleType

import pytest

from reportgen.draw.ends import box, end_marks, ends, in_margin, in_plot
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Stroke, Words
from reportgen.draw.strands import Strand, strands
from reportgen.theme import Theme


def lines(charts: ModuleType, theme: Theme, *values: list[float | None]) -> tuple[Strand, ...]:
    rows = [charts.series(role, row) for role, row in zip(charts.ROLES, values, strict=False)]
    return strands(charts.chart("line", ("2018", "2019"), *rows), theme)


def test_a_label_says_the_last_value_and_the_name(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    (item,) = ends(lines(charts, theme, [1.0, 2.0]), 2, 200, faces)
    (label,) = in_margin([item], [(100, 50)], 120, (0, 100), faces) or ()
    marks = list(end_marks(label, faces))
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["2.0", "Westshire"]
    assert not [mark for mark in marks if isinstance(mark, Stroke)]


def test_names_below_each_other_are_aligned_behind_their_values(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    items = ends(lines(charts, theme, [1.0, 2.0], [1.0, 20.0]), 2, 200, faces)
    labels = in_margin(items, [(100, 10), (100, 80)], 120, (0, 100), faces) or ()
    names = [
        mark
        for label in labels
        for mark in end_marks(label, faces)
        if isinstance(mark, Words) and mark.name == "end name"
    ]
    assert len({name.x for name in names}) == 1


def test_labels_of_lines_that_end_together_move_apart_and_are_led_back(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    items = ends(lines(charts, theme, [1.0, 2.0], [1.0, 2.0]), 2, 200, faces)
    labels = in_margin(items, [(100, 50), (100, 50)], 120, (0, 100), faces)
    assert labels
    ours, other = (box(label, faces) for label in labels)
    assert other[3] <= ours[1]
    assert all(isinstance(next(end_marks(label, faces)), Stroke) for label in labels)


def test_labels_that_do_not_fit_are_not_placed(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    items = ends(lines(charts, theme, [1.0, 2.0], [1.0, 2.0]), 2, 200, faces)
    assert in_margin(items, [(100, 5), (100, 5)], 120, (0, 15), faces) is None


def test_a_long_name_is_broken(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    _, item = ends(lines(charts, theme, [1.0, 2.0], [1.0, 2.0]), 2, 90, faces)
    assert item.lines == ("Statistical", "neighbours")


def test_a_line_that_ends_early_has_its_value_with_its_name(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    (item,) = ends(lines(charts, theme, [1.0, None]), 2, 200, faces)
    assert item.value == ""
    label = in_plot(item, (50, 50), 200, (), (), (0, 100), faces)
    assert label
    assert label.end.value == "1.0"
    assert label.middle == pytest.approx(50)


def test_a_name_with_no_room_at_the_end_of_its_line_is_not_put_there(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    (item,) = ends(lines(charts, theme, [1.0, None]), 2, 200, faces)
    assert in_plot(item, (50, 50), 70, (), (), (0, 100), faces) is None
    crossing = (((60.0, 0.0), (90.0, 100.0)),)
    assert in_plot(item, (50, 50), 200, crossing, (), (0, 100), faces) is None
