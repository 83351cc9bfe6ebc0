"""What is kept between builds is given back whole or not at all, and never grows without end."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.kept import Kept

NAMES = [f"{number:064x}.reading" for number in range(4)]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A folder of four files of 100 bytes, the first of which was used longest ago."""
    kept = Kept(tmp_path / ".cache")
    for when, name in enumerate(NAMES):
        kept.keep(name, b"x" * 36)
        os.utime(kept.folder / name, (when, when))
    return kept


def names(kept: Kept) -> list[str]:
    return sorted(path.name for path in kept.folder.iterdir())


def test_what_is_kept_is_given_back_and_nothing_else(kept: Kept) -> None:
    kept.keep(NAMES[0], b"other")
    assert kept.find(NAMES[0]) == b"other"
    assert kept.find(NAMES[1]) == b"x" * 36
    assert kept.find(f"{9:064x}.reading") is None
    assert names(kept) == NAMES


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: b"0" + data]
)
def test_what_is_damaged_is_not_given_back(kept: Kept, damage: Callable[[bytes], bytes]) -> None:
    path = kept.folder / NAMES[0]
    path.write_bytes(damage(path.read_bytes()))
    assert kept.find(NAMES[0]) is None


def test_what_was_not_used_for_longest_goes_first(kept: Kept) -> None:
    assert kept.find(NAMES[0])
    kept.trim(250)
    assert names(kept) == [NAMES[0], NAMES[3]]


def test_nothing_goes_while_there_is_room(kept: Kept) -> None:
    kept.trim(400)
    kept.trim()
    assert names(kept) == NAMES


def test_a_file_that_a_broken_build_left_behind_goes_too(kept: Kept) -> None:
    left = kept.folder / f".{NAMES[0]}.4711"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    kept.trim(399)
    assert names(kept) == NAMES[1:]


def test_files_and_folders_of_others_stay(kept: Kept) -> None:
    (kept.folder / "notes.txt").write_text("mine", encoding="utf-8")
    (kept.folder / f"{5:064x}.folder").mkdir()
    kept.trim(0)
    assert names(kept) == [f"{5:064x}.folder", "notes.txt"]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file, not a folder", encoding="utf-8")
    kept = Kept(tmp_path / ".cache")
    kept.keep(NAMES[0], b"x")
    kept.trim(0)
    assert kept.find(NAMES[0]) is None
    assert (tmp_path / ".cache").read_text(encoding="utf-8") == "a file, not a folder"


def test_a_folder_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    kept = Kept(tmp_path / ".cache")
    kept.trim()
    assert kept.find(NAMES[0]) is None
    assert not kept.folder.exists()


def test_what_could_not_be_put_in_its_place_leaves_nothing_behind(kept: Kept) -> None:
    (kept.folder / "taken").mkdir()
    kept.keep("taken", b"x")
    assert names(kept) == [*NAMES, "taken"]
