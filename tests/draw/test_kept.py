"""The layout of a chart kept from one build to the next."""

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
from reportgen.draw import kept_pictures, picture
from reportgen.theme import Theme

WIDTH = 166.0


def example(charts: ModuleType, last: float = 51.0) -> Chart:
    made: Chart = charts.chart(
        "line",
        ("2018", "2019"),
        charts.series("ours", [50.0, last], hollow=1),
        charts.series("england", [47.5, 48.0]),
    )
    return made


def test_a_kept_picture_is_the_one_that_was_laid_out(
    charts: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    for kind in ("line", "bars", "columns"):
        chart = replace(example(charts), kind=kind)
        first = kept_pictures(tmp_path, theme, assets)(chart, WIDTH)
        again = kept_pictures(tmp_path, theme, assets)(chart, WIDTH)
        assert first == again == picture(chart, theme, WIDTH, assets)
    assert len(list(tmp_path.iterdir())) == 3


def test_what_is_kept_is_used(
    charts: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    draw = kept_pictures(tmp_path, theme, assets)
    draw(example(charts), WIDTH)
    (path,) = tmp_path.iterdir()
    content = json.dumps((1.0, 2.0, [])).encode()
    path.write_bytes(sha256(content).hexdigest().encode() + content)

    assert draw(example(charts), WIDTH).height == 2.0
    assert draw(example(charts, 52.0), WIDTH).height > 2.0
    assert draw(example(charts), WIDTH - 1).height > 2.0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data.replace(b"Words", b"Woods", 1),
        lambda data: b"",
        lambda data: sha256(b"[]").hexdigest().encode() + b"[]",
        lambda data: sha256(b'[1,2,[["Dot",[]]]]').hexdigest().encode() + b'[1,2,[["Dot",[]]]]',
    ],
)
def test_a_damaged_picture_is_laid_out_anew_and_kept_again(
    damage: Callable[[bytes], bytes],
    charts: ModuleType,
    theme: Theme,
    assets: Path,
    tmp_path: Path,
) -> None:
    draw = kept_pictures(tmp_path, theme, assets)
    whole = draw(example(charts), WIDTH)
    (path,) = tmp_path.iterdir()
    before = path.read_bytes()
    path.write_bytes(damage(before))

    assert draw(example(charts), WIDTH) == whole
    assert path.read_bytes() == before


def test_another_font_file_of_the_same_name_is_another_picture(
    charts: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    other = tmp_path / "assets"
    shutil.copytree(assets / "fonts", other / "fonts")
    with (other / "fonts" / "Arimo-Bold.ttf").open("ab") as font:
        font.write(b"\0")
    for folder in (assets, other):
        kept_pictures(tmp_path / "kept", theme, folder)(example(charts), WIDTH)

    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(
    charts: ModuleType, theme: Theme, assets: Path, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    draw = kept_pictures(in_the_way, theme, assets)

    assert draw(example(charts), WIDTH) == picture(example(charts), theme, WIDTH, assets)
