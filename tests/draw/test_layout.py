"""Charts of every kind become pictures, without the weight of what draws them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.draw import picture
from reportgen.draw.picture import Words
from reportgen.theme import Theme


@pytest.mark.parametrize("kind", ["line", "bars", "columns"])
def test_every_kind_of_chart_is_as_wide_as_asked(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = charts.chart(kind, ("2018", "2019"), charts.series("ours", [50.0, 51.0]))
    found = picture(chart, theme, 127, assets)
    assert found.width == pytest.approx(360)
    assert {"50.0", "51.0"} <= {mark.text for mark in found.marks if isinstance(mark, Words)}


@pytest.mark.parametrize("kind", ["line", "bars", "columns"])
def test_nothing_is_set_smaller_than_eight_and_a_half_points(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = charts.chart(kind, charts.YEARS, charts.series("ours", [50.0] * 5))
    found = picture(chart, theme, 127, assets)
    assert min(mark.size for mark in found.marks if isinstance(mark, Words)) >= 8.5


@pytest.mark.parametrize("kind", ["line", "bars", "columns"])
def test_a_chart_with_nothing_to_show_still_has_its_categories(
    kind: str, charts: ModuleType, theme: Theme, assets: Path
) -> None:
    chart = charts.chart(kind, ("2018", "2019"), charts.series("ours", [None, None]))
    found = picture(chart, theme, 127, assets)
    assert [m.text for m in found.marks if isinstance(m, Words)] == ["2018", "2019"]


def loaded_after(code: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after some code."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_charts_that_are_not_laid_out_load_nothing_of_matplotlib() -> None:
    assert not {"matplotlib", "numpy"} & loaded_after("import reportgen.draw")


def test_laying_out_a_chart_loads_neither_figures_nor_a_font_cache(assets: Path) -> None:
    face = str(assets / "fonts" / "Arimo-Regular.ttf")
    loaded = loaded_after(
        f"from reportgen.draw.faces import Face\nFace({face!r}).width('chart', 9)"
    )
    assert "matplotlib.ft2font" in loaded
    assert not {"matplotlib.figure", "matplotlib.font_manager", "matplotlib.pyplot"} & loaded
