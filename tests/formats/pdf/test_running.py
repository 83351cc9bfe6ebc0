"""What stands above the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Document
from reportgen.formats.pdf import write_pdf
from reportgen.formats.pdf.pages import Page
from reportgen.formats.pdf.running import running_lines
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.strips import Run
from reportgen.theme import Theme


def head(document: Document, setting: Setting) -> tuple[Run, Run]:
    """Return the title and the name above a page."""
    page = Page("portrait", setting.styles.frame, ())
    ((title, whose, *_),) = running_lines((page,), document, setting)
    return title, whose


@pytest.mark.parametrize(
    ("title", "subtitle", "shown"),
    [
        ("Standards", "Outcomes, 2020 and 2021", "Standards 2020 and 2021"),
        ("Standards", "Academic year 2019/20", "Standards 2019/20"),
        ("Standards", "2019/20, 2020/21 and 2021/22", "Standards 2019/20, 2020/21 and 2021/22"),
        ("Standards 2021", "Outcomes, 2020 and 2021", "Standards 2021"),
        ("Standards", "Outcomes for 2500 children", "Standards"),
        ("Standards", "", "Standards"),
    ],
)
def test_the_years_of_the_subtitle_follow_the_title(
    title: str, subtitle: str, shown: str, sample: ModuleType
) -> None:
    assert replace(sample.document(), title=title, subtitle=subtitle).head_title == shown


@pytest.mark.parametrize("long", ["x" * 230, "of many words " * 60])
def test_a_long_title_and_a_long_name_never_meet(
    long: str, sample: ModuleType, setting: Setting
) -> None:
    document = replace(sample.document(), title=long, organisation=long)
    title, whose = head(document, setting)
    assert title.text.endswith("…")
    assert whose.text.endswith("…")
    assert title.x + title.font.width(title.text, title.size) < whose.x - 20
    frame = setting.styles.frame
    end = whose.x + whose.font.width(whose.text, whose.size)
    assert end == pytest.approx(frame.width - frame.right)


def test_a_letter_that_only_another_face_has_is_set_in_that(
    sample: ModuleType, setting: Setting, gate: ModuleType, theme: Theme, assets: Path
) -> None:
    document = replace(sample.document(), title="A ☂ B", subtitle="", organisation="☂ Council")
    page = Page("portrait", setting.styles.frame, ())
    ((*runs, _),) = running_lines((page,), document, setting)
    assert [run.text for run in runs] == ["A ", "☂", " B", "☂", " Council"]
    assert all(run.font.chars.issuperset(run.text) for run in runs)
    assert runs[2].x == pytest.approx(runs[1].x + runs[1].font.width("☂", runs[1].size))
    end = runs[4].x + runs[4].font.width(" Council", runs[4].size)
    assert end == pytest.approx(setting.styles.frame.width - setting.styles.frame.right)
    assert gate.faults(write_pdf(document, theme, assets)) == []
