"""Values beside the points of a line."""

from __future__ import annotations

from types import ModuleType

from reportgen.draw.faces import Faces
from reportgen.draw.scale import Scale
from reportgen.draw.strands import Strand, strands
from reportgen.draw.tracks import tracks
from reportgen.draw.values import Ground, Value, values
from reportgen.theme import Theme

XS = (60.0, 160.0, 260.0)


def placed(
    lines: tuple[Strand, ...], faces: Faces, joined: tuple[bool, ...] = (), height: float = 120
) -> tuple[Value, ...]:
    scale = Scale(0, 10, 0, height)
    every = tuple(track for line in lines for track in tracks(line, joined, XS, scale))
    wanted = [(s, c) for s in range(len(lines)) for c in range(len(XS))]
    found = values(lines, wanted, XS, scale, Ground(every, (), (0, height), 20), faces)
    assert found is not None
    return found


def lines(charts: ModuleType, theme: Theme, *rows: list[float]) -> tuple[Strand, ...]:
    made = [charts.series(role, row) for role, row in zip(charts.ROLES, rows, strict=False)]
    return strands(charts.chart("line", ("2018", "2019", "2020"), *made), theme)


def test_values_of_a_lone_level_line_stand_centred_above(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    for value in placed(lines(charts, theme, [5.0, 5.0, 5.0]), faces):
        left, bottom, right, _ = value.box
        assert (left + right) / 2 == XS[value.column]
        assert bottom > 60
        assert not value.stray


def test_a_line_keeps_its_values_on_one_side(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    found = placed(lines(charts, theme, [6.0, 6.0, 6.0], [5.0, 5.0, 5.2]), faces)
    below = [value.box[3] < 60 for value in found if value.strand == 1]
    assert below == [True] * 3


def test_close_points_without_a_line_have_their_values_to_the_right(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    rows = ([5.0, 5.0, 5.0], [4.3, 4.3, 4.3], [3.6, 3.6, 3.6])
    found = placed(lines(charts, theme, *rows), faces, joined=(False, False))
    assert all(value.box[0] > XS[value.column] for value in found)


def test_a_value_nearer_to_another_point_is_called_astray(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    found = placed(lines(charts, theme, *([[5.0] * 3, [4.7] * 3, [4.4] * 3, [4.1] * 3])), faces)
    assert any(value.stray for value in found)


def test_values_without_any_room_are_not_placed(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    made = lines(charts, theme, [5.0, 5.0, 5.0])
    scale = Scale(0, 10, 0, 10)
    every = tuple(track for line in made for track in tracks(line, (), XS, scale))
    wanted = [(0, 0), (0, 1), (0, 2)]
    assert values(made, wanted, XS, scale, Ground(every, (), (0, 10), 20), faces) is None
