"""report.toml read as settings: what it chooses, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.settings import read_settings
from reportgen.settings import Settings

LEAST = """title = "T"
organisation = "O"
date = 2021-11-18
chapters = ["attainment"]
{more}
[area]
code = "E06000060"
name = "Buckinghamshire"
"""


def settings(folder: Path, more: str = "") -> Settings:
    (folder / "report.toml").write_text(LEAST.format(more=more), encoding="utf-8")
    return read_settings(folder, folder, ("attainment",))


def test_the_figures_behind_charts_are_printed_and_attached_unless_one_is_declined(
    tmp_path: Path,
) -> None:
    both = settings(tmp_path)
    printed = settings(tmp_path, "attachments = false")
    attached = settings(tmp_path, "appendix = false")

    assert (both.appendix, both.attachments) == (True, True)
    assert (printed.appendix, printed.attachments) == (True, False)
    assert (attached.appendix, attached.attachments) == (False, True)


def test_a_chart_whose_figures_nobody_could_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="nowhere to read") as failure:
        settings(tmp_path, "appendix = false\nattachments = false")

    (problem,) = failure.value.problems
    assert str(problem.place) == "report.toml, row 6"
