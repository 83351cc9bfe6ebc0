"""How words become strips."""

from __future__ import annotations

from typing import Literal

import pytest

from reportgen.document import Inlines, Strong, Text
from reportgen.formats.pdf.setting import Setting, lines, one_line, words
from reportgen.formats.pdf.strips import Mark, Run, moved


def seen(marks: tuple[Mark, ...]) -> list[tuple[object, ...]]:
    return [run[:6] for run in marks if isinstance(run, Run)]


@pytest.mark.parametrize("align", ["left", "right"])
def test_one_line_is_set_as_any_other(setting: Setting, align: Literal["left", "right"]) -> None:
    inlines, style = (Text("75.1%"),), setting.styles.cell
    run = one_line(inlines, style, setting, "TD", (20, 80, 4), align)
    (other,) = lines(words(inlines, style, setting, "TD"), style, setting, 20, 80, align)
    assert run
    assert seen((run,)) == seen(tuple(moved(mark, 0, 4) for mark in other.marks))
    assert run.leaf
    assert run.leaf.tag == "TD"


@pytest.mark.parametrize(
    "inlines", [(), (Text(""),), (Text("too many words"),), (Strong((Text("bold"),)),)]
)
def test_what_is_no_plain_line_is_left_to_others(setting: Setting, inlines: Inlines) -> None:
    assert one_line(inlines, setting.styles.cell, setting, "TD", (0, 40, 4), "left") is None
