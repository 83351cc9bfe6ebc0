"""Inks that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.draw.colour import ENOUGH, contrast, readable, tint

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@given(COLOURS)
def test_any_ink_can_be_read_on_white_and_on_a_panel(colour: str) -> None:
    ink = readable(colour, "#F3F2F1")
    assert contrast(ink, "#F3F2F1") >= ENOUGH
    assert contrast(ink, "#FFFFFF") >= ENOUGH


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#12436D", "#F3F2F1") == "#12436D"


def test_a_tint_lies_between_colour_and_ground() -> None:
    assert tint("#000000", 0.5, "#FFFFFF") == "#808080"
    assert tint("#12436D", 1, "#FFFFFF") == "#12436D"
    assert tint("#12436D", 0, "#FFFFFF") == "#FFFFFF"
