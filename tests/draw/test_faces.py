"""Text measured and broken with the real fonts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from reportgen.draw.faces import SMALLEST, Faces, read_faces
from reportgen.errors import RenderError
from reportgen.theme import Theme

WORDS = st.lists(st.text("abcdefghijklmnoW", min_size=1, max_size=12), min_size=1, max_size=12)


@pytest.mark.parametrize("text", ["59.0", "Statistical neighbours", "AVAVA To 11", "£1,845,400"])
def test_a_width_is_never_less_than_what_is_drawn(text: str, faces: Faces) -> None:
    font = get_font(faces.regular.path)
    font.set_size(9, 72)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    drawn = font.get_width_height()[0] / 64
    assert drawn - 0.1 <= faces.width(text, 9) <= drawn * 1.12


def test_bold_is_wider(faces: Faces) -> None:
    assert faces.width("Westshire", 9, bold=True) > faces.width("Westshire", 9)


@given(words=WORDS, room=st.floats(20, 300))
def test_lines_keep_every_word_in_order_and_fit(
    words: list[str], room: float, faces: Faces
) -> None:
    lines = faces.wrap(" ".join(words), room, 9)
    assert " ".join(lines).split() == words
    for line in lines:
        assert faces.width(line, 9) <= room or " " not in line


@given(words=WORDS, room=st.floats(20, 300))
def test_even_lines_are_no_more_than_full_ones(words: list[str], room: float, faces: Faces) -> None:
    full = 1
    line = words[0]
    for word in words[1:]:
        if faces.width(f"{line} {word}", 9) <= room:
            line = f"{line} {word}"
        else:
            full, line = full + 1, word
    assert len(faces.wrap(" ".join(words), room, 9)) == full


def test_lines_are_evenly_filled(faces: Faces) -> None:
    text = "grades awarded differently: not comparable with other years"
    lines = faces.wrap(text, 170, 8.5)
    widths = [faces.width(line, 8.5) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.75 * max(widths)


def test_no_text_is_no_line(faces: Faces) -> None:
    assert faces.wrap(" ", 100, 9) == ()


def test_nothing_is_set_smaller_than_can_be_read(theme: Theme, assets: Path) -> None:
    small = replace(theme, size={**theme.size, "chart": 6})
    found = read_faces(small, assets)
    assert (found.size, found.small) == (SMALLEST, SMALLEST)


def test_a_font_that_is_not_there_is_named(theme: Theme, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"Arimo-Regular\.ttf"):
        read_faces(theme, tmp_path)


def test_a_character_that_the_font_lacks_is_named(faces: Faces) -> None:
    with pytest.raises(RenderError, match=r"U\+4E2D"):
        faces.width("中", 9)
