"""What paints a chart kept from one build to the next."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from reportgen.document import Chart
from reportgen.draw import picture
from reportgen.formats.pdf import kept_drawings
from reportgen.formats.pdf.drawings import drawing
from reportgen.theme import Theme

WIDTH = 166.0


def example(sample: ModuleType, name: str = "Westshire") -> Chart:
    made: Chart = sample.chart()
    return replace(made, series=(replace(made.series[0], name=name), *made.series[1:]))


def test_a_kept_drawing_is_the_one_that_was_laid_out(
    sample: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    for kind in ("line", "bars", "columns"):
        chart = replace(example(sample), kind=kind)
        first = kept_drawings(tmp_path, theme, assets)(chart, WIDTH)
        again = kept_drawings(tmp_path, theme, assets)(chart, WIDTH)
        assert first == again == drawing(picture(chart, theme, WIDTH, assets))
    assert len(list(tmp_path.iterdir())) == 3


def test_what_is_kept_is_used(
    sample: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    draw = kept_drawings(tmp_path, theme, assets)
    draw(example(sample), WIDTH)
    (path,) = tmp_path.iterdir()
    content = json.dumps((1.0, 2.0, [])).encode()
    path.write_bytes(sha256(content).hexdigest().encode() + content)

    assert draw(example(sample), WIDTH).height == 2.0
    assert draw(example(sample, "Eastshire"), WIDTH).height > 2.0
    assert draw(example(sample), WIDTH - 1).height > 2.0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data.replace(b" rg", b" RG", 1),
        lambda data: b"",
        lambda data: sha256(b"[]").hexdigest().encode() + b"[]",
        lambda data: sha256(b'[1,2,[["2019",[]]]]').hexdigest().encode() + b'[1,2,[["2019",[]]]]',
    ],
)
def test_a_damaged_drawing_is_laid_out_anew_and_kept_again(
    damage: Callable[[bytes], bytes],
    sample: ModuleType,
    theme: Theme,
    assets: Path,
    tmp_path: Path,
) -> None:
    draw = kept_drawings(tmp_path, theme, assets)
    whole = draw(example(sample), WIDTH)
    (path,) = tmp_path.iterdir()
    before = path.read_bytes()
    path.write_bytes(damage(before))

    assert draw(example(sample), WIDTH) == whole
    assert path.read_bytes() == before


def test_another_font_file_of_the_same_name_is_another_drawing(
    sample: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    other = tmp_path / "assets"
    shutil.copytree(assets / "fonts", other / "fonts")
    with (other / "fonts" / "Arimo-Bold.ttf").open("ab") as font:
        font.write(b"\0")
    for folder in (assets, other):
        kept_drawings(tmp_path / "kept", theme, folder)(example(sample), WIDTH)

    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(
    sample: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    draw = kept_drawings(in_the_way, theme, assets)

    assert draw(example(sample), WIDTH) == drawing(picture(example(sample), theme, WIDTH, assets))
