"""A sealed zip: what its seal notices, and what a zip that is not trusted may not do."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.archive.manifest import NAME, Manifest, file_of, is_inside
from reportgen.archive.pack import keeps_seal, pack, unpack

FILES = {"README.txt": b"words\n" * 9, "report/a.pdf": b"%PDF-1.7", "project/empty.csv": b""}


def manifest(**files: bytes) -> Manifest:
    entries = tuple(file_of(name, data) for name, data in (files or FILES).items())
    return Manifest("a", "A", "O", "2021-11-18", "data/a", (), {"Python": "3"}, entries)


def sealed(told: Manifest | None = None, **more: bytes) -> bytes:
    """Return a small archive; its seal fits, whatever is in it."""
    return pack({NAME: (told or manifest()).to_bytes(), **FILES, **more})


WHOLE = sealed()


def test_an_archive_that_is_whole_has_nothing_wrong_with_it() -> None:
    assert keeps_seal(WHOLE) is True
    assert unpack(WHOLE).wrong == ()
    assert unpack(WHOLE).manifest == manifest()
    assert unpack(WHOLE).read("report/a.pdf") == b"%PDF-1.7"


def test_every_single_bit_counts_and_no_flip_makes_the_reader_fall_over() -> None:
    for place in range(len(WHOLE)):
        for bit in range(8):
            flipped = bytearray(WHOLE)
            flipped[place] ^= 1 << bit
            assert not keeps_seal(bytes(flipped)), (place, bit)
            readable(bytes(flipped))


def test_every_length_it_could_be_cut_to_is_noticed() -> None:
    for length in range(len(WHOLE)):
        assert not keeps_seal(WHOLE[:length]), length
        readable(WHOLE[:length])


@given(st.binary(min_size=1), st.integers(0, len(WHOLE)))
def test_bytes_added_anywhere_are_noticed(added: bytes, place: int) -> None:
    longer = WHOLE[:place] + added + WHOLE[place:]
    assert not keeps_seal(longer)
    readable(longer)


@given(st.binary())
def test_any_bytes_at_all_are_answered(data: bytes) -> None:
    assert keeps_seal(data) is None
    assert not readable(b"PK\x03\x04" + data)


def readable(data: bytes) -> bool:
    """Return whether damaged bytes are still an archive; that they are not is said in words."""
    said = ""
    try:
        unpack(data)
        return True
    except ValueError as error:
        said = str(error)
    assert said
    return False


def test_the_seal_fits_the_same_files_in_the_same_order_only() -> None:
    assert sealed() == WHOLE
    assert pack(dict(reversed(FILES.items()))) != pack(FILES)


def test_files_that_are_missing_added_or_changed_are_named() -> None:
    without = {name: data for name, data in FILES.items() if name != "README.txt"}
    data = pack({NAME: manifest().to_bytes(), **without, "more.txt": b""})
    assert unpack(data).wrong == ("README.txt is missing", "more.txt was added")
    assert unpack(sealed(**{"README.txt": b"other"})).wrong == ("README.txt was changed",)
    same_size = FILES["README.txt"][:-1] + b"!"
    assert unpack(sealed(**{"README.txt": same_size})).wrong == ("README.txt was changed",)


def test_a_file_that_is_there_twice_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed, warnings.catch_warnings(action="ignore"):
        for name, data in {NAME: manifest().to_bytes(), **FILES}.items():
            packed.writestr(name, data)
        packed.writestr("report/a.pdf", b"another")
    assert "report/a.pdf is in it twice" in unpack(buffer.getvalue()).wrong


@pytest.mark.parametrize(
    "name",
    ["../outside", "/etc/passwd", "a/../../b", "C:/x", "a\\..\\b", "a//b", "./a", "", ".", "a\nb"],
)
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert not is_inside(name)
    with pytest.raises(ValueError, match="outside"):
        unpack(sealed(manifest(**{name: b""})))
    with pytest.raises(ValueError, match="outside"):
        unpack(sealed(replace(manifest(), folder=name)))


def test_a_file_is_not_unpacked_further_than_its_manifest_says() -> None:
    bomb = bytes(50_000_000)
    told = manifest(**FILES | {"bomb": b"small"})
    assert unpack(sealed(told, bomb=bomb)).wrong == ("bomb was changed",)


def test_a_manifest_that_is_a_bomb_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than it can be"):
        unpack(pack({NAME: bytes(80_000_000)}))


def test_an_archive_that_says_it_is_huge_is_not_read() -> None:
    told = manifest()
    huge = replace(told.files[0], bytes=2**40)
    assert unpack(sealed(replace(told, files=(huge, *told.files[1:])))).wrong == (
        "its manifest cannot be right",
    )


def test_a_way_of_packing_that_cannot_be_bounded_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr(NAME, manifest().to_bytes())
    with pytest.raises(ValueError, match="packed in a way"):
        unpack(buffer.getvalue())


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{}",
        b'"text"',
        b"[" * 100_000,
        json.dumps({"form": "another"}).encode(),
        manifest().to_bytes().replace(b'"bytes": 54', b'"bytes": "many"'),
        manifest().to_bytes().replace(b"2021-11-18", b"2021-99-99"),
        manifest().to_bytes().replace(b'"made_with": {\n  "Python": "3"\n }', b'"made_with": []'),
        manifest().to_bytes().replace(b'"title": "A"', b'"title": 1'),
        manifest().to_bytes().replace(b'"questions": []', b'"questions": null'),
    ],
)
def test_what_is_no_manifest_is_refused(told: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(pack({NAME: told}))


def test_the_project_is_written_below_the_folder_and_nowhere_else(tmp_path: Path) -> None:
    files = {"project/data/a/report.toml": b"x", "project/sections/b.py": b"y", "report/a.pdf": b""}
    packed = unpack(pack({NAME: manifest(**files).to_bytes(), **files}))
    folder = packed.unpack_project(tmp_path / "copy")

    assert folder == tmp_path / "copy" / "data" / "a"
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(path.relative_to(tmp_path / "copy").as_posix() for path in written) == [
        "data/a/report.toml",
        "sections/b.py",
    ]
