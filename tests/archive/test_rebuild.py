"""The documents made again from what was kept."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from reportgen.archive import verify
from reportgen.archive.manifest import NAME, file_of, read_manifest
from reportgen.archive.pack import pack
from reportgen.errors import ArchiveError


def test_the_same_inputs_still_give_the_same_bytes(kept: Path) -> None:
    assert verify(kept, rebuild=True)[-2:] == (
        "report/example.docx, made again from the archive: the same bytes",
        "report/example.pdf, made again from the archive: the same bytes",
    )


def test_documents_that_differ_are_named_with_the_versions_that_do(copied: Path) -> None:
    with zipfile.ZipFile(copied) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    # As if another version had made another PDF then.
    files["report/example.pdf"] += b"\n"
    told = json.loads(files[NAME])
    told["made_with"]["reportlab"] = "1.0"
    del told["made_with"]["numpy"]
    entry = file_of("report/example.pdf", files["report/example.pdf"])
    told["files"] = [
        {"name": entry.name, "bytes": entry.bytes, "sha256": entry.sha256}
        if each["name"] == entry.name
        else each
        for each in told["files"]
    ]
    files[NAME] = json.dumps(told).encode()
    copied.write_bytes(pack(files))

    with pytest.raises(ArchiveError) as failure:
        verify(copied, rebuild=True)
    (problem,) = failure.value.problems
    assert problem.what == "made again, report/example.pdf is not the same"
    assert "reportlab: 1.0 then, " in problem.hint
    assert "numpy: none then, " in problem.hint
    assert "matplotlib" not in problem.hint


def test_nothing_is_run_from_an_archive_that_is_not_whole(copied: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    with zipfile.ZipFile(copied) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    files["project/sections/ehe.py"] = f"open({str(ran)!r}, 'w').close()\n".encode()
    copied.write_bytes(pack(files))

    with pytest.raises(ArchiveError, match=r"sections/ehe.py was changed"):
        verify(copied, rebuild=True)
    assert not ran.exists()


def test_a_pdf_alone_cannot_be_made_again(kept: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "example.pdf"
    with zipfile.ZipFile(kept) as packed:
        pdf.write_bytes(packed.read("report/example.pdf"))
    with pytest.raises(ArchiveError, match="does not hold what it was made from"):
        verify(pdf, rebuild=True)

    assert len(verify(pdf, archive=kept, rebuild=True)) == 6


def test_a_manifest_read_back_is_the_one_written(kept: Path) -> None:
    with zipfile.ZipFile(kept) as packed:
        data = packed.read(NAME)
    assert read_manifest(data).to_bytes() == data
