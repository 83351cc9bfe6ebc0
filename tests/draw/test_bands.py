"""Shaded bands and their words."""

from __future__ import annotations

import pytest

from reportgen.document import Band
from reportgen.draw.bands import (
    Notes,
    Shade,
    head,
    letters,
    note_marks,
    notes,
    shade_marks,
    shades,
)
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Words
from reportgen.theme import Theme

XS = (50.0, 150.0, 250.0, 350.0)


def test_a_band_lies_between_the_midpoints_around_its_columns(faces: Faces) -> None:
    (shade,) = shades([Band(1, 2, "not comparable")], XS, 20, 380, faces)
    assert (shade.left, shade.right) == (100, 300)
    assert shade.middle == 200


def test_a_band_at_either_end_reaches_the_side_of_the_plot(faces: Faces) -> None:
    (whole,) = shades([Band(0, 3, "not comparable")], XS, 20, 380, faces)
    assert (whole.left, whole.right) == (20, 380)


def test_words_are_broken_to_fit_their_band(faces: Faces) -> None:
    label = "grades awarded differently: not comparable"
    (shade,) = shades([Band(1, 1, label)], XS, 20, 380, faces)
    assert len(shade.lines) > 1
    assert all(faces.width(line, faces.small) <= 100 for line in shade.lines)


def narrow(faces: Faces) -> tuple[tuple[Band, Band], tuple[Shade, ...]]:
    """Return two bands side by side, each too narrow for its words."""
    xs = tuple(20.0 + 15 * at for at in range(18))
    bands = (
        Band(13, 13, "Schools closed to most pupils from March 2020"),
        Band(14, 14, "Schools closed to most pupils in early 2021"),
    )
    return bands, shades(bands, xs, 5, 295, faces)


def test_words_that_do_not_fit_their_band_stand_under_the_chart(faces: Faces) -> None:
    bands, found = narrow(faces)
    years = tuple(f"{2006 + at}/{7 + at:02}" for at in range(18))
    assert [shade.lines for shade in found] == [(), ()]
    said = notes(bands, found, years, 400, faces).entries
    assert [" ".join(note.lines) for note in said] == [
        "2019/20: Schools closed to most pupils from March 2020",
        "2020/21: Schools closed to most pupils in early 2021",
    ]


def test_bands_of_several_causes_are_told_apart_by_letters(faces: Faces, theme: Theme) -> None:
    bands, found = narrow(faces)
    years = tuple(f"{2006 + at}/{7 + at:02}" for at in range(18))
    under = notes(bands, found, years, 400, faces)
    keys = [m for m in note_marks(under, 20, theme, faces) if isinstance(m, Words)]
    inside = [m for m in shade_marks(found, 0, 100, theme, faces) if isinstance(m, Words)]
    assert [m.text for m in inside] == ["A", "B"]
    assert [m.text for m in keys if m.align == "centre"] == ["A", "B"]
    for mark, shade in zip(inside, found, strict=True):
        assert shade.left < mark.x < shade.right
        assert head(found, faces) > 100 - mark.y


def test_each_letter_under_the_chart_stands_in_a_bit_of_its_shade(
    faces: Faces, theme: Theme
) -> None:
    bands, found = narrow(faces)
    years = tuple(f"{2006 + at}/{7 + at:02}" for at in range(18))
    marks = tuple(note_marks(notes(bands, found, years, 60, faces), 20, theme, faces))
    bits = [m for m in marks if isinstance(m, Box)]
    given = [m for m in marks if isinstance(m, Words) and m.align == "centre"]
    assert len(bits) == len(given) == 2
    assert bits[1].top < bits[0].bottom
    for bit, letter in zip(bits, given, strict=True):
        assert bit.bottom < letter.y < letter.y + 0.72 * faces.small < bit.top
        assert bit.left < letter.x - 3 < letter.x + 3 < bit.right
    assert min(m.y for m in marks if isinstance(m, Words)) > 0


def test_causes_that_come_again_keep_their_letter() -> None:
    closed, awarded = "Schools closed", "Grades awarded differently"
    bands = (Band(1, 1, closed), Band(3, 4, awarded), Band(6, 6, closed))
    assert letters(bands) == {closed: "A", awarded: "B"}
    assert letters(bands[:1]) == {closed: ""}


def test_bands_of_one_cause_have_one_entry_under_the_chart(faces: Faces) -> None:
    cause = "Schools closed to most pupils"
    bands = (Band(3, 3, cause), Band(5, 6, cause), Band(8, 8, cause))
    found = tuple(Shade(0, 5, ()) for _ in bands)
    years = tuple(str(2010 + at) for at in range(9))
    (entry,) = notes(bands, found, years, 400, faces).entries
    assert " ".join(entry.lines) == f"2013, 2015 to 2016 and 2018: {cause}"
    assert not entry.letter


def test_nothing_stands_under_a_chart_whose_bands_hold_their_words(faces: Faces) -> None:
    bands = (Band(0, 3, "not comparable"),)
    found = shades(bands, XS, 20, 380, faces)
    assert notes(bands, found, ("1", "2", "3", "4"), 400, faces) == Notes((), 0)


def test_the_words_of_a_band_never_lean_over_its_sides(faces: Faces, theme: Theme) -> None:
    for step in range(10, 80, 5):
        xs = tuple(20.0 + step * at for at in range(4))
        found = shades([Band(1, 1, "Schools closed to most pupils")], xs, 5, xs[-1] + 5, faces)
        for shade in found:
            widths = [faces.width(line, faces.small) for line in shade.lines]
            assert all(width <= shade.right - shade.left for width in widths)


def test_bands_that_meet_are_told_apart(faces: Faces, theme: Theme) -> None:
    _, found = narrow(faces)
    first, second = (m for m in shade_marks(found, 0, 100, theme, faces) if isinstance(m, Box))
    assert first.right < found[0].right == found[1].left < second.left


def test_the_head_is_as_high_as_the_tallest_words(faces: Faces) -> None:
    short = shades([Band(0, 3, "not comparable")], XS, 20, 380, faces)
    long = shades([Band(1, 1, "grades awarded differently in this year")], XS, 20, 380, faces)
    assert head((), faces) == 0
    assert 0 < head(short, faces) < head(long, faces) == pytest.approx(head(short + long, faces))
