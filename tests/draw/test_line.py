"""Line charts: breaks, crops and labels that touch nothing."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.document import Band, Chart
from reportgen.draw.faces import Faces
from reportgen.draw.line import lay_out_line
from reportgen.draw.picture import Box, Dot, Picture, Stroke, Words
from reportgen.draw.strands import strands
from reportgen.facts import Missing
from reportgen.theme import Theme

WIDTH = 470.0


def attainment(charts: ModuleType) -> Chart:
    """Return five years of a score in four areas, the last two graded differently."""
    rows = (
        ("ours", [52.9, 55.0, 55.1, 58.0, 59.0]),
        ("neighbours", [48.6, 49.4, 49.1, 52.3, 53.3]),
        ("region", [47.5, 47.8, 48.0, 51.4, 52.1]),
        ("england", [46.5, 46.6, 46.7, 50.2, 50.9]),
    )
    made = [charts.series(role, values, hollow=3) for role, values in rows]
    return charts.chart(
        "line",
        charts.YEARS,
        *made,
        joined=(False, True, False, False),
        bands=(Band(3, 4, "grades awarded differently: not comparable with other years"),),
    )


def exclusions(charts: ModuleType) -> Chart:
    """Return rates that cross and meet."""
    rows = (
        ("ours", [0.14, 0.14, 0.08, 0.07, 0.03]),
        ("neighbours", [0.05, 0.07, 0.07, 0.07, 0.03]),
        ("england", [0.08, 0.10, 0.10, 0.10, 0.06]),
    )
    made = [charts.series(role, values, 2, charts.SHARE) for role, values in rows]
    return charts.chart("line", charts.YEARS, *made)


def named(picture: Picture, name: str) -> list[Stroke]:
    return [mark for mark in picture.marks if isinstance(mark, Stroke) and mark.name == name]


def words(picture: Picture, *names: str) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Words) and mark.name in names]


def test_no_line_crosses_a_break(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    picture = lay_out_line(attainment(charts), theme, faces, WIDTH)
    for role in charts.ROLES:
        (line,) = named(picture, f"line {role}")
        assert len(line.points) == 2
        dots = [m for m in picture.marks if isinstance(m, Dot) and m.name == f"dot {role}"]
        assert len(dots) == 5
        assert line.points == tuple((dot.x, dot.y) for dot in dots[1:3])


def test_a_missing_year_breaks_the_line_and_prints_nothing(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    values = [50.0, 51.0, Missing.SUPPRESSED, 53.0, 54.0]
    picture = lay_out_line(
        charts.chart("line", charts.YEARS, charts.series("ours", values)), theme, faces, WIDTH
    )
    assert [len(line.points) for line in named(picture, "line ours")] == [2, 2]
    assert "[c]" not in words(picture, "value", "end value")


def test_a_series_without_any_value_is_left_out(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(
        charts.chart(
            "line",
            charts.YEARS,
            charts.series("ours", [50.0, 51.0, 52.0, 53.0, 54.0]),
            charts.series("england", [Missing.NOT_AVAILABLE] * 5),
        ),
        theme,
        faces,
        WIDTH,
    )
    assert words(picture, "end name") == ["Westshire"]


def test_every_value_of_few_years_is_printed_once(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    chart = attainment(charts)
    picture = lay_out_line(chart, theme, faces, WIDTH)
    printed = sorted(words(picture, "value", "end value"))
    assert printed == sorted(
        point.number.text for series in chart.series for point in series.points
    )


def test_values_graded_differently_are_hollow(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(attainment(charts), theme, faces, WIDTH)
    dots = [m for m in picture.marks if isinstance(m, Dot) and m.name == "dot ours"]
    assert [dot.fill == theme.colour["ground"] for dot in dots] == [False] * 3 + [True] * 2
    assert all(dot.edge == theme.colour["ours"] for dot in dots[3:])


def test_england_is_dashed_and_grey(charts: ModuleType, theme: Theme, faces: Faces) -> None:
    picture = lay_out_line(exclusions(charts), theme, faces, WIDTH)
    (england,) = named(picture, "line england")
    (ours,) = named(picture, "line ours")
    assert england.dashes
    assert england.colour == theme.colour["england"]
    assert not ours.dashes


def test_a_band_holds_its_columns_and_its_words_are_at_its_top(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(attainment(charts), theme, faces, WIDTH)
    (band,) = [m for m in picture.marks if isinstance(m, Box)]
    xs = [m.x for m in picture.marks if isinstance(m, Dot) and m.name == "dot ours"]
    assert xs[2] < band.left < xs[3] < xs[4] < band.right
    label = [m for m in picture.marks if isinstance(m, Words) and m.name == "band"]
    assert len(label) > 1
    highest = max(m.y + m.radius for m in picture.marks if isinstance(m, Dot))
    assert all(highest < line.y < band.top for line in label)


def test_small_rates_begin_at_zero_and_scores_far_from_it_do_not(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    ticks = words(lay_out_line(exclusions(charts), theme, faces, WIDTH), "tick")
    assert ticks == ["0%", "0.05%", "0.10%", "0.15%"]
    scores = words(lay_out_line(attainment(charts), theme, faces, WIDTH), "tick")
    assert "0" not in scores
    assert 2 <= len(scores) <= 5


def test_a_cropped_axis_begins_at_a_tick_and_says_where(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(attainment(charts), theme, faces, WIDTH)
    ticks = [m for m in picture.marks if isinstance(m, Words) and m.name == "tick"]
    (axis,) = named(picture, "axis")
    foot = min(ticks, key=lambda mark: mark.y)
    assert foot.text == "45"
    assert foot.y == pytest.approx(axis.points[0][1] - foot.size * 0.36)


def test_a_line_is_drawn_at_its_values_and_says_them_rounded(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [0.0564, 0.0551, 0.0612, 0.0649, 0.0558], 2, charts.SHARE)
    picture = lay_out_line(charts.chart("line", charts.YEARS, row), theme, faces, WIDTH)
    assert set(words(picture, "value", "end value")) == {"0.06"}
    heights = [y for _, y in named(picture, "line ours")[0].points]
    assert sorted(range(5), key=lambda at: heights[at]) == [1, 4, 0, 2, 3]


def test_a_value_is_nearest_to_its_own_line_or_left_out(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(exclusions(charts), theme, faces, WIDTH)
    dots = [mark for mark in picture.marks if isinstance(mark, Dot)]
    inks = {strand.ink: strand.role for strand in strands(exclusions(charts), theme)}
    for mark in picture.marks:
        if isinstance(mark, Words) and mark.name == "value" and inks[mark.colour] != "ours":
            middle = mark.y + mark.size * 0.36
            near = [dot for dot in dots if abs(dot.x - mark.x - 10) < 30]
            closest = min(abs(dot.y - middle) for dot in near)
            own = [d for d in near if d.name == f"dot {inks[mark.colour]}"]
            assert min(abs(dot.y - middle) for dot in own) < closest + 1.5


def test_a_chart_grows_before_it_leaves_a_value_out(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    rows = (
        ("ours", [3.26, 3.69, 3.35, 3.67, 2.49]),
        ("neighbours", [3.36, 4.01, 4.05, 4.28, 3.11]),
        ("region", [4.07, 4.41, 4.56, 4.75, 3.33]),
        ("england", [4.29, 4.76, 5.08, 5.36, 3.76]),
    )
    made = [charts.series(role, values, 2, charts.SHARE) for role, values in rows]
    picture = lay_out_line(charts.chart("line", charts.YEARS, *made), theme, faces, WIDTH)
    assert len(words(picture, "value", "end value")) == 20


def test_no_tick_of_a_share_is_above_a_hundred(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [96, 97, 98, 99, 100], 0, charts.SHARE)
    picture = lay_out_line(charts.chart("line", charts.YEARS, row), theme, faces, WIDTH)
    assert "100%" in words(picture, "tick")
    assert not {"102%", "105%", "110%"} & set(words(picture, "tick"))


def test_a_line_that_ends_early_is_named_where_it_ends(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(
        charts.chart(
            "line",
            charts.YEARS,
            charts.series("ours", [50.0, 51.0, 52.0, 53.0, 54.0]),
            charts.series("england", [40.0, 41.0, 42.0, None, None]),
        ),
        theme,
        faces,
        WIDTH,
    )
    (name,) = [m for m in picture.marks if isinstance(m, Words) and m.text == "England"]
    end = max(m.x for m in picture.marks if isinstance(m, Dot) and m.name == "dot england")
    assert end < name.x < end + 50
    assert not named(picture, "lead")


def test_the_sign_of_zero_is_a_line_where_values_are_on_both_sides(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    row = charts.series("ours", [0.1, -0.25, 0.1, 0.3, 0.2], 2)
    picture = lay_out_line(charts.chart("line", charts.YEARS, row), theme, faces, WIDTH)
    assert len(named(picture, "zero")) == 1


def test_many_close_lines_print_the_values_that_matter_most(
    charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    years = [f"{2011 + at}/{12 + at}" for at in range(10)]
    rows = [
        charts.series("ours", [88, 87, 89, 90, 92, 91, 90, 93, 94, 90], 0),
        charts.series("neighbours", [86, 86, 88, 89, 90, 90, 91, 91, 92, 91], 0),
        charts.series("region", [85, 84, 86, 86, 88, 90, 90, 90, 91, 89], 0),
        charts.series("england", [78, 79, 80, 84, 86, 88, 89, 89, 88, 86], 0),
    ]
    picture = lay_out_line(charts.chart("line", years, *rows), theme, faces, WIDTH)
    ink = {m.colour for m in picture.marks if isinstance(m, Words) and m.name == "end name"}
    assert len(ink) == 4
    ours = theme.colour["ours"]
    values = [m for m in picture.marks if isinstance(m, Words) and m.name == "value"]
    assert len([m for m in values if m.colour == ours]) == 9
    assert len(values) < 36


@pytest.mark.parametrize("which", [attainment, exclusions])
def test_labels_of_known_charts_touch_nothing(
    which: object, charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    picture = lay_out_line(which(charts), theme, faces, WIDTH)
    assert list(charts.faults(picture, faces)) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), width=st.sampled_from([360.0, 470.0, 700.0]))
def test_labels_of_any_chart_touch_nothing(
    data: st.DataObject, width: float, charts: ModuleType, theme: Theme, faces: Faces
) -> None:
    chart = data.draw(charts.random_charts("line"))
    picture = lay_out_line(chart, theme, faces, width)
    assert list(charts.faults(picture, faces)) == []
