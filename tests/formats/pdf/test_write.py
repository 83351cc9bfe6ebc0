"""Whole files: what they say, that they are whole, and that they are the same every time."""

from __future__ import annotations

import gc
import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

from reportgen.document import Document, Heading, Link, Paragraph, Text
from reportgen.errors import RenderError
from reportgen.formats.pdf import write_pdf
from reportgen.theme import Theme


@pytest.fixture(params=["pdf", "stress_pdf"])
def made(request: pytest.FixtureRequest) -> bytes:
    """Each of the two files."""
    data: bytes = request.getfixturevalue(request.param)
    return data


@pytest.fixture
def file(made: bytes, tmp_path: Path) -> Path:
    """A file on disk, for programs that want one."""
    path = tmp_path / "report.pdf"
    path.write_bytes(made)
    return path


def _run(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_nothing_is_wrong_with_a_file(made: bytes, gate: ModuleType) -> None:
    assert gate.faults(made) == []


@pytest.mark.parametrize("name", ["document", "stress"])
def test_a_file_says_what_its_document_says_block_by_block(
    name: str, request: pytest.FixtureRequest, gate: ModuleType, expected: ModuleType
) -> None:
    document = request.getfixturevalue(name)
    data = request.getfixturevalue({"document": "pdf", "stress": "stress_pdf"}[name])
    ids = [block.id for block in document.blocks if isinstance(block, Heading)]
    pages = gate.heading_pages(data, ids)
    assert gate.said(data) == expected.said(document, pages)


def test_two_builds_give_the_same_bytes(
    pdf: bytes, document: Document, theme: Theme, assets: Path, attachments: tuple[object, ...]
) -> None:
    assert write_pdf(document, theme, assets, attachments) == pdf  # type: ignore[arg-type]


def test_an_address_is_written_in_ascii_as_far_as_it_is_not_yet(
    sample: ModuleType, theme: Theme, assets: Path
) -> None:
    url = "https://bücher.example/a b%20c?q=“d”&e=(f)#g"
    link = Paragraph((Link((Text("a"),), url),))
    data = write_pdf(sample.document(link), theme, assets)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (place,) = pdf.pages[0].obj.Annots
        assert str(place.Contents) == f"a ({url})"
        assert bytes(place.A.URI) == (
            b"https://b%C3%BCcher.example/a%20b%20c?q=%E2%80%9Cd%E2%80%9D&e=(f)#g"
        )


def test_notes_are_found_by_ids_in_any_letters(
    sample: ModuleType, gate: ModuleType, theme: Theme, assets: Path
) -> None:
    tables = [sample.table(id) for id in ("b", "ä", "aä", "a")]
    data = write_pdf(sample.document(*tables), theme, assets)
    assert gate.faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert list(pdf.Root.StructTreeRoot.IDTree) == ["/Names"]


@pytest.mark.parametrize("collects", [True, False])
def test_what_python_collects_is_as_before_even_if_nothing_was_made(
    document: Document, theme: Theme, assets: Path, collects: bool
) -> None:
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        with pytest.raises(RenderError):
            write_pdf(replace(document, title=""), theme, assets)
        assert gc.isenabled() == collects
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.needs("page")
@pytest.mark.parametrize(
    ("name", "profile"),
    [("pdf", "ua1"), ("pdf", "3a"), ("stress_pdf", "ua1"), ("stress_pdf", "2a")],
)
def test_a_file_passes_the_profiles_it_claims(
    name: str, profile: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    from page import validate_pdf

    path = tmp_path / "report.pdf"
    path.write_bytes(request.getfixturevalue(name))
    report = str(validate_pdf(str(path), profile=profile))
    assert "no failures" in report, report


@pytest.mark.needs("qpdf")
def test_qpdf_finds_no_error(file: Path) -> None:
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", file)


@pytest.mark.needs("pdffonts")
def test_every_font_is_an_embedded_subset_with_its_characters(file: Path) -> None:
    rows = _run("pdffonts", file).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\bTrueType\b.*\byes yes yes\b", row), row


@pytest.mark.needs("pdfinfo")
def test_poppler_reads_the_same_words_in_the_same_order(
    pdf: bytes, gate: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf)
    quoted = re.findall(r'^ +"(.*)"$', _run("pdfinfo", "-struct-text", path), re.M)
    seen = re.sub(r"\s", "", "".join(quoted))
    spoken = "".join(words for kind, words in gate.said(pdf) if kind != "Figure")
    drawn = re.sub(r"\s", "", "".join(gate.drawn(pdf)))
    assert seen.replace(drawn, "") == re.sub(r"\s", "", spoken)


@pytest.mark.needs("pdfdetach")
def test_attached_files_come_out_as_they_went_in(
    pdf: bytes, attachments: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf)
    _run("pdfdetach", "-saveall", "-o", tmp_path, path)
    for each in attachments:
        assert (tmp_path / each.name).read_bytes() == each.data  # type: ignore[attr-defined]
