"""What is said of a kept file that is whole, altered, cut short, or something else altogether."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.archive import verify
from reportgen.archive.manifest import NAME
from reportgen.archive.pack import pack
from reportgen.archive.register import read_register, register_bytes
from reportgen.document import Document, Paragraph, Text
from reportgen.errors import ArchiveError
from reportgen.formats.pdf import Attachment, write_pdf
from reportgen.theme import read_theme

damage = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def pdf(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF that was archived, by itself. Not to be changed."""
    path = tmp_path_factory.mktemp("pdf") / "example.pdf"
    with zipfile.ZipFile(kept) as packed:
        path.write_bytes(packed.read("report/example.pdf"))
    return path


def said_of(path: Path, **options: Path) -> str:
    """Return what is said of a file that is not what it was."""
    with pytest.raises(ArchiveError) as failure:
        verify(path, **options)
    return str(failure.value)


def test_a_whole_archive_is_said_to_be_whole_with_its_register_and_without(
    kept: Path, copied: Path
) -> None:
    assert [what.rpartition(" ")[2] for what in verify(kept)] == ["gives", "seal", "register.csv"]
    assert len(verify(copied)) == 2


def test_a_whole_pdf_is_said_to_be_whole(pdf: Path, kept: Path) -> None:
    assert verify(pdf) == (
        "every byte, by the fingerprint in it",
        "3 attached files, by their manifest",
    )
    assert verify(pdf, archive=kept)[-1] == f"every byte, by report/example.pdf in {kept.name}"


@damage
@given(data=st.data())
def test_one_flipped_bit_anywhere_is_noticed(
    data: st.DataObject, kept: Path, pdf: Path, tmp_path: Path
) -> None:
    source = data.draw(st.sampled_from([kept, pdf]))
    flipped = bytearray(source.read_bytes())
    place = data.draw(st.integers(0, len(flipped) * 8 - 1))
    flipped[place // 8] ^= 1 << place % 8
    path = tmp_path / source.name
    path.write_bytes(flipped)

    assert said_of(path).startswith(f"{path}: ")


@damage
@given(data=st.data())
def test_a_file_cut_short_anywhere_is_noticed(
    data: st.DataObject, kept: Path, pdf: Path, tmp_path: Path
) -> None:
    source = data.draw(st.sampled_from([kept, pdf]))
    whole = source.read_bytes()
    path = tmp_path / source.name
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])

    assert said_of(path).startswith(f"{path}: ")


@damage
@given(data=st.data(), added=st.binary(min_size=1, max_size=99))
def test_bytes_added_anywhere_are_noticed(
    data: st.DataObject, added: bytes, kept: Path, pdf: Path, tmp_path: Path
) -> None:
    source = data.draw(st.sampled_from([kept, pdf]))
    whole = source.read_bytes()
    place = data.draw(st.sampled_from([0, len(whole)]) | st.integers(0, len(whole)))
    path = tmp_path / source.name
    path.write_bytes(whole[:place] + added + whole[place:])

    assert said_of(path).startswith(f"{path}: ")


def test_the_file_inside_an_archive_that_was_altered_is_named(copied: Path) -> None:
    with zipfile.ZipFile(copied) as packed:
        place = packed.getinfo("project/data/example/report.toml").header_offset
    data = bytearray(copied.read_bytes())
    data[place + 100] ^= 1
    copied.write_bytes(data)
    said = said_of(copied)

    assert "its bytes are not those it was sealed with" in said
    assert "project/data/example/report.toml was changed" in said


def test_a_zip_that_another_program_saved_anew_is_told_from_one_whose_files_changed(
    copied: Path,
) -> None:
    with zipfile.ZipFile(copied) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(copied, "w", zipfile.ZIP_DEFLATED) as anew:
        anew.mkdir("project")
        for name, data in files.items():
            anew.writestr(name, data)
    said = said_of(copied)

    assert "the file has no seal at its end" in said
    assert "its files are what the manifest says" in said
    assert "was added" not in said


def test_an_archive_that_was_altered_and_sealed_again_is_not_that_of_the_register(
    kept: Path, copied: Path
) -> None:
    with zipfile.ZipFile(copied) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    files[NAME] = files[NAME].replace(b"An example report", b"An example forged")
    copied.write_bytes(pack(files))
    assert len(verify(copied)) == 2

    shutil.copy(kept.parent / "register.csv", copied.parent)
    said = said_of(copied)
    assert f"{copied.name} is not the file that was registered" in said
    assert f"nor is the manifest of {copied.name}" in said


def test_an_archive_under_another_name_is_found_in_the_register(kept: Path, copied: Path) -> None:
    shutil.copy(kept.parent / "register.csv", copied.parent)
    moved = copied.rename(copied.with_name("downloaded.zip"))
    assert len(verify(moved)) == 3


def test_an_archive_that_the_register_does_not_know_is_said_so(kept: Path, copied: Path) -> None:
    copied.with_name("register.csv").write_bytes(register_bytes(()))
    assert f"there is no line for {copied.name} in the register" in said_of(copied)
    assert len(read_register(kept.parent / "register.csv")) == 1


def test_a_register_that_was_cut_short_is_named_with_the_row(kept: Path, copied: Path) -> None:
    register = (kept.parent / "register.csv").read_bytes()
    copied.with_name("register.csv").write_bytes(register[:-100])
    assert "register.csv, row 2: the line is not whole" in said_of(copied)


@pytest.mark.parametrize(
    ("name", "data", "answer"),
    [
        ("empty.zip", b"", "the file is empty"),
        ("words.txt", b"just words", "no fingerprint of reportgen"),
        ("words.zip", b"just words", "this is not an archive: File is not a zip file"),
        ("other.pdf", b"%PDF-1.4\n%%EOF\n", "never made by reportgen"),
        ("other.zip", pack({"a.txt": b"a"}), "there is no manifest.json in it"),
    ],
)
def test_another_file_gets_a_clear_answer(
    name: str, data: bytes, answer: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert answer in said_of(path)


def test_a_word_document_is_verified_by_its_archive_alone(kept: Path, tmp_path: Path) -> None:
    word = tmp_path / "example.docx"
    with zipfile.ZipFile(kept) as packed:
        word.write_bytes(packed.read("report/example.docx"))
    assert "carries no fingerprint of its own" in said_of(word)
    assert verify(word, archive=kept)[-1].endswith(f"report/example.docx in {kept.name}")

    word.write_bytes(word.read_bytes() + b"\0")
    assert f"this is not the report/example.docx of {kept.name}" in said_of(word, archive=kept)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, kept: Path) -> None:
    assert "cannot be read" in said_of(tmp_path / "none.zip")
    assert "holds no document of this kind" in said_of(kept, archive=kept)


def test_a_pdf_whose_attached_files_do_not_fit_their_manifest_is_named(tmp_path: Path) -> None:
    listed = b'{"files": [{"name": "a.csv", "sha256": "0"}, {"name": "b.csv", "sha256": "0"}]}'
    path = pdf_with(tmp_path, **{"manifest.json": listed, "a.csv": b"1", "c.csv": b"2"})
    said = said_of(path)

    assert "the attached b.csv is missing" in said
    assert "the attached a.csv was changed" in said
    assert "the attached c.csv was added" in said
    assert "manifest of the attached files cannot be read" in said_of(
        pdf_with(tmp_path, **{"a.csv": b"1"})
    )


def pdf_with(folder: Path, **files: bytes) -> Path:
    """Return a PDF that is whole, with some files attached."""
    assets = Path(__file__).parents[2] / "assets"
    document = Document("T", "", "O", date(2026, 1, 15), (Paragraph((Text("Words."),)),))
    attached = tuple(Attachment(name, data, "text/csv", name) for name, data in files.items())
    path = folder / "some.pdf"
    path.write_bytes(write_pdf(document, read_theme(assets / "theme.toml"), assets, attached))
    return path


def test_a_word_draft_is_compared_with_its_archive_only(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(b"PK\x03\x04")

    assert "carries no fingerprint of its own" in said_of(path)
    assert "--archive ZIP" in said_of(path)
