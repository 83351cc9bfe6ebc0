"""The cover: every word of the titles, whatever their length."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from reportgen.document import Document
from reportgen.errors import RenderError
from reportgen.formats.pdf.cover import cover
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.strips import Run

WORDS = "Outcomes of children and young people in every school "


def white(document: Document, sample: ModuleType, setting: Setting) -> list[Run]:
    """Return the words on the dark part of the cover."""
    (strip,) = cover(sample.front_sheet(), document, setting).strips
    ground = setting.colour("ground")
    return [mark for mark in strip.marks if isinstance(mark, Run) and mark.colour == ground]


def title(runs: list[Run]) -> list[str]:
    largest = max(run.size for run in runs)
    return [run.text.strip() for run in runs if run.size == largest]


def test_a_title_that_fits_stands_in_one_line(sample: ModuleType, setting: Setting) -> None:
    document = replace(sample.document(), title="Education standards report")
    assert title(white(document, sample, setting)) == ["Education standards report"]


def test_a_title_in_two_lines_fills_the_first(sample: ModuleType, setting: Setting) -> None:
    document = replace(sample.document(), title="Education standards report 2021")
    assert title(white(document, sample, setting)) == ["Education standards", "report 2021"]


@pytest.mark.parametrize("long", [WORDS * 4, WORDS * 17, "x" * 230])
def test_no_word_of_a_long_title_is_lost(long: str, sample: ModuleType, setting: Setting) -> None:
    document = replace(sample.document(), title=long, subtitle="And what comes after it")
    runs = white(document, sample, setting)
    said = "".join(run.text for run in runs).replace(" ", "")
    assert long.replace(" ", "") in said
    assert said.endswith("Andwhatcomesafterit")
    (ground, *_) = cover(sample.front_sheet(), document, setting).strips[0].marks
    frame = setting.styles.frame
    assert all(run.y < ground.y + ground.height - 10 for run in runs)
    ends = [run.x + run.font.width(run.text.strip(), run.size) for run in runs]
    assert max(ends) <= frame.width - frame.right + 0.1


def test_a_title_that_no_cover_holds_is_refused(sample: ModuleType, setting: Setting) -> None:
    document = replace(sample.document(), title=WORDS * 60)
    with pytest.raises(RenderError, match=r"report\.toml: the title and the subtitle are too long"):
        cover(sample.front_sheet(), document, setting)
