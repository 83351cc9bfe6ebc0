"""What makes a file one for the archive."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from reportgen.document import Document
from reportgen.formats.pdf import Attachment, write_pdf
from reportgen.formats.pdf.colour_profile import srgb
from reportgen.formats.pdf.seal import pack, sealed
from reportgen.theme import Theme

DOUBT = b"\r\nendstream"


@pytest.fixture
def open_pdf(pdf: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_the_colour_profile_is_what_pillow_takes_for_srgb() -> None:
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    picture = Image.new("RGB", (1, 1), (18, 67, 109))
    there = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"))
    assert there is not None
    pairs = zip(there.getpixel((0, 0)), (18, 67, 109), strict=True)
    assert all(abs(one - other) <= 1 for one, other in pairs)


def test_the_date_is_the_reports_and_said_alike_in_both_places(open_pdf: Pdf) -> None:
    assert str(open_pdf.docinfo[Name.CreationDate]) == "D:20211118000000Z"
    with open_pdf.open_metadata() as meta:
        assert meta["xmp:CreateDate"] == "2021-11-18T00:00:00Z"


def test_a_file_with_attachments_claims_part_three_and_one_without_part_two(
    pdf: bytes, stress_pdf: bytes
) -> None:
    parts = []
    for data in (pdf, stress_pdf):
        with pikepdf.open(io.BytesIO(data)) as found, found.open_metadata() as meta:
            parts.append((meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]))
    assert parts == [("3", "A", "1"), ("2", "A", "1")]


def test_the_words_of_the_title_are_safe_in_the_description(
    document: Document, theme: Theme, assets: Path
) -> None:
    from dataclasses import replace

    data = write_pdf(replace(document, title="Boys & girls <5"), theme, assets)
    with pikepdf.open(io.BytesIO(data)) as found, found.open_metadata() as meta:
        assert meta["dc:title"] == "Boys & girls <5"


def test_attachments_are_in_the_order_of_their_names(
    document: Document, theme: Theme, assets: Path
) -> None:
    files = tuple(Attachment(name, b"x", "text/csv", name) for name in ("b.csv", "a.csv"))
    data = write_pdf(document, theme, assets, files)
    assert data == write_pdf(document, theme, assets, files[::-1])
    with pikepdf.open(io.BytesIO(data)) as found:
        assert [str(file.UF) for file in found.Root.AF] == ["a.csv", "b.csv"]


def test_no_stream_ends_in_a_carriage_return(pdf: bytes, stress_pdf: bytes) -> None:
    assert DOUBT not in pdf
    assert DOUBT not in stress_pdf


def _ending_in_return(lead: bytes) -> bytes:
    """Return bytes that end in a carriage return once compressed."""
    return next(
        data
        for number in range(5000)
        if zlib.compress(data := lead + str(number).encode() + b"y" * (number % 50)).endswith(b"\r")
    )


def test_a_stream_that_would_end_in_a_carriage_return_is_changed_and_says_the_same() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    content, held = _ending_in_return(b"% "), _ending_in_return(b"a,b\n")
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    stream = Stream(pdf, held)
    stream.Type = Name.EmbeddedFile
    pdf.Root.Held = pdf.make_indirect(stream)
    plain = io.BytesIO()
    pdf.save(plain, preserve_pdfa=True)
    assert DOUBT in plain.getvalue()
    pack(pdf)
    data = sealed(pdf)
    assert DOUBT not in data
    with pikepdf.open(io.BytesIO(data)) as again:
        assert again.Root.Held.read_bytes() == held
        assert again.pages[0].obj.Contents.read_bytes() == content


def test_many_elements_are_sealed_too() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    kids = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TD, P=root, K=number))
        for number in range(60_000)
    ]
    root.K = Array(kids)
    pdf.Root.StructTreeRoot = root
    plain = io.BytesIO()
    pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert DOUBT in plain.getvalue()
    pack(pdf)
    assert DOUBT not in sealed(pdf)
