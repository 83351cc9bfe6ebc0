"""What stands around the plot."""

from __future__ import annotations

from itertools import pairwise

from reportgen.draw.axes import foot, foot_marks, tick_marks
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Stroke, Words
from reportgen.theme import Theme


def test_every_category_is_named_where_there_is_room(faces: Faces) -> None:
    assert foot(("2018/19", "2019/20"), 60, faces).labels == (("2018/19",), ("2019/20",))


def test_long_categories_are_broken_into_lines(faces: Faces) -> None:
    under = foot(("31 March 2020", "31 October 2020"), 60, faces)
    assert under.labels == (("31 March", "2020"), ("31 October", "2020"))
    assert under.height > foot(("2020",), 60, faces).height


def test_of_crowded_categories_the_last_is_always_named(faces: Faces) -> None:
    years = tuple(f"{2010 + at}/{11 + at}" for at in range(10))
    labels = foot(years, 25, faces).labels
    assert labels[-1] == ("2019/20",)
    assert () in labels
    named = [at for at, lines in enumerate(labels) if lines]
    assert len({later - earlier for earlier, later in pairwise(named)}) == 1


def test_of_crowded_categories_the_first_is_named_too_where_that_is_easy(faces: Faces) -> None:
    years = tuple(f"{2015 + at}/{16 + at}" for at in range(10))
    labels = foot(years, 24, faces).labels
    assert [at for at, lines in enumerate(labels) if lines] == [0, 3, 6, 9]


def test_categories_hang_below_their_line(faces: Faces) -> None:
    under = foot(("2018/19", "2019/20"), 60, faces)
    marks = list(foot_marks(under, (30, 90), under.height, faces, "#000000"))
    assert all(isinstance(mark, Words) and 0 < mark.y < under.height for mark in marks)


def ticked(theme: Theme, faces: Faces, zero: bool = False) -> list[Stroke]:
    labels = [(20.0, 45.0, 40.0, 55.0), (60.0, 70.0, 80.0, 80.0)]
    marks = tick_marks("5", 50, zero, (0, 100), 10, labels, theme, faces)
    return [mark for mark in marks if isinstance(mark, Stroke)]


def test_a_grid_line_steps_aside_for_labels(theme: Theme, faces: Faces) -> None:
    spans = [(line.points[0][0], line.points[1][0]) for line in ticked(theme, faces)]
    assert spans == [(0, 18), (42, 100)]


def test_the_line_of_zero_is_whole_and_darker(theme: Theme, faces: Faces) -> None:
    (line,) = ticked(theme, faces, zero=True)
    assert (line.points[0][0], line.points[1][0]) == (0, 100)
    assert line.colour == theme.colour["muted"]
