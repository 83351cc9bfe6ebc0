"""Shaded bands and their words."""

from __future__ import annotations

import pytest

from reportgen.document import Band
from reportgen.draw.bands import head, reach, shades
from reportgen.draw.faces import Faces

XS = (50.0, 150.0, 250.0, 350.0)


def test_a_band_lies_between_the_midpoints_around_its_columns(faces: Faces) -> None:
    (shade,) = shades([Band(1, 2, "not comparable")], XS, 20, 380, 470, faces)
    assert (shade.left, shade.right) == (100, 300)
    assert shade.middle == 200


def test_a_band_at_either_end_reaches_the_side_of_the_plot(faces: Faces) -> None:
    (whole,) = shades([Band(0, 3, "not comparable")], XS, 20, 380, 470, faces)
    assert (whole.left, whole.right) == (20, 380)


def test_words_are_broken_to_fit_their_band(faces: Faces) -> None:
    label = "grades awarded differently: not comparable"
    (shade,) = shades([Band(1, 1, label)], XS, 20, 380, 470, faces)
    assert len(shade.lines) > 1
    assert all(faces.width(line, faces.small) <= 100 for line in shade.lines)


def test_words_of_a_narrow_band_stand_out_of_it_but_not_of_the_picture(faces: Faces) -> None:
    label = "Schools closed to most pupils from March 2020"
    xs = tuple(20.0 + 30 * at for at in range(10))
    (shade,) = shades([Band(9, 9, label)], xs, 5, 295, 320, faces)
    assert len(shade.lines) <= 3
    assert reach([shade], faces) <= 320


def test_the_head_is_as_high_as_the_tallest_words(faces: Faces) -> None:
    short = shades([Band(0, 3, "not comparable")], XS, 20, 380, 470, faces)
    long = shades([Band(1, 1, "grades awarded differently in this year")], XS, 20, 380, 470, faces)
    assert head((), faces) == 0
    assert 0 < head(short, faces) < head(long, faces) == pytest.approx(head(short + long, faces))
