"""A file read once is not read again, unless anything that its reading rests on has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load import read
from reportgen.load.cache import Cache
from reportgen.load.read import DataFile, Loaded, Project, read_files

TEXT = """time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,sex,\
avg_score,t_pupils
202021,Academic year,National,E92000001,England,,Total,50.9,
202021,Academic year,Local authority,E92000001,England,825,Total,c,6
202021,Academic year,Local authority,E92000001,England,825,Girls,4.50,6
202021,Academic year,Local authority,E92000001,England,839,Total,1,6
202021,Academic year,School,E92000001,England,839,Total,1,6
"""


@pytest.fixture
def kept(tmp_path: Path, standards: Project, bucks: Comparators) -> Callable[[], Loaded]:
    path = tmp_path / "scores.csv"
    path.write_text(TEXT, encoding="utf-8")
    cache = Cache(tmp_path / ".cache")
    return lambda: read_files([DataFile(path)], tmp_path, standards, bucks, cache)


def test_a_second_reading_is_the_same_and_does_not_open_the_file(
    kept: Callable[[], Loaded], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept()
    monkeypatch.delattr(read, "open_download")
    assert kept() == first
    assert len(first.observations) == 3
    assert len(first.elsewhere) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-5],
        lambda data: data[:80] + b"\0" + data[81:],
        lambda data: b"x" * 100,
    ],
)
def test_a_damaged_cache_is_ignored_and_made_anew(
    kept: Callable[[], Loaded], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    first = kept()
    (path,) = (tmp_path / ".cache").iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert kept() == first
    assert path.read_bytes() == whole


def test_a_changed_file_is_read_again(kept: Callable[[], Loaded], tmp_path: Path) -> None:
    kept()
    (tmp_path / "scores.csv").write_text(TEXT.replace("50.9", "51.9"), encoding="utf-8")
    assert str(kept().observations[-1].value) == "51.9"
    assert len(list((tmp_path / ".cache").iterdir())) == 2


def test_a_cache_that_cannot_be_written_is_done_without(
    kept: Callable[[], Loaded], tmp_path: Path
) -> None:
    (tmp_path / ".cache").write_text("a file, not a folder", encoding="utf-8")
    assert len(kept().observations) == 3
