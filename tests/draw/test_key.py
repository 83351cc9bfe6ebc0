"""The key of charts whose series are not named beside their marks."""

from __future__ import annotations

from types import ModuleType

from reportgen.draw.faces import Faces
from reportgen.draw.key import key
from reportgen.draw.strands import Strand, strands
from reportgen.theme import Theme


def two(charts: ModuleType, theme: Theme) -> tuple[Strand, ...]:
    rows = (charts.series("ours", [1.0]), charts.series("neighbours", [2.0]))
    return strands(charts.chart("bars", ("All",), *rows), theme)


def test_entries_stand_in_a_row_where_they_fit(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    found = key(two(charts, theme), 10, 470, faces)
    assert [row for _, row, _ in found.entries] == [0, 0]


def test_entries_that_do_not_fit_begin_a_new_row(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    wide, narrow = (key(two(charts, theme), 10, width, faces) for width in (470, 120))
    assert [(row, left) for _, row, left in narrow.entries] == [(0, 10), (1, 10)]
    assert narrow.height > wide.height
